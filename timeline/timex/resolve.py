"""Turn mentions into temporal expressions: a TIMEX3 value, what it was resolved against, and a date.

In: text, mentions in order, the day or days of publication, a language's signs of tense. Out: one `Timex` a mention.
A mention is read against the first and against the last day of publication; where both readings agree, the value is sure,
where they do not, it lies between them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import partial

from timeline.edtf import Date
from timeline.model import DocumentCreationTime, Timex, TimexType
from timeline.timex import days, value
from timeline.timex.rule import Direction, Fields, Mention, Tense
from timeline.timex.tense import direction

_UNIT_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "Y", "century": "Y", "millennium": "Y",
}  # fmt: skip
_UNIT_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_HALVES = {"year": ("month", 12), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60)}
_CLOCK_SCOPE = 400  # a clock without a day takes that of a mention at most so many characters before
_FINE = {"day": 10, "week": 8, "weekend": 8, "month": 7, "quarter": 7, "year": 4, "decade": 3, "century": 2}


@dataclass(frozen=True, slots=True)
class _Reading:
    """A value, and whether it was counted from the publication or from an earlier mention."""

    value: str
    origin: str = ""  # "", "published", "mention"


def resolve(text: str, mentions: list[Mention], published: DocumentCreationTime | None, tense: Tense) -> list[Timex]:
    """Resolve every mention."""
    resolved: list[Timex] = []
    earlier: list[Timex] = []  # what a later mention may be counted from, at most one a precision
    for mention in mentions:
        timex = _timex(text, mention, published, tense, earlier)
        resolved.append(timex)
        looks_back = mention.kind == "relative" and mention.fields.get("unit") == "year" and mention.fields.get("direction") == "past"
        if not looks_back and timex.type in ("DATE", "TIME") and timex.value[:4].isdigit() and not timex.value.startswith("XXXX"):
            finer = [each for each in earlier if len(_date_part(each.value)) > len(_date_part(timex.value))]
            earlier = [*finer[-3:], timex]
    return _with_whole_ranges(resolved, mentions)


def _with_whole_ranges(timexes: list[Timex], mentions: list[Mention]) -> list[Timex]:
    """Give the first end of a range the date of the whole, and the second none."""
    result = list(timexes)
    for index in range(len(mentions) - 1):
        first, last = result[index], result[index + 1]
        if mentions[index].range == "start" and mentions[index + 1].range == "end" and first.date and last.date:
            whole = value.lasting(first.date, last.date)
            if whole:
                result[index], result[index + 1] = _replaced(first, whole), _replaced(last, None)
    return result


def _replaced(timex: Timex, date: Date | None) -> Timex:
    return Timex(timex.span, timex.text, timex.type, timex.value, timex.mod, timex.rule, timex.anchor, date, timex.words)


def _timex(text: str, mention: Mention, published: DocumentCreationTime | None, tense: Tense, earlier: list[Timex]) -> Timex:
    words = text[slice(*mention.span)]
    mod = mention.fields.get("mod", "")
    kind: TimexType = "DATE"
    anchor = ""
    date: Date | None = None
    if mention.kind == "duration":
        kind, found = "DURATION", _duration(mention.fields)
    elif mention.kind == "set":
        kind, found = "SET", _set(mention.fields)
    elif mention.kind == "reference":
        found = mention.fields["reference"]
    else:
        read = partial(_read, text, mention, tense=tense, earlier=earlier)
        found, date, anchor = _against(read, mention, published, earlier)
        if ("T" in found and not found.endswith("REF")) or mention.kind == "clock":
            kind = "TIME"
        date = date or _either_order(mention.fields) or value.date_of(found, mod)
        if date and mention.bound and not anchor_is_open(published, anchor):
            date = value.bounded(date, mention.bound)
    return Timex(mention.span, words, kind, found, mod, mention.rule, anchor, date, mention.words)


def _either_order(fields: Fields) -> Date | None:
    """Both days that 11/02/2018 may mean, the second of November and the eleventh of February."""
    if "ambiguous_order" not in fields:
        return None
    return value.one_of({days.value_in(fields["year"], order) or "" for order in (fields, _swapped(fields))})


def _swapped(fields: Fields) -> Fields:
    return {"year": fields["year"], "month": fields["day"], "day": fields["month"]}


def anchor_is_open(published: DocumentCreationTime | None, anchor: str) -> bool:
    """Whether a date hangs on a day of publication that is not known: no word before it can bound it further."""
    return bool(anchor and published and published.day is None and anchor == str(published))


def _against(
    read: partial[_Reading], mention: Mention, published: DocumentCreationTime | None, earlier: list[Timex]
) -> tuple[str, Date | None, str]:
    """Value, date where it is wider than the value, and anchor."""
    if published is None:
        reading = read(day=None)
        return reading.value, None, _anchor(reading, published, earlier, mention)
    first = read(day=published.earliest)
    anchor = _anchor(first, published, earlier, mention)
    if first.origin != "published" or published.day:
        return first.value, None, anchor
    unit = mention.fields.get("unit", "")
    amount = _amount(mention.fields)
    if published.latest is None:
        start = days.plus(published.earliest, amount) if unit == "day" else None
        date = value.date_of(first.value)
        if mention.kind == "calendar" and "weekday" not in mention.fields:
            return first.value, None, anchor
        begin = start or (date.earliest if date and unit != "week" else days.plus(published.earliest, 7 * amount))
        return (f"{begin}/..", value.within(begin, None), anchor) if begin else (first.value, None, anchor)
    if mention.kind == "relative" and unit in ("day", "week"):
        step = amount * (7 if unit == "week" else 1)
        start, end = days.plus(published.earliest, step), days.plus(published.latest, step)
        return (f"{start}/{end}", value.within(start, end), anchor) if start and end else (first.value, None, anchor)
    last = read(day=published.latest)
    if first.value == last.value:
        return first.value, None, anchor
    one, other = value.date_of(first.value), value.date_of(last.value)
    if one and other and one.earliest and other.latest:
        return f"{one.earliest}/{other.latest}", value.within(one.earliest, other.latest), anchor
    return first.value, None, anchor


def _anchor(reading: _Reading, published: DocumentCreationTime | None, earlier: list[Timex], mention: Mention) -> str:
    if reading.origin == "published":
        return str(published) if published else ""
    if reading.origin == "mention":
        origin = _origin(mention, earlier)
        return f'"{origin.text}"' if origin else ""
    return ""


def _read(text: str, mention: Mention, day: datetime.date | None, tense: Tense, earlier: list[Timex]) -> _Reading:
    if mention.kind == "calendar":
        reading = _calendar(text, mention, day, tense, earlier)
    elif mention.kind == "relative":
        reading = _relative(mention, days.plus(day, -7) if day and _is_weekend_behind(text, mention, day, tense) else day, earlier)
    else:
        near = earlier[-1] if earlier and mention.span.start - earlier[-1].span.end < _CLOCK_SCOPE else None
        if near and len(_date_part(near.value)) == 10:
            reading = _Reading(_date_part(near.value), "mention")
        else:
            reading = _Reading(str(day) if day else "XXXX-XX-XX", "published" if day else "")
    return _Reading(reading.value + _clock(mention.fields), reading.origin)


def _calendar(text: str, mention: Mention, day: datetime.date | None, tense: Tense, earlier: list[Timex]) -> _Reading:
    fields = mention.fields
    if fields.get("era") == "BC":
        return _Reading(f"BC{fields['year']:04}" if "year" in fields else "XXXX")
    if "century" in fields:
        return _Reading(f"{fields['century'] - 1:02}")
    if "decade" in fields:
        return _Reading(f"{fields['decade']:03}")
    if "within" in fields:
        return _inside(fields, day, earlier, mention)
    if "year" in fields:
        return _Reading(_week(fields, days.value_in(fields["year"], fields)) or f"{fields['year']:04}")
    origin = _origin_day(mention, earlier) if fields.get("origin") == "mention" else None
    look_from = origin or day
    if look_from is None:
        return _Reading(days.unresolved(fields))
    named = "direction" in fields
    towards: Direction | None = fields.get("direction") or direction(text, mention.span, tense)
    if "weekday" in fields and "month" not in fields:
        found = days.weekday(fields["weekday"], look_from, towards, named)
        written = str(found) if found else None
    else:
        written = days.nearest(fields, look_from, towards, named)
    return _Reading(_week(fields, written) or days.unresolved(fields), "mention" if origin else "published")


def _week(fields: Fields, written: str | None) -> str | None:
    """The week of a day, where the words name it: the week of June 3."""
    if fields.get("unit") != "week" or not written:
        return written
    return days.shifted(datetime.date.fromisoformat(written), "week", 0)


def _inside(fields: Fields, day: datetime.date | None, earlier: list[Timex], mention: Mention) -> _Reading:
    """A month, season, quarter or weekday of a year or week that other words name: June last year."""
    outer = Mention(mention.span, mention.rule, "relative", fields["within"], mention.words)
    reading = _relative(outer, day, earlier)
    date = value.date_of(reading.value)
    if not date or not date.earliest:
        return _Reading(days.unresolved(fields))
    if "weekday" in fields and "month" not in fields:
        monday = datetime.date(*date.earliest)
        found = days.plus(monday, fields["weekday"] - 1)
        return _Reading(str(found) if found else reading.value, reading.origin)
    return _Reading(days.value_in(date.earliest.year, fields) or reading.value, reading.origin)


def _amount(fields: Fields) -> int:
    """How many units ahead (positive) or behind (negative)."""
    count = fields.get("amount", 0)
    towards = fields.get("direction", "present")
    if isinstance(count, str) or towards == "present":
        return 0
    return int(count) * (-1 if towards == "past" else 1)


def _relative(mention: Mention, day: datetime.date | None, earlier: list[Timex]) -> _Reading:
    fields = mention.fields
    unit = fields.get("unit", "day")
    count = fields.get("amount", 0)
    if isinstance(count, str):
        return _Reading("FUTURE_REF" if fields.get("direction") == "future" else "PAST_REF")
    from_mention = fields.get("origin") == "mention"
    origin = _origin(mention, earlier) if from_mention else None
    start = _first_day(origin) if origin else day
    if start is None:
        return _Reading({"past": "PAST_REF", "future": "FUTURE_REF"}.get(fields.get("direction", ""), "PRESENT_REF"))
    basis = "mention" if origin else "published"
    if unit in ("hour", "minute", "second"):
        return _Reading(str(start), basis)
    if count != int(count) and unit in _HALVES and unit == "year":
        return _Reading(
            days.shifted(start, "month", round(12 * count) * (-1 if fields.get("direction") == "past" else 1)) or "PAST_REF", basis
        )
    amount = _amount(fields)
    if unit in _UNIT_YEARS and "counted" in fields:
        unit, amount = "year", amount * _UNIT_YEARS[unit]
    if unit == "quarter" and from_mention and not (origin and "-Q" in origin.value):
        start, amount, basis = day or start, amount - 1, "published"  # "the quarter" of a report is the last one that has ended
    keep = ""
    if unit == "year":
        compared = origin if from_mention else _compared_quarter(mention, day, earlier)
        if compared and ("-Q" in compared.value or "-H" in compared.value):
            keep = _date_part(compared.value)
    written = days.shifted(start, unit, amount, keep)
    return _Reading(written or "PAST_REF", basis)


def _is_weekend_behind(text: str, mention: Mention, day: datetime.date | None, tense: Tense) -> bool:
    """Whether "the weekend", said from Monday to Friday, is the one that has passed."""
    fields = mention.fields
    this = fields.get("unit") == "weekend" and fields.get("direction") == "present" and fields.get("origin") == "published"
    return this and day is not None and day.isoweekday() < 6 and direction(text, mention.span, tense) == "past"


def _compared_quarter(mention: Mention, day: datetime.date | None, earlier: list[Timex]) -> Timex | None:
    """The quarter of the same year that "a year ago" compares with: profit rose in the third quarter from what it was a year ago."""
    if mention.fields.get("amount") != 1 or mention.fields.get("direction") != "past" or "mod" in mention.fields or not earlier or not day:
        return None
    last = earlier[-1]
    near = mention.span.start - last.span.end < _CLOCK_SCOPE and mention.rule == "three days ago"
    return last if near and last.value[:4] == f"{day.year:04}" else None


def _origin(mention: Mention, earlier: list[Timex]) -> Timex | None:
    """The mention that this one is counted from: the last one that is as fine as what is counted."""
    needed = 10 if "weekday" in mention.fields else _FINE.get(mention.fields.get("unit", "day"), 4)
    if needed < 10:
        needed = min(needed, 7)
    return next((each for each in reversed(earlier) if len(_date_part(each.value)) >= min(needed, 10)), None)


def _origin_day(mention: Mention, earlier: list[Timex]) -> datetime.date | None:
    origin = _origin(mention, earlier)
    return _first_day(origin) if origin else None


def _first_day(timex: Timex) -> datetime.date | None:
    date = value.date_of(timex.value)
    first = date.earliest if date else None
    return datetime.date(*first) if first and first.year >= 1 else None


def _date_part(timex_value: str) -> str:
    return timex_value.split("T")[0].split("/")[0]


def _clock(fields: Fields) -> str:
    if "hour" in fields:
        seconds = f":{fields['second']:02}" if "second" in fields else ""
        return f"T{fields['hour']:02}:{fields.get('minute', 0):02}{seconds}{fields.get('zone', '')}"
    return "T" + fields["part"] if "part" in fields else ""


def _duration(fields: Fields) -> str:
    unit, count = fields.get("unit", "day"), fields.get("amount", 1)
    letters = _UNIT_LETTERS[unit]
    if isinstance(count, str):
        letter = {"decade": "E", "century": "C"}.get(unit, letters[-1])
        return f"P{'T' if len(letters) > 1 else ''}X{'DE' if letter == 'E' else 'CE' if letter == 'C' else letter}"
    count *= _UNIT_YEARS.get(unit, 1)
    if count == int(count):
        return f"P{'T' if len(letters) > 1 else ''}{int(count)}{letters[-1]}"
    if unit in _HALVES:
        smaller, parts = _HALVES[unit]
        rest = round((count - int(count)) * parts)
        whole = f"{int(count)}{letters[-1]}" if count >= 1 else ""
        tail = f"{rest}{_UNIT_LETTERS[smaller][-1]}"
        if unit == "day":
            return f"P{whole}T{tail}"
        return f"P{'T' if len(letters) > 1 else ''}{whole}{tail}"
    return f"P{'T' if len(letters) > 1 else ''}{count:g}{letters[-1]}"


def _set(fields: Fields) -> str:
    clock = "T" + fields["part"] if "part" in fields else ""
    if "weekday" in fields:
        return f"XXXX-WXX-{fields['weekday']}{clock}"
    if "month" in fields or "season" in fields or "quarter" in fields:
        return days.unresolved(fields)
    if "unit" in fields:
        return _duration(fields)
    return f"XXXX-XX-XX{clock}"
