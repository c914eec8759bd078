"""The promise: what was added can be taken away again, and gives the old text; what was there means what it meant.

The files are generated with everything that people write in such files. What they mean is judged by PyYAML itself, not by
the reader under test.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.check import read
from timeline.edtf import parse, sort_key
from timeline.errors import TimelineError
from timeline.model import Event, Source
from timeline.store import insert

WORDS = st.text(st.sampled_from(list("ab é東😀’“\"'#:-[]{}&*!|>%@\\,.?1")), min_size=1, max_size=14).map(str.strip).filter(bool)
DATES = st.sampled_from(["2016", "2017-05", "2018-08-04", "2018-10-25", "[2018-10-25..2018-11-11]", "../2018-04", "2019~", "-0043"])
SOURCES = st.builds(
    lambda number, quote, date, words: Source(article=f"seeds/{number}.txt", quote=quote, date=parse(date), words=words),
    st.integers(0, 9),
    WORDS,
    DATES,
    WORDS,
)


# Files as people write them


def quoted(draw: st.DrawFn, text: str, indent: str) -> str:
    """The text in one of the ways in which YAML writes it, as the value of a key."""
    single = "'" + text.replace("'", "''") + "'"
    double = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    folded = f"{draw(st.sampled_from('|>'))}{draw(st.sampled_from(['', '-', '+']))}\n{indent}  {text}\n{indent}  {text}"
    if draw(st.booleans()):
        folded += "\n" * draw(st.integers(0, 2))
    return draw(
        st.sampled_from([single, double, folded, f"{double}   # {text}", f"&a0 {single}", "plain text\n" + indent + "  that goes on"])
    )


def comments(draw: st.DrawFn, indent: str) -> str:
    """Nothing, blank lines, or comments at any depth."""
    lines = draw(
        st.lists(st.sampled_from(["", "  ", f"{indent}# note", "# left", f"{indent}      # deep", f"{indent}# - id: old", "#"]), max_size=3)
    )
    return "".join(line + "\n" for line in lines) if draw(st.integers(0, 3)) == 0 else ""


def event(draw: st.DrawFn, number: int, date: str, column: int, width: int, anchor: bool) -> str:
    """One event as an item of a list with its dashes in `column`."""
    indent = " " * (column + width)
    fields = {
        "id": f"old-{number}",
        "date": draw(st.sampled_from(['"{}"', "'{}'"])).format(date),
        "title": quoted(draw, draw(WORDS), indent),
    }
    optional = {
        "summary": quoted(draw, draw(WORDS), indent),
        "people": draw(
            st.sampled_from(["[no, 'a: b']", "", f"\n{indent}- no\n{indent}- x # y", f"\n{indent}    - a", "*shared" if anchor else "[]"])
        ),
        "status": draw(st.sampled_from(["rejected", "proposed", "'reviewed'"])),
        "importance": "0.5",
        "x-own": draw(
            st.sampled_from(["{a: [1, 2, {b: c}]}", "12:30", f"\n{indent}  deep:\n{indent}    - - er", "", "~", "!!int 3", "&k0 [a]"])
        ),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(optional)), unique=True, max_size=4))
    fields |= {name: optional[name] for name in chosen}
    source = draw(st.integers(0, 4))
    if source == 1:
        gap = " " * draw(st.integers(0, 4))
        item = f"{indent}{gap}- article: seeds/{number}.txt\n{indent}{gap}  quote: {quoted(draw, draw(WORDS), indent + gap + '  ')}\n"
        fields["sources"] = "\n" + (item * draw(st.integers(1, 2))).rstrip("\n")
    elif source == 2:
        fields["sources"] = draw(st.sampled_from(["[]", "[{article: a.txt}]", "", "~", " # none"]))
    order = draw(st.permutations(sorted(fields)))
    lines = [f"{name}:{'' if fields[name].startswith((chr(10), ' #')) or not fields[name] else ' '}{fields[name]}" for name in order]
    if draw(st.integers(0, 9)) == 0 and "*shared" not in fields.values():
        return f"{' ' * column}-{' ' * (width - 1)}{{id: old-{number}, date: '{date}', title: T, tags: [a]}}\n"
    opening = " " * column + "-" + " " * (width - 1)
    if draw(st.integers(0, 7)) == 0:
        opening = f"{' ' * column}-{draw(st.sampled_from(['', ' # odd', ' &e0 ']))}\n{comments(draw, indent)}{indent}"
    return opening + (f"\n{indent}").join(lines) + "\n"


@st.composite
def files(draw: st.DrawFn) -> str:
    """A valid events.yaml."""
    column, width = draw(st.integers(0, 4)), draw(st.integers(2, 4))
    dates = draw(st.lists(DATES, max_size=draw(st.sampled_from([2, 8]))))
    order = draw(st.sampled_from(["up", "down", "any"]))
    if order != "any":
        dates.sort(key=lambda date: sort_key(parse(date)), reverse=order == "down")
    anchor = draw(st.booleans())
    text = comments(draw, "") + draw(st.sampled_from(["", "---\n", "version: 1\n", "%YAML 1.1\n---\n"]))
    text += "x-shared: &shared [one, two]\n" if anchor else ""
    text += draw(st.sampled_from(["events:\n", "events:   # all of them\n", '"events":\n', "events: \n"])) if dates else "events:\n"
    for number, date in enumerate(dates):
        text += comments(draw, " " * column) + event(draw, number, date, column, width, anchor)
    text += comments(draw, "") + draw(
        st.sampled_from(["", "", "x-more:\n  - a\n", "# the end\n", "...\n", "version: '1'\n" if "version" not in text else ""])
    )
    if draw(st.integers(0, 3)) == 0:
        text = text.rstrip("\n")
    numbers = itertools.count()
    text = re.sub(r"&[ake]\d+ ", lambda _: f"&a{next(numbers)} ", text)  # PyYAML takes each anchor once
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


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
