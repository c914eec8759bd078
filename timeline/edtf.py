"""Dates at their true precision, written in EDTF (ISO 8601-2, the Extended Date/Time Format).

In: text such as `2018-06~`, `2018-06/2018-08` or `[2018-10-25..2018-11-11]`. Out: a `Date`, which knows its first and
last possible day, or a `DateError` that says what to write. Years run from -9999 to 9999, 0000 is 1 BCE.

    2018  2018-06  2018-08-04  2018-08-04T14:30Z   a year, a month, a day, a time on a day
    201X  19XX  2018-22  2018-34  2018-40          a decade, a century, a season, a quarter, a half-year
    2018-06-XX  2018-XX                            some day of a month, some month of a year
    2018-06~  2018?  2018%                         about, uncertain, both
    2018-06/2018-08  ../2018-04  2018/..           it lasted: from and to, until, since
    [2018-10-25..2018-11-11]  [..2018]  [2018..]   once within
    [2018-08-04, 2018-08-05]                       on one of these
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from timeline.edtf_advice import advice, is_one_date, two_years

Precision = Literal["century", "decade", "year", "half", "season", "quarter", "month", "day"]
Kind = Literal["single", "interval", "within", "choice"]

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_POINT = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d\dXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:T(?P<time>\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?)?)?"
    r"(?P<qualifier>[~?%]?)"
)


class DateError(ValueError):
    """Text that is not a date; the message says what was found and what to write."""


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; the year 0 is 1 BCE."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{year_text(self.year)}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Point:
    """A single date. `qualifier` is "", "~" (about), "?" (uncertain) or "%" (both); `time` is "" or "14:30", with its
    zone where it has one; `unspecified` says that it is one unknown day or month within (`2018-06-XX`)."""

    edtf: str
    precision: Precision
    first: Day
    last: Day
    time: str = ""
    qualifier: str = ""
    unspecified: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A date as EDTF has it. `points` holds one point, two ends (None: open), or the days to choose from."""

    edtf: str
    kind: Kind
    points: tuple[Point | None, ...]

    @property
    def earliest(self) -> Day | None:
        """The first day it may touch, None where it is open."""
        start = self.points[0]
        return start.first if start else None

    @property
    def latest(self) -> Day | None:
        """The last day it may touch, None where it is open."""
        end = self.points[-1]
        return end.last if end else None

    @property
    def day(self) -> Day | None:
        """The one day, where it is one and known to the day."""
        point = self.points[0]
        return point.first if self.kind == "single" and point and point.precision == "day" and not point.unspecified else None

    def __str__(self) -> str:
        return self.edtf


def sort_key(date: Date) -> tuple[Day, int, tuple[int, ...], str]:
    """Order of a timeline: by first day. Where that is the same, the wider date first ("2018" before "2018-01"), but what
    happened once within several days after what surely happened on the first of them. What has no first day stands at its last."""
    start, end = date.earliest, date.latest
    if start is None:
        assert end is not None
        return end, 0, (), ""
    width = tuple(-number for number in end) if end else (-10000,)
    point = date.points[0]
    return start, 0 if date.kind in ("single", "interval") else 1, width, point.time if point else ""


