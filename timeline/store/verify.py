"""Whether an insertion into events.yaml did what it was meant to do, and nothing else.

In: what the old text read as, the new text with the ranges that were inserted, and what was to be added. Out: what the new
text reads as, or a `TimelineError`: a file that fails here is never written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.check.nodes import Fault, Node, compose
from timeline.check.reading import Timeline, examine
from timeline.errors import Problem, TimelineError
from timeline.model import Event, Source


def verified(
    root: Node,
    timeline: Timeline,
    text: str,
    ranges: Sequence[tuple[int, int]],
    events: Sequence[Event],
    sources: Mapping[str, Sequence[Source]],
) -> Timeline:
    """The new text read back: what was there is unchanged, what is new reads as it was meant. Else TimelineError."""
    where = Problem(
        timeline.path, "adding to this file would have changed its meaning, so nothing was added. Please report this, with the file."
    )
    try:
        new_root = compose(text)
    except Fault:
        raise TimelineError(where) from None
    new = examine(text, new_root, timeline.path)
    by_id = {event.id: event for event in new.events}
    as_meant = (
        not new.errors
        and new_root is not None
        and _same(root, new_root, _Ranges(ranges), len(timeline.text))
        and len(by_id) == len(timeline.events) + len(events)
        and all(event.id in by_id and _plain(by_id[event.id]) == _plain(event) for event in events)
        and all(
            event_id in by_id and tuple(map(_bare, by_id[event_id].sources[-len(added) :])) == tuple(map(_bare, added))
            for event_id, added in sources.items()
            if added
        )
    )
    if not as_meant:
        raise TimelineError(where)
    return new


class _Ranges:
    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in ranges]
        self._ends = [end for _, end in ranges]

    def hold(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


def _same(old: Node, new: Node, inserted: _Ranges, old_length: int) -> bool:
    """Whether `new` is `old` and nothing else but what was inserted."""
    if old.kind == "scalar":
        if new.kind == "scalar":
            # A block of text at the very end gains the line end that the file lacked.
            ended = old.end == old_length and old.style in ("|", ">") and new.text == old.text + "\n"
            return (old.text == new.text or ended) and (old.style, old.tag, old.alias) == (new.style, new.tag, new.alias)
        return not old.text and not old.alias and all(inserted.hold(node.start) for node in new.nodes)
    if (old.kind, old.style, old.tag, old.alias) != (new.kind, new.style, new.tag, new.alias):
        return False
    if old.alias:
        return True
    step = 2 if old.kind == "mapping" else 1  # a value belongs to its key, wherever it begins
    kept = [
        node
        for first in range(0, len(new.nodes), step)
        if not inserted.hold(new.nodes[first].start)
        for node in new.nodes[first : first + step]
    ]
    return len(kept) == len(old.nodes) and all(_same(one, other, inserted, old_length) for one, other in zip(old.nodes, kept, strict=True))


def _plain(event: Event) -> Event:
    return replace(event, line=0, sources=tuple(map(_bare, event.sources)))


def _bare(source: Source) -> Source:
    return replace(source, line=0)
