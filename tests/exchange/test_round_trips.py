"""What a format keeps comes back as it was, and what was exported changes nothing when it is imported.

The events are generated: dates of every kind, texts with all that formats give a meaning to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates.written import valid_dates
from timeline.exchange import FORMATS, Placement, place, read
from timeline.exchange.calendar import days_of
from timeline.model import Event, Image, Source
from timeline.pages import Site, publication
from timeline.store.emit import clean

ADDRESS = "https://news.example/story/"
CHARACTERS = [*"ab é東😀’“\"'#:-=+@[]{}&*!|>%\\,;.?1<>&/`~\n\t", "\r\n", "<b>", "&amp;", "——", "'=", "\\n", "\u2028"]
TEXTS = st.lists(st.sampled_from(CHARACTERS), max_size=12).map("".join).map(str.strip)
LINES = TEXTS.map(lambda text: " ".join(text.split()))
NAMES = st.lists(LINES.filter(bool), max_size=3, unique=True).map(tuple)
IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
PLACES = st.sampled_from(
    [{"article": "seeds/a.txt"}, {"article": "seeds/b c.txt", "url": "https://example.org/?a=1;b"}, {"url": "http://x.example"}]
)
SOURCES = st.builds(
    lambda place, quote, date, words, basis: Source(**place, quote=quote, date=date, words=words, basis=basis),
    PLACES,
    TEXTS,
    st.none() | valid_dates(),
    LINES,
    LINES,
)
IMAGES = st.builds(Image, st.just("images/a.png"), LINES.filter(bool), LINES)
EVENTS = st.lists(
    st.builds(
        Event,
        id=IDS,
        date=valid_dates(),
        title=LINES.filter(bool),
        summary=TEXTS,
        people=NAMES,
        organisations=NAMES,
        places=NAMES,
        tags=NAMES,
        status=st.sampled_from(["proposed", "reviewed"]),
        importance=st.sampled_from([None, 0.0, 0.25, 1.0, 0.123456789]),
        image=st.none() | IMAGES,
        sources=st.lists(SOURCES, max_size=3, unique_by=lambda source: (source.article, source.url, source.quote)).map(tuple),
    ),
    max_size=5,
    unique_by=lambda event: event.id,
)
READABLE = [name for name, form in FORMATS.items() if form.read]


def exported(events: Sequence[Event], name: str, url: str = ADDRESS) -> bytes:
    site = Site("A story; of “one”", tuple(events), {}, url, locate=lambda source: source)
    return FORMATS[name].write(publication(site)).encode()


def imported(events: Sequence[Event], data: bytes, name: str, url: str = ADDRESS) -> Placement:
    reading = read(data, "file", name, url)
    placement = place(events, reading)
    assert reading.errors == []
    return placement


def kept(event: Event, name: str) -> Mapping[str, object]:
    """What the format is to keep of an event."""
    held = {field: getattr(clean(event), field) for field in FORMATS[name].keeps}
    if name not in ("csv", "json") and "summary" in held:  # these have one kind of line end
        held["summary"] = str(held["summary"]).replace("\r\n", "\n")
    return held


def holds(name: str, event: Event) -> bool:
    return name != "ics" or days_of(event.date) is not None


def check(events: Sequence[Event], name: str) -> None:
    assert exported(events, name) == exported(events, name)
    data = exported(events, name)
    again = imported([], data, name)
    assert [kept(event, name) for event in again.new] == [kept(event, name) for event in events if holds(name, event)]
    same = imported(events, data, name)
    assert same.new == ()
    changed = {
        event_id: event for event_id, event in same.changed.items() if "\r" not in event.summary + event_of(events, event_id).summary
    }
    assert changed == {}


def event_of(events: Sequence[Event], event_id: str) -> Event:
    return next(event for event in events if event.id == event_id)


@pytest.mark.parametrize("name", READABLE)
def test_what_is_kept_comes_back(name: str) -> None:
    given(EVENTS)(settings(max_examples=40)(lambda events: check(events, name)))()


@pytest.mark.slow
@pytest.mark.parametrize("name", READABLE)
def test_what_is_kept_comes_back_in_thousands(name: str) -> None:
    given(EVENTS)(settings(max_examples=1000)(lambda events: check(events, name)))()


@pytest.mark.parametrize("name", READABLE)
def test_any_bytes_are_read_or_refused(name: str) -> None:
    def reads(data: bytes) -> None:
        reading = read(data, "file", name)
        place([], reading)

    given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))(settings(max_examples=200)(reads))()


KEYS = [
    "id",
    "date",
    "title",
    "people",
    "image",
    "src",
    "alt",
    "sources",
    "article",
    "url",
    "importance",
    "importance_set",
    "events",
    "eras",
]
KEYS += ["start_date", "end_date", "year", "month", "day", "hour", "text", "headline", "media", "group", "unique_id", "display_date"]
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-3000, 3000)
    | st.floats()
    | st.sampled_from(["", "x", "2018", "-1", "\ud800", "<", "http://[x"])
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5), max_leaves=12
)


@pytest.mark.parametrize("name", ["json", "timelinejs"])
def test_any_json_is_read_or_refused(name: str) -> None:
    def reads(events: object) -> None:
        place([], read(json.dumps({"events": events, "eras": events}).encode(), "file", name))

    slides = st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6), max_size=3)
    given(slides | VALUES)(settings(max_examples=150)(reads))()


LINES_OF_CALENDARS = """BEGIN:VEVENT|END:VEVENT|UID:a@b|UID:|DTSTART:20180612T120000|DTSTART;VALUE=DATE:20180612|DTSTART:x
DTSTART;VALUE=DATE:99991231|DTSTART;TZID=Nowhere:20180612T120000|DTEND:20180101|DTEND:x|DURATION:P1D|DURATION:-P9999999D
RRULE:FREQ=DAILY|RECURRENCE-ID:20180612|CATEGORIES:a,b|CATEGORIES:|LOCATION:x|SUMMARY:x|URL:x|X-TIMELINE-DATE:2018?|x""".replace(
    "\n", "|"
).split("|")


@given(st.lists(st.sampled_from(LINES_OF_CALENDARS), max_size=12))
def test_any_calendar_is_read_or_refused(lines: list[str]) -> None:
    text = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])
    place([], read(text.encode(), "file", "ics"))


def test_the_guide_says_what_is_kept() -> None:
    everything = {field.name for field in fields(Event)} - {"line"}
    table = (
        (Path(__file__).parents[2] / "docs" / "guide" / "exchange.md").read_text(encoding="utf-8").partition("|---")[2].partition("\n\n")[0]
    )
    rows = {cells[1].strip(" `"): cells[3].strip() for line in table.splitlines()[1:] if (cells := line.split("|"))}
    assert rows.keys() == FORMATS.keys()
    for name, told in rows.items():
        kept = everything if told == "everything" else set(filter(None, told.split(", ")))
        assert kept == set(FORMATS[name].keeps), name
