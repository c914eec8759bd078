"""The timeline in the forms that other programs read: an Atom feed, a calendar, and JSON.

In: a `Site` and where its events are shown. Out: plain files. No clock is read: what has to say when it was last
changed says the day on which the newest of its sources was published, or where none says, the day it happened.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from datetime import date as calendar_date
from datetime import timedelta
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from timeline.addresses import publisher_of
from timeline.model import Event, Source
from timeline.pages.event import html_datetime, inferred
from timeline.pages.sources import conflicting
from timeline.pages.values import Addresses, PlainFile, Site
from timeline.wording import in_words

_ATOM = "http://www.w3.org/2005/Atom"
_IN_FEED = 500  # the newest; readers of feeds fetch the whole file each time
_LINE = 75  # bytes, RFC 5545
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def files(site: Site, addresses: Addresses) -> tuple[PlainFile, ...]:
    """`feed.xml`, `events.json` and `timeline.ics`."""
    return (
        PlainFile("feed.xml", atom(site, addresses)),
        PlainFile("events.json", events_json(site, addresses)),
        PlainFile("timeline.ics", calendar(site, addresses)),
    )


def atom(site: Site, addresses: Addresses) -> str:
    """The newest events as an Atom feed (RFC 4287)."""
    feed = Element("feed", {"xmlns": _ATOM})
    newest = sorted(site.events, key=lambda event: (_changed(event, site), event.id), reverse=True)[:_IN_FEED]
    _text(feed, "id", site.url or _urn(site.name))
    _text(feed, "title", site.name)
    _text(feed, "updated", f"{_changed(newest[0], site) if newest else calendar_date(1970, 1, 1)}T00:00:00Z")
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{site.url}feed.xml"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": site.url + addresses.link("", "timeline/")})
    _text(SubElement(feed, "author"), "name", site.name)
    for event in newest:
        entry = SubElement(feed, "entry")
        page = addresses.link("", f"e/{event.id}/")
        _text(entry, "id", f"{site.url}e/{event.id}/" if site.url else _urn(f"{site.name}/{event.id}"))
        _text(entry, "title", f"{in_words(event.date)}: {event.title}")
        _text(entry, "updated", f"{_changed(event, site)}T00:00:00Z")
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": site.url + page})
        for name in dict.fromkeys((*event.people, *event.organisations, *event.places, *event.tags)):
            SubElement(entry, "category", {"term": _printable(name)})
        body = [event.summary, *(f"“{s.quote}” – {publisher_of(site.articles.get(s.article), s)}" for s in event.sources if s.quote)]
        _text(entry, "content", "\n\n".join(filter(None, body)), type="text")
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def events_json(site: Site, addresses: Addresses) -> str:
    """Every event with all that is known of it."""
    held = {"version": 1, "name": site.name, "url": site.url, "events": [_as_json(event, site, addresses) for event in site.events]}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def calendar(site: Site, addresses: Addresses) -> str:
    """The events as days of a calendar (RFC 5545); one that is not known to the day fills the days it may be on.

    A calendar knows the years 1 to 9999 alone, and no open ends: an event without an end is on its first day.
    """
    host = urlsplit(site.url).hostname or "timeline"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//news timeline//EN", f"X-WR-CALNAME:{_calendar_text(site.name)}"]
    for event in site.events:
        days = [day for day in (event.date.earliest, event.date.latest) if day]
        if not all(1 <= day.year <= 9998 for day in days):
            continue
        start, end = calendar_date(*days[0]), calendar_date(*days[-1]) + timedelta(days=1)
        about = [in_words(event.date), event.summary, *(source.quote for source in event.sources)]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.id}@{host}",
            f"DTSTAMP:{_basic(_changed(event, site))}T000000Z",
            f"DTSTART;VALUE=DATE:{_basic(start)}",
            f"DTEND;VALUE=DATE:{_basic(end)}",
            f"SUMMARY:{_calendar_text(event.title)}",
            f"DESCRIPTION:{_calendar_text(chr(10).join(filter(None, about)))}",
            "TRANSP:TRANSPARENT",
        ]
        if site.url:
            lines.append(f"URL:{site.url}{addresses.link('', f'e/{event.id}/')}")
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _as_json(event: Event, site: Site, addresses: Addresses) -> dict[str, object]:
    return {
        "id": event.id,
        "url": site.url + addresses.link("", f"e/{event.id}/"),
        "date": event.date.edtf,
        "earliest": str(event.date.earliest) if event.date.earliest else None,
        "latest": str(event.date.latest) if event.date.latest else None,
        "when": in_words(event.date),
        "datetime": html_datetime(event.date) or None,
        "title": event.title,
        "summary": event.summary,
        "people": list(event.people),
        "organisations": list(event.organisations),
        "places": list(event.places),
        "tags": list(event.tags),
        "status": event.status,
        "inferred": inferred(event),
        "conflict": conflicting(event),
        "importance": site.importance[event.id].value,
        "reported": str(site.importance[event.id]),
        "sources": [_source_as_json(source, site, addresses) for source in event.sources],
    }


def _source_as_json(source: Source, site: Site, addresses: Addresses) -> dict[str, object]:
    article = site.articles.get(source.article)
    published = article.published if article else None
    page = addresses.articles.get(source.article)
    return {
        "article": source.article or None,
        "page": site.url + addresses.link("", page) if page else None,
        "url": (article.url if article else "") or source.url or None,
        "publisher": publisher_of(article, source),
        "published": str(published.day) if published and published.day else None,
        "quote": source.quote,
        "date": source.date.edtf if source.date else None,
        "words": source.words,
        "basis": source.basis,
    }


def _changed(event: Event, site: Site) -> calendar_date:
    """The day that stands for the event's last change."""
    articles = [site.articles[source.article] for source in event.sources if source.article in site.articles]
    days = [article.published.latest or article.published.earliest for article in articles if article.published]
    if days:
        return max(days)
    happened = event.date.latest or event.date.earliest
    return calendar_date(*happened) if happened and 1 <= happened.year <= 9998 else calendar_date(1970, 1, 1)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _text(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = _printable(text)


def _printable(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def _basic(day: calendar_date) -> str:
    return day.isoformat().replace("-", "")


def _calendar_text(text: str) -> str:
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """The line in pieces of at most 75 bytes, broken between characters; each but the first opens with a space."""
    if len(line.encode("utf-8")) <= _LINE:
        yield line
        return
    piece, length = "", 0
    for char in line:
        size = len(char.encode("utf-8"))
        if length + size > _LINE:
            yield piece
            piece, length = " ", 1
        piece += char
        length += size
    yield piece
