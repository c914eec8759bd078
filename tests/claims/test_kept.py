"""Which sentences of an article are kept by default, and on which day: the articles of kept.md."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from timeline.claims import KEPT_FROM, propose
from timeline.model import Article, Claim, DocumentCreationTime
from timeline.sentences import split
from timeline.timex import tag

CASES = re.findall(r"^## (.+)\n\n((?:.*\n?)+?)(?=^## |\Z)", Path(__file__).with_name("kept.md").read_text(encoding="utf-8"), re.M)
DAY = datetime.date(2021, 3, 12)


def kept(text: str, language: str = "en") -> list[Claim]:
    article = Article("a.txt", text, language=language, published=DocumentCreationTime(DAY, DAY, "front matter"))
    claims = propose(article, split(article), tag(text, article.published, language=language).timexes)
    return [claim for claim in claims if claim.salience >= KEPT_FROM]


@pytest.mark.parametrize("lines", [lines for _, lines in CASES], ids=[name for name, _ in CASES])
def test_article(lines: str) -> None:
    wanted = re.findall(r"^(\d\S*) \| (.+)$", lines, re.M)
    text = re.sub(r"^(?:-|\d\S* \|) ", "", lines, flags=re.M)
    text = re.sub(r"^(.+)\n\1$", r"\1", text, flags=re.M)  # a sentence that tells two events
    assert sorted((str(claim.date), claim.quote) for claim in kept(text)) == sorted(wanted)
