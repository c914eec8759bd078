"""The value of one mention, seen from a day of publication and from what the text has dated before it.

In: text, a mention, a day, the discourse, a language's signs of tense. Out: a `Reading`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from timeline.basis import OPEN_ORDER
from timeline.edtf import Date, Day
from timeline.model import Timex
from timeline.timex import days, value
from timeline.timex.discourse import Discourse, date_of, date_part, first_day, year_of
from timeline.timex.lengths import YEARS
from timeline.timex.rule import Direction, Fields, Mention, Tense
from timeline.timex.tense import Sign, sign

_CLOCK_SCOPE = 400  # a clock without a day takes that of a mention at most so many characters before
_LATE_MORNING = 10  # o'clock
_VAGUE = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, what it was counted from (the publication, an earlier date, or None where the words say it all), and whether the words
    around it leave no other reading, seen from there; `known` is False where the day of publication is not, and the value hangs on it."""

    value: str
    origin: Timex | datetime.date | None = None
    sure: bool = True
    known: bool = True


def read(text: str, mention: Mention, day: datetime.date | None, tense: Tense, discourse: Discourse) -> Reading:
    """The value of a calendar, relative or clock mention."""
    if mention.kind == "clock":
        named = discourse.day_near(mention.span, _CLOCK_SCOPE)
        if named and discourse.history and _is_morning(mention.fields) and discourse.dates[-1].value.endswith("TNI"):
            named = days.shifted(first_day(discourse.dates[-1]) or Day(1, 1, 1), "day", 1) or named  # of the night's second day
        reading = Reading(named, discourse.dates[-1]) if named else Reading(str(day) if day else "XXXX-XX-XX", day)
    elif mention.kind == "calendar":
        reading = _calendar(text, mention, day, tense, discourse)
    else:
        reading = _relative(text, mention, mention.fields, day, tense, discourse)
    clock = "" if reading.value.endswith("_REF") else _clock(mention.fields)
    return replace(reading, value=reading.value + clock) if clock else reading


def amount(fields: Fields) -> int:
    """How many units ahead (positive) or behind (negative)."""
    count = fields.get("amount", 0)
    towards = fields.get("direction", "present")
    if isinstance(count, str) or towards == "present":
        return 0
    return int(count) * (-1 if towards == "past" else 1)


def _calendar(text: str, mention: Mention, day: datetime.date | None, tense: Tense, discourse: Discourse) -> Reading:
    fields = mention.fields
    if "century" in fields:
        return Reading(f"{'BC' if fields.get('era') == 'BC' else ''}{fields['century'] - 1:02}")
    if "decade" in fields:
        return Reading(f"{fields['decade']:03}")
    if "within" in fields:
        return _inside(text, mention, day, tense, discourse)
    if "year" in fields:
        year = year_of(fields)
        whole = _week(fields, days.value_in(year, fields)) or (days.unresolved(fields) if "day" in fields else days.year_value(year))
        return Reading(whole, sure=fields.get("order") != OPEN_ORDER)
    weekday = "weekday" in fields and "month" not in fields and "day" not in fields
    if "direction" in fields:
        passed = _passed(text, mention, day, tense) if day else None
        return Reading(passed, day) if passed else _named(fields, fields["direction"], day, discourse)
    if mention.range == "end" and discourse.dates and mention.rule == discourse.dates[-1].rule:
        start = date_of(discourse.dates[-1])
        after = days.first_from(fields, start.earliest) if start and start.earliest else None
        if after:
            return Reading(after, discourse.dates[-1])
    story = discourse.origin(fields) if weekday and discourse.history else discourse.come_to()
    of_a_month = "day" in fields and "month" not in fields
    if of_a_month and discourse.history:
        story = discourse.month()
    come_to = date_of(story) if story else None
    if story and come_to:
        choice = (
            _weekday_in_story(fields, come_to)
            if weekday
            else days.in_month(fields["day"], come_to)
            if of_a_month
            else days.in_story(fields, come_to, discourse.year)
        )
        if choice:
            return Reading(choice.value, story, choice.sure)
    if day is None or ((weekday or of_a_month) and discourse.history):
        return Reading(days.unresolved(fields))
    shown = sign(text, mention.span, tense, with_clock="hour" in fields or "part" in fields)
    going_on = discourse.within_sentence(text, mention.span) if "month" in fields and shown.direction != "future" else None
    begun = date_of(going_on) if going_on else None
    after = days.first_from(fields, begun.earliest) if begun and begun.earliest else None
    if after and after <= str(day):  # "was arrested on 3 April 2011 and released in May"
        return Reading(after, going_on, sure=False)
    found = _weekday(fields, day, shown) if weekday else days.nearest(fields, day, *shown)
    written = _week(fields, found.value) if found else None
    return Reading(written, day, found.sure) if found and written else Reading(days.unresolved(fields))


