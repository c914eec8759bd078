"""Why a source has its date, in words for a reader.

In: a source, and its article as its file gives it. Out: a `Reason`, which the template writes as

    “this week”, published 8 November 2018 → week of 5 to 11 November 2018

with what a careful reader should know after it; or None, where a source says nothing of how it came to its date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline import edtf
from timeline.basis import OPEN_ORDER, Basis, parse
from timeline.edtf import Date, DateError
from timeline.model import Article, DocumentCreationTime, Source
from timeline.wording import in_words, is_week

_ISO_DAY = re.compile(r"-?\b\d{4}-\d\d-\d\d\b")
_QUOTED = re.compile(r'"([^"]*)"')
_KNOWN_FROM = {
    "front matter": "as its front matter says",
    "record": "as was said when it was kept",
    "page metadata": "as the page’s own data say",
    "address": "by its address",
    "dateline": "by its dateline",
    "inferred": "inferred from the dates in its text",
    "": "as its events say",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """The words that date a source ("" where none do), what they were resolved against, the date they gave, and notes, sentences."""

    words: str
    against: str
    date: str
    notes: tuple[str, ...] = ()


def reason(source: Source, article: Article | None) -> Reason | None:
    """Why the source has its date."""
    if source.date is None or not (source.words or source.basis or source.quote):
        return None
    basis = parse(source.basis)
    against = _against(basis) if basis else _said(source.basis)
    notes = tuple(_notes(basis, source.date, article.published if article else None)) if basis else ()
    return Reason(source.words, against, date_in_words(source.date), notes)


def rests_on_a_guess(source: Source) -> bool:
    """Whether its words were resolved against a day of publication that was inferred."""
    basis = parse(source.basis)
    return bool(basis and basis.published and basis.published.inferred)


def is_unsure(source: Source) -> bool:
    """Whether its words leave other dates open, wherever they were resolved from."""
    basis = parse(source.basis)
    return bool(basis and (basis.likeliest or basis.order == OPEN_ORDER))


def published_in_words(published: DocumentCreationTime) -> str:
    """ "published 8 November 2018", or the days it may have been published on."""
    if published.day:
        return f"published {in_words(edtf.parse(str(published.day)))}"
    window = edtf.parse(f"[{published.earliest}..{published.latest or ''}]")
    return f"published {date_in_words(window)}"


def known_from(published: DocumentCreationTime) -> str:
    """Where the day of publication comes from: "by its dateline", "inferred from “October 25” and “November 11” in its text"."""
    return _KNOWN_FROM.get(published.basis) or _said(published.basis) + (" in its text" if published.inferred else "")


def _against(basis: Basis) -> str:
    date = f" ({_said(basis.earlier_date, whole=True)})" if basis.earlier_date else ""
    earlier = f"with the earlier words “{basis.earlier}”{date}" if basis.earlier else ""
    return ", ".join(filter(None, (earlier, published_in_words(basis.published) if basis.published else "")))


def _notes(basis: Basis, date: Date, now: DocumentCreationTime | None) -> list[str]:
    notes = []
    published = basis.published
    if published and published.inferred:
        notes.append(f"The article did not name its day of publication; it is {known_from(published)}.")
    if published and now and now.basis and not now.inferred and (published.earliest, published.latest) != (now.earliest, now.latest):
        notes.append(f"The article now says that it was {published_in_words(now)}.")
    if basis.order == OPEN_ORDER and date.kind == "choice":
        notes.append("Either number may be the month, and nothing in the article shows which: both dates are kept.")
    elif basis.order == OPEN_ORDER:
        notes.append("Either number of a date may be its month, and nothing in the article shows which: the first is taken.")
    elif basis.order:
        notes.append(f"Read {_said(basis.order)}.")
    if basis.likeliest:
        notes.append("The words leave other dates open; this is the likeliest.")
    return notes


def date_in_words(date: Date) -> str:
    """The date in words, a week with both of its ends."""
    if not is_week(date):
        return in_words(date)
    first, last = (str(point.first) for point in date.points if point)
    return f"week of {in_words(edtf.parse(f'{first}/{last}'))}"


def _said(text: str, whole: bool = False) -> str:
    """A text with its days (or, where it is a date as a `whole`, the date) in words, and its quotation marks rounded."""
    try:
        if whole:
            return in_words(edtf.parse(text))
    except DateError:
        return text
    return _QUOTED.sub(r"“\1”", _ISO_DAY.sub(lambda found: _said(found[0], whole=True), text))
