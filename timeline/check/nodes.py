"""The YAML of a file as a tree in which every value keeps its exact place, and every scalar is text.

In: text. Out: a `Node`, or a `Fault` in plain words. The tree is made from the parser's events, not by its composer: aliases
stay visible, nothing recurses, and the end of a block is the end of its last word (the parser's own mark lies beyond).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import yaml

from timeline.check import mistakes
from timeline.check.text import Lines
from timeline.errors import Problem

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 100

Kind = Literal["scalar", "sequence", "mapping"]


_NO_NODES: list[Any] = []


class Node:
    """A scalar with its `text`, a sequence with its `nodes`, or a mapping with its nodes (key, value, key, value …).

    `start` and `end` are offsets of the text. `style` is "flow" or "block" for collections, and for a scalar its first
    character: a quote, `|`, `>`, or "" where it is plain. An alias (`alias` is its name) shares the nodes of what it names.
    """

    __slots__ = ("alias", "end", "kind", "nodes", "start", "style", "tag", "text")

    def __init__(
        self, kind: Kind, start: int, end: int, style: str, tag: str = "", text: str = "", alias: str = "", nodes: list[Any] = _NO_NODES
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.style = style
        self.tag = tag
        self.alias = alias
        self.text = text
        self.nodes: list[Node] = nodes

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """The keys of a mapping with their values."""
        return zip(self.nodes[::2], self.nodes[1::2], strict=True)


class Fault(Exception):
    """YAML that cannot be read: the offset of the mistake, what to write, and where the mistake ends (0: after one character)."""

    def __init__(self, offset: int, message: str, end: int = 0) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.end = end

    def problem(self, lines: Lines, path: str) -> Problem:
        """The fault with its place among the lines of its text."""
        return lines.problem(path, self.message, self.offset, self.end)


class Unknown(Fault):
    """A reference to what stands nowhere above."""


def compose(text: str) -> Node | None:
    """The tree of a text that holds one document, None where it holds nothing. Raises Fault."""
    conflict = mistakes.conflict(text)
    if conflict:
        raise Fault(*conflict)
    try:
        return _compose(text)
    except yaml.MarkedYAMLError as error:
        raise Fault(*mistakes.explain(text, error)) from None
    except yaml.YAMLError as error:
        raise Fault(getattr(error, "position", 0), f"this is not YAML: {error}.") from None


def _compose(text: str) -> Node | None:
    document = Node("sequence", 0, 0, "block", nodes=[])
    open_nodes = [document]
    siblings = document.nodes  # what stands beside the next node
    anchors: dict[str, Node] = {}
    next_event: Callable[[], Any] = _LOADER(text).get_event  # the parser's events differ in what they hold
    while (event := next_event()) is not None:
        name = type(event)
        if name is yaml.ScalarEvent:
            node = Node("scalar", event.start_mark.index, event.end_mark.index, event.style or "", event.tag or "", event.value)
            siblings.append(node)
            if event.anchor:
                anchors[event.anchor] = node
        elif name is yaml.MappingEndEvent or name is yaml.SequenceEndEvent:
            node = open_nodes.pop()
            node.end = event.end_mark.index if node.style == "flow" else siblings[-1].end
            siblings = open_nodes[-1].nodes
        elif name is yaml.MappingStartEvent or name is yaml.SequenceStartEvent:
            kind: Kind = "mapping" if name is yaml.MappingStartEvent else "sequence"
            start = event.start_mark.index
            node = Node(kind, start, event.end_mark.index, "flow" if event.flow_style else "block", event.tag or "", nodes=[])
            siblings.append(node)
            if event.anchor:
                anchors[event.anchor] = node
            if len(open_nodes) > _DEEPEST:
                raise Fault(start, f"lists within lists, more than {_DEEPEST} deep. Put text that holds brackets in quotes.")
            open_nodes.append(node)
            siblings = node.nodes
        elif name is yaml.AliasEvent:
            siblings.append(_alias(event.anchor, event.start_mark.index, event.end_mark.index, anchors, open_nodes))
        elif name is yaml.DocumentStartEvent and siblings:
            message = "a second document begins here with '---'. Keep one list of events and delete this line."
            raise Fault(event.start_mark.index, message, event.end_mark.index)
    return siblings[0] if siblings else None


def _alias(name: str, start: int, end: int, anchors: dict[str, Node], open_nodes: list[Node]) -> Node:
    target = anchors.get(name)
    if target is None:
        raise Unknown(start, f"'*{name}' refers to '&{name}', which stands nowhere above. Put text that begins with * in quotes.")
    if any(target is node for node in open_nodes):
        raise Fault(start, f"'*{name}' stands within what it refers to. Write the value out.")
    return Node(target.kind, start, end, target.style, target.tag, target.text, name, target.nodes)
