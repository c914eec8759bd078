"""Read dates that a person wrote, in EDTF or in plain English words.

In: "June 2018", "c. 2018", "before May 2018". Out: a Date, or a DateError that says what to write. Words that can be read in two ways
are refused.
"""

from __future__ import annotations

import re

from timeline import edtf
from timeline.edtf import Date, DateError, Day, Point, day_after, year_text
from timeline.wording.writing import MONTHS, ORDINALS, WEEKDAYS, weekday

_LAST_DAY = Day(9999, 12, 31)
_MONTH_NUMBER = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {name[:3]: number for name, number in _MONTH_NUMBER.items()} | {"sept": 9}
_SEASON_CODE = {name: code for code, name in edtf.SEASONS.items()} | {"fall": 23}
_PART_NUMBER = {word: number for number, word in enumerate(ORDINALS, 1)} | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|\d{1,5} (?:bce?|ce|ad)|ad \d{1,4})"
_TIME = r"(?P<time>\d{1,2}:\d\d(?::\d\d)?)(?: ?(?P<zone>utc|z|[+-]\d\d:\d\d))?"
_POINT_FORMS = [
    re.compile(form)
    for form in (
        rf"{_DAY}(?: (?:of )?{_MONTH}(?:,? {_YEAR}(?:,? (?:at )?{_TIME})?)?)?",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR}(?:,? (?:at )?{_TIME})?)?",
        rf"some day (?:of|in) {_MONTH},? {_YEAR}(?P<someday>)",
        rf"{_MONTH}(?:,? {_YEAR})?",
        rf"some month (?:of|in) {_YEAR}(?P<somemonth>)",
        _YEAR,
        r"(?:the )?(?P<decade>\d{0,3}0)s",
        r"(?:the )?(?P<century>\d{1,2})(?:st|nd|rd|th) century",
        rf"(?:the )?(?P<season>{'|'.join(_SEASON_CODE)})(?: of)?,? {_YEAR}",
        rf"(?:the )?(?P<part>{'|'.join(_PART_NUMBER)}) (?P<unit>quarter|half)(?: of)?,? {_YEAR}",
        rf"(?P<unit>[qh])(?P<part>[1-4]) {_YEAR}",
    )
]
_ABOUT = re.compile(r"(?:c\.|ca\.|circa\b|about\b|around\b|approximately\b|~) ?")


def read(text: str) -> Date:
    """Read EDTF, or plain words that mean the same. Raises DateError."""
    words = " ".join(text.split())
    if not re.search(r"[a-wyzA-WYZ]{2}|\bc\.|[qQhH]\d|\d0s", words):
        return edtf.parse(words)
    try:
        return edtf.parse(_edtf_of(words.lower().replace("–", "-")))
    except DateError as error:
        detail = str(error).partition(" is not a date. ")[2] or str(error)
        raise DateError(f"'{text}' is not a date. {detail}") from None


def _edtf_of(words: str) -> str:
    words = re.sub(r"^(?:in|on|during) ", "", words)
    for pattern, write in _RELATIONS:
        found = pattern.fullmatch(words)
        if found:
            return write(found)
    return _point_edtf(words)


def _before(found: re.Match[str]) -> str:
    first = edtf.parse_point(_point_edtf(found[1])).first
    text = str(day_after(first, -1))
    return "../" + (text[:-6] if first[1:] == (1, 1) else text[:-3] if first.day == 1 else text)


def _after(found: re.Match[str]) -> str:
    point = edtf.parse_point(_point_edtf(found[1]))
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
    end = _point_edtf(found[2])
    return [_point_edtf(found[1], like=edtf.parse_point(end)), end]


def _either(found: re.Match[str]) -> str:
    *others, last = _CHOICES.split(found[0])
    end = _point_edtf(last)
    like = edtf.parse_point(end)
    return "[" + ", ".join([*(_point_edtf(other, like=like) for other in others), end]) + "]"


