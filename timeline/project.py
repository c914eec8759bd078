"""The files of a project that its site is made from, beside events.yaml.

    Library     the articles that events cite, each read once while it does not change
    texts       their texts alone
    Pictures    finds images of the project, and remembers which of them the site needs
    misplaced   why a file cannot be an article of a project
    visible     the events that are shown, in their order
    waiting     the articles that were not extracted since they last changed
    altered     the articles that are not what was kept once
    files_of    the files of one article

Paths in a project are written with forward slashes, from the folder that holds mkdocs.yml.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from timeline import articles
from timeline.check.values import not_in_project
from timeline.edtf import sort_key
from timeline.errors import Problem, TimelineError
from timeline.model import Article, Event
from timeline.paths import file_within, picture_within, place_within
from timeline.store import Lock, article_digest, remembered

_Read = TypeVar("_Read")

SEEDS = "seeds"
"""The folder of articles."""

EXTRACTED = "TIMELINE_EXTRACTED"
"""Set in the environment of an MkDocs that a command started which extracts the articles itself."""

PICTURES = "assets/media"
"""Where in the site pictures go that are not in the folder of pages."""


class Library:
    """The articles of a project. Keeps what it has read, by path, time of change and size, for as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[tuple[int, ...], Article]] = {}

    def cited(self, project: Path, events: Iterable[Event]) -> tuple[dict[str, Article], tuple[Problem, ...]]:
        """The articles that the events cite, by path, and why some cannot be shown."""
        self._kept, problems = _read_cited(project, events, self._read)
        return {name: article for name, (_, article) in self._kept.items()}, problems

    def _read(self, path: Path, name: str) -> tuple[tuple[int, ...], Article]:
        held, stamp = self._kept.get(name), _stamp(path)
        return held if held and held[0] == stamp else (stamp, articles.read(path, name))


def texts(project: Path, events: Iterable[Event]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The texts of the articles that the events cite, by path, and why some cannot be read."""
    return _read_cited(project, events, articles.text_of)


def _read_cited(project: Path, events: Iterable[Event], read: Callable[[Path, str], _Read]) -> tuple[dict[str, _Read], tuple[Problem, ...]]:
    found: dict[str, _Read] = {}
    problems: list[Problem] = []
    for name in sorted({source.article for event in events for source in event.sources if source.article}):
        path = file_within(project, name)
        if path is None:
            continue  # which `check` has told, with its place in events.yaml
        try:
            found[name] = read(path, name)
        except FileNotFoundError:
            continue  # deleted a moment ago
        except TimelineError as error:
            problems += error.problems
    return found, tuple(problems)


class Pictures:
    """Finds images in a project or its folder of pages. `found` holds those that were asked for, by path in the site."""

    def __init__(self, project: Path, pages: Path) -> None:
        self.project, self.pages = project.resolve(), pages.resolve()
        self.found: dict[str, Path] = {}
        self.missing: dict[str, None] = {}

    def locate(self, source: str) -> str | None:
        """The path in the site of a picture in the project, None where there is none."""
        path = self._file(source)
        if path is None:
            self.missing[source] = None
            return None
        if path.is_relative_to(self.pages):
            place = path.relative_to(self.pages).as_posix()
        else:
            place = f"{PICTURES}/{path.relative_to(self.project).as_posix()}"
        self.found[place] = path
        return place

    def _file(self, source: str) -> Path | None:
        if not source or any(char in source for char in ":\\\0") or source.startswith("/"):
            return None
        return picture_within(self.project, source, self.pages)


def visible(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that a person did not reject, in the order of the timeline."""
    return tuple(sorted((event for event in events if event.status != "rejected"), key=lambda event: (sort_key(event.date), event.id)))


def misplaced(project: Path, name: str) -> str:
    """Why the file of this path, written from the project's folder, cannot be an article of the project; "" where it can."""
    if not place_within(project, name):
        return "is a link that leads out of this project. Put a copy into seeds/, so that its quotes keep their source."
    if not_in_project(name):
        return "has a name that events.yaml cannot hold. Rename the file: without \\ and :, with letters that can be seen."
    return ""


def waiting(project: Path, events: Iterable[Event]) -> list[str]:
    """The articles in the folder of articles that were not extracted since they last changed, and can be: neither the lock holds
    them as they are, nor, where it does not hold them, does an event cite them. Raises TimelineError."""
    cited = {source.article for event in events for source in event.sources}
    lock = remembered(project)
    folder = project / SEEDS
    names = [path.relative_to(project).as_posix() for path in articles.find([folder])] if os.path.isdir(folder) else []
    return [
        name
        for name in names
        if (name in lock.articles or name not in cited) and not misplaced(project, name) and _waits(project, name, lock)
    ]


def altered(project: Path) -> Iterator[Problem]:
    """The articles whose bytes are not those that their record has the checksum of. What cannot be read is passed over."""
    folder = project / SEEDS
    for path in articles.find([folder]) if os.path.isdir(folder) else []:
        name = path.relative_to(project).as_posix()
        if not os.path.exists(project / (name + articles.RECORD)):
            continue
        with contextlib.suppress(TimelineError):
            original = articles.load(path, name)
            record = articles.record_facts(original.record or b"", name + articles.RECORD)
            if record.sha256 and record.sha256 != hashlib.sha256(original.data).hexdigest():
                when = f" since it was kept ({record.retrieved})" if record.retrieved else ""
                remedy = f"Restore the original; if the change is meant, delete the line 'sha256' in {name}{articles.RECORD}"
                yield Problem(name, f"the file was changed{when}: its checksum is another. {remedy}.", severity="warning")


def files_of(project: Path, article: str) -> list[str]:
    """The files of an article: its own, those that it had before it was retrieved again, and the records beside them."""
    place = Path(article)
    old = r"(\.old(\.\d+)?)?"
    own = re.compile(rf"{re.escape(place.name)}{old}({re.escape(articles.RECORD)}{old})?")
    try:
        names = sorted(os.listdir(project / place.parent))
    except (OSError, ValueError):
        return []
    return [(place.parent / name).as_posix() for name in names if own.fullmatch(name)]


def _waits(project: Path, name: str, lock: Lock) -> bool:
    path = project / name
    try:
        stamp = _stamp(path)
        known = name in lock.articles and lock.knows(name, _digest(path, stamp))
    except (OSError, TimelineError):
        return False  # extracting it says what is wrong
    return not known and _readable(path, stamp)


def _stamp(path: Path) -> tuple[int, ...]:
    """When an article's file was changed last, and its size; those of its record too, where it has one."""
    stamp = _changed(path)
    with contextlib.suppress(OSError):
        stamp += _changed(path.with_name(path.name + articles.RECORD))
    return stamp


def _changed(path: Path) -> tuple[int, ...]:
    facts = os.stat(path)
    return facts.st_mtime_ns, facts.st_size


@functools.lru_cache(maxsize=100_000)
def _digest(path: Path, stamp: tuple[int, ...]) -> str:
    """The digest of an article's file, read again only when its stamp is another."""
    original = articles.load(path, path.name)
    return article_digest(original.data, original.record)


@functools.lru_cache(maxsize=100_000)
def _readable(path: Path, stamp: tuple[int, ...]) -> bool:
    """Whether an article can be read, looked at again only when its stamp is another."""
    return articles.readable(path, path.name)
