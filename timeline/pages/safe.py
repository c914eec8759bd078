"""Markdown that others wrote, as HTML that can do nothing but be read.

In: Markdown (an event's summary). Out: HTML of a few harmless elements. Raw HTML is shown as text; links go to http,
https, mail addresses and the site itself; pictures are the project's own files.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from markupsafe import Markup

_KEPT = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "br", "hr", "img", "div"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")


def safe_address(address: str) -> str | None:
    """The address, if following it cannot run anything: http, https, mailto or relative. None otherwise."""
    address = html.unescape(address.replace(AMP_SUBSTITUTE, "&"))
    bare = _IGNORED_IN_ADDRESSES.sub("", address)
    try:
        scheme = urlsplit(bare).scheme.lower()
    except ValueError:
        return None
    if scheme in ("http", "https", "mailto"):
        return bare
    # Without a scheme a colon may only come after the path has begun, or the browser might see a scheme there.
    return bare if not scheme and ":" not in re.split(r"[/?#]", bare, maxsplit=1)[0] and "\\" not in bare else None


def to_html(text: str, locate: Callable[[str], str | None]) -> Markup:
    """The Markdown as HTML. `locate` gives the address of a picture of the project, or None."""
    reader = Markdown(extensions=[_Safe(locate)], output_format="html")
    return Markup(reader.convert(text))


class _Safe(Extension):
    def __init__(self, locate: Callable[[str], str | None]) -> None:
        super().__init__()
        self.locate = locate

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("entity")
        # After every other one: what it sees is what will be written.
        md.treeprocessors.register(_Sieve(md, self.locate), "sieve", -10)


class _Sieve(Treeprocessor):
    def __init__(self, md: Markdown, locate: Callable[[str], str | None]) -> None:
        super().__init__(md)
        self.locate = locate

    def run(self, root: Element) -> None:
        for element in root.iter():
            attributes = dict(element.attrib)
            element.attrib.clear()
            if element.tag in _HEADINGS:
                element.tag = "p"  # a heading of the summary must not stand among those of the timeline
            elif element.tag not in _KEPT:
                element.tag = "span"
            elif element.tag == "a":
                self._link(element, attributes.get("href", ""))
            elif element.tag == "img":
                self._picture(element, attributes)

    def _link(self, element: Element, address: str) -> None:
        safe = safe_address(address)
        if safe is None:
            element.tag = "span"
            return
        element.set("href", safe)
        if urlsplit(safe).scheme in ("http", "https"):
            element.set("rel", "noopener noreferrer")

    def _picture(self, element: Element, attributes: dict[str, str]) -> None:
        place = self.locate(html.unescape(attributes.get("src", "")))
        if place is None:
            element.tag = "span"
            element.text = attributes.get("alt", "")
            return
        element.set("src", place)
        element.set("alt", attributes.get("alt", ""))
        element.set("loading", "lazy")
