"""Which claims tell the same event.

In: claims in one order, with the id of the event that holds each, "" where none does. Out: groups of their places, the same for any run.

Those most alike are joined first, as long as their groups are alike on the average of all their claims, have a day in common, and are not
two events that a person keeps. At last, groups that are told in nearly the same words a few days apart, and by different
articles, are joined as one event whose sources disagree on its date; more than three such days are a series (a daily briefing).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.merge.likeness import ALIKE, NEARLY_THE_SAME, Likeness, Vector, agree, dot
from timeline.merge.periods import Period
from timeline.model import Claim

_ALIKE_BY_DAYS = ((1, 0.0), (31, 0.05), (92, 0.1), (366, 0.15))
"""How much more alike claims must be where the wider date of the two has so many days: a month holds many events."""
_GROUPS_ALIKE = 0.7
"""Groups must be alike, on average, by this part of what is asked of two claims."""
_DAYS_OF_CONFLICT = 3
_DAYS_OF_COPIES = 7
_WORDS_OF_COPIES = 6
_MOST_DATES_OF_CONFLICT = 3
_RARE_WORDS_OF_CONFLICT = 2


@dataclass(slots=True)
class _Group:
    """`periods` has one while all its claims have days in common; an event that a person keeps may have several."""

    members: list[int]
    total: Vector
    periods: list[Period]
    holder: str
    counts: set[frozenset[str]]
    clauses: dict[str, str]


def join(claims: Sequence[Claim], holders: Sequence[str], known: Mapping[str, Sequence[Period]]) -> list[list[int]]:
    """The claims' places, grouped by event. Claims of one holder are one group; `known` has the periods of the events that are known."""
    likeness = Likeness(claims)
    agreeing: list[tuple[float, int, int]] = []
    disagreeing: list[tuple[float, int, int]] = []
    for one, other in likeness.candidates(_DAYS_OF_COPIES):
        here, there = likeness.periods[one], likeness.periods[other]
        if here.first <= there.last and there.first <= here.last:
            if holders[one] and holders[other]:
                continue  # never joined, or from the first
            alike = likeness.alike(one, other)
            if alike >= _asked(here, there):
                agreeing.append((-alike, one, other))
        elif here.days == there.days == 1:
            alike = likeness.alike(one, other, nearly=True)
            if alike >= NEARLY_THE_SAME:
                disagreeing.append((-alike, one, other))
    groups = _Groups(likeness, holders, known)
    for _, one, other in sorted(agreeing):
        groups.join(one, other, _asked(likeness.periods[one], likeness.periods[other]))
    for one, other in likeness.of_one_title():
        groups.join(one, other, 0.0)
    for one, other in _conflicts(likeness, groups, [(one, other) for _, one, other in sorted(disagreeing)]):
        groups.join_in_conflict(one, other)
    return groups.members()


def _asked(one: Period, other: Period) -> float:
    """How alike two claims must be."""
    wide = max(one.days, other.days)
    return ALIKE + next((more for days, more in _ALIKE_BY_DAYS if wide <= days), 0.25)


class _Groups:
    def __init__(self, likeness: Likeness, holders: Sequence[str], known: Mapping[str, Sequence[Period]]) -> None:
        self.likeness = likeness
        self.of: list[_Group] = []
        held: dict[str, _Group] = {}
        for place, holder in enumerate(holders):
            told = likeness.tellings[place]
            group = _Group(
                [place],
                dict(likeness.vectors[place]),
                [likeness.periods[place]],
                holder,
                {told.counts} if told.counts else set(),
                {told.key: likeness.claims[place].words},
            )
            if holder in held:
                group = self._unite(held[holder], group, held[holder].periods)
            elif holder:
                held[holder] = group
                group.periods = list(dict.fromkeys([*known.get(holder, ()), *group.periods]))
            self.of.append(group)

    def members(self) -> list[list[int]]:
        return [sorted(group.members) for group in {id(group): group for group in self.of}.values()]

    def join(self, one: int, other: int, asked: float) -> None:
        """Make one group of the two claims' groups, if they can be one."""
        here, there = self.of[one], self.of[other]
        if here is there or not self._may(here, there):
            return
        days = [common for mine in here.periods for its in there.periods if (common := mine.common(its))]
        if days and dot(here.total, there.total) / (len(here.members) * len(there.members)) >= asked * _GROUPS_ALIKE:
            held = [*here.periods, *there.periods] if here.holder or there.holder else days
            self._adopt(here, there, list(dict.fromkeys(held)))

    def join_in_conflict(self, one: int, other: int) -> None:
        here, there = self.of[one], self.of[other]
        if here is not there and self._may(here, there):
            self._adopt(here, there, list(dict.fromkeys([*here.periods, *there.periods])))

    def _may(self, here: _Group, there: _Group) -> bool:
        if here.holder and there.holder:
            return False
        if not all(agree(mine, its) for mine in here.counts for its in there.counts):
            return False
        few, many = sorted((here.clauses, there.clauses), key=len)
        return all(many.get(key, words) == words for key, words in few.items())

    def _adopt(self, here: _Group, there: _Group, periods: list[Period]) -> None:
        if len(here.members) < len(there.members):
            here, there = there, here
        for place in there.members:
            self.of[place] = here
        self._unite(here, there, periods)

    def _unite(self, here: _Group, there: _Group, periods: list[Period]) -> _Group:
        here.members += there.members
        for word, weight in there.total.items():
            here.total[word] = here.total.get(word, 0.0) + weight
        here.periods = periods
        here.holder = here.holder or there.holder
        here.counts |= there.counts
        here.clauses |= there.clauses
        return here


def _conflicts(likeness: Likeness, groups: _Groups, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs whose groups differ in their day alone."""
    dates: dict[int, set[Period]] = defaultdict(set)
    wanted = []
    for one, other in pairs:
        here, there = groups.of[one], groups.of[other]
        if here is there or not _disagree(likeness, one, other, here, there):
            continue
        wanted.append((one, other))
        for group, partner in ((here, there), (there, here)):
            dates[id(group)] |= {*group.periods, *partner.periods}
    return [pair for pair in wanted if all(len(dates[id(groups.of[place])]) <= _MOST_DATES_OF_CONFLICT for place in pair)]


def _disagree(likeness: Likeness, one: int, other: int, here: _Group, there: _Group) -> bool:
    claims, tellings = likeness.claims, likeness.tellings
    if {claims[place].article for place in here.members} & {claims[place].article for place in there.members}:
        return False
    apart = min(mine.apart(its) for mine in here.periods for its in there.periods)
    if tellings[one].key == tellings[other].key and len(tellings[one].key.split()) >= _WORDS_OF_COPIES:
        return apart <= _DAYS_OF_COPIES
    within = Counter(word for place in (*here.members, *there.members) for word in tellings[place].words)
    shared = set(tellings[one].title) & set(tellings[other].title)
    return apart <= _DAYS_OF_CONFLICT and sum(within[word] == likeness.frequency[word] for word in shared) >= _RARE_WORDS_OF_CONFLICT
