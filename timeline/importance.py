"""How much each event of a timeline matters.

In: the mentions of all its events: which article of which publisher reports what, when it was published, and of which date it
speaks. Out: for each event a number from 0 to 1, comparable across the timeline, and one line that explains it. Nothing is stored:
it follows the sources, at each build.

An event matters the more the more articles and publishers report it, the longer it is talked about, and the more its day is.
"""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.counting import count
from timeline.edtf import Date


@dataclass(frozen=True, slots=True)
class Mention:
    """One source of an event. `position` is where in its article the quote stands, from 0 to 1, None where it is not known."""

    event: str
    date: Date
    article: str
    publisher: str
    published: datetime.date | None
    quote: str
    position: float | None = None


@dataclass(frozen=True, slots=True)
class Importance:
    """`value` is from 0 to 1. `days` is the span of days over which the event was reported, 0 where no publication date is known."""

    value: float
    articles: int
    publishers: int
    days: int

    def __str__(self) -> str:
        """ "reported by 14 articles of 5 publishers over 9 days"."""
        of = f" of {count(self.publishers, 'publisher')}" if self.publishers > 1 else ""
        over = f" over {count(self.days, 'day')}" if self.days > 1 else ""
        return f"reported by {count(self.articles, 'article')}{of}{over}"


def weigh(mentions: Iterable[Mention]) -> dict[str, Importance]:
    """The importance of each event, by its id."""
    by_event: dict[str, list[Mention]] = defaultdict(list)
    on_day: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        by_event[mention.event].append(mention)
        on_day[mention.date.edtf].add(mention.article)
    return {event: _weigh(held, max(len(on_day[mention.date.edtf]) for mention in held)) for event, held in by_event.items()}


def _weigh(mentions: list[Mention], on_its_day: int) -> Importance:
    articles = {mention.article for mention in mentions}
    days = [mention.published for mention in mentions if mention.published]
    weight = math.log(len(articles) + on_its_day)
    return Importance(
        value=round(weight / (1 + weight), 3),
        articles=len(articles),
        publishers=len({mention.publisher for mention in mentions if mention.publisher}),
        days=(max(days) - min(days)).days + 1 if days else 0,
    )
