"""Whether an insertion into events.yaml did what it was meant to do, and nothing else.

In: the old text with its tree, the new text with the ranges that were inserted, and what was to be added. Out: nothing, or a
`TimelineError`: a file that fails here is never written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.check.nodes import Fault, Node, compose
from timeline.check.reading import examine
from timeline.errors import Problem, TimelineError
from timeline.model import Event, Source


def verify(
    old: str,
    root: Node,
    new: str,
    ranges: Sequence[tuple[int, int]],
    events: Sequence[Event],
    sources: Mapping[str, Sequence[Source]],
    path: str,
) -> None:
    """What was there is unchanged, and what is new reads as it was meant. Else TimelineError."""
    changed = Problem(path, "adding to this file would have changed its meaning, so nothing was added. Please report this, with the file.")
    try:
        new_root = compose(new)
    except Fault:
        raise TimelineError(changed) from None
    timeline = examine(new, new_root, path)
    found = {event.id: event for event in timeline.events}
    if (
        timeline.errors
        or new_root is None
        or not _same(root, new_root, _Ranges(ranges), len(old))
        or not all(event.id in found and _bare(found[event.id]) == _bare(event) for event in events)
        or not all(event_id in found and _ends_in(found[event_id].sources, added) for event_id, added in sources.items())
    ):
        raise TimelineError(changed)


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


def _ends_in(sources: Sequence[Source], added: Sequence[Source]) -> bool:
    return [replace(source, line=0) for source in sources[len(sources) - len(added) :]] == [replace(source, line=0) for source in added]


def _bare(event: Event) -> Event:
    """The event without the lines that hold it."""
    return replace(event, line=0, sources=tuple(replace(source, line=0) for source in event.sources))
