"""One event as a reader sees it: values that the template `event.html` writes out.

In: an `Event`, the site and the addresses. Out: an `EventView` for the page that shows it, every link relative to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from markupsafe import Markup

from timeline.basis import parse
from timeline.edtf import Date
from timeline.model import Article, Event
from timeline.pages.safe import to_html
from timeline.pages.sources import MANY, Given, Report, by_publisher, conflicting, dates_given, reports
from timeline.pages.values import FACETS, Addresses, Link, Rank, Site
from timeline.why import Reason, is_unsure, rests_on_a_guess
from timeline.wording import in_words, weekday

_MANY_CHIPS, _SOME_CHIPS = 12, 8  # of more than so many, so many are shown and the rest are folded
_FACET_OF_ONE = {"people": "person", "organisations": "organisation", "places": "place", "tags": "tag"}


@dataclass(frozen=True, slots=True)
class Chip:
    """The name of a person, organisation, place or tag, and its page."""

    kind: str
    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A quiet mark where care is needed; `meaning` says why."""

    kind: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the project, where it can be found."""

    src: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class EventView:
    """All that the template shows of an event. `datetime` is empty where HTML has no value for the date. `reported` is how much
    it is reported, empty where one article alone does. `reports` are shown in full, `folded` by publisher. `dates` are those that
    sources give where they disagree, `reasons` say with their publishers why the sources have them. `more_chips` are folded.
    """

    id: str
    title: str
    when: str
    weekday: str
    datetime: str
    shape: str
    about: bool
    summary: Markup
    picture: Picture | None
    reported: str
    reports: tuple[Report, ...]
    folded: tuple[tuple[str, tuple[Report, ...]], ...]
    dates: tuple[Given, ...]
    reasons: tuple[tuple[str, Reason], ...]
    chips: tuple[Chip, ...]
    more_chips: tuple[Chip, ...]
    badges: tuple[Badge, ...]
    permalink: str
    stream: str
    origin: Link | None


class Show(Protocol):
    """Shows an event on the page `here`, as HTML; `linked` says whether its title leads to the timeline, `rank` whether it is
    one of the page's key events."""

    def __call__(self, event: Event, here: str, linked: bool, rank: Rank) -> Markup: ...


def view(event: Event, here: str, site: Site, addresses: Addresses, anchors: dict[tuple[str, int], str]) -> EventView:
    """The event as the page `here` shows it. `anchors` says where a source's quote stands in its article."""

    def locate(source: str) -> str | None:
        place = site.locate(source)
        return addresses.link(here, place) if place else None

    def into_article(number: int) -> str:
        place = addresses.articles.get(event.sources[number].article)
        return addresses.link(here, place, anchors.get((event.id, number), "")) if place else ""

    day = event.date.day
    image = event.image
    source = locate(image.src) if image else None
    weight = site.importance[event.id]
    held = reports(event.sources, site.articles, into_article)
    chips = tuple(_chips(event, here, addresses))
    shown = _SOME_CHIPS if len(chips) > _MANY_CHIPS else len(chips)
    full = 1 if len(held) > 1 + MANY else len(held)
    return EventView(
        id=event.id,
        title=event.title,
        when=in_words(event.date),
        weekday=weekday(day) if day else "",
        datetime=html_datetime(event.date),
        shape=shape(event.date),
        about=any(point.qualifier for point in event.date.points if point),
        summary=to_html(event.summary, locate) if event.summary else Markup(),
        picture=Picture(source, image.alt, image.caption) if image and source else None,
        reported=str(weight) if weight.articles > 1 else "",
        reports=held[:full],
        folded=by_publisher(held[full:]),
        dates=dates_given(event, site.articles, into_article),
        reasons=tuple((report.publisher, report.reason) for report in held if report.reason),
        chips=chips[:shown],
        more_chips=chips[shown:],
        badges=tuple(badges(event, several_articles=len(site.articles) > 1)),
        permalink=addresses.link(here, f"e/{event.id}/"),
        stream=addresses.link(here, addresses.events[event.id], event.id),
        origin=site.origin(event),
    )


def shape(date: Date) -> str:
    """The mark on the line: "day", "wide" (one month, year, …) or "range"."""
    if date.day:
        return "day"
    point = date.points[0]
    return "wide" if date.kind == "single" and point and not point.unspecified else "range"


def html_datetime(date: Date) -> str:
    """The value of `<time datetime>`: a year, a month, a day or a time on one. HTML has none for other dates."""
    point = date.points[0]
    if date.kind != "single" or point is None or point.qualifier or point.unspecified or point.first.year < 1:
        return ""
    length = {"year": 4, "month": 7, "day": 10}.get(point.precision)
    if length is None:
        return ""
    return str(point.first)[:length] + (f"T{point.time}" if point.time else "")


def badges(event: Event, several_articles: bool) -> Iterable[Badge]:
    """What a careful reader should know. One source is only worth a word where there are several articles."""
    if conflicting(event):
        yield Badge("conflict", "conflicting dates", "The sources give dates that cannot all be right.")
    if inferred(event):
        yield Badge(
            "inferred", "date inferred", "The words of the source do not give this date alone; it was worked out from others in its text."
        )
    if unsure(event):
        yield Badge("unsure", "date unsure", "The words of the source leave other dates open.")
    if several_articles and len(event.sources) == 1:
        yield Badge("single", "one source", "Only one article reports this.")
    if event.status == "proposed":
        yield Badge("proposed", "not reviewed", "Found by the program; no person has reviewed it yet.")


def inferred(event: Event) -> bool:
    """Whether no source's own words date the event."""
    quoted = [source for source in event.sources if source.quote]
    return bool(quoted) and all(not source.words or rests_on_a_guess(source) for source in quoted)


def unsure(event: Event) -> bool:
    """Whether the words of every source that dates the event leave other dates open."""
    dated = [source for source in event.sources if source.date]
    return bool(dated) and all(map(is_unsure, dated))


def with_publication(articles: Mapping[str, Article], events: Iterable[Event]) -> dict[str, Article]:
    """The articles, with the days of publication that were inferred for those that name none, as their events say."""
    known = dict(articles)
    for event in events:
        for source in event.sources:
            article = known.get(source.article)
            basis = parse(source.basis) if article and not article.published else None
            if article and basis and basis.published:
                known[source.article] = replace(article, published=basis.published)
    return known


def _chips(event: Event, here: str, addresses: Addresses) -> Iterable[Chip]:
    for facet in FACETS:
        names: tuple[str, ...] = getattr(event, facet)
        for name in dict.fromkeys(names):
            yield Chip(_FACET_OF_ONE[facet], name, addresses.link(here, addresses.facets[facet][name]))
