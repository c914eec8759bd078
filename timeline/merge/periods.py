"""When dates of different precision can be one event's, and which of several is the better supported.

In: dates, and the claims that give them. Out: periods, as the numbers of their first and last day; the date of an event.

A day meets the day, month, quarter or year that holds it, and every day of a once-within; "about" reaches half its length further,
two days at least. What lasted meets others by its first day: the strike from 3 to 7 May began on 3 May, and what happened
on 5 May during it is another event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.edtf import Date, Point, day_number, sort_key
from timeline.model import Claim
from timeline.quotes import quote_key

_LEAST_ABOUT = 2


class Period(NamedTuple):
    """First and last day, as `edtf.day_number` counts them."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it may be."""
        return self.last - self.first + 1

    def common(self, other: Period) -> Period | None:
        """The days of both, None where there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None

    def holds(self, other: Period) -> bool:
        """Whether the other lies within."""
        return self.first <= other.first and other.last <= self.last

    def apart(self, other: Period) -> int:
        """How many days from the one to the other, 0 where they touch."""
        return max(self.first - other.last, other.first - self.last, 0)


def period(date: Date) -> Period:
    """The days on which what the date tells can have happened, or begun."""
    known = [point for point in date.points if point]
    if date.kind == "interval" or len(known) < len(date.points):
        return _of_points(known[0], known[0])
    return _of_points(known[0], known[-1])


def _of_points(start: Point, end: Point) -> Period:
    first, last = day_number(start.first), day_number(end.last)
    about = (
        max(_LEAST_ABOUT, (last - first + 1) // 2) if any("~" in point.qualifier or "%" in point.qualifier for point in (start, end)) else 0
    )
    return Period(first - about, last + about)


def better_supported(claims: Sequence[Claim]) -> Date:
    """The date that most publishers, then most articles give or allow, a copied quote counting once; then the more precise; then the one
    reported last, for it may correct the others. Inferred dates count only where no claim has dating words."""
    if len(claims) == 1:
        return claims[0].date
    stated = [claim for claim in claims if claim.words] or claims
    seen: dict[tuple[str, str], Claim] = {}
    for claim in sorted(stated, key=_reported):
        seen.setdefault((quote_key(claim.quote), claim.words), claim)
    originals = list(seen.values())
    dates = {claim.date.edtf: claim.date for claim in originals}
    if len(dates) == 1:
        return originals[0].date
    by_date: dict[str, list[Claim]] = {edtf: [claim for claim in originals if claim.date.edtf == edtf] for edtf in dates}

    def support(edtf: str) -> tuple[object, ...]:
        mine = period(dates[edtf])
        allowing = [claim for other, date in dates.items() if period(date).holds(mine) for claim in by_date[other]]
        publishers = {claim.publisher or claim.article for claim in allowing}
        latest = max(_reported(claim)[0] for claim in by_date[edtf])
        return len(publishers), len({claim.article for claim in allowing}), -mine.days, latest

    return dates[max(sorted(dates, key=lambda edtf: sort_key(dates[edtf]), reverse=True), key=support)]


def _reported(claim: Claim) -> tuple[str, str, int]:
    """When it was published, as text that sorts; what has no such day comes first."""
    return str(claim.published.earliest) if claim.published else "", claim.article, claim.span.start
