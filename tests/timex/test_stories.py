"""The histories of `stories/*.md`: whole texts, with each expression and its value marked where it stands.

A story is a heading, `published:` with a day or none, and a text in which `{12 March|1915-03-12}` is read with that value;
`{a day|P1D|SET}` names a type other than that of the value's form. Two expressions are the same where they overlap. Measured is
value F1 as in TempEval-3: the F1 of finding expressions times the share of right values and types.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.model import DocumentCreationTime
from timeline.timex import tag

STORIES = sorted(Path(__file__).with_name("stories").glob("*.md"))
_MARKED = re.compile(r"\{([^{}|]+)\|([^{}|]+)(?:\|([A-Z]+))?\}")


@dataclass(frozen=True)
class Marked:
    start: int
    end: int
    words: str
    type: str
    value: str


def read_story(path: Path) -> tuple[str, DocumentCreationTime | None, list[Marked]]:
    """The text, its publication and what it holds."""
    _, head, body = re.split(r"(?m)^(# .*\n+(?:published: .*\n+)?)", path.read_text(encoding="utf-8"), maxsplit=1)
    stamp = re.search(r"published: (\S+)", head)
    day = datetime.date.fromisoformat(stamp[1]) if stamp else None
    pieces: list[str] = []
    marked, place, length = [], 0, 0
    for found in _MARKED.finditer(body):
        pieces += [body[place : found.start()], found[1]]
        start = length + found.start() - place
        length = start + len(found[1])
        place = found.end()
        named = "DURATION" if found[2].startswith("P") and "REF" not in found[2] else "TIME" if re.search(r"\dT", found[2]) else "DATE"
        marked.append(Marked(start, length, found[1], found[3] or named, found[2]))
    return "".join([*pieces, body[place:]]), day and DocumentCreationTime(day, day, "front matter"), marked


def measure(path: Path) -> tuple[float, list[str]]:
    """Value F1, and what was missed, invented or read with another value."""
    text, published, marked = read_story(path)
    free = list(tag(text, published).timexes)
    found = len(free)
    matched = right = 0
    errors = []
    for each in marked:
        touching = [timex for timex in free if timex.span.start < each.end and each.start < timex.span.end]
        if not touching:
            errors.append(f"missed {each.words!r} = {each.value}")
            continue
        best = max(touching, key=lambda timex: min(timex.span.end, each.end) - max(timex.span.start, each.start))
        free.remove(best)
        matched += 1
        right += (best.value, best.type) == (each.value, each.type)
        if (best.value, best.type) != (each.value, each.type):
            errors.append(
                f"value of {each.words!r} ({best.text!r}, from {best.anchor}): {each.value} {each.type}, got {best.value} {best.type}"
            )
    errors += [f"invented {timex.text!r} = {timex.value}" for timex in free]
    return 2 * matched / max(found + len(marked), 1) * right / max(matched, 1), errors


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path) -> None:
    score, errors = measure(path)
    assert score >= 0.9, "\n".join(errors)


def test_stories_together() -> None:
    assert sum(measure(path)[0] for path in STORIES) / len(STORIES) >= 0.97
