"""The words of time of a language, as dateparser's locale data gives them.

In: a language's code. Out: `Data`, words in lower case by their meaning, those apart that are too short to stand for a date alone;
None for a language that dateparser does not know.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass, field
from typing import Any, cast

from timeline.timex.languages.phrases import Phrase, phrase
from timeline.timex.languages.table import expand
from timeline.timex.rule import Unit

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS: tuple[Unit, ...] = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_COUNT = re.compile(r"\s*\((?:\\d|\[0-9\])[^()]*\)\s*")
NAMES_AS = {"no": "nb", "iw": "he", "in": "id", "zh-cn": "zh", "zh-tw": "zh-Hant", "sh": "sr"}


@dataclass(slots=True)
class Data:
    """What dateparser knows of one language. `short` holds the forms that count only beside a number; `counted` what stands
    before and after the number of "3 days ago", with its phrase, `skipped` words that mean nothing within a date."""

    code: str
    order: str
    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    short: set[str] = field(default_factory=set)
    phrases: dict[str, Phrase] = field(default_factory=dict)
    counted: list[tuple[str, str, Phrase]] = field(default_factory=list)
    numbers: dict[str, float] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    spaced: bool = True


def read(code: str) -> Data | None:
    """The data of a language by its code: de, de-AT, zh-Hant."""
    info = _info(NAMES_AS.get(code.lower(), code)) or _info(code.split("-")[0])
    if info is None:
        return None
    data = Data(code, info.get("date_order") or "DMY", spaced="no_word_spacing" not in info)
    regions = list(info.get("locale_specific", {}).values())
    for number, name in enumerate(MONTHS, start=1):
        _add(data, data.months, [info, *regions], name, number)
    for number, name in enumerate(WEEKDAYS, start=1):
        _add(data, data.weekdays, [info, *regions], name, number)
    for unit in UNITS:
        for form in info.get(unit, ()):
            form = _plain(form)
            if len(form) > 1 or form > "\u2e80":
                data.units.setdefault(form, unit)
    _add_phrases(data, info)
    _add_simplifications(data, info)
    data.skipped = {word.lower() for key in ("skip", "pertain") for word in info.get(key, ()) if re.fullmatch(r"[^\W\d_]{2,4}", word)}
    return data


def _add_simplifications(data: Data, info: dict[str, Any]) -> None:
    """Number words, and other words for a phrase that is known: letos for tento rok."""
    for rewriting in info.get("simplifications", ()):
        for words, value in rewriting.items():
            plain = re.sub(r"\(([^()]*)\)\?", r"[\1]", words)
            if not isinstance(value, str) or re.search(r"[^\w\s()|\[\]]|\d", plain):
                continue
            for word in map(str.lower, expand(f"({plain})")):
                if value.isascii() and value.isdigit() and re.fullmatch(r"[^\W\d_]{2,}", word):
                    data.numbers.setdefault(word, int(value))
                elif value.lower() in data.phrases and len(word) > 2:
                    data.phrases.setdefault(word, data.phrases[value.lower()])


def _info(code: str) -> dict[str, Any] | None:
    if not re.fullmatch(r"[A-Za-z-]+", code):
        return None
    try:
        module = importlib.import_module(f"dateparser.data.date_translation_data.{code}")
    except ImportError:
        return None
    return cast(dict[str, Any], module.info)


def _plain(form: str) -> str:
    return " ".join(form.lower().replace("i\u0307", "i").replace("\u2019", "'").split()).strip("().\u200e\u200f ").lstrip("'")


def _add(data: Data, words: dict[str, int], sources: list[dict[str, Any]], name: str, number: int) -> None:
    forms = list(dict.fromkeys(_plain(form) for source in sources for form in source.get(name, ())))
    longest = max((len(form) for form in forms), default=0)
    for form in forms:
        if not form or (len(form) < 2 and form < "\u2e80"):
            continue
        words.setdefault(form, number)
        if _is_short(form, forms, longest):
            data.short.add(form)


def _is_short(form: str, forms: list[str], longest: int) -> bool:
    """Whether a form is an abbreviation, or so short that it may be any word."""
    if form > "\u2e80":
        return len(form) < 2
    if len(form) < 3 or (len(form) == 3 and longest > 3):
        return True
    return len(form) <= 5 and any(other != form and other.startswith(form) for other in forms)


def _add_phrases(data: Data, info: dict[str, Any]) -> None:
    for key, forms in info.get("relative-type", {}).items():
        meaning = phrase(key)
        for form in map(_plain, forms):
            if meaning and len(form) > 1:
                data.phrases.setdefault(form, meaning)
    for key, forms in info.get("relative-type-regex", {}).items():
        meaning = phrase(key.replace("\\1", "1"))
        for form in forms:
            parts = _COUNT.split(form)
            if meaning and len(parts) == 2 and not re.search(r"[\\()|?*+\[\]]", "".join(parts)):
                before, after = (_plain(part) for part in parts)
                if len(after.split()[-1] if after else before) > 1 or max(before, after) > "\u2e80":
                    data.counted.append((before, after, meaning))
