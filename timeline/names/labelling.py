"""What the lists of an event hold: people, organisations, places.

In: events, each with the claims it was made of, whose names are united. Out: the events with their lists. What the best claim names
comes first; what others add must be named by more than a few of them, so that an event that many report does not gather all they mention.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.model import Claim, Event

_MOST = 6
"""The longest list."""
_SHARE = 0.25
"""Which part of the claims names what the best one does not."""


def label(event: Event, claims: Sequence[Claim]) -> Event:
    """The event with the names of its claims."""
    by_worth = sorted(claims, key=lambda claim: -claim.salience)
    return replace(
        event,
        people=_listed([claim.people for claim in by_worth]),
        organisations=_listed([claim.organisations for claim in by_worth]),
        places=_listed([claim.places for claim in by_worth]),
    )


def _listed(lists: Sequence[Iterable[str]]) -> tuple[str, ...]:
    naming = Counter(name for names in lists for name in set(names))
    best = list(lists[0]) if lists else []
    others = sorted(
        (name for name in naming if name not in best and naming[name] > 1 and naming[name] >= _SHARE * len(lists)),
        key=lambda name: (-naming[name], name),
    )
    return tuple([*best, *others][:_MOST])
