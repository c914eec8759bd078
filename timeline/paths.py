"""Which files belong to a project: those that lie in its folder, once links are followed.

In: the project's folder and a path. Out: the place the path leads to, None where it leads out of the project.
"""

from __future__ import annotations

import os
from pathlib import Path


def place_within(project: Path, path: str | Path) -> Path | None:
    """Where `path`, written from the project's folder, leads to, whether there is something or not."""
    try:
        place = Path(os.path.realpath(project / path))
    except ValueError:  # a NUL, which no name of a file holds
        return None
    return place if place.is_relative_to(os.path.realpath(project)) else None


def file_within(project: Path, path: str | Path) -> Path | None:
    """The file that `path`, written from the project's folder, leads to; None also where there is none."""
    place = place_within(project, path)
    return place if place and os.path.isfile(place) else None
