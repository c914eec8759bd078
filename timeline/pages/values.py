"""What the site is made from, and what it is made of.

    Site       in: events, the articles they cite, and the few settings that shape pages
    Page       out: a page of the site, as HTML that goes between the theme's header and footer
    PlainFile  out: a file that is written as it is (feeds, data, permalinks)
    Link       an address and what it is called
    Addresses  where each event, article, person, organisation, place and tag is shown

Paths are the site's own, with forward slashes, and begin at its root: `timeline/`, `articles/report/`, `feed.xml`.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote

from timeline.history import History
from timeline.importance import Importance
from timeline.model import Article, Event

HowMuch = Literal["quotes", "paragraphs", "all"]

Rank = Literal["", "key", "minor"]
"""Of an event on a page: empty where the page has no key events."""

FACETS = ("people", "organisations", "places", "tags")

OTHER_WEIGHT = 0.3
"""Of what the search finds beside events, which are what is sought."""

LONGEST_SLUG = 120
"""Bytes; names of files end at 255, on some systems sooner."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address, and what it is called: "edit"."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that the pages show.

    `events` are in the order of the timeline and hold none that a person rejected. `articles` holds what could be
    read, by the path that sources give. `url` ends with a slash, and is empty where it is not known. `how_much` of an
    article is published. `directory_urls` says that `timeline/` is served as `timeline/index.html`. `icon` is the path
    of the site's icon, empty where it has none. `locate` turns the path of a picture of the project into its path in
    the site, or None where there is no such picture. `origin` leads to where an event is written.
    `history` says what was changed when, None where that is not told. `importance` is that of each event, by its id; `render` works
    it out.
    """

    name: str
    events: tuple[Event, ...]
    articles: Mapping[str, Article]
    url: str = ""
    how_much: HowMuch = "quotes"
    directory_urls: bool = True
    icon: str = ""
    locate: Callable[[str], str | None] = lambda source: None
    origin: Callable[[Event], Link | None] = lambda event: None
    history: History | None = None
    importance: Mapping[str, Importance] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's contents. `count` is how many events stand below it."""

    title: str
    anchor: str
    count: int = 0
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What the search finds: a page, or where there is an `anchor`, an element of it. `paragraphs` are plain text;
    `weight` says how far up it stands among what else holds the words."""

    title: str
    paragraphs: tuple[str, ...] = ()
    anchor: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `title` and `description` are plain text, `html` is the whole of its content, `label` is its name in the
    navigation (empty: not in it), `contents` what its rail jumps to, `found` what the search finds on it, the page first."""

    path: str
    title: str
    html: str
    description: str = ""
    label: str = ""
    contents: tuple[Heading, ...] = ()
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file that is written as it is."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are shown: paths in the site, by event id, by article path, and by facet and name."""

    events: Mapping[str, str]
    articles: Mapping[str, str]
    facets: Mapping[str, Mapping[str, str]]
    directory_urls: bool = True

    def link(self, here: str, there: str, anchor: str = "") -> str:
        """The relative address of `there` (and of an element on it) as written on the page `here`."""
        if here == there and anchor:
            return f"#{anchor}"
        is_folder = there.endswith("/") or not there
        file = there if self.directory_urls or not is_folder else f"{there}index.html"
        return ("../" * here.count("/") + quote(file) or "./") + (f"#{anchor}" if anchor else "")


def slugs(names: Iterable[str], slug: Callable[[str], str]) -> dict[str, str]:
    """A slug for each name, no two alike even where letter case does not count: the second of a kind gets `-2`.

    Names keep their own slug before any suffix is given, and the order of `names` does not matter.
    """
    ordered = sorted(set(names))
    given: dict[str, str] = {}
    taken: set[str] = set()
    late = []
    for name in ordered:
        wish = slug(name)
        if wish.casefold() in taken:
            late.append((name, wish))
        else:
            taken.add(wish.casefold())
            given[name] = wish
    last: dict[str, int] = {}
    for name, wish in late:
        number = last.get(wish.casefold(), 1) + 1
        while f"{wish}-{number}".casefold() in taken:
            number += 1
        last[wish.casefold()] = number
        taken.add(f"{wish}-{number}".casefold())
        given[name] = f"{wish}-{number}"
    return given


def name_slug(name: str) -> str:
    """The slug of a person or place: lower case, letters and digits of any script, hyphens between."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return _short("-".join(re.findall(r"\w+", unicodedata.normalize("NFC", plain).lower().replace("_", " "))) or "unnamed")


def file_slug(path: str) -> str:
    """The slug of an article: its file's stem, with what an address cannot hold replaced."""
    stem = posixpath.splitext(posixpath.basename(path))[0]
    return _short(re.sub(r"[^\w.-]+", "-", stem).strip(".-") or "article")


def _short(slug: str) -> str:
    """The slug, where it is too long for the name of a file its beginning and a number made of the whole."""
    data = slug.encode("utf-8", "replace")
    if len(data) <= LONGEST_SLUG:
        return slug
    number = hashlib.sha256(data).hexdigest()[:8]
    return f"{data[: LONGEST_SLUG - 1 - len(number)].decode('utf-8', 'ignore').rstrip('.-')}-{number}"
