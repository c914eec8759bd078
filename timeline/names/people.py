"""The people of one article by their full names, and whom a shorter name means.

In: the parts of its runs that name persons. Out: for any part the full name of the person it means.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from timeline.names.kinds import Part
from timeline.names.tables import family_names_first, words


class People:
    """The people of an article by their full names, and the one that a shorter name means."""

    def __init__(self, parts: Sequence[Part]) -> None:
        counted = Counter(part.name for part in parts if len(part.run) > 1)
        variants: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name in sorted(counted):
            variants[_ends(name)].append(name)
        best = {ends: min(names, key=lambda name: (-counted[name], len(name), name)) for ends, names in variants.items()}
        self._full = {name: best[_ends(name)] for name in counted}
        self._short: dict[str, set[str]] = defaultdict(set)
        for name in best.values():
            first, *_, last = name.split()
            self._short[_bare(last)].add(name)
            if first in family_names_first():
                self._short[_bare(first)].add(name)

    def __contains__(self, name: str) -> bool:
        return name in self._full

    def full(self, part: Part) -> str:
        """The full name; for a family name alone that of the only one who has it; its own for one with a title; else ""."""
        if part.name in self._full:
            return self._full[part.name]
        meant = self._short.get(_bare(part.run[-1].text), set())
        if len(part.run) == 1 or all(word.lower in words().particles for word in part.run[:-1]):
            if len(meant) == 1:
                return next(iter(meant))
            return part.name if part.titled and not meant else ""
        return part.name if part.kind == "person" else ""


def _ends(name: str) -> tuple[str, str]:
    first, *_, last = name.split()
    return _bare(first), _bare(last)


def _bare(word: str) -> str:
    return re.sub(r"^(?:al|el)-", "", word.casefold().rstrip("."))
