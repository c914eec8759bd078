"""Which of the files that events.yaml names are there.

In: the project's folder and paths from it, with forward slashes. Out: what is wrong with each, and which one was meant.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path, PurePosixPath

from timeline.paths import PAGES, PICTURES, file_within, picture_within

_GUESSES = 10  # comparing names takes time; a file with hundreds of wrong paths has one cause, which ten hints show


class Files:
    """The files of a project, each looked for once."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._known: dict[str, bool] = {}
        self._pictures: dict[str, bool] = {}
        self._guessed = 0

    def fault(self, path: str) -> str:
        """What is wrong where `path` should lead to a file within the project, "" if nothing."""
        if path not in self._known:
            self._known[path] = file_within(self._project, path) is not None
        if self._known[path]:
            return ""
        if os.path.exists(os.path.join(self._project, path)) and not os.path.isdir(os.path.join(self._project, path)):
            return "is a link that leads out of the project. Put the file itself in its place."
        return f"there is no such file in the project.{self._meant(path)}"

    def fault_of_picture(self, path: str) -> str:
        """What is wrong where `path` should lead to a picture, from the project's folder or that of its pages; "" if nothing."""
        if path not in self._pictures:
            self._pictures[path] = picture_within(self._project, path) is not None
        if self._pictures[path]:
            return ""
        if fault := self.fault(path):
            return f"{fault} Write its path from the project's folder, or from {PAGES}/." if fault.endswith("project.") else fault
        return f"is not a picture that browsers show. Use one of {', '.join(PICTURES)}."

    def _meant(self, path: str) -> str:
        """` Did you mean …?` for a path that does not exist, "" where nothing is near."""
        self._guessed += 1
        if self._guessed > _GUESSES or len(path) > 200:
            return ""
        wanted = PurePosixPath(path)
        folder = self._project / wanted.parent
        if not os.path.isdir(folder):
            folder = self._project / "seeds"
        try:
            names = sorted(name for name in os.listdir(folder) if os.path.isfile(folder / name))[:5000]
        except OSError:
            return ""
        stems = {PurePosixPath(name).stem: name for name in names}  # for suffixes alone are no likeness
        near = difflib.get_close_matches(wanted.stem, stems, 1, 0.6)
        return f" Did you mean '{(folder / stems[near[0]]).relative_to(self._project).as_posix()}'?" if near else ""
