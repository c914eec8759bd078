"""The word classes of a language, from dateparser's data and its own table.

In: `Data` and `Table`. Out: the classes that the shared rules name in capitals. A class for which a language has no words is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import cast

from timeline.timex.languages import numbers
from timeline.timex.languages.data import MONTHS, WEEKDAYS, Data
from timeline.timex.languages.numbers import digits
from timeline.timex.languages.phrases import PARTS, phrase
from timeline.timex.languages.table import Table
from timeline.timex.rule import Fields, Script, WordClass

_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_MODS = {"start": "START", "middle": "MID", "end": "END"}
_ABOUT = {"about": "APPROX", "nearly": "LESS_THAN", "less than": "LESS_THAN", "more than": "MORE_THAN", "at least": "EQUAL_OR_MORE"}
_TOWARDS: dict[str, Fields] = {
    "last": {"direction": "past", "amount": 1, "origin": "published"},
    "this": {"direction": "present", "amount": 0, "origin": "published"},
    "next": {"direction": "future", "amount": 1, "origin": "published"},
    "previous": {"direction": "past", "amount": 1, "origin": "mention"},
    "same": {"direction": "present", "amount": 0, "origin": "mention"},
    "following": {"direction": "future", "amount": 1, "origin": "mention"},
}
_DAY = digits(r"(?:<3><0-1>|<1-2><0-9>|<0>?<1-9>)")
_MONTH_NUMBER = digits(r"(?:<1><0-2>|<0>?<1-9>)")
_YEAR = digits(r"(?:<1><0-9>{3}|<2><0><0-9>{2}|<2><1><0>{2})(?!\d)")
_HOUR_NUMBER = digits(r"(?:<2><0-4>|<0-1>?<0-9>)")
_HOUR = _HOUR_NUMBER + r"(?!\d)"
_MINUTE = digits(r"<0-5><0-9>(?!\d)")
_ROMAN = r"(?-i:X{0,2}(?:IX|IV|V?I{0,3}))"


class Lexicon:
    """Builds word classes in the script of a language."""

    def __init__(self, data: Data, table: Table, script: Script) -> None:
        self.data, self.table, self.script = data, table, script
        self.capitals = bool(table.setting("capitals"))
        self.endings = [re.escape(ending) for ending in table.words("endings", "any")]
        self.prefixes = table.words("endings", "before")
        self.classes: dict[str, WordClass] = {}

    def words(self, name: str, field: str, meanings: Mapping[str, object], *, dot: bool = False, ends: bool = False) -> None:
        """Add a class of words with a meaning each. `dot`: a dot may follow. `ends`: case endings may follow, prefixes stand before."""
        if not meanings:
            return
        if ends and self.prefixes:
            meanings = dict(meanings) | {prefix + word: meaning for word, meaning in meanings.items() for prefix in self.prefixes}
        spelled: dict[str, object] = {}
        for word, meaning in meanings.items():
            spelled.setdefault(fold(word), meaning)
        by_length = sorted(spelled, key=len, reverse=True)
        pattern = "|".join(self._spelling(word) for word in sorted(set(meanings), key=lambda word: (-len(word), word)))
        ending = f"(?:{'|'.join(sorted(self.endings, key=lambda each: (-len(each), each)))})?" if ends and self.endings else ""
        pattern = f"(?:{pattern}){ending}" + (r"\.?" if dot else "")

        def read(text: str) -> object:
            low = fold(text)
            for end in range(len(low), 0, -1):  # without a case ending
                if low[:end] in spelled:
                    return spelled[low[:end]]
            return next(spelled[word] for word in by_length if re.match(re.escape(word), low, re.IGNORECASE))

        self.classes[name] = WordClass(field, pattern, read, *self._keys(meanings, ends))

    def matching(self, name: str, field: str, pattern: str, read: Callable[[str], object], words: Iterable[str] = ()) -> None:
        """Add a class given by a regular expression; `words` are those it may begin with, "0" for a number."""
        first, inside = self._keys(words, False)
        self.classes[name] = WordClass(field, pattern, read, first, inside)

    def _spelling(self, word: str) -> str:
        pieces = [re.escape(piece).replace("'", "['\u2019]") for piece in word.split(" ")]
        pattern = self.script.gap.join(pieces)
        if re.fullmatch(r"[0-9]+\D*", word):
            pattern = digits(re.sub(r"^([0-9]+)", lambda found: "<0>?" * (len(found[1]) < 2) + "".join(f"<{d}>" for d in found[1]), word))
            pattern = r"(?<!\d)" + pattern
        if self.capitals and word != word.lower():
            pattern = f"(?-i:{pattern}|{pattern.upper() if word.isalpha() else pattern})"
        return pattern + (self.script.edge if word[-1].isalnum() and not self.endings else "")

    def _keys(self, words: Iterable[str], ends: bool) -> tuple[frozenset[str], frozenset[str]]:
        first, inside = set(), set()
        for word in words:
            found = self.script.word.findall(word)
            keys = ["0" if each[0].isdecimal() else each.lower() for each in found]
            if not keys:
                continue
            forms = {keys[0]}
            if ends and self.endings and len(keys) == 1:
                forms |= {key for ending in self.table.words("endings", "any") if (key := _first_key(self.script, word + ending))}
            if keys[0].startswith("i"):
                forms.add("i\u0307" + keys[0][1:])
            first |= forms
            inside.update(keys)
        return frozenset(first), frozenset(inside | first)


def _first_key(script: Script, word: str) -> str:
    found = script.word.search(word)
    return found[0].lower() if found else ""


def fold(text: str) -> str:
    """A word as it is looked up: lower case, one space between its parts, no dot after it."""
    low = " ".join(text.casefold().replace("i\u0307", "i").replace("\u0131", "i").replace("\u2019", "'").split()).rstrip(".")
    if low[:1].isdecimal() and low[-1:].isalpha():
        number = re.match(r"\d+", low)
        assert number
        low = str(int(number[0])) + low[number.end() :]
    return low


def build(data: Data, table: Table, script: Script) -> dict[str, WordClass]:
    """All the classes of a language."""
    lexicon = Lexicon(data, table, script)
    _add_calendar(lexicon)
    _add_units(lexicon)
    _add_numbers(lexicon)
    _add_signs(lexicon)
    return lexicon.classes


def _cased(lexicon: Lexicon, word: str) -> str:
    return word[:1].upper() + word[1:] if lexicon.capitals else word


def _add_calendar(lexicon: Lexicon) -> None:
    data, table = lexicon.data, lexicon.table
    never = {word.lower() for word in table.words("never", "words")}
    alone = {word.lower() for word in table.words("never", "alone")}
    for name, plain, own in (("MONTH", data.months, MONTHS), ("WEEKDAY", data.weekdays, WEEKDAYS)):
        section = f"{name.lower()}s"
        known = {_cased(lexicon, word): number for word, number in plain.items() if word not in never}
        known |= {word: own.index(key) + 1 for word, key in table.meanings(section).items()}
        full = {
            word: number for word, number in known.items()
            if word.lower() not in alone and word.lower() not in data.short and (len(word) > 2 or word > "\u2e80")
        }  # fmt: skip
        lexicon.words("MONTH" if name == "MONTH" else "DAYNAME", name.lower(), known, dot=True, ends=True)
        lexicon.words("FULLMONTH" if name == "MONTH" else "WEEKDAY", name.lower(), full, ends=True)
    lexicon.words("MONTHOF", "month", {word: MONTHS.index(key) + 1 for word, key in table.meanings("months").items()}, ends=True)
    lexicon.words("SEASON", "season", {word: _SEASONS[key] for word, key in table.meanings("seasons").items()}, ends=True)
    lexicon.words("PART", "part", {word: PARTS[key] for word, key in table.meanings("parts").items()}, ends=True)
    glue = str(table.setting("glue_parts") or "")
    if glue:
        parts = {part: PARTS[key] for part, key in table.meanings("parts").items()}
        days = {word for word, _ in lexicon.data.weekdays.items() if word not in lexicon.data.short}
        lexicon.words(
            "DAYPART", "",
            {f"{_cased(lexicon, day)}{part.lower()}": {"weekday": data.weekdays[day], "part": code} for day in days for part, code in parts.items()},
        )  # fmt: skip
    lexicon.words("HOLIDAY", "holiday", {word: key for word, key in table.meanings("holidays").items()}, ends=True)
    lexicon.words("EARLY", "mod", {word: _MODS[key] for word, key in table.meanings("within").items()}, ends=True)
    lexicon.words("QUARTER", "quarter", {word: int(key) for word, key in table.meanings("quarters").items()}, ends=True)
    lexicon.words("HALF", "half", {word: int(key) for word, key in table.meanings("halves").items()}, ends=True)


def _add_units(lexicon: Lexicon) -> None:
    data, table = lexicon.data, lexicon.table
    singular: dict[str, str] = {_cased(lexicon, word): unit for word, unit in data.units.items()}
    singular |= {word: key for word, key in table.meanings("units").items() if not key.endswith("s")}
    plural = {word: key[:-1] for word, key in table.meanings("units").items() if key.endswith("s")}
    plural = {word: {"centurie": "century", "halve": "half"}.get(unit, unit) for word, unit in plural.items()}
    own = {word.lower() for word, key in table.meanings("units").items() if not key.endswith("s")}
    both = {word.lower() for word in plural} - own
    for word in table.words("never", "units"):
        singular.pop(word, None)
    singular = {word: unit for word, unit in singular.items() if word.lower() not in both}
    lexicon.words("UNIT", "unit", singular, ends=True)
    lexicon.words("UNITS", "unit", plural, ends=True)
    lexicon.words("ANYUNIT", "unit", singular | plural, ends=True)
    large = {word: unit for word, unit in singular.items() if unit not in ("second", "minute", "hour")}
    lexicon.words("LARGEUNIT", "unit", large, ends=True)
    _add_directions(lexicon, [word for word, unit in large.items() if unit == "year"])


def _add_directions(lexicon: Lexicon, years: list[str]) -> None:
    data, table = lexicon.data, lexicon.table
    before: dict[str, Fields] = {}
    after: dict[str, Fields] = {}
    for key in table.sections.get("direction", {}):
        where, name = (after, key.removesuffix(" after")) if key.endswith(" after") else (before, key)
        for word in table.words("direction", key):
            where.setdefault(word, _TOWARDS[name])
    phrases = {_cased_phrase(lexicon, word): meaning for word, meaning in data.phrases.items()}
    if not table.sections.get("direction"):
        _derive_directions(lexicon, before, after)
    for word, key in table.meanings("when").items():
        found = phrase(key)
        assert found, f"'{key}' is no name of a time"
        phrases[word] = found
    for word in table.words("never", "phrases"):
        phrases.pop(word, None)
    lexicon.words("DEICTIC", "", before)
    lexicon.words("DEICTICS", "", {word: {} for word in before})
    lexicon.words("AFTERS", "", {word: {} for word in after}, ends=True)
    lexicon.words("AFTER", "", after, ends=True)
    relative = {word: found.fields for word, found in phrases.items() if found.kind == "relative"}
    lexicon.words("NAMED", "", relative, ends=True)
    lexicon.words(
        "NAMEDDAY", "", {word: fields for word, fields in relative.items() if fields.get("unit") == "day" and "part" not in fields}
    )
    lexicon.words("REFERENCE", "", {word: found.fields for word, found in phrases.items() if found.kind == "reference"}, ends=True)
    gap = "" if not data.spaced else " "
    year_of: dict[str, Fields] = {word: fields for word, fields in relative.items() if fields.get("unit") == "year" and "mod" not in fields}
    for year in years:
        year_of |= {f"{word}{gap}{year}": {"unit": "year", **fields} for word, fields in before.items()}
        year_of |= {f"{year}{gap}{word}": {"unit": "year", **fields} for word, fields in after.items()}
    lexicon.words("YEARREF", "within", year_of, ends=True)


def _cased_phrase(lexicon: Lexicon, phrase_: str) -> str:
    """A phrase of dateparser's, which is in lower case, as a language with capitals writes it: diese Woche."""
    if not lexicon.capitals:
        return phrase_
    return " ".join(_cased(lexicon, word) if word in lexicon.data.units else word for word in phrase_.split(" "))


