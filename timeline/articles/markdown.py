"""The plain text of a Markdown article.

In: Markdown, after its front matter. Out: a `Page` whose text keeps the words and their lines, and drops the marks:
headings stand alone, links and emphasis are their own text, an image is its description.
"""

from __future__ import annotations

import contextlib
import html
import re

from timeline.articles.page import Page

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?<![ \t])[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULER = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S+")
_TABLE_RULER = re.compile(r"(?:\|[ \t]*)?:?-{2,}:?(?:[ \t]*\|[ \t]*:?-{2,}:?)*(?:[ \t]*\|)?")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBER = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+")

_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<ticks>`+)(?P<code>[^`]+)(?P=ticks)(?!`)"
    r"|<(?P<address>(?:https?|mailto):[^<>\s]+)>"
    r"|</?[A-Za-z][^<>]*>"
    r"|\[\^[^\[\]\s]+\]"
)
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])")
_EMPHASIS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\w)(_{1,3})(?=\S)([^_]+)(?<=\S)\1(?!\w)",
        r"(\*{1,3})(?=[^\s*])([^*]+)(?<=[^\s*])\1",
        r"(~~)(?=\S)([^~]+)(?<=\S)\1",
    )
)
_KEPT = "\ue000"
"""Marks, in a copy, a character that stands for itself."""


def read(text: str) -> Page:
    """The words of a Markdown article, and its first heading as the title."""
    blocks, title = _blocks(_without_comments(text))
    return Page("\n\n".join(blocks) + "\n", title)


def _without_comments(text: str) -> str:
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[position:start])
        position = end + 3
    return "".join([*kept, text[position:]])


def _blocks(text: str) -> tuple[list[str], str]:
    blocks: list[list[str]] = [[]]
    headings: list[int] = []
    fenced = False
    for raw in text.splitlines():
        line = raw
        if _FENCE.match(line):
            fenced = not fenced
            blocks.append([])
            continue
        if not fenced:
            start = 0
            while quote := _QUOTE.match(line, start):
                start = quote.end()
            line = line[start:]
            if _DEFINITION.match(line) or ("|" in line and _TABLE_RULER.fullmatch(line.strip(" \t"))):
                continue
        if not line.strip():
            blocks.append([])
        elif fenced:
            blocks[-1].append(line)
        elif heading := _HEADING.match(line):
            headings.append(len(blocks))
            blocks += [[_HEADING_END.sub("", line[heading.end() :])], []]
        elif _UNDERLINE.match(line) and len(blocks[-1]) == 1 and not _BULLET.match(blocks[-1][0]):
            headings.append(len(blocks) - 1)
            blocks.append([])
        elif _RULER.match(line):
            blocks.append([])
        elif bullet := _BULLET.match(line):
            blocks.append([line[bullet.end() :]])
        elif _NUMBER.match(line):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    words = [_inline("\n".join(line.strip() for line in block)).strip() for block in blocks]
    title = next((" ".join(words[heading].split()) for heading in headings if words[heading]), "")
    return [block for block in words if block], title


def _inline(text: str) -> str:
    """The text of one block without its marks."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        own = match["escaped"] or match["code"] or match["address"]
        if own is None:
            return ""
        kept.append(own)
        return _KEPT

    text = _INLINE.sub(keep, text.replace(_KEPT, ""))
    for _ in range(2):  # an image in a link, emphasis in emphasis
        text = _LINK.sub(lambda match: match["text"], text)
        for emphasis in _EMPHASIS:
            text = emphasis.sub(lambda match: match[2], text)
    with contextlib.suppress(ValueError):  # the number of a character, written with thousands of digits
        text = html.unescape(text)
    own = iter(kept)
    return re.sub(_KEPT, lambda _: next(own, ""), text)
