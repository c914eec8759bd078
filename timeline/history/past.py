"""The history of a project: which versions of its events there are, and what became of each event from one to the next.

In: a project's folder. Out: a `History`, None where there is no git, no repository, or no commit that holds events.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from timeline.history import git
from timeline.history.changes import Begins, Change, Edition, History, between, shown
from timeline.history.git import Version
from timeline.history.kept import BROKEN, Kept
from timeline.history.reading import Reader
from timeline.model import Event

MOST = 50
"""Versions that are told of, the latest."""


class Past:
    """Reads the history of a project, anew at each build while it is served."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._kept = Kept(project)
        self._read: dict[str, dict[str, Event] | None] = {}

    def read(self, now: Iterable[Event] | None = None) -> History | None:
        """The history; where the events of `now` are given, with what they change since the last commit."""
        log = git.log(self._project, MOST + 1)
        if log is None or not log.versions:
            return None
        begins: Begins = "later" if len(log.versions) > MOST else "cut" if log.cut else "first"
        self._kept.begin()
        self._reader = Reader()
        editions: list[Edition] = []
        before = None
        for versions in _days(log.versions[::-1], apart=begins != "first"):
            after = next((version for version in reversed(versions) if self._number(version) != BROKEN), None)
            if after is None:
                continue
            if before:
                changes = self._between(before, after)
                editions += [Edition(after.day, after.time, changes)] if changes else []
            elif begins == "first":
                editions.append(Edition(after.day, after.time, (), self._number(after)))
            before = after
        pending = between(self._events(before) or {}, shown(now)) if before and now is not None else None
        self._kept.save()
        return History(tuple(editions[::-1]), pending, begins)

    def _number(self, version: Version) -> int:
        """How many events a version shows, BROKEN where it has mistakes."""

        def counted() -> int:
            events = self._events(version)
            return BROKEN if events is None else len(events)

        return self._kept.number(version.blob, counted)

    def _between(self, before: Version, after: Version) -> tuple[Change, ...]:
        def compared() -> tuple[Change, ...]:
            return between(self._events(before) or {}, self._events(after) or {})

        return self._kept.changes(f"{before.blob} {after.blob}", compared)

    def _events(self, version: Version) -> dict[str, Event] | None:
        """The events that a version shows, None where it has mistakes or is not in the repository. The last two stay at hand."""
        if version.blob not in self._read:
            data = git.content(self._project, version)
            self._read = dict([*self._read.items()][-1:])
            self._read[version.blob] = None if data is None else self._reader.read(data)
        return self._read[version.blob]


def _days(versions: Sequence[Version], apart: bool) -> list[list[Version]]:
    """The versions of each day; with `apart` the first stands for itself, as what the others are compared to."""
    first = [[versions[0]]] if apart else []
    return first + [list(held) for _, held in groupby(versions[len(first) :], lambda version: version.day)]
