"""A person's decision in a long file, made and looked at in the lines around it.

In: events.yaml as it was read, and for some of its events what they are to be. Out: what the file is to be, the same that `editing`
gives; or None, where only a look at the whole file can tell.

All but the events to be changed, those beside them, the first and the last are left out; what is left is a file too, which is edited
and read back. What stands in the events that were left out cannot change what an edit means, as long as nothing is an alias.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from timeline.check.reading import Timeline
from timeline.check.text import Lines
from timeline.errors import TimelineError
from timeline.model import Event
from timeline.store.editing import Splice, bare, made, spliced
from timeline.store.insertion import compose_whole, without
from timeline.store.places import LINE_END

_ALIAS = re.compile(r"(?<![^\s\[{,:-])\*[^\s*]")
_DASH = re.compile(r"[ \t]*-")


def revise_nearby(timeline: Timeline, wanted: Mapping[str, Event | None]) -> Timeline | None:
    """As `editing.revise`, by a look at a part of the text."""
    text, events = timeline.text, timeline.events
    places = {event.id: place for place, event in enumerate(events)}
    if timeline.problems or _ALIAS.search(text) or any(event and event.id != event_id for event_id, event in wanted.items()):
        return None
    changed = [places[event_id] for event_id in wanted]
    kept = sorted({0, len(events) - 1}.union(*({place - 1, place, place + 1} for place in changed)) & set(range(len(events))))
    lines = Lines(text)
    cuts = [
        (_dash_line(lines, events[one + 1].line), _dash_line(lines, events[other].line)) for one, other in pairwise(kept) if other - one > 1
    ]
    if not cuts:
        return None
    try:
        root, part = compose_whole(without(text, cuts), timeline.path)
        if [bare(event) for event in part.events] != [bare(events[place]) for place in kept]:
            return None
        splices, (_, new_part) = made(root, part, wanted)
    except TimelineError:
        return None
    whole = _of_whole(splices, cuts)
    if whole is None:
        return None
    return replace(timeline, text=spliced(text, whole), events=_moved(events, wanted, new_part.events, lines, whole))


def _dash_line(lines: Lines, number: int) -> int:
    """The start of the line of an event's dash: the line in which it begins, or one above."""
    while number > 1 and not _DASH.match(lines.text, lines.starts[number - 1]):
        number -= 1
    return lines.starts[number - 1]


def _of_whole(splices: Sequence[Splice], cuts: Sequence[tuple[int, int]]) -> list[Splice] | None:
    """The splices of the part as splices of the whole; None where one is at a cut, so that its place is not known."""
    removed = [0, *accumulate(end - start for start, end in cuts)]
    joints = [start - before for (start, _), before in zip(cuts, removed, strict=False)]
    found = []
    for splice in splices:
        before = bisect_left(joints, splice.start)
        if before < bisect_right(joints, splice.end):
            return None
        found.append(Splice(splice.start + removed[before], splice.end + removed[before], splice.text))
    return found


def _moved(
    events: Sequence[Event], wanted: Mapping[str, Event | None], new: Sequence[Event], lines: Lines, splices: Sequence[Splice]
) -> tuple[Event, ...]:
    """All events as they are after the edit, each with its line."""
    edited = {event.id: event for event in new if event.id in wanted}
    ordered = sorted(splices, key=lambda splice: splice.start)
    starts = [splice.start - (splice.start == splice.end) for splice in ordered]  # what is put before a line moves it
    moves = [0, *accumulate(_ends(splice.text) - _ends(lines.text[splice.start : splice.end]) for splice in ordered)]
    found = []
    for event in events:
        if event.id in wanted and wanted[event.id] is None:
            continue
        move = moves[bisect_left(starts, lines.starts[event.line - 1])]
        event_now = edited.get(event.id, event)
        found.append(_at(event_now, event.line + move))
    return tuple(found)


def _ends(text: str) -> int:
    return sum(1 for _ in LINE_END.finditer(text))


def _at(event: Event, line: int) -> Event:
    move = line - event.line
    if not move:
        return event
    return replace(event, line=line, sources=tuple(replace(source, line=source.line + move) for source in event.sources))
