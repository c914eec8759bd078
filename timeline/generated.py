"""Our pages as MkDocs and its theme take them: a page, its contents, and what the search keeps of it.

In: a `timeline.pages.Page`. Out: a page of MkDocs whose content is HTML already, and entries of the theme's search. Its
text is escaped here, since the theme writes titles, descriptions and what the search finds as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from timeline.pages import Found, Heading, Page


class GeneratedPage(MkDocsPage):
    """A page whose content is HTML already."""

    def __init__(self, made: Page, title: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(escape(title)), file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        """What front matter would say."""
        self.markdown = ""
        self.meta = {
            "title": str(escape(self.made.title)),
            "hide": ["navigation"] if self.made.contents else ["navigation", "toc"],
            "search": {"exclude": True},  # what it holds is added to the search as it is, see `search_entry`
        }
        if self.made.description:
            self.meta["description"] = str(escape(self.made.description))

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take over the content; nothing is left to convert."""
        self.content = self.made.html
        self.toc = TableOfContents([_anchor(heading, 1) for heading in self.made.contents])
        self.present_anchor_ids = {anchor.id for anchor in _all(self.toc)}


def _anchor(heading: Heading, level: int) -> AnchorLink:
    number = f' <span class="number">{heading.count}</span>' if heading.count else ""
    link = AnchorLink(f"{escape(heading.title)}{number}", heading.anchor, level)
    link.children = [_anchor(child, level + 1) for child in heading.children]
    return link


def _all(anchors: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for anchor in anchors:
        yield anchor
        yield from _all(anchor.children)


def search_entry(found: Found, url: str) -> dict[str, object]:
    """An entry as the theme's search keeps it: HTML, which the browser puts on the page."""
    return {
        "location": url + (f"#{found.anchor}" if found.anchor else ""),
        "title": str(escape(found.title)),
        "text": "".join(f"<p>{escape(paragraph)}</p>" for paragraph in found.paragraphs),
        "boost": found.weight,
    }
