"""What a date was resolved against: the text that events.yaml keeps as a source's `basis`.

In: a `Basis`. Out: its text, of up to four parts with semicolons between, and back:

    earlier "August 4" (2018-08-04)          earlier words of the article, and their date
    published 2018-11-08                     its day of publication, or the days that may be it, with what they are known from
    day first, as in "25/03/2021"            how 03/05/2021 is read, and why
    the likeliest of several                 the words leave other dates open

A person may write anything else there; it is shown as it is.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from timeline.model import DocumentCreationTime

OPEN_ORDER = "day or month first, which is not shown"
_LIKELIEST = "the likeliest of several"
_BETWEEN = "; "
_PUBLISHED = re.compile(
    r"published (?:(?P<day>\d{4}-\d\d-\d\d)(?: \((?P<inferred>inferred.*)\))?"
    r"|(?:(?P<since>\d{4}-\d\d-\d\d) or later|between (?P<earliest>\d{4}-\d\d-\d\d) and (?P<latest>\d{4}-\d\d-\d\d)) \((?P<basis>.*)\))",
    re.DOTALL,
)
_EARLIER = re.compile(r'earlier "(?P<words>.*)"(?: \((?P<date>[^()]+)\))?', re.DOTALL)
_ORDER = re.compile(r"(?:day|month|day or month) first, .*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Basis:
    """`earlier` words of the article with their `earlier_date` in EDTF ("" where they have none), the day of publication, the
    `order` in which a date in numbers is read, and whether the words leave other dates open. Each may be missing."""

    earlier: str = ""
    earlier_date: str = ""
    published: DocumentCreationTime | None = None
    order: str = ""
    likeliest: bool = False

    @property
    def guessed(self) -> bool:
        """Whether it rests on a day of publication that was inferred, or may be one of several."""
        return self.published is not None and (self.published.inferred or self.published.day is None)

    def __str__(self) -> str:
        date = f" ({self.earlier_date})" if self.earlier_date else ""
        parts = (
            f'earlier "{self.earlier}"{date}' if self.earlier else "",
            str(self.published or ""),
            self.order,
            _LIKELIEST if self.likeliest else "",
        )
        return _BETWEEN.join(filter(None, parts))


def parse(text: str) -> Basis | None:
    """What `str` made a text of; None where it is anything else, and where it is empty."""
    basis = Basis()
    for part in text.split(_BETWEEN):
        if published := _published(part):
            basis = replace(basis, published=published)
        elif found := _EARLIER.fullmatch(part):
            basis = replace(basis, earlier=found["words"], earlier_date=found["date"] or "")
        elif _ORDER.fullmatch(part):
            basis = replace(basis, order=part)
        elif part == _LIKELIEST:
            basis = replace(basis, likeliest=True)
        else:
            return None
    return basis


def _published(text: str) -> DocumentCreationTime | None:
    """The day or days of publication, as `str(DocumentCreationTime)` writes them. Where it does not say what the day is known from,
    its basis is ""."""
    found = _PUBLISHED.fullmatch(text)
    if not found:
        return None
    try:
        earliest = datetime.date.fromisoformat(found["day"] or found["since"] or found["earliest"])
        latest = None if found["since"] else datetime.date.fromisoformat(found["day"] or found["latest"])
    except ValueError:
        return None
    return DocumentCreationTime(earliest, latest, found["inferred"] or found["basis"] or "")
