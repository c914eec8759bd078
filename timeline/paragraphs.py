"""Where the lines and paragraphs of a plain text begin and end.

In: text as a person saved it. Out: spans in code points that leave nothing out but white space.

A blank line ends a paragraph. Any other line end does too, unless the line runs on into the next: because the next one
begins in lower case, or because the text was wrapped at a column, so that the next word had no room left. Those of the last texts are
remembered, since each stage of reading asks for them.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from timeline.model import Span

WIDEST_WRAP = 110
NARROWEST_WRAP = 50
_FIRST_WORD = re.compile(r"\S+")
_LIST_ITEM = re.compile(r"[-*•–—·▪●]\s|\(?\d{1,3}[.)]\s")


@functools.lru_cache(4)
def lines(text: str) -> tuple[Span, ...]:
    """The lines that hold more than white space, without the white space around them."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            indent = len(line) - len(line.lstrip())
            spans.append(Span(start + indent, start + indent + len(stripped)))
        start += len(line)
    return tuple(spans)


@functools.lru_cache(4)
def paragraphs(text: str, without: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """The paragraphs, from first to last, leaving out the lines that begin inside one of the spans `without` (in order)."""
    kept = _outside(lines(text), without)
    width = max((line.end - line.start for line in kept if " " in text[line.start : line.end]), default=0)
    result: list[Span] = []
    for before, line in itertools.pairwise([None, *kept]):
        assert line is not None
        if before and _adjacent(text[before.end : line.start]) and _runs_on(text, before, line, width):
            result[-1] = Span(result[-1].start, line.end)
        else:
            result.append(line)
    return tuple(result)


def _outside(spans: Sequence[Span], without: tuple[Span, ...]) -> list[Span]:
    kept, position = [], 0
    for span in spans:
        while position < len(without) and without[position].end <= span.start:
            position += 1
        if position == len(without) or span.start < without[position].start:
            kept.append(span)
    return kept


def _adjacent(between: str) -> bool:
    """Whether white space between two lines ends one line and no more; also false where a line was left out."""
    return not between.strip() and len(between.splitlines()) <= 1 + (not between[-1:] or between[-1] not in "\r\n")


def _runs_on(text: str, before: Span, line: Span, width: int) -> bool:
    first, second = text[before.start : before.end], text[line.start : line.end]
    if first == second or _LIST_ITEM.match(second):
        return False
    if second[0].islower() and not first.endswith((".", "!", "?", ":")):
        return True
    word = _FIRST_WORD.match(second)
    assert word is not None
    return NARROWEST_WRAP <= width <= WIDEST_WRAP and len(first) + 1 + len(word[0]) > width
