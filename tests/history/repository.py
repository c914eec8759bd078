"""Repositories of git that tests make: commits of events.yaml on days that are given."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(not shutil.which("git") and os.environ.get("CI") != "true", reason="git is not there")
_NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
_NAMES = {f"GIT_{who}_{what}": "ada" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *arguments: str, time: str = "2019-01-01T12:00:00+01:00") -> str:
    """Run git, as nobody and at a time that is given."""
    environment = {**os.environ, **_NOBODY, **_NAMES, "GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def start(folder: Path) -> Path:
    """An empty repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit(folder: Path, day: str, text: str = "", name: str = "events.yaml", hour: int = 12) -> None:
    """Commit the file with this text (and all else that was changed) on a day."""
    if text:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Changed", time=f"{day}T{hour:02}:00:00+01:00")


def events(*items: str) -> str:
    """A file of events, from lines such as `strike 2018-08-04 Dockers strike | seeds/a.txt On 4 August dockers struck.`"""
    return "events:\n" + "".join(_event(item) for item in items)


def _event(item: str) -> str:
    about, *sources = item.split(" | ")
    event, date, title = about.split(" ", 2)
    title, _, status = title.partition(" !")
    text = f"  - id: {event}\n    date: {date.replace('_', ' ')}\n    title: {title}\n" + (f"    status: {status}\n" if status else "")
    if sources:
        text += "    sources:\n"
    for source in sources:
        article, _, quote = source.partition(" ")
        text += f"      - article: {article}\n        quote: {quote}\n"
    return text
