"""Numbers, counts, years and clocks as English writes them.

In: the words that a pattern matched. Out: what they mean, a number or fields.
"""

from __future__ import annotations

import re

from timeline.basis import OPEN_ORDER
from timeline.timex.rule import Fields

SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22, "twenty-third": 23,
    "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29,
    "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
VAGUE_COUNTS = ("several", "a few", "few", "many", "a number of", "some", "dozens of", "hundreds of", "thousands of")


def number(text: str) -> int:
    """Read a number up to 99 in words or numerals: twenty-four, 7."""
    if text.isdigit():
        return int(text)
    total = 0
    for word in re.split(r"[-\s]+", text.lower()):
        total += SMALL.get(word, 0) + TENS.get(word, 0)
    return total


def count(text: str) -> float | str:
    """Read a count: 24, 2 1/2, a dozen; X where it is vague (several)."""
    low = re.sub(r"\s+", " ", text.lower())
    if low in VAGUE_COUNTS:
        return "X"
    if "couple" in low or low.startswith(("a dozen", "half")):
        return 2 if "couple" in low else 12 if "dozen" in low else 0.5
    whole_part, half_more, _ = re.sub(r"[-\s]and[-\s]a[-\s]half$", "|", low).partition("|")
    if half_more:
        return number(whole_part) + 0.5
    if low[0].isdigit():
        half = 0.5 if low.endswith(("1/2", "\u00bd")) else 0
        found = re.match(r"[0-9,]+(?:\.[0-9])?", low)
        whole = float(found[0].replace(",", "")) if found else 0.0
        return whole + half
    for scale, size in (("hundred", 100), ("thousand", 1000)):
        if scale in low:
            before, _, after = low.partition(scale)
            return (number(before.strip()) or 1) * size + number(after.replace("and", "").strip() or "0")
    return number(low)


def year_in_words(text: str) -> int:
    """Read a year in words: nineteen ninety-six."""
    low = re.sub(r"[-\s]+", " ", text.lower())
    if low.startswith("two thousand"):
        return 2000 + number(low.removeprefix("two thousand").replace("and", "").strip() or "0")
    century, rest = low.split(" ", 1)
    return number(century) * 100 + number(rest.replace("oh ", ""))


def _century_of(decade: int) -> int:
    """The tens of years of "the '90s": those of the twentieth century, save the first two."""
    return (200 if decade < 2 else 190) + decade


def decade(text: str) -> Fields:
    """Read a decade: 1990s, '90s, nineties."""
    digits = re.sub(r"[^0-9]", "", text)
    if not digits:
        return {"decade": _century_of(DECADES[text.lower()])}
    return {"decade": int(digits) // 10 if len(digits) == 4 else _century_of(int(digits) // 10)}


def ordinal(text: str) -> int:
    """Read an ordinal: 3rd, twenty-first."""
    return int(re.sub(r"[^0-9]", "", text)) if text[0].isdigit() else ORDINALS[re.sub(r"\s", "-", text.lower())]


def day(text: str) -> int:
    """Read the number of a day: 3, 3rd."""
    return int(re.sub(r"[^0-9]", "", text))


def two_digit_year(text: str) -> int:
    """Read the year of '98: from 31 on, of the twentieth century."""
    number_ = int(text[-2:])
    return (1900 if number_ > 30 else 2000) + number_


def iso_date(text: str) -> Fields:
    """Read 2018-08-04T14:30Z, whole or in part."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?(.*))?)?", text)
    assert found
    fields: Fields = {"year": int(found[1]), "month": int(found[2])}
    if found[3]:
        fields["day"] = int(found[3])
    if found[4]:
        fields["hour"], fields["minute"] = int(found[4]), int(found[5])
    if found[6]:
        fields["second"] = int(found[6])
    if found[7]:
        zone = found[7]
        fields["zone"] = zone if len(zone) != 5 else zone[:3] + ":" + zone[3:]
    return fields


def numeric_date(text: str) -> Fields:
    """Read 10/25/2018, 25.10.2018 or 2018/10/25; where either number may be the month, the first is, and the order is said to be open;
    between points the first is the day."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", text))
    if first > 31:
        return {"year": first, "month": second, "day": year}
    full = year if year > 99 else two_digit_year(f"{year:02}")
    either = first <= 12 and second <= 12 and first != second
    fields: Fields = {"year": full, "month": first, "day": second}
    if first > 12 or "." in text:
        fields = {"year": full, "month": second, "day": first}
    if either:
        fields["order"] = "day first, as dates with points are" if "." in text else OPEN_ORDER
    return fields


def clock(text: str) -> Fields:
    """Read 10:30 p.m."""
    found = re.match(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::([0-9]{2}))?)?\s?([apAP])?", text)
    assert found
    hour, half = int(found[1]), (found[4] or "").lower()
    fields: Fields = {"hour": hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour}
    if found[2]:
        fields["minute"] = int(found[2])
    return fields
