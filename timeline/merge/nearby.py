"""Which events of a timeline may tell the same as one of them.

In: an event and the others. Out: the few of its days that are told in the likest words, the likest first.

Here a person decides, so that less has to be alike than where claims are joined: a day or two apart, some of the rarer words.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.merge.known import known_claims
from timeline.merge.likeness import Likeness, dot
from timeline.merge.periods import period
from timeline.model import Event

_DAYS = 3
_ALIKE = 0.2


def nearby(event: Event, others: Iterable[Event], most: int = 3) -> tuple[Event, ...]:
    """The events within three days of this one that share more than a few usual words with it, `most` of them."""
    mine = period(event.date)
    candidates = [other for other in others if other.id != event.id and period(other.date).apart(mine) <= _DAYS]
    claims = [(place, claim) for place, one in enumerate((event, *candidates)) for claim in known_claims(one)]
    vectors = Likeness([claim for _, claim in claims]).vectors
    own = [vector for (place, _), vector in zip(claims, vectors, strict=True) if place == 0]
    alike = dict.fromkeys(range(len(candidates)), 0.0)
    for (place, _), vector in zip(claims, vectors, strict=True):
        if place:
            alike[place - 1] = max(alike[place - 1], *(dot(vector, mine) for mine in own))
    ordered = sorted(alike, key=lambda place: alike[place], reverse=True)
    return tuple(candidates[place] for place in ordered[:most] if alike[place] >= _ALIKE)
