"""Arithmetic of the calendar: which days a part of the calendar covers, and which of its yearly or weekly returns is meant.

In: the fields of a mention and a day to look from. Out: the TIMEX3 value.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from timeline.edtf import Day, days_in_month
from timeline.timex.rule import Direction, Fields, Unit
from timeline.timex.value import date_of

_MONTH_DAYS = {
    "new-year": (1, 1), "new-year-eve": (12, 31), "christmas": (12, 25), "christmas-eve": (12, 24), "boxing-day": (12, 26),
    "independence": (7, 4), "halloween": (10, 31), "valentine": (2, 14), "veterans": (11, 11), "patrick": (3, 17), "may-day": (5, 1),
}  # fmt: skip
_NTH_WEEKDAYS = {  # month, weekday, which one of the month (-1 the last)
    "thanksgiving": (11, 4, 4), "labor": (9, 1, 1), "memorial": (5, 1, -1), "king": (1, 1, 3),
    "presidents": (2, 1, 3), "columbus": (10, 1, 2),
}  # fmt: skip
_FAR_BEHIND, _FAR_AHEAD = 300, 180  # days
_SOON = 60
_FROM_EASTER = {"easter": 0, "good-friday": -2, "easter-monday": 1, "palm-sunday": -7, "ash-wednesday": -46}


class Occurrence(NamedTuple):
    """One return of a part of the calendar: its value and the days it covers."""

    value: str
    first: datetime.date
    last: datetime.date


def value_in(year: int, fields: Fields) -> str | None:
    """The value of a mention in a year: `2018-08-04` for August 4. None where that year has no such day."""
    prefix = f"{year:04}"
    if "holiday" in fields:
        day = _holiday(year, fields["holiday"])
        return str(day) if day else None
    if "month" in fields:
        month = fields["month"]
        if "day" not in fields:
            return f"{prefix}-{month:02}"
        if not 1 <= month <= 12 or not 1 <= fields["day"] <= days_in_month(year, month):
            return None
        return f"{prefix}-{month:02}-{fields['day']:02}"
    if "season" in fields:
        return f"{prefix}-{fields['season']}"
    if "quarter" in fields:
        return f"{prefix}-Q{fields['quarter']}"
    if "half" in fields:
        return f"{prefix}-H{fields['half']}"
    return prefix


def unresolved(fields: Fields) -> str:
    """The value of a mention whose year is not known, as TIMEX3 writes it: `XXXX-10-25`."""
    if "weekday" in fields and "month" not in fields:
        return f"XXXX-WXX-{fields['weekday']}"
    value = value_in(2000, fields)  # a leap year, for February 29
    return "XXXX" + value[4:] if value and "holiday" not in fields else "XXXX-XX-XX"


def occurrences(fields: Fields, day: datetime.date) -> Iterator[Occurrence]:
    """The returns of a part of the calendar around a day, in order."""
    for year in range(day.year - 4, day.year + 5):
        value = value_in(year, fields) if 1 <= year <= 9998 else None
        date = date_of(value) if value else None
        if value and date and date.earliest and date.latest:
            if "weekday" in fields and "day" in fields and _date(date.earliest).isoweekday() != fields["weekday"]:
                continue
            yield Occurrence(value, _date(date.earliest), _date(date.latest))


def nearest(fields: Fields, day: datetime.date, direction: Direction | None, named: bool) -> str | None:
    """The return that is meant, seen from `day`.

    `named` says that a word names the direction ("last June"), which leaves the present one out; else it comes from the tense. A writer
    names the year of a day that is nearly a year off, so there the tense is not believed and the nearest return is meant.
    Where nothing tells, it lies behind unless it comes soon.
    """
    found = list(occurrences(fields, day))
    if not found:
        return None
    if named and direction == "present":
        return next((each.value for each in found if each.value[:4] == f"{day.year:04}"), None)
    behind = [each for each in found if (each.last < day if named else each.first <= day)]
    ahead = [each for each in found if (each.first > day if named else each.last >= day)]
    if direction == "past" and behind and (named or (day - behind[-1].last).days <= _FAR_BEHIND):
        return behind[-1].value
    if direction == "future" and ahead and (named or (ahead[0].first - day).days <= _FAR_AHEAD):
        return ahead[0].value
    if direction is None and behind and (not ahead or (ahead[0].first - day).days > _SOON):
        return behind[-1].value
    return closest(fields, day)


def closest(fields: Fields, day: datetime.date) -> str | None:
    """The return with the fewest days between it and `day`, the earlier of two."""
    return (
        min(
            occurrences(fields, day),
            key=lambda each: max((each.first - day).days, (day - each.last).days, 0),
            default=Occurrence("", day, day),
        ).value
        or None
    )


def weekday(number: int, day: datetime.date, direction: Direction | None, named: bool) -> datetime.date | None:
    """The day of the week that is meant, seen from `day`: the one behind, or the one ahead, itself included unless named."""
    if direction == "future" or (named and direction == "present"):
        ahead = (number - day.isoweekday()) % 7
        return plus(day, ahead or (7 if named and direction == "future" else 0))
    behind = (day.isoweekday() - number) % 7
    return plus(day, -(behind or (7 if named else 0)))


def plus(day: datetime.date, days: int) -> datetime.date | None:
    """The day so many days later, None where the calendar ends."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def shifted(day: datetime.date, unit: Unit, amount: int, keep: str = "") -> str | None:
    """The value of the unit that lies `amount` units from the one of `day`: 2018-W44 for -1 week from 2018-11-08.

    `keep` is a finer value whose place in the year is kept: a year before 1989-Q3 is 1988-Q3.
    """
    if unit == "day":
        moved = plus(day, amount)
        return str(moved) if moved else None
    if unit in ("week", "weekend"):
        moved = plus(day, 7 * amount)
        if not moved:
            return None
        year, week, _ = moved.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit in ("month", "quarter", "half"):
        length = {"month": 1, "quarter": 3, "half": 6}[unit]
        months = day.year * 12 + day.month - 1 + amount * length
        year, month = months // 12, months % 12
        if not 1 <= year <= 9999:
            return None
        return f"{year:04}-" + (f"{month + 1:02}" if unit == "month" else f"{unit[0].upper()}{month // length + 1}")
    size = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if size is None:
        return None
    if keep and unit != "year":
        size, keep = size, ""
    year = day.year // size + amount
    if not 1 <= year * size <= 9999:
        return None
    return f"{year:04}{keep[4:]}" if size == 1 else f"{year:0{3 if size == 10 else 2}}"


def _date(day: Day) -> datetime.date:
    return datetime.date(day.year, day.month, day.day)


def _holiday(year: int, name: str) -> datetime.date | None:
    if not 1 <= year <= 9998:
        return None
    if name in _MONTH_DAYS:
        return datetime.date(year, *_MONTH_DAYS[name])
    if name in _FROM_EASTER:
        return _easter(year) + datetime.timedelta(days=_FROM_EASTER[name])
    if name == "election":  # the Tuesday after the first Monday of November
        return _nth_weekday(year, 11, 1, 1) + datetime.timedelta(days=1)
    return _nth_weekday(year, *_NTH_WEEKDAYS[name])


def _nth_weekday(year: int, month: int, number: int, which: int) -> datetime.date:
    if which < 0:
        last = datetime.date(year, month, days_in_month(year, month))
        return last - datetime.timedelta(days=(last.isoweekday() - number) % 7)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(number - first.isoweekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
