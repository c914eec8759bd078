"""Dates in plain English words, and back.

    in_words(date)    a Date -> "4 August 2018", "in 2017", "between 25 October and 11 November 2018"
    read_date(text)   EDTF or plain words -> a Date, or DateError that says what to write

What `in_words` writes, `read_date` reads back as the same days. Words that can be read in two ways are refused.
"""

from __future__ import annotations

import re
from datetime import date as calendar_date

from timeline import edtf
from timeline.edtf import Date, DateError, Day, Point, day_after, year_text

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ORDINALS = ("first", "second", "third", "fourth")


# Writing


def in_words(date: Date) -> str:
    """The date as a reader would say it, at its true precision."""
    points = [point for point in date.points if point]
    if date.kind == "single":
        alone = points[0].precision in ("year", "decade", "century", "half", "quarter")
        return ("in " if alone and not points[0].qualifier else "") + point_in_words(points[0])
    if date.kind == "choice":
        named = _sharing(points)
        return ", ".join(named[:-1]) + " or " + named[-1]
    if date.earliest is None:
        return _open_start(date.kind == "within", points[-1])
    if date.latest is None:
        return f"{point_in_words(points[0])} or later" if date.kind == "within" else f"from {point_in_words(points[0])} on"
    if date.kind == "within" and is_week(date):
        return f"week of {point_in_words(points[0])}"
    start, end = _sharing(points)
    return f"between {start} and {end}" if date.kind == "within" else f"{start} to {end}"


def _open_start(within: bool, end: Point) -> str:
    if within:
        return f"{point_in_words(end)} or earlier"
    if end.precision in ("day", "month", "year") and _is_plain(end):
        return f"before {point_in_words(edtf.parse_point(_following(end.precision, end.last)))}"
    return f"until {point_in_words(end)}"


def _following(precision: str, last: Day) -> str:
    """EDTF of the day, month or year that begins after `last`."""
    text = str(day_after(last))
    return text if precision == "day" else text[:-3] if precision == "month" else text[:-6]


def _sharing(points: list[Point]) -> list[str]:
    """Each point in words, without the month and year that it shares with the last: "4", "5 August 2018"."""
    last = points[-1]
    same_kind = all(_is_plain(point) and point.precision == last.precision for point in points)
    if not same_kind or last.precision not in ("day", "month"):
        return [point_in_words(point) for point in points]
    if any(point.first.year != last.first.year for point in points):
        return [point_in_words(point) for point in points]
    if last.precision == "month":
        return [*(MONTHS[point.first.month - 1] for point in points[:-1]), point_in_words(last)]
    if all(point.first.month == last.first.month for point in points):
        return [*(str(point.first.day) for point in points[:-1]), point_in_words(last)]
    return [*(f"{point.first.day} {MONTHS[point.first.month - 1]}" for point in points[:-1]), point_in_words(last)]


def _is_plain(point: Point) -> bool:
    return not (point.qualifier or point.time or point.unspecified)


def point_in_words(point: Point) -> str:
    """A single date in words, without a preposition."""
    words = _bare_words(point)
    if point.qualifier in ("~", "%"):
        words = f"about {words}"
    return f"{words} (uncertain)" if point.qualifier in ("?", "%") else words


def _bare_words(point: Point) -> str:
    first = point.first
    year = year_in_words(first.year)
    match point.precision:
        case "year":
            return year
        case "decade":
            return f"the {first.year}s"
        case "century":
            return f"the {_with_suffix(first.year // 100 + 1)} century"
        case "half" | "quarter":
            index = (first.month - 1) // (6 if point.precision == "half" else 3)
            return f"the {_ORDINALS[index]} {point.precision} of {year}"
        case "season":
            return f"{edtf.SEASONS[20 + (first.month // 3)]} {year}"
        case "month":
            return f"some month of {year}" if point.unspecified else f"{MONTHS[first.month - 1]} {year}"
        case "day":
            month = f"{MONTHS[first.month - 1]} {year}"
            if point.unspecified:
                return f"some day of {month}"
            time = re.sub(r"(?<=\d)(Z|[+-])", lambda found: " UTC" if found[0] == "Z" else f" {found[0]}", point.time)
            return f"{first.day} {month}" + (f", {time}" if time else "")


def year_in_words(year: int) -> str:
    """The year as people write it: "2018", "44 BCE", "43 CE"."""
    if year <= 0:
        return f"{1 - year} BCE"
    return str(year) if year >= 1000 else f"{year} CE"


def _with_suffix(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def weekday(day: Day) -> str:
    """The name of the day's weekday, "" for years outside 1 to 9999."""
    return WEEKDAYS[calendar_date(*day).weekday()] if 1 <= day.year <= 9999 else ""


def is_week(date: Date) -> bool:
    """Whether the date runs from a Monday to the Sunday after it."""
    first, last = date.points[0], date.points[-1]
    if not (first and last and _is_plain(first) and _is_plain(last) and first.precision == last.precision == "day"):
        return False
    start, end = first.first, last.last
    return weekday(start) == "Monday" and weekday(end) == "Sunday" and (calendar_date(*end) - calendar_date(*start)).days == 6


# Reading

_MONTH_NUMBER = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {name[:3]: number for name, number in _MONTH_NUMBER.items()} | {"sept": 9}
_SEASON_CODE = {name: code for code, name in edtf.SEASONS.items()} | {"fall": 23}
_PART_NUMBER = {word: number for number, word in enumerate(_ORDINALS, 1)} | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

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


def read_date(text: str) -> Date:
    """Read EDTF, or plain words that mean the same. Raises DateError."""
    words = " ".join(text.split())
    if not re.search(r"[a-wyzA-WYZ]{2}|\bc\.|[qQhH]\d", words):
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
