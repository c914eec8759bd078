"""Text in pieces, each with its style, as lines of a terminal.

In: pieces and the width of the lines. Out: lines of pieces, broken between words (a longer word anywhere), with nothing in them that
a terminal would obey.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.excerpt import columns

Style = Literal["", "heading", "quiet", "quote", "words", "care"]
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
_JOINERS = "\u200c\u200d"  # of letters and of emoji, which are no danger


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one style."""

    text: str
    style: Style = ""


Line = tuple[Piece, ...]


def wrapped(pieces: Sequence[Piece], width: int, indent: str = "", more: str | None = None) -> list[Line]:
    """The pieces as lines of at most `width` columns. `indent` stands before the first line, `more` before the others (the same where
    it is None)."""
    more = indent if more is None else more
    pieces = [Piece(printable(piece.text), piece.style) for piece in pieces]
    text = "".join(piece.text for piece in pieces)
    spans = _lines(text, width - columns(indent), width - columns(more))
    return [
        tuple(piece for piece in (Piece(more if number else indent, "quiet"), *_cut(pieces, start, end)) if piece.text)
        for number, (start, end) in enumerate(spans)
    ]


def printable(text: str) -> str:
    """A text in which every run of white space is one space, and � stands for what cannot be seen."""
    text = _SPACE.sub(" ", text)
    return text if text.isprintable() else "".join(char if char.isprintable() or char in _JOINERS else "�" for char in text)


def _lines(text: str, first: int, others: int) -> Iterator[tuple[int, int]]:
    """The half-open ranges of a text that fit into the first and the other lines."""
    start, end, room = 0, 0, first
    for word in _WORD.finditer(text):
        if end > start and columns(text[start : word.end()]) > room:
            yield start, end
            start, room = word.start(), others
        elif end == start:
            start = word.start()
        end = word.end()
        while columns(text[start:end]) > room:
            part = start + 1
            while columns(text[start : part + 1]) <= room:
                part += 1
            yield start, part
            start, room = part, others
    yield start, end


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        yield Piece(piece.text[max(0, start - at) : max(0, end - at)], piece.style)
        at += len(piece.text)
