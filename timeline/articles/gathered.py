"""What an article's own words say of it, where nobody else does: headline, publisher, day of publication.

In: the text, and the furniture in it, or an address. Out: a value where it is certain, else "" or None.
"""

from __future__ import annotations

import datetime
import re

from timeline.articles import dates
from timeline.model import DocumentCreationTime, Span
from timeline.paragraphs import paragraphs

AGENCIES = {
    "AFP": "AFP",
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "Bloomberg": "Bloomberg",
    "dpa": "dpa",
    "DPA": "dpa",
    "EFE": "EFE",
    "IPS": "Inter Press Service",
    "Kyodo": "Kyodo News",
    "RFE/RL": "RFE/RL",
    "Reuters": "Reuters",
    "TASS": "TASS",
    "UPI": "UPI",
    "VOA": "VOA",
    "VOA News": "VOA",
    "Voice of America": "VOA",
    "Xinhua": "Xinhua",
    "Yonhap": "Yonhap",
}
_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_TOLD = re.compile(rf"\b(?:told|tells) ({_NAMES})\b(?!['’/])")
_NAMED = re.compile(rf"(?<![\w/])({_NAMES})(?![\w/])")

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|\d{4}-\d\d-\d\d)"
)
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{1,39}(?:, [A-Z][\w .'’-]{1,24}){0,2}"
_DATELINE = re.compile(rf"(?:{_PLACE},? )?(?:[-–—] )?(?P<date>{_DATE})?,? ?(?:\((?P<agency>[\w/ ]{{2,20}})\))?\s*[-–—:_]+(?:\s|$)")
_DATE_LINE = re.compile(
    r"(?:\d{1,3}[ -]?min(?:ute)?s? read[ ,|·•–—-]+|(?:(?:first|originally) )?(?:published|posted|publication date|date)(?: on| at)?:? ?)?"
    rf"(?P<date>{_DATE})(?P<clock>[ ,|·/-]+(?:at )?\d{{1,2}}[:.]\d\d.{{0,20}})?(?:[ ,|·•–—-]+by .{{2,60}})?",
    re.I,
)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_.?#-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.?#-]|$)", re.I)

_SENTENCE_END = re.compile(r"(?:[.,;:]|[.?!][\"”’'»)]+|\s[-–—_]+)\Z")

LONGEST_HEADLINE = 150
"""Characters."""
FIRST_PARAGRAPHS = 12
"""How far down a page its headline, its date and its dateline are looked for."""


def headline(text: str, furniture: tuple[Span, ...]) -> str:
    """The headline: the first paragraph that is no furniture, date, dateline, byline or sentence; "" where there is none."""
    for paragraph in _first(text, furniture):
        if _DATE_LINE.fullmatch(paragraph) or re.match(r"by [A-Z]", paragraph, re.I):
            continue
        sentence = _SENTENCE_END.search(paragraph) or len(paragraph) > LONGEST_HEADLINE or len(paragraph.split()) < 2
        return "" if sentence or _dateline(paragraph) else " ".join(paragraph.split())
    return ""


def publisher(text: str, furniture: tuple[Span, ...]) -> str:
    """The agency that a dateline names: `SINGAPORE (Reuters) —`."""
    for paragraph in _first(text, furniture):
        found = _dateline(paragraph)
        if found and found["agency"] in AGENCIES:
            return AGENCIES[found["agency"]]
    return ""


def told(text: str) -> str:
    """The agency to which people speak in the article ("told VOA"), where it names no other."""
    speaking = {AGENCIES[match[1]] for match in _TOLD.finditer(text)}
    if len(speaking) != 1 or speaking != {AGENCIES[match[1]] for match in _NAMED.finditer(text)}:
        return ""
    return speaking.pop()


def from_dateline(text: str, furniture: tuple[Span, ...]) -> DocumentCreationTime | None:
    """The full date of a dateline (`SEOUL, Nov. 8, 2018 (Reuters) —`) or of a line that holds nothing else; `furniture` without
    the stamps, one of which may be that line."""
    for paragraph in _first(text, furniture):
        found = _DATE_LINE.fullmatch(paragraph) or _dateline(paragraph)
        if found and found["date"]:
            try:
                day = dates.parse(found["date"])
            except ValueError:
                continue
            return DocumentCreationTime(day, day, "dateline")
    return None


def date_line(text: str, furniture: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first line that holds a day with a time and nothing else: when the page was published, though it does not say so."""
    for span in paragraphs(text, furniture)[:FIRST_PARAGRAPHS]:
        found = _DATE_LINE.fullmatch(text, span.start, span.end)
        if found:
            return (span,) if found["clock"] else ()
    return ()


def from_address(url: str) -> DocumentCreationTime | None:
    """The day in an address: `/2018/11/08/`, `/2018-11-08`, `/2018/nov/08/` or `/20181108`."""
    found = _ADDRESS.search(url)
    if not found:
        return None
    year, month, day = found.groups()[:3] if found[1] else found.groups()[3:]
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else int(month) if month.isdigit() else 0
    try:
        date = datetime.date(int(year), number, int(day))
    except ValueError:
        return None
    return DocumentCreationTime(date, date, "address")


def _first(text: str, furniture: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in paragraphs(text, furniture)[:FIRST_PARAGRAPHS]]


def _dateline(paragraph: str) -> re.Match[str] | None:
    """The dateline a paragraph opens with: it names a place in capitals, and an agency or a full date."""
    found = _DATELINE.match(paragraph[:200])
    if found and (found["agency"] or (found["date"] and paragraph[0].isalpha() and paragraph[:2].isupper())):
        return found
    return None
