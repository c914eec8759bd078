"""Single dates in plain English words, without relations between two of them.

In: lower-case words such as "4th of august 2018", "early june 2018", "44 bce"; what they leave out is taken from a date beside them ("3" of
"3 to 5 may 2018"). Out: the same in EDTF, or a DateError that says what to write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from timeline import edtf
from timeline.edtf import Date, DateError, Point, year_text
from timeline.wording.writing import MONTHS, ORDINALS, WEEKDAYS, in_words, weekday

_MONTH_NUMBER = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {name[:3]: number for name, number in _MONTH_NUMBER.items()} | {"sept": 9}
_SEASON_CODE = {name: code for code, name in edtf.SEASONS.items()} | {"fall": 23}
_PART_NUMBER = {word: number for number, word in enumerate(ORDINALS, 1)} | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_TENS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
_CENTURIES = [*_TENS.split(), *"seventeenth eighteenth nineteenth twentieth twenty-first".split()]
_PARTS = {
    **dict.fromkeys(("early", "beginning of", "start of"), (0, 3)),
    **dict.fromkeys(("mid", "middle of"), (1, 3)),
    **dict.fromkeys(("late", "end of"), (2, 3)),
    **dict.fromkeys(("first half of", "1st half of"), (0, 2)),
    **dict.fromkeys(("second half of", "2nd half of"), (1, 2)),
}
"""Which part of how many."""
_BOUNDS = {
    ("month", 3): ((1, 10), (11, 20), (21, 31)),
    ("month", 2): ((1, 15), (16, 31)),
    ("year", 3): ((1, 4), (5, 8), (9, 12)),
    ("decade", 3): ((0, 3), (4, 6), (7, 9)),
    ("decade", 2): ((0, 4), (5, 9)),
    ("century", 3): ((0, 33), (34, 66), (67, 99)),
    ("century", 2): ((0, 49), (50, 99)),
}
"""The first and last day, month or year of each part."""

_MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>\d{4}|\d{1,5} (?:bce?|ce|ad)|ad \d{1,4})"
_ZONE = r"(?: ?(?P<zone>utc|gmt|z|[+-]\d\d:\d\d))?"
_TIME = rf"(?P<time>\d{{1,2}}:\d\d(?::\d\d)?|\d{{1,2}}(?= ?[ap]m))(?: ?(?P<half>am|pm))?{_ZONE}"
_AT = rf"(?:,? (?:at )?{_TIME})?"
_ORDINAL = rf"\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_CENTURIES)}"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_DAY}(?: (?:of )?{_MONTH}(?:,? {_YEAR}{_AT})?)?",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR}{_AT})?",
        rf"{_YEAR},? {_MONTH} {_DAY}{_AT}",
        rf"some day (?:of|in) {_MONTH},? {_YEAR}(?P<someday>)",
        rf"{_MONTH}(?:(?: of)?,? {_YEAR})?",
        rf"{_YEAR},? {_MONTH}",
        rf"some month (?:of|in) {_YEAR}(?P<somemonth>)",
        _YEAR,
        r"(?P<decade>\d{0,2}[1-9]0)s",
        r"decade from (?P<decade>\d{1,3}0|0)",
        rf"(?P<century>{_ORDINAL}) century(?: ce| ad)?",
        rf"(?P<season>{'|'.join(_SEASON_CODE)})(?: of)?,? {_YEAR}",
        r"(?P<season>winter)(?: of)? (?P<year>\d{4})(?:/| ?- ?)(?P<next>\d\d|\d{4})",
        rf"(?P<part>{'|'.join(_PART_NUMBER)}) (?P<unit>quarter|half)(?: of)?,? {_YEAR}",
        rf"(?P<unit>[qh])(?P<part>[1-4])[ ,/-]{{1,2}}{_YEAR}",
        rf"{_YEAR}[ ,/-]{{0,2}}(?P<unit>[qh])(?P<part>[1-4])",
    )
]
SHORT_YEAR = "Write years with four digits, such as 'June 2018' or '1990s'."
_ABOUT = re.compile(r"(?:c\.|ca\b\.?|circa\b|about\b|around\b|approximately\b|approx\b\.?|roughly\b|~|c(?=\d)) ?")
_UNSURE_BEFORE = re.compile(r"(?:perhaps|possibly|probably|maybe) ")
_UNSURE_AFTER = re.compile(r" ?\((?:uncertain|perhaps|possibly|probably|\?)\)$| ?\?$")
_DAY_NAME = re.compile(rf"({'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in WEEKDAYS)})\b\.?,? ".lower())
_PART = r"(?:early |late )?(?:morning|afternoon|evening|night|hours)"  # of a day, which it does not move
_LOOSELY = re.compile(rf"(?:{_PART}(?: of| on)?|some ?time (?:in|on|during)) (?:the )?|,? (?:in the )?{_PART}$|,? \({_PART}\)$")
_PART_OF = re.compile(rf"({'|'.join(_PARTS)}) (?:the )?(.+)")
_CENTURY_BCE = re.compile(rf"({_ORDINAL}) century bce?")
_SHORT_YEAR = re.compile(r"(?:.* )?'\d\ds?|\d{1,2} [a-z]{3,9} \d\d|[a-z]{3,9} \d{1,2}, \d\d")


def point_edtf(words: str, like: Point | None = None) -> str:
    """EDTF of a single date; what it leaves out (month, year) is taken from `like`. Raises DateError."""
    words = _LOOSELY.sub("", words.strip().removeprefix("the "), count=1)
    before, after = _UNSURE_BEFORE.match(words), _UNSURE_AFTER.search(words)
    unsure = before or after
    words = words[before.end() if before else 0 : after.start() if after else None]
    about = _ABOUT.match(words)
    words = words[about.end() if about else 0 :].removeprefix("the ")
    qualifier = "%" if about and unsure else "~" if about else "?" if unsure else ""
    named = _DAY_NAME.match(words)
    text = _bare_edtf(words[named.end() if named else 0 :], like)
    if named:
        _check_weekday(named[1], edtf.parse(text))
    return text + qualifier


def ends_edtf(words: str) -> tuple[str, str] | None:
    """The first and last of "early june 2018", in EDTF, or of "5th century bce"; None where the words are no such thing, but a date
    of its own. Raises DateError."""
    words = words.strip().removeprefix("the ")
    if found := _CENTURY_BCE.fullmatch(words):
        century = int(_century(found[1])[:2])
        return year_text(-100 * century - 99), year_text(-100 * century)
    found = None if _LOOSELY.match(words) else _PART_OF.fullmatch(words)
    if not found:
        return None
    point, (part, parts) = edtf.parse_point(point_edtf(found[2])), _PARTS[found[1]]
    if (point.precision, parts) == ("year", 2):
        return None
    if point.qualifier or point.unspecified or (point.precision, parts) not in _BOUNDS:
        raise DateError(f"'{found[1]}' goes with a month, a year, a decade or a century: 'early June 2018', 'late 2018', 'mid 1990s'.")
    first, last = _BOUNDS[point.precision, parts][part]
    if point.precision == "month":
        return str(point.first._replace(day=first)), str(point.first._replace(day=min(last, point.last.day)))
    if point.precision == "year":
        return f"{year_text(point.first.year)}-{first:02}", f"{year_text(point.first.year)}-{last:02}"
    return year_text(point.first.year + first), year_text(point.first.year + last)


def _bare_edtf(words: str, like: Point | None) -> str:
    for form in _FORMS:
        found = form.fullmatch(words)
        if found:
            return _fields_edtf(found.groupdict(), like)
    if re.fullmatch(r"[\dx~?%t:z+-]+", words):
        return edtf.parse_point(words.upper()).edtf
    if _SHORT_YEAR.fullmatch(words):
        raise DateError(SHORT_YEAR)
    if century := re.fullmatch(r"(\d{0,2})00s", words):
        start = f"{century[1]:0>2}"
        raise DateError(f"Write {start}0X for {start}00 to {start}09, {start}XX for {start}00 to {start}99.")
    raise DateError("Write a date such as 2018, 2018-06, 2018-08-04, 'June 2018', 'c. 2018' or 'before May 2018'.")


def _check_weekday(name: str, date: Date) -> None:
    right = weekday(date.day) if date.day else ""
    if right and not right.lower().startswith(name[:3]):
        raise DateError(f"{in_words(date)} is a {right}. Correct the day, or leave out the weekday.")


def _fields_edtf(fields: Mapping[str, str | None], like: Point | None) -> str:
    """EDTF of the parts that a form has found."""
    for name, write in _WITHOUT_YEAR.items():
        if value := fields.get(name):
            return write(value)
    year = _year_number(fields.get("year"))
    if year is None:
        if like is None:
            raise DateError("Its year is missing: write it after the month, as in 'June 2018'.")
        year = like.first.year
    if season := fields.get("season"):
        if (following := fields.get("next")) and int(following[-2:]) != (year + 1) % 100:
            raise DateError(f"A winter ends in the year after: write 'winter {year}'.")
        return f"{year_text(year)}-{_SEASON_CODE[season]}"
    if part := fields.get("part"):
        number = _PART_NUMBER.get(part) or int(part)
        half = (fields["unit"] or "").startswith("h")
        if half and number > 2:
            raise DateError("A year has two halves.")
        return f"{year_text(year)}-{(39 if half else 32) + number}"
    if "somemonth" in fields:
        return f"{year_text(year)}-XX"
    month = _MONTH_NUMBER.get(fields.get("month") or "") or (like.first.month if like and fields.get("day") else None)
    if month is None:
        return year_text(year)
    if "someday" in fields:
        return f"{year_text(year)}-{month:02}-XX"
    day = fields.get("day")
    return f"{year_text(year)}-{month:02}" + (f"-{int(day):02}{_time_edtf(fields)}" if day else "")


def _century(words: str) -> str:
    number = _CENTURIES.index(words) + 1 if words in _CENTURIES else int(words[:-2])
    if not number:
        raise DateError("Centuries begin with the 1st.")
    return f"{number - 1:02}XX"


_WITHOUT_YEAR: Mapping[str, Callable[[str], str]] = {
    "decade": lambda words: words.zfill(4)[:3] + "X",
    "century": _century,
}


def _time_edtf(fields: Mapping[str, str | None]) -> str:
    time = fields.get("time")
    if not time:
        return ""
    hours, _, minutes = time.partition(":")
    if half := fields.get("half"):
        if not 1 <= int(hours) <= 12:
            raise DateError(f"With {half}, hours run 1 to 12.")
        hours = str(int(hours) % 12 + (12 if half == "pm" else 0))
    zone = fields.get("zone") or ""
    return f"T{hours.zfill(2)}:{minutes or '00'}{zone if ':' in zone else 'Z' if zone else ''}"


def _year_number(text: str | None) -> int | None:
    if not text:
        return None
    number = int(re.sub(r"\D", "", text))
    return 1 - number if "bc" in text else number
