"""How alike two claims are.

In: claims. Out: `Likeness`, which gives the pairs worth comparing and how alike two of them are, from 0 to 1.

Two claims are as alike as the words of their titles and, less so, of their quotes, words that few days are told with weighing more. They
are not alike at all where something contradicts (another number, another one of a series, a denial, a name on each side that the other
does not know), nor where the titles share names alone: what was done must be told by both.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from timeline.merge.periods import period
from timeline.merge.words import Telling, telling
from timeline.model import Claim

ALIKE = 0.45
"""How alike two claims of one event are, at least."""
NEARLY_THE_SAME = 0.85
_QUOTE_WEIGHT = 0.25
_UNSEEN = 200
"""Days that are not here, by which words count as rare even in a handful of articles."""
_USUAL = 20
"""A name that every so many claims bear tells no event from another."""
_MOSTLY = 1.5
"""A word is a name if it is written as one in two of three claims, at least."""
_OF_OTHER_SUBJECTS = 0.55
_TITLES_OF_OTHER_SUBJECTS = 0.35
"""How alike claims must be, or their titles, whose titles begin with another word."""
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
        self.rarity = self._rarity()
        written = Counter(word for told in self.tellings for word in told.capitals)
        self.bears_name = {word: number <= _MOSTLY * written[word] for word, number in self.frequency.items()}
        self.squares = {word: rarity * rarity for word, rarity in self.rarity.items()}
        self.titles = [frozenset(told.title) for told in self.tellings]
        self.lengths = [math.sqrt(self._weight(title)) or 1.0 for title in self.titles]
        self.names = [self._names(told) for told in self.tellings]
        self.vectors = [self._vector(told) for told in self.tellings]
        self.cores = [_core(vector) for vector in self.vectors]

    def candidates(self, days: int) -> Iterator[tuple[int, int]]:
        """Pairs that share one of the rarer words of their titles and lie at most so many days apart, each once; every claim is
        compared with the next few of each word."""
        by_word: dict[str, list[int]] = defaultdict(list)
        for place in sorted(range(len(self.claims)), key=lambda place: (self.periods[place], place)):
            title = self.tellings[place].title
            for word in sorted(title, key=lambda word: (self.frequency[word], word))[:_KEYS]:
                by_word[word].append(place)
        later: list[set[int]] = [set() for _ in self.claims]
        for places in by_word.values():
            firsts = [self.periods[place].first for place in places]
            for number, one in enumerate(places, 1):
                end = bisect_right(firsts, self.periods[one].last + days, number, min(number + _MOST_COMPARED, len(places)))
                later[one].update(places[number:end])
        for one, others in enumerate(later):
            for other in others:
                yield (one, other) if one < other else (other, one)

    def of_one_title(self) -> Iterator[tuple[int, int]]:
        """Pairs, each claim with the next, whose titles and dates are the same: to a reader they are one event."""
        last: dict[tuple[object, ...], int] = {}
        for place, (told, claim) in enumerate(zip(self.tellings, self.claims, strict=True)):
            key = told.title, claim.date.edtf
            if told.title and key in last:
                yield last[key], place
            last[key] = place

    def alike(self, one: int, other: int, nearly: bool = False) -> float:
        """How alike two claims are, 0 where that is less than `ALIKE` or something contradicts; `nearly` asks for what is nearly the
        same alone. Titles that are more alike than the whole count half."""
        told, its = self.tellings[one], self.tellings[other]
        if told.denies != its.denies or told.ordinals != its.ordinals or not agree(told.counts, its.counts):
            return 0.0
        claim, another = self.claims[one], self.claims[other]
        if told.key == its.key:
            return 1.0 if claim.words == another.words else 0.0
        differ = nearly or claim.article == another.article or self._name_others(one, other)
        if differ and self.cores[one].isdisjoint(its.words):
            return 0.0
        alike = dot(self.vectors[one], self.vectors[other])
        if alike >= NEARLY_THE_SAME:
            return alike
        if differ:
            return 0.0
        shared = self.titles[one] & self.titles[other]
        titles = self._weight(shared) / (self.lengths[one] * self.lengths[other])
        whole = max(alike, (alike + titles) / 2)
        if whole < ALIKE or all(map(self.bears_name.__getitem__, shared)):
            return 0.0
        return whole if told.title[:1] == its.title[:1] or self._one_deed_of_two(one, other, alike, titles) else 0.0

    def _name_others(self, one: int, other: int) -> bool:
        """Whether each has a name that the other does not know, or they count victims otherwise and share no name."""
        told, its, names, others = self.tellings[one], self.tellings[other], self.names[one], self.names[other]
        if not names <= its.words and not others <= told.words:
            return True
        return names.isdisjoint(others) and not agree(told.tolls, its.tolls)

    def _one_deed_of_two(self, one: int, other: int, alike: float, titles: float) -> bool:
        """Whether titles that begin with another word may tell the same: not if all the rest is the same, and where they are not very
        alike only if one knows the other's first word."""
        told, its = self.tellings[one], self.tellings[other]
        first, second = set(told.title[:1]), set(its.title[:1])
        if self.titles[one] - first == self.titles[other] - second:
            return False
        return alike >= _OF_OTHER_SUBJECTS or (titles >= _TITLES_OF_OTHER_SUBJECTS and bool(first & its.words or second & told.words))

    def _weight(self, words: Collection[str]) -> float:
        return math.fsum(map(self.squares.__getitem__, words))

    def _rarity(self) -> dict[str, float]:
        """How much a word tells, by the days that are told with it: what all say of one day is what happened on it."""
        days: dict[str, set[int]] = defaultdict(set)
        for told, when in zip(self.tellings, self.periods, strict=True):
            for word in told.words:
                days[word].add(when.first)
        all_days = len(set(self.periods)) + _UNSEEN
        return {word: math.log(all_days / len(found)) for word, found in days.items()}

    def _names(self, told: Telling) -> frozenset[str]:
        """The names that its title bears: what is mostly written as a name, here too, and is not all over the story."""
        usual = (len(self.claims) + _UNSEEN) / _USUAL
        written = {*told.title[:1], *told.capitals}
        return frozenset(word for word in told.title if word in written and self.frequency[word] <= usual and self.bears_name[word])

    def _vector(self, told: Telling) -> Vector:
        """Its words by weight, of length 1."""
        title = frozenset(told.title)
        weights = {word: self.rarity[word] * (1.0 if word in title else _QUOTE_WEIGHT) for word in told.words}
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}


def _core(vector: Vector) -> frozenset[str]:
    """Its weightiest words, of which any text that is nearly the same has one."""
    left, core = 1.0, set()
    for weight, word in sorted(((weight, word) for word, weight in vector.items()), reverse=True):
        if left < NEARLY_THE_SAME**2:
            break
        left -= weight * weight
        core.add(word)
    return frozenset(core)


def agree(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one side says nothing that the other does not."""
    return some <= others or others <= some


def dot(one: Vector, other: Vector) -> float:
    """The sum of the products of what both have."""
    return round(math.fsum([one[word] * other[word] for word in one.keys() & other.keys()]), 9)
