"""How alike two claims are.

In: claims. Out: `Likeness`, which gives the pairs worth comparing and how alike two of them are, from 0 to 1.

Two claims are as alike as the words of their titles and, less so, of their quotes, rare words weighing more. They are not alike at all
where something contradicts: another number, another one of a series, a denial, a name on each side that the other does not know.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from timeline.merge.periods import period
from timeline.merge.words import Telling, telling
from timeline.model import Claim

NEARLY_THE_SAME = 0.85
_QUOTE_WEIGHT = 0.4
_UNSEEN = 200
"""Claims that are not here, by which words count as rare even in a handful of articles."""
_USUAL = 20
"""A name that every so many claims bear tells no event from another."""
_OF_OTHER_SUBJECTS = 0.5
_KEYS = 8
_MOST_COMPARED = 40

Vector = dict[str, float]


class Likeness:
    """Claims, made ready to be compared by their places."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.tellings = [telling(claim) for claim in claims]
        self.periods = [period(claim.date) for claim in claims]
        self.frequency = Counter(word for told in self.tellings for word in told.words)
        written = Counter(word for told in self.tellings for word in told.capitals)
        self.names = [self._names(told, written) for told in self.tellings]
        self.vectors = [self._vector(told) for told in self.tellings]

    def candidates(self, days: int) -> Iterator[tuple[int, int]]:
        """Pairs that share one of the rarer words of their titles and lie at most so many days apart, each once; every claim is
        compared with the next few of each word."""
        by_word: dict[str, list[int]] = defaultdict(list)
        for place, told in enumerate(self.tellings):
            for word in sorted(told.title, key=lambda word: (self.frequency[word], word))[:_KEYS]:
                by_word[word].append(place)
        seen: set[tuple[int, int]] = set()
        for places in by_word.values():
            places.sort(key=lambda place: (self.periods[place], place))
            for number, one in enumerate(places):
                end = self.periods[one].last + days
                for other in places[number + 1 : number + 1 + _MOST_COMPARED]:
                    if self.periods[other].first > end:
                        break
                    seen.add((one, other) if one < other else (other, one))
        yield from seen

    def alike(self, one: int, other: int) -> float:
        """How alike two claims are, 0 where something contradicts."""
        claim, told, its = self.claims[one], self.tellings[one], self.tellings[other]
        if not agree(told.counts, its.counts) or told.ordinals != its.ordinals or told.denies != its.denies:
            return 0.0
        same_words = claim.words == self.claims[other].words
        if told.key == its.key:
            return 1.0 if same_words else 0.0
        alike = dot(self.vectors[one], self.vectors[other])
        if alike >= NEARLY_THE_SAME:
            return alike
        if claim.article == self.claims[other].article:
            return 0.0
        if told.title[:1] != its.title[:1] and (alike < _OF_OTHER_SUBJECTS or set(told.title[1:]) == set(its.title[1:])):
            return 0.0
        names, others = self.names[one], self.names[other]
        if not agree(told.tolls, its.tolls) and not names & others:
            return 0.0
        return 0.0 if names - its.words and others - told.words else alike

    def _names(self, told: Telling, written: Counter[str]) -> frozenset[str]:
        """The names that its title bears: what is mostly written as a name, and is not all over the story."""
        usual = (len(self.claims) + _UNSEEN) / _USUAL
        return frozenset(word for word in told.title if self.frequency[word] <= min(usual, 2 * written[word]))

    def _vector(self, told: Telling) -> Vector:
        """Its words by weight, of length 1."""
        weights = {word: self._rarity(word) * (1.0 if word in told.title else _QUOTE_WEIGHT) for word in sorted(told.words)}
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def _rarity(self, word: str) -> float:
        return math.log((len(self.claims) + _UNSEEN) / self.frequency[word])


def agree(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one side says nothing that the other does not."""
    return some <= others or others <= some


def dot(one: Vector, other: Vector) -> float:
    """The sum of the products of what both have."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return round(sum(weight * large[word] for word, weight in small.items() if word in large), 9)
