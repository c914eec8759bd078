"""What a person's answers make of a proposed event.

In: an event as events.yaml holds it. Out: what it, and the event that it goes into, are to be, by their ids; None is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from timeline.importance import Importance
from timeline.model import Event, Source
from timeline.quotes import quote_key

Wanted = dict[str, Event | None]


def waiting(events: Iterable[Event], skipped: Collection[str], importance: Mapping[str, Importance] | None = None) -> list[Event]:
    """The proposed events that were not skipped, in the order of the file; with `importance`, what matters most first."""
    left = [event for event in events if event.status == "proposed" and event.id not in skipped]
    if importance:
        left.sort(key=lambda event: importance[event.id].value if event.id in importance else 0.0, reverse=True)
    return left


def keep(event: Event) -> Wanted:
    """The event stands."""
    return {event.id: replace(event, status="reviewed")}


def reject(event: Event) -> Wanted:
    """The event stays in the file, and in no output."""
    return {event.id: replace(event, status="rejected")}


def merge(event: Event, into: Event) -> Wanted:
    """Its sources go to another event, which keeps its own title, date and names; what that one says already goes."""
    held = set(map(_claim, into.sources))
    return {event.id: None, into.id: replace(into, sources=into.sources + tuple(s for s in event.sources if _claim(s) not in held))}


def target(named: str, event: Event, events: Iterable[Event]) -> Event | str:
    """The event of this id into which another can be merged, or why there is none."""
    by_id = {other.id: other for other in events}
    into = by_id.get(named)
    if into is None:
        near = get_close_matches(named, by_id, 1)
        advice = f"Did you mean '{near[0]}'?" if near else "Write the number of one that is listed as like it, or any event's id."
        return f"There is no event '{named}'. {advice}"
    if into.id == event.id:
        return "This is the event itself. Name another."
    if into.status == "rejected":
        return f"'{into.id}' is rejected: nothing of it would be seen. To reject this one too: r"
    return into


def same(one: Event, other: Event | None) -> bool:
    """Whether two events say the same, wherever they stand."""
    return other is not None and _bare(one) == _bare(other)


def _bare(event: Event) -> Event:
    return replace(event, line=0, sources=tuple(replace(source, line=0) for source in event.sources))


def _claim(source: Source) -> tuple[str, str, str, str]:
    return source.article, source.url, quote_key(source.quote), quote_key(source.words)
