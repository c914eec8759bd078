"""The names of months in other languages than English, put into English.

In: lower-case words such as "12. juni 2018", "1er mai 2018", "12 de junio de 2018". Out: "12 june 2018", "1 may 2018"; what holds no such
name stays as it is. A name that two languages have for different months ("listopad") is refused, with both.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections import defaultdict

from babel import Locale

from timeline.edtf import DateError
from timeline.wording.writing import MONTHS

_LANGUAGES = "cs da de el es et fi fr hr hu id it nb nl pl pt ro ru sv tr uk".split()
_ENGLISH = frozenset(name.lower() for month in MONTHS for name in (month, month[:3])) | {"sept"}
_NO_MONTHS = ("ago", "set")  # "2 weeks ago"
_WORD = re.compile(r"[^\W\d_]{3,}")
_AFTER_DAY = re.compile(r"(?<=\d)(?:\.|er|º|°)(?=\s)")
_BESIDE = re.compile(r"\b(?:de|del|di|do|den|der|am|im|le|el|il|em|en|г|р|года|року)\b\.?")
_CHARACTERS = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일號号])?")


def in_english(words: str) -> str:
    """The words with their months in English, and without what stands beside months in other languages. Raises DateError."""
    if found := _CHARACTERS.fullmatch(words):
        return "-".join(part.zfill(2) for part in found.groups() if part)
    english = _WORD.sub(_month_in_english, words)
    return words if english == words else " ".join(_BESIDE.sub(" ", _AFTER_DAY.sub("", english)).split())


def _month_in_english(found: re.Match[str]) -> str:
    word = found[0]
    months = () if word in _ENGLISH else _months().get(_folded(word), ())
    if len(months) > 1:
        named = " or ".join(f"'{MONTHS[month - 1]}'" for month in sorted(months))
        raise DateError(f"'{word}' is another month in another language. Write {named}, or the number.")
    return MONTHS[next(iter(months)) - 1].lower() if months else word


@functools.cache
def _months() -> dict[str, set[int]]:
    """The months that a name stands for in any of the languages. Short ones ("okt") count where two languages have them; others may be
    words of their own."""
    months: dict[str, set[int]] = defaultdict(set)
    languages: dict[str, set[str]] = defaultdict(set)
    long: set[str] = set()
    for language, width in itertools.product(_LANGUAGES, ("wide", "abbreviated")):
        for names in Locale(language).months.values():
            for number, full in names[width].items():
                name = _folded(full.lower().strip("."))
                months[name].add(number)
                languages[name].add(language)
                if width == "wide" or len(name) > 3:
                    long.add(name)
    return {name: numbers for name, numbers in months.items() if (name in long or len(languages[name]) > 1) and name not in _NO_MONTHS}


def _folded(word: str) -> str:
    """Without accents, which people leave out."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
