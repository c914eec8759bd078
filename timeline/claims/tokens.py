"""Divide a sentence into words and marks.

In: a sentence. Out: its tokens, with their offsets. The last few sentences are remembered, since one line is made into a title in
many steps that each look at its tokens.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

_TOKEN = re.compile(r" --? |(?:[^\W\d_]\.){2,}|[$€£]?\w+(?:[-'’.,&/]\w+)*['’]?|\S")
_ACRONYMS = frozenset(["WHO", "US", "IT"])


class Token(NamedTuple):
    """A word or a mark, with its offsets in the sentence; `lower` is what to compare it by."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum() or self.text[0] in "$€£"


@functools.lru_cache(64)
def tokenise(sentence: str) -> tuple[Token, ...]:
    """Words and marks in order; a hyphen that stands alone is read as a dash."""
    tokens = []
    for found in _TOKEN.finditer(sentence):
        text = found[0]
        if text[0] == " ":
            text = "–"
        tokens.append(Token(*found.span(), text, text if text in _ACRONYMS else text.lower()))
    return tuple(tokens)
