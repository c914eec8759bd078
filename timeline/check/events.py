"""The walk from the tree of events.yaml to its events.

In: the root of the tree. Out: the events that are whole, in the order of the file, and every problem that was found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from timeline.check.fields import STATUSES
from timeline.check.files import Files
from timeline.check.mappings import EVENT_KEYS, FILE_KEYS, IMAGE_KEYS, SOURCE_KEYS, Mappings
from timeline.check.nodes import Node
from timeline.check.text import shown
from timeline.check.values import cut, date_or_fault, described, is_address, is_empty, near, not_in_project, slug
from timeline.edtf import Date
from timeline.model import Event, Image, Source, Status

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 100  # the event's page is a folder of this name
_IMPORTANCE = re.compile(r"0|1|0?\.\d{1,9}|0\.|1\.0{0,9}")


class Events(Mappings):
    """One pass over the tree of a file. Without `project`, no files are looked for."""

    def __init__(self, text: str, path: str, project: Path | None) -> None:
        super().__init__(text, path)
        self.files = Files(project) if project else None
        self._ids: dict[str, Node] = {}
        self._copies: dict[str, int] = {}
        self._dates: dict[str, Date | str] = {}
        self.dates: dict[str, tuple[int, int]] = {}
        self.places: dict[tuple[int, str], tuple[int, int]] = {}

    def file(self, root: Node | None) -> tuple[Event, ...]:
        """The events that are whole; what is wrong with the others goes to `problems`."""
        if root is None or (root.kind == "scalar" and not root.text):
            at = root or Node("scalar", 0, 0, "")
            self.report(at, "the file holds no events. Write 'events:', or delete the file and 'timeline extract' makes it anew.")
            return ()
        if root.kind != "mapping":
            self.report(root, f"the file is {described(root)}. Write 'events:' in the first line and the list under it.")
            return ()
        found = self.entries(root, FILE_KEYS, "the file")
        version = found.get("version")
        if version and not is_empty(version) and (version.kind != "scalar" or version.text != "1"):
            self.report(version, f"version {self.shown(version)} is not known to this program. Write 'version: 1'.")
        events = found.get("events")
        if events is None or is_empty(events):
            return ()
        if events.kind != "sequence":
            self.report(events, f"events is {described(events)}. Write a list: each event begins with '- '.")
            return ()
        return tuple(event for node in events.nodes if (event := self.event(node)))

    def event(self, node: Node) -> Event | None:
        errors = self.errors
        if node.alias:
            self.report(node, f"an event cannot be a copy of another (*{node.alias}). Write it out, with an id of its own.")
            return None
        if node.kind != "mapping":
            what = "empty" if is_empty(node) else described(node)
            self.report(node, f"an event is {what}. Write '- id: …' and under it, in the same column as id, its date and title.")
            return None
        found = self.entries(node, EVENT_KEYS, "this event")
        title = " ".join(self.text_of(found, "title", required=True).split())
        event_id = self.id_of(found, node, title)
        date = self.date_of(found)
        if date:
            self.dates.setdefault(event_id, (found["date"].start, found["date"].end))
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

    def id_of(self, found: Mapping[str, Node], event: Node, title: str) -> str:
        node = found.get("id")
        if node is None:
            return ""
        value = self.scalar(node, "id")
        if not _ID.fullmatch(value):
            if self.is_text(node):
                written = slug(value) or slug(title) or EVENT_KEYS["id"].example
                self.report(node, f"id {shown(value)} is not an id. Ids hold a-z, 0-9 and single - between them: write '{written}'.")
            return ""
        if len(value) > _LONGEST_ID:
            advice = f"Write one of {_LONGEST_ID} at most, such as '{slug(value)}'"
            self.report(node, f"id {shown(value)} has {len(value)} characters. {advice}.")
            return ""
        first = self._ids.setdefault(value, event)
        if first is not event:
            free = self._copies.get(value, 2)
            while f"{value}-{free}" in self._ids:
                free += 1
            self._copies[value] = free + 1
            self.report(node, f"id {shown(value)} stands in line {self.line(first)} too. Change one of them, such as to '{value}-{free}'.")
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
            date = self._dates[value] = date_or_fault(value)
        if isinstance(date, str):
            self.report(node, date)
            return None
        return date

    def texts_of(self, found: Mapping[str, Node], name: str) -> tuple[str, ...]:
        node = found.get(name)
        if node is None or is_empty(node):
            return ()
        if node.kind != "sequence":
            written = "…" if node.kind != "scalar" else cut(node.text)
            self.report(node, f"{name} is {described(node)}. Write a list: {name}: [{written}].")
            return ()
        key = (name, id(node.nodes))
        if key not in self.memo:
            self.memo[key] = tuple(text for item in node.nodes if (text := self.item(item, name)))
        return cast("tuple[str, ...]", self.memo[key])

    def item(self, node: Node, name: str) -> str:
        if node.kind == "mapping" and node.style == "block" and not node.alias:
            written = self.text[node.start : node.end]
            self.report(node, f'one of {name} holds a colon. Put it in quotes: "{cut(written)}".')
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
        if node is None or is_empty(node):
            return "reviewed"
        value = self.scalar(node, "status")
        if value not in STATUSES:
            if node.kind == "scalar":
                nearest = near(value, tuple(STATUSES))
                meant = f"Did you mean '{nearest}'? " if nearest else ""
                self.report(node, f"status {shown(value)} is not a status. {meant}Write proposed, reviewed or rejected.")
            return "reviewed"
        return cast(Status, value)

    def importance_of(self, found: Mapping[str, Node]) -> float | None:
        node = found.get("importance")
        if node is None or is_empty(node):
            return None
        value = self.scalar(node, "importance")
        if not _IMPORTANCE.fullmatch(value):
            if node.kind == "scalar":
                self.report(node, f"importance {shown(value)} is not a number from 0 to 1. Write one such as 0.7.")
            return None
        return float(value)

    def image_of(self, found: Mapping[str, Node]) -> Image | None:
        node = found.get("image")
        if node is None or is_empty(node):
            return None
        if node.kind != "mapping":
            written = cut(node.text) if node.kind == "scalar" else "…"
            self.report(node, f"image is {described(node)}. Write image: {{src: {written}, alt: what it shows}}.")
            return None
        fields = self.entries(node, IMAGE_KEYS, "this image")
        src = self.text_of(fields, "src", required=True)
        if src and (wrong := not_in_project(src)):
            self.report(fields["src"], f"src {shown(src)} {wrong}")
        elif src and self.files and (wrong := self.files.fault_of_picture(src)):
            self.report(fields["src"], f"src {shown(src)}: {wrong}")
        return Image(src, self.text_of(fields, "alt", required=True), self.text_of(fields, "caption"))

    def sources_of(self, found: Mapping[str, Node]) -> tuple[Source, ...]:
        node = found.get("sources")
        if node is None or is_empty(node):
            return ()
        if node.kind != "sequence":
            advice = "'- article: …' or '- url: …' on the next line"
            self.report(node, f"sources is {described(node)}. Write a list: 'sources:' and {advice}.")
            return ()
        key = ("sources", id(node.nodes))
        if key not in self.memo:
            self.memo[key] = ()  # kept where a source holds the list that holds it
            self.memo[key] = tuple(source for item in node.nodes if (source := self.source(item)))
        return cast("tuple[Source, ...]", self.memo[key])

    def source(self, node: Node) -> Source | None:
        if node.kind != "mapping":
            value = "" if is_empty(node) or node.kind != "scalar" else node.text
            key = "url" if value.startswith(("http://", "https://")) else "article"
            self.report(node, f"a source is {'empty' if is_empty(node) else described(node)}. Write '- {key}: {cut(value) or '…'}'.")
            return None
        memo = ("source", id(node.nodes))
        if memo not in self.memo:
            found = self.entries(node, SOURCE_KEYS, "this source")
            if not {"article", "url"} & (found.keys() | self.meant):
                self.report(node, "this source has neither article nor url. Write 'article: ' and its file, or 'url: ' and its address.")
            line = self.line(node)
            for key in ("quote", "words"):
                if key in found:
                    self.places[line, key] = (found[key].start, found[key].end)
            self.memo[memo] = Source(
                article=self.article_of(found),
                url=self.url_of(found),
                quote=self.text_of(found, "quote"),
                date=self.date_of(found),
                words=self.text_of(found, "words"),
                basis=self.text_of(found, "basis"),
                line=line,
            )
        return cast(Source, self.memo[memo])

    def article_of(self, found: Mapping[str, Node]) -> str:
        value = self.text_of(found, "article", required=True)
        if value.startswith(("http://", "https://")):
            self.report(found["article"], f"article {shown(value)} is an address. Write 'url: ' in place of 'article: '.")
        elif value and (wrong := not_in_project(value)):
            self.report(found["article"], f"article {shown(value)} {wrong}")
        elif value and self.files and (wrong := self.files.fault(value)):
            self.report(found["article"], f"article {shown(value)}: {wrong}", "warning")
        return value

    def url_of(self, found: Mapping[str, Node]) -> str:
        value = self.text_of(found, "url", required=True)
        if value and not is_address(value):
            self.report(found["url"], f"url {shown(value)} is not an address. Write one that begins with https:// or http://.")
        return value
