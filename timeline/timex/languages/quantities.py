"""Word classes of numbers: counts, days, years, decades, centuries, dates in numbers.

In: a `Lexicon`. Out: the same, with these classes added to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.basis import OPEN_ORDER
from timeline.timex.languages import numbers
from timeline.timex.languages.data import Data
from timeline.timex.languages.numbers import digits
from timeline.timex.languages.words import Lexicon, alternatives, is_han
from timeline.timex.rule import Fields

_DAY = digits(r"(?:<3><0-1>|<1-2><0-9>|<0>?<1-9>)(?!\d)")
_YEAR = digits(r"(?:<1><0-9>{3}|<2><0><0-9>{2}|<2><1><0>{2})(?!\d)")
_BUDDHIST_YEAR = digits(r"(?:<1><0-9>{3}|<2><0><0-9>{2}|<2><4-5><0-9>{2})(?!\d)")
_NUMERAL = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?!\d)|\d{1,4}(?:[.,]\d{1,2})?(?!\d)(?:\s?½)?"
_HAN_DAY = "三?十[一二三四五六七八九]?|二十[一二三四五六七八九]?|[一二三四五六七八九]"
_HAN_TENS = "二三四五六七八九"
_HAN_YEAR = "[一二][〇零一二三四五六七八九]{3}"
_ANY_ENDING = r"[-:'\u2019\u2011][^\W\d_]{1,4}(?!\w)"  # of a number, in a language whose endings are not known: 1939-ben
_ANY_DECADE = r"(?:[-:'\u2019\u2011][^\W\d_]{1,8}|(?![ckmh]?[mgzlv](?!\w))[^\W\d_]{2,8})(?!\w)"  # 1990-ih, 1990erne
_ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII".split()
_ROMAN = re.compile("X{0,2}(?:IX|IV|V?I{0,3})")


def add_quantities(lexicon: Lexicon) -> None:
    """Add all the classes of numbers."""
    han = numbers.HAN_DIGITS if is_han(lexicon) else ""
    small = _add_counts(lexicon, han)
    _add_days_and_years(lexicon, han, small)
    _add_decades_and_centuries(lexicon)
    if lexicon.data.counted and (lexicon.table.derives or not lexicon.table.patterns("ago")):
        _add_counted(lexicon)
    lexicon.matching("ISODATE", "", r"\d{4}-(?:0[1-9]|1[0-2])-(?:3[01]|[12]\d|0[1-9])(?!\d|-\d)", _iso)
    lexicon.matching("NUMERICDATE", "", _NUMERIC_DATE, _numeric_date(lexicon.data))
    lexicon.matching("BRACKETDATE", "", rf"\(\s?(?:{_NUMERIC_DATE}|{_DAY_AND_MONTH})\s?\)", _bracketed(lexicon.data))
    lexicon.matching("DAYDOTMONTH", "", _DAY_DOT_MONTH, _day_month)
    lexicon.matching("DAYSLASHMONTH", "", _DAY_SLASH_MONTH, _day_month)


def _add_counts(lexicon: Lexicon, han: str) -> dict[str, float]:
    """Add COUNT, and return the number words."""
    table, edge = lexicon.table, r"(?![^\W\d])" if lexicon.script.edge else ""
    known: dict[str, float | str] = dict(lexicon.data.numbers)
    known |= {word.lower(): "X" if key == "several" else float(key) for word, key in table.meanings("numbers").items()}
    small = {word: value for word, value in known.items() if not isinstance(value, str)}
    choices = [numbers.HAN_NUMBER] if han else []
    further = alternatives(lexicon.spelling(word) for word, value in small.items() if value in (0.5, 100, 1000)) if edge else "(?!)"
    choices.append(f"(?:{_NUMERAL})(?:{lexicon.script.gap}(?:{further}))?")  # 2 buçuk, 5 thousand
    if glue := str(table.setting("glue_numbers") or ""):  # dreiundzwanzig
        tens = {word: value for word, value in small.items() if value in range(20, 100, 10)}
        ones = {word: value for word, value in small.items() if value in range(1, 10)}
        known |= {f"{one}{glue}{ten}": ones[one] + tens[ten] for one in ones for ten in tens}
        choices.append(f"(?:{alternatives(ones)}){glue}(?:{alternatives(tens)})")
    if small:
        joints = [r"[\s-]", *(rf"\s{re.escape(word)}\s|-{re.escape(word)}-" for word in table.words("joints", "numbers"))]
        plain = "|".join(lexicon.spelling(word) for word in sorted(small, key=lambda word: (-len(word), word)))
        choices.append(f"(?:{plain})" + (f"(?:(?:{'|'.join(joints)})(?:{plain})){{0,3}}" if edge else ""))
    vague = [word for word, value in known.items() if isinstance(value, str)]
    lexicon.words("VAGUE", "amount", dict.fromkeys(vague, "X"))
    choices += [lexicon.spelling(word) for word in sorted(vague, key=lambda word: (-len(word), word))]
    lexicon.matching("COUNT", "amount", f"(?:{'|'.join(choices)}){edge}", numbers.reader(known), ["0", *known, *han])
    return small


def _add_days_and_years(lexicon: Lexicon, han: str, small: dict[str, float]) -> None:
    table, edge = lexicon.table, r"(?![^\W_])" if lexicon.script.edge else ""
    endings = table.words("ordinals", "endings") or ["."] * table.derives
    ending = alternatives(map(re.escape, endings)) if endings else ""
    day = _DAY + (f"(?:{ending}|{_ANY_ENDING})?" if table.derives else f"(?:{ending})?" if ending else "")
    if han:
        day = f"(?:{day}|{_HAN_DAY})"
    lexicon.matching("DAY", "day", day + ("" if "." in endings else edge), _integer, ["0", *han])
    ordinals = {word: int(key) for word, key in table.meanings("ordinals").items() if key.isdecimal()}
    lexicon.words("DAYWORD", "day", ordinals)
    lexicon.words("CENTURYWORD", "century", ordinals)
    lexicon.words("COUNTDAY", "day", {word: int(value) for word, value in small.items() if value in range(1, 32)})
    buddhist = lexicon.data.code == "th"
    year = _BUDDHIST_YEAR if buddhist else f"(?:{_YEAR}|{_HAN_YEAR})" if han else _YEAR
    lexicon.matching(
        "YEAR",
        "year",
        year + (f"(?:{_ANY_ENDING})?" if lexicon.derives else lexicon.ending) + edge,
        _buddhist if buddhist else _integer,
        ["0", *han],
    )
    short = r"(?:(?<=\s)['\u2019]|(?=[3-9]))[0-9]{2}(?![\w%.,/-])"
    lexicon.matching("SHORTYEAR", "year", short, lambda text: _two_digits(int(text[-2:])))
    if eras := {word: int(key) for word, key in table.meanings("eras").items()}:
        lexicon.matching(
            "ERAYEAR", "year", rf"(?:{alternatives(eras)})\s?(?:元|\d{{1,3}}|{numbers.HAN_NUMBER})(?=\s?年)", _era_year(eras), eras
        )
    any_year = rf"(?:\d{{1,4}}(?!\d)|{numbers.HAN_NUMBER})" if han else r"\d{1,4}(?!\d)"
    lexicon.matching("ANYYEAR", "year", any_year, _integer, ["0", *han])


def _add_decades_and_centuries(lexicon: Lexicon) -> None:
    table = lexicon.table
    lexicon.matching("DECADEYEAR", "decade", digits(r"(?:<1><0-9>|<2><0>)<0-9><0>(?!\d)"), lambda text: _integer(text) // 10)
    if lexicon.derives:
        of_a_year = "|".join(table.words("small", "year endings")) or "(?!)"
        first = rf"(?!\d{{4}}\W?(?:{of_a_year})(?!\w))" + digits(r"(?:<1><5-9>|<2><0>)")
        lexicon.matching("ANYDECADE", "decade", first + digits("<1-9><0>") + _ANY_DECADE, lambda text: _integer(text) // 10)
        lexicon.matching("ANYCENTURY", "century", first + digits("<0>{2}") + _ANY_DECADE, lambda text: _integer(text) // 100 + 1)
    han = numbers.HAN_DIGITS if is_han(lexicon) else ""
    tens = digits(r"<0-9><0>(?!\d)")
    lexicon.matching("DECADENUMBER", "decade", f"(?:{tens}|[{_HAN_TENS}]?十)" if han else tens, _decade, ["0", *han])
    lexicon.words("DECADEWORD", "decade", {word: _decade(key) for word, key in table.meanings("decades").items()})
    more = [_ANY_ENDING, r"\.", r"[^\W\d_](?!\w)"] if lexicon.derives else []
    endings = alternatives([*map(re.escape, table.words("ordinals", "endings")), *more])
    number = rf"\d{{1,2}}(?!\d)(?:{endings})?"
    lexicon.matching(
        "CENTURYNUMBER",
        "century",
        f"(?:{number}|{numbers.HAN_NUMBER})" if han else number,
        _integer,
        ["0", *han, *table.words("ordinals", "endings")],
    )
    endings_of_roman = table.words("ordinals", "roman endings") or ["."] * lexicon.derives
    roman = rf"(?=[XVI])(?-i:{_ROMAN.pattern})(?![XVIxvi])(?:{alternatives(map(re.escape, endings_of_roman))})?"
    lexicon.matching("ROMAN", "century", roman, _roman, [numeral + ending for numeral in _ROMANS for ending in ("", *endings_of_roman)])


def _add_counted(lexicon: Lexicon) -> None:
    """ "vor 3 Tagen" in a language without a table, as dateparser spells it."""
    count = lexicon.classes["COUNT"]
    number = re.compile(count.pattern, re.IGNORECASE)
    gap = f"(?:{lexicon.script.gap})?"
    words = ["0", *count.first]
    spelled: list[tuple[re.Pattern[str], Fields]] = []
    for before, after, meaning in sorted(lexicon.data.counted, key=lambda each: -len(each[0] + each[1])):
        pattern = (lexicon.spelling(before) + gap if before else "") + count.pattern + (gap + lexicon.spelling(after) if after else "")
        spelled.append((re.compile(pattern, re.IGNORECASE), meaning.fields))
        words += [before, after]

    def read(text: str) -> object:
        fields = next(fields for pattern, fields in spelled if pattern.fullmatch(text))
        amount = re.search(r"\d[\d.,]*", text) or next((found for found in re.finditer(r"\S+", text) if number.fullmatch(found[0])), None)
        return {**fields, "amount": count.read(amount[0].rstrip(".,")) if amount else 1, "counted": True}

    lexicon.matching("COUNTED", "", "|".join(f"(?:{pattern.pattern})" for pattern, _ in spelled), read, words)


def _integer(text: str) -> int:
    found = re.match(r"\d+", text)
    return int(found[0]) if found else numbers.han(text)


def _buddhist(text: str) -> int:
    """A year of the Thai calendar, or of the common one."""
    year = _integer(text)
    return year - 543 if year > 2400 else year


def _two_digits(number: int) -> int:
    return (1900 if number > 30 else 2000) + number


def _decade(text: str) -> int:
    tens = _integer(text) // 10
    return (200 if tens < 2 else 190) + tens


def _roman(text: str) -> int:
    found = _ROMAN.match(text)
    return _ROMANS.index(found[0]) + 1 if found and found[0] in _ROMANS else 1


def _era_year(eras: dict[str, int]) -> Callable[[str], int]:
    def read(text: str) -> int:
        era = next(word for word in eras if text.startswith(word))
        rest = text.removeprefix(era)
        return eras[era] + (1 if rest == "元" else _integer(rest.strip())) - 1

    return read


def _iso(text: str) -> Fields:
    year, month, day = (int(part) for part in text.split("-"))
    return {"year": year, "month": month, "day": day}


def _numeric_pattern() -> str:
    day, month, end = digits("(?:<3><0-1>|<1-2><0-9>|<0>?<1-9>)"), digits("(?:<1><0-2>|<0>?<1-9>)"), r"(?!\d)"
    four, two = digits("(?:<1><5-9>|<2><0>)<0-9>{2}"), digits("(?:(?:<1><9>|<2><0>)<0-9>{2}|<0-9>{2})")
    spaced = rf"{day}\.\s{month}\.\s{four}{end}"
    return "|".join(
        [f"{four}{mark}{month}{mark}{day}{end}|(?:{day}{mark}{month}|{month}{mark}{day}){mark}{two}{end}" for mark in ("/", r"\.", "-")]
        + [spaced]
    )


_NUMERIC_DATE = _numeric_pattern()
_DAY_AND_MONTH = r"\d{1,2}[/.]\d{1,2}\.?"  # (5/11), which is a date only beside the day that it explains


def _bracketed(data: Data) -> Callable[[str], Fields]:
    """Read the date that explains a weekday: Senin (5/11/2018), Senin (5/11)."""
    whole = _numeric_date(data)

    def read(text: str) -> Fields:
        numbers_in = re.findall(r"\d+", text)
        if len(numbers_in) > 2:
            return whole(text.strip("() \u00a0"))
        first, second = (int(number) for number in numbers_in)
        month_first = second > 12 or (data.order != "DMY" and first <= 12)
        return {"month": first, "day": second} if month_first else {"month": second, "day": first}

    return read


_DAY_DOT_MONTH = digits(r"(?:<3><0-1>|<1-2><0-9>|<0>?<1-9>)\.\s?(?:<1><0-2>|<0>?<1-9>)\.(?!\s?\d)")
_DAY_SLASH_MONTH = digits(r"(?:<3><0-1>|<1-2><0-9>|<0>?<1-9>)[/-](?:<1><0-2>|<0>?<1-9>)(?![\d/-])")


def _day_month(text: str) -> Fields:
    """A day and a month in a language that writes them in this order: 4.1., 4/1."""
    day, month = (int(part) for part in re.findall(r"\d+", text))
    return {"month": month, "day": day}


def _numeric_date(data: Data) -> Callable[[str], Fields]:
    """Where either number may be the month, the language's order decides; one that puts the year first leaves it open."""
    month_goes_first = data.order == "MDY"
    first_is = "month" if month_goes_first else "day"
    shown = OPEN_ORDER if data.order.startswith("Y") else f"{first_is} first, as its language ({data.code}) has it"

    def read(text: str) -> Fields:
        first, second, third = (int(part) for part in re.split(r"[/.-]\s?", text))
        if first > 31:
            return {"year": first, "month": second, "day": third}
        month_first = second > 12 or (month_goes_first and first <= 12)
        month, day = (first, second) if month_first else (second, first)
        fields: Fields = {"year": third if third > 99 else (1900 if third > 50 else 2000) + third, "month": month, "day": day}
        if first <= 12 and second <= 12 and first != second:
            fields["order"] = shown
        return fields

    return read
