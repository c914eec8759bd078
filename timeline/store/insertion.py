"""Putting events and sources into the text of events.yaml and leaving every old byte where it is.

In: the text, new events, and new sources for events it holds. Out: an `Insertion`, from which taking the inserted ranges
away gives back the old text; or a `TimelineError` that says what to write, where adding lines cannot be valid.

Whole lines are added. A comment that is indented under an event belongs to it; any other belongs to what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from timeline.check.nodes import Fault, Node, compose
from timeline.check.reading import Timeline, collector_off, examine, examine_rest
from timeline.edtf import sort_key
from timeline.errors import TimelineError
from timeline.model import Event, Source
from timeline.store import emit
from timeline.store.emit import Style
from timeline.store.places import LINE_END, Places
from timeline.store.verify import verify


@dataclass(frozen=True, slots=True)
class Insertion:
    """The new text, the ranges of it that were inserted (half-open, in order), the id of the new event that each holds, "" for
    sources, and the id of the event to which each adds sources, "" for events."""

    text: str
    ranges: tuple[tuple[int, int], ...]
    ids: tuple[str, ...]
    grown: tuple[str, ...]

    def old_text(self) -> str:
        """The text without what was inserted."""
        return without(self.text, self.ranges)


def without(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The text without some ranges of it."""
    kept, at = [], 0
    for start, end in ranges:
        kept.append(text[at:start])
        at = end
    return "".join(kept) + text[at:]


@dataclass(frozen=True, slots=True)
class _Addition:
    """Lines to go in at an offset of the old text; `rank` orders those at the same offset. `event_id` is that of a new event, `grown`
    that of an event that gets sources."""

    offset: int
    rank: int
    lines: Sequence[str]
    event_id: str = ""
    grown: str = ""


def insert(text: str, events: Sequence[Event], sources: Mapping[str, Sequence[Source]], path: str = "events.yaml") -> Insertion:
    """Add whole events, and sources to the events with the ids given. `text` has no byte order mark. Raises TimelineError."""
    with collector_off():
        root, timeline = compose_whole(text, path)
        return splice(root, timeline, events, sources)


def compose_whole(text: str, path: str) -> tuple[Node, Timeline]:
    """The tree of a text and what it reads as. Raises TimelineError with every mistake in it."""
    try:
        root = compose(text)
    except Fault as fault:
        raise TimelineError(examine_rest(text, fault, path).errors) from None
    timeline = examine(text, root, path)
    if timeline.errors or root is None:
        raise TimelineError(timeline.errors)
    return root, timeline


def splice(root: Node, timeline: Timeline, events: Sequence[Event], sources: Mapping[str, Sequence[Source]]) -> Insertion:
    """As `insert`, for a text that was composed and holds no errors."""
    events = [emit.clean(event) for event in events]
    sources = {event_id: [emit.clean_source(source) for source in added] for event_id, added in sources.items()}
    editor = _Editor(root, timeline)
    additions = editor.additions(events, sources)
    text, ranges = _spliced(timeline.text, additions)
    if additions:
        with collector_off():
            _verify(timeline, root, additions, editor.far(additions), events, sources)
    return Insertion(text, ranges, tuple(addition.event_id for addition in additions), tuple(addition.grown for addition in additions))


def _verify(
    timeline: Timeline,
    root: Node,
    additions: Sequence[_Addition],
    far: Sequence[tuple[int, int]],
    events: Sequence[Event],
    sources: Mapping[str, Sequence[Source]],
) -> None:
    """Read the additions back. The events `far` from them are left out, which saves most of the time for a long file."""
    old = timeline.text
    if far:
        try:
            old = without(timeline.text, far)
            root = compose(old) or root
        except Fault:  # an alias, of which the anchor was left out
            old, far = timeline.text, ()
    ends, removed = [end for _, end in far], [0, *accumulate(end - start for start, end in far)]
    moved = [replace(addition, offset=addition.offset - removed[bisect_right(ends, addition.offset)]) for addition in additions]
    new, ranges = _spliced(old, moved)
    verify(old, root, new, ranges, events, sources, timeline.path)


