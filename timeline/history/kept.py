"""What was found out of versions of events.yaml, kept from one build to the next: a version never changes.

In: a project's folder. Out: numbers and changes by the names that git gives to versions. The file `.timeline/cache/history` can be
deleted at any time; one that is broken, or of another version of the program, is as good as none, and one that cannot be written is
done without.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import astuple
from functools import cache
from pathlib import Path

from timeline.history.changes import Change

FILE = Path(".timeline", "cache", "history")
BROKEN = -1
_PACKAGE = Path(__file__).parents[1]
_READ_BY = ("check", "history", "wording")
"""The folders of the program that decide what is found out, with the modules beside them."""


class Kept:
    """What was found out before, and since the last `begin` what was asked for, which alone is saved."""

    def __init__(self, project: Path) -> None:
        self._place = project / FILE
        self._text = ""
        self._numbers: dict[str, int] = {}
        self._changes: dict[str, tuple[Change, ...]] = {}
        with contextlib.suppress(OSError, ValueError):
            mark, text = self._place.read_text(encoding="utf-8").split("\n", 1)
            if mark == _mark(text):
                self._text = text
                self._numbers, changes = json.loads(text)
                self._changes = {key: tuple(Change(*change) for change in held) for key, held in changes.items()}
        self.begin()

    def begin(self) -> None:
        """Nothing is asked for yet."""
        self._numbers_asked: dict[str, int] = {}
        self._changes_asked: dict[str, tuple[Change, ...]] = {}

    def number(self, version: str, counted: Callable[[], int]) -> int:
        """How many events a version shows. Where it has mistakes or is missing that is BROKEN, which is found out anew each time."""
        number = self._numbers[version] if version in self._numbers else counted()
        if number != BROKEN:
            self._numbers[version] = self._numbers_asked[version] = number
        return number

    def changes(self, versions: str, compared: Callable[[], tuple[Change, ...]]) -> tuple[Change, ...]:
        """The changes from one version to another."""
        held = self._changes[versions] if versions in self._changes else compared()
        self._changes[versions] = self._changes_asked[versions] = held
        return held

    def save(self) -> None:
        """Write what was asked for, where it is not what is kept."""
        changes = {key: [astuple(change) for change in held] for key, held in self._changes_asked.items()}
        text = json.dumps([self._numbers_asked, changes])
        if text == self._text:
            return
        with contextlib.suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            file, temporary = tempfile.mkstemp(dir=self._place.parent)
            try:
                with open(file, "w", encoding="utf-8", newline="") as stream:
                    stream.write(f"{_mark(text)}\n{text}")
                os.replace(temporary, self._place)
                self._text = text
            except OSError:
                os.unlink(temporary)
                raise


def _mark(text: str) -> str:
    """A digest of the text and of the program that made it."""
    return hashlib.sha256(f"{_program()}\n{text}".encode()).hexdigest()


@cache
def _program() -> str:
    modules = [*_PACKAGE.glob("*.py"), *(path for folder in _READ_BY for path in (_PACKAGE / folder).glob("*.py"))]
    digest = hashlib.sha256()
    for path in sorted(modules):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()
