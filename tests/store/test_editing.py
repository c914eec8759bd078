"""A decision is the smallest edit: what is wanted reads as wanted, and every line that it is not about stays.

The files are generated with everything that people write in such files.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.written import DATES, SOURCES, WORDS, files
from tests.timing import seconds
from timeline.check import read
from timeline.edtf import parse
from timeline.errors import TimelineError
from timeline.model import Event, Source
from timeline.store import edit
from timeline.store.nearby import revise_nearby

FILE = """\
# mine
events:
  - id: summit   # the first
    date: 2018-06
    title: 'They meet'
    # look at this again
    status: proposed
    sources:
      - article: seeds/a.txt   # the agency's
        quote: >
          They met
          in June.
        x-page: 3
      - article: seeds/b.txt
        quote: Both met.

  # of August
  - id: treaty
    date: 2018-08-04
    title: They sign
    people: [Ann Lee]
    sources:
    - article: seeds/c.txt
      quote: They signed.

  - id: talks
    status: proposed
    date: 2018-11
    title: They talk
"""


def events_of(text: str) -> dict[str, Event]:
    timeline = read(text.encode())
    assert timeline.problems == ()
    return {event.id: event for event in timeline.events}


def lines_changed(old: str, new: str) -> tuple[list[str], list[str]]:
    diff = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    return [line[2:] for line in diff if line.startswith("- ")], [line[2:] for line in diff if line.startswith("+ ")]


def test_a_status_is_one_word_of_one_line() -> None:
    summit = events_of(FILE)["summit"]
    new = edit(FILE, {"summit": replace(summit, status="reviewed")})
    assert new == FILE.replace("status: proposed\n    sources", "status: reviewed\n    sources") or lines_changed(FILE, new) == (
        ["    # look at this again", "    status: proposed"],
        [],
    )


def test_a_rejected_event_stays_with_its_lines() -> None:
    treaty = events_of(FILE)["treaty"]
    new = edit(FILE, {"treaty": replace(treaty, status="rejected")})
    assert lines_changed(FILE, new) == ([], ["    status: rejected"])


def test_an_event_goes_with_the_blank_line_that_set_it_off() -> None:
    assert edit(FILE, {"treaty": None}) == FILE[: FILE.index("  - id: treaty")] + FILE[FILE.index("  - id: talks") :]
    assert edit(FILE, {"talks": None}) == FILE[: FILE.index("\n  - id: talks")]


def test_a_merged_event_keeps_the_lines_of_its_sources() -> None:
    events = events_of(FILE)
    treaty = replace(events["treaty"], sources=events["treaty"].sources + events["summit"].sources)
    new = edit(FILE, {"summit": None, "treaty": treaty})
    assert new == (
        "# mine\nevents:\n  # of August\n"
        + FILE[FILE.index("  - id: treaty") : FILE.index("\n  - id: talks")]
        + "    - article: seeds/a.txt   # the agency's\n      quote: >\n        They met\n        in June.\n      x-page: 3\n"
        + "    - article: seeds/b.txt\n      quote: Both met.\n\n"
        + FILE[FILE.index("  - id: talks") :]
    )


def test_a_source_is_changed_in_its_place() -> None:
    events = events_of(FILE)
    sources = events["summit"].sources
    new = edit(FILE, {"summit": replace(events["summit"], sources=(sources[0], replace(sources[1], quote="All met.")))})
    assert new == FILE.replace("Both met.", "All met.")


def test_all_sources_go_with_their_key() -> None:
    new = edit(FILE, {"treaty": replace(events_of(FILE)["treaty"], sources=())})
    assert lines_changed(FILE, new) == (["    sources:", "    - article: seeds/c.txt", "      quote: They signed."], [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("events:\n  - {id: a, date: 2018, title: T}\n", "this event is written in one line"),
        ("events: [{id: a, date: 2018, title: T}]\n", "the events are not a list with a line for each"),
        ("{events: [{id: a, date: 2018, title: T}]}\n", "the events are not a list with a line for each"),
        ("x-title: &t T\nevents:\n  - id: a\n    date: 2018\n    title: *t\n", "title is an alias, *t"),
        ("events:\n  - id: a\n    date: 2018\n    title: &t T\n    summary: *t\n", "would have changed what else the file says"),
    ],
)
def test_what_cannot_be_edited_by_lines_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(TimelineError, match=r"Nothing was changed\.") as raised:
        edit(text, {"a": replace(events_of(text)["a"], title="Another")})
    assert said in str(raised.value)


# Generated files


@st.composite
def decisions(draw: st.DrawFn) -> tuple[str, dict[str, Event | None]]:
    text = draw(files())
    events = events_of(text)
    ids = sorted(events)
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, min_size=1, max_size=3)) if ids else []
    return text, {event_id: decided(draw, events, event_id) for event_id in chosen}


def decided(draw: st.DrawFn, events: Mapping[str, Event], event_id: str) -> Event | None:
    event = events[event_id]
    sources = [source for source in event.sources if draw(st.integers(0, 3))]
    sources += [source for other in events.values() if draw(st.integers(0, 3)) == 0 for source in other.sources if other.id != event_id]
    changes: dict[str, object] = {
        "date": parse(draw(DATES)),
        "title": " ".join(draw(WORDS).split()),
        "summary": draw(WORDS | st.just("")),
        "people": tuple(draw(st.lists(WORDS, max_size=2))),
        "status": draw(st.sampled_from(["proposed", "reviewed", "rejected"])),
        "importance": draw(st.sampled_from([None, 0.25, 1.0])),
        "sources": (*sources, *draw(st.lists(SOURCES, max_size=1))),
    }
    names = draw(st.lists(st.sampled_from(sorted(changes)), unique=True, max_size=3))
    return draw(st.sampled_from([None, replace(event, **{name: changes[name] for name in names}), replace(event)]))  # type: ignore[arg-type]


def bare(source: Source) -> Source:
    return replace(source, line=0)


def check(text: str, wanted: Mapping[str, Event | None]) -> bool:
    """Whether the edit was made; then it must be right."""
    old = events_of(text)
    try:
        new = edit(text, wanted)
    except TimelineError as error:
        assert "Nothing was changed." in str(error)
        return False
    after = events_of(new)
    assert list(after) == [event_id for event_id in old if wanted.get(event_id, old[event_id])]
    for event_id, event in after.items():
        meant = wanted.get(event_id, old[event_id])
        assert meant
        assert replace(event, line=0, sources=()) == replace(meant, line=0, sources=())
        assert sorted(map(repr, map(bare, event.sources))) == sorted(map(repr, map(bare, meant.sources)))
    if not wanted or all(event and replace(event) == old[event_id] for event_id, event in wanted.items()):
        assert new == text
    return True


@settings(max_examples=150, deadline=None)
@given(decisions())
def test_what_is_wanted_is_what_is_read(case: tuple[str, dict[str, Event | None]]) -> None:
    check(*case)


def long_file(count: int = 30) -> str:
    events = (
        f"  - id: e{number}\n    date: 2018\n    title: T\n    sources:\n      - article: seeds/{number}.txt\n        quote: Q\n\n"
        for number in range(count)
    )
    return "# ours\nevents:\n" + "".join(events).rstrip("\n")


@pytest.mark.parametrize("place", [0, 1, 2, 14, 27, 28, 29])
def test_in_a_long_file_a_look_at_the_lines_around_is_enough(place: int) -> None:
    text = long_file()
    events = events_of(text)
    one, other = events[f"e{place}"], events[f"e{(place + 15) % 30}"]
    for wanted in (
        {one.id: replace(one, status="rejected")},
        {one.id: None},
        {one.id: None, other.id: replace(other, sources=other.sources + one.sources)},
        {one.id: replace(one, sources=()), other.id: replace(other, title="Another", summary="More.")},
    ):
        nearby = revise_nearby(read(text.encode()), wanted)
        assert nearby and nearby.text == edit(text, wanted)
        assert nearby.events == read(nearby.text.encode()).events


def test_a_decision_takes_a_part_of_the_time_that_reading_takes() -> None:
    text = long_file(2000)
    timeline = read(text.encode())
    wanted = {"e1000": replace(timeline.events[1000], status="rejected")}
    assert revise_nearby(timeline, wanted)
    assert any(seconds(lambda: revise_nearby(timeline, wanted)) < seconds(lambda: read(text.encode())) / 2 for _ in range(4))


def nearby_is_the_same(text: str, wanted: Mapping[str, Event | None]) -> None:
    """Where the lines around are enough, they give what the whole file gives."""
    nearby = revise_nearby(read(text.encode()), wanted)
    if nearby:
        assert nearby.text == edit(text, wanted)
        assert nearby.events == read(nearby.text.encode()).events


@settings(max_examples=150, deadline=None)
@given(decisions())
def test_the_lines_around_give_what_the_whole_file_gives(case: tuple[str, dict[str, Event | None]]) -> None:
    nearby_is_the_same(*case)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(decisions())
def test_the_lines_around_give_what_the_whole_file_gives_in_thousands(case: tuple[str, dict[str, Event | None]]) -> None:
    nearby_is_the_same(*case)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(decisions())
def test_what_is_wanted_is_what_is_read_in_thousands(case: tuple[str, dict[str, Event | None]]) -> None:
    check(*case)
