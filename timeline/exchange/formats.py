"""The formats that a timeline is exchanged in: one table.

In: the bytes of a file, and its name. Out: which format it is in, and its records.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.check.text import BOM
from timeline.exchange import appointments, calendar, data, feed, spreadsheet, tables, timelinejs
from timeline.exchange.values import Place, Publication, Reading

_SLIDES = re.compile(r'"(?:start_date|headline)"\s*:')
_OF_SLIDES = {"year", "headline"}


@dataclass(frozen=True, slots=True)
class Format:
    """`ending` is that of its files; `keeps` names the fields of an event that come back unchanged. What is only written has no `read`."""

    ending: str
    write: Callable[[Publication], str]
    read: Callable[[str, Reading], None] | None
    keeps: tuple[str, ...] = ()


_ALL = ("id", "date", "title", "summary", "people", "organisations", "places", "tags", "status", "importance", "image", "sources")

_TOLD = ("id", "date", "title", "summary")

FORMATS = {
    "json": Format(".json", data.write, data.read, _ALL),
    "csv": Format(".csv", spreadsheet.write, spreadsheet.read, _ALL),
    "ics": Format(".ics", calendar.write, appointments.read, (*_TOLD, "places", "tags")),
    "timelinejs": Format(".json", timelinejs.write_json, timelinejs.read_json, _TOLD),
    "timelinejs-csv": Format(".csv", timelinejs.write_table, timelinejs.read_table, _TOLD),
    "atom": Format(".xml", feed.write, None),
}

READABLE = tuple(name for name, form in FORMATS.items() if form.read)
_FEED = re.compile(r"<feed[\s>]")


def form_of(name: str, text: str) -> str:
    """The format of a file by its name and what it holds, "" where neither tells."""
    opening = text[:100_000].lstrip()
    ending = name[name.rfind(".") :].lower()
    if ending == ".ics" or opening.upper().startswith("BEGIN:VCALENDAR"):
        return "ics"
    if ending == ".json" or opening.startswith(("{", "[")):
        return "timelinejs" if _SLIDES.search(opening) else "json"
    if ending in (".csv", ".tsv", ".tab", ".txt") or len(tables.header_of(opening)) > 1:
        names = {tables.normal(name) for name in tables.header_of(opening)}
        return "timelinejs-csv" if names >= _OF_SLIDES else "csv"
    return ""


def read(data: bytes, path: str, form: str = "", site: str = "") -> Reading:
    """What a file holds. `site` is the address of the project's own site."""
    reading = Reading(path, site)
    text = _text(data, reading)
    if text is None:
        return reading
    form = form or form_of(path, text)
    reader = FORMATS[form].read if form else None
    if reader is None:
        found = "an Atom feed is only written, never read" if _FEED.search(text[:1000]) else "the format is not known"
        reading.tell(Place(None), f"{found}. Write --format, with one of {', '.join(READABLE)}.")
    else:
        reader(text, reading)
    return reading


def _text(data: bytes, reading: Reading) -> str | None:
    """The text of a file in UTF-8, or in UTF-16 where its byte order mark says so, as spreadsheets save it."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        return data.removeprefix(BOM).decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        advice = "Save the file as UTF-8; in a spreadsheet, as 'CSV UTF-8'"
        reading.tell(Place(line), f"byte 0x{data[error.start]:02X} is not {encoding.upper()}. {advice}.")
        return None
