"""Whether a mention lies behind or ahead of the day of publication, by the words of its clause.

In: text, the span of a mention, a language's signs of tense. Out: "past", "future", or None where nothing tells.
A word just before or after the mention decides, else the nearest sign of its clause before it; where there is none, the nearest
one after it.
"""

from __future__ import annotations

import re

from timeline.model import Span
from timeline.timex.rule import Direction, Tense

_BEFORE, _AFTER = 160, 90  # characters of the clause that are read
_JUST_BEFORE = 32


def direction(text: str, span: Span, tense: Tense) -> Direction | None:
    """The direction in time that the clause around `span` shows."""
    behind = text[max(0, span.start - _BEFORE) : span.start]
    near = behind[-_JUST_BEFORE:]
    if tense.future_just_before.search(near):
        return "future"
    if tense.past_just_before.search(near) or tense.past_just_after.match(text, span.end):
        return "past"
    breaks = list(tense.clause_break.finditer(behind))
    if breaks:
        behind = behind[breaks[-1].end() :]
    sign: tuple[int, Direction] | None = None
    for name, pattern in _signs(tense):
        for found in pattern.finditer(behind):
            if sign is None or found.end() >= sign[0]:
                sign = found.end(), name
    if sign:
        return sign[1]
    ahead = text[span.end : span.end + _AFTER]
    closing = tense.clause_break.search(ahead)
    if closing:
        ahead = ahead[: closing.start()]
    for name, pattern in _signs(tense):
        first = pattern.search(ahead)
        if first and (sign is None or first.start() < sign[0]):
            sign = first.start(), name
    return sign[1] if sign else None


def _signs(tense: Tense) -> tuple[tuple[Direction, re.Pattern[str]], ...]:
    return ("past", tense.past), ("future", tense.future)
