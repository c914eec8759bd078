"""Bringing events from elsewhere into a project's events.yaml.

In: what the file holds, new events, and what known ones are to be. Out: the change as a diff; events.lock is left alone, since no article
was read.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from timeline.check.reading import collector_off
from timeline.check.text import BOM
from timeline.model import Event
from timeline.store.adding import EVENTS, NEW_FILE, Held, start
from timeline.store.editing import revise
from timeline.store.files import write_whole
from timeline.store.insertion import splice


def put(held: Held, new: Sequence[Event], changed: Mapping[str, Event], *, dry_run: bool = False) -> str:
    """Add new events, and make those with the ids given what they are to be, all in one write; the change as a diff.
    Raises TimelineError."""
    before = NEW_FILE.encode() if held.old_events is None else held.old_events
    with collector_off():
        root, timeline = revise(held.root, held.timeline, changed) if changed else (held.root, held.timeline)
        text = splice(root, timeline, new, {}).text if new else timeline.text
    if not dry_run:
        if held.old_events is None:
            start(held.project)
        write_whole(held.project / EVENTS, before, (BOM if before.startswith(BOM) else b"") + text.encode(), EVENTS)
    return _diff("" if held.old_events is None else held.timeline.text, text) if dry_run else ""


def _diff(old: str, new: str) -> str:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), EVENTS, EVENTS, lineterm="")
    return "".join(f"{line}\n" for line in lines)
