"""Which of the files that events.yaml names are there.

In: the project's folder and paths from it, with forward slashes. Out: whether each exists, and which one was meant where not.
"""

from __future__ import annotations

import difflib
from pathlib import Path, PurePosixPath

_GUESSES = 10  # comparing names takes time; a file with hundreds of wrong paths has one cause, which ten hints show


class Files:
    """The files of a project, each looked for once."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._root = project.resolve()
        self._known: dict[str, bool] = {}
        self._guessed = 0

    def has(self, path: str) -> bool:
        """Whether `path` leads to a file within the project."""
        if path not in self._known:
            try:
                place = (self._project / path).resolve()
                self._known[path] = place.is_relative_to(self._root) and place.is_file()
            except (OSError, ValueError, RuntimeError):
                self._known[path] = False
        return self._known[path]

    def meant(self, path: str) -> str:
        """` Did you mean …?` for a path that does not exist, "" where nothing is near."""
        self._guessed += 1
        if self._guessed > _GUESSES or len(path) > 200:
            return ""
        wanted = PurePosixPath(path)
        folder = self._project / wanted.parent
        if not folder.is_dir():
            folder = self._project / "seeds"
        try:
            names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())[:5000]
        except OSError:
            return ""
        near = difflib.get_close_matches(wanted.name, names, 1, 0.6)
        return f" Did you mean '{(folder / near[0]).relative_to(self._project).as_posix()}'?" if near else ""
