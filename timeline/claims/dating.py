"""The day on which happened what an article is about, for its sentences that name no day themselves.

In: the passages of an article and its day of publication. Out: the day of its story, and what it was taken from. News tells one
story whose day its opening names; what follows without a day of its own happened then. Where the opening names none, it is the day
of publication.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline import basis, edtf
from timeline.claims.passages import Passage
from timeline.edtf import Date
from timeline.model import DocumentCreationTime, Timex

_OPENING = 3
"""Sentences that may name the day of the story."""
_NEWS = 31
"""Days before publication in which news happened."""


@dataclass(frozen=True, slots=True)
class StoryDay:
    """A day, or days of which it is one, and what they were taken from, as `timeline.basis` writes it."""

    date: Date
    basis: str


def day_of_story(passages: Sequence[Passage], published: DocumentCreationTime | None) -> StoryDay | None:
    """The day of what the article is about; None where nothing tells it."""
    for passage in passages[:_OPENING]:
        for timex in passage.dates:
            if timex.date and _is_news(timex.date, published):
                return _named_by(timex, timex.date)
    if published is None or published.latest is None:
        return None
    days = str(published.day) if published.day else f"[{published.earliest}..{published.latest}]"
    return StoryDay(edtf.parse(days), str(published))


def names_no_day(passage: Passage) -> bool:
    """Whether it gives no date, or a time of day alone ("at around 8 p.m.")."""
    return all(timex.type == "TIME" and timex.rule.endswith("clock") for timex in passage.dates)


def _is_news(date: Date, published: DocumentCreationTime | None) -> bool:
    """Whether a date is one day, not long before publication and not after it."""
    if date.day is None or date.day.year < 1:
        return False
    if published is None:
        return True
    behind = ((published.latest or published.earliest) - datetime.date(*date.day)).days
    return 0 <= behind <= _NEWS or published.latest is None


def _named_by(timex: Timex, date: Date) -> StoryDay:
    known = basis.parse(timex.anchor) or basis.Basis()
    day = str(date.day)
    return StoryDay(edtf.parse(day), str(replace(known, earlier=" ".join(timex.text.split()), earlier_date=day)))
