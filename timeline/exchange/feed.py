"""An Atom feed (RFC 4287) of the newest events. In: a publication. Out: text. It is not read back."""

from __future__ import annotations

import re
import uuid
from datetime import date as calendar_date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from timeline.exchange.values import Publication
from timeline.wording import in_words

_ATOM = "http://www.w3.org/2005/Atom"
_IN_FEED = 500  # the newest; readers of feeds fetch the whole file each time
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(publication: Publication) -> str:
    """The feed."""
    feed = Element("feed", {"xmlns": _ATOM})
    url, name = publication.url, publication.name
    newest = sorted(publication.events, key=lambda event: (publication.changed(event), event.id), reverse=True)[:_IN_FEED]
    _text(feed, "id", url or _urn(name))
    _text(feed, "title", name)
    _text(feed, "updated", f"{publication.changed(newest[0]) if newest else calendar_date(1970, 1, 1)}T00:00:00Z")
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{url}feed.xml"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": publication.home})
    _text(SubElement(feed, "author"), "name", name)
    for event in newest:
        entry = SubElement(feed, "entry")
        _text(entry, "id", f"{url}e/{event.id}/" if url else _urn(f"{name}/{event.id}"))
        _text(entry, "title", f"{in_words(event.date)}: {event.title}")
        _text(entry, "updated", f"{publication.changed(event)}T00:00:00Z")
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": publication.page(event)})
        for term in dict.fromkeys((*event.people, *event.organisations, *event.places, *event.tags)):
            SubElement(entry, "category", {"term": _printable(term)})
        body = [event.summary, *(f"“{source.quote}” – {publication.publisher(source)}" for source in event.sources if source.quote)]
        _text(entry, "content", "\n\n".join(filter(None, body)), type="text")
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _text(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = _printable(text)


def _printable(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)
