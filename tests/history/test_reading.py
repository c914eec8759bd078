"""A version read in pieces is the version read whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.history.repository import events
from tests.store.written import files
from timeline import check
from timeline.history import reading
from timeline.history.changes import between, shown
from timeline.history.reading import Reader


@st.composite
def versions(draw: st.DrawFn) -> list[str]:
    """Files as people write them, each in versions: lines are left out, doubled, or take another's place."""
    held = []
    for text in draw(st.lists(files(), min_size=1, max_size=2)):
        held.append(text)
        for _ in range(draw(st.integers(0, 4))):
            lines = held[-1].splitlines(keepends=True)
            at, to = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
            lines[at : at + draw(st.integers(0, 2))] = lines[to : to + draw(st.integers(0, 2))]
            held.append("".join(lines) or "\n")
    return held


@settings(max_examples=150, deadline=None)
@given(versions())
def test_pieces_give_what_the_whole_gives(held: list[str]) -> None:
    reader = Reader()
    for text in held:
        whole = check.read(text.encode())
        found = reader.read(text.encode())
        assert (found is None) == bool(whole.errors), text
        assert found is None or (list(found) == list(shown(whole.events)) and between(found, shown(whole.events)) == ()), text


def test_what_was_read_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    monkeypatch.setattr(reading, "read", lambda data: sizes.append(len(data)) or check.read(data))
    reader = Reader()
    items = [f"event-{number} 2018 R&D & more of {number}" for number in range(1000)]
    for version in range(3):
        found = reader.read(events(*items[: 900 + version]).encode())
        assert found and len(found) == 900 + version
    assert max(sizes[2:]) < 200 < max(sizes)


@pytest.mark.parametrize("text", ["", "events: []\n", "events:\n", "\ufeffevents:\r\n- {id: a, date: 2018, title: A}\r\n", "\xff"])
def test_files_of_any_kind(text: str) -> None:
    whole, found = check.read(text.encode("latin-1" if text == "\xff" else "utf-8")), Reader().read(text.encode())
    assert (found is None) == bool(whole.errors)
    assert found is None or found == shown(whole.events)
