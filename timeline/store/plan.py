"""What of the extracted events is new to a timeline.

In: the timeline as it stands, the events that were extracted, the lock, and what is known of their claims. Out: a `Plan`: the events
and sources to add, and the lock afterwards. Pure: nothing is read or written.

An event that shares a known claim is the event that holds that claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.check.reading import Timeline
from timeline.model import Event, Source
from timeline.store.lock import Lock
from timeline.store.memory import Memory, claim_of
from timeline.store.traces import trace


@dataclass(frozen=True, slots=True)
class Plan:
    """`events` and `sources` (by event id) are to be added; `deleted` holds the articles that report again what a person deleted,
    `left_out` is how many minor events would be new."""

    events: tuple[Event, ...]
    sources: Mapping[str, tuple[Source, ...]]
    deleted: tuple[str, ...]
    left_out: int
    lock: Lock


def plan(
    timeline: Timeline,
    proposals: Sequence[Event],
    lock: Lock,
    memory: Memory,
    articles: Mapping[str, str],
    minor: Collection[str],
    again: Collection[str],
) -> Plan:
    """Sort the proposals into new events, new sources of known events, and what is known. Those whose ids are in `minor` become
    no new events, and nothing of them is remembered, unless they were events once. `memory` is the lock's without those in `again`."""
    kept = memory.lock
    ids = _Ids((event.id for event in timeline.events), kept.claims.values())
    claims = dict(kept.claims)
    events: list[Event] = []
    sources: dict[str, tuple[Source, ...]] = {}
    deleted: list[str] = []
    left_out = 0
    for proposal in proposals:
        fresh: list[Source] = []
        holders: Counter[str] = Counter()
        for source in proposal.sources:
            claim = claim_of(source)
            holder = memory.holder(claim)
            if holder:
                holders[holder] += 1
                claims.setdefault(claim, holder)
            elif claim not in claims:
                claims[claim] = ""  # a second one like it is the same claim
                fresh.append(source)
        if not fresh:
            continue
        present = [event_id for event_id, _ in holders.most_common() if event_id in ids.present]
        if present:
            event_id = present[0]
            sources[event_id] = sources.get(event_id, ()) + tuple(fresh)
        elif holders and not any(source.article in again for source in fresh):
            event_id = holders.most_common(1)[0][0]
            deleted += [source.article or source.url for source in fresh]
        else:
            forgotten = next((lock.claims[claim] for source in fresh if (claim := claim_of(source)) in lock.claims), None)
            if proposal.id in minor and not forgotten:
                left_out += 1
                for source in fresh:
                    del claims[claim_of(source)]
                continue
            event_id = ids.new(proposal.id, forgotten)
            events.append(replace(proposal, id=event_id, sources=tuple(fresh)))
        claims.update((claim_of(source), event_id) for source in fresh)
    made = {claim_of(source): source for proposal in proposals for source in proposal.sources}
    traces = {claim: trace(source.quote, source.date) for claim, source in made.items() if claim in claims and claim not in kept.traces}
    after = Lock({**kept.articles, **articles}, claims, {**kept.traces, **traces})
    return Plan(tuple(events), sources, tuple(dict.fromkeys(deleted)), left_out, after)


class _Ids:
    """The ids of a timeline; one that was ever used is not given to another event."""

    def __init__(self, present: Iterator[str], ever: Collection[str]) -> None:
        self.present = frozenset(present)
        self._given = set(self.present)
        self._used = self.present | set(ever)
        self._numbers: dict[str, int] = {}

    def new(self, wanted: str, before: str | None) -> str:
        """`before`, the id that the event had when it was deleted; else `wanted`, with a number where it is taken."""
        event_id = wanted
        if before and before not in self._given:
            event_id = before
        else:
            while event_id in self._used or event_id in self._given:
                number = self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
                event_id = f"{wanted}-{number}"
        self._given.add(event_id)
        return event_id
