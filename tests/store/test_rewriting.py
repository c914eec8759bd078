"""The lines of an event are put back as a person made them, and nothing else is another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.written import files
from timeline.check import read
from timeline.errors import TimelineError
from timeline.store.insertion import compose_whole
from timeline.store.rewriting import lines_of, rewrite

FILE = """\
events:
  - id: a
    date: 2018
    title: &t A
    # of a

  # of b
  - {id: b, date: 2019, title: *t}

  - id: c
    date: 2020
    title: C"""


def put_back(text: str, event_id: str, lines: str) -> str:
    return rewrite(*compose_whole(text, "events.yaml"), event_id, lines)[1].text


def test_lines_go_to_the_comments_under_an_event() -> None:
    whole = compose_whole(FILE, "events.yaml")
    assert lines_of(*whole, "a") == "  - id: a\n    date: 2018\n    title: &t A\n    # of a\n"
    assert lines_of(*whole, "b") == "  - {id: b, date: 2019, title: *t}\n"
    assert lines_of(*whole, "c") == "  - id: c\n    date: 2020\n    title: C\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_take_the_ends_of_the_file(end: str) -> None:
    lines = "  - id: c\n    date: 2021\n    title: C\n  - id: d\n    date: 2022\n    title: D\n"
    text = FILE.replace("\n", end)
    assert put_back(text, "c", lines) == (FILE[: FILE.index("  - id: c")] + lines.rstrip("\n")).replace("\n", end)
    assert put_back(text, "b", "").replace(end, "\n") == FILE.replace("  - {id: b, date: 2019, title: *t}\n", "")


@pytest.mark.parametrize(
    ("event_id", "lines", "said"),
    [
        ("c", "  - id: c\n    date: 2020-13\n    title: C\n", "this event:2:11: date '2020-13'"),
        ("c", "  - id: c\n    date: 2020\n    title: 'C\n", "this event:3:12:"),
        ("c", "  - id: a\n    date: 2020\n    title: C\n", "events.yaml:10:9: id 'a' stands in line 2 too"),
        ("c", "  - id: c\n    date: 2020\n    title: C\x07\n", "this event:3:13: an invisible control character"),
        ("a", "  - id: a\n    date: 2018\n    title: A\n", "events.yaml:7:"),
        ("a", "  - id: a\n    date: 2018\n    title: &t Another\n", "would have changed what else the file says"),
        ("a", "  - id: a\n    date: 2018\n    title: &t A\nx-more: no\n", "events.yaml:8:3: this line is indented differently"),
        ("c", "  - id: c\n    date: 2020\n    title: C\nx-more: 1\n", "would have changed what else the file says"),
    ],
)
def test_mistakes_are_told_and_nothing_is_made_of_them(event_id: str, lines: str, said: str) -> None:
    with pytest.raises(TimelineError) as raised:
        put_back(FILE, event_id, lines)
    assert said in str(raised.value)


@given(files(), st.data())
def test_lines_put_back_as_they_were_change_nothing(text: str, data: st.DataObject) -> None:
    events = read(text.encode()).events
    if events:
        whole = compose_whole(text, "events.yaml")
        event_id = data.draw(st.sampled_from(events)).id
        try:
            lines = lines_of(*whole, event_id)
        except TimelineError as error:
            assert "Nothing was changed" in str(error)
            return
        assert rewrite(*whole, event_id, lines)[1].text == text
