"""A real browser, and the sites that it looks at, served under a path of their own on the loopback interface."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, sync_playwright

from tests.browser.chromium import ARGUMENTS, REMEDY, of_the_system, served
from tests.site.project import ENVIRONMENT, ROOT, make_project
from tests.site.story import write_story

ADDRESS = "site_url: https://news.example/news/asean/\n"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's where there is one, otherwise Playwright's own."""
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=of_the_system(), args=ARGUMENTS)
        except Error as error:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{REMEDY}\n{error}")
            pytest.skip(REMEDY)
        yield started
        started.close()


def build(project: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own folder, whose site is built into `site/`."""
    folder = make_project(tmp_path_factory.mktemp("news"), ADDRESS)
    build(folder)
    return folder


@pytest.fixture(scope="session")
def address(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of the seven events, under a sub-path."""
    root = tmp_path_factory.mktemp("web")
    shutil.copytree(project / "site", root / "news" / "asean")
    with served(root) as origin:
        yield f"{origin}news/asean/"


@pytest.fixture(scope="session")
def story_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of a long story, of 120 events."""
    with served(_story(tmp_path_factory.mktemp("story"), 120)) as origin:
        yield origin


@pytest.fixture(scope="session")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of a story so long, of 700 events, that each year has its page."""
    with served(_story(tmp_path_factory.mktemp("long"), 700)) as origin:
        yield origin


def _story(folder: Path, events: int) -> Path:
    make_project(folder, ADDRESS)
    shutil.rmtree(folder / "seeds")
    write_story(folder, events)
    return build(folder)


@pytest.fixture(scope="session")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose every field is an attempt to run something."""
    folder = make_project(tmp_path_factory.mktemp("hostile"), ADDRESS)
    lines = (ROOT / "tests" / "site" / "cases" / "injections.txt").read_text(encoding="utf-8").split("\n")
    cases = [line for line in lines if line and not line.startswith("# ") and line.isprintable()]
    article = "Report\n\n" + "\n\n".join(cases) + "\n"
    (folder / "seeds" / "hostile.txt").write_text(
        f"---\npublished: 2018-08-05\ntitle: '{cases[0]}'\n---\n{article}", encoding="utf-8", newline="\n"
    )
    events = [
        {
            "id": f"case-{number}",
            "date": "2018-08-04",
            "title": case,
            "summary": case,
            "people": [case],
            "tags": [case],
            "sources": [{"article": "seeds/hostile.txt", "quote": case, "date": "2018-08-04", "words": case[:8], "basis": case}],
        }
        for number, case in enumerate(cases)
    ]
    (folder / "events.yaml").write_text(
        yaml.safe_dump({"events": events}, allow_unicode=True, width=10_000), encoding="utf-8", newline="\n"
    )
    with served(build(folder)) as origin:
        yield origin


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What pages say on the console, throw, or ask of other servers; a test fails where there is any."""
    found: list[str] = []
    yield found
    assert not found


@pytest.fixture
def open_page(browser: Browser, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Open an address in a window of its own: `width`, `scheme` ("light" or "dark"), whether scripts run,
    one that runs `before` the page's, and whether messages on the console are complaints."""
    contexts: list[BrowserContext] = []

    def open_(url: str, *, width: int = 1280, scheme: str = "light", scripts: bool = True, before: str = "", quiet: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        if before:
            context.add_init_script(before)
        page = context.new_page()
        origin = url.split("/", 3)[:3]

        def on_console(message: ConsoleMessage) -> None:
            complaints.append(f"{page.url}: {message.type}: {message.text}")

        def on_request(request: Request) -> None:
            if request.url.split("/", 3)[:3] != origin and not request.url.startswith(("data:", "blob:")):
                complaints.append(f"{page.url} asks for {request.url}")

        if quiet:
            page.on("console", on_console)
            page.on("request", on_request)
            page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("dialog", lambda dialog: (complaints.append(f"{page.url} opens a dialog: {dialog.message}"), dialog.dismiss()))
        response = page.goto(url)
        if url.startswith("http"):
            assert response and response.ok, f"{url}: {response and response.status}"
        return page

    yield open_
    for context in contexts:
        context.close()
