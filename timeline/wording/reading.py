"""Read dates that a person wrote, in EDTF or in plain words.

In: "June 2018", "c. 2018", "before May 2018". Out: a Date, or a DateError that says what to write. Words that can be read in two ways
are refused, with both readings.
"""

from __future__ import annotations

import contextlib
import itertools
import re

from timeline import edtf
from timeline.edtf import Date, DateError, Day, day_after
from timeline.wording.languages import in_english
from timeline.wording.points import SHORT_YEAR, ends_edtf, point_edtf
from timeline.wording.writing import WEEKDAYS, in_words, weekday

_LAST_DAY = Day(9999, 12, 31)
_WORDS = re.compile(r"[^\W\d_xtzXTZ]|^~|\s\?$|\(\?\)$")  # what EDTF does not hold
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)? ?(Z|[+-]\d\d:\d\d)?")


def read(text: str) -> Date:
    """Read EDTF, or plain words that mean the same. Raises DateError."""
    words = " ".join(text.split())
    stamp = _STAMP.fullmatch(words)
    if stamp:
        words = f"{stamp[1]}T{stamp[2]}{stamp[3] or ''}"
    try:
        return _read_words(words.lower()) if _WORDS.search(words) else edtf.parse(words)
    except DateError as error:
        detail = str(error).partition(" is not a date. ")[2] or str(error)
        raise DateError(f"'{text}' is not a date. {detail}") from None


def _read_words(words: str) -> Date:
    try:
        return edtf.parse(_edtf_of(_normal(words)))
    except DateError:
        english = in_english(words)
        if english == words:
            raise
        return edtf.parse(_edtf_of(_normal(english)) if _WORDS.search(english) else english)


_NORMAL = [
    (re.compile(r"[‘’`´]"), "'"),
    (re.compile(r"\s*[–—]\s*"), " - "),
    (re.compile(r"(?<![a-z])b\.? ?c\.?(?: ?e\.?)?(?!\w)"), "bce"),
    (re.compile(r"(?<![a-z])a\. ?d\.?(?!\w)"), "ad"),
    (re.compile(r"(?<![a-z])([ap])\. ?m\.?(?!\w)"), r"\1m"),
    (re.compile(r"(?<=\d)(?=(?:bce|ad)\b)"), " "),
    (re.compile(r"^(\d{1,5}) ?- ?(\d{1,5}) (bce|ce|ad)$"), r"\1 \3 - \2 \3"),
    (re.compile(r"^(\d{1,2} ?- ?)?([a-z]{3,9})\.? ?- ?(\d{4})$"), r"\1\2 \3"),  # 12-Jun-2018, June-2018
    (re.compile(r"^(\d{1,2}) ?- ?([a-z]{3,9})\.? (\d{4})$"), r"\1 \2 \3"),
    (re.compile(r"\bmid-"), "mid "),
    (re.compile(r"(?<=[a-z]{3})\.?-(?!first century)(?=\w)|(?<=\d)-(?=[a-z]{3})"), " - "),
    (re.compile(r"\b([a-z]{3,9}\.?) (\d{1,2}) ?- ?(\d{1,2}),? (?=\d{4}\b)"), r"\2 - \3 \1 "),  # May 3-5, 2018
    (re.compile(r"^(?:in|on|during|at) "), ""),
]


def _normal(words: str) -> str:
    for pattern, plain in _NORMAL:
        words = pattern.sub(plain, words)
    return words


def _edtf_of(words: str) -> str:
    for pattern, write in _RELATIONS:
        found = pattern.fullmatch(words)
        if found:
            return write(found)
    ends = ends_edtf(words)
    return "[{}..{}]".format(*ends) if ends else point_edtf(words)


def _before(found: re.Match[str]) -> str:
    first = edtf.parse_point(point_edtf(found[1])).first
    text = str(day_after(first, -1))
    return "../" + (text[:-6] if first[1:] == (1, 1) else text[:-3] if first.day == 1 else text)


def _after(found: re.Match[str]) -> str:
    point = edtf.parse_point(point_edtf(found[1]))
    if point.last == _LAST_DAY:
        raise DateError("Years run to 9999.")
    text = str(day_after(point.last))
    return (
        text[:-6] if point.last[1:] == (12, 31) and point.precision != "day" else text[:-3] if point.precision != "day" else text
    ) + "/.."


def _between(found: re.Match[str]) -> str:
    return "[" + "..".join(_two_points(found)) + "]"


def _from_to(found: re.Match[str]) -> str:
    return "/".join(_two_points(found))


def _two_points(found: re.Match[str]) -> list[str]:
    end = _last(found[2])
    start = ends_edtf(found[1])
    return [start[0] if start else _beside(found[1], end), end]


def _beside(words: str, full: str) -> str:
    """EDTF of a date that may leave out what another one says: "3" of "3 to 5 May 2018"."""
    with contextlib.suppress(DateError):
        return point_edtf(words)
    like = edtf.parse_point(full)
    completed = point_edtf(words, like)
    if edtf.parse_point(completed).precision != like.precision:
        raise DateError("Write each of the dates in full, such as 'June 2018 to August 2018'.")
    return completed


def _first(words: str) -> str:
    ends = ends_edtf(words)
    return ends[0] if ends else point_edtf(words)


def _last(words: str) -> str:
    ends = ends_edtf(words)
    return ends[1] if ends else point_edtf(words)


