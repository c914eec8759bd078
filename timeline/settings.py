"""What mkdocs.yml says to the command line, read without MkDocs.

In: a project's folder. Out: its `Settings`, those under `plugins: - timeline:`; or a `TimelineError` with the place of each mistake.
Only they are looked at: the tags that mkdocs.yml may hold elsewhere (`!ENV`, `!!python/name:…`) stay unread.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.check.nodes import Fault, Node, compose
from timeline.check.text import Lines, decode, shown
from timeline.check.values import described, is_empty, near
from timeline.errors import Problem, TimelineError

FILE = "mkdocs.yml"
_PLUGIN = "timeline"
_FOR_THE_SITE = ("articles", "editor", "history", "enabled")
"""Keys that MkDocs reads and checks."""
_MOST_PARENTS = 10


@dataclass(frozen=True, slots=True)
class Keep:
    """Which events are kept: with `minor` those of less weight too, of them at most the `limit` most important, all where it is None."""

    minor: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line does differently where mkdocs.yml asks for it."""

    keep: Keep = Keep()
    names: str = ""
    """The spaCy model that finds names; the rules alone where it is empty."""
    contact: str = ""
    """Where those whose pages are fetched can reach a person: an address of mail or of a page."""


def parse_keep(text: str) -> Keep:
    """What the setting `keep` says. Raises ValueError, with what was found and what to write."""
    if text in ("salient", "all"):
        return Keep(minor=text == "all")
    if text.isascii() and text.isdecimal() and 0 < len(text) < 10 and int(text):
        return Keep(limit=int(text))
    raise ValueError(f"{shown(text)} says nothing of which events to keep. Write salient, all, or how many at most, such as 50.")


def _keep(settings: Settings, text: str) -> Settings:
    return replace(settings, keep=parse_keep(text))


def _names(settings: Settings, text: str) -> Settings:
    return replace(settings, names=text)


def _contact(settings: Settings, text: str) -> Settings:
    if not (text.isascii() and text.isprintable()) or any(char in text for char in "()<>;\\"):
        raise ValueError(f"{shown(text)} cannot be sent as it is. Write an address of mail, or of a page, such as desk@paper.example.")
    return replace(settings, contact=text)


_READERS: dict[str, Callable[[Settings, str], Settings]] = {"keep": _keep, "names": _names, "contact": _contact}


def read(project: Path) -> Settings:
    """The settings of a project; the default ones where it has no mkdocs.yml, or that says nothing of the timeline.
    Raises TimelineError."""
    settings, problems = Settings(), list[Problem]()
    for name, text, root in _files(project):
        given = _settings(root)
        if given is not None:
            lines = Lines(text)
            for place, result in _read(given, settings):
                if isinstance(result, str):
                    problems.append(lines.problem(name, result, place.start, place.end))
                else:
                    settings = result
            break
    if problems:
        raise TimelineError(problems)
    return settings


def of_site(project: Path, names: Collection[str]) -> dict[str, str]:
    """What mkdocs.yml says at its top under these names ("site_name"), as it stands there; what is read from elsewhere (`!ENV`) is
    left out. Raises TimelineError."""
    found: dict[str, str] = {}
    for _, _, root in _files(project):
        for name in names:
            value = _value(root, name)
            if value and value.kind == "scalar" and not value.tag and not is_empty(value):
                found.setdefault(name, value.text)
    return found


def _files(project: Path) -> Iterator[tuple[str, str, Node]]:
    """mkdocs.yml and those that it inherits from: name, text and root of each."""
    name = FILE
    for _ in range(_MOST_PARENTS):
        text = _text(project / name, name)
        root = _root(text, name) if text else None
        if root is None:
            return
        yield name, text, root
        parent = _value(root, "INHERIT")
        if parent is None or parent.kind != "scalar":
            return
        name = posixpath.normpath(posixpath.join(posixpath.dirname(name), parent.text))


def _text(path: Path, name: str) -> str:
    try:
        text = decode(path.read_bytes(), name)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise TimelineError(Problem(name, f"the file cannot be read: {getattr(error, 'strerror', error)}.")) from None
    if isinstance(text, Problem):
        raise TimelineError(text)
    return text


def _root(text: str, name: str) -> Node | None:
    try:
        return compose(text)
    except Fault as fault:
        raise TimelineError(fault.problem(Lines(text), name)) from None


def _settings(root: Node) -> Node | None:
    """What follows `timeline:` in the list, or the mapping, of plugins; None where it is not among them."""
    plugins = _value(root, "plugins")
    if plugins is None:
        return None
    for entry in plugins.nodes if plugins.kind == "sequence" else [plugins]:
        found = entry if entry.kind == "scalar" and entry.text == _PLUGIN else _value(entry, _PLUGIN)
        if found is not None:
            return found
    return None


def _value(node: Node, key: str) -> Node | None:
    """The value of a key; as in MkDocs the last one counts."""
    if node.kind != "mapping":
        return None
    found = [value for name, value in node.pairs() if name.kind == "scalar" and name.text == key]
    return found[-1] if found else None


def _read(given: Node, settings: Settings) -> Iterator[tuple[Node, str | Settings]]:
    """The settings after each key that is given, or what is wrong with it, and where."""
    if given.kind == "scalar" and (is_empty(given) or given.text == _PLUGIN):
        return
    if given.kind != "mapping":
        yield given, f"the settings of {_PLUGIN} are {described(given)}. Write them as 'key: value', each on a line of its own."
        return
    for key, value in given.pairs():
        name = key.text if key.kind == "scalar" else ""
        if name in _FOR_THE_SITE or name == "<<":
            continue
        if name not in _READERS:
            known = (*_READERS, *_FOR_THE_SITE)
            meant = near(name, known)
            yield key, f"unknown setting {shown(name)}. " + (f"Did you mean '{meant}'?" if meant else f"There are {', '.join(known)}.")
        elif value.kind != "scalar" or value.tag.startswith("!"):
            found = f"is read from elsewhere ({value.tag})" if value.tag else f"is {described(value)}"
            yield value, f"{name} {found}. Write the value here."
        elif not is_empty(value):
            try:
                settings = _READERS[name](settings, value.text.strip())
                yield value, settings
            except ValueError as error:
                yield value, f"{name} {error}"
