"""The word classes of a language, from dateparser's data and its own table.

In: `Data` and `Table`. Out: the classes that the shared rules name in capitals. A class for which a language has no words is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from timeline.timex.languages import learned
from timeline.timex.languages.clocks import add_clocks
from timeline.timex.languages.data import MONTHS, WEEKDAYS, Data
from timeline.timex.languages.phrases import PARTS, phrase
from timeline.timex.languages.quantities import add_quantities
from timeline.timex.languages.table import Table
from timeline.timex.languages.words import Lexicon, with_stems
from timeline.timex.rule import Fields, Script, Unit, WordClass

_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_MODS = {"start": "START", "middle": "MID", "end": "END"}
_ABOUT = {"about": "APPROX", "nearly": "LESS_THAN", "less than": "LESS_THAN", "more than": "MORE_THAN", "at least": "EQUAL_OR_MORE"}
_SINGULAR = {"centuries": "century", "halves": "half"}
_TOWARDS: dict[str, Fields] = {
    "last": {"direction": "past", "amount": 1, "origin": "published"},
    "this": {"direction": "present", "amount": 0, "origin": "published"},
    "next": {"direction": "future", "amount": 1, "origin": "published"},
    "previous": {"direction": "past", "amount": 1, "origin": "mention"},
    "same": {"direction": "present", "amount": 0, "origin": "mention"},
    "following": {"direction": "future", "amount": 1, "origin": "mention"},
}


def build(data: Data, table: Table, script: Script) -> dict[str, WordClass]:
    """All the classes of a language."""
    lexicon = Lexicon(data, table, script)
    _add_names(lexicon, "MONTH", "FULLMONTH", data.months, MONTHS)
    _add_names(lexicon, "DAYNAME", "WEEKDAY", data.weekdays, WEEKDAYS)
    _add_parts_of_the_year(lexicon)
    _add_parts_of_the_day(lexicon)
    units = _add_units(lexicon)
    _add_directions(lexicon, units)
    _add_small_words(lexicon)
    _add_sets(lexicon)
    add_quantities(lexicon)
    add_clocks(lexicon)
    return with_stems(lexicon.classes) if lexicon.derives else lexicon.classes


def _add_names(lexicon: Lexicon, every: str, full: str, plain: dict[str, int], names: tuple[str, ...]) -> None:
    """The names of months or weekdays: in every form, for use beside a number, and those that may stand alone."""
    data, table = lexicon.data, lexicon.table
    field = "month" if names is MONTHS else "weekday"
    never, not_alone = (frozenset(map(str.lower, table.words("never", name))) for name in ("words", "alone"))
    known = {lexicon.cased(word): number for word, number in plain.items() if word not in never}
    known |= {word: names.index(name) + 1 for word, name in table.meanings(f"{field}s").items()}
    alone = {
        word: number for word, number in known.items()
        if word.lower() not in not_alone and word.lower() not in data.short and (len(word) > 2 or word > "\u2e80")
    }  # fmt: skip
    beside_number = {word.lower(): number for word, number in known.items()} if names is MONTHS else known
    lexicon.words(every, field, beside_number, dot=data.short, ends=True, least=3 if names is MONTHS else 4)
    lexicon.words(full, field, alone, ends=True, least=6 if names is MONTHS else 4)


def _add_parts_of_the_year(lexicon: Lexicon) -> None:
    table = lexicon.table
    lexicon.words("SEASON", "season", {word: _SEASONS[name] for word, name in table.meanings("seasons").items()}, ends=True)
    lexicon.words("QUARTER", "quarter", {word: int(number) for word, number in table.meanings("quarters").items()}, ends=True)
    lexicon.words("HALF", "half", {word: int(number) for word, number in table.meanings("halves").items()}, ends=True)
    lexicon.words("HOLIDAY", "holiday", table.meanings("holidays"), ends=True)
    lexicon.words("EARLY", "mod", {word: _MODS[name] for word, name in table.meanings("within").items()}, ends=True)


def _add_parts_of_the_day(lexicon: Lexicon) -> None:
    """Also as one word with the weekday, where a language glues the two: Freitagabend."""
    parts = {word: PARTS[name] for word, name in lexicon.table.meanings("parts").items()}
    lexicon.words("PART", "part", parts, ends=True)
    not_alone = lexicon.table.words("never", "parts alone")
    lexicon.words("FULLPART", "part", {word: code for word, code in parts.items() if word not in not_alone}, ends=True)
    if lexicon.table.setting("glue_parts"):
        days = {lexicon.cased(word): number for word, number in lexicon.data.weekdays.items() if word not in lexicon.data.short}
        glued = {day + part.lower(): {"weekday": number, "part": code} for day, number in days.items() for part, code in parts.items()}
        lexicon.words("DAYPART", "", glued)


def _add_units(lexicon: Lexicon) -> dict[str, str]:
    """Add the units, and return the words for one day or more."""
    own = lexicon.table.meanings("units")
    plural = {word: _SINGULAR.get(name, name.removesuffix("s")) for word, name in own.items() if name.endswith("s")}
    singular: dict[str, str] = {word: name for word, name in own.items() if not name.endswith("s")}
    taken = {word.lower() for word in own} | set(lexicon.table.words("never", "units"))
    singular |= {lexicon.cased(word): unit for word, unit in lexicon.data.units.items() if word not in taken}
    large = {word: unit for word, unit in singular.items() if unit not in ("second", "minute", "hour")}
    lexicon.words("UNIT", "unit", singular, ends=True, least=3)
    lexicon.words("UNITS", "unit", plural, ends=True)
    lexicon.words("ANYUNIT", "unit", plural | singular, ends=True, least=3)
    lexicon.words("LARGEUNIT", "unit", large, ends=True, least=3)
    if lexicon.derives:
        for unit in ("decade", "century"):
            lexicon.words(
                f"{unit.upper()}UNIT", "", _nothing(word for word, known in singular.items() if known == unit), ends=True, least=4
            )
    return large


def _add_directions(lexicon: Lexicon, units: dict[str, str]) -> None:
    """ "Last", "this", "next", before and after what they are said of; phrases such as "yesterday"; the years that these name."""
    data, table = lexicon.data, lexicon.table
    before: dict[str, Fields] = {}
    after: dict[str, Fields] = {}
    for key in table.sections.get("direction", {}):
        where, name = (after, key.removesuffix(" after")) if key.endswith(" after") else (before, key)
        for word in table.words("direction", key):
            where.setdefault(word, _TOWARDS[name])
    if table.derives:
        for known, more in zip((before, after), learned.directions(data), strict=True):
            for word, fields in more.items():
                known.setdefault(word, fields)
    phrases = {_cased_phrase(lexicon, words): meaning for words, meaning in data.phrases.items()}
    for words, name in table.meanings("when").items():
        found = phrase(name)
        if not found:
            raise ValueError(
                f"'{name}' in the table of {data.code} names no time. Write '3 day ago', 'in 1 week', 'now', 'past' or 'future'."
            )
        phrases[words] = found
    for words in table.words("never", "phrases"):
        phrases.pop(words, None)
    lexicon.words("DEICTIC", "", before, least=4)
    lexicon.words("AFTER", "", after, ends=True, least=4)
    lexicon.words("DEICTICS", "", _nothing(before), least=4)
    lexicon.words("AFTERS", "", _nothing(after), ends=True, least=4)
    if table.setting("weekday_of_week"):
        weeks: dict[str, Fields] = {word: {"unit": "week", **fields} for word, fields in before.items() if fields["origin"] == "published"}
        lexicon.words("WEEKOFDAY", "within", weeks)
    relative = {words: found.fields for words, found in phrases.items() if found.kind == "relative"}
    days = {words: fields for words, fields in relative.items() if fields.get("unit") == "day" and "part" not in fields}
    lexicon.words("NAMED", "", relative, ends=True)
    lexicon.words("NAMEDDAY", "", days)
    lexicon.words("REFERENCE", "", {words: found.fields for words, found in phrases.items() if found.kind == "reference"}, ends=True)
    for unit in ("year", "month", "week"):
        _add_named(lexicon, unit, [word for word, known in units.items() if known == unit], before, after, relative)


def _add_named(
    lexicon: Lexicon, unit: Unit, words: list[str], before: dict[str, Fields], after: dict[str, Fields], relative: dict[str, Fields]
) -> None:
    """The years, months or weeks that words name: last year, this month."""
    gap = " " if lexicon.data.spaced else ""
    named: dict[str, Fields] = {}
    for word in words:
        named |= {f"{direction}{gap}{word}": {"unit": unit, **fields} for direction, fields in before.items()}
        named |= {f"{word}{gap}{direction}": {"unit": unit, **fields} for direction, fields in after.items()}
    named |= {words_: fields for words_, fields in relative.items() if fields.get("unit") == unit}
    lexicon.words(f"{unit.upper()}REF", "within", named, ends=True)


def _cased_phrase(lexicon: Lexicon, words: str) -> str:
    """A phrase of dateparser's, which is in lower case, as a language with capitals writes it: diese Woche."""
    return " ".join(lexicon.cased(word) if word in lexicon.data.units else word for word in words.split(" "))


