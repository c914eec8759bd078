"""Text as the HTML that TimelineJS shows, and back.

In: a text and the quotes under it -> HTML; HTML -> text, in which links and emphasis are Markdown. What is quoted is not read back.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

_QUOTED = '<blockquote class="quoted">'
_GUESSED = ("=", "+", "-", "@", "'")  # begin a formula, or mark a text as none
_LINE_ENDS = {"br": "\n", "p": "\n\n", "div": "\n", "li": "\n- ", "h1": "\n\n", "h2": "\n\n", "h3": "\n\n"}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def to_html(text: str, quotes: Iterable[str] = ()) -> str:
    """The text as it is, line for line, and each quote in a block of its own."""
    lines = escape(text, quote=False).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")
    return lines + "".join(f"{_QUOTED}{' '.join(escape(quote, quote=False).split())}</blockquote>" for quote in quotes)


def unguessed(html: str) -> str:
    """The same HTML, which a spreadsheet does not take for a formula."""
    return f"&#{ord(html[0])};{html[1:]}" if html[:1] in _GUESSED else html


def to_text(html: str) -> str:
    """The text of HTML, without what `to_html` quotes."""
    parser = _Text()
    parser.feed(html.partition(_QUOTED)[0])
    parser.close()
    return "".join(parser.parts).strip()


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.hidden += 1
        elif tag in _LINE_ENDS:
            self.parts.append(_LINE_ENDS[tag] if self.parts or tag == "br" else _LINE_ENDS[tag].lstrip("\n"))
        elif tag == "a":
            href = dict(attributes).get("href") or ""
            self.links.append(href)
            self.parts.append("[" if href else "")
        else:
            self.parts.append(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.hidden = max(0, self.hidden - 1)
        elif tag == "a" and self.links:
            href = self.links.pop()
            self.parts.append(f"]({href})" if href else "")
        else:
            self.parts.append(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)
