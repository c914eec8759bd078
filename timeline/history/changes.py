"""What became of each event from one version of events.yaml to the next.

In: the events of both. Out: `Change`s, each one fact of one event. Rejected events are as good as none: they are in no output.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.model import Event, Source
from timeline.wording import in_words

What = Literal["added", "removed", "merged", "date", "title", "summary", "sources", "withdrawn", "quotes"]
Begins = Literal["first", "later", "cut"]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact of one event, which is known by its id.

    `what` is "added"; "removed"; "merged" (`after` is the id of the event that took in its sources); "date" (`before` and `after`
    are EDTF); "title", "summary" or "quotes" (they read otherwise than before); "sources" or "withdrawn" (`number` of sources were
    added or taken out).
    """

    event: str
    what: What
    before: str = ""
    after: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """What a day brought. `updated` is the time of its last commit, as ISO 8601 has it. The first of all has no changes, and
    `events` says how many it held."""

    day: datetime.date
    updated: str
    changes: tuple[Change, ...]
    events: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The editions, the newest first; `pending` are changes since the last commit, None where that is not asked. It `begins`
    with the "first" version, or "later" because older ones are not told, or it is "cut" because the repository lacks them."""

    editions: tuple[Edition, ...]
    pending: tuple[Change, ...] | None = None
    begins: Begins = "first"


def shown(events: Iterable[Event]) -> dict[str, Event]:
    """The events that a site shows, by id."""
    return {event.id: event for event in events if event.status != "rejected"}


def between(before: Mapping[str, Event], after: Mapping[str, Event]) -> tuple[Change, ...]:
    """The changes in the order of the later version, then of the earlier one for what is gone."""
    stayed = [change for event in after.values() if before.get(event.id) is not event for change in _of_event(before.get(event.id), event)]
    gone = [event for event in before.values() if event.id not in after]
    takers = _takers(before, after) if gone else {}
    return (*stayed, *(_gone(event, takers) for event in gone))


def _of_event(old: Event | None, new: Event) -> Iterator[Change]:
    if old is None:
        yield Change(new.id, "added")
        return
    if old.date.edtf != new.date.edtf and in_words(old.date) != in_words(new.date):
        yield Change(new.id, "date", old.date.edtf, new.date.edtf)
    if old.title != new.title:
        yield Change(new.id, "title")
    if old.summary.split() != new.summary.split():
        yield Change(new.id, "summary")
    if old.sources != new.sources:
        yield from _of_sources(new.id, old.sources, new.sources)


def _of_sources(event: str, old: Iterable[Source], new: Iterable[Source]) -> Iterator[Change]:
    before, after = Counter(map(_place, old)), Counter(map(_place, new))
    if added := (after - before).total():
        yield Change(event, "sources", number=added)
    if withdrawn := (before - after).total():
        yield Change(event, "withdrawn", number=withdrawn)
    if before == after and Counter(map(_claim, old)) != Counter(map(_claim, new)):
        yield Change(event, "quotes")


def _takers(before: Mapping[str, Event], after: Mapping[str, Event]) -> dict[tuple[str, str], str]:
    """The events that were there before and hold a claim that they did not hold, by that claim."""
    return {
        claim: event.id
        for event in after.values()
        if event.id in before and event.sources != before[event.id].sources
        for claim in {_claim(source) for source in event.sources} - {_claim(source) for source in before[event.id].sources}
    }


def _gone(event: Event, takers: Mapping[tuple[str, str], str]) -> Change:
    taker = next((takers[claim] for claim in map(_claim, event.sources) if claim in takers), "")
    return Change(event.id, "merged", after=taker) if taker else Change(event.id, "removed")


def _place(source: Source) -> str:
    return source.article or source.url


def _claim(source: Source) -> tuple[str, str]:
    return (_place(source), " ".join(source.quote.split()))
