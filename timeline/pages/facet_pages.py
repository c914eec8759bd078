"""People, organisations, places and tags: an index of each, and a timeline for each of its names.

In: the site, the addresses, and how an event is shown. Out: pages, only for what events name.
"""

from __future__ import annotations

from timeline.counting import count
from timeline.model import Event
from timeline.pages import stream
from timeline.pages.event import Show
from timeline.pages.key_events import ranks
from timeline.pages.overview import overview
from timeline.pages.values import FACETS, OTHER_WEIGHT, Addresses, Found, Page, Site
from timeline.pages.writing import with_top, write

_TITLES = {"people": "People", "organisations": "Organisations", "places": "Places", "tags": "Tags"}


def pages(site: Site, addresses: Addresses, show: Show) -> list[Page]:
    """The pages of each facet, its index first."""
    return [page for facet in FACETS if addresses.facets[facet] for page in _facet(facet, site, addresses, show)]


def _facet(facet: str, site: Site, addresses: Addresses, show: Show) -> list[Page]:
    places = addresses.facets[facet]
    title, index = _TITLES[facet], f"{facet}/"
    held: dict[str, list[Event]] = {}
    for event in site.events:
        for name in dict.fromkeys(getattr(event, facet)):
            held.setdefault(name, []).append(event)
    names = sorted(places, key=lambda name: (name.casefold(), name))
    listed = [(name, addresses.link(index, places[name]), len(held[name])) for name in names]
    html = write("facet.html", title=title, listed=listed)
    return [
        Page(index, title, html, "", title, found=(Found(title, weight=OTHER_WEIGHT),)),
        *(_name_page(name, facet, held[name], site, addresses, show) for name in names),
    ]


def _name_page(name: str, facet: str, events: list[Event], site: Site, addresses: Addresses, show: Show) -> Page:
    here = addresses.facets[facet][name]
    years = stream.years(events)
    said = count(len(events), "event")
    rank = ranks(events, site.importance)
    html = write(
        "timeline.html",
        title=name,
        summary=said,
        overview=overview(events),
        to="#{}".format,
        years=years,
        show=lambda event: show(event, here, linked=True, rank=rank.get(event.id, "")),
        beside=[(f"All {facet}", addresses.link(here, f"{facet}/"))],
        neighbours=None,
    )
    found = (Found(name, (said,), weight=OTHER_WEIGHT),)
    return Page(here, name, html, "", "", with_top(name, stream.contents(years)), found)
