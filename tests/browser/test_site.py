"""The site in a real browser: every kind of page, every way from one to the other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import served
from tests.browser.conftest import build
from tests.history.repository import commit, needs_git, start
from tests.site.project import make_project

ARTICLE = "articles/000_cea3806abd6050ba/"
KINDS = [
    "",
    "timeline/",
    ARTICLE,
    "articles/",
    "people/",
    "people/mike-pompeo/",
    "organisations/",
    "places/singapore/",
    "tags/",
    "404.html",
]

Open = Callable[..., Page]


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_open_quietly_and_fit(open_page: Open, address: str, width: int) -> None:
    page = open_page(address, width=width)
    for path in KINDS:
        page.goto(address + path)
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("[role=dialog]:not([aria-label])")).to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        cut_off = "e => e.getBoundingClientRect().right > innerWidth + 1"
        assert page.evaluate(f"[...document.querySelectorAll('.timeline *')].filter({cut_off}).length") == 0, path


def test_light_and_dark_follow_the_system(open_page: Open, address: str) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        page = open_page(address + "timeline/", scheme=scheme)
        colours[scheme] = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.event-title')).color]"
        )
    (light_paper, light_ink), (dark_paper, dark_ink) = colours["light"], colours["dark"]
    assert light_paper == "rgb(255, 255, 255)" and _brightness(light_ink) < 80
    assert _brightness(dark_paper) < 60 and _brightness(dark_ink) > 180


def test_on_paper_all_is_dark_on_white(open_page: Open, address: str) -> None:
    page = open_page(address + "timeline/", scheme="dark")
    page.emulate_media(media="print")
    for place in (".event-title", ".source-line", ".source-quote", "h1", "mark"):
        assert _brightness(page.locator(place).first.evaluate("e => getComputedStyle(e).color")) < 110, place
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("figcaption.source-line").first.inner_text().endswith("2018"), "no links, nor what sets them apart"
    page.goto(address)
    assert len(re.findall(rb"/Type */Page\b", page.pdf(format="A4"))) == 1, "no empty sheet at the end"


def _brightness(colour: str) -> float:
    red, green, blue = map(float, re.findall(r"[\d.]+", colour)[:3])
    return 0.299 * red + 0.587 * green + 0.114 * blue


def low_contrast(page: Page) -> object:
    """Texts of the timeline that stand out less than 4.5 to 1 from the nearest ground behind them."""
    return page.evaluate(
        """() => {
          const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
          const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          const over = (top, below) => { const a = top[3] / 255; return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)); };
          const ground = e => e ? over(rgba(getComputedStyle(e).backgroundColor), ground(e.parentElement)) : [255, 255, 255];
          const low = [];
          for (const element of document.querySelectorAll(".md-content *, .md-sidebar--secondary *, .md-copyright")) {
            const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
            if (!own || !element.getClientRects().length || element.closest("svg")) continue;
            const style = getComputedStyle(element);
            const [a, b] = [light(over(rgba(style.color), ground(element))), light(ground(element))].sort((x, y) => y - x);
            if ((a + .05) / (b + .05) < 4.5) low.push([element.className, element.textContent.trim().slice(0, 40), (a + .05) / (b + .05)]);
          }
          return low;
        }"""
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["timeline/", ARTICLE, ""])
def test_text_can_be_read_against_its_ground(open_page: Open, address: str, path: str, scheme: str) -> None:
    """WCAG AA: 4.5 to 1 for each text in the timeline, against the nearest ground behind it."""
    page = open_page(address + path, scheme=scheme)
    assert low_contrast(page) == []


def search(page: Page, words: str) -> None:
    if page.viewport_size and page.viewport_size["width"] < 800:
        page.click("label.md-header__button[for=__search]")
    else:
        page.click(".md-search__input")
    page.locator(".md-search__input").press_sequentially(words)
    page.locator(".md-search-result__link:visible").first.wait_for()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Morgulov", "pompeo-morgulov"),
        ("laundering", "treasury-designates-singapore-entities"),  # in the quote alone
        ("reason given", "pompeo-kim-talks-postponed"),
        ("summit begins", "asean-summit-begins"),
    ],
)
def test_the_search_lands_on_the_event(open_page: Open, address: str, words: str, event: str, width: int) -> None:
    page = open_page(address, width=width)
    search(page, words)
    page.locator(".md-search-result__link:visible").first.click()
    page.wait_for_url(re.compile(rf"/timeline/(\\?.*)?#{event}$".replace("\\\\", "\\")))
    expect(page.locator(f"#{event}")).to_be_in_viewport()


def test_all_events_that_match_are_shown(open_page: Open, address: str) -> None:
    page = open_page(address)
    search(page, "Pompeo")
    for title in ("Pompeo speaks with", "Talks between Pompeo"):
        expect(page.locator(".md-search-result__link:visible", has_text=title).first).to_be_visible()


def test_the_search_by_keyboard(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.keyboard.press("/")
    page.keyboard.type("Morgulov")
    page.locator(".md-search-result__link:visible").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/timeline/(\?.*)?#pompeo-morgulov$"))


@pytest.mark.parametrize("scripts", [True, False])
def test_permalinks_land_on_the_event(open_page: Open, address: str, scripts: bool) -> None:
    page = open_page(address + "e/asean-summit-begins/", scripts=scripts)
    page.wait_for_url("**/timeline/#asean-summit-begins")
    expect(page.locator("#asean-summit-begins")).to_be_in_viewport()


def test_from_a_folder(open_page: Open, project: Path) -> None:
    page = open_page(
        (project / "site" / "e" / "asean-summit-begins" / "index.html").as_uri(), quiet=False
    )  # the theme's search wants a server
    page.wait_for_url("file://**/timeline/index.html#asean-summit-begins")
    page.click("li.event:has(#asean-summit-begins) >> text=see it in the article")
    page.wait_for_url(f"file://**/{ARTICLE}index.html#asean-summit-begins")


def test_permalinks_are_copied(open_page: Open, address: str) -> None:
    page = open_page(address + "timeline/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="permalink of Trump meets Kim Jong Un").click()
    expect(page.locator("[role=status]", has_text="Link copied")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}e/trump-kim-summit/"
    assert page.url == f"{address}timeline/"


@pytest.mark.parametrize("scripts", [True, False])
def test_from_event_to_quote_and_back(open_page: Open, address: str, scripts: bool) -> None:
    page = open_page(address + "timeline/", scripts=scripts)
    page.click("li.event:has(#treasury-designates-singapore-entities) >> text=see it in the article")
    page.wait_for_url(f"**/{ARTICLE}#treasury-designates-singapore-entities")
    quote = page.locator("mark#treasury-designates-singapore-entities")
    expect(quote).to_be_in_viewport()
    expect(quote).to_contain_text("On October 25, the U.S. Treasury Department designated")
    page.click("a.note:has-text('U.S. Treasury designates')")
    page.wait_for_url("**/timeline/#treasury-designates-singapore-entities")
    expect(page.locator("#treasury-designates-singapore-entities")).to_be_in_viewport()


def test_each_event_of_one_sentence_has_its_place(open_page: Open, address: str) -> None:
    for event in ("asean-statement-2017", "asean-ministers-statement"):
        page = open_page(f"{address}{ARTICLE}#{event}")
        expect(page.locator("mark", has=page.locator(f"#{event}")).or_(page.locator(f"mark#{event}"))).to_be_in_viewport()


def test_it_can_be_read_without_scripts(open_page: Open, address: str) -> None:
    page = open_page(address + "timeline/", scripts=False)
    expect(page.locator(".event-title")).to_have_count(7)
    for text in ("between 25 October and 11 November 2018", "a June summit", "Igor Morgulov", "not reviewed"):
        expect(page.locator("ol.events").get_by_text(text).first).to_be_visible()
    page.locator("li.event", has=page.locator("#pompeo-kim-talks-postponed")).get_by_text("Why this date").click()
    expect(page.get_by_text("“this week”, published between 25 October and 11 November 2018")).to_be_visible()
    expect(page.locator(".md-search")).to_be_hidden()
    page.click("a.chip:has-text('Kim Yong Chol')")
    page.wait_for_url("**/people/kim-yong-chol/")
    page.click("text=Talks between Pompeo")
    page.wait_for_url("**/timeline/#pompeo-kim-talks-postponed")


def test_typing_narrows_the_stream(open_page: Open, address: str) -> None:
    page = open_page(address + "timeline/")
    box = page.get_by_label("Filter 7 events")
    box.fill("singapore pompeo")
    expect(page.locator("li.event:visible")).to_have_count(1)
    expect(page.locator(".filter [role=status]")).to_have_text("1 of 7")
    expect(page.locator(".overview-strip a:not(.faint)")).to_have_count(1)
    expect(page.locator(".overview-strip a.faint")).to_have_count(6)
    expect(page.locator("#on_2017")).to_be_hidden()
    box.fill("no such words")
    expect(page.locator(".filter [role=status]")).to_have_text("No event holds these words.")
    page.evaluate("location.hash = '#trump-kim-summit'")
    expect(page.locator("#trump-kim-summit")).to_be_in_viewport()
    expect(page.locator("li.event:visible")).to_have_count(7)
    expect(page.locator(".overview-strip a:not(.faint)")).to_have_count(7)


def test_the_rail_jumps(open_page: Open, address: str) -> None:
    page = open_page(address + "timeline/")
    page.click(".md-sidebar--secondary >> text=November")
    page.wait_for_url("**/timeline/#on_2018_november")
    expect(page.locator("#asean-summit-begins")).to_be_in_viewport()


def test_nothing_that_is_written_runs(open_page: Open, hostile_address: str) -> None:
    page = open_page(hostile_address, before="window.boom = () => { window.boomed = (window.boomed || 0) + 1 }")
    paths = [""]
    for index in ("timeline/", "articles/", "people/", "tags/"):
        page.goto(hostile_address + index)
        paths += [
            index,
            *page.evaluate("[...document.querySelectorAll('ul.names a, ul.article-list a')].map(a => a.pathname.slice(1)).slice(0, 12)"),
        ]
    for path in paths:
        page.goto(hostile_address + path)
        assert page.evaluate("window.boomed") is None, path
        assert page.locator(".md-content").locator("script, iframe, svg:not(.overview-strip), img, style, form, textarea").count() == 0, (
            path
        )
        assert page.evaluate("document.title") != "", path
        assert page.locator("body > script:not([src]), head > script:not([src])").count() <= 8, path
    page.goto(hostile_address + "timeline/")
    assert page.locator("#case-0").inner_text() == "<script>boom()</script>"
    assert page.locator(".event-title").count() == page.locator("ol.events > li").count() > 40
    links = [link.get_attribute("href") or "" for link in page.locator(".event-summary a").all()]
    assert links and [link for link in links if not re.match(r"https?:|mailto:|//|[^:]*$", link)] == []
    search(page, "here")
    page.wait_for_timeout(300)
    assert page.evaluate("window.boomed") is None
    assert page.locator(".md-search-result").locator("script, iframe, img, style, [onclick], [onerror], [onload], [onfocus]").count() == 0


def test_what_leads_to_the_file_is_no_word_of_the_event(open_page: Open, tmp_path: Path) -> None:
    folder = make_project(tmp_path, "repo_url: https://github.com/ada/asean\n")
    with served(build(folder)) as origin:
        page = open_page(f"{origin}timeline/")
        link = page.get_by_role("link", name="suggest a change: Trump meets Kim Jong Un")
        assert link.get_attribute("href") == "https://github.com/ada/asean/blob/HEAD/events.yaml#L16"
        page.get_by_label("Filter 7 events").fill("suggest")
        expect(page.locator(".filter [role=status]")).to_have_text("No event holds these words.")
        page.emulate_media(media="print")
        expect(page.locator(".origin:visible")).to_have_count(0)


@needs_git
def test_the_page_of_changes(open_page: Open, tmp_path: Path) -> None:
    folder = start(make_project(tmp_path / "news"))
    text = (folder / "events.yaml").read_text(encoding="utf-8")
    commit(folder, "2018-11-12", text.replace("date: 2018-11-11\n    title", "date: 2018-11-10\n    title"))
    added = "".join(f"\n  - id: talks-{number}\n    date: 2018-12\n    title: Talks {number}\n" for number in range(30))
    commit(folder, "2018-12-20", text + added)
    with served(build(folder)) as origin:
        for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")):
            page = open_page(f"{origin}changes/", width=width, scheme=scheme)
            page.get_by_text("10 more").click()
            expect(page.get_by_role("heading", name="20 December 2018")).to_be_visible()
            expect(page.get_by_text("30 events added, 1 changed")).to_be_visible()
            expect(page.get_by_text("date corrected: 10 November 2018")).to_be_visible()
            expect(page.get_by_role("link", name="Talks 29")).to_be_visible()
            assert low_contrast(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            levels = [
                int(level)
                for level in page.evaluate("[...document.querySelectorAll('.md-content :is(h1, h2, h3)')].map(h => h.tagName[1])")
            ]
            assert levels[0] == 1 and all(after - before <= 1 for before, after in itertools.pairwise(levels))
        page.get_by_role("link", name="Annual ASEAN summit begins").click()
        page.wait_for_url("**/timeline/#asean-summit-begins")
        page.goto(f"{origin}changes/")
        assert page.evaluate("fetch(document.querySelector('.beside a').href).then(answer => answer.ok)")
