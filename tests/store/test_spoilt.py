"""Files as people write them, spoilt in any way: problems or none, never an exception, and nothing a terminal would obey."""

from __future__ import annotations

import json

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import written
from timeline.check import read
from timeline.cli.telling import as_github, as_json, as_text
from timeline.excerpt import columns

SPOILERS = st.one_of(
    st.text(st.sampled_from(list("-:[]{}#&*!|>'\"%@`?,<=. \t\n\r\u2028\x85\u202e“”0é😀\\~^")), min_size=1, max_size=4),
    st.sampled_from(
        ["\n  - ", "\n\t", ": ", " #", "<<: *a0", "---\n", "...\n", "&a0 ", "\n- ", "events:", "date: 03/05/2018", "\n\n", "<<<<<<< x\n"]
    ),
    st.text(max_size=3),
)
CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 12), SPOILERS | st.just("")), min_size=1, max_size=4)


def spoilt(text: str, changes: list[tuple[float, int, str]]) -> str:
    """The text with pieces taken out and others put in their place."""
    for place, length, put in changes:
        start = int(place * len(text))
        text = text[:start] + put + text[start + length :]
    return text


def look_at(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    timeline = read(data)
    again = read(data)
    assert timeline.problems == again.problems and timeline.events == again.events
    for problem in timeline.problems:
        assert str(problem).isprintable()
        assert problem.line and problem.column and problem.source is not None
        assert json.loads(as_json(problem))["end_column"] > problem.column
        assert "\n" not in as_github(problem)
        told = click.unstyle(as_text(problem)).split("\n")
        assert len(told) in (1, 3)
        assert all(line.isprintable() and columns(line) <= 80 for line in told[1:])


@given(written.files(), CHANGES)
def test_spoilt_files(text: str, changes: list[tuple[float, int, str]]) -> None:
    look_at(spoilt(text, changes))


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(written.files(), CHANGES)
def test_many_spoilt_files(text: str, changes: list[tuple[float, int, str]]) -> None:
    look_at(spoilt(text, changes))
