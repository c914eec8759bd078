"""The files of a project that its site is made from, beside events.yaml.

    Library     the articles that events cite, each read once while it does not change
    Pictures    finds images of the project, and remembers which of them the site needs
    waiting     the articles that were never extracted

Paths in a project are written with forward slashes, from the folder that holds mkdocs.yml.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from timeline import articles
from timeline.errors import Problem, TimelineError
from timeline.model import Article, Event
from timeline.store import LOCK
from timeline.store.lock import parse as parse_lock

SEEDS = "seeds"
"""The folder of articles."""

PICTURES = "assets/media"
"""Where in the site pictures go that are not in the folder of pages."""


class Library:
    """The articles of a project. Keeps what it has read, by path, time of change and size, for as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[tuple[int, int], Article]] = {}

    def cited(self, project: Path, events: Iterable[Event]) -> tuple[dict[str, Article], tuple[Problem, ...]]:
        """The articles that the events cite, by path, and why some cannot be shown."""
        kept: dict[str, tuple[tuple[int, int], Article]] = {}
        problems: list[Problem] = []
        root = project.resolve()
        for name in sorted({source.article for event in events for source in event.sources if source.article}):
            path = (root / name).resolve()
            if not path.is_relative_to(root) or not path.is_file():
                continue  # which `check` has told, with its place in events.yaml
            facts = path.stat()
            stamp = (facts.st_mtime_ns, facts.st_size)
            held = self._kept.get(name)
            try:
                kept[name] = held if held and held[0] == stamp else (stamp, articles.read(path, name))
            except TimelineError as error:
                problems += error.problems
        self._kept = kept
        return {name: article for name, (_, article) in kept.items()}, tuple(problems)


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
        for folder in (self.project, self.pages):
            try:
                path = (folder / source).resolve()
                if path.is_relative_to(self.project) and path.is_file() and path.suffix.lower() in _KINDS:
                    return path
            except OSError:
                continue  # a name that is too long, or none that the system knows
        return None


_KINDS = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"}


def waiting(project: Path, events: Iterable[Event]) -> list[str]:
    """The articles in the folder of articles that were never extracted, and that no event cites. Raises TimelineError."""
    known = {source.article for event in events for source in event.sources}
    lock = project / LOCK
    if lock.is_file():
        known.update(parse_lock(lock.read_text(encoding="utf-8", errors="surrogateescape"), LOCK).articles)
    folder = project / SEEDS
    found = articles.find([folder]) if folder.is_dir() else []
    return [name for path in found if (name := path.relative_to(project).as_posix()) not in known]
