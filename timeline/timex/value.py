"""A TIMEX3 value and its mod as a `Date` at its true precision.

In: `2018-W45`, `2018-SU`, `201`, `2018-08-04TMO`, `APPROX`. Out: a `Date`, or None for what names no place in the calendar
(`P3D`, `PAST_REF`, `XXXX-10-25`).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from timeline.edtf import Date, DateError, Day, day_after, parse, year_text

_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{2,4})"
    r"(?:-W(?P<week>\d\d)(?P<weekend>-WE)?|-(?P<season>SP|SU|FA|WI)|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T(?P<time>[\dA-Z:+-]*))?"
)
_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")


def date_of(value: str, mod: str = "") -> Date | None:
    """The date that a TIMEX3 value names, None where it names none. Widening words keep the year or month they are said of."""
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    try:
        return parse(_edtf(found, "~" if mod == "APPROX" else ""))
    except (DateError, ValueError, OverflowError):
        return None


def _edtf(found: re.Match[str], qualifier: str) -> str:
    year = found["year"]
    if found["bc"]:
        year = year_text(1 - int(year))
    if found["bc"] and len(found["year"]) < 4:
        last = -int(found["year"] + "0" * (4 - len(found["year"])))  # BC02 holds 300 to 201 BC
        return f"[{year_text(last - 10 ** (4 - len(found['year'])) + 1)}..{year_text(last)}]"
    if len(year) < 4:
        return year + "X" * (4 - len(year)) + qualifier
    if found["week"]:
        if found["bc"]:
            return year + qualifier
        monday = datetime.date.fromisocalendar(int(year), int(found["week"]), 1)
        first = monday + datetime.timedelta(days=5) if found["weekend"] else monday
        return f"[{first}..{monday + datetime.timedelta(days=6)}]"
    for name, code in (("quarter", 32), ("half", 39)):
        if found[name]:
            return f"{year}-{code + int(found[name])}{qualifier}"
    if found["season"]:
        return f"{year}-{_SEASON_CODES[found['season']]}{qualifier}"
    text = "-".join(part for part in (year, found["month"], found["day"]) if part)
    clock = _CLOCK.fullmatch(found["time"] or "")
    if clock and found["day"] and not qualifier and not found["time"].startswith("24"):
        text += f"T{found['time']}"
    return text + qualifier


def within(first: Day | datetime.date, last: Day | datetime.date | None) -> Date:
    """Once between two days; with no last day, once from the first on."""
    if last is None:
        return parse(f"[{first}..]")
    return parse(str(first)) if str(first) == str(last) else parse(f"[{first}..{last}]")


def one_of(days: Iterable[str]) -> Date | None:
    """On one of several days."""
    return _parsed(f"[{', '.join(sorted(days))}]")


def lasting(first: Date | None, last: Date | None) -> Date | None:
    """From the one date to the other, None for an end that is open. None where the two make no interval."""
    if (first and first.kind != "single") or (last and last.kind != "single"):
        return _days_from_to(first, last)
    if first and last and first.edtf == last.edtf:
        return first
    try:
        return parse(f"{_point(first)}/{_point(last)}")
    except DateError:
        return None


def _days_from_to(first: Date | None, last: Date | None) -> Date | None:
    start, end = first.earliest if first else None, last.latest if last else None
    if (first and start is None) or (last and end is None):
        return None
    try:
        return parse(f"{start or '..'}/{end or '..'}")
    except DateError:
        return None


def _point(date: Date | None) -> str:
    return date.edtf if date else ".."


def bounded(date: Date, bound: str) -> Date | None:
    """A date with the word before it: "since" and "until" say how long something lasted, "before", "by" and "after" say between
    which days it happened once, "about" that it may have been somewhat earlier or later."""
    if bound == "since":
        return lasting(date, None)
    if bound == "until":
        return lasting(None, date)
    if bound == "about":
        return _parsed(f"{date.edtf}~") or date
    first, last = date.earliest, date.latest
    if date.kind == "choice" and bound in ("before", "after"):  # seen from the day that bounds it least
        point = date.points[-1 if bound == "before" else 0]
        first, last = (point.first, point.last) if point else (None, None)
    if bound == "before" and first:
        return _parsed(f"[..{day_after(first, -1)}]")
    if bound == "by" and last:
        return _parsed(f"[..{last}]")
    if bound == "after" and last:
        return _parsed(f"[{day_after(last)}..]")
    return date


def _parsed(text: str) -> Date | None:
    try:
        return parse(text)
    except DateError:
        return None
