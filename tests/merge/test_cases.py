"""Which claims become one event: the cases of cases.md."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from timeline import edtf
from timeline.merge import merge
from timeline.model import Claim, DocumentCreationTime, Span

CASES = re.findall(r"^## (.+)\n((?:.+\n?)+)", Path(__file__).with_name("cases.md").read_text(encoding="utf-8"), re.M)


def read_claim(line: str, start: int) -> tuple[str, Claim]:
    label, date, title, quote, told_by = (part.strip() for part in line.split(" | "))
    article, publisher, *published = told_by.split("/")
    day = datetime.date(2021, 3, int(published[0]) if published else 12)
    quote = f"{title}, {{that day}}." if quote == "=" else quote
    words = re.search(r"\{(.*?)\}", quote)
    plain = re.sub(r"[{}]", "", quote)
    dct = DocumentCreationTime(day, day, "front matter")
    span = Span(start, start + len(plain))
    return label, Claim(article, dct, span, plain, edtf.parse(date), words[1] if words else "", "", title, 0.5, publisher)


@pytest.mark.parametrize(("name", "lines"), CASES, ids=[name for name, _ in CASES])
def test_case(name: str, lines: str) -> None:
    rows = lines.strip().splitlines()
    claims = dict(read_claim(row, 1000 * place) for place, row in enumerate(rows) if not row.startswith("="))
    events = merge(claims.values())
    found = {
        (proposal.event.date.edtf, " ".join(label for label, claim in claims.items() if claim in proposal.claims)) for proposal in events
    }
    assert found == {tuple(part.strip() for part in row[1:].split("|")) for row in rows if row.startswith("=")}