class _Editor:
    """The places of one file."""

    def __init__(self, root: Node, timeline: Timeline) -> None:
        self.text = timeline.text
        self.timeline = timeline
        self.root = root
        self.places = Places(timeline.text, timeline.path)
        self.items: list[Node] = []

    def additions(self, events: Sequence[Event], sources: Mapping[str, Sequence[Source]]) -> list[_Addition]:
        if self.root.style == "flow":
            raise self.places.refuse(
                self.root, "the file is written in one line with { }. Write 'events:' and each event on lines of their own."
            )
        pair = next((pair for pair in self.root.pairs() if pair[0].text == "events"), None)
        if pair is None:
            raise self.places.refuse(self.root, "the list of events comes from '<<'. Write 'events:' and its list out.")
        key, value = pair
        self.items = value.nodes if value.kind == "sequence" else []
        by_id = {event.id: node for event, node in zip(self.timeline.events, self.items, strict=True)}
        style = self.style()
        found = [self.for_sources(event_id, by_id[event_id], new, style) for event_id, new in sources.items() if new]
        if events:
            self.check_list(value, "events", "each event")
            found += self.for_events(key, events, style)
        return sorted(found, key=lambda addition: (addition.offset, addition.rank))

    def check_list(self, node: Node, name: str, what: str) -> None:
        """Refuse where a line below cannot become part of the list."""
        if node.alias:
            raise self.places.refuse(node, f"{name} is an alias, *{node.alias}, to which nothing can be added. Write the list out.")
        if node.style == "flow":
            empty = "" if node.nodes else ", without []"
            advice = f"Write '{name}:' alone{empty}, and {what} below it after '- '."
            raise self.places.refuse(node, f"{name} is a list in one line, to which nothing can be added. {advice}")
        if node.kind == "scalar" and node.end > node.start:
            raise self.places.refuse(node, f"nothing can be added to this. Write '{name}:' alone.")

    # Events

    def for_events(self, key: Node, events: Sequence[Event], style: Style) -> list[_Addition]:
        items = self.items
        if not items:
            column = self.places.column(key) + 2
            offset = self.places.after(key.end, self.places.column(key))
            ordered = sorted(events, key=lambda event: sort_key(event.date))
            blank = [""] if style.blank else []
            return [
                _Addition(offset, rank, (blank if rank > 1 else []) + emit.event_lines(event, column, style), event.id)
                for rank, event in enumerate(ordered, 1)
            ]
        column = self.places.dash(items[0])
        blank = [""] if style.blank else []
        found = []
        for rank, (index, event) in enumerate(_by_place(self.timeline.events, events), 1):
            lines = emit.event_lines(event, column, style)
            if index:
                above = [] if self.places.keeps_blank_lines(items[index - 1]) else blank
                found.append(_Addition(self.places.end(items[index - 1], column), rank, above + lines, event.id))
            else:
                found.append(_Addition(self.places.above(items[0]), rank, lines + blank, event.id))
        return found

    def style(self) -> Style:
        """How the file indents its first events, for those to come."""
        items, style = self.items, Style()
        if items:
            style = replace(style, to_keys=self.places.width(items[0], style.to_keys))
        for item in items:
            sources = next((value for key, value in item.pairs() if key.text == "sources"), None)
            if sources and sources.kind == "sequence" and sources.style == "block" and not sources.alias:
                dash = self.places.dash(sources.nodes[0])
                to_list = dash - self.places.column(item.nodes[0])
                style = replace(style, to_list=max(0, to_list), to_list_keys=self.places.width(sources.nodes[0], style.to_list_keys))
                break
        if len(items) > 1:
            end = self.places.end(items[0], self.places.dash(items[0]))
            style = replace(style, blank=bool(re.match(r"[ \t]*(?:\r\n|\n|\r)", self.text[end : self.places.line_start(items[1].start)])))
        return style

    def far(self, additions: Sequence[_Addition]) -> list[tuple[int, int]]:
        """The ranges of the events that are not beside an addition. What stands in them cannot change what an addition means."""
        starts = [item.start for item in self.items]
        near = {0, len(starts) - 1}
        for addition in additions:
            index = bisect_right(starts, addition.offset) - 1
            near |= {index, index + 1}
        kept = sorted(near & set(range(len(starts))))
        return [
            (self.places.dash_line(self.items[one + 1]), self.places.dash_line(self.items[other]))
            for one, other in pairwise(kept)
            if other - one > 1
        ]

    # Sources

    def for_sources(self, event_id: str, event: Node, sources: Sequence[Source], style: Style) -> _Addition:
        if event.style == "flow":
            raise self.places.refuse(
                event, "this event is written in one line with { }, and a source is to be added. Write its keys on lines of their own."
            )
        pair = next((pair for pair in event.pairs() if pair[0].text == "sources"), None)
        column = self.places.column(event.nodes[0]) + style.to_list
        if pair is None:
            if any(key.text == "<<" for key, _ in event.pairs()):
                raise self.places.refuse(
                    event, "a source is to be added here, and '<<' may hold others. Write 'sources:' and its list out."
                )
            key_column = self.places.column(event.nodes[0])
            lines = [" " * key_column + "sources:"]
            offset = self.places.end(event, key_column)
        else:
            key, value = pair
            self.check_list(value, "sources", "each source")
            lines = []
            if value.kind == "sequence":
                column = self.places.dash(value.nodes[0])
                style = replace(style, to_list_keys=self.places.width(value.nodes[-1], style.to_list_keys))
                offset = self.places.end(value.nodes[-1], column)
            else:
                offset = self.places.after(key.end, self.places.column(key))
        for source in sources:
            lines += emit.source_lines(source, column, style)
        return _Addition(offset, 0, lines, grown=event_id)


def _by_place(old: Sequence[Event], new: Sequence[Event]) -> list[tuple[int, Event]]:
    """Each new event with the number of old events to stand before it; in the order in which they are to stand."""
    keys = [sort_key(event.date) for event in old]
    if all(one <= other for one, other in pairwise(keys)):
        ordered = sorted(new, key=lambda event: sort_key(event.date))
        return [(bisect_right(keys, sort_key(event.date)), event) for event in ordered]
    ordered = sorted(new, key=lambda event: sort_key(event.date), reverse=True)
    if all(one >= other for one, other in pairwise(keys)):  # the newest first
        keys.reverse()
        return [(len(keys) - bisect_right(keys, sort_key(event.date)), event) for event in ordered]
    return [(len(keys), event) for event in reversed(ordered)]


def _spliced(text: str, additions: Sequence[_Addition]) -> tuple[str, tuple[tuple[int, int], ...]]:
    found = LINE_END.search(text)
    newline = found[0] if found else "\n"
    parts: list[str] = []
    ranges: list[tuple[int, int]] = []
    at = length = 0
    for addition in additions:
        kept = text[at : addition.offset]
        at = addition.offset
        begins_line = at == 0 or text[at - 1] in "\r\n"
        added = "".join(line + newline if begins_line else newline + line for line in addition.lines)
        parts += kept, added
        length += len(kept)
        ranges.append((length, length + len(added)))
        length += len(added)
    return "".join([*parts, text[at:]]), tuple(ranges)
