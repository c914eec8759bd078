"""A calendar as events.

In: the text of an iCalendar file. Out: the records of a `Reading`. A day is the day that the file writes: no time zone moves it. An
appointment that returns is the event of its first time. What our own calendar says in X-TIMELINE-DATE is believed as long as it gives
the same days.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date as calendar_date
from datetime import datetime, time, timedelta
from typing import Any

from icalendar import Calendar

from timeline.edtf import DateError, parse
from timeline.exchange.calendar import days_of
from timeline.exchange.cells import split
from timeline.exchange.fields import plain, record
from timeline.exchange.values import Place, Reading

_BEGIN = re.compile(r"^BEGIN:VEVENT[ \t]*\r?$", re.I | re.M)


def read(text: str, reading: Reading) -> None:
    """The events of a calendar. Raises nothing."""
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        reading.tell(Place(None), "the file holds no calendar. It begins with BEGIN:VCALENDAR.")
        return
    try:
        calendars: list[Any] = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        reading.tell(Place(None), f"this calendar cannot be read: {error}.")
        return
    found = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    lines = list(_lines(text))
    for number, event in enumerate(found):
        _event(Place(lines[number] if len(lines) == len(found) else None, f"event {number + 1}", number + 1), event, reading)


def _lines(text: str) -> Iterator[int]:
    """The lines in which events begin."""
    line = at = 0
    for found in _BEGIN.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        yield line + 1


def _event(place: Place, event: Any, reading: Reading) -> None:
    for name, message in event.errors:
        if name in ("DTSTART", "DTEND", "DURATION"):
            reading.tell(place, f"{name} cannot be read: {message}.")
            return
    exact, date = plain(_one(event, "X-TIMELINE-DATE")), _date(place, event, reading)
    ours = bool(exact)
    if ours and date:
        date = _exact(exact, date)
    categories = event.get("CATEGORIES")
    tags = [
        str(name) for group in (categories if isinstance(categories, list) else [categories] if categories else []) for name in group.cats
    ]
    location = plain(_one(event, "LOCATION"))
    address = plain(_one(event, "URL"))
    given: dict[str, object] = {
        "date": date,
        "title": plain(_one(event, "SUMMARY")),
        "summary": plain(_one(event, "X-TIMELINE-SUMMARY" if ours else "DESCRIPTION")),
        "places": split(location) if ours else [location],
        "tags": tags,
    }
    uid = plain(_one(event, "UID"))
    local = uid.partition("@")[0]
    if ours:
        given["id"] = local
    repeated = _one(event, "RECURRENCE-ID")
    key = uid + (f" {repeated.to_ical().decode()}" if repeated else "")
    aliases = () if ours or not uid else ((local,) if not repeated else ()) + (hashlib.sha256(key.encode()).hexdigest()[:8],)
    if event.get("RRULE") or event.get("RDATE"):
        reading.tell(place, "the appointment returns; the event is that of its first time.", "warning")
    sources = [{"url": address}] if address and not ours else []
    reading.records.append(
        record(place, given, lambda _, message: reading.tell(place, message), sources, aliases=aliases, wrong=() if date else ("date",))
    )


def _date(place: Place, event: Any, reading: Reading) -> str:
    """The days of an event as EDTF, with the time of day where it is on one day and has one; "" where it has none, which is told."""
    start = _moment(_one(event, "DTSTART"))
    if start is None:
        reading.tell(place, "this event has no DTSTART. Write the day it begins.")
        return ""
    end = _moment(_one(event, "DTEND"))
    length = _one(event, "DURATION")
    if end is None and length is not None:
        try:
            end = start + length.dt
        except (OverflowError, TypeError):
            reading.tell(place, "DURATION leads beyond the year 9999, or is no length of time.")
            return ""
    first, last = _day(start), _day(start)
    if end is not None and _day(end) > first:
        last = _day(end)
        if not isinstance(end, datetime) or end.time() == time():
            last -= timedelta(days=1)  # the end is not part of it
    if last > first:
        return f"{first.isoformat()}/{last.isoformat()}"
    return first.isoformat() + (f"T{_clock(start)}" if isinstance(start, datetime) else "")


def _one(event: Any, name: str) -> Any:
    """The value of a property, the first where it stands twice."""
    value = event.get(name)
    return value[0] if isinstance(value, list) else value


def _moment(value: Any) -> calendar_date | None:
    moment = getattr(value, "dt", None)
    return moment if isinstance(moment, calendar_date) else None


def _day(moment: calendar_date) -> calendar_date:
    return moment.date() if isinstance(moment, datetime) else moment


def _clock(moment: datetime) -> str:
    seconds = moment.utcoffset().total_seconds() if moment.utcoffset() is not None else None  # type: ignore[union-attr]
    zone = (
        ""
        if seconds is None
        else "Z"
        if not seconds
        else f"{'-' if seconds < 0 else '+'}{abs(seconds) // 3600:02.0f}:{abs(seconds) % 3600 // 60:02.0f}"
    )
    return f"{moment:%H:%M}" + (f":{moment:%S}" if moment.second else "") + zone


def _exact(exact: str, date: str) -> str:
    """The exact date, where it gives the days that the calendar has; else those."""
    try:
        return exact if days_of(parse(exact)) == days_of(parse(date)) else date
    except DateError:
        return date
