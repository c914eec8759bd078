"""When an article was published, as far as its own dates tell.

In: text, its mentions, a language's signs of tense. Out: a window of days whose basis names the words it was inferred from, or None.

A date with its year, and its month at least, that the text speaks of as past was published on that day or later; a year alone says too
little ("founded in 1947") to place others by. Seen from the latest such date, a day without
a year that lies behind falls nearest to it, and one that lies ahead falls next after it; the first that lies ahead closes the window.
Of a history, the days without a year tell nothing of when it was written.
"""

from __future__ import annotations

import datetime

from timeline.basis import OPEN_ORDER
from timeline.model import DocumentCreationTime
from timeline.timex import days, value
from timeline.timex.discourse import tells_history
from timeline.timex.rule import Fields, Mention, Tense
from timeline.timex.tense import direction

_PARTS = ("month", "season", "quarter", "half")


def infer(text: str, mentions: list[Mention], tense: Tense) -> DocumentCreationTime | None:
    """The window of publication that the dates of the text allow."""
    calendar = [(mention, direction(text, mention.span, tense)) for mention in mentions if mention.kind == "calendar"]
    behind = [(first, mention) for mention, towards in calendar if towards != "future" and (first := _first_day(mention.fields))]
    if behind and tells_history(text, mentions, None):
        earliest, newest = max(behind, key=_first)
        return DocumentCreationTime(earliest, None, _basis(text, newest))
    dated, year_giver = max((pair for pair in behind if any(part in pair[1].fields for part in _PARTS)), key=_first, default=(None, None))
    if dated is None or year_giver is None:
        return None
    yearless = [(mention, towards) for mention, towards in calendar if _is_yearless(mention)]
    near = [(day, mention) for mention, towards in yearless if towards != "future" and (day := _day(days.closest(mention.fields, dated)))]
    earliest, newest = max([(dated, year_giver), *near], key=_first)
    ahead = [
        (day, mention)
        for mention, towards in yearless
        if towards == "future" and "day" in mention.fields and (day := _day(_next(mention.fields, earliest)))
    ]
    ahead += [(last, mention) for mention, towards in calendar if towards == "future" and (last := _last_day(mention.fields))]
    latest, closing = min((pair for pair in ahead if pair[0] >= earliest), key=_first, default=(None, None))
    return DocumentCreationTime(earliest, latest, _basis(text, year_giver, newest, closing))


def _first(pair: tuple[datetime.date, Mention]) -> datetime.date:
    return pair[0]


def _basis(text: str, *mentions: Mention | None) -> str:
    """Says by which words the days of publication are known: 'inferred from "October 25" and "November 11"'."""
    spans = sorted({mention.span for mention in mentions if mention})
    words = list(dict.fromkeys(f'"{" ".join(text[slice(*span)].split())}"' for span in spans))
    return "inferred from " + " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _next(fields: Fields, day: datetime.date) -> str | None:
    choice = days.nearest(fields, day, "future")
    return choice.value if choice else None


def _first_day(fields: Fields) -> datetime.date | None:
    """The first day of a date with its year, the earlier where it can be read in two ways."""
    if "year" not in fields or fields.get("era") or fields.get("mod") == "END":
        return None
    first = _day(days.value_in(fields["year"], fields))
    if first and fields.get("order") == OPEN_ORDER:
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
