"""Events and articles made by hand, and HTML taken apart."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest

from timeline import edtf
from timeline.model import Article, DocumentCreationTime, Event, Source
from timeline.pages import Site

VOID = {"meta", "link", "img", "br", "hr", "input", "source", "wbr"}


@dataclass
class Html:
    """A page taken apart: its elements with their attributes, its text, and the text of elements with an id."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""
    by_id: dict[str, str] = field(default_factory=dict)
    unclosed: list[str] = field(default_factory=list)

    def attributes(self, tag: str, name: str) -> list[str]:
        """The values of an attribute of all elements of a tag."""
        return [attributes[name] or "" for kind, attributes in self.elements if kind == tag and name in attributes]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Html()
        self.open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        attributes = dict(attrs)
        self.page.elements.append((tag, attributes))
        if attributes.get("id"):
            assert attributes["id"] not in self.page.by_id, f"id {attributes['id']} twice"
            self.page.by_id[str(attributes["id"])] = ""
        if tag not in VOID:
            self.open.append((tag, attributes.get("id")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.page.text += data
        for _, name in self.open:
            if name:
                self.page.by_id[name] += data


@pytest.fixture(scope="session")
def take_apart() -> Callable[[str], Html]:
    """Parse HTML strictly: every element closed, no id and no attribute twice."""

    def parse(html: str) -> Html:
        parser = _Parser()
        parser.feed(html)
        parser.close()
        assert not parser.open, f"never closed: {parser.open}"
        return parser.page

    return parse


@pytest.fixture(scope="session")
def event() -> Callable[..., Event]:
    """Make an event; `date` is EDTF, and a source is made from `quote`, `words`, `article`, `basis`."""

    def make(id: str, date: str = "2018-08-04", title: str = "", **fields: Any) -> Event:
        source = {key: fields.pop(key) for key in ("quote", "words", "article", "basis", "url") if key in fields}
        if source:
            fields["sources"] = (Source(**source, date=edtf.parse(date)),)
        return Event(id=id, date=edtf.parse(date), title=title or f"Title of {id}", **fields)

    return make


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Make an article; `published` is an ISO day."""

    def make(path: str, text: str, published: str = "", **fields: Any) -> Article:
        day = datetime.date.fromisoformat(published) if published else None
        return Article(path, text, published=DocumentCreationTime(day, day, "front matter") if day else None, **fields)

    return make


@pytest.fixture(scope="session")
def site() -> Callable[..., Site]:
    """Make a site, events in order."""

    def make(*events: Event, articles: tuple[Article, ...] = (), **fields: Any) -> Site:
        ordered = tuple(sorted(events, key=lambda event: (edtf.sort_key(event.date), event.id)))
        return Site("Harbour news", ordered, {article.path: article for article in articles}, **fields)

    return make