def _weekday(fields: Fields, day: datetime.date, shown: Sign) -> days.Choice | None:
    found = days.weekday(fields["weekday"], day, shown.direction)
    return days.Choice(str(found), shown.direction is not None) if found else None


def _passed(text: str, mention: Mention, day: datetime.date, tense: Tense) -> str | None:
    """ "This Monday", "this winter", said of what has happened: the one that has passed, where none is going on."""
    fields = mention.fields
    if fields.get("direction") != "present" or "origin" in fields or sign(text, mention.span, tense).direction != "past":
        return None
    if "weekday" in fields and "month" not in fields:
        found = days.weekday(fields["weekday"], day, "past")
        return str(found) if found else None
    here = value.date_of(str(day))
    present = here and value.date_of(days.named(fields, here, "present") or "")
    if not here or not here.earliest or not present or not present.earliest or present.earliest <= here.earliest:
        return None
    return days.named(fields, here, "past")


def _weekday_in_story(fields: Fields, come_to: Date) -> days.Choice | None:
    """The first such day of the week from the day on that the story has come to."""
    day = _as_date(come_to.earliest)
    found = days.weekday(fields["weekday"], day, "present") if day and come_to.earliest == come_to.latest else None
    return days.Choice(str(found), True) if found else None


def _named(fields: Fields, towards: Direction, day: datetime.date | None, discourse: Discourse) -> Reading:
    """A part of the calendar with a word for its direction: last June, the following spring, that Sunday."""
    story = discourse.origin(fields) if fields.get("origin") == "mention" or (discourse.history and towards != "past") else None
    seen_from = date_of(story) if story else value.date_of(str(day)) if day else None
    if not seen_from:
        return Reading(days.unresolved(fields))
    if "weekday" in fields and "month" not in fields:
        first = _as_date(seen_from.earliest)
        found = days.weekday(fields["weekday"], first, towards, skip=7) if first else None
        written = str(found) if found else None
    else:
        written = days.named(fields, seen_from, towards)
    return Reading(written or days.unresolved(fields), story or day)


def _is_morning(fields: Fields) -> bool:
    return fields.get("part") == "MO" or fields.get("hour", 12) < _LATE_MORNING


def _week(fields: Fields, written: str | None) -> str | None:
    """The week or weekend of a day, where the words name it: the week of June 3."""
    unit = fields.get("unit")
    if (unit != "week" and unit != "weekend") or not written:
        return written
    return days.shifted(Day(*map(int, written.split("-"))), unit, 0) if written.count("-") == 2 else None


def _inside(text: str, mention: Mention, day: datetime.date | None, tense: Tense, discourse: Discourse) -> Reading:
    """A month, season, quarter or weekday of a year or week that other words name: June last year."""
    fields = mention.fields
    outer = _relative(text, mention, fields["within"], day, tense, discourse)
    first = first_day(Timex(mention.span, "", "DATE", outer.value))
    if not first:
        return Reading(days.unresolved(fields))
    if "holiday" in fields:
        return replace(outer, value=days.value_in(first.year, fields) or outer.value)
    if "weekday" in fields and "month" not in fields:
        found = days.shifted(first, "day", fields["weekday"] - 1)
        return replace(outer, value=found or outer.value)
    if "day" in fields and "month" not in fields:
        fields = {**fields, "month": first.month}
    return replace(outer, value=days.value_in(first.year, fields) or outer.value)


