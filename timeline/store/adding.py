"""Bringing what was extracted into a project's events.yaml and events.lock.

In: what the two files hold, the events that the articles give, and the digest of each article that was read. Out: a `Result`.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timeline import schema
from timeline.check.nodes import Node
from timeline.check.reading import Timeline, collector_off
from timeline.check.text import BOM, Lines, decode
from timeline.errors import Problem, TimelineError
from timeline.model import Event, Source
from timeline.paths import as_typed
from timeline.store import lock as locks
from timeline.store import rewriting
from timeline.store.diff import unified
from timeline.store.editing import revise
from timeline.store.files import aside, read_bytes, set_aside, write_whole
from timeline.store.insertion import Insertion, compose_whole, splice
from timeline.store.lock import Lock
from timeline.store.memory import Memory
from timeline.store.nearby import revise_nearby
from timeline.store.plan import plan

EVENTS = "events.yaml"
LOCK = "events.lock"
SCHEMA = ".timeline/events.schema.json"
NEW_FILE = f"""\
# yaml-language-server: $schema={SCHEMA}
#
# The events of this timeline. This file is yours: change, move, merge, comment or delete whatever you like.
# 'timeline extract' only adds to it. 'timeline check' finds mistakes in it.

version: 1

events:
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What was added, or would be: new events with the ids they got, new sources with the id of their event, the change to
    events.yaml as a diff, and notes for the user. `left_out` is how many minor events were not."""

    events: tuple[Event, ...]
    sources: tuple[tuple[str, Source], ...]
    diff: str
    notes: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Held:
    """What a project's events.yaml and events.lock hold: their bytes (None: there is no such file), and the first one read. `tree`
    is its tree, None where it was not needed so far."""

    project: Path
    old_events: bytes | None
    old_lock: bytes | None
    tree: Node | None
    timeline: Timeline

    @property
    def root(self) -> Node:
        """The tree of events.yaml; made anew where it is not at hand."""
        return self.tree or compose_whole(self.timeline.text, EVENTS)[0]

    @property
    def events(self) -> tuple[Event, ...]:
        """The events in the order of the file."""
        return self.timeline.events

    @property
    def is_current(self) -> bool:
        """Whether events.yaml still holds these bytes. Raises TimelineError where it cannot be read."""
        return read_bytes(self.project / EVENTS, EVENTS) == self.old_events

    @property
    def lock(self) -> Lock:
        """What is remembered: nothing where there is no events.yaml. Raises TimelineError."""
        return _lock(None if self.old_events is None else self.old_lock)


def start(project: Path) -> None:
    """Make an events.yaml without events where it is missing, and see that the schema for editors is of this version.
    Raises TimelineError."""
    _write_schema(project)
    if read_bytes(project / EVENTS, EVENTS) is None:
        write_whole(project / EVENTS, None, NEW_FILE.encode(), EVENTS)


def _write_schema(project: Path) -> None:
    old_schema = read_bytes(project / SCHEMA, SCHEMA)
    if old_schema is None:
        try:
            (project / SCHEMA).parent.mkdir(exist_ok=True)
        except OSError as error:
            raise TimelineError(Problem(SCHEMA, f"its folder cannot be made: {error.strerror}.")) from None
    write_whole(project / SCHEMA, old_schema, schema.text().encode(), SCHEMA)


def remembered(project: Path) -> Lock:
    """What the project's lock holds. Raises TimelineError."""
    return _lock(read_bytes(project / LOCK, LOCK))


def _lock(data: bytes | None) -> Lock:
    return Lock() if data is None else locks.parse(data.decode("utf-8", "surrogateescape"), LOCK)


def hold(project: Path) -> Held:
    """Read what is there, so that it can be added to. Raises TimelineError."""
    old_events, old_lock = read_bytes(project / EVENTS, EVENTS), read_bytes(project / LOCK, LOCK)
    with collector_off():
        text = decode(NEW_FILE.encode() if old_events is None else old_events, EVENTS)
        if isinstance(text, Problem):
            raise TimelineError(text)
        return Held(project, old_events, old_lock, *compose_whole(text, EVENTS))


def recall(held: Held, claims: Iterable[Source], articles: Mapping[str, str], again: Collection[str] = ()) -> Memory:
    """What is known of the claims that the `articles` make. Raises TimelineError."""
    return Memory(held.timeline, held.lock, claims, articles, again, lambda path: os.path.isfile(held.project / path))


