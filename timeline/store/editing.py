"""What a person decided about events, as the smallest edit of events.yaml.

In: the text, and for some of its events what they are to be: an `Event`, or None for one that is to go. Out: the new text, in
which only the fields and sources that differ were written anew; or a `TimelineError` that says what to write, where an edit of
lines cannot be valid. A source that goes from one event to another takes its lines with it: comments, quoting, keys of the user's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.check.nodes import Fault, Node, compose
from timeline.check.reading import Timeline, collector_off, examine
from timeline.errors import Problem, TimelineError
from timeline.model import Event, Source
from timeline.store import emit
from timeline.store.emit import EVENT_FIELDS, SOURCE_FIELDS, Style
from timeline.store.insertion import compose_whole
from timeline.store.places import LINE_END, Places

UNDONE = "Nothing was changed."
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_AFTER_KEY = re.compile(r"[ \t]*:")


@dataclass(frozen=True, slots=True)
class Splice:
    """A range of the old text and what is to stand there."""

    start: int
    end: int
    text: str = ""


def edit(text: str, wanted: Mapping[str, Event | None], path: str = "events.yaml") -> str:
    """Make the events with the ids given what they are wanted to be; their sources keep the order of the file, new ones come last.
    `text` has no byte order mark. Raises TimelineError; KeyError for an id that is not in the file."""
    with collector_off():
        _, timeline = revise(*compose_whole(text, path), wanted)
    return timeline.text


def revise(root: Node, timeline: Timeline, wanted: Mapping[str, Event | None]) -> tuple[Node, Timeline]:
    """As `edit`, for a text that was composed and holds no errors, and with what the new text reads as."""
    return made(root, timeline, wanted)[1]


def made(root: Node, timeline: Timeline, wanted: Mapping[str, Event | None]) -> tuple[list[Splice], tuple[Node, Timeline]]:
    """As `revise`, with the splices that it is made by."""
    old = {event.id: event for event in timeline.events}
    cleaned = {event_id: event and emit.clean(replace(event, line=old[event_id].line)) for event_id, event in wanted.items()}
    splices = _Editor(root, timeline).splices(cleaned)
    return splices, _verified(root, timeline, spliced(timeline.text, splices), cleaned)


class _Editor:
    """The splices that turn the events of one text into what is wanted."""

    def __init__(self, root: Node, timeline: Timeline) -> None:
        self.text, self.events = timeline.text, timeline.events
        self.places = Places(timeline.text, timeline.path, UNDONE)
        found = LINE_END.search(self.text)
        self.newline = found[0] if found else "\n"
        value = _value(root, "events")
        if root.style == "flow" or value is None or value.style == "flow" or value.alias:
            raise self.places.refuse(
                value or root, "the events are not a list with a line for each '- '. Write 'events:' and each event below it."
            )
        self.items = value.nodes
        self.index = {event.id: index for index, event in enumerate(self.events)}
        self.moving: dict[Source, list[tuple[Node, int]]] = {}  # sources that leave an event, with the columns of their dashes

    def splices(self, wanted: Mapping[str, Event | None]) -> list[Splice]:
        leaving = {event_id: self.leaving(event_id, event) for event_id, event in wanted.items()}
        found: list[Splice] = []
        for event_id, event in wanted.items():
            node, old = self.items[self.index[event_id]], self.events[self.index[event_id]]
            if event is None:
                found.append(self.without_event(self.index[event_id]))
            elif bare(event) != bare(old):
                if node.style == "flow":
                    raise self.places.refuse(
                        node, "this event is written in one line with { }, and is to be changed. Write its keys on lines of their own."
                    )
                for name in EVENT_FIELDS:
                    if getattr(event, name) != getattr(old, name):
                        found.append(self.with_field(node, EVENT_FIELDS, name, emit.event_value(event, name)))
                found += self.with_sources(node, old, event, leaving[event_id])
        return found

    # Events

    def without_event(self, index: int) -> Splice:
        """The event with the comments indented under it, and the blank lines that set it off."""
        item = self.items[index]
        start, end = self.places.dash_line(item), self.places.end(item, self.places.dash(item))
        if not self.text[start : item.start].split("#")[0].strip(" \t\r\n") == "-":
            raise self.places.refuse(item, "this event begins in the line of another key. Write it on a line of its own after '- '.")
        after = _blank_until(self.text, end)
        if after < len(self.text) or not index:
            return Splice(start, after)
        before = self.text[:start].rstrip(" \t\r\n")
        if self.places.keeps_blank_lines(self.items[index - 1]):
            return Splice(start, end)
        return Splice(min(start, self.places.after_line(len(before))), end)

    # Fields

    def with_field(self, node: Node, names: Sequence[str], name: str, value: str) -> Splice:
        """One field of a mapping with another value; "" takes it out."""
        keys = {key.text: position for position, (key, _) in enumerate(node.pairs())}
        if name not in keys:
            before = next(keys[other] for other in reversed(names[: names.index(name)]) if other in keys)
            column = self.places.column(node.nodes[0])
            offset = self.field_end(node, before)
            return self.lines_at(offset, [f"{' ' * column}{name}: {value}"])
        if not value:
            return self.without_field(node, keys[name])
        key, old = list(node.pairs())[keys[name]]
        if old.alias:
            raise self.places.refuse(old, f"{name} is an alias, *{old.alias}. Write the value out.")
        colon = _AFTER_KEY.match(self.text, key.end)
        if colon is None:
            raise self.places.refuse(key, f"{name} is written with '?'. Write '{name}: ' and the value.")
        start = old.start if old.kind == "scalar" and old.end > old.start else colon.end()
        return Splice(start, max(start, self.value_end(old)), value if start == old.start else f" {value}")

    def without_field(self, node: Node, position: int) -> Splice:
        """The field with its comments; where it opens its item, the next field moves up to the dash."""
        key = node.nodes[2 * position]
        if self.text[self.places.line_start(key.start) : key.start].strip():
            if 2 * position + 2 >= len(node.nodes):
                raise self.places.refuse(key, "this is the only key here, and is to go. Delete the whole item.")
            return Splice(key.start, node.nodes[2 * position + 2].start)
        return Splice(self.places.line_start(key.start), self.field_end(node, position))

    def field_end(self, node: Node, position: int) -> int:
        """The start of the line after a field and its comments."""
        key, value = node.nodes[2 * position : 2 * position + 2]
        column = self.places.column(node.nodes[0])
        if value.kind == "scalar" and value.end == value.start:
            return self.places.after(key.end, column)
        return self.places.end(value, column)

    def value_end(self, value: Node) -> int:
        """Where the last word of a value ends."""
        leaf = self.places.last(value)
        if leaf.style in ("|", ">") and not leaf.alias:
            return leaf.start + len(self.text[leaf.start : leaf.end].rstrip(" \t\r\n"))
        return leaf.end

    # Sources

    def leaving(self, event_id: str, event: Event | None) -> list[int]:
        """The positions of the sources that an event is to lose; they can go to others."""
        old = self.events[self.index[event_id]].sources
        kept = Counter(map(_bare_source, event.sources if event else ()))
        found = []
        for position, source in enumerate(old):
            bare = _bare_source(source)
            if kept[bare]:
                kept[bare] -= 1
            else:
                found.append(position)
                item = self.items[self.index[event_id]]
                value = _value(item, "sources")
                if value and value.style == "block" and item.style == "block" and not value.alias:
                    self.moving.setdefault(bare, []).append((value.nodes[position], self.places.dash(value.nodes[position])))
        return found

    def with_sources(self, node: Node, old: Event, event: Event, leaving: Sequence[int]) -> Iterator[Splice]:
        """The splices that take out the sources that leave, change those that changed, and add those that are new."""
        held = Counter(map(_bare_source, old.sources))
        fresh: list[Source] = []
        for source in event.sources:
            bare = _bare_source(source)
            if held[bare]:
                held[bare] -= 1
            else:
                fresh.append(bare)
        going = list(leaving)
        if not going and not fresh:
            return
        value = self.source_list(node)
        for source in list(fresh):
            position = next((at for at in going if _place(old.sources[at]) == _place(source)), None)
            if position is None or source in self.moving or not value:
                continue
            fresh.remove(source)
            going.remove(position)
            for name in SOURCE_FIELDS:
                if getattr(source, name) != getattr(old.sources[position], name):
                    yield self.with_field(value.nodes[position], SOURCE_FIELDS, name, emit.source_value(source, name))
        if value and going and len(going) == len(value.nodes) and not fresh:
            yield self.without_field(node, [key.text for key, _ in node.pairs()].index("sources"))
            return
        for position in going:
            item = value.nodes[position]  # type: ignore[union-attr]
            yield Splice(self.places.dash_line(item), self.places.end(item, self.places.dash(item)))
        if fresh:
            yield self.with_more(node, value, fresh)

    def source_list(self, node: Node) -> Node | None:
        """The list of an event's sources, None where it has none. Refuses one that is not written with a line for each '- '."""
        value = _value(node, "sources")
        if value is None or value.kind == "scalar":
            return None
        if value.alias:
            raise self.places.refuse(value, f"sources is an alias, *{value.alias}. Write the list out.")
        if value.style == "flow":
            raise self.places.refuse(value, "sources is a list in one line. Write 'sources:' alone, and each source below it after '- '.")
        return value

    def with_more(self, node: Node, value: Node | None, sources: Sequence[Source]) -> Splice:
        """New sources after the last one."""
        key_column = self.places.column(node.nodes[0])
        keys = [key.text for key, _ in node.pairs()]
        lines: list[str] = []
        if value:
            column = self.places.dash(value.nodes[-1])
            offset = self.places.end(value.nodes[-1], column)
        else:
            column = key_column + Style().to_list
            if "sources" in keys:
                key, empty = list(node.pairs())[keys.index("sources")]
                if empty.end > empty.start:
                    raise self.places.refuse(empty, "a source is to be added here. Write 'sources:' alone.")
                offset = self.places.after(key.end, key_column)
            else:
                offset = self.places.end(node, key_column)
                lines = [" " * key_column + "sources:"]
        for source in sources:
            lines += self.moved(source, column) if self.moving.get(source) else emit.source_lines(source, column, Style())
        return self.lines_at(offset, lines)

    def moved(self, source: Source, column: int) -> list[str]:
        """The lines of a source that comes from another event, indented for a list whose dashes stand in `column`."""
        item, old_column = self.moving[source].pop(0)
        lines = LINE_END.split(self.text[self.places.dash_line(item) : self.places.end(item, old_column)])
        if lines[-1] == "":
            lines.pop()
        margin = min(old_column, *(len(line) - len(line.lstrip(" ")) for line in lines if line.strip()))
        return [" " * (column - old_column + margin) + line[margin:] if line.strip() else line for line in lines]

    def lines_at(self, offset: int, lines: Sequence[str]) -> Splice:
        begins_line = offset == 0 or self.text[offset - 1] in "\r\n"
        return Splice(offset, offset, "".join(line + self.newline if begins_line else self.newline + line for line in lines))


