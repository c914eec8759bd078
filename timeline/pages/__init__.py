"""The pages of the site.

In: a `Site` (events, the articles they cite, a few settings). Out: `Rendered`: pages as HTML, and plain files. Knows
neither MkDocs nor the disk; the same site gives the same bytes.

    timeline/                 every event, under years and months; a page a year where there are many
    articles/  articles/…/    each article with its quotes marked
    people/  people/…/        a timeline for each person, organisation, place and tag
    e/…/                      an event's permanent address: leads on to the event in the stream
    feed.xml  events.json  timeline.ics
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

import jinja2

from timeline.edtf import Date, parse
from timeline.model import Event
from timeline.pages import article, feeds, stream
from timeline.pages.event import inferred, outside_address, published_in_words, publisher_of, view, with_publication
from timeline.pages.overview import overview
from timeline.pages.values import FACETS, Addresses, Heading, Page, PlainFile, Site, file_slug, name_slug, slugs
from timeline.wording import in_words

__all__ = ["Addresses", "Heading", "Page", "PlainFile", "Rendered", "Site", "render"]

ON_ONE_PAGE = 500  # events; with more of them each year has its page
_FACET_TITLES = {"people": "People", "organisations": "Organisations", "places": "Places", "tags": "Tags"}
_TOP = "top_"  # holds an underscore, which no event's id does
_LATEST = 5  # events named on the home page
_EVENT_BOOST, _ARTICLE_BOOST, _NAME_BOOST = 2.0, 0.3, 0.3  # what is sought are events


@dataclass(frozen=True, slots=True)
class Rendered:
    """The site: pages in the order of the navigation, and plain files. `overview` gives the strip for another page,
    by that page's path."""

    pages: tuple[Page, ...]
    files: tuple[PlainFile, ...]
    overview: Callable[[str], str]


def render(site: Site, on_one_page: int = ON_ONE_PAGE) -> Rendered:
    """Every page and file of the site."""
    site = replace(site, articles=with_publication(site.articles, site.events))
    years = stream.years(site.events)
    by_year = len(site.events) > on_one_page
    addresses = _addresses(site, years, by_year)
    quoted, anchors = article.quotations(site.events)
    show = partial(view, site=site, addresses=addresses, anchors=anchors)
    pages = [
        *_timeline_pages(site, years, by_year, addresses, show),
        *_article_pages(site, addresses, quoted),
        *(page for facet in FACETS for page in _facet_pages(facet, site, addresses, show)),
    ]
    return Rendered(
        tuple(pages),
        (*feeds.files(site, addresses), *(_permalink(event, site, addresses) for event in site.events)),
        partial(_overview_alone, site, addresses),
    )


def _overview_alone(site: Site, addresses: Addresses, here: str) -> str:
    latest = site.events[: -_LATEST - 1 : -1] if len(site.events) > _LATEST else ()
    to = _to(here, addresses)
    return _write("overview_alone.html", overview=overview(site.events), summary=summary(site), to=to, latest=latest, words=in_words)


def _addresses(site: Site, years: Sequence[stream.Year], by_year: bool) -> Addresses:
    events = {}
    for year in years:
        place = f"timeline/{name_slug(year.label)}/" if by_year else "timeline/"
        events.update({event.id: place for event in year.events})
    facets = {
        facet: {name: f"{facet}/{slug}/" for name, slug in slugs((n for e in site.events for n in getattr(e, facet)), name_slug).items()}
        for facet in FACETS
    }
    articles = {path: f"articles/{slug}/" for path, slug in slugs(site.articles, file_slug).items()}
    return Addresses(events, articles, facets, site.directory_urls)


def _timeline_pages(site: Site, years: Sequence[stream.Year], by_year: bool, addresses: Addresses, show: Any) -> list[Page]:
    here = "timeline/"
    title, said = "Timeline", summary(site)
    common = {"title": title, "top": _TOP, "lead": "", "summary": said, "searchable": True}
    if not by_year:
        html = _write(
            "timeline.html",
            overview=overview(site.events),
            years=stream.views(years, partial(show, here=here)),
            beside=_feeds(here, addresses),
            to=_to(here, addresses),
            **common,
        )
        return [Page(here, title, html, said, title, _EVENT_BOOST, _with_top(title, stream.contents(years)))]
    places = {year.label: f"timeline/{name_slug(year.label)}/" for year in years}
    html = _write(
        "years.html",
        overview=overview(site.events),
        years=[(year.label, addresses.link(here, places[year.label]), len(year.events)) for year in years],
        beside=_feeds(here, addresses),
        to=_to(here, addresses),
        **common,
    )
    pages = [Page(here, title, html, said, title, _NAME_BOOST)]
    for number, year in enumerate(years):
        place = places[year.label]
        neighbours = [years[other] if 0 <= other < len(years) else None for other in (number - 1, number + 1)]
        html = _write(
            "timeline.html",
            **common | {"title": year.label, "summary": _count(len(year.events), "event")},
            overview=overview(year.events),
            years=stream.views((year,), partial(show, here=place)),
            neighbours=[(other.label, addresses.link(place, places[other.label])) if other else None for other in neighbours],
            beside=[("The whole timeline", addresses.link(place, here))],
            to="#{}".format,
        )
        contents = _with_top(year.label, stream.contents((year,))[0].children)
        pages.append(Page(place, year.label, html, f"{title}: {year.label}", "", _EVENT_BOOST, contents))
    return pages


