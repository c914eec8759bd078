"""A command that is killed, at whatever operation on a file: each file is the old one or the new one, and the next run completes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.store import killing
from timeline.store import EVENTS, LOCK

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork; test_files kills each write there")

ARTICLES = {
    "arden": "The mayor of Arden opened the new bridge on 4 March 2019. The council signed the contract on 7 May 2017.",
    "bexley": "The mill of Bexley burned down on 2 June 2018. Arden's mayor opened the new bridge on 4 March 2019.",
}
FILES = (EVENTS, LOCK, "seeds/arden.txt", "seeds/bexley.txt")


def write_article(project: Path, name: str) -> None:
    text = f"---\npublished: 2019-03-10\ntitle: News of {name}\n---\n\n{ARTICLES[name]}\n"
    (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")


def new(project: Path, run: Callable[..., Any]) -> list[str]:
    """The first extraction of a project."""
    write_article(project, "arden")
    return ["extract"]


def edited(project: Path, run: Callable[..., Any]) -> list[str]:
    """One article more, after a person edited the file."""
    write_article(project, "arden")
    run("extract")
    text = (project / EVENTS).read_text(encoding="utf-8")
    (project / EVENTS).write_text("# mine\n" + re.sub(r"  - id: [^\n]*contract(?:.*\n)+", "", text), encoding="utf-8", newline="")
    write_article(project, "bexley")
    return ["extract"]


def without_file(project: Path, run: Callable[..., Any]) -> list[str]:
    """events.yaml was deleted: the lock is set aside."""
    edited(project, run)
    (project / EVENTS).unlink()
    return ["extract"]


def taken_down(project: Path, run: Callable[..., Any]) -> list[str]:
    """An article goes, with what stands on it."""
    edited(project, run)
    run("extract")
    return ["takedown", "seeds/arden.txt", "--yes"]


def added(project: Path, run: Callable[..., Any]) -> list[str]:
    """An article from elsewhere is kept, then extracted."""
    edited(project, run)
    article = project / "seeds" / "bexley.txt"
    return ["add", str(article.rename(project.parent / "bexley.txt"))]


def killed(folder: Path, prepare: Callable[..., list[str]], run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> int:
    """Kill the command, check what is left, and run it once more; how many kills there were."""
    project, copies = folder / "project", folder / "copies"
    (project / "seeds").mkdir(parents=True)
    copies.mkdir()
    (project / "mkdocs.yml").write_text("site_name: Towns\nplugins: [timeline]\n")
    monkeypatch.chdir(project)
    arguments = prepare(project, run)
    command = [sys.executable, killing.__file__, str(project), str(copies), *arguments]
    environment = os.environ | {"PYTHONPATH": str(Path(killing.__file__).parents[2])}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    old = {name: held(project / name) for name in FILES}
    whole = {name: held(copies / "whole" / name) for name in FILES}
    kills = [copy for copy in copies.iterdir() if copy.name.isdecimal()]
    assert whole != old
    for copy in kills:
        for name in FILES:
            assert held(copy / name) in ({old[name], whole[name]} | between(name, old)), (copy, name)
        monkeypatch.chdir(copy)
        result = run(*arguments)
        if arguments[0] == "extract" or result.exit_code == 0:
            assert result.exit_code == 0, result.output
        else:
            assert "nothing of this project stands on it" in result.output  # it had come to its end
        assert {name: held(copy / name) for name in FILES} == whole, copy
    return len(kills)


def held(path: Path) -> bytes | None:
    """What a file holds; of the lock without the digests of articles, since the record of one that was added holds the time."""
    if not path.exists():
        return None
    data = path.read_bytes()
    return b"\n".join(sorted(re.sub(rb"(?m)^article \w{16}", b"article", data).split(b"\n"))) if path.name == LOCK else data


def between(name: str, old: dict[str, bytes | None]) -> set[bytes | None]:
    """What a file may hold beside the old and the new: where there was no events.yaml, the lock is set aside before there is another."""
    return {None} if name == LOCK and old[EVENTS] is None else set()


@pytest.mark.parametrize("prepare", [new, edited, without_file, taken_down, added])
def test_a_command_killed_at_any_operation_leaves_whole_files(
    tmp_path: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, prepare: Callable[..., list[str]]
) -> None:
    kills = killed(tmp_path, prepare, run, monkeypatch)
    print(kills, "kills")
    assert kills >= 15