def _value(node: Node, name: str) -> Node | None:
    return next((value for key, value in node.pairs() if key.text == name), None)


def _blank_until(text: str, offset: int) -> int:
    found = _BLANK_LINES.match(text, offset)
    return found.end() if found else offset


def _place(source: Source) -> tuple[str, str]:
    return source.article, source.url


def _bare_source(source: Source) -> Source:
    return replace(source, line=0)


def bare(event: Event) -> Event:
    """The event without the lines that hold it."""
    return replace(event, line=0, sources=tuple(map(_bare_source, event.sources)))


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """The text with the splices in it; of two that take out the same, one is enough."""
    parts: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        parts += text[at : splice.start], splice.text
        at = max(at, splice.end)
    return "".join([*parts, text[at:]])


def _verified(root: Node, old: Timeline, new: str, wanted: Mapping[str, Event | None]) -> tuple[Node, Timeline]:
    """What the new text reads as: what is wanted as it is wanted, and all else as it was. Else TimelineError."""
    changed = Problem(old.path, f"the edit would have changed what else the file says. {UNDONE} Make it by hand.")
    try:
        new_root = compose(new)
    except Fault:
        raise TimelineError(changed) from None
    timeline = examine(new, new_root, old.path)
    meant = [event for held in old.events if (event := wanted.get(held.id, held))]
    if timeline.errors or new_root is None or len(meant) != len(timeline.events):
        raise TimelineError(changed)
    new_items, old_items = items_of(new_root), items_of(root)
    untouched = [item for item, event in zip(old_items, old.events, strict=True) if event.id not in wanted]
    left = [item for item, event in zip(new_items, meant, strict=True) if event.id not in wanted]
    if (
        [plain(value) for key, value in root.pairs() if key.text != "events"]
        != [plain(value) for key, value in new_root.pairs() if key.text != "events"]
        or list(map(plain, untouched)) != list(map(plain, left))
        or not all(_alike(one, other) for one, other in zip(meant, timeline.events, strict=True))
    ):
        raise TimelineError(changed)
    return new_root, timeline


def items_of(root: Node) -> list[Node]:
    """The items of the list of events."""
    value = _value(root, "events")
    return value.nodes if value else []


def plain(node: Node) -> Any:
    """What a node says, without its places. A text at the very end may lack its line end."""
    if node.alias:  # what it stands for is looked at where it stands
        return "*", node.alias
    if node.kind == "scalar":
        return node.text.removesuffix("\n"), node.tag
    return node.kind, [plain(child) for child in node.nodes]


def _alike(one: Event, other: Event) -> bool:
    """Whether two events are the same but for the order of their sources."""
    return replace(bare(one), sources=()) == replace(bare(other), sources=()) and Counter(map(_bare_source, one.sources)) == Counter(
        map(_bare_source, other.sources)
    )
