"""Going over events in a real terminal: keys count as they are pressed, there is colour where it is wanted, Ctrl-C ends it."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.reviewed import ARTICLE, EVENTS

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

import pty
import termios

_PATIENCE = 60  # seconds
_COLOUR = re.compile(rb"\x1b\[[0-9;]*m")


class Terminal:
    """A terminal in which a command runs."""

    def __init__(self, project: Path, *arguments: str, **environment: str) -> None:
        self.shown = b""
        root = Path(__file__).parents[2]
        variables = {**os.environ, "PYTHONPATH": str(root), "TERM": "xterm", "COLUMNS": "80", **environment}
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.chdir(project)
            os.execve(sys.executable, [sys.executable, "-m", "timeline", *arguments], variables)

    def read(self) -> bool:
        """Whether anything more was shown before the command ended."""
        if not select.select([self.end], [], [], _PATIENCE)[0]:
            raise AssertionError(f"nothing is shown: {self.shown!r}")
        try:
            more = os.read(self.end, 65536)
        except OSError:  # Linux says so of a terminal that nobody holds any more
            more = b""
        self.shown += more
        return bool(more)

    def wait_for(self, text: str, at_once: bool = True) -> str:
        """What is shown up to a text; where keys count `at_once`, when they do."""
        while text.encode() not in self.shown:
            assert self.read(), f"it ended: {self.shown!r}"
        while at_once and termios.tcgetattr(self.end)[3] & termios.ICANON:
            time.sleep(0.01)
        shown, self.shown = self.shown, b""
        return shown.decode()

    def press(self, keys: str) -> None:
        os.write(self.end, keys.encode())

    def close(self) -> str:
        """What is shown until the command ends."""
        while self.read():
            pass
        os.waitpid(self.process, 0)
        os.close(self.end)
        return self.shown.decode()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "agency.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "events.yaml").write_text(EVENTS, encoding="utf-8", newline="")
    yield tmp_path


def text_of(project: Path) -> str:
    return (project / "events.yaml").read_bytes().decode()


def test_each_key_counts_as_it_is_pressed(project: Path) -> None:
    terminal = Terminal(project, "review")
    first = terminal.wait_for("for help: ")
    assert "\x1b[1mThe council dissolves itself\x1b[0m" in first
    assert "\x1b[33m\x1b[1mOn 3 May 2019\x1b[0m" in first
    terminal.press("k")
    assert "council-gone" in terminal.wait_for("for help: ")
    assert text_of(project) == EVENTS.replace("proposed", "reviewed", 1)
    terminal.press("m")
    terminal.wait_for("nothing goes back: ", at_once=False)
    terminal.press("1\r")
    assert "mayor-resigns" in terminal.wait_for("for help: ")
    assert "council-gone" not in text_of(project)
    terminal.press("u")
    assert "Undone: 'council-gone' is no longer merged." in terminal.wait_for("for help: ")
    terminal.press("r")
    terminal.wait_for("for help: ")
    terminal.press("?")
    assert "undo the last answer" in terminal.wait_for("for help: ")
    terminal.press("\x1b[A")  # an arrow
    assert "That is no answer." in terminal.wait_for("for help: ")
    terminal.press("s")
    terminal.wait_for("undo, or quit: ")
    for name in ("mayor-resigns", "council-gone", "council-dissolved"):
        terminal.press("u")
        assert f"'{name}' is no longer" in terminal.wait_for("for help: ")
    assert text_of(project) == EVENTS
    terminal.press("q")
    assert terminal.close().endswith("3 still to review: timeline review.\r\n")


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_end_it_and_nothing_is_lost(project: Path, key: str) -> None:
    terminal = Terminal(project, "review")
    terminal.wait_for("for help: ")
    terminal.press("k")
    terminal.wait_for("for help: ")
    terminal.press(key)
    shown = terminal.close()
    assert shown.endswith("1 kept; 2 still to review: timeline review.\r\n")
    assert "Traceback" not in shown
    assert text_of(project) == EVENTS.replace("proposed", "reviewed", 1)


def test_the_editor_has_the_terminal(project: Path) -> None:
    editor = project / "editor"
    editor.write_text('#!/bin/sh\nprintf "Which year? "\nread year\nsed -i.bak "s/2019-05-03/$year/" "$1"\n')
    editor.chmod(0o755)
    terminal = Terminal(project, "review", EDITOR=str(editor), VISUAL="")
    terminal.wait_for("for help: ")
    terminal.press("e")
    terminal.wait_for("Which year? ", at_once=False)
    terminal.press("2018\r")
    assert "in 2018" in terminal.wait_for("for help: ")
    terminal.press("q")
    terminal.close()
    assert text_of(project) == EVENTS.replace("2019-05-03", "2018", 2)


def test_a_dumb_terminal_is_answered_with_lines(project: Path) -> None:
    terminal = Terminal(project, "review", TERM="dumb", NO_COLOR="1")
    assert "\x1b" not in terminal.wait_for("for help: ", at_once=False)
    terminal.press("keep\r")
    assert "council-gone" in terminal.wait_for("for help: ", at_once=False)
    terminal.press("q\r")
    terminal.close()
    assert text_of(project) == EVENTS.replace("proposed", "reviewed", 1)


def test_colours_say_nothing_more(project: Path) -> None:
    shown = []
    for environment in ({}, {"NO_COLOR": "1"}):
        terminal = Terminal(project, "review", **environment)
        terminal.wait_for("for help: ")
        terminal.press("s")
        shown.append(terminal.wait_for("for help: ").encode())
        terminal.press("q")
        terminal.close()
    assert _COLOUR.sub(b"", shown[0]) == shown[1] != shown[0]


def test_a_dry_run_is_a_diff_in_colours(project: Path) -> None:
    shown = Terminal(project, "extract", "--all", "--dry-run", "seeds").close()
    assert "\x1b[1m--- a/events.yaml\x1b[0m\r\n\x1b[1m+++ b/events.yaml\x1b[0m\r\n\x1b[36m@@ -" not in shown  # what it reports is known
    (project / "events.yaml").write_text(EVENTS.partition("  - id: mayor")[0], encoding="utf-8", newline="")
    shown = Terminal(project, "extract", "--all", "--dry-run", "seeds").close()
    assert "\x1b[1m+++ b/events.yaml\x1b[0m\r\n\x1b[36m@@ -" in shown
    assert "@@\x1b[0m\x1b[1m new event: mayor-astrid-lund-resigned\x1b[0m\r\n" in shown
    assert "\x1b[32m+  - id: mayor-astrid-lund-resigned\x1b[0m\r\n" in shown
