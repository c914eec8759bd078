"""Arithmetic of the calendar: which days a part of the calendar covers, and which of its yearly or weekly returns is meant.

In: the fields of a mention and a day to look from. Out: the TIMEX3 value, and whether the choice is sure. Years are counted as EDTF
counts them: 0 is 1 BC, which TIMEX3 writes BC0001.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from timeline.edtf import Date, Day, days_in_month
from timeline.timex.rule import Direction, Fields, Unit
from timeline.timex.value import date_of

_MONTH_DAYS = {
    "new-year": (1, 1), "new-year-eve": (12, 31), "christmas": (12, 25), "christmas-eve": (12, 24), "boxing-day": (12, 26),
    "independence": (7, 4), "halloween": (10, 31), "valentine": (2, 14), "veterans": (11, 11), "patrick": (3, 17), "may-day": (5, 1),
    "canada": (7, 1), "bastille": (7, 14), "anzac": (4, 25), "all-saints": (11, 1),
    "all-souls": (11, 2), "bonfire": (11, 5),
}  # fmt: skip
_NTH_WEEKDAYS = {  # month, weekday, which one of the month (-1 the last)
    "thanksgiving": (11, 4, 4), "labor": (9, 1, 1), "memorial": (5, 1, -1), "king": (1, 1, 3),
    "presidents": (2, 1, 3), "columbus": (10, 1, 2), "mother": (5, 7, 2), "father": (6, 7, 3),
}  # fmt: skip
_FAR_BEHIND, _FAR_AHEAD = 300, 240  # days
_SOON = 60
_TO_REPORT = 92  # days after its end within which a quarter is reported
_YEARS_AROUND = 4  # on either side of a day, to look for a return in: as many as part two leap days
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NEW_YEAR = 4 * 31  # in a story, a month that is ahead by at most so many days is one of the next year
_LITTLE_BACK = 10  # days
_CYCLE = 4000  # the calendar repeats itself after 400 years, to the day of the week
_FROM_EASTER = {
    "easter": 0, "good-friday": -2, "easter-monday": 1, "palm-sunday": -7, "ash-wednesday": -46, "maundy": -3,
    "holy-saturday": -1, "shrove": -47, "ascension": 39, "pentecost": 49, "whit-monday": 50,
}  # fmt: skip


class Occurrence(NamedTuple):
    """One return of a part of the calendar, and the days it covers."""

    year: int
    fields: Fields
    first: datetime.date
    last: datetime.date

    @property
    def value(self) -> str:
        """As TIMEX3 writes it."""
        return value_in(self.year, self.fields) or ""


def value_in(year: int, fields: Fields) -> str | None:
    """The value of a mention in a year: `2018-08-04` for August 4. None where that year has no such day."""
    prefix = year_value(year)
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


def year_value(year: int) -> str:
    """A year as TIMEX3 writes it: `0476`, `BC0044`."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def unresolved(fields: Fields) -> str:
    """The value of a mention whose year is not known, as TIMEX3 writes it: `XXXX-10-25`."""
    if "weekday" in fields and "month" not in fields:
        return f"XXXX-WXX-{fields['weekday']}"
    if "day" in fields and "month" not in fields:
        return f"XXXX-XX-{fields['day']:02}"
    value = value_in(2000, fields)  # a leap year, for February 29
    return "XXXX" + value[4:] if value and "holiday" not in fields else "XXXX-XX-XX"


