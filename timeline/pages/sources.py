"""Who reports an event, as a reader sees it.

In: an event's sources and the articles they cite. Out: `Report`s, one for each quote, with those that only repeat it; the first in
full and, where there are many, the others by publisher; and where sources disagree on the date, the dates they give, the better
supported first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from urllib.parse import urlsplit

from timeline.addresses import publisher_of
from timeline.edtf import Date
from timeline.model import Article, Event, Source
from timeline.pages.safe import safe_address
from timeline.why import Reason, date_in_words, published_in_words, reason

MANY = 3
"""Reports beside the first; more of them are folded."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a quote; `dates` says whether it is the words that date it."""

    text: str
    dates: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report can be seen: its publisher, and the address of the article's page, else of the article itself, else empty.
    Where several `articles` of a publisher say the same, the address is the first one's."""

    publisher: str
    link: str
    articles: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """A quote in parts, who published it and when, in words, and where to see it; `copies` are others that say the same words."""

    quote: tuple[Part, ...]
    publisher: str
    published: str
    article: str
    original: str
    reason: Reason | None
    copies: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A date that some of the sources give, in words, and where they do."""

    date: str
    places: tuple[Place, ...]


def reports(sources: Sequence[Source], articles: Mapping[str, Article], link: Callable[[int], str]) -> tuple[Report, ...]:
    """The reports in the order of the sources. `link` is the address of a source, by its number, on the page of its article.

    What says the same words and gives the same date as one before it is a copy.
    """
    groups: dict[object, list[int]] = {}
    for number, source in enumerate(sources):
        words = " ".join(source.quote.split()).casefold()
        groups.setdefault((words, source.date) if words else number, []).append(number)
    return tuple(
        _report([(sources[number], articles.get(sources[number].article), link(number)) for number in held]) for held in groups.values()
    )


def _report(same: Sequence[tuple[Source, Article | None, str]]) -> Report:
    source, article, link = same[0]
    published = article.published if article else None
    return Report(
        quote=split_quote(source.quote, source.words),
        publisher=publisher_of(article, source),
        published=published_in_words(published) if published else "",
        article=link,
        original=_original(source, article),
        reason=reason(source, article),
        copies=_places([_place(*copy) for copy in same[1:]]),
    )


def by_publisher(held: Sequence[Report]) -> tuple[tuple[str, tuple[Report, ...]], ...]:
    """The reports by their publishers, in the order of the first of each."""
    groups: dict[str, list[Report]] = {}
    for report in held:
        groups.setdefault(report.publisher, []).append(report)
    return tuple((publisher, tuple(group)) for publisher, group in groups.items())


def dates_given(event: Event, articles: Mapping[str, Article], link: Callable[[int], str]) -> tuple[Given, ...]:
    """The dates that the sources of an event give where they cannot all be right, empty where they can. First comes the date of
    more publishers, then of more articles, then the one told first."""
    if not conflicting(event):
        return ()
    groups: dict[Date, list[Place]] = {}
    for number, source in enumerate(event.sources):
        if source.date:
            groups.setdefault(source.date, []).append(_place(source, articles.get(source.article), link(number)))
    support = {date: (len({place.publisher for place in places}), len(places)) for date, places in groups.items()}
    ordered = sorted(groups, key=lambda date: support[date], reverse=True)
    return tuple(Given(date_in_words(date), _places(groups[date])) for date in ordered)


def _place(source: Source, article: Article | None, link: str) -> Place:
    return Place(publisher_of(article, source), link or _original(source, article))


def _places(places: Sequence[Place]) -> tuple[Place, ...]:
    """One place for each publisher."""
    distinct = dict.fromkeys(places)
    number = Counter(place.publisher for place in distinct)
    first = {place.publisher: place for place in reversed(distinct)}
    return tuple(replace(first[publisher], articles=articles) for publisher, articles in number.items())


def _original(source: Source, article: Article | None) -> str:
    return outside_address((article.url if article else "") or source.url)


def conflicting(event: Event) -> bool:
    """Whether two sources give dates that have no day in common."""
    dates = [source.date for source in event.sources if source.date]
    return any(not _overlap(one, other) for one, other in combinations(dict.fromkeys(dates), 2))


def _overlap(one: Date, other: Date) -> bool:
    starts = [date.earliest for date in (one, other)]
    ends = [date.latest for date in (one, other)]
    return all(start is None or end is None or start <= end for start in starts for end in ends)


def outside_address(address: str) -> str:
    """The address of a page elsewhere, empty where it is none that may be followed."""
    safe = safe_address(address) or ""
    return safe if urlsplit(safe).scheme in ("http", "https") else ""


def split_quote(quote: str, words: str) -> tuple[Part, ...]:
    """The quote with the words that date it apart."""
    before, found, after = quote.partition(words) if words else (quote, "", "")
    parts = (Part(before), Part(found, dates=True), Part(after))
    return tuple(part for part in parts if part.text)
