"""What two times beside each other lend each other: the half of the day, the month, the day; lengths in two units.

In: text, mentions in order, a language's connectives. Out: mentions in order, some of them joined or with more fields.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from timeline.model import Span
from timeline.timex.rule import Connectives, Fields, Mention

_REACH = 24  # characters looked at around a mention
_CLOCK_FIELDS = frozenset(("hour", "minute", "second", "zone", "part"))
_HALF_BY_PART = {"AF": range(1, 12), "EV": range(1, 12), "NI": range(6, 12), "MI": range(1, 4)}  # hours that lie after noon
_SIZES = {"second": 0, "minute": 1, "hour": 2, "day": 3, "week": 4, "month": 5, "year": 6}
_BESIDE = re.compile(r"[^\S\r\n]{0,2}")


def with_hour_of_part(date: Mention, clock: Mention) -> Fields:
    """The fields of a clock whose half of the day its date names: "Friday afternoon at 3"."""
    fields = clock.fields
    if fields.get("hour", 0) in _HALF_BY_PART.get(date.fields.get("part", ""), ()):
        return {**fields, "hour": fields["hour"] + 12}
    return fields


def with_clock_ranges(text: str, mentions: list[Mention], connectives: Connectives) -> list[Mention]:
    """Give the second clock of a range the day and the half of the day of the first, tomorrow from 3 p.m. to 5, and the first the day
    of the second, from 9 to 11 a.m. tomorrow."""
    result = list(mentions)
    for index in range(1, len(result)):
        first, last = result[index - 1], result[index]
        if "hour" not in last.fields or "hour" not in first.fields:
            continue
        if first.kind == "clock" and last.kind in ("calendar", "relative") and _is_range(text, first, last, connectives):
            ahead = {name: value for name, value in last.fields.items() if name not in _CLOCK_FIELDS}
            result[index - 1] = replace(first, kind=last.kind, fields=cast(Fields, {**ahead, **first.fields}))
        elif last.kind == "clock" and _is_range(text, first, last, connectives):
            hour = last.fields["hour"]
            later = 12 <= first.fields["hour"] < hour + 12 and hour < 12 and hour < first.fields["hour"]
            day = {name: value for name, value in first.fields.items() if name not in _CLOCK_FIELDS}
            fields = {**day, **last.fields, "hour": hour + 12 if later else hour}
            result[index] = replace(last, kind=first.kind, fields=cast(Fields, fields))
    return result


def _is_range(text: str, first: Mention, last: Mention, connectives: Connectives) -> bool:
    between = text[first.span.end : min(last.span.start, first.span.end + _REACH)]
    if connectives.to.fullmatch(between):
        return True
    before = text[max(0, first.span.start - _REACH) : first.span.start]
    return bool(connectives.between_and.fullmatch(between) and connectives.between.search(before))


def with_smaller_units(text: str, mentions: list[Mention], connectives: Connectives) -> list[Mention]:
    """Join the two lengths of "two hours and thirty minutes"."""
    result: list[Mention] = []
    for mention in mentions:
        before = result[-1] if result else None
        if before and before.kind == mention.kind == "duration" and _continues(text, before, mention, connectives):
            span = Span(before.span.start, mention.span.end)
            fields: Fields = {**before.fields, "smaller": mention.fields}
            result[-1] = replace(before, span=span, words=span, fields=fields)
        else:
            result.append(mention)
    return result


def _continues(text: str, before: Mention, mention: Mention, connectives: Connectives) -> bool:
    sizes = [_SIZES.get(each.fields.get("unit", ""), -1) for each in (before, mention)]
    amounts = [each.fields.get("amount") for each in (before, mention)]
    if not -1 < sizes[1] < sizes[0] or "smaller" in before.fields or not all(isinstance(count, (int, float)) for count in amounts):
        return False
    between = text[before.span.end : min(mention.span.start, before.span.end + _REACH)]
    return bool(_BESIDE.fullmatch(between) or connectives.between_and.fullmatch(between))


def with_shared_month(first: Mention, last: Mention) -> Mention:
    """The end of a range that names its day alone, in the month of its start."""
    if last.kind != "calendar" or not set(last.fields) <= {"day"} or first.kind != "calendar":
        return last
    shared = {name: value for name, value in first.fields.items() if name in ("month", "year", "within")}
    if not shared or last.fields["day"] <= first.fields.get("day", 31):
        return last
    return replace(last, fields=cast(Fields, {**shared, "day": last.fields["day"]}))
