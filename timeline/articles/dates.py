"""Read the date on which an article was published.

In: a date as people and pages write it (`2018-11-08`, `8 November 2018`, `Nov. 8, 2018 11:30 PM EST`). Out: the day as
written, never moved by a time zone, or a `ValueError` that says what to write. A date that needs another to be known
("yesterday", "last May") is refused, so is one that can be read in two ways.
"""

from __future__ import annotations

import datetime
import re

_LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "tr", "ru", "uk", "pl", "sv", "ar", "zh", "ja", "ko"]
_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "TIMEZONE": "UTC",
    "RETURN_AS_TIMEZONE_AWARE": False,
    "RELATIVE_BASE": datetime.datetime(2000, 1, 1),
}
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})")
_TIME = re.compile(r"[T\s,]+(?:at\s+)?\d{1,2}:\d\d\b.*$")
_LONGEST = 100
"""Characters of the longest text that can be a day with its time."""
_WRITE = "Write the day as 2018-11-08 or as 8 November 2018."


def parse(text: str) -> datetime.date:
    """The day that `text` names. Raises ValueError."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        raise _not_full(text)
    for read in (datetime.date.fromisoformat, datetime.datetime.fromisoformat):
        try:
            found = read(text)
        except ValueError:
            continue
        return found.date() if isinstance(found, datetime.datetime) else found
    day = _TIME.sub("", text)
    numbers = _NUMBERS.fullmatch(day)
    if numbers:
        return _from_numbers(text, int(numbers[1]), int(numbers[3]), int(numbers[4]))
    year_first = _YEAR_FIRST.fullmatch(day)
    if year_first:
        return _made(text, int(year_first[1]), int(year_first[3]), int(year_first[4]))
    return _from_words(text, day)


def _from_numbers(text: str, first: int, second: int, year: int) -> datetime.date:
    readings = []
    for month, day in ((first, second), (second, first)):
        try:
            readings.append(datetime.date(year, month, day))
        except ValueError:
            continue
    readings = sorted(set(readings))
    if not readings:
        raise ValueError(f"'{text}' is not a date. {_WRITE}")
    if len(readings) == 2:
        raise ValueError(f"'{text}' can be read in two ways. Write {readings[0]} or {readings[1]}, the one that is meant.")
    return readings[0]


def _made(text: str, year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise ValueError(f"'{text}' is not a day of the calendar. {_WRITE}") from None


def _from_words(text: str, day: str) -> datetime.date:
    if len(day) > 60 or not re.search(r"(?<!\d)\d{4}(?!\d)", day) or not re.search(r"[^\W\d_]", day):
        raise _not_full(text)
    import dateparser  # here, since few articles need it

    try:
        found = dateparser.parse(day, languages=_LANGUAGES, settings=_SETTINGS)
    except (ValueError, OverflowError, TypeError, IndexError, AttributeError, KeyError):
        found = None
    if found is None:
        raise _not_full(text)
    return found.date()


def _not_full(text: str) -> ValueError:
    shown = text if len(text) <= 60 else text[:57] + "…"
    return ValueError(f"'{shown}' is not a full date: day, month and year in four digits. {_WRITE}")
