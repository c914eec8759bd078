"""Join the claims that tell the same event.

In: claims of all articles, in any order. Out: proposals in the order of time, each an event with a source for each of its
claims. Claims meet where they give the same date and their titles share most of their words, or quote the same sentence.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.edtf import sort_key
from timeline.model import Claim, Event, Source, Span

_SHARED_ENOUGH = 0.5
_NEARLY_ALL = 0.8
_SKIPPED_IN_ID = frozenset(
    "a an the and or but of in on at to by for from with as is are was were be been has have had"
    " it its his her their that this which who".split()
)
_ID_WORDS = 6
_MOST_COMPARED = 50


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event, the claims it was made from, and how likely a reader would want it on a timeline, from 0 to 1."""

    event: Event
    claims: tuple[Claim, ...]
    salience: float


def merge(claims: Iterable[Claim]) -> tuple[Proposal, ...]:
    """One proposal for each event that the claims tell; the same for any order of the claims."""
    ordered = sorted(claims, key=_order)
    by_date: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        by_date[claim.date.edtf].append(claim)
    proposals = []
    taken: dict[str, int] = {}
    for same_day in by_date.values():
        for group in _groups(same_day):
            proposals.append(_proposal(group, taken))
    return tuple(proposals)


def claims_of_events(events: Iterable[Event]) -> tuple[Claim, ...]:
    """What the events of a timeline claim, so that merging finds new claims to tell the same. Their salience is 0: they are known."""
    return tuple(
        Claim(
            article=source.article or source.url,
            published=None,
            span=Span(0, 0),
            quote=source.quote,
            date=event.date,
            words=source.words,
            basis=source.basis,
            title=event.title,
            salience=0.0,
        )
        for event in events
        for source in event.sources
    )


def _order(claim: Claim) -> tuple[object, ...]:
    return sort_key(claim.date), claim.date.edtf, claim.article, claim.span, claim.words, claim.title, claim.salience


def _groups(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of one date, grouped: each joins the first group whose first claim it resembles, or begins its own.

    Titles that share more than half of their words share one of the rarer half of each, so that only groups found by those
    are compared, and of them the first `_MOST_COMPARED`.
    """
    words_of = [tuple(word for word in _words(claim.title) if word not in _SKIPPED_IN_ID) for claim in claims]
    frequency = Counter(word for words in words_of for word in set(words))
    groups: list[list[int]] = []

    def first(number: int) -> int:
        return groups[number][0]

    by_quote: dict[tuple[str, tuple[str, ...]], int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, (claim, words) in enumerate(zip(claims, words_of, strict=True)):
        quote = " ".join(claim.quote.split()).casefold(), words
        place = by_quote.get(quote)
        rare = sorted(set(words), key=lambda word: (frequency[word], word))[: len(words) // 2 + 1]
        if place is None:
            near = heapq.merge(*(by_word[word][:_MOST_COMPARED] for word in rare))
            place = next((number for number in near if _resemble(claim, claims[first(number)], words, words_of[first(number)])), None)
        if place is None:
            place = len(groups)
            groups.append([])
            for word in rare:
                by_word[word].append(place)
        groups[place].append(index)
        by_quote[quote] = place
    return [[claims[index] for index in group] for group in groups]


def _resemble(one: Claim, other: Claim, words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two claims of one date tell the same: the same subject, no other numbers, and most words shared; nearly all of them
    where one article says both, for it has a reason to."""
    mine, theirs = set(words), set(others)
    numbers, other_numbers = ({word for word in side if word.isdigit()} for side in (mine, theirs))
    if numbers != other_numbers and numbers and other_numbers:
        return False
    shared = len(mine & theirs) / max(len(mine | theirs), 1)
    if one.article == other.article or (words[:1] != others[:1] and not (words[0] in theirs and others[0] in mine)):
        return shared >= _NEARLY_ALL
    return shared > _SHARED_ENOUGH


def _proposal(claims: Sequence[Claim], taken: dict[str, int]) -> Proposal:
    best = max(claims, key=lambda claim: (claim.salience, -len(claim.title)))
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
    event = Event(id=_new_id(best, taken), date=best.date, title=best.title, summary=best.summary, status="proposed", sources=sources)
    return Proposal(event, tuple(claims), round(1 - left, 3))


def _new_id(claim: Claim, taken: dict[str, int]) -> str:
    """A readable id that no other proposal has; made of the title, or of the date where the title has no Latin letters."""
    words = [word for word in _words(claim.title) if word not in _SKIPPED_IN_ID]
    base = "-".join(words[:_ID_WORDS]) or "event-" + re.sub(r"[^0-9a-z]+", "-", claim.date.edtf.lower()).strip("-")
    name = base
    while name in taken:
        taken[base] += 1
        name = f"{base}-{taken[base]}"
    taken[name] = 1
    return name


def _words(text: str) -> list[str]:
    """The words of a text in plain lower-case Latin letters and digits: "U.S. Café's" -> ["us", "cafes"]."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’.](?=\w|\s|$)", "", plain))
