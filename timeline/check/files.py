"""Which of the files that events.yaml names are there.

In: the project's folder and paths from it, with forward slashes. Out: what is wrong with each, and which one was meant.
"""

from __future__ import annotations

import difflib
import functools
import os
from pathlib import Path, PurePosixPath

from timeline.paths import PAGES, PICTURES, file_within, picture_within

_MADE = ("site", "node_modules", "__pycache__")  # folders of what was made from the project
_OF_THE_PROGRAM = (".yaml", ".yml", ".lock")
_MOST_FILES = 20_000
_GUESSES = 10  # comparing names takes time; a file with hundreds of wrong paths has one cause, which ten hints show


class Files:
    """The files of a project, each looked for once."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._known: dict[str, bool] = {}
        self._pictures: dict[str, bool] = {}
        self._guessed = 0

    def fault(self, path: str, pictures: bool = False) -> str:
        """What is wrong where `path` should lead to a file within the project, "" if nothing. `pictures` says which are near."""
        if path not in self._known:
            self._known[path] = file_within(self._project, path) is not None
        if self._known[path]:
            return ""
        if os.path.exists(os.path.join(self._project, path)) and not os.path.isdir(os.path.join(self._project, path)):
            return "is a link that leads out of the project. Put the file itself in its place."
        return f"there is no such file in the project.{self._meant(path, pictures)}"

    def fault_of_picture(self, path: str) -> str:
        """What is wrong where `path` should lead to a picture, from the project's folder or that of its pages; "" if nothing."""
        if path not in self._pictures:
            self._pictures[path] = picture_within(self._project, path) is not None
        if self._pictures[path]:
            return ""
        if fault := self.fault(path, pictures=True):
            return f"{fault} Write its path from the project's folder, or from {PAGES}/." if fault.endswith("project.") else fault
        return f"is not a picture that browsers show. Use one of {', '.join(PICTURES)}."

    def _meant(self, path: str, pictures: bool) -> str:
        """` Did you mean …?` for a path that does not exist, "" where nothing is near: the file may be in another folder, have
        another suffix, or be misspelt."""
        self._guessed += 1
        if self._guessed > _GUESSES or len(path) > 200:
            return ""
        wanted = PurePosixPath(path)
        files = [file for file in self._files if pictures == (file.suffix.lower() in PICTURES)]
        stems: dict[str, list[PurePosixPath]] = {}  # for suffixes alone are no likeness
        for file in files:
            stems.setdefault(file.stem.lower(), []).append(file)
        stem = wanted.stem.lower()
        nearest = [stem] if stem in stems else difflib.get_close_matches(stem, stems, 1, 0.6)
        if not nearest:
            return ""
        likest = max(stems[nearest[0]], key=lambda file: (file.suffix == wanted.suffix, file.parent == wanted.parent))
        return f" Did you mean '{likest}'?"

    @functools.cached_property
    def _files(self) -> list[PurePosixPath]:
        """The files of the project, by their paths from its folder, but for those that are hidden, made, or not for readers."""
        found: list[PurePosixPath] = []
        for folder, folders, names in os.walk(self._project):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _MADE)
            place = PurePosixPath(Path(folder).relative_to(self._project).as_posix())
            found += [place / name for name in sorted(names) if not name.startswith(".") and not name.endswith(_OF_THE_PROGRAM)]
            if len(found) > _MOST_FILES:
                break
        return found[:_MOST_FILES]
