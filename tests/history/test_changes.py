"""What is told of two versions of events.yaml: the cases of changes.md, and what holds of any two."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.history.repository import events
from timeline import edtf
from timeline.check import read
from timeline.history.changes import Change, between, shown
from timeline.model import Event, Source

CASES = (Path(__file__).parent / "changes.md").read_text(encoding="utf-8").split("\n## ")[1:]


def said(change: Change) -> str:
    number = str(change.number) if change.number else ""
    return " ".join(filter(None, (change.event, change.what, change.before, change.after, number)))


@pytest.mark.parametrize("case", CASES, ids=[case.partition("\n")[0] for case in CASES])
def test_cases(case: str) -> None:
    lines = [line.partition(": ") for line in case.splitlines()[1:] if line]
    held = {key: [text for name, _, text in lines if name == key] for key in ("before", "after", "told")}
    before, after = (read(events(*held[key]).encode()) for key in ("before", "after"))
    assert not before.errors and not after.errors
    assert [said(change) for change in between(shown(before.events), shown(after.events))] == held["told"]


sources = st.builds(Source, article=st.sampled_from(["seeds/1.txt", "seeds/2.txt"]), quote=st.sampled_from(["One.", "Two."]))
versions = st.lists(
    st.builds(
        Event,
        id=st.sampled_from("abcd"),
        date=st.sampled_from(["2018", "2018-08", "2018-08-04"]).map(edtf.parse),
        title=st.sampled_from(["A", "B"]),
        status=st.sampled_from(["proposed", "reviewed", "rejected"]),
        sources=st.lists(sources, max_size=3).map(tuple),
    ),
    unique_by=lambda event: event.id,
)


@given(versions, versions)
def test_what_comes_and_goes_is_told_once(before: list[Event], after: list[Event]) -> None:
    old, new = shown(before), shown(after)
    told = between(old, new)
    assert len(set(told)) == len(told)
    assert {change.event for change in told if change.what == "added"} == new.keys() - old.keys()
    assert {change.event for change in told if change.what in ("removed", "merged")} == old.keys() - new.keys()
    assert {change.after for change in told if change.what == "merged"} <= old.keys() & new.keys()


@given(versions)
def test_nothing_is_told_of_nothing(events: list[Event]) -> None:
    assert between(shown(events), shown(events)) == ()