def _relative(text: str, mention: Mention, fields: Fields, day: datetime.date | None, tense: Tense, discourse: Discourse) -> Reading:
    if "by_tense" in fields and sign(text, mention.span, tense).direction == "future":
        fields = {**fields, "direction": "future"}
    unit = fields.get("unit", "day")
    count = fields.get("amount", 0)
    towards = fields.get("direction", "present")
    if isinstance(count, str):
        return Reading("FUTURE_REF" if towards == "future" else "PAST_REF")
    from_mention = fields.get("origin") == "mention"
    if discourse.history and not from_mention and "counted" not in fields and towards != "past":
        if unit == "day" and not count and "mod" not in fields:
            return Reading("PRESENT_REF")  # today, said in a history book
        from_mention = True
    origin = discourse.origin(fields) if from_mention else None
    seen_from = day and _weekend_behind(text, mention, fields, day, tense)
    start = first_day(origin) if origin else Day(seen_from.year, seen_from.month, seen_from.day) if seen_from else None
    if start is None:
        return Reading(_VAGUE[towards])
    basis = origin or day
    if unit in ("hour", "minute", "second"):
        return Reading(days.shifted(start, "day", 0) or _VAGUE[towards], basis)
    if count != int(count) and unit == "year":
        months = round(12 * count) * (-1 if towards == "past" else 1)
        return Reading(days.shifted(start, "month", months) or _VAGUE[towards], basis)
    if unit in YEARS and "counted" in fields:
        fields = {**fields, "unit": "year", "amount": count * YEARS[unit]}
        unit = "year"
    steps = amount(fields)
    if unit == "quarter" and from_mention and day and not (origin and "-Q" in origin.value):
        # "the quarter" of a report is the last one that has ended
        start, steps, basis = Day(day.year, day.month, day.day), steps - 1, day
    compared = (origin if from_mention else _compared(mention, fields, day, discourse)) if unit == "year" else None
    keep = date_part(compared) if compared and ("-Q" in compared.value or "-H" in compared.value) else ""
    return Reading(days.shifted(start, unit, steps, keep) or "PAST_REF", basis)


def _weekend_behind(text: str, mention: Mention, fields: Fields, day: datetime.date, tense: Tense) -> datetime.date:
    """A week earlier where "the weekend", said from Monday to Friday, is the one that has passed."""
    if fields.get("unit") != "weekend" or fields.get("direction") != "present" or day.isoweekday() > 5:
        return day
    return days.plus(day, -7) or day if sign(text, mention.span, tense).direction == "past" else day


def _compared(mention: Mention, fields: Fields, day: datetime.date | None, discourse: Discourse) -> Timex | None:
    """The quarter of the same year that "a year ago" compares with: profit rose in the third quarter from what it was a year ago."""
    if (
        fields.get("amount") != 1
        or fields.get("direction") != "past"
        or "mod" in fields
        or "counted" not in fields
        or not discourse.dates
        or not day
    ):
        return None
    last = discourse.dates[-1]
    near = mention.span.start - last.span.end < _CLOCK_SCOPE
    return last if near and last.value[:4] == f"{day.year:04}" else None


def _as_date(day: Day | None) -> datetime.date | None:
    return datetime.date(*day) if day and day.year >= 1 else None


def _clock(fields: Fields) -> str:
    if "hour" in fields:
        hour, part = fields["hour"], fields.get("part")
        if part in ("AF", "EV", "NI") and (1 if part != "NI" else 6) <= hour < 12:
            hour += 12  # 7 o'clock this evening
        seconds = f":{fields['second']:02}" if "second" in fields else ""
        return f"T{hour:02}:{fields.get('minute', 0):02}{seconds}{fields.get('zone', '')}"
    return "T" + fields["part"] if "part" in fields else ""
