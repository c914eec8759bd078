"""Bringing events from elsewhere into a project's events.yaml.

In: what the file holds, new events, and what known ones are to be. Out: the change as a diff; events.lock is left alone, since no article
was read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.check.nodes import compose
from timeline.check.reading import Timeline, collector_off, examine
from timeline.check.text import BOM, Lines
from timeline.model import Event
from timeline.store.adding import EVENTS, NEW_FILE, Held, start
from timeline.store.diff import compared
from timeline.store.editing import revise
from timeline.store.files import write_whole
from timeline.store.insertion import splice


def put(held: Held, new: Sequence[Event], changed: Mapping[str, Event], *, dry_run: bool = False) -> str:
    """Add new events, and make those with the ids given what they are to be, all in one write. A dry run writes
    nothing, and gives the change as a diff. Raises TimelineError."""
    before = NEW_FILE.encode() if held.old_events is None else held.old_events
    with collector_off():
        root, timeline = revise(held.root, held.timeline, changed) if changed else (held.root, held.timeline)
        text = splice(root, timeline, new, {}).text if new else timeline.text
        if dry_run:
            is_new = held.old_events is None
            after = examine(text, compose(text), EVENTS) if new else timeline
            first, *others = _parts(Timeline(EVENTS, "", (), ()) if is_new else held.timeline, after)
            mark = "\ufeff" if before.startswith(BOM) else ""
            return compared([(first[0], mark + first[1], mark + first[2]), *others], EVENTS, is_new)
    if held.old_events is None:
        start(held.project)
    write_whole(held.project / EVENTS, before, (BOM if before.startswith(BOM) else b"") + text.encode(), EVENTS)
    return ""


def _parts(old: Timeline, new: Timeline) -> list[tuple[str, str, str]]:
    """What stands before the events, then each event: its id, its old and its new text, "" where there is none."""
    before, after = _cut(old), _cut(new)
    return [(event_id, before.get(event_id, ""), text) for event_id, text in after.items()]


def _cut(timeline: Timeline) -> dict[str, str]:
    """The text by the event that it begins with, "" for what stands before them all."""
    text, lines = timeline.text, Lines(timeline.text)
    starts = [lines.starts[event.line - 1] for event in timeline.events]
    if not all(start == 0 or text[start - 1] == "\n" for start in starts):  # some lines of a diff would begin within one
        return {"": text}
    first, *rest = [*starts, len(text)]
    held = {"": text[:first]}
    return held | {event.id: text[start:end] for event, start, end in zip(timeline.events, starts, rest, strict=True)}
