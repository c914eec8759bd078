"""Files of other programs, as they are in the wild: `cases.md`. What is imported again changes nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from timeline.check import read as read_events
from timeline.edtf import parse
from timeline.exchange import FORMATS, Reading, form_of, place, read
from timeline.model import Event, Source
from timeline.pages import Site, publication
from timeline.store import insert

CASES = re.findall(
    r"^## ([^\n]+)\n\n```([\w-]+)\n(.*?)```\n```\n(.*?)```", Path(__file__).with_name("cases.md").read_text(encoding="utf-8"), re.M | re.S
)


def told(event: Event) -> str:
    parts = [event.id, event.date.edtf, event.title]
    parts += [f"summary: {event.summary}".replace("\n", "⏎")] if event.summary else []
    parts += [f"{name}: {', '.join(held)}" for name in ("people", "organisations", "places", "tags") if (held := getattr(event, name))]
    parts += [f"status: {event.status}"] if event.status != "reviewed" else []
    parts += [f"importance: {event.importance}"] if event.importance is not None else []
    for source in event.sources:
        held = {name: getattr(source, name) for name in ("article", "url", "quote", "date", "words", "basis")}
        parts.append("source: " + " ".join(f"{name}={value}" for name, value in held.items() if value))
    return " | ".join(parts)


@pytest.mark.parametrize(("title", "form", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_case(title: str, form: str, text: str, expected: str) -> None:
    data = text.replace("→", "\t").encode()
    assert form_of("file" + FORMATS[form].ending, text.replace("→", "\t")) == form
    reading = read(data, "file", form)
    placement = place([], reading)
    lines = [] if reading.errors else [told(event) for event in placement.new]
    assert [*lines, *map(str, reading.problems)] == expected.splitlines()
    if not reading.errors:
        again = place(placement.new, read(data, "file", form))
        assert (again.new, again.changed) == ((), {})


def imported(events: tuple[Event, ...], rows: str) -> tuple[Event, ...]:
    reading = read(rows.encode(), "rows.csv")
    placement = place(events, reading)
    assert reading.problems == []
    return tuple(placement.changed.get(event.id, event) for event in events) + placement.new


TREATY = Event(
    "treaty",
    parse("2018-06"),
    "They sign",
    people=("Ann Lee",),
    sources=(Source(article="seeds/a.txt", quote="They signd."), Source(url="https://x.example/", quote="Both signed.")),
)


def test_an_import_takes_nothing_away() -> None:
    assert imported((TREATY,), "id,title,people,url\ntreaty,,,\n") == (TREATY,)
    assert imported((TREATY,), "id,people\ntreaty,Bo Kim\n") == (replace(TREATY, people=("Bo Kim",)),)
    assert imported((TREATY,), "id,url\ntreaty,https://x.example/\n") == (TREATY,)  # known by its place
    (event,) = imported((TREATY,), "id,url,quote\ntreaty,https://y.example/,All signed.\n")
    assert event.sources == (*TREATY.sources, Source(url="https://y.example/", quote="All signed."))


def test_a_quote_is_corrected_where_its_source_is_known() -> None:
    (event,) = imported((TREATY,), "id,article,quote\ntreaty,seeds/a.txt,They signed.\n")
    assert event.sources == (replace(TREATY.sources[0], quote="They signed."), TREATY.sources[1])
    (event,) = imported((TREATY,), "id,article,quote\ntreaty,seeds/a.txt,They signed.\ntreaty,seeds/a.txt,They left.\n")
    assert [source.quote for source in event.sources] == ["They signd.", "Both signed.", "They signed.", "They left."]


def test_an_appointment_is_known_by_its_uid_when_its_title_and_day_change() -> None:
    def calendar(day: str, title: str) -> bytes:
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:7f@x", f"DTSTART:{day}", f"SUMMARY:{title}"]
        return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()

    first = place([], read(calendar("20180612", "They meet"), "a.ics")).new
    second = place(first, read(calendar("20180613", "They met"), "a.ics"))
    assert second.new == () and [(e.id, e.date.edtf, e.title) for e in second.changed.values()] == [(first[0].id, "2018-06-13", "They met")]


def test_a_moved_appointment_of_ours_gets_the_days_of_the_calendar() -> None:
    event = Event("strike", parse("2018-06~"), "Dockers strike")
    text = FORMATS["ics"].write(publication(Site("A story", (event,), {})))
    assert place([event], read(text.encode(), "a.ics")).changed == {}
    moved = text.replace("DTSTART;VALUE=DATE:20180601", "DTSTART;VALUE=DATE:20180602")
    assert place([event], read(moved.encode(), "a.ics")).changed["strike"].date.edtf == "2018-06-02/2018-06-30"


def test_the_calendar_is_one_to_its_reader() -> None:
    events = (TREATY, Event("leak", parse("[2018-11-12..2018-11-18]"), "A long title; with, marks " * 9, summary="Two\nlines\\"))
    text = FORMATS["ics"].write(publication(Site("A story", events, {}, "https://news.example/")))
    calendar = Calendar.from_ical(text)
    assert calendar["X-WR-CALNAME"] == "A story" and not calendar.errors
    found = calendar.walk("VEVENT")
    assert [(str(event["UID"]), event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()) for event in found] == [
        ("treaty@news.example", "2018-06-01", "2018-07-01"),
        ("leak@news.example", "2018-11-12", "2018-11-19"),
    ]
    assert [str(event["SUMMARY"]).strip() for event in found] == [event.title.strip() for event in events]
    assert not any(event.errors for event in found)


def test_events_of_any_format_can_be_written_into_events_yaml() -> None:
    for title, form, text, _ in CASES:
        reading = read(text.replace("→", "\t").encode(), "file", form)
        new = place([], reading).new
        if not reading.errors:
            assert read_events(insert("events:\n", new, {}).text.encode()).errors == (), title


def test_what_is_not_utf_8_is_told() -> None:
    reading: Reading = read("date,title\n2018,Fin café\n".encode("latin-1"), "rows.csv")
    assert str(reading.problems[0]) == "rows.csv:2: byte 0xE9 is not UTF-8. Save the file as UTF-8; in a spreadsheet, as 'CSV UTF-8'."
