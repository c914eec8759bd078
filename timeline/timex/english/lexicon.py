"""The English words of time, by class: what they look like and what they mean.

A rule names a class in capitals. Months and weekdays need their capital letter; other words may be written either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from timeline.timex.english import numbers
from timeline.timex.rule import Fields, WordClass

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}
SHORT_WEEKDAYS = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "lunchtime": "MI", "daytime": "DT",
}  # fmt: skip
UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "weekend": "weekend", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century", "millennium": "millennium",
}  # fmt: skip
PLURAL_UNITS = {
    "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week", "weekends": "weekend",
    "months": "month", "quarters": "quarter", "years": "year", "decades": "decade", "centuries": "century", "millennia": "millennium",
}  # fmt: skip
EARLY = {
    "early": "START", "early in": "START", "the beginning of": "START", "the start of": "START", "the early part of": "START",
    "the dawn of": "START", "the beginnings of": "START", "beginning of": "START", "start of": "START", "mid": "MID",
    "the middle of": "MID", "the midst of": "MID", "midway through": "MID", "late": "END", "late in": "END",
    "the end of": "END", "the very end of": "END", "end of": "END", "the close of": "END", "the latter part of": "END",
    "the latter half of": "END", "the first week of": "START", "the first weeks of": "START", "the first days of": "START",
    "the first few days of": "START", "the opening days of": "START", "the opening weeks of": "START", "the first months of": "START",
    "the last week of": "END", "the last weeks of": "END", "the last days of": "END", "the last few days of": "END",
    "the final week of": "END", "the final weeks of": "END", "the final days of": "END", "the final months of": "END",
    "the last months of": "END",
}  # fmt: skip
APPROXIMATELY = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX", "circa": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "under": "LESS_THAN",
    "not quite": "LESS_THAN", "more than": "MORE_THAN", "over": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
    "a minimum of": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
}  # fmt: skip
LAST = {"last": "past", "past": "past", "this past": "past", "previous": "past"}
NEXT = {"next": "future", "coming": "future", "this coming": "future", "upcoming": "future", "this next": "future"}
THIS = {"this": "present", "this very": "present", "the current": "present", "this current": "present"}
HOLIDAYS = {
    "new year's day": "new-year", "new year's eve": "new-year-eve", "christmas": "christmas", "christmas day": "christmas",
    "christmas eve": "christmas-eve", "boxing day": "boxing-day", "independence day": "independence", "fourth of july": "independence",
    "july fourth": "independence", "halloween": "halloween", "valentine's day": "valentine", "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving", "labor day": "labor", "memorial day": "memorial", "martin luther king day": "king",
    "martin luther king jr. day": "king",
    "canada day": "canada", "bastille day": "bastille", "anzac day": "anzac", "armistice day": "veterans",
    "remembrance day": "veterans", "all saints' day": "all-saints", "all souls' day": "all-souls",
    "guy fawkes night": "bonfire", "bonfire night": "bonfire", "mother's day": "mother", "father's day": "father",
    "maundy thursday": "maundy", "holy saturday": "holy-saturday", "shrove tuesday": "shrove", "ascension day": "ascension",
    "whit sunday": "pentecost", "pentecost": "pentecost", "whit monday": "whit-monday", "pentecost monday": "whit-monday",
    "presidents day": "presidents", "presidents' day": "presidents", "columbus day": "columbus", "veterans day": "veterans",
    "st. patrick's day": "patrick", "may day": "may-day", "good friday": "good-friday", "easter": "easter", "easter sunday": "easter",
    "easter monday": "easter-monday", "ash wednesday": "ash-wednesday", "palm sunday": "palm-sunday", "election day": "election",
}  # fmt: skip


_LAST_YEAR: Fields = {"unit": "year", "amount": 1, "direction": "past", "origin": "published"}
_THIS_YEAR: Fields = {"unit": "year", "amount": 0, "direction": "present", "origin": "published"}
_NEXT_YEAR: Fields = {"unit": "year", "amount": 1, "direction": "future", "origin": "published"}
_THAT_YEAR: Fields = {"unit": "year", "amount": 0, "direction": "present", "origin": "mention"}
_YEAR_BEFORE: Fields = {"unit": "year", "amount": 1, "direction": "past", "origin": "mention"}
_YEAR_AFTER: Fields = {"unit": "year", "amount": 1, "direction": "future", "origin": "mention"}
YEARS_NAMED_BY_WORDS: dict[str, Fields] = {
    "last year": _LAST_YEAR, "last year's": _LAST_YEAR, "this year": _THIS_YEAR, "this year's": _THIS_YEAR, "the year": _THIS_YEAR,
    "the current year": _THIS_YEAR, "next year": _NEXT_YEAR, "next year's": _NEXT_YEAR, "that year": _THAT_YEAR,
    "the same year": _THAT_YEAR, "that same year": _THAT_YEAR, "the year after": _YEAR_AFTER,
    "the previous year": _YEAR_BEFORE, "the preceding year": _YEAR_BEFORE, "a year earlier": _YEAR_BEFORE, "the year before": _YEAR_BEFORE,
    "the following year": _YEAR_AFTER, "the next year": _YEAR_AFTER, "last fiscal year": _LAST_YEAR, "this fiscal year": _THIS_YEAR,
}  # fmt: skip
WEEKS_NAMED_BY_WORDS: dict[str, Fields] = {
    "last week": {"unit": "week", "amount": 1, "direction": "past", "origin": "published"},
    "this week": {"unit": "week", "amount": 0, "direction": "present", "origin": "published"},
    "next week": {"unit": "week", "amount": 1, "direction": "future", "origin": "published"},
}


def _alternation(words: list[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    first_letters = "".join(sorted({re.escape(word[0]) for word in words}))
    ahead = f"(?=[{first_letters}])"  # a look at one letter spares trying every word
    spelled = (re.escape(word).replace(r"\ ", r"\s").replace("'", "['\u2019]") for word in longest_first)
    return ahead + "(?:" + "|".join(spelled) + ")"


def _first(word: str) -> str:
    found = re.match(r"[^\W\d_]+", word)
    return found[0].lower() if found else "0"


def words(field: str, meanings: Mapping[str, object], *, capital: bool = False, dot: bool = False) -> WordClass:
    """A class of words with a meaning each. `capital`: only as "May" or "MAY". `dot`: a dot may follow those of at most four letters."""
    spelled = [form for word in meanings for form in ((word.title(), word.upper()) if capital else (word,))]
    pattern = _alternation(spelled)
    if capital:
        pattern = f"(?-i:{pattern})"
    pattern += r"(?![^\W\d])" + (r"(?:(?:(?<=\b\w{3})(?<!\bmay)|(?<=\b\w{4})(?<!\bjune)(?<!\bjuly))\.(?!\w))?" if dot else "")
    known = {re.sub(r"\s", " ", word): meaning for word, meaning in meanings.items()}

    def read(text: str) -> object:
        return known[re.sub(r"\s", " ", text.lower().replace("\u2019", "'").rstrip("." if dot else ""))]

    inside = frozenset(part for word in meanings for part in re.findall(r"[^\W\d_]+|[0-9]+", word)[1:])
    return WordClass(field, pattern, read, frozenset(_first(word) for word in meanings), inside)


def matching(field: str, pattern: str, read: Callable[[str], object], first: str = "0", inside: str = "") -> WordClass:
    """A class given by a regular expression, with the words that it may begin with and those that may follow within it.
    A `read` that returns fields, with the field "", gives them all."""
    return WordClass(field, pattern, read, frozenset(first.split()), frozenset(inside.split()))


_SMALL = _alternation(list(numbers.SMALL))
_TENS = _alternation(list(numbers.TENS))
_UP_TO_99 = rf"(?:{_TENS}(?:[-\s]{_SMALL})?|{_SMALL})(?![^\W\d])"
_VAGUE = _alternation(list(numbers.VAGUE_COUNTS))
_COUNT = (
    rf"(?:(?:a|one|{_UP_TO_99})\s(?:hundred|thousand)(?:\sand\s{_UP_TO_99})?"
    rf"|(?:{_VAGUE}|(?:a\s)?couple\sof|a\scouple|a\sdozen|half\sa(?:n)?|{_UP_TO_99}[-\s]and[-\s]a[-\s]half)"
    rf"|{_UP_TO_99}|[0-9]{{1,3}}(?:,[0-9]{{3}})(?!,?[0-9])|[0-9]{{1,4}}(?:\.[0-9])?(?:\s1/2|\u00bd)?)(?![^\W\d])"
)


_NUMERAL_ORDINAL = r"[0-9]{1,2}(?:st|nd|rd|th)(?![^\W\d])"

LEXICON: dict[str, WordClass] = {
    "MONTH": words("month", MONTHS, capital=True, dot=True),
    "WEEKDAY": words("weekday", WEEKDAYS, capital=True),
    "WEEKDAYS": words("weekday", {f"{day}s": number_ for day, number_ in WEEKDAYS.items()}, capital=True),
    "SHORTDAY": words("weekday", WEEKDAYS | SHORT_WEEKDAYS, capital=True, dot=True),
    "SEASON": words("season", SEASONS),
    "PART": words("part", {part: code for part, code in PARTS.items() if not part.endswith("s")}),
    "NIGHTS": words("part", {part: code for part, code in PARTS.items() if part.endswith("s")}),
    "UNIT": words("unit", UNITS),
    "UNITS": words("unit", PLURAL_UNITS),
    "ANYUNIT": words("unit", UNITS | PLURAL_UNITS),
    "LARGEUNIT": words("unit", {word: unit for word, unit in UNITS.items() if unit not in ("second", "minute", "hour")}),
    "EARLY": words("mod", EARLY),
    "ABOUT": words("mod", APPROXIMATELY),
    "LAST": words("direction", LAST),
    "DEICTIC": words("direction", LAST | NEXT | THIS),
    "RELATIVE": words("", {
        "previous": {"direction": "past", "origin": "mention"}, "preceding": {"direction": "past", "origin": "mention"},
        "following": {"direction": "future", "origin": "mention"}, "next": {"direction": "future", "origin": "mention"},
        "same": {"direction": "present", "origin": "mention"},
    }),
    "THAT": words("", {
        "that": {"direction": "present", "origin": "mention"}, "that same": {"direction": "present", "origin": "mention"},
    }),
    "YEARREF": words("within", YEARS_NAMED_BY_WORDS),
    "YEARAGO": words("within", {"year-ago": _LAST_YEAR, "year-earlier": _LAST_YEAR}),
    "WEEKREF": words("within", WEEKS_NAMED_BY_WORDS),
    "ORDINAL": matching(
        "century", rf"(?:{_NUMERAL_ORDINAL}|{_alternation(list(numbers.ORDINALS))}(?![^\W\d]))", numbers.ordinal,
        "0 " + " ".join(word.split("-")[0] for word in numbers.ORDINALS), "st nd rd th " + " ".join(numbers.ORDINALS),
    ),
    "QUARTER": words("quarter", {
        "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4,
    }),
    "HALF": words("half", {"first": 1, "second": 2, "1st": 1, "2nd": 2, "latter": 2}),
    "DAY": matching("day", r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![^\W_])", numbers.day, "0", "st nd rd th"),
    "ORDINALDAY": matching("day", r"(?:3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th)(?![^\W_])", numbers.day, "0", "st nd rd th"),
    "DAYWORD": words("day", numbers.ORDINALS),
    "YEAR": matching("year", r"(?:1[0-9]{3}|20[0-9]{2}|2100)(?![^\W_])", int),
    "ANYYEAR": matching("year", r"[0-9]{1,4}(?:,[0-9]{3})?(?![^\W_])", lambda text: int(text.replace(",", ""))),
    "FISCALYEAR": matching("year", r"(?-i:FY)\s?20[0-9]{2}(?![^\W_])", lambda text: int(text[-4:]), "fy", "0"),
    "EARLYYEAR": matching("year", r"[1-9][0-9]{2}(?![^\W_])", int),
    "EARLYDECADE": matching("decade", r"[1-9][0-9]0['\u2019]?s(?![^\W_])", lambda text: int(text[:2]), "0", "s"),
    "SHORTYEAR": matching("year", r"['\u2019\u2018][0-9]{2}(?![^\W_])", numbers.two_digit_year, "'"),
    "YEARWORDS": matching(
        "year",
        rf"(?:(?:{_alternation(['eighteen', 'nineteen', 'twenty'])}[-\s](?:oh[-\s]{_SMALL}|{_UP_TO_99}))"
        rf"|two\sthousand(?:\sand)?(?:\s{_UP_TO_99})?)(?![^\W\d])",
        numbers.year_in_words,
        "eighteen nineteen twenty two", "oh thousand and " + " ".join([*numbers.SMALL, *numbers.TENS]),
    ),
    "QNUMBER": matching("quarter", r"(?-i:Q)[1-4](?![^\W_])", lambda text: int(text[1]), "q", "0"),
    "HNUMBER": matching("half", r"(?-i:H)[12](?![^\W_])", lambda text: int(text[1]), "h", "0"),
    "DECADE": matching(
        "", rf"(?:(?:1[0-9]|20)[0-9]0['\u2019]?s|['\u2019\u2018]?[0-9]0['\u2019]?s|{_alternation(list(numbers.DECADES))})(?![^\W_])",
        numbers.decade,
        "0 ' " + " ".join(numbers.DECADES), "s",
    ),
    "ERA": words("era", {"bc": "BC", "bce": "BC", "b.c.": "BC", "b.c.e.": "BC", "ad": "AD", "ce": "AD", "a.d.": "AD", "c.e.": "AD"}),
    "HOLIDAY": words("holiday", HOLIDAYS),
    "COUNT": matching(
        "amount", _COUNT, numbers.count,
        "0 a one half couple " + " ".join([*numbers.SMALL, *numbers.TENS, *(word.split()[0] for word in numbers.VAGUE_COUNTS)]),
        "a an and of hundred thousand dozen couple half few number \u00bd " + " ".join([*numbers.SMALL, *numbers.TENS]),
    ),
    "INDEFINITE": words("amount", {"a": 1, "an": 1, "one": 1, "another": 1, "a single": 1, "an additional": 1, "a full": 1}),
    "ISODATE": matching(
        "",
        r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:3[01]|[12][0-9]|0[1-9])(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
        r"(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)?(?![^\W_]|-[0-9])",
        numbers.iso_date, "0", "t z",
    ),
    "NUMERICDATE": matching(
        "",
        r"(?:(?:0?[1-9]|1[0-2])/(?:3[01]|[12][0-9]|0?[1-9])|(?:3[01]|[12][0-9]|0?[1-9])/(?:0?[1-9]|1[0-2]))/(?:(?:19|20)?[0-9]{2})(?![^\W_]|/)"
        r"|(?:19|20)[0-9]{2}/(?:0?[1-9]|1[0-2])/(?:3[01]|[12][0-9]|0?[1-9])(?![^\W_]|/)"
        r"|(?:3[01]|[12][0-9]|0?[1-9])\.(?:0?[1-9]|1[0-2])\.(?:19|20)[0-9]{2}(?![^\W_])",
        numbers.numeric_date,
    ),
    "CLOCKAMPM": matching(
        "", r"(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])?\s?(?:[ap]\.\s?m\.|[ap]\.?m)(?![^\W_])", numbers.clock, "0", "a p am pm m"
    ),
    "CLOCKDAY": matching("", r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![^\W_]|:[0-9])", numbers.clock),
    "CLOCKFOUR": matching(
        "", r"(?:[01][0-9]|2[0-3])[0-5][0-9](?![^\W_])", lambda text: {"hour": int(text[:2]), "minute": int(text[2:])}
    ),
    "CLOCKHOUR": matching("hour", r"(?:1[0-2]|[1-9])(?![^\W_])", int),
    "ZONE": words("zone", dict.fromkeys(("est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "et", "local time"), "")),
}  # fmt: skip
