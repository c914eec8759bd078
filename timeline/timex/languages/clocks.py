"""Word classes of the clock: hours, minutes, halves of the day, times in words.

In: a `Lexicon`. Out: the same, with these classes added to it. What a language says of its clock stands in its table: under
`hours` words for hours, in `small` those beside an hour ("hour before", "o'clock"), under `minutes` and `minutes before` words
for minutes after and before the hour that they count from ("-15" a quarter to, "-30" half to).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from timeline.timex.languages.numbers import HAN_DIGITS, HAN_NUMBER, digits, han
from timeline.timex.languages.words import Lexicon, fold, is_han
from timeline.timex.rule import Fields

_NUMBER = digits(r"(?:<2><0-4>|<0-1>?<0-9>)")
_HOUR = _NUMBER + r"(?!\d)"
_MINUTE = digits(r"<0-5><0-9>(?!\d)")
_FEW = digits(r"<0-5>?<0-9>(?!\d)")
_COLON = r"[:.\uff1a]"
_AFTERNOON = {"pm": range(1, 12), "midday": range(1, 5), "night": range(5, 12)}  # hours that count from noon
_HALVES = ("am", *_AFTERNOON)


def add_clocks(lexicon: Lexicon) -> None:
    """Add all the classes of the clock."""
    table = lexicon.table
    words = {word: int(key) for word, key in table.meanings("numbers").items() if key.isdecimal() and int(key) <= 12}
    hour = f"(?:{_HOUR}|{HAN_NUMBER})" if is_han(lexicon) else _HOUR
    lexicon.matching("HOUR", "hour", hour, _hour, ["0", *HAN_DIGITS] if is_han(lexicon) else ["0"])
    lexicon.words("HOURWORD", "hour", words)
    lexicon.matching("MINUTE", "minute", _MINUTE, int)
    lexicon.matching("CLOCK", "", rf"{_HOUR}{_COLON}{_MINUTE}(?::\d\d(?!\d))?", _clock)
    lexicon.matching("FULLCLOCK", "", digits(r"(?:<0-1><0-9>|<2><0-3>)[:.\uff1a]<0-5><0-9>(?!\d)"), _clock)
    lexicon.matching("CLOCKH", "", rf"{_NUMBER}\s?h\.?(?:\s?{_MINUTE})?(?![^\W_])", _clock, ["0", "h"])
    lexicon.words("ZONE", "zone", {"gmt": "Z", "utc": "Z"})
    names = table.meanings("clock")
    lexicon.words("NOON", "hour", {word: int(key) for word, key in names.items() if key.isdecimal()})
    halves = {word: key for word, key in names.items() if key in _HALVES}
    spoken = _Spoken(lexicon, hour)
    if spoken.full:
        lexicon.matching("SPOKENTIME", "", spoken.full, spoken.read, spoken.words)
    if halves:
        half = _any(lexicon, halves)
        time = f"(?:{spoken.full}|{spoken.bare})" if spoken.full else f"(?:{spoken.bare})"
        gap = f"(?:{lexicon.script.gap})?"
        lexicon.matching("PARTHOUR", "", f"(?:{half}){gap}{time}", _shifted(halves, spoken.read), [*halves, *spoken.words])
        lexicon.matching("HOURPART", "", f"{time}{gap}(?:{half})", _shifted(halves, spoken.read), [*spoken.words, *halves])


def _any(lexicon: Lexicon, words: Iterable[str]) -> str:
    return "|".join(lexicon.spelling(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"


class _Spoken:
    """Times as they are said. `bare` is the expression of one that needs the half of the day beside it ("8:30", "eight"), `full`
    that of one that stands alone ("eight o'clock", "half to three"), "" where a language has none; `words` may stand in them."""

    def __init__(self, lexicon: Lexicon, number: str) -> None:
        table = lexicon.table
        small = {name: table.words("small", name) for name in ("hour before", "hour after", "o'clock", "minute after", "second after")}
        self._hours = table.meanings("hours")
        self._after = {word: int(key) for word, key in table.meanings("minutes").items()}
        self._before = {word: int(key) for word, key in table.meanings("minutes before").items()}
        gap = f"(?:{lexicon.script.gap})?"
        hour = f"(?:{_any(lexicon, self._hours)}|{number})" if self._hours else number
        few = f"(?:{_FEW}|{HAN_NUMBER})" if is_han(lexicon) else _FEW
        second = f"(?:{gap}{few}{gap}(?:{_any(lexicon, small['second after'])}))?" if small["second after"] else ""
        unit = f"{gap}(?:{_any(lexicon, small['minute after'])})"
        minutes = rf"{gap}(?:{_any(lexicon, self._after)}|{few}{unit}{second}" + (rf"|{_MINUTE}(?!\s?[^\W\d])" if unit else "") + ")"
        digital = f"(?:{_COLON}{_MINUTE})?"
        before, clock = _any(lexicon, small["hour before"]), _any(lexicon, small["o'clock"])
        prefix = _any(lexicon, self._before)
        beside = _any(lexicon, [*small["o'clock"], *small["hour after"]])
        self.bare = f"{hour}{digital}(?:{gap}(?:{beside})(?:{minutes})?)?"
        full = []
        if small["o'clock"]:
            full.append(f"{hour}{digital}{gap}(?:{clock})(?:{minutes})?")
        if small["hour before"]:
            full.append(f"(?:{before}){gap}(?:(?:{prefix}){gap})?{hour}{digital}(?:{gap}(?:{beside}))?(?:{minutes})?")
        if self._before:
            full.append(f"(?:{prefix}){gap}{hour}" + (f"{gap}(?:{clock})" if small["o'clock"] else f"(?:{gap}(?:{beside}))?"))
        self.full = f"(?:{'|'.join(full)})" if full else ""
        han_digits = HAN_DIGITS if is_han(lexicon) else ""
        self.words = ["0", *han_digits, *self._hours, *self._before, *self._after, *(word for words in small.values() for word in words)]
        self._word = re.compile(
            "|".join(filter(None, (_any(lexicon, self._hours) if self._hours else "", r"\d+", HAN_NUMBER))), re.IGNORECASE
        )
        self._edges = [re.compile(_any(lexicon, words), re.IGNORECASE) for words in (small["hour before"], self._before, self._after)]

    def read(self, text: str) -> Fields:
        """The fields of a time."""
        opening, before, after = self._edges
        place = 0
        if found := opening.match(text):
            place = found.end()
        shift = 0
        if found := before.match(text, place + len(text[place:]) - len(text[place:].lstrip())):
            shift, place = self._before[_known(found[0], self._before)], found.end()
        numbers = [self._number(found[0]) for found in self._word.finditer(text, place)]
        if not numbers:
            return {}
        hour, minute = numbers[0]
        rest = [value for value, _ in numbers[1:]]
        if found := next((found for found in after.finditer(text, place) if found.start() > place), None):
            shift, rest = shift + self._after[_known(found[0], self._after)], []
        total = hour * 60 + minute + (rest[0] if rest else 0) + shift
        fields: Fields = {"hour": total // 60 % 24 if total != 24 * 60 else 24, "minute": total % 60}
        if len(rest) > 1:
            fields["second"] = rest[1]
        return fields

    def _number(self, text: str) -> tuple[int, int]:
        if text.isdecimal() or not self._hours or re.fullmatch(HAN_NUMBER, text):
            return _hour(text), 0
        hour, _, minute = self._hours[_known(text, self._hours)].partition(":")
        return int(hour), int(minute or 0)


def _known(text: str, words: Iterable[str]) -> str:
    low = fold(text)
    return next(word for word in words if fold(word) == low)


def _hour(text: str) -> int:
    return int(text) if text.isdecimal() else han(text)


def _clock(text: str) -> Fields:
    parts = [_hour(part) for part in re.findall(r"\d+", text)]
    fields: Fields = {"hour": parts[0], "minute": parts[1] if len(parts) > 1 else 0}
    if len(parts) > 2:
        fields["second"] = parts[2]
    return fields


def _shifted(halves: Mapping[str, str], plain: Callable[[str], Fields]) -> Callable[[str], Fields]:
    """Read a time with the half of the day that it lies in."""
    longest_first = sorted(halves, key=len, reverse=True)

    def read(text: str) -> Fields:
        low = fold(text)
        word = next((word for word in longest_first if low.startswith(fold(word)) or low.endswith(fold(word))), "")
        bare = text[len(word) :] if low.startswith(fold(word)) else text[: len(text) - len(word)]  # "après-midi" holds a noon of its own
        fields, half = plain(bare.strip()), halves.get(word, "am")
        hour = fields.get("hour", 0)
        if hour in _AFTERNOON.get(half, ()):
            hour += 12
        elif half == "am" and hour == 12:
            hour = 0
        elif half == "night" and hour == 12:
            hour = 24
        return {**fields, "hour": hour, "minute": fields.get("minute", 0)}

    return read