def covered(year: int, fields: Fields) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of what `value_in` names in a year from 1 to 9998; None where that year has no such day."""
    if "holiday" in fields:
        day = _holiday(year, fields["holiday"])
        return (day, day) if day else None
    if "month" in fields and "day" in fields:
        month, number = fields["month"], fields["day"]
        if not 1 <= month <= 12 or not 1 <= number <= days_in_month(year, month):
            return None
        day = datetime.date(year, month, number)
        return day, day
    if "month" in fields:
        return _months(year, fields["month"], 1)
    if "season" in fields:
        return _months(year, _SEASON_STARTS[fields["season"]], 3)
    if "quarter" in fields:
        return _months(year, 3 * fields["quarter"] - 2, 3)
    if "half" in fields:
        return _months(year, 6 * fields["half"] - 5, 6)
    return _months(year, 1, 12)


def _months(year: int, month: int, length: int) -> tuple[datetime.date, datetime.date]:
    last_year, last_month = year + (month + length - 2) // 12, (month + length - 2) % 12 + 1
    return datetime.date(year, month, 1), datetime.date(last_year, last_month, days_in_month(last_year, last_month))


def occurrences(fields: Fields, years: range) -> Iterator[Occurrence]:
    """The returns of a part of the calendar in the years given, in their order."""
    parts = [fields]
    if "day" in fields and "month" not in fields:  # the 8th
        parts = [fields | {"month": month} for month in range(1, 13)][:: years.step]
    for year, part in product(years, parts):
        found = covered(year, part) if 1 <= year <= 9998 else None
        if found and not ("weekday" in fields and "day" in fields and found[0].isoweekday() != fields["weekday"]):
            yield Occurrence(year, part, *found)


def around(fields: Fields, day: datetime.date) -> tuple[Occurrence | None, Occurrence | None]:
    """The last return that has begun on a day, and the first that has not ended before it; the same one where it holds the day."""
    until = range(day.year, day.year - _YEARS_AROUND - 1, -1)
    since = range(day.year - 1, day.year + _YEARS_AROUND + 1)
    behind = next((each for each in occurrences(fields, until) if each.first <= day), None)
    ahead = next((each for each in occurrences(fields, since) if each.last >= day), None)
    return behind, ahead


class Choice(NamedTuple):
    """The value of the return that is meant, and whether the words tell it surely."""

    value: str
    sure: bool


def named(fields: Fields, seen_from: Date, direction: Direction) -> str | None:
    """The return that a word names, seen from a date: "last June", "that winter", "the following spring"."""
    start, end = seen_from.earliest, seen_from.latest
    if start is None or end is None:
        return None
    if direction == "present":
        found = _dated(fields, range(start.year - 1, start.year + 1))
        holding = next((value for value, first, last in found if first <= start and end <= last), None)
        return holding or value_in(start.year, fields)
    if direction == "past":
        found = _dated(fields, range(start.year, start.year - _YEARS_AROUND - 1, -1))
        return next((value for value, _, last in found if last < start), None)
    found = _dated(fields, range(start.year, start.year + _YEARS_AROUND + 1))
    return next((value for value, first, _ in found if first > end), None)


def _dated(fields: Fields, years: range) -> Iterator[tuple[str, Day, Day]]:
    for year in years:
        value = value_in(year, fields)
        date = date_of(value) if value else None
        if value and date and date.earliest and date.latest:
            yield value, date.earliest, date.latest


def nearest(fields: Fields, day: datetime.date, direction: Direction | None, firm: bool = False) -> Choice | None:
    """The return that is meant, seen from `day`, the present one included, by the direction that the tense shows.

    A writer names the year of a day that is nearly a year off, so there the tense is not believed and the nearest return is meant,
    unless the sign of tense is `firm`. Of a quarter that has ended not long ago, the report is still to come. Where nothing tells, it
    lies behind unless it comes soon.
    """
    behind, ahead = around(fields, day)
    if direction == "future" and "quarter" in fields and behind and (day - behind.last).days in range(1, _TO_REPORT):
        return Choice(behind.value, False)
    if direction == "past" and behind and (firm or (day - behind.last).days <= _FAR_BEHIND):
        return Choice(behind.value, True)
    if direction == "future" and ahead and (firm or (ahead.first - day).days <= _FAR_AHEAD):
        return Choice(ahead.value, True)
    if direction is None and behind and (not ahead or (ahead.first - day).days > _SOON):
        return Choice(behind.value, False)
    near = _nearer(behind, ahead, day)
    return Choice(near.value, False) if near else None


def in_story(fields: Fields, come_to: Date, named_year: int) -> Choice | None:
    """The return that is meant in a story that has come to a date: in the same year, or early in the next. So a story goes one year
    beyond the last that it has named, no further."""
    start, end = come_to.earliest, come_to.latest
    if start is None or end is None:
        return None
    if "weekday" in fields:
        return _on_its_weekday(fields, start)
    same = value_in(start.year, fields)
    if _order(end) - _order(start) >= 360:
        return Choice(same, True) if same else None
    before, now, after = (date_of(value_in(start.year + step, fields) or "") for step in (-1, 0, 1))
    if before and before.latest and before.latest >= start:  # the winter that began last year
        return Choice(value_in(start.year - 1, fields) or "", True)
    turned = now and now.latest and now.latest < start and after and after.earliest and _order(after.earliest) - _order(start) <= _NEW_YEAR
    if turned and start.year <= named_year:
        return Choice(value_in(start.year + 1, fields) or "", False)
    return Choice(same, bool(now and now.latest and now.latest >= start)) if same else None


def in_month(number: int, come_to: Date) -> Choice | None:
    """The 14th, in a story: of the month that it has come to, or of the next where that day lies well behind."""
    start, end = come_to.earliest, come_to.latest
    if start is None or end is None:
        return None
    turns = start == end and start.day - number > _LITTLE_BACK
    year, month = divmod(start.year * 12 + start.month - 1 + turns, 12)
    value = value_in(year, {"month": month + 1, "day": number})
    return Choice(value, True) if value else None


def _on_its_weekday(fields: Fields, start: Day) -> Choice | None:
    """A day of the month that is said to be a Monday, in the year of the story or one beside it; None where no such year has it so."""
    if not 1 < start.year < 9998:
        return None
    for year in (start.year, start.year + 1, start.year - 1):
        value = value_in(year, fields)
        if value and datetime.date.fromisoformat(value).isoweekday() == fields["weekday"]:
            return Choice(value, True)
    return None


def _order(day: Day) -> int:
    return day.year * 372 + day.month * 31 + day.day


def first_from(fields: Fields, start: Day) -> str | None:
    """The first return that does not begin before a day: the end of a range."""
    if not 4 < start.year < 9995:
        return None
    first = _date(start)
    if "weekday" in fields and "month" not in fields:
        return str(weekday(fields["weekday"], first, "present") or "") or None
    return next(
        (each.value for each in occurrences(fields, range(first.year, first.year + _YEARS_AROUND + 1)) if each.first >= first), None
    )


def closest(fields: Fields, day: datetime.date) -> str | None:
    """The return with the fewest days between it and `day`, the earlier of two."""
    near = _nearer(*around(fields, day), day)
    return near.value if near else None


def _nearer(behind: Occurrence | None, ahead: Occurrence | None, day: datetime.date) -> Occurrence | None:
    if not behind or not ahead:
        return behind or ahead
    return behind if (day - behind.last).days <= (ahead.first - day).days else ahead


def weekday(number: int, day: datetime.date, direction: Direction | None, skip: int = 0) -> datetime.date | None:
    """The day of the week that is meant, seen from `day`: the one ahead, or the one behind. Where `day` is one itself, the one
    `skip` days further (7 for "last Friday", said on a Friday)."""
    if direction in ("future", "present"):
        return plus(day, (number - day.isoweekday()) % 7 or (skip if direction == "future" else 0))
    return plus(day, -((day.isoweekday() - number) % 7 or skip))


def plus(day: datetime.date, days: int) -> datetime.date | None:
    """The day so many days later, None where the calendar ends."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def shifted(start: Day, unit: Unit, amount: int, keep: str = "") -> str | None:
    """The value of the unit that lies `amount` units from the one of `start`: 2018-W44 for -1 week from 2018-11-08.

    `keep` is a finer value whose place in the year is kept: a year before 1989-Q3 is 1988-Q3.
    """
    if unit in ("month", "quarter", "half"):
        length = {"month": 1, "quarter": 3, "half": 6}[unit]
        year, month = divmod(start.year * 12 + start.month - 1 + amount * length, 12)
        if not -9998 <= year <= 9999:
            return None
        return f"{year_value(year)}-" + (f"{month + 1:02}" if unit == "month" else f"{unit[0].upper()}{month // length + 1}")
    if unit == "year":
        year = start.year + amount
        return year_value(year) + keep[keep.find("-") :] * bool(keep) if -9998 <= year <= 9999 else None
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = start.year // size + amount
        return f"{first:0{3 if size == 10 else 2}}" if 1 <= first * size <= 9999 else None
    past = _CYCLE if start.year < 1 else 0  # datetime knows no years before 1
    if unit not in ("day", "week", "weekend") or start.year + past < 1:
        return None
    day = plus(datetime.date(start.year + past, start.month, start.day), amount * (1 if unit == "day" else 7))
    if day is None:
        return None
    if unit == "day":
        return f"{year_value(day.year - past)}-{day:%m-%d}"
    year, week, _ = day.isocalendar()
    return f"{year_value(year - past)}-W{week:02}" + ("-WE" if unit == "weekend" else "")


def _date(day: Day) -> datetime.date:
    return datetime.date(day.year, day.month, day.day)


def _holiday(year: int, name: str) -> datetime.date | None:
    if not 1 <= year <= 9998:
        return None
    if name[:2].isdigit():
        return datetime.date(year, *map(int, name.split("-")))
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
