"""Taking an article out of a timeline: what stands on it, and the timeline without it.

In: the events and the lock of a project, and the article's path or address. Out: a `Standing`, and for each event what it is to be.
Pure: nothing is read or written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.model import Event, Source
from timeline.quotes import quote_key
from timeline.store import Lock


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on an article: `sole`, the events that have no other source; `shared`, those that have; `copies`, sources of
    others that hold the same sentences, each with its event; `remembered`, how many facts the lock holds of it."""

    article: str
    sole: tuple[Event, ...]
    shared: tuple[Event, ...]
    copies: tuple[tuple[Event, Source], ...]
    remembered: int


def standing(events: Sequence[Event], lock: Lock, article: str) -> Standing:
    """What stands on the article of this path or address."""
    citing = [event for event in events if any(_is_of(source, article) for source in event.sources)]
    quotes = {quote_key(source.quote) for event in citing for source in event.sources if _is_of(source, article) and source.quote}
    return Standing(
        article,
        tuple(event for event in citing if all(_is_of(source, article) for source in event.sources)),
        tuple(event for event in citing if not all(_is_of(source, article) for source in event.sources)),
        tuple(
            (event, source)
            for event in events
            for source in event.sources
            if not _is_of(source, article) and quote_key(source.quote) in quotes
        ),
        (article in lock.articles) + sum(path == article for path, _ in lock.claims),
    )


def without(found: Standing) -> Mapping[str, Event | None]:
    """The events that stand on the article, as they are to be without it: None for one that is to go."""
    shared = {
        event.id: replace(event, sources=tuple(source for source in event.sources if not _is_of(source, found.article)))
        for event in found.shared
    }
    return {event.id: None for event in found.sole} | shared


def _is_of(source: Source, article: str) -> bool:
    return article in (source.article, source.url)
