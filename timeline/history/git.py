"""What git knows of events.yaml: where it lies in its repository, and its versions.

In: a project's folder. Out: values, None where there is no git or no repository. Nothing is written, nothing is fetched, and
git is not waited for longer than `PATIENCE`. This is the only module that runs it.
"""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from timeline.store import EVENTS

_COMMIT = re.compile(rb"(?P<name>[0-9a-f]+) (?P<parents>[^\x02]*)\x02(?P<time>[^\0]+)\0[^:]*:\d+ \d+ [0-9a-f]+ (?P<blob>[0-9a-f]+) ", re.S)
_SETTINGS = ("log.showSignature=false", "log.showRoot=true", "log.diffMerges=separate")  # what a person set otherwise must not count
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")  # set by the hooks of git; a project's repository is where the project is
PATIENCE = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the file: the name that git gives what it held, and the time of its commit, as ISO 8601 has it."""

    blob: str
    time: str

    @property
    def day(self) -> datetime.date:
        """The day of the commit, where it was made."""
        return datetime.date.fromisoformat(self.time[:10])


@dataclass(frozen=True, slots=True)
class Log:
    """The versions, the newest first; `cut` says that the repository was fetched without older commits."""

    versions: tuple[Version, ...]
    cut: bool


def prefix(project: Path) -> str | None:
    """The folder of the project in its repository: "" or "news/"."""
    found = _git(project, "rev-parse", "--show-prefix")
    return None if found is None else os.fsdecode(found).removesuffix("\n")


def commits(project: Path) -> Path | None:
    """The file to which git writes at each commit, where there is one."""
    found = _git(project, "rev-parse", "--git-path", "logs/HEAD")
    path = None if found is None else project / os.fsdecode(found).removesuffix("\n")
    return path if path and path.is_file() else None


def log(project: Path, most: int) -> Log | None:
    """The versions of events.yaml on the branch that is checked out, under any name that the file had, at most so many."""
    asked = ("--first-parent", "-m", "--follow", "--raw", "--no-abbrev", "-z", "--format=%x01%H %P%x02%cI", f"--max-count={most}")
    found = _git(project, "log", *asked, "--", EVENTS)
    if found is None:
        return None
    commits = [commit for text in found.split(b"\x01")[1:] if (commit := _COMMIT.match(text))]
    versions = [Version(commit["blob"].decode(), commit["time"].decode()) for commit in commits]
    cut = bool(commits) and not commits[-1]["parents"] and _lost_parents(project, commits[-1]["name"].decode())
    return Log(tuple(version for version in versions if version.blob.strip("0")), cut)


def _lost_parents(project: Path, commit: str) -> bool:
    """Whether a commit that seems to be the first of all names one before it, which was not fetched."""
    head = (_git(project, "cat-file", "commit", commit) or b"").partition(b"\n\n")[0]
    return b"\nparent " in head


def content(project: Path, version: Version) -> bytes | None:
    """What the file held, None where the repository lacks it."""
    return _git(project, "cat-file", "blob", version.blob)


def _git(project: Path, *arguments: str) -> bytes | None:
    """What git prints, None where it fails."""
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *(part for setting in _SETTINGS for part in ("-c", setting)), *arguments],
            cwd=project,
            env={name: value for name, value in os.environ.items() if name not in _ELSEWHERE} | quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
