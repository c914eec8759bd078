"""The day on which happened what a sentence tells, where it names none itself.

In: the passages of an article and its day of publication. Out: for each passage the day that it has where its words give none, and what
that was taken from. A paragraph goes on with the day that it has named. Else it is the day of the story, which the article's opening
names; where that names none, the day of publication.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline import basis, edtf
from timeline.claims.happenings import REPORTS
from timeline.claims.passages import Passage
from timeline.edtf import Date
from timeline.model import DocumentCreationTime, Timex

_OPENING = 3
"""Sentences that may name the day of the story."""
_NEWS = 31
"""Days before publication in which news happened."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class InferredDay:
    """A day, or days of which it is one, and what they were taken from, as `timeline.basis` writes it."""

    date: Date
    basis: str


def inferred_days(passages: Sequence[Passage], published: DocumentCreationTime | None) -> Iterator[InferredDay | None]:
    """For each passage the day of what it tells, should its words give none; None where nothing tells it."""
    story = next(filter(None, (_named(passage, published) for passage in passages[:_OPENING])), None) or _of_publication(published)
    day = story
    for passage in passages:
        if passage.opens_paragraph:
            day = story
        yield day
        if not names_no_day(passage):
            day = _named(passage, published, of_reports=False) or day


def names_no_day(passage: Passage) -> bool:
    """Whether it gives no date, or a time of day alone ("at around 8 p.m.")."""
    return all(timex.type == "TIME" and timex.rule.endswith("clock") for timex in passage.dates)


def _named(passage: Passage, published: DocumentCreationTime | None, *, of_reports: bool = True) -> InferredDay | None:
    """The first day of the news that the passage names; one that only says when someone spoke comes last, or not at all."""
    named = [timex for timex in passage.dates if timex.date and _is_news(timex.date, published)]
    deeds = [timex for timex in named if not is_of_report(passage, timex)]
    timex = next(iter(deeds or (named if of_reports else [])), None)
    if timex is None or timex.date is None:
        return None
    known, day = basis.parse(timex.anchor) or basis.Basis(), str(timex.date.day)
    return InferredDay(edtf.parse(day), str(replace(known, earlier=" ".join(timex.text.split()), earlier_date=day)))


def _of_publication(published: DocumentCreationTime | None) -> InferredDay | None:
    if published is None or published.latest is None:
        return None
    days = str(published.day) if published.day else f"[{published.earliest}..{published.latest}]"
    return InferredDay(edtf.parse(days), str(published))


def _is_news(date: Date, published: DocumentCreationTime | None) -> bool:
    """Whether a date is one day, not long before publication and not after it."""
    if date.day is None or date.day.year < 1:
        return False
    if published is None or published.latest is None:
        return True
    return 0 <= (published.latest - datetime.date(*date.day)).days <= _NEWS


def is_of_report(passage: Passage, timex: Timex) -> bool:
    """Whether a date stands beside a verb of speaking: "told police on Monday", "on Monday told police"."""
    text, start, end = passage.sentence.text.lower(), *(place - passage.sentence.span.start for place in timex.span)
    beside = [*_WORD.findall(text[max(0, start - 40) : start])[-2:], *_WORD.findall(text[end : end + 40])[:1]]
    return not REPORTS.isdisjoint(beside)