def add(
    held: Held,
    proposals: Sequence[Event],
    articles: Mapping[str, str],
    *,
    memory: Memory | None = None,
    minor: Collection[str] = (),
    again: Collection[str] = (),
    dry_run: bool = False,
) -> Result:
    """Add the events that are not known yet. `articles` holds the digest of each article that was read, by its path from the
    project's folder with forward slashes; what is remembered of those in `again` is forgotten first. `memory` is what `recall` says of
    the claims that were read; without it, the proposals hold these and no others. The proposals whose ids are
    in `minor` only give their sources to known events; they are neither added nor remembered. Raises TimelineError."""
    project, old_lock, timeline = held.project, held.old_lock, held.timeline
    is_new = held.old_events is None
    before = NEW_FILE.encode() if held.old_events is None else held.old_events
    with collector_off():
        if memory is None:
            memory = recall(held, (source for proposal in proposals for source in proposal.sources), articles, again)
        planned = plan(timeline, proposals, held.lock, memory, articles, minor, again)
        insertion = splice(held.root, timeline, planned.events, planned.sources)
    notes = []
    if is_new and old_lock is not None:
        notes.append(f"{EVENTS} was missing and is made anew; {LOCK} is set aside as {aside(project / LOCK).name}.")
    if old_lock is None and any(source.article for event in timeline.events for source in event.sources):
        notes.append(
            f"{LOCK} is missing: what was deleted from {EVENTS} before is not remembered, and may come back. Keep the two together."
        )
    for article in planned.deleted:
        back = f"timeline extract --again {as_typed(article)}"
        notes.append(f"{article} reports an event that was deleted from {EVENTS}; it stays deleted. To have it back: {back}")
    if not dry_run:
        _write_schema(project)
        write_whole(project / EVENTS, held.old_events, (BOM if before.startswith(BOM) else b"") + insertion.text.encode(), EVENTS)
        if is_new and old_lock is not None:
            set_aside(project / LOCK)
            old_lock = None
        write_whole(project / LOCK, old_lock, locks.text_of(planned.lock).encode("utf-8", "surrogateescape"), LOCK)
    return Result(
        events=_with_lines(planned.events, insertion),
        sources=tuple((event_id, source) for event_id, added in planned.sources.items() for source in added),
        diff=_diff(insertion, before.startswith(BOM), is_new),
        notes=tuple(notes),
        left_out=planned.left_out,
    )


def change(held: Held, wanted: Mapping[str, Event | None]) -> Held:
    """Make the events with the ids given what they are wanted to be (None: gone), by the smallest edit of events.yaml; what the
    files hold then. Raises TimelineError."""
    with collector_off():
        timeline = revise_nearby(held.timeline, wanted)
        return _written(held, None, timeline) if timeline else _written(held, *revise(held.root, held.timeline, wanted))


def rewrite(held: Held, event_id: str, lines: str) -> Held:
    """Put other lines in the place of an event's, as a person wrote them; what the files hold then. Raises TimelineError."""
    return _written(held, *rewriting.rewrite(held.root, held.timeline, event_id, lines))


def lines_of(held: Held, event_id: str) -> str:
    """The lines of an event in events.yaml, with LF. Raises TimelineError where they are not its own."""
    return rewriting.lines_of(held.root, held.timeline, event_id)


def restore(held: Held, data: bytes) -> Held:
    """Make events.yaml hold what it held before a change; what the files hold then. Raises TimelineError, as where it does not hold
    any more what it did after it."""
    write_whole(held.project / EVENTS, held.old_events, data, EVENTS)
    return hold(held.project)


def _written(held: Held, tree: Node | None, timeline: Timeline) -> Held:
    assert held.old_events is not None
    data = (BOM if held.old_events.startswith(BOM) else b"") + timeline.text.encode()
    write_whole(held.project / EVENTS, held.old_events, data, EVENTS)
    return replace(held, old_events=data, tree=tree, timeline=timeline)


def forget(held: Held, article: str) -> None:
    """Take out of events.lock what it holds of an article. Raises TimelineError."""
    if held.old_lock is not None:
        new = locks.text_of(_lock(held.old_lock).forget([article])).encode("utf-8", "surrogateescape")
        write_whole(held.project / LOCK, held.old_lock, new, LOCK)


def _diff(insertion: Insertion, has_mark: bool, is_new: bool) -> str:
    mark = "\ufeff" if has_mark else ""
    headings = [
        f"new event: {new}" if new else f"new source of: {grown}" for new, grown in zip(insertion.ids, insertion.grown, strict=True)
    ]
    ranges = [(start + len(mark), end + len(mark)) for start, end in insertion.ranges]
    return unified(mark + insertion.text, ranges, headings, EVENTS, is_new)


def _with_lines(events: Sequence[Event], insertion: Insertion) -> tuple[Event, ...]:
    """The events in the order of the file, each with its line there."""
    by_id = {event.id: event for event in events}
    lines = Lines(insertion.text)
    return tuple(
        replace(by_id[event_id], line=lines.place(insertion.text.index("-", start))[0])
        for event_id, (start, _) in zip(insertion.ids, insertion.ranges, strict=True)
        if event_id
    )
