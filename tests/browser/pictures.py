"""Make the pictures of the docs: `python -m tests.browser.pictures SITE`, where SITE is the folder of a built site.

In: the site of the story in examples/. Out: docs/images/timeline.png, its timeline page, with the event that has an image in view.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, of_the_system, served

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def main(site: Path) -> None:
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=of_the_system(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light", reduced_motion="reduce")
        page.goto(f"{address}timeline/")
        picture = page.locator("img[src*=bridge]").first
        picture.scroll_into_view_if_needed()
        page.wait_for_function("picture => picture.complete", arg=picture.element_handle())
        page.screenshot(path=IMAGES / "timeline.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
