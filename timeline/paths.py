"""Which files belong to a project: those that lie in its folder, once links are followed.

In: the project's folder and a path. Out: the place the path leads to, None where it leads out of the project. A picture may also be
named by its path from the folder of pages.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

PAGES = "docs"
"""The folder of pages, unless mkdocs.yml names another."""
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
"""The kinds of pictures that browsers show."""


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


def picture_within(project: Path, source: str, pages: str | Path = PAGES) -> Path | None:
    """The picture that `source` leads to, written from the project's folder or from that of its pages; None where there is none."""
    for folder in ("", pages):
        path = file_within(project, Path(folder) / source)
        if path and path.suffix.lower() in PICTURES:
            return path
    return None


def as_typed(path: str) -> str:
    """A path, or an address, as it is typed in a terminal."""
    return path if re.fullmatch(r"[\w./:-]+", path) else f'"{path}"'
