"""When an article was published, as far as its own dates tell.

In: text, its mentions, a language's signs of tense. Out: a window of days with the basis "inferred", or None.

A date with its year, and its month at least, that the text speaks of as past was published on that day or later; a year alone says too
little ("founded in 1947") to place others by. Seen from the latest such date, a day without
a year that lies behind falls nearest to it, and one that lies ahead falls next after it; the first that lies ahead closes the window.
Of a history, the days without a year tell nothing of when it was written.
"""

from __future__ import annotations

import datetime

from timeline.model import DocumentCreationTime
from timeline.timex import days, value
from timeline.timex.discourse import tells_history
from timeline.timex.rule import Fields, Mention, Tense
from timeline.timex.tense import direction

_PARTS = ("month", "season", "quarter", "half")


def infer(text: str, mentions: list[Mention], tense: Tense) -> DocumentCreationTime | None:
    """The window of publication that the dates of the text allow."""
    calendar = [(mention, direction(text, mention.span, tense)) for mention in mentions if mention.kind == "calendar"]
    behind = [(mention.fields, first) for mention, towards in calendar if towards != "future" and (first := _first_day(mention.fields))]
    if behind and tells_history(text, mentions, None):
        return DocumentCreationTime(max(first for _, first in behind), None, "inferred")
    earliest = max((first for fields, first in behind if any(part in fields for part in _PARTS)), default=None)
    if earliest is None:
        return None
    yearless = [(mention, towards) for mention, towards in calendar if _is_yearless(mention)]
    dated = earliest
    for mention, towards in yearless:
        near = _day(days.closest(mention.fields, dated)) if towards != "future" else None
        if near and near > earliest:
            earliest = near
    ahead = [
        _day(choice.value)
        for mention, towards in yearless
        if towards == "future" and "day" in mention.fields and (choice := days.nearest(mention.fields, earliest, "future"))
    ]
    ahead += [last for mention, towards in calendar if towards == "future" and (last := _last_day(mention.fields))]
    latest = min((day for day in ahead if day and day >= earliest), default=None)
    return DocumentCreationTime(earliest, latest, "inferred")


def _first_day(fields: Fields) -> datetime.date | None:
    """The first day of a date with its year, the earlier where it can be read in two ways."""
    if "year" not in fields or fields.get("era") or fields.get("mod") == "END":
        return None
    first = _day(days.value_in(fields["year"], fields))
    if first and fields.get("ambiguous_order") and first.day <= 12:
        return min(first, first.replace(month=first.day, day=first.month))
    return first


def _last_day(fields: Fields) -> datetime.date | None:
    """The last day of a date with its year: what is said to come in 2024 was said in 2024 at the latest."""
    if "year" not in fields or fields.get("era"):
        return None
    date = value.date_of(days.value_in(fields["year"], fields) or "")
    return datetime.date(*date.latest) if date and date.latest and date.latest.year >= 1 else None


def _is_yearless(mention: Mention) -> bool:
    fields = mention.fields
    return "year" not in fields and "within" not in fields and "direction" not in fields and any(part in fields for part in _PARTS)


def _day(written: str | None) -> datetime.date | None:
    date = value.date_of(written) if written else None
    first = date.earliest if date else None
    return datetime.date(*first) if first and first.year >= 1 else None
