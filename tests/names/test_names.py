"""Names: the cases of cases.md, and what holds for every article."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.model import Article
from timeline.names import find
from timeline.sentences import split

CASES = re.findall(r"^> (.+)\n= (.+)$", Path(__file__).with_name("cases.md").read_text(encoding="utf-8"), re.M)
KINDS = ("person", "organisation", "place")


def names_in(text: str) -> list[str]:
    article = Article("a.txt", text)
    found = find(article, split(article))
    return ["; ".join(dict.fromkeys(name.name for name in found if name.kind == kind)) or "-" for kind in KINDS]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_case(text: str, wanted: str) -> None:
    assert " | ".join(names_in(text.replace(" ¶ ", "\n\n"))) == wanted