def _derive_directions(lexicon: Lexicon, before: dict[str, Fields], after: dict[str, Fields]) -> None:
    """Of a language without a table: the word that stands beside week, month or year in "last week"."""
    units = lexicon.data.units
    for words, found in lexicon.data.phrases.items():
        parts = words.split(" ")
        if len(parts) != 2 or found.kind != "relative" or found.fields.get("amount", 0) not in (0, 1):
            continue
        for word, unit, where in ((parts[0], parts[1], before), (parts[1], parts[0], after)):
            if unit in units and word not in units and len(word) > 1:
                where.setdefault(word, cast(Fields, {key: value for key, value in found.fields.items() if key != "unit"}))


def _add_numbers(lexicon: Lexicon) -> None:
    data, table, script = lexicon.data, lexicon.table, lexicon.script
    edge = "" if not script.edge else r"(?![^\W\d])"
    known: dict[str, float | str] = dict(data.numbers)
    for word, key in table.meanings("numbers").items():
        known[word.lower()] = "X" if key == "several" else float(key)
    small = {word: value for word, value in known.items() if isinstance(value, float | int)}
    compound = ""
    if glue := str(table.setting("glue_numbers") or ""):
        tens = {word: value for word, value in small.items() if value in range(20, 100, 10)}
        units = {word: value for word, value in small.items() if value in range(1, 10)}
        known |= {f"{one}{glue}{ten}": units[one] + tens[ten] for one in units for ten in tens}
        compound = f"(?:{'|'.join(units)}){glue}(?:{'|'.join(tens)})"
    numeral = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?!\d)|\d{1,4}(?:[.,]\d{1,2})?(?!\d)(?:\s?½)?"
    choices = [numeral, compound or "(?!)"]
    if known:
        joint = "|".join([r"[\s-]", *(rf"\s{re.escape(word)}\s|-{re.escape(word)}-" for word in table.words("joints", "numbers"))])
        plain = "|".join(lexicon._spelling(word) for word in sorted(small, key=lambda word: (-len(word), word)))
        choices.append(f"(?:{plain})(?:(?:{joint})(?:{plain})){{0,3}}" if plain and script.edge else plain or "(?!)")
        vague = {word for word, value in known.items() if isinstance(value, str)}
        choices += [lexicon._spelling(word) for word in sorted(vague, key=lambda word: (-len(word), word))]
    is_han = data.code.split("-")[0] in ("zh", "ja", "yue")
    if is_han:
        choices.insert(0, numbers.HAN_NUMBER)
    han = "〇零一二两兩三四五六七八九十百千" if is_han else ""
    starts = ["0", *known, *han]
    lexicon.matching("COUNT", "amount", f"(?:{'|'.join(choices)}){edge}", numbers.reader(known), starts)
    endings = "|".join(re.escape(ending) for ending in sorted(table.words("ordinals", "endings"), key=len, reverse=True))
    ordinal = rf"(?:{endings})?" if endings else ""
    lexicon.matching(
        "ORDINAL", "amount", rf"\d{{1,2}}(?!\d)(?:{endings or '(?!)'}){edge if not endings.endswith('.') else ''}", _integer, ["0"]
    )
    firsts = {word.lower(): float(key) for word, key in table.meanings("ordinals").items() if key.isdecimal()}
    lexicon.words("DAYWORD", "day", {word: int(value) for word, value in firsts.items()})
    lexicon.words("COUNTDAY", "day", {word: int(value) for word, value in small.items() if 1 <= value <= 31 and value == int(value)})
    day = rf"{_DAY}(?!\d){ordinal}"
    if is_han:
        day = rf"(?:{day}|三?十[一二三四五六七八九]?|二十[一二三四五六七八九]?|[一二三四五六七八九])"
    lexicon.matching("DAY", "day", day if script.edge == "" or endings.endswith(".") else day + r"(?![^\W_])", _integer, ["0", *han])
    lexicon.matching("MONTHNUMBER", "month", rf"{_MONTH_NUMBER}(?!\d)", _integer, ["0"])
    ending = rf"(?:{'|'.join(sorted(lexicon.endings, key=len, reverse=True))})?" if lexicon.endings else ""
    year = _YEAR if not is_han else rf"(?:{_YEAR}|[一二][〇零一二三四五六七八九]{{3}})"
    lexicon.matching("YEAR", "year", rf"{year}{ending}" + (r"(?![^\W_])" if script.edge else ""), _integer, ["0", *han[:5]])
    lexicon.matching(
        "DECADEYEAR", "decade", digits(r"(?:<1><0-9>|<2><0>)<0-9><0>(?!\d)"), lambda text: int(numbers.number(text)) // 10, ["0"]
    )
    lexicon.matching("DECADENUMBER", "decade", digits(r"<0-9><0>(?!\d)"), _decade, ["0"])
    short_year = r"(?:(?<=\s)['\u2019]|(?=[3-9]))[0-9]{2}(?![\w%.,/-])"
    lexicon.matching("SHORTYEAR", "year", short_year, _short_year, ["0"])
    decades = {word: _decade(key) for word, key in table.meanings("decades").items()}
    lexicon.words("DECADEWORD", "decade", decades)
    lexicon.matching("CENTURYNUMBER", "century", rf"\d{{1,2}}(?!\d)(?:{endings or '(?!)'})?", _integer, ["0"])
    lexicon.matching("ROMAN", "century", rf"(?=[XVI]){_ROMAN}(?!\w)", _roman, _ROMANS)
    lexicon.words("CENTURYWORD", "century", {word: int(value) for word, value in firsts.items()})


