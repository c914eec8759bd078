"""What --dry-run shows is a patch: it says what comes, and git makes of the old file, byte for byte, what extract would."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.history.repository import needs_git
from tests.store.written import DATES, SOURCES, WORDS, files
from timeline.check import read
from timeline.edtf import parse
from timeline.errors import TimelineError
from timeline.model import Event, Source
from timeline.store import add
from timeline.store.adding import EVENTS, hold
from timeline.store.diff import unified

GIT = shutil.which("git")
SOURCE = Source(article="seeds/a.txt", quote="They met in June.", date=parse("2018-06"), words="in June")
NEW = Event(id="summit", date=parse("2018-06"), title="They meet", status="proposed", sources=(SOURCE,))


def dry(project: Path, events: Sequence[Event]) -> str:
    return add(hold(project), events, {}, dry_run=True).diff


def headings(diff: str) -> list[str]:
    return [line.split("@@")[2].strip() for line in diff.split("\n") if line.startswith("@@")]


def applied(project: Path, diff: str) -> bytes:
    """What git makes of the project's events.yaml by the diff."""
    assert GIT
    git = [GIT, "-c", "core.autocrlf=false", "-c", "core.whitespace=cr-at-eol", "apply", "--whitespace=nowarn", "-"]
    environment = {"GIT_CEILING_DIRECTORIES": str(project.parent), "PATH": str(Path(GIT).parent)}
    run = subprocess.run(git, cwd=project, input=diff.encode(), capture_output=True, env=environment, check=False)
    assert run.returncode == 0, run.stderr.decode() + diff
    return (project / EVENTS).read_bytes()


def test_a_heading_tells_a_new_event_from_new_sources(tmp_path: Path) -> None:
    old = "events:\n  - id: fire\n    date: 2017\n    title: A fire\n    sources:\n      - article: seeds/b.txt\n        quote: A fire.\n"
    far = "\n".join(["x-notes: |", *(f"  {number}" for number in range(9)), ""])
    (tmp_path / EVENTS).write_text(far + old, encoding="utf-8", newline="")
    known = Event(id="fire", date=parse("2017"), title="A fire", sources=(Source(article="seeds/b.txt", quote="A fire."), SOURCE))
    assert headings(dry(tmp_path, [known])) == ["new source of: fire"]
    assert headings(dry(tmp_path, [NEW])) == ["new event: summit"]


def test_a_hunk_of_many_names_the_first_and_counts_the_others() -> None:
    text = "".join(f"{number}\n" for number in range(9))
    ranges = [(2 * number, 2 * number + 2) for number in range(1, 9)]
    names = [f"new event: {number}" for number in range(8)]
    assert headings(unified(text, ranges, names, EVENTS)) == ["new event: 0, new event: 1, new event: 2 and 5 more"]
    assert headings(unified(text, ranges[:4], names[:4], EVENTS)) == ["new event: 0, new event: 1, new event: 2, new event: 3"]


@needs_git
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ended", [True, False])
@pytest.mark.parametrize("date", ["2016", "2017-06", "2019"])
def test_git_applies_it(tmp_path: Path, end: str, mark: bytes, ended: bool, date: str) -> None:
    text = "# mine\nevents:\n  - id: a\n    date: 2017\n    title: A\n\n  - id: b\n    date: 2018\n    title: B\n"
    text = (text if ended else text.rstrip("\n")).replace("\n", end)
    check(tmp_path, mark + text.encode(), [Event(id="summit", date=parse(date), title="They meet", sources=(SOURCE,))])


@needs_git
def test_git_makes_the_file_where_there_is_none(tmp_path: Path) -> None:
    diff = dry(tmp_path, [NEW])
    assert headings(diff) == ["new event: summit"]
    made = applied(tmp_path, diff)
    (tmp_path / EVENTS).unlink()
    add(hold(tmp_path), [NEW], {})
    assert (tmp_path / EVENTS).read_bytes() == made


def check(project: Path, old: bytes, events: Sequence[Event]) -> None:
    (project / EVENTS).write_bytes(old)
    diff = dry(project, events)
    made = applied(project, diff) if diff else old
    (project / EVENTS).write_bytes(old)
    add(hold(project), events, {})
    assert (project / EVENTS).read_bytes() == made
    assert bool(diff) == (made != old)


@needs_git
@settings(max_examples=60)
@given(st.data())
def test_git_applies_it_to_files_as_people_write_them(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    text = data.draw(files())
    known = [event for event in read(text.encode()).events if data.draw(st.booleans())]
    more = [Event(**{**_fields(event), "sources": (*event.sources, data.draw(SOURCES))}) for event in known]
    new = [
        Event(id=f"new-{number}", date=parse(data.draw(DATES)), title=data.draw(WORDS), sources=(data.draw(SOURCES),))
        for number in range(data.draw(st.integers(0 if more else 1, 3)))
    ]
    project = tmp_path_factory.mktemp("project")
    try:
        check(project, text.encode(), [*more, *new])
    except TimelineError as error:
        assert "othing was" in str(error)


def _fields(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__dataclass_fields__}
