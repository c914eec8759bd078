"""Text is data: whatever stands in an event or an article is shown, never run."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.model import Article, Event, Image, Source
from timeline.pages import Rendered, Site, render
from timeline.pages.safe import safe_address, to_html

CASES = [
    line
    for line in (Path(__file__).parent / "cases" / "injections.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("# ")
]
HARMLESS = "harmless words"


def everywhere(text: str, summary: str) -> Site:
    """A site with the text in every field that a person or an article can fill."""
    source = Source(article="seeds/a.txt", quote=text, date=edtf.parse("2018-08-04"), words=text[:5], basis=text)
    elsewhere = Source(url=text, quote=text, date=edtf.parse("2017"), words=text, basis=text)
    event = Event(
        id="an-event",
        date=edtf.parse("2018-08-04"),
        title=text,
        summary=summary,
        people=(text,),
        organisations=(text,),
        places=(text,),
        tags=(text,),
        image=Image("pictures/a.png", text, text),
        sources=(source, elsewhere),
    )
    held = Article("seeds/a.txt", f"Before.\n\n{text}\n\nAfter.", title=text, publisher=text, url=text, language=text)
    return Site(text, (event, replace(event, id="another-event")), {"seeds/a.txt": held}, how_much="all", locate=lambda path: None)


def html_of(rendered: Rendered) -> Iterator[tuple[str, str]]:
    for page in rendered.pages:
        yield page.path, page.html
    yield "home", rendered.overview("")
    for file in rendered.files:
        if file.path.endswith(".html"):
            yield file.path, file.content


@pytest.mark.parametrize("text", CASES)
def test_no_field_can_add_an_element(text: str, take_apart: Callable[[str], Any]) -> None:
    """The elements are those of a site with harmless text in the same places."""
    expected = [[tag for tag, _ in take_apart(html).elements] for _, html in html_of(render(everywhere(HARMLESS, HARMLESS)))]
    pages = [(path, take_apart(html)) for path, html in html_of(render(everywhere(text, HARMLESS)))]
    # A quote is split where its words stand, and an address may be no address: those elements may be missing or doubled.
    optional = {"mark", "a", "span", "blockquote", "p"}
    for (path, page), tags in zip(pages, expected, strict=True):
        found = [tag for tag, _ in page.elements if tag not in optional]
        assert found == [tag for tag in tags if tag not in optional], path


@pytest.mark.parametrize("text", CASES)
def test_no_field_can_run(text: str, take_apart: Callable[[str], Any]) -> None:
    for path, html in html_of(render(everywhere(text, text))):
        page = take_apart(html)
        for tag, attributes in page.elements:
            assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc", "formaction")], (path, tag)
            assert tag not in ("script", "style", "iframe", "object", "embed", "form") or path.startswith("e/"), path
            for name in ("href", "src", "cite"):
                address = attributes.get(name) or ""
                assert urlsplit(address).scheme in ("", "http", "https", "mailto"), (path, tag, address)
                bare = re.sub(r"[\x00-\x20]", "", address).lower()  # as a browser reads it
                assert not re.match(r"[a-z][a-z0-9+.-]*:", bare) or bare.startswith(("http:", "https:", "mailto:")), (path, address)
            if tag in ("img", "script", "source"):
                assert not urlsplit(attributes.get("src") or "").netloc, path


@pytest.mark.parametrize("text", CASES)
def test_every_field_is_shown_as_it_is(text: str, take_apart: Callable[[str], Any]) -> None:
    rendered = render(everywhere(text, HARMLESS))
    shown = take_apart(next(page.html for page in rendered.pages if page.path == "timeline/")).by_id["an-event"]
    assert " ".join(shown.split()) == " ".join(text.split())


@pytest.mark.parametrize("text", CASES)
def test_feeds_hold_it_as_text(text: str) -> None:
    files = {file.path: file.content for file in render(everywhere(text, text)).files}
    feed = ElementTree.fromstring(files["feed.xml"])
    assert {element.tag.rpartition("}")[2] for element in feed.iter()} <= {
        *("feed", "id", "title", "updated", "link", "author", "name", "entry", "category", "content")
    }
    assert json.loads(files["events.json"])["events"][0]["title"] == text
    assert files["timeline.ics"].count("BEGIN:VEVENT") == 2
    for line in files["timeline.ics"].split("\r\n"):
        assert len(line.encode()) <= 75
        assert re.match(r"[A-Z-]+[;:]| |$", line), line


@given(text=st.text(max_size=60))
def test_any_text_makes_well_formed_pages(text: str, take_apart: Callable[[str], Any]) -> None:
    rendered = render(everywhere(text or "x", text))
    for _, html in html_of(rendered):
        take_apart(html)
    ElementTree.fromstring(next(file.content for file in rendered.files if file.path == "feed.xml"))


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "http://example.org", "mailto:a@example.org", "guide/a.md", "/a", "#a", "?a=b:c", "a/b:c"]
)
def test_addresses_that_may_be_followed(address: str) -> None:
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:a", "JAVASCRIPT:a", " javascript:a", "java\nscript:a", "java\tscript:a", "\x01javascript:a", "javascript\u2028:a"),
        *(
            "&#106;avascript:a",
            "javascript&colon;a",
            "&Tab;javascript:a",
            "data:text/html,a",
            "vbscript:a",
            "file:///a",
            "blob:a",
            "a:b",
            "\\\\evil",
        ),
    ],
)
def test_addresses_that_may_not(address: str) -> None:
    assert safe_address(address) is None


def test_markdown_of_a_summary() -> None:
    html = to_html("# Big\n\n**Two** words, [a link](https://example.org) and ![a ship](ship.png)", lambda path: f"../{path}")
    assert html == (
        "<p>Big</p>\n<p><strong>Two</strong> words, "
        '<a href="https://example.org" rel="noopener noreferrer">a link</a> and <img alt="a ship" loading="lazy" src="../ship.png"></p>'
    )
