"""What articles gave when they were read, kept from one run to the next, so that one new article among thousands is read alone.

In: an article's file. Out: its `Reading` where the same bytes were read before, by the same program, under the same settings.

The file `.timeline/cache/readings` can be deleted at any time. Its first line is a fingerprint of the program; each other line is
one article, with a digest of the line itself, so that a line that is broken in any way is read as missing. What cannot be
written is not kept. The path of an article is not part of what it gave, and is put in where it is read.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline import articles
from timeline.cli.reading import Reading
from timeline.edtf import Date, parse
from timeline.errors import Problem, TimelineError
from timeline.model import Claim, DocumentCreationTime, Span
from timeline.store import article_digest

FILE = Path(".timeline", "cache", "readings")
_PACKAGE = Path(__file__).parents[1]
_FIELDS = [field.name for field in fields(Claim)]


class Cache:
    """The readings of a project. `writes` says whether new ones are kept; without a project there are none."""

    def __init__(self, project: Path | None = None, settings: str = "", writes: bool = False) -> None:
        self._project, self._settings, self._writes = project, settings, writes
        self._lines: dict[str, str] = {}
        self._used: dict[str, str] = {}
        self._changed = False
        if project is None:
            return
        with contextlib.suppress(OSError, ValueError):
            first, *lines = (project / FILE).read_text(encoding="ascii").split("\n")
            if first == _fingerprint(settings):
                self._lines = {line[: line.index("\t")]: line for line in lines if "\t" in line}

    def reading(self, path: Path) -> Reading | None:
        """What the article at this path gave, None where it has to be read."""
        if not self._lines:
            return None
        try:
            original = articles.load(path, path.as_posix())
            key = _key(path, article_digest(original.data, original.record))
            reading = _decoded(self._lines[key], path.as_posix())
        except (TimelineError, KeyError, ValueError):
            return None
        self._used[path.as_posix()] = key
        return reading

    def add(self, reading: Reading) -> None:
        """Keep what an article gave; an article that could not be read is read again each time."""
        if not self._writes or reading.claims is None:
            return
        key = _key(Path(reading.path), reading.digest)
        self._lines[key] = _encoded(key, reading)
        self._used[reading.path] = key
        self._changed = True

    def save(self) -> None:
        """Write what is kept, without the entries of articles that are gone or were changed. Where that cannot be, nothing is."""
        if self._project is None or not self._writes:
            return
        used = frozenset(self._used.values())
        lines = {key: line for key, line in self._lines.items() if key in used or self._is_there(line)}
        if not self._changed and len(lines) == len(self._lines):
            return
        place = self._project / FILE
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            file, temporary = tempfile.mkstemp(dir=place.parent)
            try:
                with open(file, "w", encoding="ascii", newline="") as stream:
                    stream.write("\n".join([_fingerprint(self._settings), *lines.values(), ""]))
                os.replace(temporary, place)
            except OSError:
                os.unlink(temporary)
                raise

    def _is_there(self, line: str) -> bool:
        """Whether the article of an entry that was not used is still there, and did not become another."""
        assert self._project is not None
        try:
            path = json.loads(line.split("\t", 3)[2])
            return path not in self._used and os.path.isfile(self._project / path)
        except (ValueError, IndexError, TypeError):
            return False


def _key(path: Path, digest: str) -> str:
    """What decides what an article gives: its bytes and those of its record, and the ending of its name."""
    return digest + ascii(path.suffix.lower())


def _encoded(key: str, reading: Reading) -> str:
    """key, digest of the rest, path, what the article gave; each without tabs and line ends."""
    given = [[problem.message for problem in reading.problems], [_as_json(claim) for claim in reading.claims or ()]]
    rest = json.dumps(reading.path) + "\t" + json.dumps(given, separators=(",", ":"))
    return f"{key}\t{_digest(rest)}\t{rest}"


def _decoded(line: str, path: str) -> Reading:
    """The reading of an entry, for the article at this path. Raises ValueError where the entry is broken."""
    key, digest, rest = line.split("\t", 2)
    if digest != _digest(rest):
        raise ValueError
    messages, claims = json.loads(rest[rest.index("\t") :])
    problems = tuple(Problem(path, message, severity="warning") for message in messages)
    return Reading(path, key[:16], tuple(_claim(values, path) for values in claims), problems)


def _as_json(claim: Claim) -> list[Any]:
    return [_plain(getattr(claim, name)) for name in _FIELDS if name != "article"]


def _plain(value: object) -> object:
    if isinstance(value, Date):
        return value.edtf
    if isinstance(value, DocumentCreationTime):
        return [str(value.earliest), str(value.latest) if value.latest else None, value.basis]
    return value


def _claim(values: list[Any], path: str) -> Claim:
    names = (name for name in _FIELDS if name != "article")
    read = {name: _READERS.get(name, _value)(value) for name, value in zip(names, values, strict=True)}
    return Claim(article=path, **read)


def _value(value: Any) -> Any:
    return tuple(map(_value, value)) if isinstance(value, list) else value


_date = lru_cache(maxsize=100_000)(parse)


def _published(value: list[Any] | None) -> DocumentCreationTime | None:
    return _publication(*value) if value else None


@lru_cache(maxsize=10_000)
def _publication(earliest: str, latest: str | None, basis: str) -> DocumentCreationTime:
    day = datetime.date.fromisoformat
    return DocumentCreationTime(day(earliest), day(latest) if latest else None, basis)


_READERS: dict[str, Callable[[Any], Any]] = {"date": _date, "span": lambda value: Span(*value), "published": _published}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]


@lru_cache(maxsize=1)
def _fingerprint(settings: str) -> str:
    """Changes whenever the program, what it is built on or the settings do: a digest of its files and of the names of what is
    installed, each of which holds a version."""
    digest = hashlib.sha256(f"{sys.version}\n{settings}\n".encode())
    for folder in sys.path:
        with contextlib.suppress(OSError):
            names = os.listdir(folder or os.curdir)
            digest.update(
                "\n".join(sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))).encode("utf-8", "replace")
            )
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in (".py", ".txt", ".toml", ".json") or path.parent.name == "tables":
            with contextlib.suppress(OSError):
                digest.update(path.relative_to(_PACKAGE).as_posix().encode("utf-8", "replace") + b"\n" + path.read_bytes())
    return digest.hexdigest()
