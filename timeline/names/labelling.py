"""What the lists of an event hold: people, organisations, places, tags.

In: events, each with the claims it was made of, whose names are united, and those that events.yaml holds. Out: the events with their
lists. What the best claim names comes first; what others add must be named by more than a few of them, so that an event that many
report does not gather all they mention.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.model import Claim, Event
from timeline.names.tags import tags

_MOST = 6
"""The longest list."""
_SHARE = 0.25
"""Which part of the claims names what the best one does not."""


def label(proposed: Sequence[tuple[Event, Sequence[Claim]]], known: Iterable[Event]) -> list[Event]:
    """The events, in the same order, with the names of their claims, and tags that tell some of the timeline's events from the others."""
    ordered = [(event, sorted(claims, key=lambda claim: -claim.salience)) for event, claims in proposed]
    texts = [[event.title, *(claim.quote for claim in claims)] for event, claims in ordered]
    tagged = tags(texts, {tag for event in known for tag in event.tags})
    return [_labelled(event, claims, own) for (event, claims), own in zip(ordered, tagged, strict=True)]


def _labelled(event: Event, claims: Sequence[Claim], own: tuple[str, ...]) -> Event:
    return replace(
        event,
        people=_listed([claim.people for claim in claims]),
        organisations=_listed([claim.organisations for claim in claims]),
        places=_listed([claim.places for claim in claims]),
        tags=own,
    )


def _listed(lists: Sequence[Iterable[str]]) -> tuple[str, ...]:
    naming = Counter(name for names in lists for name in set(names))
    best = list(lists[0]) if lists else []
    others = sorted(
        (name for name in naming if name not in best and naming[name] > 1 and naming[name] >= _SHARE * len(lists)),
        key=lambda name: (-naming[name], name),
    )
    return tuple([*best, *others][:_MOST])
