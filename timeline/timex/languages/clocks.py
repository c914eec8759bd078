"""Word classes of the clock: hours, minutes, halves of the day.

In: a `Lexicon`. Out: the same, with these classes added to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from timeline.timex.languages.numbers import HAN_DIGITS, HAN_NUMBER, digits, han
from timeline.timex.languages.words import Lexicon, alternatives, fold, is_han
from timeline.timex.rule import Fields

_NUMBER = digits(r"(?:<2><0-4>|<0-1>?<0-9>)")
_HOUR = _NUMBER + r"(?!\d)"
_MINUTE = digits(r"<0-5><0-9>(?!\d)")


def add_clocks(lexicon: Lexicon) -> None:
    """Add all the classes of the clock."""
    table, gap = lexicon.table, lexicon.script.gap
    words = {word: int(key) for word, key in table.meanings("numbers").items() if key.isdecimal() and int(key) <= 12}
    hour = f"(?:{_HOUR}|{HAN_NUMBER})" if is_han(lexicon) else _HOUR
    lexicon.matching("HOUR", "hour", hour, _hour, ["0", *HAN_DIGITS] if is_han(lexicon) else ["0"])
    lexicon.words("HOURWORD", "hour", words)
    lexicon.matching("MINUTE", "minute", _MINUTE, int)
    lexicon.matching("CLOCK", "", rf"{_HOUR}[:.\uff1a]{_MINUTE}(?::\d\d(?!\d))?", _clock)
    lexicon.matching("FULLCLOCK", "", digits(r"(?:<0-1><0-9>|<2><0-3>)[:.\uff1a]<0-5><0-9>(?!\d)"), _clock)
    lexicon.matching("CLOCKH", "", rf"{_NUMBER}\s?h\.?(?:\s?{_MINUTE})?(?![^\W_])", _clock, ["0", "h"])
    lexicon.words("ZONE", "zone", {"gmt": "Z", "utc": "Z"})
    names = table.meanings("clock")
    lexicon.words("NOON", "hour", {word: int(key) for word, key in names.items() if key.isdecimal()})
    halves = {word: key for word, key in names.items() if not key.isdecimal()}
    if not halves:
        return
    half = "|".join(lexicon.spelling(word) for word in sorted(halves, key=lambda word: (-len(word), word)))
    hours, minutes = (table.words("small", f"{unit} after") for unit in ("hour", "minute"))
    spelled = (
        rf"|{gap}?(?:{alternatives(map(re.escape, hours))})(?:{gap}?{_MINUTE}(?:{alternatives(map(re.escape, minutes))})?)?"
        if hours
        else ""
    )
    time = rf"{hour}(?:[:.\uff1a]{_MINUTE}{spelled})?"
    lexicon.matching("PARTHOUR", "", rf"(?:{half}){gap}?{time}", _shifted(halves), halves)
    lexicon.matching("HOURPART", "", rf"{time}{gap}?(?:{half})", _shifted(halves), ["0", *hours, *halves])


def _hour(text: str) -> int:
    return int(text) if text.isdecimal() else han(text)


def _clock(text: str) -> Fields:
    parts = [_hour(part) for part in re.findall(rf"\d+|{HAN_NUMBER}", text)]
    fields: Fields = {"hour": parts[0], "minute": parts[1] if len(parts) > 1 else 0}
    if len(parts) > 2:
        fields["second"] = parts[2]
    return fields


def _shifted(halves: Mapping[str, str]) -> Callable[[str], Fields]:
    """Read a time with the half of the day that it lies in."""
    longest_first = sorted(halves, key=len, reverse=True)

    def read(text: str) -> Fields:
        fields, low = _clock(text), fold(text)
        half = next((halves[word] for word in longest_first if fold(word) in low), "am")
        if half == "pm" and fields["hour"] < 12:
            fields["hour"] += 12
        elif half == "am" and fields["hour"] == 12:
            fields["hour"] = 0
        return fields

    return read
