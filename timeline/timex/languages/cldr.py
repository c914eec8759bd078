"""What dateparser's data lacks and the Unicode locale data that babel holds has: the plural forms of units, the case of months.

In: a language's code. Out: words in lower case by their unit, none for a language that babel does not know; whether months are small.
"""

from __future__ import annotations

import re

from babel import localedata

from timeline.timex.rule import Unit

_UNITS: tuple[Unit, ...] = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_NUMBER = re.compile(r"\{0\}(?:\sde\s)?")  # a Romance language writes 20 "de" days


def writes_months_small(code: str) -> bool:
    """Whether a language that has capitals writes the names of months without."""
    name = code.replace("-", "_")
    months = localedata.load(name).get("months", {}).get("format", {}).get("wide", {}) if localedata.exists(name) else {}
    return bool(months) and all(word == word.lower() != word.upper() for word in months.values())


def units(code: str) -> dict[str, Unit]:
    """The forms of each unit's word."""
    name = code.replace("-", "_")
    if not localedata.exists(name):
        return {}
    patterns = localedata.load(name).get("unit_patterns", {})
    found: dict[str, Unit] = {}
    for unit in _UNITS:
        for form, text in patterns.get(f"duration-{unit}", {}).get("long", {}).items():
            word = _NUMBER.sub("", str(text)).strip().lower() if form != "per" else ""
            if re.fullmatch(r"[^\W\d_]{3,}(?: [^\W\d_]{2,})?", word):
                found.setdefault(word, unit)
    return found
