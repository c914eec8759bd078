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
from itertools import pairwise

from timeline.check.nodes import Fault, Node, compose
from timeline.check.reading import Timeline, collector_off, examine
from timeline.check.text import Lines
from timeline.edtf import sort_key
from timeline.errors import Problem, TimelineError
from timeline.model import Event, Source
from timeline.store import emit
from timeline.store.emit import Style
from timeline.store.verify import verified

_LINE = re.compile(r"([ \t]*)(#?)[^\r\n]*(?:\r\n|\n|\r|$)")
_BLOCK_HEADER = re.compile(r"(?:[&!]\S*[ \t]+)*[|>]([-+0-9]*)")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Insertion:
    """The new text, the ranges of it that were inserted (half-open, in order), and what it reads as."""

    text: str
    ranges: tuple[tuple[int, int], ...]
    timeline: Timeline

    def old_text(self) -> str:
        """The text without what was inserted."""
        kept, at = [], 0
        for start, end in self.ranges:
            kept.append(self.text[at:start])
            at = end
        return "".join(kept) + self.text[at:]


@dataclass(frozen=True, slots=True)
class _Addition:
    """Lines to go in at an offset of the old text; `rank` orders those at the same offset."""

    offset: int
    rank: int
    lines: Sequence[str]


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
        raise TimelineError(Problem(path, fault.message, *Lines(text).place(fault.offset))) from None
    timeline = examine(text, root, path)
    if timeline.errors or root is None:
        raise TimelineError(timeline.errors)
    return root, timeline


def splice(root: Node, timeline: Timeline, events: Sequence[Event], sources: Mapping[str, Sequence[Source]]) -> Insertion:
    """As `insert`, for a text that was composed and holds no errors."""
    editor = _Editor(root, timeline)
    additions = editor.additions(events, sources)
    text, ranges = _spliced(timeline.text, additions)
    with collector_off():
        return Insertion(text, ranges, verified(root, timeline, text, ranges, events, sources))


