"""The timeline's own pages: all events on one, or where there are many, a page for each year.

In: the site, its years, the addresses, and how an event is shown. Out: pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.counting import count
from timeline.model import Event
from timeline.pages import stream
from timeline.pages.event import Show
from timeline.pages.key_events import ranks
from timeline.pages.overview import overview
from timeline.pages.safe import to_html
from timeline.pages.stream import Year
from timeline.pages.values import Addresses, Found, Page, Site, name_slug
from timeline.pages.writing import summary, to_events, with_top, write
from timeline.wording import in_words

INDEX = "timeline/"
_TITLE = "Timeline"
_EVENT_WEIGHT = 2.0  # what is sought are events


def place_of(year: Year) -> str:
    """The page of a year, where each has its own."""
    return f"{INDEX}{name_slug(year.label)}/"


def on_one_page(site: Site, years: Sequence[Year], addresses: Addresses, show: Show) -> list[Page]:
    """The timeline with every event."""
    rank = ranks(site.events, site.importance)
    html = write(
        "timeline.html",
        title=_TITLE,
        summary=summary(site),
        overview=overview(site.events),
        to=to_events(INDEX, addresses),
        years=years,
        show=lambda event: show(event, INDEX, linked=False, rank=rank.get(event.id, "")),
        beside=_feeds(INDEX, addresses),
        neighbours=None,
    )
    found = (Found(_TITLE, (summary(site),)), *map(found_event, site.events))
    return [Page(INDEX, _TITLE, html, summary(site), _TITLE, with_top(_TITLE, stream.contents(years)), found)]


def by_year(site: Site, years: Sequence[Year], addresses: Addresses, show: Show) -> list[Page]:
    """The whole span, its years and its key events, then a page for each year."""
    rank = ranks(site.events, site.importance)
    key = stream.years([event for event in site.events if rank.get(event.id) == "key"])
    html = write(
        "years.html",
        title=_TITLE,
        summary=summary(site),
        overview=overview(site.events),
        to=to_events(INDEX, addresses),
        years=[(year.label, addresses.link(INDEX, place_of(year)), len(year.events)) for year in years],
        key=key,
        show=lambda event: show(event, INDEX, linked=True, rank=""),
        beside=_feeds(INDEX, addresses),
    )
    contents = with_top(_TITLE, stream.contents(key)) if key else ()
    pages = [Page(INDEX, _TITLE, html, summary(site), _TITLE, contents, (Found(_TITLE, (summary(site),)),))]
    for before, year, after in zip([None, *years[:-1]], years, [*years[1:], None], strict=True):
        pages.append(_year_page(before, year, after, site, addresses, show))
    return pages


def _year_page(before: Year | None, year: Year, after: Year | None, site: Site, addresses: Addresses, show: Show) -> Page:
    here, rank = place_of(year), ranks(year.events, site.importance)
    html = write(
        "timeline.html",
        title=year.label,
        summary=count(len(year.events), "event"),
        overview=overview(year.events),
        to=to_events(here, addresses),
        years=(year,),
        show=lambda event: show(event, here, linked=False, rank=rank.get(event.id, "")),
        beside=[("The whole timeline", addresses.link(here, INDEX))],
        neighbours=[(other.label, addresses.link(here, place_of(other))) if other else None for other in (before, after)],
    )
    contents = with_top(year.label, stream.contents((year,))[0].children)
    found = (Found(year.label), *map(found_event, year.events))
    return Page(here, year.label, html, f"{_TITLE}: {year.label}", "", contents, found)


def found_event(event: Event) -> Found:
    """What the search knows of an event: all that the page says of it. Its date stands beside the title in every result."""
    names = " · ".join(dict.fromkeys((*event.people, *event.organisations, *event.places, *event.tags)))
    quotes = dict.fromkeys(source.quote for source in event.sources)
    said = to_html(event.summary, lambda source: None).striptags() if event.summary else ""
    return Found(f"{event.title} · {in_words(event.date)}", tuple(filter(None, (said, *quotes, names))), event.id, _EVENT_WEIGHT)


def _feeds(here: str, addresses: Addresses) -> list[tuple[str, str]]:
    return [
        (label, addresses.link(here, path)) for label, path in (("Feed", "feed.xml"), ("Calendar", "timeline.ics"), ("Data", "events.json"))
    ]
