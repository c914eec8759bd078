"""Read one article: the characters of a file, then what they say of themselves.

In: a path, and the name by which messages and the article know it. Out: an `Article`, or a `TimelineError` that names the
file and says what to do. What a person wrote in front matter, or gave when the article was kept, goes before what a page says, and
that before what is gathered from the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from timeline.addresses import host
from timeline.articles import dates, frontmatter, gathered, html, language, markdown, pdf, record
from timeline.articles.files import NoText, Original, characters, load
from timeline.articles.frontmatter import Value
from timeline.articles.furniture import furniture, stamps
from timeline.articles.page import Page
from timeline.articles.record import RECORD, Record
from timeline.errors import Problem, TimelineError
from timeline.model import Article, DocumentCreationTime

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def read(path: Path, name: str, original: Original | None = None) -> Article:
    """The article in the file at `path`, whose bytes are `original` where they were loaded before; `name` becomes `Article.path`.
    Raises TimelineError."""
    return _article(*_page(path, name, original or load(path, name)), name)


def text_of(path: Path, name: str) -> str:
    """The text of the article in the file at `path`, without what it says of it. Raises TimelineError."""
    return _page(path, name, load(path, name))[0].text


def _page(path: Path, name: str, original: Original) -> tuple[Page, _Given, Record]:
    """What stands in the file of an article, what a person said of it, and its record."""
    kept, told = _recorded(original, name)
    if path.suffix.lower() == ".pdf":
        return pdf.read(original.data, name), told, kept
    text = characters(path, name, original.data, kept.charset)
    if path.suffix.lower() in (".html", ".htm"):
        return html.read(text, name), told, kept
    given, start = frontmatter.read(text, name)
    page = markdown.read(text[start:]) if path.suffix.lower() == ".md" else Page(text[start:])
    if not page.text.strip():
        raise NoText(Problem(name, "there is no text after the front matter and the marks. Put the article's text there."))
    return page, _checked(given, name, "front matter").over(told), kept


def readable(path: Path, name: str) -> bool:
    """Whether the characters of a file can be read, its front matter and its record. Quick: whether a page or a PDF holds an article
    is not looked at."""
    try:
        original = load(path, name)
        kept, _ = _recorded(original, name)
        if path.suffix.lower() == ".pdf":
            return pdf.readable(original.data)
        text = characters(path, name, original.data, kept.charset)
        if path.suffix.lower() not in (".html", ".htm"):
            _checked(frontmatter.read(text, name)[0], name, "front matter")
    except TimelineError:
        return False
    return True


def _recorded(original: Original, name: str) -> tuple[Record, _Given]:
    """The record beside the article, and what a person said of it there."""
    place = name + RECORD
    found = record.parse(original.record, place) if original.record else Record()
    return found, _checked(found.given, place, "record")


@dataclass(frozen=True, slots=True)
class _Given:
    """What the front matter, or the record, says, as far as it does."""

    published: DocumentCreationTime | None
    title: str
    url: str
    publisher: str
    language: str

    def over(self, other: _Given) -> _Given:
        """What either says, this one first."""
        return _Given(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(_Given)))


def _checked(given: Mapping[str, Value], name: str, basis: str) -> _Given:
    problems = []
    published = None
    if "published" in given:
        value = given["published"]
        try:
            day = dates.parse(value.text)
            published = DocumentCreationTime(day, day, basis)
        except ValueError as error:
            problems.append(Problem(name, f"published {error}", value.line, value.column))
    if "language" in given and not LANGUAGE.fullmatch(given["language"].text):
        value = given["language"]
        problems.append(Problem(name, f"language '{value.text[:40]}' is not a code. Write 'en' for English.", value.line, value.column))
    if problems:
        raise TimelineError(problems)
    title, url, publisher, code = (given[key].text if key in given else "" for key in ("title", "url", "publisher", "language"))
    return _Given(published, title, url, publisher, code)


def _article(page: Page, given: _Given, kept: Record, name: str) -> Article:
    title = given.title or page.title
    around = furniture(page.text, title)
    unread = tuple(sorted({*around, *stamps(page.text), *gathered.date_line(page.text, around)}, key=lambda span: span.start))
    url = given.url or page.url or kept.url
    return Article(
        path=name,
        text=page.text,
        title=title or gathered.headline(page.text, unread),
        publisher=given.publisher or page.publisher or gathered.publisher(page.text, around) or host(url) or gathered.told(page.text),
        url=url,
        language=primary(given.language or page.language or language.identify(page.text)),
        published=given.published or page.published or gathered.from_address(url) or gathered.from_dateline(page.text, around),
        furniture=unread,
    )


def primary(code: str) -> str:
    """The language of a code such as `en-GB`: `en`."""
    return re.split("[-_]", code)[0].lower()
