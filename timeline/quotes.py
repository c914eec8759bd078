"""Which quotes are the same text, printed twice.

In: a quote. Out: its key. A quote that an agency wrote and two papers printed has one key, however each of them sets its quotation
marks, dashes, capitals and spaces. What counts sources (the date that is better supported, importance) counts a key once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=50_000)
def quote_key(quote: str) -> str:
    """The letters and digits of the quote, in small letters, with one space between words."""
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", quote).casefold()).strip()
