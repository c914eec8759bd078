"""The promise: what was added can be taken away again, and gives the old text; what was there means what it meant.

The files are generated with everything that people write in such files. What they mean is judged by PyYAML itself, not by
the reader under test.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.written import DATES, SOURCES, WORDS, files
from timeline.check import read
from timeline.edtf import parse, sort_key
from timeline.errors import TimelineError
from timeline.model import Event, Source
from timeline.store import insert


@st.composite
def new_events(draw: st.DrawFn) -> list[Event]:
    """Events to add."""
    sources = st.lists(SOURCES, max_size=2).map(tuple)
    return [
        Event(f"new-{number}", parse(draw(DATES)), " ".join(draw(WORDS).split()), status="proposed", sources=draw(sources))
        for number in range(draw(st.integers(0, 3)))
    ]


# What must hold


def meaning(text: str) -> Any:
    """What PyYAML reads; a text at the very end may or may not end in a line end."""
    return yaml.load(text if text.endswith(("\n", "\r")) else text + "\n", Loader=yaml.BaseLoader)


def check_promise(text: str, events: Sequence[Event], sources: dict[str, list[Source]]) -> None:
    try:
        inserted = insert(text, events, sources)
    except TimelineError as error:
        assert "Nothing was added" in str(error)  # refused with a place and a remedy, never half done
        assert any(hint in str(error) for hint in ("in one line", "alias", "alone", "<<"))
        return
    assert inserted.old_text() == text
    old, new = meaning(text), meaning(inserted.text)
    added = {event.id: event for event in events}
    old_events, kept = old.pop("events") or [], new.pop("events") or []
    assert new == old
    for item in [item for item in kept if item["id"] in added]:
        meant = added.pop(item["id"])
        assert (item["date"], item["title"], item["status"]) == (meant.date.edtf, meant.title, "proposed")
        assert_sources(item.get("sources", []), meant.sources)
        kept.remove(item)
    assert not added
    for item in kept:
        if more := sources.get(item["id"]):
            assert_sources(item["sources"][-len(more) :], more)
            del item["sources"][-len(more) :]
    for item in kept + old_events:
        if not item.get("sources") or item["sources"] == "~":
            item.pop("sources", None)
    assert kept == old_events
    timeline = read(inserted.text.encode())
    assert not timeline.problems
    for event_id, (start, end) in zip(inserted.ids, inserted.ranges, strict=True):
        assert (f"id: {event_id}" in inserted.text[start:end]) == bool(event_id)
    keys = [sort_key(event.date) for event in read(text.encode()).events]
    new_keys = [sort_key(event.date) for event in timeline.events]
    if keys == sorted(keys):
        assert new_keys == sorted(new_keys)
    elif keys == sorted(keys, reverse=True):
        assert new_keys == sorted(new_keys, reverse=True)
    elif events:
        assert timeline.events[-1].id.startswith("new-")


def assert_sources(items: list[dict[str, str]], sources: Sequence[Source]) -> None:
    assert items == [
        {"article": source.article, "quote": source.quote, "date": source.date.edtf, "words": source.words}
        for source in sources
        if source.date
    ]


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Event], dict[str, list[Source]]]:
    text = draw(files())
    ids = [event.id for event in read(text.encode()).events]
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=2)) if ids else []
    return text, draw(new_events()), {event_id: draw(st.lists(SOURCES, min_size=1, max_size=2)) for event_id in chosen}


@given(files())
def test_the_generated_files_are_valid(text: str) -> None:
    assert read(text.encode()).problems == ()


@settings(max_examples=150)
@given(cases())
def test_what_was_added_can_be_taken_away(case: tuple[str, list[Event], dict[str, list[Source]]]) -> None:
    check_promise(*case)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(cases())
def test_what_was_added_can_be_taken_away_from_thousands(case: tuple[str, list[Event], dict[str, list[Source]]]) -> None:
    check_promise(*case)
