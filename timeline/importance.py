"""How much each event of a timeline matters.

In: the mentions of all its events: which article of which publisher reports what, when it was published, and of which date it
speaks. Out: for each event a number from 0 to 1, comparable across the timeline, and one line that explains it. Nothing is stored:
it follows the sources, at each build.

An event matters as much as its day does, if it is what the day is remembered for, and otherwise the less the fewer articles report
it and the farther their words are from what is said of that day:

    weight of a day   = sum, over the articles that tell of it or were published on it, of relevance³; and the most of these for
                        each publisher once more
    share of an event = sum, over its quotes, of relevance × how near their words are to all that is said of the day,
                        where a word counts half once an event of the day with a greater share has said it
    value             = log(1 + weight × share / the day's greatest share), as a part of the timeline's greatest

The relevance of an article is how near its words are to those of all articles, 1 for the median article. All counts twice where
it looks back, from more than a week later: what is still told is what mattered. What is not dated to the day shares its weight with
nothing else. Words that an earlier article has already said of the event are a copy, and count nothing.
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
from timeline.quotes import quote_key

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]"
    r"|[^\x00-`{-\xbf\u060c\u061b\u061f\u06d4\u0964\u0965\u2000-\u206f\u3000-\u9fff\uff00-\uff20]{4,}"
)
"""A run of what is no space, figure or punctuation, of a length that words have which say what a text is about; or a character of
Chinese or Japanese. Python counts the vowel signs of many scripts to no word, so that the others are told apart by what they are not."""
_DECISIVE = 3
"""The power of relevance; 2 to 4 find the days of journalists' timelines about as well, 1 and 0 do not."""
_A_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Mention:
    """One source of an event; `published` is None where that is not known."""

    event: str
    date: Date
    article: str
    publisher: str
    published: datetime.date | None
    quote: str


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
    weights: dict[str, float] = {}
    for day, weight in _weights_of_days(told, relevance).items():
        for event, share in _shares(by_day[day], relevance).items():
            weights[event] = max(weight * share, weights.get(event, 0))
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
        first.setdefault((mention.event, quote_key(mention.quote)), mention)
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
    centre: dict[str, float] = defaultdict(float)
    vectors = {}
    for article, found in counts.items():
        vector = {word: 1 + math.log(number) for word, number in found.items()}
        length = math.hypot(*vector.values())
        vectors[article] = vector, length
        for word, number in vector.items():
            centre[word] += number / length
    nearness = {
        article: sum(number * centre[word] for word, number in vector.items()) / (length or 1)
        for article, (vector, length) in vectors.items()
    }
    median = statistics.median(nearness.values()) if nearness else 0
    return {article: near / median if median else 1.0 for article, near in nearness.items()}


def _weights_of_days(mentions: Sequence[Mention], relevance: Mapping[str, float]) -> dict[str, float]:
    """How much is made of each day that the mentions are dated to."""
    times: dict[str, dict[str, int]] = defaultdict(dict)
    for mention in mentions:
        told = times[_day(mention)]
        told[mention.article] = max(_times(mention), told.get(mention.article, 0))
    for mention in mentions:
        if str(mention.published) in times:
            times[str(mention.published)].setdefault(mention.article, 1)
    publisher_of = {mention.article: mention.publisher for mention in mentions}
    weights = {}
    for day, told in times.items():
        articles = {article: number * relevance[article] ** _DECISIVE for article, number in told.items()}
        publishers: dict[str, float] = {}
        for article, weight in articles.items():
            publisher = publisher_of[article]
            publishers[publisher] = max(weight, publishers.get(publisher, 0))
        publishers.pop("", None)
        weights[day] = sum(articles.values()) + sum(publishers.values())
    return weights


def _times(mention: Mention) -> int:
    """How often it counts: twice where it looks back, published more than a week after what it tells of."""
    last = mention.date.latest
    if mention.published is None or last is None or last.year > datetime.MAXYEAR:
        return 1
    return 2 if last.year < datetime.MINYEAR or mention.published - datetime.date(*last) > _A_WEEK else 1


def _shares(mentions: Sequence[Mention], relevance: Mapping[str, float]) -> dict[str, float]:
    """How much of what is said of a day is said of each of its events, the greatest being 1; each word counts half as much
    once an event with a greater share has said it, so that no day fills a short timeline with versions of one thing."""
    words_of = [tuple(dict.fromkeys(_words(mention.quote))) for mention in mentions]
    said: dict[str, float] = defaultdict(float)
    quotes: dict[str, list[tuple[tuple[str, ...], float]]] = defaultdict(list)
    for mention, words in zip(mentions, words_of, strict=True):
        scale = _times(mention) * relevance[mention.article] / math.sqrt(len(words) or 1)
        quotes[mention.event].append((words, scale))
        for word in words:
            said[word] += scale

    def share(event: str) -> float:
        return sum(scale * sum(map(said.__getitem__, words)) for words, scale in quotes[event])

    whole = {event: share(event) for event in quotes}
    greatest = max(whole.values())
    if not greatest:
        return dict.fromkeys(quotes, 1.0)
    shares = {}
    for event in sorted(quotes, key=lambda event: (-whole[event], -len(quotes[event]), event)):
        shares[event] = share(event) / greatest
        for word in {word for words, _ in quotes[event] for word in words}:
            said[word] /= 2
    return shares


def _words(quote: str) -> list[str]:
    return _WORD.findall(quote.casefold())
