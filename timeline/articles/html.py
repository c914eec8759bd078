"""The article in an HTML page.

In: the characters of a page. Out: a `Page`: its article as plain text, a blank line between paragraphs, with the
headline, the captions of its photos and the items of its lists, and what the page says of itself.

What is article and what is page is decided by trafilatura, the publication date is found by htmldate; neither looks at
the clock here. A page too small or too broken for trafilatura gives all its visible text.
"""

from __future__ import annotations

import copy
import datetime
import re
from typing import Any

from timeline.articles.files import NoText
from timeline.articles.page import Page
from timeline.errors import Problem
from timeline.model import DocumentCreationTime

_DATES = {"original_date": True, "extensive_search": False, "min_date": "1800-01-01", "max_date": "2200-01-01", "outputformat": "%Y-%m-%d"}
_BLOCKS = frozenset(
    "address article aside blockquote body caption center code dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head "
    "header hr html item li list main nav ol p pre quote row section table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN = frozenset("button canvas embed form head iframe input nav noscript object script select style svg template textarea".split())
_CELLS = frozenset(("cell", "td", "th"))


def read(text: str, name: str) -> Page:
    """The article in a page. Raises NoText where there is none."""
    tree = _tree(text)
    if tree is None:
        raise _no_text(name)
    found = _extracted(tree)
    words = _text(found.body) if found is not None and found.body is not None else ""
    visible = _text(tree, _UNSEEN)
    if not words or words.split() == visible.split():  # a small page, whose paragraphs trafilatura may have run together
        words = visible
    if not words:
        raise _no_text(name)
    return Page(
        words + "\n",
        title=_line(found and found.title),
        publisher=_line(found and found.sitename),
        url=_line(found and found.url),
        language=_language(tree),
        published=_published(found and found.date),
    )


def _no_text(name: str) -> NoText:
    return NoText(Problem(name, "no article text is found in this page. Save the article's text as .txt."))


def _tree(text: str) -> Any:
    """The page as lxml's tree, captions made paragraphs so that they are kept; None where there is nothing in it."""
    import lxml.html
    from lxml import etree

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    for figure in list(tree.iter("figure")):
        for caption in list(figure.iter("figcaption")):
            paragraph = etree.Element("p")
            paragraph.text = " ".join("".join(caption.itertext()).split())
            figure.addprevious(paragraph)
            caption.drop_tree()
    return tree


def _extracted(tree: Any) -> Any:
    """What trafilatura makes of the page; None where it makes nothing of it."""
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            copy.deepcopy(tree), with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    except Exception:  # pages can be broken in any way; whatever stumbles over one, its visible text is still read
        return None


def _text(root: Any, unseen: frozenset[str] = frozenset()) -> str:
    """The words below an element, a blank line between blocks, a line end for a break."""
    blocks: list[list[str]] = [[]]
    waiting: list[tuple[Any, bool]] = [(root, True)]
    while waiting:
        element, opening = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            blocks.append([])
        if opening:
            if tag in ("lb", "br"):
                blocks[-1].append("\n")
            waiting.append((element, False))
            if tag and tag not in unseen:
                blocks[-1].append(_spaced(element.text))
                waiting += [(child, True) for child in reversed(element)]
        else:
            if tag in _CELLS and element.getnext() is not None:
                blocks[-1].append(" | ")
            if element is not root:
                blocks[-1].append(_spaced(element.tail))
    lines = ("\n".join(filter(None, (" ".join(line.split()) for line in "".join(block).split("\n")))) for block in blocks)
    return "\n\n".join(filter(None, lines))


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _language(tree: Any) -> str:
    code = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""
    return code if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", code) else ""


def _published(date: str | None) -> DocumentCreationTime | None:
    try:
        day = datetime.date.fromisoformat(date or "")
    except ValueError:
        return None
    return DocumentCreationTime(day, day, "page metadata")
