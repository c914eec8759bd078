"""Which claims a text gives: the cases of claims.md, read by the stages before."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from timeline.claims import propose
from timeline.model import Article, DocumentCreationTime
from timeline.sentences import split
from timeline.timex import tag

CASES = re.findall(r"^> (.+)\n((?:.+\n?)+)", Path(__file__).with_name("claims.md").read_text(encoding="utf-8"), re.M)
DAY = datetime.date(2021, 3, 12)


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_case(text: str, wanted: str) -> None:
    article = Article("a.txt", text, published=DocumentCreationTime(DAY, DAY, "front matter"))
    claims = propose(article, split(article), tag(text, article.published).timexes)
    assert [f"{claim.date} | {claim.title}" for claim in claims] == [line for line in wanted.strip().splitlines() if line != "-"]
    for claim in claims:
        assert text[claim.span.start : claim.span.end] == claim.quote
        assert claim.words in claim.quote
        assert 0 <= claim.salience <= 1
