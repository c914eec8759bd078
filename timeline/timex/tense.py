"""Whether a mention lies behind or ahead of the day of publication, by the words of its clause.

In: text, the span of a mention, a language's signs of tense. Out: a `Sign`: "past" or "future", None where nothing tells.
A word just before or after the mention decides; else the nearest sign of its clause before it; where there is none, the nearest
one after it; where verbs stand last, the other way round. A sign that stands within a longer one does not count: the "named" of
"will be named".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.model import Span
from timeline.timex.rule import Direction, Tense

_BEFORE, _AFTER = 160, 90  # characters of the clause that are read
_JUST_BEFORE = 32
_OPENING = re.compile(r"\W*(?:\w{1,7}\W+)?(?:the\W+)?")  # what may stand before a date that opens its clause: "On", "By the"

_BESIDE = re.compile(r"\s+(?:\w{1,3}\s+)?")  # what may stand between the verb and its date: "on"


class Sign(NamedTuple):
    """What the clause shows. `firm`: the mention opens its clause or stands beside a past verb, so that it can only be the verb's own."""

    direction: Direction | None
    firm: bool = False


def sign(text: str, span: Span, tense: Tense, *, with_clock: bool = False) -> Sign:
    """What the clause around `span` shows of its direction in time. "Before dawn on Monday" bounds the clock, not the day."""
    behind = text[max(0, span.start - _BEFORE) : span.start]
    near = behind[-_JUST_BEFORE:]
    breaks = list(tense.clause_break.finditer(behind))
    clause = behind[breaks[-1].end() :] if breaks else behind
    before = list(_signs(clause, tense))
    opens = bool(_OPENING.fullmatch(clause)) and (bool(breaks) or span.start <= _BEFORE) and not before
    limited = tense.future_just_before.search(near)
    if limited and with_clock and limited.groupdict().get("of_clock"):
        limited = None
    if limited and not opens:
        return Sign("future")
    if tense.past_just_before.search(near) or tense.past_just_after.match(text, span.end):
        return Sign("past")
    ahead = text[span.end : span.end + _AFTER]
    closing = tense.clause_break.search(ahead)
    first, _ = next(_signs(ahead[: closing.start()] if closing else ahead, tense), (None, 0))
    if before and not (tense.verb_last and first):
        towards, end = before[-1]
        return Sign(towards, towards == "past" and bool(_BESIDE.fullmatch(clause, end)))
    if first is None and (limited or tense.future_just_after.match(text, span.end)):
        return Sign("future")
    return Sign(first, opens and first is not None)


def direction(text: str, span: Span, tense: Tense) -> Direction | None:
    """The direction alone."""
    return sign(text, span, tense).direction


def _signs(clause: str, tense: Tense) -> Iterator[tuple[Direction, int]]:
    """The signs in order, each with its end, without those that begin within another."""
    found: list[tuple[int, int, Direction]] = [(*match.span(), "past") for match in tense.past.finditer(clause)]
    found += [(*match.span(), "future") for match in tense.future.finditer(clause)]
    done = 0
    for start, end, name in sorted(found, key=lambda each: (each[0], -each[1])):  # of two that begin together, the longer
        if start >= done:
            yield name, end
            done = end
