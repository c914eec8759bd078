"""The cases of `cases/*.md`: one phenomenon a file.

A case is a heading, `published:` with a day or two days (none: what is inferred follows as `inferred:`), and texts that begin
with ">", each with the expressions it holds: words | type | value and mod | date, and where a case is of it,
| basis. "- nothing" says that it holds none.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from timeline.model import DocumentCreationTime
from timeline.timex import tag

CASES = Path(__file__).with_name("cases")


@dataclass
class Case:
    name: str
    published: DocumentCreationTime | None
    text: str = ""
    inferred: str = ""
    expected: list[str] = field(default_factory=list)


def read_cases(path: Path) -> Iterator[Case]:
    title, published, case = "", None, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            title, published = line[3:], None
        elif line.startswith("published: "):
            days = [datetime.date.fromisoformat(day) for day in line.removeprefix("published: ").split("..")]
            published = DocumentCreationTime(days[0], days[-1], "front matter")
        elif line.startswith("> "):
            if case and (case.expected or case.inferred):
                yield case
                case = None
            case = case or Case(f"{path.stem}: {title}", published)
            case.text += line[2:] + "\n"
        elif line.startswith("inferred: ") and case:
            case.inferred = line.removeprefix("inferred: ")
        elif line.startswith("- ") and case:
            case.expected.append(line[2:])
        elif line and not line.startswith("# "):
            raise ValueError(f"{path.name}: a line that is no part of a case: {line}")
    if case:
        yield case


def every_case() -> list[Case]:
    return [case for path in sorted(CASES.glob("*.md")) for case in read_cases(path)]


@pytest.mark.parametrize("case", every_case(), ids=lambda case: f"{case.name}: {case.text[:40].strip()}")
def test_case(case: Case) -> None:
    tagging = tag(case.text, case.published)
    expected = [re.sub(r"\s*\|\s*", " | ", line).strip() for line in case.expected if line != "nothing"]
    columns = 5 if any(line.count(" |") == 4 for line in expected) else 4
    found = [
        " | ".join((timex.text, timex.type, f"{timex.value} {timex.mod}".strip(), str(timex.date or ""), timex.anchor)[:columns]).strip()
        for timex in tagging.timexes
    ]
    assert found == expected
    if not case.published:
        assert str(tagging.published or "nothing") == case.inferred


def test_every_case_expects_something() -> None:
    assert len(every_case()) > 50
    assert all(case.expected for case in every_case())