# Between choices; not the comma of "August 4, 2018", nor that of "4 August 2018, 14:30".
_CHOICES = re.compile(r" or |(?<=\d{4}), (?!\d{1,2}:)|, (?!\d{4}|\d{1,2}:)")


def _week(found: re.Match[str]) -> str:
    start = edtf.parse(_point_edtf(found[1])).day
    if start is None:
        raise DateError("Name a day of the week: week of 5 November 2018.")
    for _ in range(max(WEEKDAYS.index(weekday(start)), 0) if weekday(start) else 0):
        start = day_after(start, -1)
    end = start
    for _ in range(6):
        end = day_after(end)
    return f"[{start}..{end}]"


_RELATIONS = [
    (re.compile(r"before (.+)"), _before),
    (re.compile(r"after (.+)"), _after),
    (re.compile(r"(?:until|till|up to) (.+)"), lambda found: f"../{_point_edtf(found[1])}"),
    (re.compile(r"since (.+)"), lambda found: f"{_point_edtf(found[1])}/.."),
    (re.compile(r"from (.+) on(?:wards?)?"), lambda found: f"{_point_edtf(found[1])}/.."),
    (re.compile(r"(.+) or later"), lambda found: f"[{_point_edtf(found[1])}..]"),
    (re.compile(r"(.+) or earlier"), lambda found: f"[..{_point_edtf(found[1])}]"),
    (re.compile(r"between (.+) and (.+)"), _between),
    (re.compile(r"(?:the )?week (?:of|from) (.+)"), _week),
    (re.compile(r".+ or .+"), _either),
    (re.compile(r"(?:from )?(.+) (?:to|until|-) (.+)"), _from_to),
    (re.compile(r"(\d{1,2})-(\d{1,2} [a-z].+)"), _from_to),
]


def _point_edtf(words: str, like: Point | None = None) -> str:
    """EDTF of a single date in words; what it leaves out (month, year) is taken from `like`."""
    words = words.strip()
    about = _ABOUT.match(words)
    if about:
        words = words[about.end() :]
    uncertain = re.search(r" ?\((?:uncertain|perhaps|possibly)\)$| ?\?$", words)
    if uncertain:
        words = words[: uncertain.start()]
    qualifier = "%" if about and uncertain else "~" if about else "?" if uncertain else ""
    for form in _POINT_FORMS:
        found = form.fullmatch(words)
        if found:
            return _fields_edtf(found.groupdict(), words, like) + qualifier
    if re.fullmatch(r"[\dx~?%t:z+-]+", words):
        return edtf.parse_point(words.upper()).edtf + qualifier
    raise DateError("Write a date such as 2018, 2018-06, 2018-08-04, 'June 2018', 'c. 2018' or 'before May 2018'.")


def _fields_edtf(fields: dict[str, str | None], words: str, like: Point | None) -> str:
    if fields.get("decade"):
        return (fields["decade"] or "").zfill(4)[:3] + "X"
    if fields.get("century"):
        return f"{int(fields['century'] or 0) - 1:02}XX"
    year = _year_number(fields.get("year"))
    if year is None:
        if like is None:
            raise DateError(f"Its year is missing: write '{words} 2018'.")
        year = like.first.year
    if fields.get("season"):
        return f"{year_text(year)}-{_SEASON_CODE[fields['season'] or '']}"
    if fields.get("part"):
        part = fields["part"] or ""
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
    if not fields.get("day"):
        return f"{year_text(year)}-{month:02}"
    day = f"{year_text(year)}-{month:02}-{int(fields['day'] or 0):02}"
    if not fields.get("time"):
        return day
    hours, _, minutes = (fields["time"] or "").partition(":")
    zone = fields.get("zone") or ""
    return f"{day}T{hours.zfill(2)}:{minutes}{'Z' if zone in ('utc', 'z') else zone}"


def _year_number(text: str | None) -> int | None:
    if not text:
        return None
    number = int(re.sub(r"\D", "", text))
    return 1 - number if "bc" in text else number
