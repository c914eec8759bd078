"""What git knows of events.yaml: where it lies in its repository, and its versions.

In: a project's folder. Out: values, None where there is no git or no repository. Nothing is written, nothing is fetched, and
git is not waited for longer than `PATIENCE`. This is the only module that runs it.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

PATIENCE = 10.0  # seconds


def prefix(project: Path) -> str | None:
    """The folder of the project in its repository: "" or "news/"."""
    found = _git(project, "rev-parse", "--show-prefix")
    return None if found is None else os.fsdecode(found).removesuffix("\n")


def _git(project: Path, *arguments: str) -> bytes | None:
    """What git prints, None where it fails."""
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "-c", "log.showSignature=false", "-c", "log.showRoot=true", *arguments],
            cwd=project,
            env={**os.environ, **quiet},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
