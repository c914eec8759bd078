"""The pages of the site.

In: a `Site` (events, the articles they cite, a few settings). Out: `Rendered`: pages as HTML, and plain files. Knows
neither MkDocs nor the disk; the same site gives the same bytes.

    timeline/                 every event, under years and months; a page a year where there are many
    articles/  articles/…/    each article with its quotes marked
    people/  people/…/        a timeline for each person, organisation, place and tag
    e/…/                      an event's permanent address: leads on to the event in the stream
    changes/  changes.xml     what was added and corrected, where there is a history
    feed.xml  events.json  timeline.ics
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from timeline.exchange import Publication
from timeline.model import Event
from timeline.pages import article, article_pages, changes, facet_pages, feeds, stream, timeline_pages
from timeline.pages.event import Show, view, with_publication
from timeline.pages.key_events import importance, ranks
from timeline.pages.overview import overview
from timeline.pages.values import FACETS, Addresses, Found, Heading, Link, Page, PlainFile, Rank, Site, file_slug, name_slug, slugs
from timeline.pages.writing import summary, to_events, write, write_event
from timeline.wording import in_words

__all__ = ["CHANGES", "Addresses", "Found", "Heading", "Link", "Page", "PlainFile", "Rendered", "Site", "publication", "render"]

ON_ONE_PAGE = 500
"""Events. With more of them each year has its page."""
CHANGES = changes.INDEX
SCRIPT = "assets/timeline.js"
_LATEST = 5  # events named on the home page, and as many key events


@dataclass(frozen=True, slots=True)
class Rendered:
    """The site: pages in the order of the navigation, and plain files. `overview` gives the strip and the latest events
    for another page, by that page's path."""

    pages: tuple[Page, ...]
    files: tuple[PlainFile, ...]
    overview: Callable[[str], str]


def render(site: Site, on_one_page: int = ON_ONE_PAGE) -> Rendered:
    """Every page and file of the site."""
    site = _weighed(site)
    years = stream.years(site.events)
    by_year = len(site.events) > on_one_page
    addresses = _addresses(site, years, by_year)
    quoted, anchors = article.quotations(site.events)
    show = _show(site, addresses, anchors)
    timeline = timeline_pages.by_year if by_year else timeline_pages.on_one_page
    pages = (
        *timeline(site, years, addresses, show),
        *article_pages.pages(site, addresses, quoted),
        *facet_pages.pages(site, addresses, show),
        *changes.pages(site, addresses),
    )
    files = (*feeds.files(site, addresses), *changes.files(site, addresses), *(_permalink(event, site, addresses) for event in site.events))
    return Rendered(pages, files, partial(_overview_alone, site, addresses))


def publication(site: Site) -> Publication:
    """The site as other programs are given it."""
    site = _weighed(site)
    return feeds.publication_of(site, _addresses(site, stream.years(site.events), by_year=False))


def _weighed(site: Site) -> Site:
    """The site with the days of publication that were inferred, and the importance of its events."""
    articles = with_publication(site.articles, site.events)
    return replace(site, articles=articles, importance=importance(site.events, articles))


def _show(site: Site, addresses: Addresses, anchors: dict[tuple[str, int], str]) -> Show:
    """Shows events. What an event looks like depends on how deep the page lies, not on which page it is, so that one that
    stands on the pages of many names is made once."""
    made: dict[tuple[str, int, bool, Rank], Markup] = {}

    def show(event: Event, here: str, linked: bool, rank: Rank) -> Markup:
        key = (event.id, here.count("/"), linked, rank)
        if key not in made:
            made[key] = write_event(view(event, here, site, addresses, anchors), linked, rank)
        return made[key]

    return show


def _addresses(site: Site, years: Sequence[stream.Year], by_year: bool) -> Addresses:
    events = {event.id: timeline_pages.place_of(year) if by_year else timeline_pages.INDEX for year in years for event in year.events}
    articles = {path: f"articles/{slug}/" for path, slug in slugs(site.articles, file_slug).items()}
    facets = {}
    for facet in FACETS:
        names = (name for event in site.events for name in getattr(event, facet))
        facets[facet] = {name: f"{facet}/{slug}/" for name, slug in slugs(names, name_slug).items()}
    return Addresses(events, articles, facets, site.directory_urls)


def _permalink(event: Event, site: Site, addresses: Addresses) -> PlainFile:
    here, place = f"e/{event.id}/", addresses.events[event.id]
    there = addresses.link(here, place, event.id)
    html = write(
        "permalink.html",
        event=event,
        words=in_words(event.date),
        site=site.name,
        there=there,
        canonical=site.url + addresses.link("", place, event.id) if site.url else there,
        icon=addresses.link(here, site.icon) if site.icon else "",
        script=addresses.link(here, SCRIPT),
    )
    return PlainFile(f"{here}index.html", html)


def _overview_alone(site: Site, addresses: Addresses, here: str) -> str:
    latest = site.events[: -_LATEST - 1 : -1] if len(site.events) > _LATEST else ()
    has_key_events = bool(ranks(site.events, site.importance))
    most = sorted(site.events, key=lambda event: site.importance[event.id].value, reverse=True)[:_LATEST] if has_key_events else ()
    return write(
        "overview_alone.html",
        overview=overview(site.events),
        summary=summary(site),
        to=to_events(here, addresses),
        lists=[("Key events", [event for event in site.events if event in most]), ("Latest", latest)],
        words=in_words,
    )
