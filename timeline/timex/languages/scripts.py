"""How the writing of a language parts words: by spaces, with marks over and under its letters, or not at all."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from timeline.timex.rule import PLAIN, Script

_GAP_OR_APOSTROPHE = rf"(?:{PLAIN.gap}|(?<=['\u2019]))"


@cache
def marks() -> str:
    """The combining marks of the world's alphabets and the joiners, as the inside of a character class."""
    ranges: list[list[int]] = []
    for code in range(0x300, 0x1CFF):
        if unicodedata.category(chr(code)).startswith("M"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + "\u200c\u200d"


def has_marks(words: str) -> bool:
    """Whether words are written with combining marks or joiners."""
    return bool(re.search(f"[{marks()}]", words))


@cache
def spaced() -> Script:
    """Words between spaces, or after an apostrophe."""
    return Script(re.compile(r"[^\W\d_]+|\d+"), _GAP_OR_APOSTROPHE, r"(?!\w)", joined=True)


@cache
def marked() -> Script:
    """Words between spaces, with combining marks in them."""
    word = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{marks()}])*|\d+")
    return Script(word, _GAP_OR_APOSTROPHE, rf"(?![\w{marks()}])", joined=True, marks=marks())


@cache
def unspaced() -> Script:
    """No spaces, or particles joined to words: each letter may begin a word, and none ends it."""
    return Script(re.compile(r"[A-Za-z]+|[^\W\d_]|\d+"), r"[^\S\r\n]{0,4}", "", joined=True)