def _article_pages(site: Site, addresses: Addresses, quoted: Mapping[str, list[article.Quotation]]) -> list[Page]:
    if not addresses.articles:
        return []
    listed = []
    pages = []
    for path, here in addresses.articles.items():
        text = site.articles[path]
        quotations = quoted.get(path, [])
        reading = article.read(text, quotations, site.how_much)
        title = text.title or here.split("/")[1]
        source = next(source for event in site.events for source in event.sources if source.article == path)
        about = {
            "publisher": publisher_of(text, source) if text.publisher or text.url else "",
            "published": published_in_words(text.published) if text.published else "",
            "inferred": bool(text.published and text.published.basis == "inferred"),
        }
        html = _write(
            "article.html",
            title=title,
            top=_TOP,
            reading=reading,
            original=outside_address(text.url),
            language=text.language,
            how_much=site.how_much,
            words=in_words,
            link=partial(_event_link, here, addresses),
            number=len({quotation.event.id for quotation in quotations}),
            up=("all articles", addresses.link(here, "articles/")),
            **about,
        )
        pages.append(Page(here, title, html, " · ".join(filter(None, (about["publisher"], about["published"]))), "", _ARTICLE_BOOST))  # type: ignore[arg-type]
        listed.append((title, addresses.link("articles/", here), about, len({quotation.event.id for quotation in quotations})))
    listed.sort(key=lambda entry: (entry[0].casefold(), entry[1]))
    html = _write("articles.html", title="Articles", top=_TOP, listed=listed)
    return [Page("articles/", "Articles", html, "", "Articles", _ARTICLE_BOOST), *pages]


def _event_link(here: str, addresses: Addresses, event: Event) -> str:
    return addresses.link(here, addresses.events[event.id], event.id)


def _facet_pages(facet: str, site: Site, addresses: Addresses, show: Any) -> list[Page]:
    places = addresses.facets[facet]
    if not places:
        return []
    title, index = _FACET_TITLES[facet], f"{facet}/"
    held: dict[str, list[Event]] = {}
    for event in site.events:
        for name in dict.fromkeys(getattr(event, facet)):
            held.setdefault(name, []).append(event)
    listed = [(name, addresses.link(index, places[name]), len(held[name])) for name in sorted(places, key=lambda n: (n.casefold(), n))]
    pages = [Page(index, title, _write("facet.html", title=title, top=_TOP, listed=listed), "", title, _NAME_BOOST)]
    for name, here in places.items():
        years = stream.years(held[name])
        html = _write(
            "timeline.html",
            title=name,
            top=_TOP,
            lead="",
            summary=_count(len(held[name]), "event"),
            searchable=False,
            overview=overview(held[name]),
            years=stream.views(years, partial(show, here=here)),
            beside=[(f"All {facet}", addresses.link(here, index))],
            to="#{}".format,
        )
        pages.append(Page(here, name, html, "", "", _NAME_BOOST, _with_top(name, stream.contents(years))))
    return pages


def _permalink(event: Event, site: Site, addresses: Addresses) -> PlainFile:
    path = f"e/{event.id}/index.html"
    here = f"e/{event.id}/"
    there = addresses.link(here, addresses.events[event.id], event.id)
    canonical = f"{site.url}{addresses.link('', addresses.events[event.id], event.id)}" if site.url else there
    script = addresses.link(here, "assets/timeline.js")
    html = _write(
        "permalink.html", event=event, words=in_words(event.date), site=site.name, there=there, canonical=canonical, script=script
    )
    return PlainFile(path, html)


def _to(here: str, addresses: Addresses) -> Callable[[str], str]:
    return lambda event: addresses.link(here, addresses.events[event], event)


def _feeds(here: str, addresses: Addresses) -> list[tuple[str, str]]:
    return [
        (label, addresses.link(here, path)) for label, path in (("Feed", "feed.xml"), ("Calendar", "timeline.ics"), ("Data", "events.json"))
    ]


def summary(site: Site) -> str:
    """ "7 events, 2017 to 11 November 2018, from 1 article. 2 dates are inferred." """
    if not site.events:
        return "No events yet."
    articles = len({source.article or source.url for event in site.events for source in event.sources})
    said = [_count(len(site.events), "event"), _whole_span(site.events)]
    if articles:
        said.append(f"from {_count(articles, 'article')}")
    sentence = ", ".join(filter(None, said)) + "."
    guesses = sum(map(inferred, site.events))
    if guesses:
        sentence += f" {guesses} {'date is' if guesses == 1 else 'dates are'} inferred."
    return sentence


def _whole_span(events: Sequence[Event]) -> str:
    first = events[0].date.points[0] or events[0].date.points[-1]
    last = max((event.date for event in events), key=lambda date: date.latest or date.points[0].first).points  # type: ignore[union-attr]
    end = last[-1] or last[0]
    assert first and end
    if first.first == end.first and first.last == end.last:
        return in_words(Date(first.edtf, "single", (first,)))
    return in_words(parse(f"{first.edtf.rstrip('~?%')}/{end.edtf.rstrip('~?%')}"))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _with_top(title: str, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    return (Heading(title, _TOP, 0, headings),)


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("timeline", "templates/pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["count"] = _count
    return environment


def _write(template: str, **values: Any) -> str:
    return _templates().get_template(template).render(**{"neighbours": None} | values)
