"""A calendar (iCalendar, RFC 5545) to subscribe to, and calendars as events.

In: a publication -> text; text -> the records of a `Reading`. An event is on whole days: one that is not known to the day fills the days
it may be on, one without an end is on its first day. Its exact date stands beside them in X-TIMELINE-DATE, and is believed as long as
it gives the same days. A calendar knows the years 1 to 9998 alone; other events are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as calendar_date
from datetime import timedelta
from urllib.parse import urlsplit

from timeline.edtf import Date
from timeline.exchange.cells import joined
from timeline.exchange.values import Publication
from timeline.wording import in_words

_LINE = 75  # bytes, RFC 5545
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write(publication: Publication) -> str:
    """The events as days of a calendar."""
    host = urlsplit(publication.url).hostname or "timeline"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//news timeline//EN", f"X-WR-CALNAME:{_text(publication.name)}"]
    for event in publication.events:
        days = days_of(event.date)
        if days is None:
            continue
        about = [in_words(event.date), event.summary, *(source.quote for source in event.sources)]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.id}@{host}",
            f"DTSTAMP:{_basic(publication.changed(event))}T000000Z",
            f"DTSTART;VALUE=DATE:{_basic(days[0])}",
            f"DTEND;VALUE=DATE:{_basic(days[1])}",
            f"SUMMARY:{_text(event.title)}",
            f"DESCRIPTION:{_text(chr(10).join(filter(None, about)))}",
            "TRANSP:TRANSPARENT",
            f"X-TIMELINE-DATE;VALUE=TEXT:{_text(event.date.edtf)}",
        ]
        if event.summary:
            lines.append(f"X-TIMELINE-SUMMARY;VALUE=TEXT:{_text(event.summary)}")
        if event.places:
            lines.append(f"LOCATION:{_text(joined(event.places))}")
        if event.tags:
            lines.append(f"CATEGORIES:{','.join(map(_text, event.tags))}")
        if publication.url:
            lines.append(f"URL:{publication.page(event)}")
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def days_of(date: Date) -> tuple[calendar_date, calendar_date] | None:
    """The first day that an event is on and the day after its last, None where a calendar has no such days."""
    days = [day for day in (date.earliest, date.latest) if day]
    if not all(1 <= day.year <= 9998 for day in days):
        return None
    return calendar_date(*days[0]), calendar_date(*days[-1]) + timedelta(days=1)


def _basic(day: calendar_date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """The line in pieces of at most 75 bytes, broken between characters; each but the first opens with a space."""
    if len(line.encode("utf-8")) <= _LINE:
        yield line
        return
    piece, length = "", 0
    for char in line:
        size = len(char.encode("utf-8"))
        if length + size > _LINE:
            yield piece
            piece, length = " ", 1
        piece += char
        length += size
    yield piece
