"""`mkdocs serve`: what a person changes is seen, what they mistake is told, and serving goes on."""

from __future__ import annotations

import queue
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.history.repository import commit, needs_git, start
from tests.site.project import ENVIRONMENT, make_project

PATIENCE = 30.0  # seconds, for slow machines


class Server:
    """A running `mkdocs serve`: its pages, and what it has said since it was last asked."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.address = f"http://127.0.0.1:{port}/"
        self.said: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._listen, daemon=True)
        self.reader.start()

    def _listen(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.said.put(line)

    def wait_for(self, words: str) -> str:
        """All that is said until a line holds `words`, that line included."""
        heard, end = "", time.monotonic() + PATIENCE
        while words not in heard:
            try:
                heard += self.said.get(timeout=max(end - time.monotonic(), 0.01))
            except queue.Empty:
                pytest.fail(f"never said {words!r}, but:\n{heard}")
        return heard

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as response:
            return str(response.read().decode("utf-8"))

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)
        self.reader.join(timeout=PATIENCE)
        assert self.process.stderr
        self.process.stderr.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture
def serve(project: Path) -> Iterator[Callable[[], Server]]:
    started: list[Server] = []

    def start() -> Server:
        started.append(Server(project))
        started[-1].wait_for("Serving on")
        return started[-1]

    yield start
    for server in started:
        server.stop()


def edit(project: Path, before: str, after: str) -> None:
    path = project / "events.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8", newline="\n")


def test_edits_show_and_mistakes_are_told(project: Path, serve: Callable[[], Server]) -> None:
    (project / "docs" / "about.md").write_text("Who we are.\n", encoding="utf-8")  # its heading is the theme's
    server = serve()
    assert "Annual ASEAN summit begins" in server.page("timeline/")

    edit(project, "Annual ASEAN summit begins in Singapore", "ASEAN leaders meet in Singapore")
    server.wait_for("Reloading browsers")
    assert "ASEAN leaders meet in Singapore" in server.page("timeline/")

    edit(project, "date: 2018-11-11\n    title", "date: 2018-13-11\n    title")
    line = (project / "events.yaml").read_text(encoding="utf-8").splitlines().index("    date: 2018-13-11") + 1
    message = f"events.yaml:{line}:11: date '2018-13-11' is not a date."
    heard = server.wait_for("Reloading browsers")
    assert message in heard and "Traceback" not in heard
    assert f"{line:>5} |     date: 2018-13-11\n      |           ^^^^^^^^^^\n" in heard
    for path in ("timeline/", "", "people/mike-pompeo/", "about/"):
        html = server.page(path)
        assert 'role="alert"' in html and message.replace("'", "&#39;") in html, path
        assert "date: <mark>2018-13-11</mark></pre>" in html, path
    assert "ASEAN leaders meet in Singapore" in server.page("timeline/"), "the last good events stay up"

    edit(project, "2018-13-11", "2018-11-12")
    server.wait_for("Reloading browsers")
    html = server.page("timeline/")
    assert 'role="alert"' not in html and "12 November 2018" in html

    (project / "seeds" / "new.txt").write_text("On 4 August 2018 a ferry sank.", encoding="utf-8")
    assert "not extracted yet: seeds/new.txt" in server.wait_for("Reloading browsers")


def test_with_a_mistake_from_the_start_what_loads_is_shown(project: Path, serve: Callable[[], Server]) -> None:
    edit(project, "date: 2018-11-11\n    title", "date: soon\n    title")
    server = serve()
    html = server.page("timeline/")
    assert 'role="alert"' in html and "U.S. Treasury designates" in html and "Annual ASEAN summit begins" not in html
    edit(project, "date: soon", "date: 2018-11-11")
    server.wait_for("Reloading browsers")
    html = server.page("timeline/")
    assert 'role="alert"' not in html and "Annual ASEAN summit begins" in html


def test_serving_writes_nothing_and_comes_to_rest(project: Path, serve: Callable[[], Server]) -> None:
    def stamps() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file() and path.name != "events.yaml"}

    before = stamps()
    server = serve()
    for said, instead in (("ASEAN statement calls", "An ASEAN statement calls"), ("An ASEAN statement calls", "ASEAN statement calls")):
        edit(project, said, instead)
        heard = server.wait_for("Reloading browsers")
        assert heard.count("Detected file changes") == 1, "one edit, one build"
    assert stamps() == before


def opened(html: str) -> dict[str, int]:
    """The lines of events.yaml that the links of a page open in the editor, by event."""
    found = re.findall(r'<h3 class="event-title" id="([^"]+)".*?class="origin" href="vscode://file/[^"]+/events\.yaml:(\d+):5"', html, re.S)
    return {event: int(line) for event, line in found}


def test_each_event_opens_the_editor_at_its_line(project: Path, serve: Callable[[], Server]) -> None:
    def lines() -> dict[str, int]:
        text = (project / "events.yaml").read_text(encoding="utf-8").splitlines()
        return {line[8:]: number for number, line in enumerate(text, 1) if line.startswith("  - id: ")}

    server = serve()
    first = lines()
    assert opened(server.page("timeline/")) == first
    edit(project, "events:\n", "# What happened\n\nevents:\n\n")
    server.wait_for("Reloading browsers")
    assert opened(server.page("timeline/")) == lines() == {event: line + 3 for event, line in first.items()}
    assert opened(server.page("people/donald-trump/")) == {"trump-kim-summit": lines()["trump-kim-summit"]}

    edit(project, "    date: 2018-11-11\n    title", "    # Was it?\n    date: soon\n    title")
    server.wait_for("Reloading browsers")
    now = lines()
    wrong = now.pop("asean-summit-begins")  # is shown as it was, and leads nowhere
    html = server.page("timeline/")
    assert opened(html.replace('id="asean-summit-begins"', "")) == now
    assert f"{project.as_posix()}/events.yaml:{wrong + 2}:11" in html, "the mistake leads to its place"


@needs_git
def test_what_was_not_committed_is_not_published_yet(project: Path, serve: Callable[[], Server]) -> None:
    start(project)
    commit(project, "2019-01-01")
    server = serve()
    assert "Not published yet" not in server.page("changes/")
    edit(project, "Annual ASEAN summit begins in Singapore", "ASEAN leaders meet in Singapore")
    server.wait_for("Reloading browsers")
    html = server.page("changes/")
    assert "1 event changed, since the last commit" in html and "ASEAN leaders meet in Singapore" in html
    commit(project, "2019-01-02")
    server.wait_for("Reloading browsers")
    html = server.page("changes/")
    assert "Not published yet" not in html and "2 January 2019" in html
