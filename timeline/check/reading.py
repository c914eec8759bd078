"""events.yaml read and checked in one walk.

In: the file's bytes and, where files are to be looked for, the project's folder. Out: a `Timeline` with the events that are
whole, in the order of the file, and every problem that was found. Nothing is raised for what stands in the file.
"""

from __future__ import annotations

import difflib
import gc
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from timeline.check.fields import EVENT, FILE, IMAGE, OWN_PREFIX, SOURCE, STATUSES, Field
from timeline.check.files import Files
from timeline.check.nodes import Fault, Node, compose
from timeline.check.text import Lines, decode, shown
from timeline.edtf import Date, DateError
from timeline.errors import Problem, Severity
from timeline.model import Event, Image, Source, Status
from timeline.wording import read_date

Table = Mapping[str, Field]

_FILE, _EVENT, _IMAGE, _SOURCE = ({field.name: field for field in fields} for fields in (FILE, EVENT, IMAGE, SOURCE))
_HOME_OF = {"event": _EVENT, "source": _SOURCE, "image": _IMAGE}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IMPORTANCE = re.compile(r"0|1|0?\.\d{1,9}|0\.|1\.0{0,9}")
_STRING_TAGS = ("", "!", "tag:yaml.org,2002:str")
_LONGEST_DATE = 120


@dataclass(frozen=True, slots=True)
class Timeline:
    """A file of events as it was read: its path as messages show it, its text (without a byte order mark), its whole events
    in the order of the file, rejected ones included, and its problems in the order of their places."""

    path: str
    text: str
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the output from being made."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def load(path: Path, project: Path | None = None) -> Timeline:
    """Read and check the file at `path`. With `project`, the articles and images it names are looked for there."""
    name = path.as_posix()
    if project and path.is_relative_to(project):
        name = path.relative_to(project).as_posix()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Timeline(name, "", (), (Problem(name, "there is no such file. 'timeline extract' makes it."),))
    except OSError as error:
        return Timeline(name, "", (), (Problem(name, f"the file cannot be read: {error.strerror}."),))
    return read(data, name, project)


def read(data: bytes, path: str = "events.yaml", project: Path | None = None) -> Timeline:
    """Read and check the bytes of a file."""
    text = decode(data, path)
    if isinstance(text, Problem):
        return Timeline(path, "", (), (text,))
    with collector_off():
        try:
            root = compose(text)
        except Fault as fault:
            return Timeline(path, text, (), (Problem(path, fault.message, *Lines(text).place(fault.offset)),))
        return examine(text, root, path, project)


def examine(text: str, root: Node | None, path: str, project: Path | None = None) -> Timeline:
    """The events and problems of a text that was composed."""
    walk = _Walk(text, path, project)
    events = walk.file(root)
    problems = sorted(walk.problems, key=lambda problem: (problem.line or 0, problem.column or 0))
    return Timeline(path, text, events, tuple(problems))


