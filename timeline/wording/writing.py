"""Write dates in plain English words.

In: a Date. Out: "4 August 2018", "in 2017", "between 25 October and 11 November 2018".
"""

from __future__ import annotations

import re
from datetime import date as calendar_date

from timeline import edtf
from timeline.edtf import Date, Day, Point, day_after

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_LAST_DAY = Day(9999, 12, 31)
ORDINALS = ("first", "second", "third", "fourth")


def in_words(date: Date) -> str:
    """The date as a reader would say it, at its true precision."""
    points = [point for point in date.points if point]
    if date.kind == "single":
        alone = points[0].precision in ("year", "decade", "century", "half", "quarter")
        return ("in " if alone and not points[0].qualifier else "") + point_in_words(points[0])
    if date.kind == "choice":
        named = _sharing(points)
        return ", ".join(named[:-1]) + " or " + named[-1]
    if date.earliest is None:
        return _open_start(date.kind == "within", points[-1])
    if date.latest is None:
        return f"{point_in_words(points[0])} or later" if date.kind == "within" else f"from {point_in_words(points[0])} on"
    if date.kind == "within" and is_week(date):
        return f"week of {point_in_words(points[0])}"
    start, end = _sharing(points)
    return f"between {start} and {end}" if date.kind == "within" else f"{start} to {end}"


def _open_start(within: bool, end: Point) -> str:
    if within:
        return f"{point_in_words(end)} or earlier"
    if end.precision in ("day", "month", "year") and _is_plain(end) and end.last < _LAST_DAY:
        return f"before {point_in_words(edtf.parse_point(_following(end.precision, end.last)))}"
    return f"until {point_in_words(end)}"


def _following(precision: str, last: Day) -> str:
    """EDTF of the day, month or year that begins after `last`."""
    text = str(day_after(last))
    return text if precision == "day" else text[:-3] if precision == "month" else text[:-6]


def _sharing(points: list[Point]) -> list[str]:
    """Each point in words, without the month and year that it shares with the last: "4", "5 August 2018"."""
    last = points[-1]
    same_kind = all(_is_plain(point) and point.precision == last.precision for point in points)
    if not same_kind or last.precision not in ("day", "month"):
        return [point_in_words(point) for point in points]
    if any(point.first.year != last.first.year for point in points):
        return [point_in_words(point) for point in points]
    if last.precision == "month":
        return [*(MONTHS[point.first.month - 1] for point in points[:-1]), point_in_words(last)]
    if all(point.first.month == last.first.month for point in points):
        return [*(str(point.first.day) for point in points[:-1]), point_in_words(last)]
    return [*(f"{point.first.day} {MONTHS[point.first.month - 1]}" for point in points[:-1]), point_in_words(last)]


def _is_plain(point: Point) -> bool:
    return not (point.qualifier or point.time or point.unspecified)


def point_in_words(point: Point) -> str:
    """A single date in words, without a preposition."""
    words = _bare_words(point)
    if point.qualifier in ("~", "%"):
        words = f"about {words}"
    return f"{words} (uncertain)" if point.qualifier in ("?", "%") else words


def _bare_words(point: Point) -> str:
    first = point.first
    year = year_in_words(first.year)
    match point.precision:
        case "year":
            return year
        case "decade":
            return f"the {first.year}s" if first.year % 100 else f"the decade from {first.year}"  # "the 1900s" may be the century
        case "century":
            return f"the {_with_suffix(first.year // 100 + 1)} century"
        case "half" | "quarter":
            index = (first.month - 1) // (6 if point.precision == "half" else 3)
            return f"the {ORDINALS[index]} {point.precision} of {year}"
        case "season":
            return f"{edtf.SEASONS[20 + (first.month // 3)]} {year}"
        case "month":
            return f"some month of {year}" if point.unspecified else f"{MONTHS[first.month - 1]} {year}"
        case "day":
            month = f"{MONTHS[first.month - 1]} {year}"
            if point.unspecified:
                return f"some day of {month}"
            time = re.sub(r"(?<=\d)(Z|[+-])", lambda found: " UTC" if found[0] == "Z" else f" {found[0]}", point.time)
            return f"{first.day} {month}" + (f", {time}" if time else "")


def year_in_words(year: int) -> str:
    """The year as people write it: "2018", "44 BCE", "43 CE"."""
    if year <= 0:
        return f"{1 - year} BCE"
    return str(year) if year >= 1000 else f"{year} CE"


def _with_suffix(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def weekday(day: Day) -> str:
    """The name of the day's weekday, "" for years outside 1 to 9999."""
    return WEEKDAYS[calendar_date(*day).weekday()] if 1 <= day.year <= 9999 else ""


def is_week(date: Date) -> bool:
    """Whether the date runs from a Monday to the Sunday after it."""
    first, last = date.points[0], date.points[-1]
    if not (first and last and _is_plain(first) and _is_plain(last) and first.precision == last.precision == "day"):
        return False
    start, end = first.first, last.last
    return weekday(start) == "Monday" and weekday(end) == "Sunday" and (calendar_date(*end) - calendar_date(*start)).days == 6