def _either(found: re.Match[str]) -> str:
    *others, last = _CHOICES.split(found[0])
    end = point_edtf(last)
    return "[" + ", ".join([*(_beside(other, end) for other in others), end]) + "]"


# Between choices; not the comma of "August 4, 2018", nor that of "4 August 2018, 14:30".
_CHOICES = re.compile(r" or |(?<=\d{4}), (?!\d{1,2}(?::| ?[ap]m))|, (?!\d{4}|\d{1,2}(?::| ?[ap]m))")


def _both(found: re.Match[str]) -> str:
    first, last = _two_points(found)
    edtf.parse(f"{first}/{last}")
    raise DateError(f'Write {first}/{last} where it lasted so long, "[{first}, {last}]" where it was one of them.')


def _week(found: re.Match[str]) -> str:
    start = edtf.parse(point_edtf(found[1])).day
    if start is None:
        raise DateError("Name a day of the week: week of 5 November 2018.")
    return "[{}..{}]".format(*_week_of(start))


def _week_of(day: Day) -> tuple[Day, Day]:
    """The Monday and the Sunday of its week; where it has no weekday, the week begins with it."""
    for _ in range(WEEKDAYS.index(weekday(day)) if weekday(day) else 0):
        day = day_after(day, -1)
    *_, end = itertools.accumulate(range(6), lambda before, _: day_after(before), initial=day)
    return day, end


def _numbered_week(found: re.Match[str]) -> str:
    """A week of ISO 8601: the first of a year holds its 4 January."""
    day, _ = _week_of(Day(int(found[1]), 1, 4))
    for _ in range(7 * (int(found[2]) - 1)):
        day = day_after(day)
    if not 1 <= int(found[2]) <= 53 or _week_of(day)[0] > Day(int(found[1]), 12, 28):
        raise DateError(f"The year {found[1]} has no such week.")
    return "[{}..{}]".format(*_week_of(day))


def _week_of_month(found: re.Match[str]) -> str:
    """Days 8 to 14, or the week that holds the 8th? The words do not tell."""
    point = edtf.parse_point(point_edtf(found[2]))
    number = ("first", "second", "third", "fourth", "last").index(found[1])
    if point.precision != "month" or point.unspecified:
        raise DateError("Name a day of the week: week of 5 November 2018.")
    start = point.last.day - 6 if found[1] == "last" else 7 * number + 1
    first, last = Day(*point.first[:2], start), Day(*point.first[:2], start + 6)
    monday, _ = _week_of(first if number < 4 else last)
    raise DateError(f"Write \"[{first}..{last}]\", or 'week of {in_words(edtf.parse(str(monday)))}', the one that is meant.")


def _short_year(found: re.Match[str]) -> str:
    raise DateError(SHORT_YEAR)


def _unknown(found: re.Match[str]) -> str:
    raise DateError("Write the widest that is sure, such as 201X, 'before 2018' or 2018?.")


def _relative(found: re.Match[str]) -> str:
    raise DateError("Nothing in this file says what day that is counted from. Write the date itself, such as 2018-06-12.")


_RELATIONS = [
    (re.compile(r"(?:date )?unknown|undated|n\.? ?d\.?|no date|not known|unclear|tb[acd]|\?+"), _unknown),
    (re.compile(r"today|yesterday|tomorrow|now|recently|(?:last|this|next) [a-z]+|.+ ago"), _relative),
    (re.compile(r"[a-z]{3,9}\.? - ?\d\d"), _short_year),
    (re.compile(r"before (.+)"), _before),
    (re.compile(r"after (.+)"), _after),
    (re.compile(r"(?:until|till|up to) (.+)"), lambda found: f"../{_last(found[1])}"),
    (re.compile(r"since (.+)"), lambda found: f"{_first(found[1])}/.."),
    (re.compile(r"from (.+) on(?:wards?)?"), lambda found: f"{_first(found[1])}/.."),
    (re.compile(r"(?:from )?(.+?) (?:to|until|-) (?:the )?(?:present|now|today|date|ongoing)"), lambda found: f"{_first(found[1])}/.."),
    (re.compile(r"(.+) (?:or later|at the earliest)"), lambda found: f"[{_first(found[1])}..]"),
    (re.compile(r"(?:not before|no earlier than|not earlier than) (.+)"), lambda found: f"[{_first(found[1])}..]"),
    (re.compile(r"(.+) (?:or earlier|at the latest)"), lambda found: f"[..{_last(found[1])}]"),
    (re.compile(r"(?:by|no later than|not later than) (.+)"), lambda found: f"[..{_last(found[1])}]"),
    (re.compile(r"between (.+) and (.+)"), _between),
    (re.compile(r"(?:the )?week (?:of|from) (.+)"), _week),
    (re.compile(r"(\d{4})-?w(\d\d)"), _numbered_week),
    (re.compile(r"(?:the )?(first|second|third|fourth|last) week (?:of|in) (.+)"), _week_of_month),
    (re.compile(r".+ or .+"), _either),
    (re.compile(r"(.+) (?:and|&) (.+)"), _both),
    (re.compile(r"(\d{1,2})/(\d{1,2} [a-z].+)"), _both),
    (re.compile(r"(?:from )?(.+) (?:to|until|-) (.+)"), _from_to),
    (re.compile(r"(\d{1,2})-(\d{1,2} [a-z].+)"), _from_to),
]
