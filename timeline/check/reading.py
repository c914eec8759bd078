"""events.yaml read and checked.

In: the file's bytes and, where files are to be looked for, the project's folder. Out: a `Timeline` with the events that are
whole, in the order of the file, and every problem that was found: an event that is not even YAML hides no other. Nothing is raised for
what stands in the file.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline.check.events import Events
from timeline.check.nodes import Fault, Node, compose
from timeline.check.recovering import recover
from timeline.check.text import Lines, decode
from timeline.errors import Problem
from timeline.model import Event


@dataclass(frozen=True, slots=True)
class Timeline:
    """A file of events as it was read: its path as messages show it, its text (without a byte order mark), its whole events
    in the order of the file, rejected ones included, and its problems in the order of their places. `dates` says where in the text
    the dates of the events begin and end, by id, and `places` the quotes and words of sources, by the line of their source."""

    path: str
    text: str
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    dates: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    places: Mapping[tuple[int, str], tuple[int, int]] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the output from being made."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def load(path: Path, project: Path | None = None) -> Timeline:
    """Read and check the file at `path`. With `project`, the articles and images it names are looked for there."""
    name = path.as_posix()
    if project and path.is_relative_to(project):
        name = path.relative_to(project).as_posix()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Timeline(name, "", (), (Problem(name, "there is no such file. 'timeline extract' makes it."),))
    except OSError as error:
        return Timeline(name, "", (), (Problem(name, f"the file cannot be read: {error.strerror}."),))
    return read(data, name, project)


def read(data: bytes, path: str = "events.yaml", project: Path | None = None) -> Timeline:
    """Read and check the bytes of a file."""
    text = decode(data, path)
    if isinstance(text, Problem):
        return Timeline(path, "", (), (text,))
    with collector_off():
        try:
            root = compose(text)
        except Fault as fault:
            return examine_rest(text, fault, path, project)
        return examine(text, root, path, project)


def examine(text: str, root: Node | None, path: str, project: Path | None = None) -> Timeline:
    """The events and problems of a text that was composed."""
    walk = Events(text, path, project)
    events = walk.file(root)
    return Timeline(path, text, events, tuple(sorted(walk.problems, key=_place)), walk.dates, walk.places)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0


def examine_rest(text: str, fault: Fault, path: str, project: Path | None = None) -> Timeline:
    """The same of a text that could not be composed: the event with the fault, and others with one, are not among its events."""
    root, faults = recover(text, fault)
    lines = Lines(text)
    problems = [fault.problem(lines, path) for fault in faults]
    rest = examine(text, root, path, project) if root else Timeline(path, text, (), ())
    return replace(rest, problems=tuple(sorted([*problems, *rest.problems], key=_place)))


@contextmanager
def collector_off() -> Iterator[None]:
    """Nothing that is made while reading is garbage: looking for it takes longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
