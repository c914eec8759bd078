"""The project that tests build and serve: the seven events of the article in seeds/, with this project's own home page."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLE = "000_cea3806abd6050ba"
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
"""In which MkDocs runs as a process: what it and the theme have to say of their own future is kept out."""


def make_project(folder: Path, settings: str = "") -> Path:
    """Make it in a folder; `settings` go before those of this project's mkdocs.yml."""
    shutil.copytree(ROOT / "tests" / "site" / "fixture", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings + own, encoding="utf-8", newline="\n")
    (folder / "docs").mkdir(exist_ok=True)
    shutil.copy(ROOT / "docs" / "index.md", folder / "docs")
    return folder
