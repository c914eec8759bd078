"""The rules that all languages share, in the notation of `notation.py`, and those that a table adds for its word order.

In: a language's word classes and table. Out: rules. A pattern that needs a class for which the language has no words is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from timeline.timex.languages import guards
from timeline.timex.languages.table import Table
from timeline.timex.rule import Fields, Guard, Kind, Rule, WordClass

_PUBLISHED_PAST: Fields = {"counted": True, "direction": "past", "origin": "published"}
_PUBLISHED_FUTURE: Fields = {"counted": True, "direction": "future", "origin": "published"}
_MENTION_PAST: Fields = {"counted": True, "direction": "past", "origin": "mention"}
_MENTION_FUTURE: Fields = {"counted": True, "direction": "future", "origin": "mention"}
_EMPTY: Fields = {}

# name, kind, patterns, fields; a table adds patterns under the same name with "_" for each space
_SHARED: tuple[tuple[str, Kind, tuple[str, ...], Fields, Guard | None], ...] = (
    ("iso date", "calendar", ("ISODATE",), _EMPTY, None),
    ("numeric date", "calendar", ("[DAYNAME[,]] [THE] NUMERICDATE",), _EMPTY, None),
    (
        "day with its date in brackets",
        "calendar",
        (
            "[THE] DAYNAME2 [DAYAFTER] BRACKETDATE [PART]",
            "[THE] DAYNAME2 [DAYAFTER] PART BRACKETDATE",
            "NAMEDDAY2 [PART] BRACKETDATE",
            "NAMEDDAY2 BRACKETDATE PART",
        ),
        _EMPTY,
        None,
    ),
    (
        "day month year",
        "calendar",
        (
            "[DAYNAME[,]] [THE] DAY [OF] MONTH[,] [OF] [YEARBEFORE] YEAR [YEARAFTER]",
            "THE DAYNAME[,] [THE] DAY [OF] MONTH[,] [OF] YEAR [YEARAFTER]",
            "[DAYNAME[,]] [THE] DAY-MONTH-YEAR",
            "[DAYNAME[,]] MONTH DAY, YEAR",
            "YEAR[.][,] MONTH DAY[.]",
            "YEAR[.] YEARAFTER DAY MONTH",
            "[THE] DAY [OF] MONTH [OF] YEARREF",
            "MONTHREF [OF] DAY DAYAFTER",
            "[THE] DAYWORD [OF] MONTH [[OF] YEAR]",
            "[THE] COUNTDAY OF MONTH [[OF] YEAR]",
            "[DAYNAME[,]] [THE] DAY MONTH SHORTYEAR",
        ),
        _EMPTY,
        None,
    ),
    (
        "day month",
        "calendar",
        (
            "[DAYNAME[,]] [THE] DAY [OF] MONTH",
            "THE DAYNAME[,] [THE] DAY [OF] MONTH",
            "[DEICTIC] [DAYNAME[,]] [THE] DAY [OF] MONTH",
            "[DAYNAME[,]] [THE] [DEICTIC] DAY [OF] MONTH",
            "[DAYNAME[,]] [THE] DAY [OF] MONTH AFTER",
            "[THE] PART OF [THE] DAY [OF] MONTH [[OF] YEAR]",
        ),
        _EMPTY,
        guards.not_a_count,
    ),
    ("day and month in numbers", "calendar", (), _EMPTY, None),
    ("day of the month", "calendar", ("[THE] WEEKDAY[,] [THE] DAY",), _EMPTY, guards.day_alone),
    (
        "month year",
        "calendar",
        (
            "[THE] [EARLY [OF]] MONTH[,] [OF] [YEARBEFORE] YEAR [YEARAFTER]",
            "[THE] [EARLY [OF]] MONTH [OF] YEARREF",
            "YEARREF FULLMONTH",
            "FULLMONTH SHORTYEAR",
            "YEAR[.] YEARAFTER MONTH",
        ),
        _EMPTY,
        guards.year,
    ),
    (
        "month",
        "calendar",
        ("[THE] [EARLY [OF]] FULLMONTH", "[THE] [EARLY [OF]] DEICTIC FULLMONTH", "[THE] [EARLY [OF]] FULLMONTH AFTER"),
        _EMPTY,
        None,
    ),
    ("named", "relative", ("NAMED", "NAMEDDAY [PART]", "NAMEDDAY[,] WEEKDAY", "[THE] EARLY [OF] NAMED"), _EMPTY, None),
    (
        "last, this or next week, month, year",
        "relative",
        ("[THE] [EARLY [OF] [THE]] DEICTIC LARGEUNIT", "[THE] [EARLY [OF] [THE]] LARGEUNIT AFTER"),
        _EMPTY,
        None,
    ),
    (
        "weekday",
        "calendar",
        (
            "[THE] WEEKDAY [PART]",
            "WEEKOFDAY WEEKDAY [PART]",
            "[THE] DEICTIC WEEKDAY [PART]",
            "[THE] WEEKDAY AFTER [PART]",
            "DAYPART",
            "[THE] DEICTIC DAYPART",
            "WEEKREF [OF] WEEKDAY [PART]",
            "[THE] WEEKDAY [OF] [THE] WEEKREF",
        ),
        _EMPTY,
        None,
    ),
    ("decade", "calendar", ("ANYDECADE", "DECADEUNIT [OF] DECADEYEAR"), _EMPTY, None),
    (
        "century",
        "calendar",
        ("ANYCENTURY", "(CENTURYNUMBER|ROMAN) CENTURYUNIT", "CENTURYUNIT [OF] (CENTURYNUMBER|ROMAN)"),
        _EMPTY,
        None,
    ),
    (
        "year",
        "calendar",
        ("[THE] [EARLY [OF]] YEARBEFORE YEAR", "[THE] [EARLY [OF]] YEAR [YEARAFTER]", "YEAR. YEARAFTER"),
        _EMPTY,
        guards.year,
    ),
    (
        "season",
        "calendar",
        (
            "[THE] [EARLY [OF]] SEASON [OF] [YEARBEFORE] YEAR [YEARAFTER]",
            "[THE] [EARLY [OF]] SEASON [OF] YEARREF",
            "[THE] [EARLY [OF]] DEICTIC SEASON",
            "[THE] [EARLY [OF]] SEASON AFTER",
            "[THE] [EARLY [OF]] SEASON",
        ),
        _EMPTY,
        guards.season,
    ),
    (
        "quarter",
        "calendar",
        ("[THE] QUARTER [OF] [YEARBEFORE] YEAR [YEARAFTER]", "YEAR YEARAFTER QUARTER", "[THE] QUARTER [OF] YEARREF", "[THE] QUARTER"),
        _EMPTY,
        None,
    ),
    (
        "half-year",
        "calendar",
        ("[THE] HALF [OF] [YEARBEFORE] YEAR [YEARAFTER]", "YEAR YEARAFTER HALF", "[THE] HALF [OF] YEARREF", "[THE] HALF"),
        _EMPTY,
        None,
    ),
    (
        "holiday",
        "calendar",
        ("HOLIDAY [OF] YEAR", "HOLIDAY [OF] YEARREF", "YEARREF [OF] HOLIDAY", "YEAR YEARAFTER [OF] HOLIDAY", "HOLIDAY"),
        _EMPTY,
        None,
    ),
    ("era", "calendar", (), {"era": "BC"}, None),
    (
        "the end of the year",
        "relative",
        ("[THE] EARLY OF THE LARGEUNIT", "EARLY THE LARGEUNIT"),
        {"amount": 0, "direction": "present", "origin": "published"},
        None,
    ),
    ("this morning", "relative", ("[THE] DEICTIC PART", "[THE] PART AFTER"), {"unit": "day"}, None),
    ("three days ago", "relative", ("COUNTED",), {"counted": True}, None),
    ("ago", "relative", (), _PUBLISHED_PAST, guards.no_calendar_year),
    ("in", "relative", (), _PUBLISHED_FUTURE, guards.no_calendar_year),
    ("earlier", "relative", (), _MENTION_PAST, None),
    ("later", "relative", (), _MENTION_FUTURE, None),
    ("clock", "clock", ("SPOKENTIME", "PARTHOUR", "HOURPART"), _EMPTY, None),
    ("clock with a colon", "clock", ("CLOCK", "CLOCK ZONE"), _EMPTY, guards.clock),
    ("noon", "clock", ("[THE] NOON",), {"minute": 0}, None),
    ("part of day", "clock", (), _EMPTY, None),
    (
        "duration",
        "duration",
        (
            "[ABOUT] COUNT ANYUNIT",
            "[ABOUT] LASTING",
            "COUNT AGE",
            "[ABOUT] COUNT ANYUNIT ANDHALF",
            "[ABOUT] COUNT ANDHALF ANYUNIT",
            "[THE] DEICTICS COUNT ANYUNIT",
            "[THE] COUNT DEICTICS ANYUNIT",
            "[THE] COUNT ANYUNIT AFTERS",
        ),
        _EMPTY,
        guards.no_age,
    ),
    ("vague duration", "duration", ("[THE] DEICTICS UNITS", "[THE] UNITS AFTERS"), {"amount": "X"}, None),
    (
        "every Monday",
        "set",
        ("EVERY [THE] WEEKDAY [PART]", "EVERY [THE] DAYPART", "EVERY [THE] PART", "EVERY [THE] MONTH", "EVERY [THE] SEASON"),
        _EMPTY,
        None,
    ),
    (
        "every week",
        "set",
        ("EVERY [THE] ANYUNIT [PART]", "EVERY COUNT ANYUNIT", "EVERY LARGEUNIT MONTH [DAY [DAYAFTER]]", "EVERY LARGEUNIT SEASON"),
        {"amount": 1},
        None,
    ),
    ("Mondays", "set", ("WEEKDAYSET", "[THE] WEEKDAYSET", "EVERY [THE] WEEKDAYSET"), _EMPTY, None),
    ("regularly", "set", ("REGULARLY",), _EMPTY, None),
    ("reference", "reference", ("REFERENCE",), _EMPTY, None),
    ("no time", "decoy", ("DECOY",), _EMPTY, None),
)


def build(
    classes: Mapping[str, WordClass], table: Table, learned: Mapping[str, list[str]], own_guards: Mapping[str, Guard]
) -> tuple[Rule, ...]:
    """The rules of a language; `learned` are patterns that its data gives, `own_guards` take the place of the rules'."""
    return tuple(_rules(classes, table, learned, own_guards))