def _nothing(words: Iterable[str]) -> dict[str, object]:
    return {word: {} for word in words}


def _add_small_words(lexicon: Lexicon) -> None:
    """Words that mean nothing alone: articles, "of", "every", what stands around the number of a year or a day; "about"."""
    table, data = lexicon.table, lexicon.data
    for name in ("the", "of", "every"):
        words = table.words("small", name) or (sorted(data.skipped) if name == "of" and table.derives else [])
        lexicon.words(name.upper(), "", _nothing(words))
    years = [word for word, unit in lexicon.data.units.items() if unit == "year"] if table.derives else []
    lexicon.words("YEARBEFORE", "", _nothing([*table.words("small", "year before"), *years]), least=3)
    for unit in ("year", "month", "day"):
        words = [*table.words("small", f"{unit} after"), *(years if unit == "year" else [])]
        lexicon.words(f"{unit.upper()}AFTER", "", _nothing(words), dot={word for word in words if len(word) < 3}, ends=True, least=3)
    lexicon.words("ANDHALF", "", {word: {"and_half": True} for word in table.words("small", "and a half")})
    lexicon.words("ABOUT", "mod", {word: _ABOUT[name] for word, name in table.meanings("about").items()})


def _add_sets(lexicon: Lexicon) -> None:
    """Words that say how often or how long by themselves; that of an age."""
    lexicon.words("REGULARLY", "", {word: _often(name) for word, name in lexicon.table.meanings("sets").items()}, ends=True)
    lexicon.words("LASTING", "", {word: _amount(name) for word, name in lexicon.table.meanings("durations").items()})
    lexicon.words("AGE", "", {word: {"unit": "year"} for word in lexicon.table.words("small", "age")}, ends=True)
    weekdays = {word: WEEKDAYS.index(name) + 1 for word, name in lexicon.table.meanings("weekday sets").items()}
    lexicon.words("WEEKDAYSET", "weekday", weekdays)
    lexicon.words("DECOY", "", _nothing(lexicon.table.words("never", "read")))


def _often(name: str) -> Fields:
    """What a set is named by in a table: 2 week, morning, summer."""
    if name in PARTS:
        return {"part": PARTS[name]}
    return {"season": _SEASONS[name]} if name in _SEASONS else _amount(name)


def _amount(name: str) -> Fields:
    """An amount of a unit, as a table writes it: 2 week, X year."""
    amount, unit = name.split()
    return cast(Fields, {"unit": unit, "amount": "X" if amount == "X" else float(amount) if "." in amount else int(amount)})