def parse(text: str) -> Date:
    """Read EDTF. Raises DateError."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return _parse_set(text)
    if "/" in text and not is_one_date(text):
        return _parse_interval(text)
    return Date(text, "single", (parse_point(text),))


def _parse_interval(text: str) -> Date:
    ends = text.split("/")
    if len(ends) != 2:
        raise DateError(f"'{text}' is not a date. An interval has two ends: 2018-06/2018-08.")
    if "" in ends:
        raise DateError(f"'{text}' is not a date. Write an open end as two dots: {ends[0] or '..'}/{ends[1] or '..'}.")
    return _bounded(text, "interval", ends)


def _parse_set(text: str) -> Date:
    inside = text[1:-1].strip()
    if ".." in inside:
        ends = [end.strip() or ".." for end in inside.split("..", 1)]
        return _bounded(text, "within", ends)
    choices = tuple(parse_point(choice.strip()) for choice in inside.split(","))
    if len(choices) < 2:
        raise DateError(f"'{text}' is not a date. Square brackets hold two or more dates: [2018-08-04, 2018-08-05].")
    for before, after in itertools.pairwise(choices):
        if after.first <= before.first:
            raise DateError(f"'{text}' is not a date. Write the dates in order, each once.")
    return Date(text, "choice", choices)


def _bounded(text: str, kind: Kind, ends: list[str]) -> Date:
    points = tuple(None if end.strip() == ".." else parse_point(end.strip()) for end in ends)
    start, end = points
    if start is None and end is None:
        raise DateError(f"'{text}' is not a date. One end at least must be a date.")
    if start and end and end.last < start.first:
        raise DateError(f"'{text}' is not a date. It ends before it begins; write the earlier date first.")
    return Date(text, kind, points)


def parse_point(text: str) -> Point:
    """Read one date of EDTF, without intervals or sets. Raises DateError."""
    found = _POINT.fullmatch(text)
    if not found:
        raise DateError(f"'{text}' is not a date. {advice(text)}")
    year, month, day, time = found["year"], found["month"], found["day"], found["time"] or ""
    qualifier = found["qualifier"]
    if year == "-0000":
        raise DateError(f"'{text}' is not a date. The year 0000 has no sign; it is 1 BCE.")
    if "X" in year:
        if month:
            raise DateError(f"'{text}' is not a date. A decade or century has no month: write {year}.")
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return Point(text, "century" if year.endswith("XX") else "decade", Day(low, 1, 1), Day(high, 12, 31), "", qualifier)
    number = int(year)
    if month is None:
        return Point(text, "year", Day(number, 1, 1), Day(number, 12, 31), "", qualifier)
    if month == "XX":
        if day:
            raise DateError(f"'{text}' is not a date. A day needs its month; write {year} for the year.")
        return Point(text, "month", Day(number, 1, 1), Day(number, 12, 31), "", qualifier, unspecified=True)
    return _month_or_less(text, number, int(month), day, time, qualifier)


def _month_or_less(text: str, year: int, month: int, day: str | None, time: str, qualifier: str) -> Point:
    if month > 12:
        if day is not None or not (21 <= month <= 24 or 33 <= month <= 36 or month in (40, 41)):
            raise DateError(f"'{text}' is not a date. {f'{advice(text)} ' if two_years(text) else ''}Months run 01 to 12.")
        precision, first_month, length = _months_of_code(month)
        last_year, last_month = year + (first_month + length - 2) // 12, (first_month + length - 2) % 12 + 1
        return Point(
            text, precision, Day(year, first_month, 1), Day(last_year, last_month, days_in_month(last_year, last_month)), "", qualifier
        )
    if month == 0:
        raise DateError(f"'{text}' is not a date. Months run 01 to 12; write {year_text(year)} where the month is not known.")
    length = days_in_month(year, month)
    if day is None or day == "XX":
        return Point(text, "month" if day is None else "day", Day(year, month, 1), Day(year, month, length), "", qualifier, day == "XX")
    if not 1 <= int(day) <= length:
        raise DateError(f"'{text}' is not a date. Days of {year_text(year)}-{month:02} run 01 to {length}.")
    if time and not re.match(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$", time):
        raise DateError(f"'{text}' is not a date. Times run 00:00 to 23:59.")
    only = Day(year, month, int(day))
    return Point(text, "day", only, only, time, qualifier)


def _months_of_code(code: int) -> tuple[Precision, int, int]:
    """What a month number above 12 stands for: its precision, first month and count of months."""
    if code in SEASONS:
        return "season", _SEASON_FIRST_MONTH[code], 3
    if code >= 40:
        return "half", 1 + 6 * (code - 40), 6
    return "quarter", 1 + 3 * (code - 33), 3


def year_text(year: int) -> str:
    """A year as EDTF writes it: at least four digits, a minus sign before the year 0."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def days_in_month(year: int, month: int) -> int:
    """How many days the month has, in the proleptic Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_after(day: Day, days: int = 1) -> Day:
    """The day `days` (1 or -1) later."""
    year, month, number = day.year, day.month, day.day + days
    if number < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return Day(year, month, days_in_month(year, month))
    if number > days_in_month(year, month):
        return Day(year, month + 1, 1) if month < 12 else Day(year + 1, 1, 1)
    return Day(year, month, number)


def day_number(day: Day) -> int:
    """Days since 1 March of the year 0, in the proleptic Gregorian calendar."""
    year = day.year - (day.month <= 2)
    of_year = (153 * ((day.month - 3) % 12) + 2) // 5 + day.day - 1
    return year * 365 + year // 4 - year // 100 + year // 400 + of_year
