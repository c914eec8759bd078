"""`timeline build` and `timeline serve` as a person runs them, in a process of their own."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

COUNCIL = "---\npublished: 2019-05-10\n---\nThe council of Norberg met on 3 May 2019.\n"
FERRY = "---\npublished: 2019-05-10\n---\nThe ferry sank on 7 May 2019 near Norberg.\n"
WITHIN = 60.0


@pytest.fixture
def project(run, tmp_path: Path) -> Path:
    assert run("new", ".").exit_code == 0
    (tmp_path / "seeds" / "council.txt").write_text(COUNCIL, encoding="utf-8")
    return tmp_path


def test_build_extracts_and_makes_the_site(project: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "timeline", "build"], cwd=project, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "1 event added" in done.stdout
    assert "Council of Norberg met" in (project / "site" / "timeline" / "index.html").read_text(encoding="utf-8")


def test_build_stops_at_a_mistake_and_keeps_the_old_site(project: Path) -> None:
    subprocess.run([sys.executable, "-m", "timeline", "build"], cwd=project, check=True, capture_output=True)
    before = (project / "site" / "timeline" / "index.html").read_bytes()
    text = (project / "events.yaml").read_text(encoding="utf-8")
    (project / "events.yaml").write_text(text.replace("date: 2019-05-03", "date: 2019-13", 1), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "timeline", "build"], cwd=project, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert "date '2019-13' is not a date. Months run 01 to 12." in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "site" / "timeline" / "index.html").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="no such names on Windows")
@pytest.mark.parametrize("name", ["2018", "a: b *c* #d", "true"])
def test_a_new_project_of_any_name_is_built(run, tmp_path: Path, name: str) -> None:
    assert run("new", name).exit_code == 0
    shutil.rmtree(tmp_path / name / "seeds")
    done = subprocess.run([sys.executable, "-m", "timeline", "build"], cwd=tmp_path / name, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "seeds: warning: there is no such folder" in done.stderr
    page = (tmp_path / name / "site" / "index.html").read_text(encoding="utf-8")
    heading = re.search(r"<h1[^>]*>(.*?)<", page)
    assert heading and heading[1] == name[:1].upper() + name[1:]


@contextlib.contextmanager
def serving(project: Path, stop: int = signal.SIGINT if os.name != "nt" else signal.SIGTERM) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with open(project / "said.txt", "wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "timeline", "serve", "--dev-addr", f"127.0.0.1:{port}"], cwd=project, stdout=said, stderr=said
        )
    try:
        yield f"http://127.0.0.1:{port}/timeline/"
    finally:
        process.send_signal(stop)
        process.wait(timeout=20)


def wait_for(words: str, address: str) -> None:
    until = time.monotonic() + WITHIN
    page = ""
    while time.monotonic() < until:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:
            page = answer.read().decode()
            if words in page:
                return
        time.sleep(0.2)
    pytest.fail(f"'{words}' did not appear within {WITHIN:.0f} s in: {page[-2000:]}")


def test_serve_reads_an_article_as_soon_as_it_is_there(project: Path) -> None:
    with serving(project) as address:
        wait_for("Council of Norberg met", address)
        (project / "seeds" / "broken.txt").write_bytes(b"\x00\x01")
        (project / "seeds" / "ferry.txt").write_text(FERRY, encoding="utf-8")
        wait_for("Ferry sank near Norberg", address)
    said = (project / "said.txt").read_text(encoding="utf-8")
    assert "seeds/broken.txt" in said
    assert "not extracted yet" not in said
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be done before the end there")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_serve_takes_its_server_with_it(project: Path, monkeypatch: pytest.MonkeyPatch, stop: int) -> None:
    temporary = project / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with serving(project, stop=stop) as address:
        wait_for("Council of Norberg met", address)
        assert list(temporary.iterdir())
    assert not list(temporary.iterdir())
    with pytest.raises(OSError):
        urllib.request.urlopen(address, timeout=5)


def test_serve_says_that_seeds_is_no_folder(project: Path) -> None:
    shutil.rmtree(project / "seeds")
    (project / "seeds").write_text("x", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "timeline", "serve"], cwd=project, capture_output=True, encoding="utf-8", timeout=WITHIN)
    assert (done.returncode, done.stderr) == (1, "seeds: is not a folder. Rename it, and put articles into a folder of this name.\n")


def test_serve_says_that_its_port_is_in_use(run, project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run("serve", "--dev-addr", f"127.0.0.1:{port}")
    assert result.exit_code == 1
    after = port + 1 if port < 65535 else 8000
    assert result.stderr == f"127.0.0.1:{port}: is in use. Choose another: --dev-addr 127.0.0.1:{after}\n"
    assert not (project / "events.lock").exists()
    assert "8000: is not an address and a port. Write them as 127.0.0.1:8000." in run("serve", "--dev-addr", "8000").stderr


def test_serve_starts_with_a_mistake_and_shows_it(project: Path) -> None:
    (project / "events.yaml").write_text("events:\n  - id: a\n    date: 2019-13\n    title: A\n", encoding="utf-8")
    with serving(project) as address:
        wait_for("events.yaml:3:11: date ", address)
