"""Dates as TimelineJS has them: numbers for a first and a last moment, and words to show in their place.

In: a `Date` -> two moments and words; these -> EDTF. What a moment cannot say (about, uncertain, one of, before, a time zone) is said
by the words, which are believed as long as they mean the same moments. TimelineJS writes 44 BCE as the year -44, and has no year 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.check.text import shown
from timeline.edtf import Date, DateError, Point, parse, year_text
from timeline.wording import in_words, read_date

_TIME = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:[:.]\d+)? ?([ap]\.?m\.?)?", re.I)
_NUMBER = re.compile(r"-?\d+(?:\.0+)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A year as EDTF counts it, and as much of month, day and time of day ("14:30") as is known."""

    year: int
    month: int = 0
    day: int = 0
    time: str = ""

    def edtf(self) -> str:
        """The moment as a date."""
        parts = [year_text(self.year), *(f"{number:02}" for number in (self.month, self.day) if number)]
        return "-".join(parts) + (f"T{self.time}" if self.time else "")

    def numbers(self) -> dict[str, int]:
        """The moment as TimelineJS writes it."""
        held = {"year": self.year if self.year > 0 else self.year - 1, "month": self.month, "day": self.day}
        if self.time:
            held |= zip(("hour", "minute", "second"), map(int, self.time.split(":")), strict=False)
        return {name: number for name, number in held.items() if number or name in ("year", "hour", "minute")}


def moments(date: Date) -> tuple[Moment, Moment | None]:
    """The first and the last moment of a date; no last one where it is the first."""
    points = [point for point in date.points if point]
    first, last = _first(points[0]), _last(points[-1])
    open_ended = len(points) < len(date.points)
    return first, None if last == first or (open_ended and date.points[0]) else last


def words(date: Date) -> str:
    """What is to be shown where the moments do not say it: words, or the date itself where words are read as another; else ""."""
    if edtf_of(*moments(date)) == date.edtf:
        return ""
    said = in_words(date)
    try:
        return said if read_date(said).edtf == date.edtf else date.edtf
    except DateError:
        return date.edtf


def date_of(start: Moment, end: Moment | None, said: str) -> tuple[str, bool]:
    """EDTF of two moments and what is shown in their place, and whether that was understood."""
    plain = edtf_of(start, None if end == start else end)
    if not said:
        return plain, True
    try:
        date = read_date(said)
    except DateError:
        return plain, False
    if moments(date) == (start, None if end == start else end):
        return date.edtf, True
    return plain, date.edtf == plain


def edtf_of(start: Moment, end: Moment | None) -> str:
    """EDTF of two moments."""
    return start.edtf() + (f"/{end.edtf()}" if end else "")


def moment_of(numbers: Mapping[str, object], clock: str = "") -> Moment:
    """A moment from the numbers of TimelineJS, and from a time of day. Raises ValueError that says what to write."""
    year = _number(numbers, "year")
    if not year:
        raise ValueError("there is no year 0: write -1 for 1 BCE" if year == 0 else "its year is missing")
    month, day = _number(numbers, "month") or 0, _number(numbers, "day") or 0
    if day and not month:
        raise ValueError(f"day {day} has no month. Write the month, or leave the day empty")
    time = _clock(clock) if clock else _time(numbers)
    moment = Moment(year if year > 0 else year + 1, month, day, time if day else "")
    parse(moment.edtf())
    return moment


def _first(point: Point) -> Moment:
    year, month, day = point.first
    return _moment(point, year, month, day)


def _last(point: Point) -> Moment:
    year, month, day = point.last
    return _moment(point, year, month, day)


def _moment(point: Point, year: int, month: int, day: int) -> Moment:
    if year > 9999:  # the winter of 9999 goes on beyond the years that there are
        year, month, day = 9999, 12, 31
    match point.precision:
        case "century" | "decade" | "year":
            return Moment(year)
        case "day" if not point.unspecified:
            return Moment(year, month, day, re.sub(r"(?:Z|[+-]\d\d:\d\d)$", "", point.time))
        case "month" if point.unspecified:
            return Moment(year)
    return Moment(year, month)


def _number(numbers: Mapping[str, object], name: str) -> int | None:
    value = numbers.get(name)
    text = "" if value is None else str(value).replace(",", "").replace(" ", "")
    if not text:
        return None
    if not _NUMBER.fullmatch(text) or len(text) > 12:
        raise ValueError(f"{name} {shown(str(value))} is not a number")
    return int(text.partition(".")[0])


def _time(numbers: Mapping[str, object]) -> str:
    hour, minute, second = (_number(numbers, name) for name in ("hour", "minute", "second"))
    if hour is None:
        return ""
    return f"{hour:02}:{minute or 0:02}" + (f":{second:02}" if second else "")


def _clock(text: str) -> str:
    found = _TIME.fullmatch(text.strip())
    if not found:
        raise ValueError(f"time {shown(text)} is not a time. Write one such as 14:30")
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower().startswith("p") else 0)
    return f"{hour:02}:{found[2]}" + (f":{found[3]}" if found[3] not in (None, "00") else "")