def _add_signs(lexicon: Lexicon) -> None:
    data, table = lexicon.data, lexicon.table
    lexicon.words("THE", "", {word: {} for word in table.words("small", "the")})
    lexicon.words("OF", "", {word: {} for word in table.words("small", "of")})
    lexicon.words("EVERY", "", {word: {} for word in table.words("small", "every")})
    lexicon.words("YEARBEFORE", "", {word: {} for word in table.words("small", "year before")})
    lexicon.words("YEARAFTER", "", {word: {} for word in table.words("small", "year after")}, dot=True, ends=True)
    lexicon.words("DAYAFTER", "", {word: {} for word in table.words("small", "day after")}, ends=True)
    lexicon.words("MONTHAFTER", "", {word: {} for word in table.words("small", "month after")}, ends=True)
    lexicon.words("ABOUT", "mod", {word: _ABOUT[key] for word, key in table.meanings("about").items()})
    sets: dict[str, Fields] = {}
    for word, key in table.meanings("sets").items():
        amount, unit = key.split()
        sets[word] = cast(Fields, {"unit": unit, "amount": int(amount)})
    lexicon.words("REGULARLY", "", sets, ends=True)
    weekday_sets = {word: WEEKDAYS.index(key) + 1 for word, key in table.meanings("weekday sets").items()}
    lexicon.words("WEEKDAYSET", "weekday", weekday_sets)
    counted = {(before, after): meaning for before, after, meaning in data.counted}
    if counted and not table.patterns("ago"):
        lexicon.matching("COUNTED", "", *_counted(lexicon))
    lexicon.matching("ISODATE", "", r"\d{4}-(?:0[1-9]|1[0-2])-(?:3[01]|[12]\d|0[1-9])(?!\d|-\d)", _iso, ["0"])
    lexicon.matching("NUMERICDATE", "", *_numeric(data.order))
    lexicon.matching("HOUR", "hour", _HOUR, _integer, ["0"])
    lexicon.matching("MINUTE", "minute", _MINUTE, _integer, ["0"])
    lexicon.matching("CLOCK", "", rf"{_HOUR}[:.\uff1a]{_MINUTE}(?::\d\d(?!\d))?", _clock, ["0"])
    lexicon.words("ZONE", "zone", {"gmt": "Z", "utc": "Z"})
    lexicon.matching("CLOCKH", "", rf"{_HOUR_NUMBER}\s?h\.?(?:\s?{_MINUTE})?(?![^\W_])", _clock, ["0"])
    shift = table.meanings("clock")
    lexicon.words("NOON", "hour", {word: int(key) for word, key in shift.items() if key.isdecimal()})
    halves = {word: key for word, key in shift.items() if not key.isdecimal()}
    if halves:
        joined = "|".join(lexicon._spelling(word) for word in sorted(halves, key=lambda word: (-len(word), word)))
        gap = lexicon.script.gap
        time = rf"{_HOUR}(?:[:.\uff1a]{_MINUTE})?"
        if after := "|".join(map(re.escape, table.words("small", "hour after"))):
            minutes = "|".join(map(re.escape, table.words("small", "minute after")))
            time = rf"{_HOUR}(?:[:.\uff1a]{_MINUTE}|{gap}?(?:{after})(?:{gap}?{_MINUTE}(?:{minutes})?)?)?"
        lexicon.matching("PARTHOUR", "", rf"(?:{joined}){gap}?{time}", _shifted(halves), halves)
        lexicon.matching("HOURPART", "", rf"{time}{gap}?(?:{joined})", _shifted(halves), ["0"])
    if eras := {word: int(key) for word, key in table.meanings("eras").items()}:
        joined = "|".join(map(re.escape, eras))
        lexicon.matching("ERAYEAR", "year", rf"(?:{joined})(?:元|\d{{1,2}})(?=年)", _era(eras), eras)
    if shift_years := table.setting("year_shift"):
        lexicon.matching(
            "SHIFTEDYEAR", "year", digits(r"<2><4-5><0-9>{2}(?!\d)"), lambda text: int(numbers.number(text)) - int(shift_years), ["0"]
        )


