"""Dates with a slip in them: which date was meant.

In: what a person wrote. Out: the Date, or a DateError that says what to write, and the date that was likely meant: "Ocotber 2018" is
October 2018, "2018-25-10" is 2018-10-25. What is meant is only ever offered, never taken.
"""

from __future__ import annotations

import difflib
import functools
import re

from timeline.edtf import Date, DateError
from timeline.wording.reading import read
from timeline.wording.writing import MONTHS, ORDINALS

_KNOWN = {name.lower(): name for name in MONTHS} | {
    word: word
    for word in (
        *("spring summer autumn fall winter quarter half century bce".split()),
        *("about around circa approximately uncertain perhaps possibly".split()),
        *("before after until since between from week some month later earlier onwards".split()),
        *ORDINALS,
    )
}
_SHORTEST = 4  # letters of a word that may be misspelt: "of" and "to" are near too much
_LIKENESS = 0.75  # of difflib: "abuot" and about, "Oktober" and October
_LONGEST = 60  # characters of a date that is looked into
_GENERAL = "Write a date such as"  # how the advice begins that a better one replaces
_SLIPS = (
    (re.compile(r"[.,;:]+$"), ""),
    (re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),  # 1,200 BCE
    (re.compile(r"(?<=[A-Za-z]),(?= \d)"), ""),  # October, 25 2018
    (re.compile(r"(?<=\d0)['’](?=s$)"), ""),  # 1990's
    (re.compile(r"\?\?"), "XX"),
)
_DAY = r"\d{4}(?:-\d\d){0,2}"
_FORMS = (
    (re.compile(r"(\d{4})(\d\d)(\d\d)"), r"\1-\2-\3"),  # 20181025
    (re.compile(r"(\d{4})[-/.](1[3-9]|2\d|3[01])[-/.](0[1-9]|1[0-2])"), r"\1-\3-\2"),  # 2018-25-10
    (re.compile(r"(\d\d)[-/.](\d{4})"), r"\2-\1"),  # 10/2018
    (re.compile(r"(\d)[-/.](\d{4})"), r"\2-0\1"),  # 6/2018
    (re.compile(rf"({_DAY}) ?(?:-|–|—|to) ?({_DAY})"), r"\1/\2"),  # 2018-10-25 – 2018-10-27
)


def read_date(text: str) -> Date:
    """Read EDTF, or plain words that mean the same. Raises DateError."""
    try:
        return read(text)
    except DateError as error:
        advice = str(error).rpartition(" is not a date. ")[2]
        general = advice.startswith(_GENERAL) or not str(error).startswith(f"'{text}'")  # it may be about one end of two
        near = meant(text)
        if not near or (near in advice and not general):
            raise
        raise DateError(f"'{text}' is not a date. {'' if general else f'{advice} '}Did you mean '{near}'?") from None


def meant(text: str) -> str:
    """The date that a text was meant to be, in words or EDTF that can be read; "" where there is none near."""
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        return ""
    for pattern, replacement in _SLIPS:
        words = pattern.sub(replacement, words).strip()
    words = re.sub(rf"[A-Za-zÀ-ſ]{{{_SHORTEST},}}", _spelt, words)
    forms = (pattern.sub(replacement, words) for pattern, replacement in _FORMS if pattern.fullmatch(words))
    return next(filter(_can_be_read, (words, *forms)), "")


def _can_be_read(words: str) -> bool:
    try:
        read(words)
    except DateError:
        return False
    return True


def _spelt(found: re.Match[str]) -> str:
    """The word as it is spelt."""
    return found[0] if found[0].lower() in _KNOWN else _near(found[0].lower()) or found[0]


@functools.lru_cache(maxsize=1000)  # the same slip is often made in every event
def _near(word: str) -> str:
    near = difflib.get_close_matches(word, _KNOWN, 1, _LIKENESS)
    return _KNOWN[near[0]] if near else ""
