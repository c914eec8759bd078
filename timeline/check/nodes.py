"""The YAML of a file as a tree in which every value keeps its exact place, and every scalar is text.

In: text. Out: a `Node`, or a `Fault` in plain words. The tree is made from the parser's events, not by its composer: aliases
stay visible, nothing recurses, and the end of a block is the end of its last word (the parser's own mark lies beyond).
"""

from __future__ import annotations

from collections.abc import Iterator
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

    def __init__(self, kind: Kind, start: int, end: int, style: str, tag: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.style = style
        self.tag = tag
        self.alias = ""
        self.text = ""
        self.nodes: list[Node] = _NO_NODES

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

    def problem(self, text: str, path: str) -> Problem:
        """The fault with its place in the text."""
        return Lines(text).problem(path, self.message, self.offset, self.end)


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
    root: Node | None = None
    open_nodes: list[Node] = []
    anchors: dict[str, Node] = {}
    event: Any  # the parser's events differ in what they hold
    for event in yaml.parse(text, Loader=_LOADER):
        name = type(event)
        start, end = event.start_mark.index, event.end_mark.index
        if name is yaml.ScalarEvent:
            node = Node("scalar", start, end, event.style or "", event.tag or "")
            node.text = event.value
        elif name is yaml.MappingEndEvent or name is yaml.SequenceEndEvent:
            node = open_nodes.pop()
            node.end = end if node.style == "flow" else node.nodes[-1].end
            continue
        elif name is yaml.MappingStartEvent or name is yaml.SequenceStartEvent:
            kind: Kind = "mapping" if name is yaml.MappingStartEvent else "sequence"
            node = Node(kind, start, end, "flow" if event.flow_style else "block", event.tag or "")
            node.nodes = []
        elif name is yaml.AliasEvent:
            node = _alias(event.anchor, start, end, anchors, open_nodes)
        elif name is yaml.DocumentStartEvent and root is not None:
            raise Fault(start, "a second document begins here with '---'. Keep one list of events and delete this line.")
        else:
            continue
        if open_nodes:
            open_nodes[-1].nodes.append(node)
        else:
            root = node
        if node.alias:
            continue
        if event.anchor:
            anchors[event.anchor] = node
        if node.kind != "scalar":
            open_nodes.append(node)
            if len(open_nodes) > _DEEPEST:
                raise Fault(start, f"lists within lists, more than {_DEEPEST} deep. Put text that holds brackets in quotes.")
    return root


def _alias(name: str, start: int, end: int, anchors: dict[str, Node], open_nodes: list[Node]) -> Node:
    target = anchors.get(name)
    if target is None:
        raise Fault(start, f"'*{name}' refers to '&{name}', which stands nowhere above. Put text that begins with * in quotes.")
    if any(target is node for node in open_nodes):
        raise Fault(start, f"'*{name}' stands within what it refers to. Write the value out.")
    node = Node(target.kind, start, end, target.style, target.tag)
    node.alias = name
    node.text, node.nodes = target.text, target.nodes
    return node
