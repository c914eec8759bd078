"""What keeps the shared rules from reading a number as a date. A guard is called with the text and the start and end of a match."""

from __future__ import annotations

import re

_NOT_A_YEAR_BEFORE = re.compile(
    r"[-+.,:/]\Z|(?:[$\u20ac\u00a3\u00a5#\u2116\u20ba\u20bd]|\bn[o\u00ba\u00b0r]\.?|\b[A-Z]{1,3}-?)[^\S\r\n]?\Z"
)
_FIRST_YEAR_BEFORE = re.compile(r"(?<![A-Za-z0-9.,:/-])(?:1[5-9]|20)\d\d-$")
_PREPOSITION_BEFORE = re.compile(
    r"(?:(?<![\s\S])|[.!?:\n\"\u201c\u201d\u00bb]\s?)[^\W\d_]\s\Z"
)  # a sentence that begins "I 2004", "U 1939."
_NOT_A_YEAR_AFTER = re.compile(
    r"[^\S\r\n]?(?:[%\u2030$\u20ac\u00a3\u00a5\u20ba\u20bd\u00b0\u00b2\u00b3]|(?:k?m|cm|mm|kg|g|km/h|ha|mw|kw|mhz|hz|euros?|eur|usd|dollars?|d\u00f3lares|pesos|"
    r"met(?:er|re|ro)s?|kilom[e\u00e8\u00e9]t\w+|ton(?:ne|elada|nen)?s?|milli\w+|mil(?:h|l)\w*|mrd|mio|tl|lira|rub|\u0440\u0443\u0431\w*|"
    r"\u0447\u0435\u043b\u043e\u0432\u0435\u043a\w*|\u0634\u062e\u0635\w*|\u062f\u0648\u0644\u0627\u0631\w*|\u0644\u064a\u0631\u0629|\u0637\u0646|\u0645\u062a\u0631\w*|os\u00f3b|z\u0142\w*|\u043e\u0441\u0456\u0431|\u043b\u044e\u0434\w*|\u0433\u0440\u043d|\u0433\u0440\u0438\u0432\w*|\u0932\u094b\u0917\w*|\u0930\u0941\u092a\w*|personas|personnes|personen|menschen|pessoas|persone|mensen|ki\u015fi|orang)\b)|[.,]\d|[-/](?!(?:1\d|20)\d\d(?!\d))\d{3}",
    re.IGNORECASE,
)


_AGE_AFTER = re.compile(r"\s(?:alt(?:e[nmrs]?)?|j\u00fcnger\w{0,2}|\u00e4lter\w{0,2}|oud|jonger|ouder)(?!\w)")
_AGE_BEFORE = re.compile(
    r"(?:\b\u00e2g\u00e9e?s?\sd(?:e\s|['\u2019])|\b(?:im\sAlter\svon|\u00e0\sl['\u2019]\u00e2ge\sde|de\sedad\sde)\s)\Z", re.IGNORECASE
)
_MORE_DAYS = re.compile(r"\.?,?\s?(?:[^\W\d_]{1,4}\s(?:[^\W\d_]{1,4}\s)?|[-\u2013]\s?)?\d")
_END_OF_PHRASE = re.compile(r"\s*\Z|[,;:!?)\n]|\.(?!\d)")


def year(text: str, start: int, end: int) -> bool:
    """Not a price, a measure, or part of a longer number; one far off only beside other words of time."""
    number = text[start].isdecimal() and not _FIRST_YEAR_BEFORE.search(text, max(0, start - 8), start)
    number = number and not _PREPOSITION_BEFORE.search(text, max(0, start - 5), start)
    if _NOT_A_YEAR_AFTER.match(text, end) or (number and _NOT_A_YEAR_BEFORE.search(text[max(0, start - 4) : start])):
        return False
    bare = re.fullmatch(r"\d{4}", text[start:end])
    return not bare or 1500 <= int(bare[0]) <= 2100


def lone_year(text: str, start: int, end: int) -> bool:
    """A year, and no round number of things, in a language whose words for things and people are not known: 1500 vojnika."""
    if not year(text, start, end):
        return False
    number = text[start:end]
    return not (number.isdecimal() and int(number) % 100 == 0 and re.match(r"[^\S\r\n][^\W\d_]{3}", text[end : end + 4]))


def lone_month(text: str, start: int, end: int) -> bool:
    """A month, and no name, in a language that writes months small: not Mars, Mai. Where a sentence begins, a long one may be either."""
    if not text[start].isupper() or re.search(r"\d", text[start:end]):
        return True
    return end - start > 4 and (start < 2 or text[start - 2] in ".!?:\n")


def not_a_count(text: str, start: int, end: int) -> bool:
    """Not the "3 mar" of a word that goes on."""
    return not re.match(r"[-\u2010\u2011][^\W\d_]", text[end : end + 2])


def no_calendar_year(text: str, start: int, end: int) -> bool:
    """Not the "2015年之前" of a year with "before" after it: nobody counts years back to so odd a number."""
    found = re.match(r"(?:19|20)\d\d(?!\d)", text[start:end])
    return not found or found[0].endswith("00")


def clock(text: str, start: int, end: int) -> bool:
    """A time with a colon, not with a dot, which may be any number; not a score or a verse."""
    return ":" in text[start:end] or "\uff1a" in text[start:end]


def season(text: str, start: int, end: int) -> bool:
    """Not the "d'hiver" of winter sports."""
    return text[max(0, start - 2) : start].lower() not in ("d'", "d\u2019") or bool(re.search(r"\d", text[start:end]))


def day_alone(text: str, start: int, end: int) -> bool:
    """A day of a month that is not named ends its phrase or has the dot of an ordinal; no noun that it counts follows, no other day."""
    after = text[end : end + 12]
    if _MORE_DAYS.match(after):
        return False
    return (
        not re.match(r"\s(?:[^\W\d_](?<![a-z\u00df-\u00f6\u00f8-\u00ff])|\d)", after)
        if text[end - 1] == "."
        else bool(_END_OF_PHRASE.match(after))
    )


def no_age(text: str, start: int, end: int) -> bool:
    """Not the age of a person: 34 Jahre alt, \u00e2g\u00e9 de 34 ans, or set off after a name, Ana, 34 ans, or (34 Jahre)."""
    if _AGE_AFTER.match(text, end) or _AGE_BEFORE.search(text, max(0, start - 20), start):
        return False
    if not re.fullmatch(r"\d{1,3}\s\w+", text[start:end]) or not re.match(r"\s?[,)]", text[end : end + 3]):
        return True
    return not re.search(r"[^\W\d_]\s?[,(]\s?\Z", text[max(0, start - 6) : start])
