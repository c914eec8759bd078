"""The name of an article's file.

In: what is known of the article. Out: a name that a person recognises and every system takes: `2018-11-08-council-dissolves-itself`.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

LONGEST = 60
"""Characters of the longest title in a name; it is cut between words where it can be."""
LONGEST_BYTES = 150
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
"""Names that Windows keeps for itself."""


def stem(day: str, title: str, url: str = "", file: str = "", text: str = "") -> str:
    """The name, without its ending: the day of publication and the title; without a title what the address or the file is called, or the
    first words of the text."""
    words = slug(title) or slug(_of_address(url)) or slug(file) or slug(text) or "article"
    if day and not words.startswith(day):
        return f"{day}-{words}"
    return f"{words}-article" if words in _RESERVED else words


def slug(text: str) -> str:
    """Letters and digits of any script in lower case, with a hyphen between words."""
    plain: list[str] = []
    for char in unicodedata.normalize("NFKD", text[:1000]).casefold():
        category = unicodedata.category(char)[0]
        if category == "M":
            if plain and not plain[-1].isascii():
                plain.append(char)
        elif char in "'’":
            continue
        else:
            plain.append(char if category in "LN" else "-")
    words = unicodedata.normalize("NFC", re.sub("-+", "-", "".join(plain))).strip("-")
    if len(words) > LONGEST:
        cut = words[: LONGEST + 1]
        words = cut[: cut.rindex("-")] if "-" in cut[LONGEST // 2 :] else words[:LONGEST]
    return words.encode()[:LONGEST_BYTES].decode("utf-8", "ignore").strip("-")


def _of_address(url: str) -> str:
    """What an address calls a page: the last part of its path that says something, else its host."""
    parts = urlsplit(url)
    named = [re.sub(r"\.\w{2,5}\Z", "", unquote(part)) for part in parts.path.split("/")]
    telling = [
        part for part in named if re.search(r"[^\W\d_]{3}", part) and part.lower() not in ("index", "article", "articles", "story", "news")
    ]
    return telling[-1] if telling else f"{(parts.hostname or '').removeprefix('www.')} {' '.join(named)}"