def _rules(
    classes: Mapping[str, WordClass], table: Table, learned: Mapping[str, list[str]], own_guards: Mapping[str, Guard]
) -> Iterator[Rule]:
    bare_years = table.setting("bare_years") is not False
    for name, kind, shared, fields, guard in _SHARED:
        if name == "year" and not bare_years:
            shared = ()
        patterns = (*shared, *table.patterns(name), *learned.get(name, ()))
        vague = tuple(pattern.replace("COUNT", "VAGUE") for pattern in patterns if fields.get("counted") and "COUNT" in pattern)
        if found := tuple(dict.fromkeys(known for pattern in vague if (known := _known(pattern, classes)))):
            yield Rule(f"some days {name}", "duration", found, (), guard=guard)
        found = tuple(dict.fromkeys(known for pattern in patterns if (known := _known(pattern, classes))))
        if found:
            yield Rule(name, kind, found, (), fields=fields, guard=own_guards.get(name, guard))
    unknown = set(table.sections.get("patterns", {})) - {name for name, *_ in _SHARED}
    if unknown:
        raise ValueError(f"no rule of these names takes patterns: {', '.join(sorted(unknown))}")


_CLASS = re.compile(r"\b[A-Z]{3,}[0-9]?(?!\w)|\bOF\b")
_OPTION = re.compile(r"\[[^\[\]]*\]")


def _known(pattern: str, classes: Mapping[str, WordClass]) -> str:
    """A pattern without the options that need an unknown class; "" where it needs one itself."""

    def lacks(part: str) -> bool:
        return any(name.rstrip("0123456789") not in classes for name in _CLASS.findall(part))

    kept: list[str] = []
    while option := _OPTION.search(pattern):  # the innermost first; one that is kept is set aside
        place = ""
        if not lacks(option[0]):
            place = f"\0{len(kept)}\0"
            kept.append(option[0])
        pattern = pattern[: option.start()] + place + pattern[option.end() :]
    if lacks(pattern):
        return ""
    while "\0" in pattern:
        pattern = re.sub("\0(\\d+)\0", lambda found: kept[int(found[1])], pattern)
    return re.sub(r"\[\s+", "[", " ".join(pattern.split()))
