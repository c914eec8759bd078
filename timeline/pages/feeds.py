"""The files of the site that other programs read: an Atom feed, a calendar, and JSON.

In: a `Site` and where its events are shown. Out: plain files, and the `Publication` that exports are made from. No clock is read:
what has to say when it was last changed says the day on which the newest of its sources was published, or where none says, the day
it happened.
"""

from __future__ import annotations

from datetime import date as calendar_date

from timeline.addresses import publisher_of
from timeline.exchange import Publication, calendar, data, feed
from timeline.model import Event, Source
from timeline.pages.event import html_datetime, inferred
from timeline.pages.sources import conflicting
from timeline.pages.values import Addresses, PlainFile, Site
from timeline.wording import in_words


def files(site: Site, addresses: Addresses) -> tuple[PlainFile, ...]:
    """`feed.xml`, `events.json` and `timeline.ics`."""
    publication = publication_of(site, addresses)
    return (
        PlainFile("feed.xml", feed.write(publication)),
        PlainFile("events.json", data.write(publication)),
        PlainFile("timeline.ics", calendar.write(publication)),
    )


def publication_of(site: Site, addresses: Addresses) -> Publication:
    """The site as it is given to other programs."""

    def picture(source: str) -> str | None:
        place = site.locate(source)
        return None if place is None else site.url + addresses.link("", place)

    return Publication(
        name=site.name,
        events=site.events,
        url=site.url,
        home=site.url + addresses.link("", "timeline/"),
        page=lambda event: site.url + addresses.link("", f"e/{event.id}/"),
        picture=picture,
        changed=lambda event: _changed(event, site),
        publisher=lambda source: publisher_of(site.articles.get(source.article), source),
        facts=lambda event: _facts(event, site),
        source_facts=lambda source: _source_facts(source, site, addresses),
    )


def _facts(event: Event, site: Site) -> dict[str, object]:
    return {
        "when": in_words(event.date),
        "datetime": html_datetime(event.date) or None,
        "inferred": inferred(event),
        "conflict": conflicting(event),
        "importance": site.importance[event.id].value,
        "reported": str(site.importance[event.id]),
    }


def _source_facts(source: Source, site: Site, addresses: Addresses) -> dict[str, object]:
    article = site.articles.get(source.article)
    published = article.published if article else None
    page = addresses.articles.get(source.article)
    return {
        "page": site.url + addresses.link("", page) if page else None,
        "url": (article.url if article else "") or source.url or None,
        "publisher": publisher_of(article, source),
        "published": str(published.day) if published and published.day else None,
    }


def _changed(event: Event, site: Site) -> calendar_date:
    """The day that stands for the event's last change."""
    articles = [site.articles[source.article] for source in event.sources if source.article in site.articles]
    days = [article.published.latest or article.published.earliest for article in articles if article.published]
    if days:
        return max(days)
    happened = event.date.latest or event.date.earliest
    return calendar_date(*happened) if happened and 1 <= happened.year <= 9998 else calendar_date(1970, 1, 1)