def _counted(lexicon: Lexicon) -> tuple[str, Callable[[str], object], list[str]]:
    """ "vor 3 Tagen": what dateparser knows of counted times, as one class."""
    count = lexicon.classes["COUNT"]
    gap = rf"(?:{lexicon.script.gap})?"
    patterns: list[tuple[int, str, Fields]] = []
    starts: list[str] = []
    for before, after, meaning in lexicon.data.counted:
        pattern = (lexicon._spelling(before) + gap if before else "") + count.pattern + (gap + lexicon._spelling(after) if after else "")
        patterns.append((len(before + after), pattern, meaning.fields))
        starts.append(before or "0")
        if not before:
            starts += sorted(count.first)
    patterns.sort(key=lambda each: -each[0])
    compiled = [(re.compile(pattern, re.IGNORECASE), fields) for _, pattern, fields in patterns]
    number = re.compile(count.pattern, re.IGNORECASE)

    def read(text: str) -> object:
        for pattern, fields in compiled:
            if pattern.fullmatch(text):
                found = re.search(r"\d[\d.,]*", text)
                amount = count.read(found[0].rstrip(".,")) if found else _first_amount(text)
                return {**fields, "amount": amount, "counted": True}
        return {}

    def _first_amount(text: str) -> object:
        for word in re.finditer(r"\S+", text):
            if number.fullmatch(word[0]):
                return count.read(word[0])
        return 1

    return "|".join(f"(?:{pattern})" for _, pattern, _ in patterns), read, [*starts, *(after for _, after, _ in lexicon.data.counted)]


