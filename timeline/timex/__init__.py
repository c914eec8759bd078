"""The temporal tagger: reads dates, times, durations and sets in running text.

In: text, and when it was published where that is known. Out: `Tagging`, the temporal expressions in the order of the text, and the
publication they were resolved against. Two steps: `recognise` finds mentions by a language's table of rules, `resolve` turns
each into a value, seen from the day of publication. Where that day is not given, `infer` reads it from the text's own dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from timeline.model import DocumentCreationTime, Span, Timex
from timeline.timex.combine import combine
from timeline.timex.english import ENGLISH, OF_EARLY_TIMES, early
from timeline.timex.infer import infer
from timeline.timex.order import settle
from timeline.timex.recognise import Readers, recognise
from timeline.timex.resolve import resolve
from timeline.timex.rule import Language

LANGUAGES: dict[str, Language] = {"en": ENGLISH}
_IN_ANY_LANGUAGE = ("iso date", "numeric date", "year")
_FULL_DATES = {"month day year": ("MONTH DAY, YEAR", "MONTH DAY YEAR"), "day month year": ("DAY MONTH[,] YEAR",)}
_OTHER = replace(ENGLISH, code="", rules=tuple(rule for rule in ENGLISH.rules if rule.name in _IN_ANY_LANGUAGE))
_ENGLISH_DATES = replace(
    ENGLISH, rules=tuple(replace(rule, patterns=_FULL_DATES[rule.name]) for rule in ENGLISH.rules if rule.name in _FULL_DATES)
)  # read in an article of any language


@dataclass(frozen=True)
class Tagging:
    """The temporal expressions of a text, and the publication that they were resolved against."""

    timexes: tuple[Timex, ...]
    published: DocumentCreationTime | None


def tag(text: str, published: DocumentCreationTime | None = None, *, skip: Sequence[Span] = (), language: str = "en") -> Tagging:
    """Read the temporal expressions of `text`, of which the spans of `skip` are left out.

    They are ordered by their start and never overlap. Of a language of which nothing is known, dates in numbers are read.
    Without `published` the day or days of publication are inferred from the text, and are None where it holds no full date or year.
    """
    text = _blanked(text, skip)
    known = _language(language)
    is_early = known is ENGLISH and early.tells_early_times(text)
    found = settle(text, recognise(text, _readers(language, is_early), skip))
    mentions = combine(text, early.settle(found) if is_early else found, known.connectives)
    published = published or infer(text, mentions, known.tense)
    return Tagging(tuple(resolve(text, mentions, published, known.tense)), published)


def _blanked(text: str, skip: Sequence[Span]) -> str:
    """The text with NULs in place of what is left out: nothing there is read, and nothing is read across it."""
    pieces, place = [], 0
    for start, end in sorted(skip):
        start, end = max(start, place), min(max(end, place), len(text))
        pieces += [text[place:start], "\0" * (end - start)]
        place = max(place, end)
    return "".join([*pieces, text[place:]])


@cache
def _language(code: str) -> Language:
    """English, or what is loaded for another language; that of an English article needs none of it."""
    if code.split("-")[0].lower() in LANGUAGES:
        return LANGUAGES[code.split("-")[0].lower()]
    from timeline.timex.languages import load

    return load(code) or _OTHER


@cache
def _readers(code: str, is_early: bool) -> Readers:
    known = OF_EARLY_TIMES if is_early else _language(code)
    return Readers(known) if is_early or known.code in ("", *LANGUAGES) else Readers(known, _ENGLISH_DATES)
