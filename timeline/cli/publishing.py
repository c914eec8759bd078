"""`timeline build` and `timeline serve`: extract, then render with MkDocs.

In: a project. Out: a website in site/, or one served while the project is edited.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from timeline.cli.extracting import extract_into_project, seeds
from timeline.cli.telling import problem_of, tell
from timeline.errors import Problem, TimelineError
from timeline.project import EXTRACTED, SEEDS

_QUIET_SECONDS = 0.5
"""How long seeds/ must lie still before it is read: an article is often saved in several steps."""
_CLEARING_SECONDS = 2.0
"""How long a server that was interrupted may take to clear its temporary site away."""
_INTERRUPT = signal.SIGTERM if os.name == "nt" else signal.SIGINT
"""What ends the server; of SIGINT alone it makes an occasion to clear up, and Windows cannot send it to one process."""


@click.command()
@click.option("--strict", is_flag=True, help="Fail at MkDocs' warnings too.")
@click.option("--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Where the site goes.")
def build(strict: bool, site_dir: Path) -> None:
    """Read new articles, then build the site."""
    _require_settings()
    extract_into_project(Path(), [])
    options = ["--site-dir", str(site_dir), *(["--strict"] if strict else [])]
    sys.exit(subprocess.run(_mkdocs("build", options), env=_environment()).returncode)


@click.command(short_help="The same, served; reload at each change.")
@click.option("--dev-addr", default="127.0.0.1:8000", show_default=True, metavar="ADDRESS:PORT", help="Where it is served.")
def serve(dev_addr: str) -> None:
    """Read new articles, then serve the site; read and reload at each change."""
    _require_settings()
    _require_free(dev_addr)
    if not os.path.lexists(SEEDS):
        Path(SEEDS).mkdir()  # so that the first article is seen
    seeds()
    _extract_and_go_on()  # the pages show what is wrong with events.yaml
    changed = threading.Event()
    observer = Observer()
    observer.schedule(_Signal(changed), SEEDS, recursive=True)
    observer.start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the server is ended first
    server = subprocess.Popen(_mkdocs("serve", ["--dev-addr", dev_addr]), env=_environment())
    try:
        while server.poll() is None:
            if changed.wait(timeout=_QUIET_SECONDS):
                _wait_until_quiet(changed)
                _extract_and_go_on()
    except KeyboardInterrupt:  # the server has most often heard it too
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(timeout=_CLEARING_SECONDS)
    finally:
        observer.stop()
        if server.poll() is None:
            server.send_signal(_INTERRUPT)
        server.wait()
    sys.exit(max(server.returncode, 0))


class _Signal(FileSystemEventHandler):
    """Sets an event when a file is written, moved or deleted; reading one changes nothing."""

    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted"):
            self._changed.set()


def _wait_until_quiet(changed: threading.Event) -> None:
    changed.clear()
    while changed.wait(timeout=_QUIET_SECONDS):
        changed.clear()


def _extract_and_go_on() -> None:
    try:
        extract_into_project(Path(), [])
    except TimelineError as error:
        tell(error.problems)
    except OSError as error:
        tell([problem_of(error)])


def _mkdocs(command: str, options: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "mkdocs", command, *options]


def _environment() -> dict[str, str]:
    """Without the theme's notice of its successor, which is for those who choose themes: docs/guide/design.md tells of it; and
    without the plugin's of articles that wait: they are extracted here."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", EXTRACTED: "1"}


def _require_settings() -> None:
    if not Path("mkdocs.yml").is_file():
        raise TimelineError(Problem("mkdocs.yml", "is missing in this folder. Go to a project's folder, or start one: timeline new DIR"))


def _require_free(address: str) -> None:
    """See that nothing else is served at `address`. Raises TimelineError."""
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise TimelineError(Problem(address, "is not an address and a port. Write them as 127.0.0.1:8000."))
    try:
        with socket.create_server((host, int(port)), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return
    except OSError as error:
        found = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be served at: {error.strerror or error}"
        other = f"{address.rpartition(':')[0]}:{int(port) + 1 if 1024 <= int(port) < 65535 else 8000}"
    raise TimelineError(Problem(address, f"{found}. Choose another: --dev-addr {other}"))
