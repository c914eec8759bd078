"""Join the claims that tell the same event.

In: claims of all articles, in any order, the events that are known, and which claims are remembered. Out: proposals in the order of
time, each an event with a source for each of its claims.

deeds     words that tell the same deed
words     what two claims are compared by
likeness  how alike they are
periods   when dates of different precision can be one event's, and which is the better supported
known     what an event of the timeline claims
joining   the claims, grouped by event
nearby    events that may be the same, for a person to decide
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.edtf import sort_key
from timeline.merge.joining import join
from timeline.merge.known import known_claim
from timeline.merge.nearby import nearby
from timeline.merge.periods import Period, better_supported, period
from timeline.model import Claim, Event, Source
from timeline.quotes import quote_key

__all__ = ["Proposal", "merge", "nearby"]

_SKIPPED_IN_ID = frozenset(
    "a an the and or but of in on at to by for from with as is are was were be been has have had"
    " it its his her their that this which who".split()
)
_ID_WORDS = 6


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event, the claims it was made from, and how likely a reader would want it on a timeline, from 0 to 1."""

    event: Event
    claims: tuple[Claim, ...]
    salience: float


def merge(
    claims: Iterable[Claim], known: Iterable[Event] = (), remembered: Callable[[Claim], str | None] = lambda claim: None
) -> tuple[Proposal, ...]:
    """One proposal for each event that the claims tell; the same for any order of the claims.

    What the `known` events hold (in the proposals with a salience of 0) and the claims that were `remembered` as an event's, which may
    be gone, stay with it: two events are never joined, and what is new joins the one it resembles most.
    """
    events = tuple(known)
    of_events = {_identity(claim := known_claim(event, source)): (event.id, claim) for event in events for source in event.sources}
    identified = [(_identity(claim) if of_events else None, claim) for claim in claims]
    read = {identity for identity, _ in identified}
    identified += ((identity, claim) for identity, (_, claim) in of_events.items() if identity not in read)
    identified.sort(key=lambda pair: _order(pair[1]))
    found = [claim for _, claim in identified]
    holders = [of_events[identity][0] if identity in of_events else remembered(claim) or "" for identity, claim in identified]
    periods = {event.id: _periods(event) for event in events}
    taken: dict[str, int] = {}
    proposals = [_proposal([found[place] for place in places]) for places in join(found, holders, periods)]
    proposals.sort(key=lambda proposal: (sort_key(proposal.event.date), proposal.event.date.edtf, _order(proposal.claims[0])))
    return tuple(_with_id(proposal, taken) for proposal in proposals)


def _identity(claim: Claim) -> tuple[str, str, str]:
    return claim.article, quote_key(claim.quote), quote_key(claim.words)


def _periods(event: Event) -> tuple[Period, ...]:
    return tuple(dict.fromkeys(period(date) for date in (event.date, *(source.date for source in event.sources)) if date))


def _order(claim: Claim) -> tuple[object, ...]:
    published = str(claim.published or "")
    told = (claim.words, claim.title, claim.salience, claim.quote, claim.basis, published, claim.publisher, claim.summary)
    return sort_key(claim.date), claim.date.edtf, claim.article, claim.span, told, claim.people, claim.organisations, claim.places


def _proposal(claims: Sequence[Claim]) -> Proposal:
    date = better_supported(claims)
    claims = sorted(claims, key=lambda claim: (claim.date != date, _foretold(claim), -claim.salience, len(claim.title)))  # best first
    best = claims[0]
    sources = tuple(
        Source(
            article=claim.article,
            quote=" ".join(claim.quote.split()),
            date=claim.date,
            words=claim.words,
            basis=claim.basis,
        )
        for claim in claims
    )
    left = 1.0
    for claim in claims:
        left *= 1 - claim.salience
    event = Event(
        id=_base_of_id(best.title, date.edtf), date=date, title=best.title, summary=best.summary, status="proposed", sources=sources
    )
    return Proposal(event, tuple(claims), round(1 - left, 3))


def _foretold(claim: Claim) -> bool:
    """Whether it was published before the day that it speaks of."""
    published, first = claim.published and claim.published.latest, claim.date.earliest
    return bool(published and first and (published.year, published.month, published.day) < first)


def _base_of_id(title: str, date: str) -> str:
    """A readable id, made of the title, or of the date where the title has no Latin letters."""
    words = [word for word in _words(title) if word not in _SKIPPED_IN_ID]
    return "-".join(words[:_ID_WORDS]) or "event-" + re.sub(r"[^0-9a-z]+", "-", date.lower()).strip("-")


def _with_id(proposal: Proposal, taken: dict[str, int]) -> Proposal:
    """The proposal with an id that no other has."""
    base = name = proposal.event.id
    while name in taken:
        taken[base] += 1
        name = f"{base}-{taken[base]}"
    taken[name] = 1
    return replace(proposal, event=replace(proposal.event, id=name))


def _words(text: str) -> list[str]:
    """The words of a text in plain lower-case Latin letters and digits: "U.S. Café's" -> ["us", "cafes"]."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’.](?=\w|\s|$)", "", plain))
