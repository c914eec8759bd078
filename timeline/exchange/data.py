"""JSON with the fields of events.yaml as keys: the `events.json` of a site, and back.

In: a publication -> text; text -> the records of a `Reading`. What the site works out (importance, where an article can be read) stands
beside what a person wrote, which is read back from `importance_set` and `url_set`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timeline.check.fields import EVENT, OWN_PREFIX, SOURCE
from timeline.check.text import shown
from timeline.check.values import near
from timeline.exchange.fields import LISTS, record
from timeline.exchange.values import Place, Publication, Reading
from timeline.model import Event, Source

_TEXTS = ("id", "date", "title", "summary", "status")
_IMAGE = ("src", "alt", "caption")
_EVENT_KEYS = tuple(field.name for field in EVENT)
_SOURCE_KEYS = tuple(field.name for field in SOURCE)
_COMPUTED = {"url", "earliest", "latest", "when", "datetime", "inferred", "conflict", "reported", "importance_set"}
_COMPUTED_OF_SOURCE = {"page", "publisher", "published", "url_set"}


def write(publication: Publication) -> str:
    """Every event with all that is known of it."""
    held = {
        "version": 1,
        "name": publication.name,
        "url": publication.url,
        "events": [_event(event, publication) for event in publication.events],
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def read(text: str, reading: Reading) -> None:
    """The events of an object with a list `events`, or of a list. Raises nothing."""
    held = load(text, reading)
    events = held.get("events") if isinstance(held, dict) else held
    if held is None:
        return
    if not isinstance(events, list):
        reading.tell(Place(None), 'the file holds no list of events. Write {"events": [{"date": …, "title": …}]}.')
        return
    for number, event in enumerate(events, 1):
        if isinstance(event, dict):
            _read_event(Place(None, f"event {number}", number), event, reading)
        else:
            reading.tell(Place(None, f"event {number}", number), 'this is no object. Write {"date": …, "title": …}.')


def load(text: str, reading: Reading) -> Any:
    """The value of a JSON text, None where there is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        reading.tell(Place(error.lineno), f"this is not JSON: {error.msg}, at column {error.colno}.")
    except RecursionError:
        reading.tell(Place(None), "lists within lists, more than Python can read.")
    return None


def _event(event: Event, publication: Publication) -> dict[str, object]:
    image = event.image and {"src": event.image.src, "alt": event.image.alt, "caption": event.image.caption}
    return {
        "id": event.id,
        "url": publication.page(event),
        "date": event.date.edtf,
        "earliest": str(event.date.earliest) if event.date.earliest else None,
        "latest": str(event.date.latest) if event.date.latest else None,
        "title": event.title,
        "summary": event.summary,
        **{name: list(getattr(event, name)) for name in LISTS},
        "status": event.status,
        "importance_set": event.importance,
        "image": image,
        **publication.facts(event),
        "sources": [_source(source, publication) for source in event.sources],
    }


def _source(source: Source, publication: Publication) -> dict[str, object]:
    return {
        "article": source.article or None,
        "url": source.url or None,
        "url_set": source.url or None,
        "quote": source.quote,
        "date": source.date.edtf if source.date else None,
        "words": source.words,
        "basis": source.basis,
        **publication.source_facts(source),
    }


def _read_event(place: Place, event: Mapping[str, Any], reading: Reading) -> None:
    def tell(name: str, message: str) -> None:
        reading.tell(place, message)

    _unknown(event, _EVENT_KEYS, _COMPUTED, place, reading)
    given: dict[str, object] = {name: _scalar(event, name, place, reading) for name in _TEXTS}
    given["importance"] = _scalar(event, "importance_set" if "importance_set" in event else "importance", place, reading)
    for name in LISTS:
        given[name] = _items(event, name, str, place, reading)
    image = event.get("image") or {}
    if isinstance(image, dict):
        given["image"] = {part: _scalar(image, part, place, reading) for part in _IMAGE}
    else:
        reading.tell(place, 'image is no object. Write {"src": …, "alt": …}.')
    sources = _items(event, "sources", dict, place, reading)
    for source in sources:
        _unknown(source, _SOURCE_KEYS, _COMPUTED_OF_SOURCE, place, reading)
    reading.records.append(record(place, given, tell, [_read_source(source, place, reading) for source in sources]))


def _read_source(source: Mapping[str, Any], place: Place, reading: Reading) -> dict[str, str]:
    keys = {name: "url_set" if name == "url" and "url_set" in source else name for name in _SOURCE_KEYS}
    return {name: str(value) for name, key in keys.items() if (value := _scalar(source, key, place, reading)) is not None}


def _scalar(held: Mapping[str, Any], name: str, place: Place, reading: Reading) -> object:
    value = held.get(name)
    if isinstance(value, bool | dict | list):
        reading.tell(place, f"{name} is {shown(json.dumps(value, ensure_ascii=False))}. Write text in quotes.")
        return None
    return f"{value:.9f}".rstrip("0").rstrip(".") if isinstance(value, float) else value


def _items(held: Mapping[str, Any], name: str, kind: type, place: Place, reading: Reading) -> list[Any]:
    value = held.get(name)
    if value is None:
        return []
    if isinstance(value, list) and all(isinstance(item, kind) for item in value):
        return value
    reading.tell(place, f"{name} is not a list of {'texts' if kind is str else 'objects'}. Write {name}: […].")
    return []


def _unknown(held: Mapping[str, Any], keys: tuple[str, ...], computed: set[str], place: Place, reading: Reading) -> None:
    for name in held:
        if name in keys or name in computed:
            continue
        meant = "" if name.startswith(OWN_PREFIX) else near(name, keys)
        asked = f" Did you mean '{meant}'?" if meant else ""
        reading.tell(place, f"{shown(name)} is no key that is known, and is not read.{asked}", "warning")
