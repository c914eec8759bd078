"""Where in the text of events.yaml a line can be added.

In: the text, and nodes of its tree. Out: columns, and offsets of line starts.
"""

from __future__ import annotations

import re

from timeline.check.nodes import Node
from timeline.check.text import Lines
from timeline.errors import TimelineError

LINE_END = re.compile(r"\r\n|\n|\r")
_LINE = re.compile(r"([ \t]*)(#?)[^\r\n]*(?:\r\n|\n|\r|$)")
_LINE_PART = re.compile(r"[^\r\n]*")
_BLOCK_HEADER = re.compile(r"(?:[&!]\S*[ \t]+)*[|>]([-+0-9]*)")


class Places:
    """The places of one text. Columns count from 0 here."""

    def __init__(self, text: str, path: str, undone: str = "Nothing was added.") -> None:
        self.text = text
        self.path = path
        self.undone = undone

    def refuse(self, node: Node, message: str) -> TimelineError:
        return TimelineError(Lines(self.text).problem(self.path, f"{message} {self.undone}", node.start, node.end))

    def line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def column(self, node: Node) -> int:
        return node.start - self.line_start(node.start)

    def line_before(self, start: int) -> int:
        """The start of the line before the one that starts at `start`."""
        return self.line_start(start - (2 if self.text[start - 2 : start] == "\r\n" else 1))

    def dash(self, item: Node) -> int:
        """The column of the dash of a block list's item: in its line, or in one above it, with nothing but comments between."""
        start = self.dash_line(item)
        before = _LINE_PART.match(self.text, start, item.start)[0].split("#")[0]  # type: ignore[index]
        if before.strip() != "-":
            raise self.refuse(item, "this item begins in the line of another key. Write it on a line of its own after '- '.")
        return before.index("-")

    def dash_line(self, item: Node) -> int:
        """The start of the line of an item's dash."""
        start = self.line_start(item.start)
        while "-" not in self.text[start : item.start].split("#")[0]:
            start = self.line_before(start)
        return start

    def above(self, item: Node) -> int:
        """The start of the line of an item's dash, or of the comments that stand right above it."""
        start = self.dash_line(item)
        while start:
            before = self.line_before(start)
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
        return self.comments(self.after_line(end), column)

    def after_line(self, offset: int) -> int:
        """The start of the line after the one that holds an offset."""
        found = LINE_END.search(self.text, offset)
        return found.end() if found else len(self.text)

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

    def width(self, item: Node, otherwise: int) -> int:
        """Columns from an item's dash to its first key, where both stand in one line."""
        start = self.line_start(item.start)
        return self.column(item) - self.dash(item) if "-" in self.text[start : item.start] and item.style == "block" else otherwise
