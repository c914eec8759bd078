"""The values that pass from stage to stage, each made once and never changed.

    read     a file                     -> Article
    split    an article                 -> Sentence
    tag      an article                 -> Timex
    find     an article                 -> Name
    propose  all of these               -> Claim
    merge    claims of all articles     -> Event
    store    events.yaml                <- Event -> check, pages, exports

The text of an article is made by `read` alone; every later value points into it by offsets in code points.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

from timeline.edtf import Date

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Status = Literal["proposed", "reviewed", "rejected"]
NameKind = Literal["person", "organisation", "place"]


class Span(NamedTuple):
    """A half-open range of an article's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentCreationTime:
    """The day an article was published, or the days it may have been published on.

    `latest` is None where nothing in the article bounds it from above. `basis` says where the days come from:
    "front matter", "record" (of where it came from), "page metadata", "address", "dateline", or 'inferred from "October 25" and
    "November 11"', words of the text; it is empty where that is not known.
    """

    earliest: datetime.date
    latest: datetime.date | None
    basis: str

    @property
    def day(self) -> datetime.date | None:
        """The one day, where it is known."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def inferred(self) -> bool:
        """Whether the article names no day, and its own dates were gone by."""
        return self.basis.startswith("inferred")

    def __str__(self) -> str:
        """ "published 2018-11-08"; where the day is not known or was inferred, with its basis in brackets."""
        if self.day:
            return f"published {self.day}" + (f" ({self.basis})" if self.inferred else "")
        if self.latest is None:
            return f"published {self.earliest} or later ({self.basis})"
        return f"published between {self.earliest} and {self.latest} ({self.basis})"


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `path` is as given, with forward slashes; `furniture` holds the spans of the page around it
    (menus, links, sharing buttons), which keep their place in `text` and are not read."""

    path: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = "en"
    published: DocumentCreationTime | None = None
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline, caption or list item: the smallest text that can be quoted.

    `kind` is "headline" (the article's title, standing in its text), "caption" (of a photo) or "body".
    """

    span: Span
    text: str
    kind: Literal["headline", "caption", "body"] = "body"


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression, as TIMEX3 has it, and the date it gives.

    `value` and `mod` are TIMEX3's. `rule` names the rule that read it. `anchor` says what it was resolved against,
    as `timeline.basis` writes it ("published 2018-11-08", earlier words), and is empty where the words say it all. `date` is
    the calendar date it names, None for durations, sets and vague words ("recently"), and for the second end of a
    range, whose first end holds it whole. `words` is the wider span that a person would quote as what dates the
    sentence ("On October 25", "a June summit", "from May to July 2018"), None where it is `span`. `sure` is False where
    the words leave another reading: 11/02/2018, an undated month with no sign of tense, a day of publication that is not known.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    mod: str = ""
    rule: str = ""
    anchor: str = ""
    date: Date | None = None
    words: Span | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A person, an organisation or a place named in an article: where, and as it is spelt in lists ("Mike Pompeo" for "Mr. Pompeo")."""

    span: Span
    kind: NameKind
    name: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One article says that one thing happened at one time. Known by `article`, `quote` and `words`.

    `words` is empty where the date was inferred: `basis` then says from what. `salience`, from 0 to 1, is how likely the sentence
    tells what a reader would want on a timeline. `summary` is empty where the title says what the quote says.
    """

    article: str
    published: DocumentCreationTime | None
    span: Span
    quote: str
    date: Date
    words: str
    basis: str
    title: str
    salience: float
    publisher: str = ""
    summary: str = ""
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where an event is reported: an article kept in the project or an address, and its exact words."""

    article: str = ""
    url: str = ""
    quote: str = ""
    date: Date | None = None
    words: str = ""
    basis: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the project's own files."""

    src: str
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What the claims of one or more articles agree on. `line` is where events.yaml holds it, 0 where it does not."""

    id: str
    date: Date
    title: str
    summary: str = ""
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    status: Status = "reviewed"
    importance: float | None = None
    image: Image | None = None
    sources: tuple[Source, ...] = ()
    line: int = 0