def _integer(text: str) -> int:
    found = re.match(r"\d+", text)
    return int(found[0]) if found else numbers.han(text)


def _decade(text: str) -> int:
    tens = _integer(text) // 10
    return (200 if tens < 2 else 190) + tens


def _short_year(text: str) -> int:
    number = int(text[-2:])
    return (1900 if number > 30 else 2000) + number


_ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII".split()


def _roman(text: str) -> int:
    return _ROMANS.index(text.upper()) + 1


def _iso(text: str) -> Fields:
    year, month, day = (int(part) for part in text.split("-"))
    return {"year": year, "month": month, "day": day}


def _numeric(order: str) -> tuple[str, Callable[[str], object], list[str]]:
    day, month, year = r"(?:3[01]|[12]\d|0?[1-9])", r"(?:1[0-2]|0?[1-9])", r"(?:(?:19|20)\d\d|\d\d)(?!\d)"
    four = r"(?:1[5-9]|20)\d\d"
    bodies = [rf"{four}([/.-]){month}\1{day}(?!\d)", rf"(?:{day}([/.-]){month}|{month}([/.-]){day})[/.-]{year}"]
    spelled = "|".join(
        body.replace("([/.-])", separator).replace(r"\1", separator).replace("[/.-]", separator)
        for separator in ("/", r"\.", "-") for body in bodies
    )  # fmt: skip

    def read(text: str) -> Fields:
        first, second, third = (int(part) for part in re.split(r"[/.-]", text))
        if first > 31:
            return {"year": first, "month": second, "day": third}
        full = third if third > 99 else (1900 if third > 50 else 2000) + third
        month_first = second > 12 or (order == "MDY" and first <= 12)
        fields: Fields = {"year": full, "month": first if month_first else second, "day": second if month_first else first}
        return fields

    return digits(re.sub(r"\\d", "<0-9>", spelled).replace("(?!<0-9>)", r"(?!\d)")), read, ["0"]


def _clock(text: str) -> Fields:
    parts = [int(part) for part in re.findall(r"\d+", text)]
    fields: Fields = {"hour": parts[0], "minute": parts[1] if len(parts) > 1 else 0}
    if len(parts) > 2:
        fields["second"] = parts[2]
    return fields


def _shifted(halves: Mapping[str, str]) -> Callable[[str], Fields]:
    def read(text: str) -> Fields:
        fields = _clock(text)
        low = fold(text)
        key = next(halves[word] for word in sorted(halves, key=len, reverse=True) if fold(word) in low)
        hour = fields["hour"]
        if key == "pm" and hour < 12:
            fields["hour"] = hour + 12
        elif key == "am" and hour == 12:
            fields["hour"] = 0
        return fields

    return read


def _era(eras: Mapping[str, int]) -> Callable[[str], int]:
    def read(text: str) -> int:
        era = next(word for word in eras if text.startswith(word))
        rest = text.removeprefix(era)
        return eras[era] + (1 if rest == "元" else int(rest)) - 1

    return read
