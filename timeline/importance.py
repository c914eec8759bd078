"""How much each event of a timeline matters.

In: the mentions of all its events: which article of which publisher reports what, when it was published, and of which date it
speaks. Out: for each event a number from 0 to 1, comparable across the timeline, and one line that explains it. Nothing is stored:
it follows the sources, at each build.

An event matters as much as its day does, if it is what the day is remembered for, and otherwise the less the fewer articles report
it and the farther their words are from what is said of that day:

    weight of a day  = sum, over the articles that tell of it, of relevance³ × (1, and 1 more if published more than a day later)
                       + the most of these for each publisher
                       + sum of relevance³ of the articles published on it
    share of a quote = relevance × how near its words are to all that is said of the day
    value            = log(1 + weight × share / the day's greatest share), from 0 for no weight to 1 for the timeline's greatest

The relevance of an article is how near its words are to those of all articles, 1 for the median article. What is not dated to
the day shares it with nothing else. Words that an earlier article has already said of the event are a copy, and count nothing.
"""

from __future__ import annotations

import datetime
import math
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.counting import count
from timeline.edtf import Date

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\d_]{4,}")
"""Words that say what a text is about are seldom shorter; the scripts without spaces give their characters."""
_DECISIVE = 3
"""The power of relevance: of 2, 3 and 4, measured on timelines that journalists wrote, the best."""
_LATER = datetime.timedelta(days=1)


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
    """The importance of each event, by its id; the same for any order of the mentions."""
    told = _without_copies(mentions)
    by_event: dict[str, list[Mention]] = defaultdict(list)
    by_day: dict[str, list[Mention]] = defaultdict(list)
    for mention in told:
        by_event[mention.event].append(mention)
        by_day[_day(mention)].append(mention)
    relevance = _relevance(told)
    published: dict[str, float] = defaultdict(float)
    for article, on in {mention.article: mention.published for mention in told}.items():
        published[str(on)] += relevance[article] ** _DECISIVE
    weights: dict[str, float] = {}
    for day, held in by_day.items():
        of_day = _weight_of_day(held, relevance) + published[day]
        for event, share in _shares(held, relevance).items():
            weights[event] = max(of_day * share, weights.get(event, 0))
    greatest = math.log1p(max(weights.values(), default=1))
    return {event: _importance(held, math.log1p(weights[event]) / greatest) for event, held in by_event.items()}


def _importance(mentions: Sequence[Mention], value: float) -> Importance:
    days = [mention.published for mention in mentions if mention.published]
    return Importance(
        value=round(value, 6),
        articles=len({mention.article for mention in mentions}),
        publishers=len({mention.publisher for mention in mentions if mention.publisher}),
        days=(max(days) - min(days)).days + 1 if days else 0,
    )


def _without_copies(mentions: Iterable[Mention]) -> list[Mention]:
    """Each wording of each event once, as the first article said it; in the order of publication."""
    first: dict[tuple[str, str], Mention] = {}
    for mention in sorted(mentions, key=_order):
        first.setdefault((mention.event, " ".join(mention.quote.split())), mention)
    return list(first.values())


def _order(mention: Mention) -> tuple[str, ...]:
    return str(mention.published or "9999"), mention.article, mention.event, mention.date.edtf, mention.quote, mention.publisher


def _day(mention: Mention) -> str:
    """What the event shares its weight with: its day, or nothing else where it is not dated to the day."""
    return str(mention.date.day or ("", mention.event))


def _relevance(mentions: Iterable[Mention]) -> dict[str, float]:
    """How near each article's words (those of its quotes) are to those of all articles, as a multiple of the median article's."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        counts[mention.article].update(_words(mention.quote))
    vectors = {article: _unit({word: 1 + math.log(number) for word, number in found.items()}) for article, found in counts.items()}
    centre: dict[str, float] = defaultdict(float)
    for vector in vectors.values():
        for word, length in vector.items():
            centre[word] += length
    nearness = {article: sum(length * centre[word] for word, length in vector.items()) for article, vector in vectors.items()}
    median = statistics.median(nearness.values()) if nearness else 0
    return {article: near / median if median else 1.0 for article, near in nearness.items()}


def _weight_of_day(mentions: Iterable[Mention], relevance: Mapping[str, float]) -> float:
    articles: dict[str, float] = {}
    publishers: dict[str, float] = {}
    for mention in mentions:
        weight = relevance[mention.article] ** _DECISIVE * (2 if _looks_back(mention) else 1)
        articles[mention.article] = max(weight, articles.get(mention.article, 0))
        if mention.publisher:
            publishers[mention.publisher] = max(weight, publishers.get(mention.publisher, 0))
    return sum(articles.values()) + sum(publishers.values())


def _looks_back(mention: Mention) -> bool:
    """Whether it was published more than a day after what it tells of."""
    last = mention.date.latest
    if mention.published is None or last is None or last.year > datetime.MAXYEAR:
        return False
    return last.year < datetime.MINYEAR or mention.published - datetime.date(*last) > _LATER


def _shares(mentions: Sequence[Mention], relevance: Mapping[str, float]) -> dict[str, float]:
    """How much of what is said of a day is said of each of its events, the greatest being 1."""
    said: dict[str, float] = defaultdict(float)
    vectors = [_unit(dict.fromkeys(_words(mention.quote), 1.0)) for mention in mentions]
    for mention, vector in zip(mentions, vectors, strict=True):
        for word, length in vector.items():
            said[word] += length * relevance[mention.article]
    shares: dict[str, float] = defaultdict(float)
    for mention, vector in zip(mentions, vectors, strict=True):
        shares[mention.event] += relevance[mention.article] * sum(length * said[word] for word, length in vector.items())
    greatest = max(shares.values())
    return {event: share / greatest if greatest else 1.0 for event, share in shares.items()}


def _words(quote: str) -> list[str]:
    return _WORD.findall(quote.casefold())


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(number * number for number in vector.values()))
    return {word: number / length for word, number in vector.items()}
