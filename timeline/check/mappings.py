"""Mappings of events.yaml: the keys that a table allows, and values as text; everything else is told.

In: nodes and a table of fields. Out: the values by key, and problems with their places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from timeline.check.fields import EVENT, FILE, IMAGE, OWN_PREFIX, SOURCE, Field
from timeline.check.nodes import Node
from timeline.check.text import Lines, shown
from timeline.check.values import cut, described, is_empty, near, slug
from timeline.errors import Problem, Severity

Table = Mapping[str, Field]

FILE_KEYS, EVENT_KEYS, IMAGE_KEYS, SOURCE_KEYS = ({field.name: field for field in fields} for fields in (FILE, EVENT, IMAGE, SOURCE))
_HOME_OF = {"event": EVENT_KEYS, "source": SOURCE_KEYS, "image": IMAGE_KEYS}
_CUT_OFF = re.compile(r"[ \t]+#[^\s#][^\r\n]{0,80}")  # comments have a space after #
_STRING_TAGS = ("", "!", "tag:yaml.org,2002:str")


class Mappings:
    """Reads the nodes of one text and keeps the problems. What an alias shares is read once (`memo`), so that aliases cannot
    multiply the work."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.lines = Lines(text)
        self.problems: list[Problem] = []
        self.errors = 0
        self.memo: dict[tuple[str, int], object] = {}
        self.meant: set[str] = set()  # the keys that misspelt ones of the mapping at hand were meant to be

    def report(self, where: Node, message: str, severity: Severity = "error") -> None:
        """Keep a problem with the place of a node."""
        self.errors += severity == "error"
        self.problems.append(self.lines.problem(self.path, message, where.start, where.end, severity))

    def line(self, node: Node) -> int:
        """The line in which a node begins."""
        return self.lines.place(node.start)[0]

    def entries(self, node: Node, table: Table, what: str) -> dict[str, Node]:
        """The values of a mapping by key: unknown, double and missing keys are told, `<<` is followed one step."""
        found: dict[str, Node] = {}
        lines: dict[str, Node] = {}
        merged: list[Node] = []
        self.meant = set()
        for key, value in node.pairs():
            if key.kind != "scalar":
                self.report(key, f"a key is {described(key)}. Put text that holds {{ or [ in quotes.")
                continue
            name = key.text
            if name == "<<" and not key.style:
                merged.append(value)
            elif name in lines:
                self.report(key, f"the key {shown(name)} stands twice in {what}, first in line {self.line(lines[name])}. Keep one.")
            else:
                lines[name] = key
                if name in table:
                    found[name] = value
                elif not name.startswith(OWN_PREFIX):
                    self.report(key, self.unknown(name, table))
        for value in merged:
            found = {**self.merged(value, table), **found}
        for field in table.values():
            if field.required and field.name not in found and field.name not in self.meant:
                self.missing(node, field, table, found, what)
        return found

    def merged(self, value: Node, table: Table) -> dict[str, Node]:
        """The values that `<<` takes from elsewhere."""
        key = (f"merge {next(iter(table))}", id(value if value.kind == "scalar" else value.nodes))
        if key not in self.memo:
            result: dict[str, Node] = {}
            for node in reversed(value.nodes if value.kind == "sequence" else [value]):
                if node.kind != "mapping":
                    self.report(node, f"'<<' takes the keys of a mapping, and this is {described(node)}. Write the keys out.")
                    continue
                for name_node, field_value in node.pairs():
                    name = name_node.text if name_node.kind == "scalar" else ""
                    if name == "<<" and not name_node.style:
                        self.report(name_node, "'<<' within what another '<<' takes. Write the keys out.")
                    elif name in table:
                        result[name] = field_value
                    elif not name.startswith(OWN_PREFIX):
                        self.report(name_node, self.unknown(name, table))
            self.memo[key] = result
        return cast("dict[str, Node]", self.memo[key])

    def unknown(self, name: str, table: Table) -> str:
        """What to say of a key that is not in the table."""
        for home, fields in _HOME_OF.items():
            if name in fields and fields is not table:
                where = {"event": "among the keys of its event", "source": "under 'sources:', after '- '", "image": "under 'image:'"}[home]
                return f"unknown key '{name}' here: it belongs to {'a' if home == 'source' else 'an'} {home}. Write it {where}."
        nearest = near(name, tuple(table))
        self.meant.add(nearest)
        advice = f"Did you mean '{nearest}'?" if nearest else f"The keys here are {', '.join(table)}."
        return f"unknown key {shown(name)}. {advice} Keys of your own begin with {OWN_PREFIX}."

    def missing(self, node: Node, field: Field, table: Table, found: Mapping[str, Node], what: str) -> None:
        """Tell that a required key is not there."""
        example = field.example
        if field.name == "id":
            title = found.get("title")
            example = slug(title.text if title and title.kind == "scalar" else "") or example
        event_id = found.get("id")
        whose = f"the event {self.shown(event_id)}" if table is EVENT_KEYS and event_id else what
        advice = f"Write one, such as '{field.name}: {example}'" if example else f"Write '{field.name}:'"
        self.report(node, f"{whose} has no {field.name}. {advice}.")

    def shown(self, node: Node) -> str:
        """A node as messages show it."""
        return shown(node.text) if node.kind == "scalar" else shown(self.text[node.start : min(node.end, node.start + 80)])

    def scalar(self, node: Node, name: str) -> str:
        """The text of a value, "" where it is empty or cannot be read as text."""
        if node.kind != "scalar":
            if node.style == "flow" and not node.alias:
                written = self.text[node.start : node.end]
                self.report(node, f'{name} is {described(node)}. Put text that begins with {written[:1]} in quotes: "{cut(written)}".')
            else:
                self.report(node, f"{name} is {described(node)}. Write text.")
            return ""
        if node.tag not in _STRING_TAGS:
            written = self.text[node.start : node.end]
            self.report(node, f'{name} begins with !, which means something else in YAML. Put it in quotes: "{cut(written)}".')
            return ""
        return "" if is_empty(node) else node.text.strip()

    def is_text(self, node: Node) -> bool:
        """Whether a value is a scalar and not marked as something else than text."""
        return node.kind == "scalar" and node.tag in _STRING_TAGS

    def text_of(self, found: Mapping[str, Node], name: str, required: bool = False) -> str:
        """The text of a key's value, "" where there is none."""
        node = found.get(name)
        if node is None:
            return ""
        errors = self.errors
        value = self.scalar(node, name)
        if required and not value and self.errors == errors:
            self.report(node, f"{name} is empty. Write text; where it begins with #, put it in quotes.")
        elif value and node.style == "" and not node.alias and (cut_off := _CUT_OFF.match(self.text, node.end)):
            written = cut(f"{value}{cut_off[0]}")
            self.report(
                node, f"{name} ends before ' #', which begins a comment. If it goes on, put it in quotes: \"{written}\".", "warning"
            )
        return value
