"""The browser that the tests look with: the system's Chromium where there is one, otherwise Playwright's own.

`python -m tests.browser.chromium` sees that there is one, and says what to install where none can be had.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

REMEDY = "no browser to test with: install Debian's chromium ('apt-get install chromium'), or run 'playwright install chromium'"


ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]


def of_the_system() -> str | None:
    """The path of an installed Chromium."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; yields its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def main() -> None:
    """Install Playwright's Chromium where no browser is there. The tests say what is missing if that fails."""
    if of_the_system():
        return
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if not own.is_file() and subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"]).returncode:
        print(REMEDY, file=sys.stderr)


if __name__ == "__main__":
    main()
