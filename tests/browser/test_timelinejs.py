"""What is exported for TimelineJS, drawn by TimelineJS: the package from the npm registry, in a browser, without any other server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

from tests.browser.chromium import served
from tests.node.packages import modules
from timeline.edtf import parse
from timeline.exchange import FORMATS
from timeline.model import Event, Image, Source
from timeline.pages import Site, publication

EVENTS = (
    Event("caesar", parse("-0043"), "Caesar dies", summary="In Rome."),
    Event("party", parse("198X"), "A party is founded"),
    Event("strike", parse("2016"), "Dockers strike; <b>all</b> of them & more", summary="Line one.\nLine two.", tags=("harbour", "strike")),
    Event("founding", parse("2017-05"), "=A company is founded"),
    Event(
        "treaty",
        parse("2018-08-04"),
        "Two states sign",
        image=Image("images/treaty.png", "Two people sign", "The signing"),
        sources=(Source(url="https://example.org/treaty", quote="They signed on 4 August."),),
    ),
    Event("talks", parse("2018-10-25/2018-11-11"), "They talk"),
    Event("leak", parse("[2018-11-12..2018-11-18]"), "“A paper” leaks"),
    Event("about", parse("2019-06~"), "A deal is struck"),
    Event("call", parse("2019-07-01T14:30Z"), "They call"),
    Event("before", parse("../2020-04"), "The end"),
)
HEADLINES = ["A story", *(event.title for event in EVENTS)]
DATES = {
    "Caesar dies": "44 BCE",
    "A party is founded": "in the 1980s",
    "Dockers strike; <b>all</b> of them & more": "2016",
    "=A company is founded": "May 2017",
    "Two states sign": "August 4, 2018",
    "They talk": "October 25, 2018 — November 11, 2018",
    "“A paper” leaks": "week of 12 November 2018",
    "A deal is struck": "about June 2019",
    "They call": "1 July 2019, 14:30 UTC",
    "The end": "before May 2020",
}
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A story</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="timelinejs/css/timeline.css"><div id="story" style="width: 900px; height: 600px"></div>
<script src="timelinejs/js/timeline.js"></script>
<script>var drawn = new TL.Timeline("story", "{file}", {{font: null, script_path: location.href + "../timelinejs/js/"}});</script>
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A folder with the exports, a page for each, and TimelineJS."""
    folder = tmp_path_factory.mktemp("timelinejs")
    shutil.copytree(modules() / "@knight-lab" / "timelinejs" / "dist", folder / "timelinejs")
    (folder / "treaty.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>', encoding="utf-8")
    told = publication(Site("A story", EVENTS, {}, locate=lambda source: "treaty.svg"))
    for name in ("timelinejs", "timelinejs-csv"):
        file = f"story{FORMATS[name].ending}"
        (folder / file).write_text(FORMATS[name].write(told), encoding="utf-8", newline="")
        (folder / f"{name}.html").write_text(PAGE.format(file=file), encoding="utf-8")
    with served(folder) as root:
        yield root


@pytest.mark.parametrize("name", ["timelinejs", "timelinejs-csv"])
def test_timelinejs_draws_what_is_exported(name: str, address: str, browser: Browser) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(message.text)

    def see(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            asked.append(request.url)

    page.on("console", hear)
    page.on("request", see)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}{name}.html")
    page.wait_for_function(f"document.querySelectorAll('.tl-slide').length === {len(HEADLINES)} && drawn.ready")
    slides = page.evaluate("""[...document.querySelectorAll('.tl-slide')].map(slide => ({
        headline: slide.querySelector('.tl-headline').textContent.trim(),
        date: (slide.querySelector('.tl-headline-date') || {textContent: ''}).textContent.trim(),
        text: (slide.querySelector('.tl-text-content') || {innerText: ''}).innerText,
    }))""")
    by_headline = {slide["headline"]: slide for slide in slides}
    assert len(slides) == len(HEADLINES) and by_headline.keys() == set(HEADLINES)
    assert {headline: slide["date"] for headline, slide in by_headline.items() if slide["date"]} == DATES
    assert by_headline["Two states sign"]["text"].strip() == "“They signed on 4 August.” – example.org"
    assert "Line one.\nLine two." in by_headline[EVENTS[2].title]["text"]
    assert (said, asked) == ([], [])
    page.close()
