"""Which names belong to which claim.

In: the claims of one article and the names found in it. Out: the claims with their people, organisations and places. A claim has the
names of its sentence; where a sentence tells more than one event, those of it that no other title holds. A name that the title
took from an earlier sentence is among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model import Claim, Name, Span


def named(claims: Sequence[Claim], names: Sequence[Name]) -> tuple[Claim, ...]:
    """The claims, in the same order, each with its names in the order of the text. The names must be in that order, too."""
    within = dict(_within({claim.span for claim in claims}, names))
    people = {name.name for name in names if name.kind == "person"}
    sharing = Counter(claim.span for claim in claims)
    titles: dict[Span, list[str]] = {}
    for claim in claims:
        titles.setdefault(claim.span, []).append(claim.title)
    result = []
    for claim in claims:
        own = within[claim.span]
        if sharing[claim.span] > 1:
            others = [title for title in titles[claim.span] if title != claim.title]
            own = [name for name in own if name.name in claim.title or not any(name.name in title for title in others)]
        taken = [*(name for name in people_in(claim.title, people) if name not in {found.name for found in own})]
        result.append(
            replace(
                claim,
                people=tuple(dict.fromkeys([*taken, *(name.name for name in own if name.kind == "person")])),
                organisations=tuple(dict.fromkeys(name.name for name in own if name.kind == "organisation")),
                places=tuple(dict.fromkeys(name.name for name in own if name.kind == "place")),
            )
        )
    return tuple(result)


def people_in(title: str, people: set[str]) -> list[str]:
    """The people whose full names of two to five words stand in a title, in its order."""
    words = title.replace("’s", "").replace("'s", "").replace(",", "").split()
    first = {name.partition(" ")[0] for name in people}
    begun = (start for start, word in enumerate(words) if word in first)
    found = (" ".join(words[start : start + length]) for start in begun for length in (5, 4, 3, 2))
    return [name for name in dict.fromkeys(found) if name in people and " " in name]


def _within(spans: set[Span], names: Sequence[Name]) -> Iterator[tuple[Span, list[Name]]]:
    """Each span with the names that lie in it; one pass over both."""
    position = 0
    for span in sorted(spans):
        while position < len(names) and names[position].span.start < span.start:
            position += 1
        inside = position
        while inside < len(names) and names[inside].span.start < span.end:
            inside += 1
        yield span, list(names[position:inside])
