"""The words for units of time that dateparser's data lacks, in their plural forms, from the Unicode locale data that babel holds.

In: a language's code. Out: words in lower case by their unit, none for a language that babel does not know.
"""

from __future__ import annotations

import re

from babel import localedata

from timeline.timex.rule import Unit

_UNITS: tuple[Unit, ...] = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_NUMBER = re.compile(r"\{0\}(?:\sde\s)?")  # a Romance language writes 20 "de" days


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
