"""What to write in place of text that is nearly a date.

In: text such as "03/05/2021", "2018-6-2", "2018-2019", which EDTF does not know. Out: advice with every reading that it has.
"""

from __future__ import annotations

import re

_LOOSE = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[/. -]\d{1,2}[/. -]['’]?\d\d")
_YEARS = re.compile(r"(\d\d)(\d\d)\s?[-–—/]\s?((?:\d\d)?)(\d\d)")


def is_one_date(text: str) -> bool:
    """Whether its slashes stand between the parts of one date, not between two."""
    return any(form.fullmatch(text) for form in (_NUMBERS, _LOOSE, _SHORT_YEAR))


def advice(text: str) -> str:
    """What to write in place of text that is no date."""
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        first, second, year = map(int, numbers.groups())
        readings = [f"{year:04}-{m:02}-{d:02}" for d, m in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= 31]
        if readings:
            different = list(dict.fromkeys(readings))
            return "Write " + " or ".join(different) + (", the one that is meant." if len(different) > 1 else ".")
    if _SHORT_YEAR.fullmatch(text):
        return "Write the year with four digits and first, then the month, then the day: 2018-08-04."
    if re.fullmatch(r"-?[1-9]\d{0,2}", text):
        year = int(text)
        if year > 0:
            return f"A year has four digits: write {year:04}."
        return f"Write '{-year} BCE'. (In EDTF it is {year + 1:0{5 if year < -1 else 4}}, for 0000 is 1 BCE.)"
    if re.match(r"-?\d{5}(?!\d)", text):
        return "Years run from -9999 to 9999."
    years, loose = two_years(text), _LOOSE.fullmatch(text)
    if years and loose and int(loose[2]) <= 12:
        return f"Write {loose[1]}-{loose[2]} for the month, {years[0]}/{years[1]} for the two years."
    if years:
        return f'Write {years[0]}/{years[1]} where it lasted so long, "[{years[0]}..{years[1]}]" where it happened once within.'
    if loose:
        written = "-".join(part.zfill(2) for part in loose.groups() if part)
        return f"Write {written}." if int(loose[2]) <= 12 else "Months run 01 to 12."
    return "Write a date such as 2018, 2018-06, 2018-08-04 or 'June 2018'."


def two_years(text: str) -> tuple[str, str] | None:
    """The years of "2018-2019", and of "2018-19", a year and the next."""
    found = _YEARS.fullmatch(text)
    if not found:
        return None
    first, second = int(found[1] + found[2]), int((found[3] or found[1]) + found[4])
    return (f"{first:04}", f"{second:04}") if (first < second if found[3] else first + 1 == second) else None
