"""Sentences that are hard to read: what a reader would make of them, decided before they were tried. Not all are read rightly yet.

In: `tests/timex/wanted/*.md`, a file a language: a sentence after ">", then each expression it holds, words | type | value and mod, or
"- nothing". Out: how many are read as wanted, and `floors.txt`, below which no language may fall.

A sentence is read as wanted where its expressions are as many as wanted, each overlaps the words wanted, and type and value are the
same; the mod too, where one is named.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.model import DocumentCreationTime
from timeline.timex import tag

FOLDER = Path(__file__).parents[1] / "timex" / "wanted"
_DAY = datetime.date(2018, 11, 8)
_PUBLISHED = DocumentCreationTime(_DAY, _DAY, "front matter")


@dataclass(frozen=True)
class Wanted:
    """One sentence and its expressions: words, type, value and, where it has one, mod."""

    language: str
    text: str
    expressions: tuple[tuple[str, str, str, str], ...]

    def is_read(self) -> bool:
        """Whether it is read as wanted."""
        timexes = tag(self.text, _PUBLISHED, language=self.language).timexes
        if len(timexes) != len(self.expressions):
            return False
        place = 0
        for timex, (words, kind, value, mod) in zip(timexes, self.expressions, strict=True):
            start = self.text.index(words, place)
            place = start + len(words)
            if timex.span.start >= place or timex.span.end <= start:
                return False
            if (timex.type, timex.value) != (kind, value) or (mod and timex.mod != mod):
                return False
        return True


def read_wanted() -> dict[str, list[Wanted]]:
    """The sentences of each language. Raises ValueError for a line that is no part of one."""
    return {path.stem: list(_sentences(path)) for path in sorted(FOLDER.glob("*.md"))}


def _sentences(path: Path) -> Iterator[Wanted]:
    text, expressions = "", list[tuple[str, str, str, str]]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), "> "]:
        if line.startswith("> "):
            if text:
                yield Wanted(path.stem, text, tuple(expressions))
            text, expressions = line[2:], []
        elif line.startswith("- ") and line != "- nothing":
            words, kind, meaning = (cell.strip() for cell in line[2:].split(" | "))
            value, _, mod = meaning.partition(" ")
            expressions.append((words, kind, value, mod))
        elif line and line != "- nothing" and not line.startswith("# "):
            raise ValueError(f"{path.name}: a line that is no part of a sentence: {line}")


def read_floors() -> dict[str, int]:
    """How many sentences of each language have been read as wanted."""
    lines = (FOLDER / "floors.txt").read_text(encoding="utf-8").splitlines()
    return {language: int(number) for language, number in (line.split() for line in lines if line and not line.startswith("#"))}
