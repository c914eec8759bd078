"""Where the lines and paragraphs of a plain text begin and end, and where a quote stands in them.

In: text as a person saved it. Out: spans in code points that leave nothing out but white space.

A blank line ends a paragraph. Any other line end does too, unless the line runs on into the next: because the next one
begins in lower case, or because the text was wrapped at a column, so that the next word had no room left. Those of the last texts are
remembered, since each stage of reading asks for them.
"""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from timeline.model import Span

WIDEST_WRAP = 110
NARROWEST_WRAP = 50
_WORD = re.compile(r"\S+")
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


def finder(text: str, blocks: Sequence[Span]) -> Callable[[str], Span | None]:
    """A function that says where a quote stands in these paragraphs of the text, None where it does not. A quote may run
    over several of them, but not over text that was left out between two."""
    words: list[str] = []
    starts, begins = [0], []  # where each word stands among the words with one space between, and in the text
    left_off = 0
    for block in blocks:
        if text[left_off : block.start].strip():
            words.append("\n")  # which is in no quote
            starts.append(starts[-1] + 2)
            begins.append(block.start)
        for word in _WORD.finditer(text, *block):
            words.append(word[0])
            starts.append(starts[-1] + len(word[0]) + 1)
            begins.append(word.start())
        left_off = block.end
    held = " ".join(words)

    def place(at: int) -> int:
        number = bisect_right(starts, at) - 1
        return begins[number] + at - starts[number]

    def find(quote: str) -> Span | None:
        wanted = " ".join(quote.split())
        at = held.find(wanted) if wanted else -1
        return Span(place(at), place(at + len(wanted) - 1) + 1) if at >= 0 else None

    return find


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
    word = _WORD.match(second)
    assert word is not None
    return NARROWEST_WRAP <= width <= WIDEST_WRAP and len(first) + 1 + len(word[0]) > width