class _Editor:
    """The places of one file."""

    def __init__(self, root: Node, timeline: Timeline) -> None:
        self.text = timeline.text
        self.timeline = timeline
        self.root = root
        self.by_id: dict[str, Node] = {}

    def refuse(self, node: Node, message: str) -> TimelineError:
        line, column = Lines(self.text).place(node.start)
        return TimelineError(Problem(self.timeline.path, f"{message} Nothing was added.", line, column))

    def additions(self, events: Sequence[Event], sources: Mapping[str, Sequence[Source]]) -> list[_Addition]:
        if self.root.style == "flow":
            raise self.refuse(self.root, "the file is written in one line with { }. Write 'events:' and each event on lines of their own.")
        pair = next((pair for pair in self.root.pairs() if pair[0].text == "events"), None)
        if pair is None:
            raise self.refuse(self.root, "the list of events comes from '<<'. Write 'events:' and its list out.")
        key, value = pair
        items = value.nodes if value.kind == "sequence" else []
        self.by_id = {event.id: node for event, node in zip(self.timeline.events, items, strict=True)}
        style = self.style(items)
        found = [addition for event_id, new in sources.items() if new for addition in self.for_sources(self.by_id[event_id], new, style)]
        if events:
            self.check_list(value, "events", "each event")
            found += self.for_events(key, items, events, style)
        return sorted(found, key=lambda addition: (addition.offset, addition.rank))

    def check_list(self, node: Node, name: str, what: str) -> None:
        """Refuse where a line below cannot become part of the list."""
        if node.alias:
            raise self.refuse(node, f"{name} is an alias, *{node.alias}, to which nothing can be added. Write the list out.")
        if node.style == "flow":
            empty = "" if node.nodes else ", without []"
            advice = f"Write '{name}:' alone{empty}, and {what} below it after '- '."
            raise self.refuse(node, f"{name} is a list in one line, to which nothing can be added. {advice}")
        if node.kind == "scalar" and node.end > node.start:
            raise self.refuse(node, f"nothing can be added to this. Write '{name}:' alone.")

    # Events

    def for_events(self, key: Node, items: list[Node], events: Sequence[Event], style: Style) -> list[_Addition]:
        if not items:
            column = self.column(key) + 2
            offset = self.after(key.end, self.column(key))
            ordered = sorted(events, key=lambda event: sort_key(event.date))
            blank = [""] if style.blank else []
            first, *others = (emit.event_lines(event, column, style) for event in ordered)
            return [_Addition(offset, 1, first), *(_Addition(offset, rank, blank + lines) for rank, lines in enumerate(others, 2))]
        column = self.dash(items[0])
        blank = [""] if style.blank else []
        found = []
        for rank, (index, event) in enumerate(_by_place(self.timeline.events, events), 1):
            lines = emit.event_lines(event, column, style)
            if index:
                above = [] if self.keeps_blank_lines(items[index - 1]) else blank
                found.append(_Addition(self.end(items[index - 1], column), rank, above + lines))
            else:
                found.append(_Addition(self.above(items[0]), rank, lines + blank))
        return found

    def style(self, items: list[Node]) -> Style:
        """How the file indents its first events, for those to come."""
        style = Style()
        if items:
            style = replace(style, to_keys=self.width(items[0], style.to_keys))
        for item in items:
            sources = next((value for key, value in item.pairs() if key.text == "sources"), None)
            if sources and sources.kind == "sequence" and sources.style == "block" and not sources.alias:
                dash = self.dash(sources.nodes[0])
                to_list = dash - self.column(item.nodes[0])
                style = replace(style, to_list=max(0, to_list), to_list_keys=self.width(sources.nodes[0], style.to_list_keys))
                break
        if len(items) > 1:
            end = self.end(items[0], self.dash(items[0]))
            style = replace(style, blank=bool(re.match(r"[ \t]*(?:\r\n|\n|\r)", self.text[end : self.line_start(items[1].start)])))
        return style

    def width(self, item: Node, otherwise: int) -> int:
        """Columns from an item's dash to its first key, where both stand in one line."""
        start = self.line_start(item.start)
        return self.column(item) - self.dash(item) if "-" in self.text[start : item.start] and item.style == "block" else otherwise

    # Sources

    def for_sources(self, event: Node, sources: Sequence[Source], style: Style) -> list[_Addition]:
        if event.style == "flow":
            raise self.refuse(
                event, "this event is written in one line with { }, and a source is to be added. Write its keys on lines of their own."
            )
        pair = next((pair for pair in event.pairs() if pair[0].text == "sources"), None)
        column = self.column(event.nodes[0]) + style.to_list
        if pair is None:
            if any(key.text == "<<" for key, _ in event.pairs()):
                raise self.refuse(event, "a source is to be added here, and '<<' may hold others. Write 'sources:' and its list out.")
            key_column = self.column(event.nodes[0])
            lines = [" " * key_column + "sources:"]
            offset = self.end(event, key_column)
        else:
            key, value = pair
            self.check_list(value, "sources", "each source")
            lines = []
            if value.kind == "sequence":
                column = self.dash(value.nodes[0])
                style = replace(style, to_list_keys=self.width(value.nodes[-1], style.to_list_keys))
                offset = self.end(value.nodes[-1], column)
            else:
                offset = self.after(key.end, self.column(key))
        for source in sources:
            lines += emit.source_lines(source, column, style)
        return [_Addition(offset, 0, lines)]

    # Places

    def line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def column(self, node: Node) -> int:
        return node.start - self.line_start(node.start)

    def dash(self, item: Node) -> int:
        """The column of the dash of a block list's item: in its line, or in one above it, with nothing but comments between."""
        start = self.line_start(item.start)
        before = self.text[start : item.start]
        while not before.strip():
            end = start - 1
            start = self.line_start(end - (self.text[end - 1 : end + 1] == "\r\n"))
            before = self.text[start:end].split("#")[0]
        if before.strip() != "-":
            raise self.refuse(item, "this item begins in the line of another key. Write it on a line of its own after '- '.")
        return before.index("-")

    def above(self, item: Node) -> int:
        """The start of the line of an item's dash, or of the comments that stand right above it."""
        start = self.line_start(item.start)
        while "-" not in self.text[start : item.start].split("#")[0]:
            start = self.line_start(start - 1 - (self.text[start - 2 : start] == "\r\n"))
        while start:
            before = self.line_start(start - 1 - (self.text[start - 2 : start] == "\r\n"))
            if not self.text[before:start].lstrip(" \t").startswith("#"):
                break
            start = before
        return start

    def last(self, item: Node) -> Node:
        """The last scalar, flow list or alias of an item."""
        while item.kind != "scalar" and item.style == "block" and not item.alias:
            item = item.nodes[-1]
        return item

    def keeps_blank_lines(self, item: Node) -> bool:
        """Whether an item ends in a block of text (`|+`, `>+`) to which the blank lines below it belong."""
        leaf = self.last(item)
        header = _BLOCK_HEADER.match(self.text, leaf.start) if leaf.style in ("|", ">") and not leaf.alias else None
        return bool(header and "+" in header[1])

    def end(self, item: Node, column: int) -> int:
        """The start of the line after an item and the comments that are indented further than `column`."""
        leaf = self.last(item)
        end = leaf.end
        if leaf.style in ("|", ">") and not leaf.alias:
            if leaf.text.rstrip("\n") == leaf.text.rstrip() and not self.keeps_blank_lines(item):  # blank lines are no part of it
                end = leaf.start + len(self.text[leaf.start : leaf.end].rstrip(" \t\r\n"))
            elif not self.text[self.line_start(end) : end].strip():
                return self.comments(self.line_start(end), column)
        return self.after(end, column)

    def after(self, end: int, column: int) -> int:
        """The start of the line after `end` and the comments that are indented further than `column`."""
        found = _LINE_END.search(self.text, end)
        return self.comments(found.end() if found else len(self.text), column)

    def comments(self, offset: int, column: int) -> int:
        """Past the lines of comments that are indented further than `column`, and the blank lines between them."""
        at = offset
        while at < len(self.text) and (line := _LINE.match(self.text, at)):
            if line[2] and len(line[1]) > column:
                offset = line.end()
            elif line[0].strip():
                break
            at = line.end()
        return offset


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
    found = _LINE_END.search(text)
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