@contextmanager
def collector_off() -> Iterator[None]:
    """Nothing that is made while reading is garbage: looking for it takes longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Walk:
    """One pass over the tree. What an alias shares is read once (`_memo`), so that aliases cannot multiply the work."""

    def __init__(self, text: str, path: str, project: Path | None) -> None:
        self.text = text
        self.path = path
        self.files = Files(project) if project else None
        self.lines = Lines(text)
        self.problems: list[Problem] = []
        self.errors = 0
        self._ids: dict[str, int] = {}
        self._dates: dict[str, Date | str] = {}
        self._memo: dict[tuple[str, int], object] = {}
        self._meant: set[str] = set()  # the keys that misspelt ones of the mapping at hand were meant to be

    # Telling

    def report(self, where: Node, message: str, severity: Severity = "error") -> None:
        self.errors += severity == "error"
        self.problems.append(Problem(self.path, message, *self.lines.place(where.start), severity))

    def line(self, node: Node) -> int:
        return self.lines.place(node.start)[0]

    # The file and its events

    def file(self, root: Node | None) -> tuple[Event, ...]:
        if root is None or (root.kind == "scalar" and not root.text):
            at = root or Node("scalar", 0, 0, "")
            self.report(at, "the file holds no events. Write 'events:', or delete the file and 'timeline extract' makes it anew.")
            return ()
        if root.kind != "mapping":
            self.report(root, f"the file is {_a(root)}. Write 'events:' in the first line and the list under it.")
            return ()
        found = self.entries(root, _FILE, "the file")
        version = found.get("version")
        if version and not _is_empty(version) and (version.kind != "scalar" or version.text != "1"):
            self.report(version, f"version {self.shown(version)} is not known to this program. Write 'version: 1'.")
        events = found.get("events")
        if events is None or _is_empty(events):
            return ()
        if events.kind != "sequence":
            self.report(events, f"events is {_a(events)}. Write a list: each event begins with '- '.")
            return ()
        return tuple(event for node in events.nodes if (event := self.event(node)))

    def event(self, node: Node) -> Event | None:
        errors = self.errors
        if node.alias:
            self.report(node, f"an event cannot be a copy of another (*{node.alias}). Write it out, with an id of its own.")
            return None
        if node.kind != "mapping":
            what = "empty" if _is_empty(node) else _a(node)
            self.report(node, f"an event is {what}. Write '- id: …' and under it, in the same column as id, its date and title.")
            return None
        found = self.entries(node, _EVENT, "this event")
        title = " ".join(self.text_of(found, "title").split())
        event_id = self.id_of(found, node, title)
        date = self.date_of(found)
        texts = {name: self.texts_of(found, name) for name in ("people", "organisations", "places", "tags")}
        event = Event(
            id=event_id,
            date=cast(Date, date),
            title=title,
            summary=self.text_of(found, "summary"),
            **texts,
            status=self.status_of(found),
            importance=self.importance_of(found),
            image=self.image_of(found),
            sources=self.sources_of(found),
            line=self.line(node),
        )
        return event if self.errors == errors else None

    # Mappings

    def entries(self, node: Node, table: Table, what: str) -> dict[str, Node]:
        """The values of a mapping by key: unknown, double and missing keys are told, `<<` is followed one step."""
        found: dict[str, Node] = {}
        lines: dict[str, Node] = {}
        merged: list[Node] = []
        self._meant = set()
        for key, value in node.pairs():
            if key.kind != "scalar":
                self.report(key, f"a key is {_a(key)}. Put text that holds {{ or [ in quotes.")
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
            if field.required and field.name not in found and field.name not in self._meant:
                self.missing(node, field, table, found, what)
        return found

    def merged(self, value: Node, table: Table) -> dict[str, Node]:
        key = (f"merge {next(iter(table))}", id(value.nodes))
        if key not in self._memo:
            result: dict[str, Node] = {}
            for node in reversed(value.nodes if value.kind == "sequence" else [value]):
                if node.kind != "mapping":
                    self.report(node, f"'<<' takes the keys of a mapping, and this is {_a(node)}. Write the keys out.")
                    continue
                for name_node, field_value in node.pairs():
                    name = name_node.text if name_node.kind == "scalar" else ""
                    if name == "<<" and not name_node.style:
                        self.report(name_node, "'<<' within what another '<<' takes. Write the keys out.")
                    elif name in table:
                        result[name] = field_value
                    elif not name.startswith(OWN_PREFIX):
                        self.report(name_node, self.unknown(name, table))
            self._memo[key] = result
        return cast("dict[str, Node]", self._memo[key])

    def unknown(self, name: str, table: Table) -> str:
        for home, fields in _HOME_OF.items():
            if name in fields and fields is not table:
                where = {"event": "among the keys of its event", "source": "under 'sources:', after '- '", "image": "under 'image:'"}[home]
                return f"unknown key '{name}' here: it belongs to {'a' if home == 'source' else 'an'} {home}. Write it {where}."
        near = _near(name, tuple(table))
        self._meant.add(near)
        advice = f"Did you mean '{near}'?" if near else f"The keys here are {', '.join(table)}."
        return f"unknown key {shown(name)}. {advice} Keys of your own begin with {OWN_PREFIX}."

    def missing(self, node: Node, field: Field, table: Table, found: Mapping[str, Node], what: str) -> None:
        example = field.example
        if field.name == "id":
            title = found.get("title")
            example = _slug(title.text if title and title.kind == "scalar" else "") or example
        event_id = found.get("id")
        whose = f"the event {self.shown(event_id)}" if table is _EVENT and event_id else what
        advice = f"Write one, such as '{field.name}: {example}'" if example else f"Write '{field.name}:'"
        self.report(node, f"{whose} has no {field.name}. {advice}.")

    # Values

    def shown(self, node: Node) -> str:
        return shown(node.text) if node.kind == "scalar" else shown(self.text[node.start : min(node.end, node.start + 80)])

    def scalar(self, node: Node, name: str) -> str:
        """The text of a value, "" where it is empty or cannot be read as text."""
        if node.kind != "scalar":
            if node.style == "flow" and not node.alias:
                written = self.text[node.start : node.end]
                self.report(node, f'{name} is {_a(node)}. Put text that begins with {written[:1]} in quotes: "{_cut(written)}".')
            else:
                self.report(node, f"{name} is {_a(node)}. Write text.")
            return ""
        if node.tag not in _STRING_TAGS:
            written = self.text[node.start : node.end]
            self.report(node, f'{name} begins with !, which means something else in YAML. Put it in quotes: "{_cut(written)}".')
            return ""
        return "" if _is_empty(node) else node.text.strip()

    def text_of(self, found: Mapping[str, Node], name: str, required: bool = False) -> str:
        node = found.get(name)
        if node is None:
            return ""
        errors = self.errors
        value = self.scalar(node, name)
        if not value and (required or name in ("title", "alt")) and self.errors == errors:
            self.report(node, f"{name} is empty. Write text; where it begins with #, put it in quotes.")
        return value

    def id_of(self, found: Mapping[str, Node], event: Node, title: str) -> str:
        node = found.get("id")
        if node is None:
            return ""
        value = self.scalar(node, "id")
        if not _ID.fullmatch(value):
            if node.kind == "scalar" and node.tag in _STRING_TAGS:
                written = _slug(value) or _slug(title) or _EVENT["id"].example
                self.report(node, f"id {shown(value)} is not an id. Ids hold a-z, 0-9 and single - between them: write '{written}'.")
            return ""
        first = self._ids.setdefault(value, self.line(event))
        if first != self.line(event):
            self.report(node, f"id {shown(value)} stands in line {first} too. Change one of them, such as to '{value}-2'.")
        return value

    def date_of(self, found: Mapping[str, Node]) -> Date | None:
        node = found.get("date")
        if node is None:
            return None
        errors = self.errors
        value = self.scalar(node, "date")
        if self.errors > errors:
            return None
        if not value:
            self.report(node, "date is empty. Write what is known of it, such as 2018, 2018-06 or 2018-06-12.")
            return None
        date = self._dates.get(value)
        if date is None:
            date = self._dates[value] = _date(value)
        if isinstance(date, str):
            self.report(node, date)
            return None
        return date

    def texts_of(self, found: Mapping[str, Node], name: str) -> tuple[str, ...]:
        node = found.get(name)
        if node is None or _is_empty(node):
            return ()
        if node.kind != "sequence":
            written = "…" if node.kind != "scalar" else _cut(node.text)
            self.report(node, f"{name} is {_a(node)}. Write a list: {name}: [{written}].")
            return ()
        key = (name, id(node.nodes))
        if key not in self._memo:
            self._memo[key] = tuple(text for item in node.nodes if (text := self.item(item, name)))
        return cast("tuple[str, ...]", self._memo[key])

    def item(self, node: Node, name: str) -> str:
        if node.kind == "mapping" and node.style == "block" and not node.alias:
            written = self.text[node.start : node.end]
            self.report(node, f'one of {name} holds a colon. Put it in quotes: "{_cut(written)}".')
            return ""
        errors = self.errors
        value = self.scalar(node, f"one of {name}")
        if node.kind == "scalar" and not value and self.errors == errors:
            if node.text:  # ~ or null: a name like any other in a list
                return node.text
            self.report(node, f"one of {name} is empty. Write text, or delete it.")
        return value

    def status_of(self, found: Mapping[str, Node]) -> Status:
        node = found.get("status")
        if node is None or _is_empty(node):
            return "reviewed"
        value = self.scalar(node, "status")
        if value not in STATUSES:
            if node.kind == "scalar":
                near = _near(value, STATUSES)
                meant = f"Did you mean '{near}'? " if near else ""
                self.report(node, f"status {shown(value)} is not a status. {meant}Write proposed, reviewed or rejected.")
            return "reviewed"
        return cast(Status, value)

    def importance_of(self, found: Mapping[str, Node]) -> float | None:
        node = found.get("importance")
        if node is None or _is_empty(node):
            return None
        value = self.scalar(node, "importance")
        if not _IMPORTANCE.fullmatch(value):
            if node.kind == "scalar":
                self.report(node, f"importance {shown(value)} is not a number from 0 to 1. Write one such as 0.7.")
            return None
        return float(value)

    def image_of(self, found: Mapping[str, Node]) -> Image | None:
        node = found.get("image")
        if node is None or _is_empty(node):
            return None
        if node.kind != "mapping":
            written = _cut(node.text) if node.kind == "scalar" else "…"
            self.report(node, f"image is {_a(node)}. Write image: {{src: {written}, alt: what it shows}}.")
            return None
        fields = self.entries(node, _IMAGE, "this image")
        src = self.text_of(fields, "src", required=True)
        if src and (wrong := _not_in_project(src)):
            self.report(fields["src"], f"src {shown(src)} {wrong}")
        elif src and self.files and not self.files.has(src):
            self.report(fields["src"], f"src {shown(src)}: there is no such file in the project.{self.files.meant(src)}")
        return Image(src, self.text_of(fields, "alt"), self.text_of(fields, "caption"))

    def sources_of(self, found: Mapping[str, Node]) -> tuple[Source, ...]:
        node = found.get("sources")
        if node is None or _is_empty(node):
            return ()
        if node.kind != "sequence":
            advice = "'- article: …' or '- url: …' on the next line"
            self.report(node, f"sources is {_a(node)}. Write a list: 'sources:' and {advice}.")
            return ()
        key = ("sources", id(node.nodes))
        if key not in self._memo:
            self._memo[key] = ()  # kept where a source holds the list that holds it
            self._memo[key] = tuple(source for item in node.nodes if (source := self.source(item)))
        return cast("tuple[Source, ...]", self._memo[key])

    def source(self, node: Node) -> Source | None:
        if node.kind != "mapping":
            value = "" if _is_empty(node) or node.kind != "scalar" else node.text
            key = "url" if value.startswith(("http://", "https://")) else "article"
            self.report(node, f"a source is {'empty' if _is_empty(node) else _a(node)}. Write '- {key}: {_cut(value) or '…'}'.")
            return None
        memo = ("source", id(node.nodes))
        if memo not in self._memo:
            found = self.entries(node, _SOURCE, "this source")
            if not {"article", "url"} & (found.keys() | self._meant):
                self.report(node, "this source has neither article nor url. Write 'article: ' and its file, or 'url: ' and its address.")
            self._memo[memo] = Source(
                article=self.article_of(found),
                url=self.url_of(found),
                quote=self.text_of(found, "quote"),
                date=self.date_of(found),
                words=self.text_of(found, "words"),
                basis=self.text_of(found, "basis"),
                line=self.line(node),
            )
        return cast(Source, self._memo[memo])

    def article_of(self, found: Mapping[str, Node]) -> str:
        value = self.text_of(found, "article", required=True)
        if value.startswith(("http://", "https://")):
            self.report(found["article"], f"article {shown(value)} is an address. Write 'url: ' in place of 'article: '.")
        elif value and (wrong := _not_in_project(value)):
            self.report(found["article"], f"article {shown(value)} {wrong}")
        elif value and self.files and not self.files.has(value):
            message = f"article {shown(value)}: there is no such file in the project.{self.files.meant(value)}"
            self.report(found["article"], message, "warning")
        return value

    def url_of(self, found: Mapping[str, Node]) -> str:
        value = self.text_of(found, "url", required=True)
        if value and not _is_address(value):
            self.report(found["url"], f"url {shown(value)} is not an address. Write one that begins with https:// or http://.")
        return value


def _date(value: str) -> Date | str:
    """The date, or what is wrong with it."""
    if len(value) > _LONGEST_DATE or not value.isprintable():
        return f"date {shown(value)} is not a date. Write one such as 2018, 2018-06 or 2018-06-12."
    if value[0] in "“”‘’„«»" or value[-1] in "“”‘’„«»":
        return f"date {shown(value)} is not a date. The curly quotes count as part of it: delete them."
    try:
        return read_date(value)
    except DateError as error:
        return f"date {error}"


def _not_in_project(path: str) -> str:
    """What is wrong with a path that should lead from the project's folder to a file in it, "" if nothing."""
    if "://" in path:
        return "is an address. Write the path of a file in the project."
    if "\\" in path:
        return f"holds a backslash. Write {shown(path.replace(chr(92), '/'))}."
    parts = path.split("/")
    if path.startswith(("/", "~")) or re.match(r"[A-Za-z]:", path) or ".." in parts:
        return f"is not within the project. Write the path from the project's folder, such as 'seeds/{parts[-1][:60]}'."
    return "" if path.isprintable() else "holds invisible characters. Write the file's name."


def _is_address(text: str) -> bool:
    if not text.isprintable() or any(char in text for char in ' <>"\\'):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _is_empty(node: Node) -> bool:
    """Whether nothing is written, or what YAML has for nothing."""
    return node.kind == "scalar" and node.style == "" and node.text in ("", "~", "null")


def _a(node: Node) -> str:
    return {"scalar": "text", "sequence": "a list", "mapping": "a mapping (key: value)"}[node.kind]


def _cut(text: str) -> str:
    return shown(text)[1:-1]


def _near(word: str, words: tuple[str, ...]) -> str:
    if len(word) > 40:
        return ""
    return next(iter(difflib.get_close_matches(word.lower().strip("“”\"'"), words, 1, 0.65)), "")


def _slug(text: str) -> str:
    """An id made of a text: its words in a-z and 0-9, at most 60 characters of them."""
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-")
