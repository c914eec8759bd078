"""What goes out to other programs, and what comes in from them.

Publication  out: the events of a timeline, with what its site knows of them
Record       in: what a file says of one event, and no more than it says
Reading      in: the records of a file, and every problem that was found in it
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from timeline.errors import Problem, Severity
from timeline.model import Event, Source


@dataclass(frozen=True, slots=True)
class Publication:
    """A timeline that is written for others.

    `events` are in order and hold none that a person rejected. `url` is the address of the site and ends with a slash, empty where
    it is not known, `home` that of its timeline. `page` gives the address of an event's page, `picture` that of a picture of the
    project, None where there is no such picture. `changed` is the day that stands for an event's last change: no clock is read.
    `publisher` says who reports it. `facts` and `source_facts` are what the site knows of an event and of a source beside their fields.
    """

    name: str
    events: tuple[Event, ...]
    url: str
    home: str
    page: Callable[[Event], str]
    picture: Callable[[str], str | None]
    changed: Callable[[Event], datetime.date]
    publisher: Callable[[Source], str]
    facts: Callable[[Event], Mapping[str, object]]
    source_facts: Callable[[Source], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands: its row or line, where it has one, words for it, and where lines are not known its number."""

    line: int | None
    words: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """What a file says of one event.

    `values` holds the fields of an `Event` that it gives, `image` the parts of one, `sources` for each source the fields that it
    gives. `also` are names to be added to lists of which the file holds a part. `aliases` are other names of an event that the file
    knows by a name which is no id: an id that it may have, or the end of one; a new id gets the last of them. `wrong`
    are fields whose mistakes are told.
    """

    place: Place
    values: Mapping[str, object]
    image: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[Mapping[str, object], ...] = ()
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    wrong: frozenset[str] = frozenset()


class Reading:
    """The records of a file and the problems of it, each in the order of their places. `site` is the address of the project's
    own site, empty where it is not known."""

    def __init__(self, path: str, site: str = "") -> None:
        self.path = path
        self.site = site
        self.records: list[Record] = []
        self._told: list[tuple[int, Problem]] = []

    @property
    def problems(self) -> list[Problem]:
        """Every problem that was told so far."""
        return [problem for _, problem in sorted(self._told, key=lambda told: told[0])]

    @property
    def errors(self) -> list[Problem]:
        """The problems for which nothing is imported."""
        return [problem for problem in self.problems if problem.severity == "error"]

    def tell(self, place: Place, message: str, severity: Severity = "error") -> None:
        """Keep a problem."""
        said = f"{place.words}: {message}" if place.words else message
        self._told.append((place.line or place.number, Problem(self.path, said, place.line, severity=severity)))
