"""One command at a time writes in a project: another waits and says so, and a process that was killed is in nobody's way."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import filelock
import pytest

from timeline import store
from timeline.check import read
from timeline.store.alone import PLACE, WAITING

HOLDING = """
import sys
from pathlib import Path
from timeline import store
with store.alone(Path(sys.argv[1]), waiting=lambda text: print(text, flush=True)):
    print("held", flush=True)
    sys.stdin.read()
"""
ARTICLE = """---
published: 2019-03-10
title: {town} has a new bridge
---

The mayor of {town} opened the new bridge over the river on 4 March 2019. The council of {town} signed the contract on 7 May 2017.
"""


def holding(project: Path) -> subprocess.Popen[str]:
    """Another process that holds the project until its input ends."""
    other = asking(project)
    assert other.stdout and other.stdout.readline() == "held\n"
    return other


def asking(project: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDING, str(project)]
    return subprocess.Popen(command, env=with_this_package(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def with_this_package() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(store.__file__).parents[2])}


def end(other: subprocess.Popen[str]) -> None:
    other.communicate()


def test_it_is_held_once_by_a_thread_however_deep(tmp_path: Path) -> None:
    told: list[str] = []
    with store.alone(tmp_path, waiting=told.append), store.alone(tmp_path, waiting=told.append):
        pass
    with store.alone(tmp_path, waiting=told.append):
        pass
    assert told == []


def test_another_process_waits_and_says_so(tmp_path: Path) -> None:
    with store.alone(tmp_path, waiting=pytest.fail):
        other = asking(tmp_path)
        assert other.stdout and other.stdout.readline() == f"{WAITING}\n"
        time.sleep(0.2)
        assert other.poll() is None
    assert other.stdout.readline() == "held\n"
    end(other)


def test_a_killed_process_is_in_nobodys_way(tmp_path: Path) -> None:
    other = holding(tmp_path)
    other.kill()
    other.wait()
    assert (tmp_path / PLACE).exists()
    with store.alone(tmp_path, waiting=pytest.fail):
        pass
    end(other)


def test_an_error_inside_lets_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), store.alone(tmp_path, waiting=pytest.fail):
        raise KeyError
    end(holding(tmp_path))


@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOLCK, "No locks available"), OSError(errno.ENOSYS, "Function not implemented"), NotImplementedError()],
)
def test_a_file_system_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def failing(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(filelock.FileLock, "acquire", failing)
    told: list[str] = []
    with store.alone(tmp_path, waiting=told.append):
        assert len(told) == 1
    reason = getattr(error, "strerror", None) or "the system has no locks"
    assert told[0].startswith(f".timeline/cache/lock: this project cannot be locked: {reason}. ")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / ".timeline").write_text("mine")
    told: list[str] = []
    with store.alone(tmp_path, waiting=told.append):
        assert len(told) == 1 and "cannot be locked" in told[0]
    assert (tmp_path / ".timeline").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    told: list[str] = []
    with store.alone(tmp_path, waiting=told.append):
        assert len(told) == 1 and "Permission denied" in told[0]
    tmp_path.chmod(0o755)


def project_of(folder: Path, towns: list[str]) -> Path:
    (folder / "seeds").mkdir(parents=True)
    for town in towns:
        (folder / "seeds" / f"{town.lower()}.txt").write_text(ARTICLE.format(town=town))
    (folder / "mkdocs.yml").write_text("site_name: Towns\nplugins: [timeline]\n")
    return folder


def extracting(project: Path, *paths: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "timeline", "extract", *paths]
    return subprocess.Popen(command, cwd=project, env=with_this_package(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def two_at_once(project: Path) -> set[str]:
    """Two processes that each extract another article; what they said."""
    ends = [process.communicate() for process in [extracting(project, "seeds/arden.txt"), extracting(project, "seeds/bexley.txt")]]
    said = {line for _, errors in ends for line in errors.splitlines()}
    timeline = read((project / store.EVENTS).read_bytes())
    assert timeline.problems == ()
    sources = [source.article for event in timeline.events for source in event.sources]
    assert {"seeds/arden.txt", "seeds/bexley.txt"} == set(sources), (ends, sources)
    assert set(store.remembered(project).articles) == set(sources)
    before = (project / store.EVENTS).read_bytes(), (project / store.LOCK).read_bytes()
    third = extracting(project, "seeds")
    assert third.communicate()[0].endswith("nothing new, events.yaml is as it was.\n")
    assert before == ((project / store.EVENTS).read_bytes(), (project / store.LOCK).read_bytes())
    return said


def test_two_commands_at_once_lose_nothing(tmp_path: Path) -> None:
    assert two_at_once(project_of(tmp_path / "project", ["Arden", "Bexley"])) <= {WAITING}


@pytest.mark.slow
def test_two_commands_at_once_lose_nothing_again_and_again(tmp_path: Path) -> None:
    said = [two_at_once(project_of(tmp_path / str(number), ["Arden", "Bexley"])) for number in range(25)]
    assert all(lines <= {WAITING} for lines in said) and {WAITING} in said


def test_a_command_waits_for_one_that_writes(tmp_path: Path) -> None:
    project = project_of(tmp_path / "project", ["Arden"])
    with store.alone(project, waiting=pytest.fail):
        process = extracting(project)
        assert process.stderr and process.stderr.readline() == f"{WAITING}\n"
        assert not (project / store.EVENTS).exists()
    out, _ = process.communicate()
    assert process.returncode == 0 and "added to events.yaml" in out


@pytest.mark.parametrize("arguments", [("extract", "--dry-run"), ("extract", "--json"), ("check",), ("takedown", "seeds/arden.txt")])
def test_what_only_reads_does_not_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Any], arguments: tuple[str, ...]
) -> None:
    project = project_of(tmp_path / "project", ["Arden"])
    extracting(project).communicate()
    monkeypatch.chdir(project)
    other = holding(project)
    assert WAITING not in run(*arguments).output
    end(other)
