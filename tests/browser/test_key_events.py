"""A long story opens on its key events, and every way leads to the others."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_site import low_contrast, search

Open = Callable[..., Page]

SHOWN = "li.event:visible"


def minor(page: Page) -> str:
    """The id of an event in the middle that is no key event, and the only such one of its kind that a test asks for."""
    return str(page.locator("li.event--minor h3").nth(30).get_attribute("id"))


def test_it_opens_on_key_events_and_widens_by_mouse(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/")
    expect(page.locator(SHOWN)).to_have_count(50)
    expect(page.get_by_role("radio", name="Key events 50")).to_be_checked()
    expect(page.locator(".overview-strip a.faint")).to_have_count(70)
    page.get_by_role("radio", name="All events 120").click()
    expect(page.locator(SHOWN)).to_have_count(120)
    expect(page).to_have_url(story_address + "timeline/?show=all")
    expect(page.locator(".overview-strip a.faint")).to_have_count(0)
    expect(page.locator(".filter [role=status]")).to_have_text("All 120 events are shown.")
    expect(page.locator(".event-key:visible")).to_have_count(50)
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(50)
    expect(page.get_by_role("radio", name="Key events 50")).to_be_checked()
    page.go_forward()
    expect(page.locator(SHOWN)).to_have_count(120)
    page.reload()
    expect(page.locator(SHOWN)).to_have_count(120)
    page.get_by_role("radio", name="Key events 50").click()
    expect(page).to_have_url(story_address + "timeline/")
    expect(page.locator(".filter [role=status]")).to_have_text("50 key events of 120 are shown.")
    expect(page.locator(SHOWN)).to_have_count(50)


def test_it_widens_by_keyboard(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/")
    page.get_by_label("Filter 120 events").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Key events 50")).to_be_focused()
    outline = "e => getComputedStyle(e.nextElementSibling).outlineStyle"
    assert page.get_by_role("radio", name="Key events 50").evaluate(outline) == "solid"
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="All events 120")).to_be_checked()
    expect(page.locator(SHOWN)).to_have_count(120)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(SHOWN)).to_have_count(50)
    expect(page.get_by_role("group", name="Events shown")).to_be_visible()


@pytest.mark.parametrize("way", ["timeline/#{}", "e/{}/"])
def test_what_is_linked_to_is_shown(open_page: Open, story_address: str, way: str) -> None:
    page = open_page(story_address + "timeline/")
    event = minor(page)
    expect(page.locator(f"#{event}")).to_be_hidden()
    page.goto(story_address + way.format(event))
    page.wait_for_url(f"**/timeline/#{event}")
    expect(page.locator(f"#{event}")).to_be_in_viewport()
    expect(page.locator(SHOWN)).to_have_count(51)
    page.evaluate("location.hash = '#event-0'")
    expect(page.locator(f"#{event}")).to_be_hidden()
    page.go_back()
    expect(page.locator(f"#{event}")).to_be_in_viewport()


def test_the_strip_and_the_rail_lead_to_what_is_hidden(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/")
    event = minor(page)
    page.locator(f".overview-strip a[href='#{event}']").click()
    expect(page.locator(f"#{event}")).to_be_in_viewport()


def test_the_search_lands_on_what_is_hidden(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/")
    event = minor(page)
    title = str(page.locator(f"#{event}").text_content())
    search(page, title)
    page.locator(".md-search-result__link:visible", has_text=title).first.click()
    page.wait_for_url(re.compile(rf"/timeline/(\?.*)?#{event}$"))
    expect(page.locator(f"#{event}")).to_be_in_viewport()


def test_typing_finds_what_is_hidden(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/")
    number = minor(page).removeprefix("event-")
    box = page.get_by_label("Filter 120 events")
    box.fill(f"shift {number} ")
    expect(page.locator(f"#event-{number}")).to_be_visible()
    expect(page.locator(".filter [role=status]")).to_have_text(re.compile(r"^\d+ of 120$"))
    box.press("Escape")
    expect(page.locator(SHOWN)).to_have_count(50)


def test_without_scripts_all_are_shown(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/", scripts=False)
    expect(page.locator(SHOWN)).to_have_count(120)
    expect(page.locator(".event-key:visible")).to_have_count(50)
    sizes = [page.locator(place).first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") for place in TITLES]
    assert sizes[0] > sizes[1], "key events stand out"


TITLES = ("li.event:not(.event--minor) .event-title", "li.event--minor .event-title")


def test_on_paper_is_what_is_shown(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/")
    page.emulate_media(media="print")
    expect(page.locator(SHOWN)).to_have_count(50)
    expect(page.locator(".choices")).to_have_text("Key events 50All events 120")
    expect(page.get_by_text("All events", exact=False).first).to_be_hidden()


def test_reports_unfold(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/")
    event = page.locator("li.event", has=page.locator("#event-0"))
    expect(event.get_by_text("reported by 6 articles of 5 publishers over 3 days", exact=False)).to_be_visible()
    expect(event.locator("blockquote:visible")).to_have_count(1)
    event.get_by_text("5 more reports").focus()
    page.keyboard.press("Enter")
    expect(event.locator("blockquote:visible")).to_have_count(6)
    expect(event.get_by_text("also in")).to_be_visible()


def test_disagreement_is_plain_to_see(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/#event-5")
    event = page.locator("li.event", has=page.locator("#event-5"))
    expect(event.get_by_text("conflicting dates")).to_be_visible()
    dates = event.locator(".dates li")
    expect(dates.nth(0)).to_contain_text("22 January 2019")
    expect(dates.nth(1)).to_contain_text("23 January 2019")
    dates.nth(1).get_by_role("link").click()
    page.wait_for_url("**/articles/**#event-5")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_key_events_can_be_read_against_their_ground(open_page: Open, story_address: str, scheme: str) -> None:
    page = open_page(story_address + "timeline/?show=all", scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert low_contrast(page) == []


def test_the_place_is_kept_when_all_are_shown(open_page: Open, story_address: str) -> None:
    page = open_page(story_address + "timeline/#event-60")
    event = page.locator("#event-60")
    expect(event).to_be_in_viewport()
    page.get_by_role("radio", name="All events 120").click()
    expect(page.locator(SHOWN)).to_have_count(120)
    expect(event).to_be_in_viewport()
    assert event.evaluate("e => e.getBoundingClientRect().top > document.querySelector('.filter').getBoundingClientRect().bottom - 1")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["timeline/", "timeline/?show=all", "timeline/#event-10", ""])
def test_nothing_is_cut_off(open_page: Open, story_address: str, path: str, width: int) -> None:
    page = open_page(story_address + path, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut_off = "e => e.getBoundingClientRect().right > innerWidth + 1"
    assert page.evaluate(f"[...document.querySelectorAll('.timeline *')].filter({cut_off}).length") == 0


def test_where_each_year_has_its_page(open_page: Open, long_address: str) -> None:
    page = open_page(long_address + "timeline/")
    expect(page.get_by_role("heading", name="Key events", exact=True)).to_be_visible()
    expect(page.locator(SHOWN)).to_have_count(50)
    expect(page.locator(".choices")).to_have_count(0)
    first = page.locator(".event-title a").first
    title = str(first.text_content())
    first.click()
    page.wait_for_url(re.compile(r"/timeline/2019/#event-\d+$"))
    expect(page.locator("h3", has_text=title).first).to_be_in_viewport()
    page.goto(long_address + "timeline/")
    page.locator("ul.names").get_by_role("link", name="2020").click()
    page.wait_for_url("**/timeline/2020/")
    expect(page.get_by_role("radio", name="All events 122")).not_to_be_checked()
    page.get_by_role("radio", name="All events 122").click()
    expect(page.locator(SHOWN)).to_have_count(122)
