"""A number that shares what the next one counts: the 9 of "9 to 11 a.m.", the two of "two to three weeks".

In: text, mentions in order, a language's connectives. Out: the same, with a mention for each such number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from timeline.model import Span
from timeline.timex.rule import Connectives, Fields, Mention

_REACH = 24  # characters looked at before a mention


def with_numbers(text: str, mentions: list[Mention], connectives: Connectives) -> list[Mention]:
    """Add the number before a time of day or a duration: the 9 of "9 to 11 a.m.", the two of "two to three weeks"."""
    result: list[Mention] = []
    for mention in mentions:
        floor = result[-1].span.end if result else 0
        if mention.kind == "clock" and "hour" in mention.fields:
            first = _hour_before(text, mention, floor, connectives)
        elif mention.kind == "duration" and "amount" in mention.fields:
            first = _count_before(text, mention, floor, connectives)
        else:
            first = None
        result += [first, mention] if first else [mention]
    return result


def _number_before(
    text: str, mention: Mention, floor: int, pattern: re.Pattern[str], connectives: Connectives
) -> tuple[re.Match[str], Span] | None:
    found = pattern.search(text, max(floor, mention.span.start - _REACH), mention.span.start)
    if not found:
        return None
    span = Span(found.start("number"), found.start("joint"))
    lists = connectives.between_and.fullmatch(found["joint"])
    if lists and not connectives.between.search(text[max(0, span.start - _REACH) : span.start]):
        return None
    return found, span


def _hour_before(text: str, mention: Mention, floor: int, connectives: Connectives) -> Mention | None:
    before = _number_before(text, mention, floor, connectives.fewer_hours, connectives)
    if not before:
        return None
    found, span = before
    hour, minute = cast(int, connectives.numbers["HOUR"](found["number"])), int(found["minute"] or 0)
    last, written = mention.fields["hour"], re.search(r"[0-9]+", text[slice(*mention.span)])
    if written and int(written[0]) + 12 == last and hour + 12 <= last:
        hour += 12  # from 3 to 5 in the afternoon
    if hour * 60 + minute >= last * 60 + mention.fields.get("minute", 0) or (found["joint"] == "/" and not found["minute"]):
        return None
    return replace(mention, span=span, words=span, fields=cast(Fields, dict(mention.fields) | {"hour": hour, "minute": minute}))


def _count_before(text: str, mention: Mention, floor: int, connectives: Connectives) -> Mention | None:
    before = _number_before(text, mention, floor, connectives.fewer_counts, connectives)
    if not before:
        return None
    found, span = before
    count, last = connectives.numbers["COUNT"](found["number"]), mention.fields["amount"]
    if isinstance(count, str) or isinstance(last, str) or not cast(float, count) < last:
        return None
    return replace(mention, span=span, words=span, fields=cast(Fields, dict(mention.fields) | {"amount": count}))
