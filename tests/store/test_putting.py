"""What is put into events.yaml from elsewhere: in one write, and a dry run shows it as a patch that git applies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.history.repository import needs_git
from tests.store.test_diff import NEW, applied
from tests.store.written import DATES, SOURCES, WORDS, files
from timeline.check import read
from timeline.edtf import parse
from timeline.errors import TimelineError
from timeline.model import Event
from timeline.store import EVENTS, hold, put
from timeline.store.emit import clean


def check(project: Path, old: bytes, new: Sequence[Event], changed: Mapping[str, Event]) -> None:
    (project / EVENTS).write_bytes(old)
    held = hold(project)
    diff = put(held, new, changed, dry_run=True)
    assert (project / EVENTS).read_bytes() == old
    made = applied(project, diff) if diff else old
    (project / EVENTS).write_bytes(old)
    assert put(held, new, changed) == ""
    after = (project / EVENTS).read_bytes()
    assert after == made
    found = {event.id: replace(event, line=0, sources=()) for event in read(after).events}
    for event in (*new, *changed.values()):
        assert found[event.id] == replace(clean(event), line=0, sources=())
    assert put(hold(project), (), {}, dry_run=True) == ""


@needs_git
@settings(max_examples=60)
@given(st.data())
def test_files_as_people_write_them(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    text = data.draw(files())
    mark = data.draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    known = [event for event in read(text.encode()).events if data.draw(st.booleans())]
    changed = {event.id: replace(event, title=data.draw(WORDS), sources=(*event.sources, data.draw(SOURCES))) for event in known}
    new = [
        Event(id=f"new-{number}", date=parse(data.draw(DATES)), title=data.draw(WORDS), sources=(data.draw(SOURCES),))
        for number in range(data.draw(st.integers(0, 3)))
    ]
    try:
        check(tmp_path_factory.mktemp("project"), mark + text.encode(), new, changed)
    except TimelineError as error:
        assert "othing was" in str(error)


@needs_git
def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    diff = put(hold(tmp_path), [NEW], {}, dry_run=True)
    made = applied(tmp_path, diff)
    (tmp_path / EVENTS).unlink()
    put(hold(tmp_path), [NEW], {})
    assert (tmp_path / EVENTS).read_bytes() == made
