"""Read one article: the characters of a file, then what they say of themselves.

In: a path, and the name by which messages and the article know it. Out: an `Article`, or a `TimelineError` that names the
file and says what to do. What a person wrote in front matter goes before what a page says, and that before what is
gathered from the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from timeline.addresses import host
from timeline.articles import dates, frontmatter, gathered, html, language, markdown
from timeline.articles.files import NoText, characters, load
from timeline.articles.frontmatter import Value
from timeline.articles.furniture import furniture, stamps
from timeline.articles.page import Page
from timeline.errors import Problem, TimelineError
from timeline.model import Article, DocumentCreationTime

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def read(path: Path, name: str, data: bytes | None = None) -> Article:
    """The article in the file at `path`, whose bytes are `data` where they were loaded before; `name` becomes `Article.path`.
    Raises TimelineError."""
    text = characters(path, name, load(path, name) if data is None else data)
    given: dict[str, Value] = {}
    if path.suffix.lower() in (".html", ".htm"):
        page = html.read(text, name)
    else:
        given, start = frontmatter.read(text, name)
        page = markdown.read(text[start:]) if path.suffix.lower() == ".md" else Page(text[start:])
        if not page.text.strip():
            raise NoText(Problem(name, "there is no text after the front matter and the marks. Put the article's text there."))
    return _article(page, _checked(given, name), name)


def readable(path: Path, name: str) -> bool:
    """Whether the characters of a file can be read, and its front matter. Quick: whether a page holds an article is not looked at."""
    try:
        text = characters(path, name, load(path, name))
        if path.suffix.lower() not in (".html", ".htm"):
            _checked(frontmatter.read(text, name)[0], name)
    except TimelineError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Given:
    """What the front matter says, as far as it does."""

    published: DocumentCreationTime | None
    title: str
    url: str
    publisher: str
    language: str


def _checked(given: dict[str, Value], name: str) -> _Given:
    problems = []
    published = None
    if "published" in given:
        value = given["published"]
        try:
            day = dates.parse(value.text)
            published = DocumentCreationTime(day, day, "front matter")
        except ValueError as error:
            problems.append(Problem(name, f"published {error}", value.line, value.column))
    if "language" in given and not _LANGUAGE.fullmatch(given["language"].text):
        value = given["language"]
        problems.append(Problem(name, f"language '{value.text[:40]}' is not a code. Write 'en' for English.", value.line, value.column))
    if problems:
        raise TimelineError(problems)
    title, url, publisher, code = (given[key].text if key in given else "" for key in ("title", "url", "publisher", "language"))
    return _Given(published, title, url, publisher, code)


def _article(page: Page, given: _Given, name: str) -> Article:
    title = given.title or page.title
    around = furniture(page.text, title)
    unread = tuple(sorted({*around, *stamps(page.text), *gathered.date_line(page.text, around)}, key=lambda span: span.start))
    url = given.url or page.url
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
