"""How likely a sentence tells what a reader would want on a timeline.

In: a passage. Out: its salience, from 0 to 1: a logistic regression over a few features that each say one thing about it. The
weights stand in salience.toml; `python -m tests.bench.salience FOLDER` learns them from articles in which people marked the events.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files

from timeline.claims.happenings import HAPPENINGS
from timeline.claims.passages import CONDITIONS, Passage

KEPT_FROM = 0.4
"""A claim of this salience or more is an event of the timeline by default."""

_DOUBTS = frozenset("if whether because although though however but unless".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozen dozens hundred hundreds thousand thousands"
    " million millions billion".split()
)
_CASUALTIES = frozenset(
    "arrested casualties dead death deaths died hospitalised hospitalized injured injuries injury killed survived wounded".split()
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Feature = Callable[[Passage], float]


def position(passage: Passage) -> float:
    """How far down in the article, the first sentences told apart the most."""
    return math.log1p(passage.position)


def quotation(passage: Passage) -> float:
    """The share of it that is quoted."""
    return passage.quoted


def within_quotation(passage: Passage) -> float:
    """Whether a quotation that began before goes on in it."""
    return passage.within_quotation


def date(passage: Passage) -> float:
    """Whether it names a date."""
    return bool(passage.dates)


def day(passage: Passage) -> float:
    """Whether it names a day."""
    return any(_DAY.match(timex.value) for timex in passage.dates)


def happenings(passage: Passage) -> float:
    """How many words of things that happen (killed, signed, an election); four count as two, and more as four."""
    return min(sum(map(HAPPENINGS.__contains__, passage.words)), 4) / 2


def no_happening(passage: Passage) -> float:
    """Whether there is none."""
    return HAPPENINGS.isdisjoint(passage.words)


def happening_done(passage: Passage) -> float:
    """Whether such a word is a verb of something done."""
    return not HAPPENINGS.isdisjoint(passage.deeds)


def casualties(passage: Passage) -> float:
    """Whether people were killed, hurt or arrested."""
    return not _CASUALTIES.isdisjoint(passage.words)


def no_deed(passage: Passage) -> float:
    """Whether no verb tells what was done."""
    return not passage.deeds


def condition(passage: Passage) -> float:
    """Whether it speaks of what would, may or will be."""
    return not CONDITIONS.isdisjoint(passage.words)


def doubt(passage: Passage) -> float:
    """Whether it weighs one thing against another."""
    return not _DOUBTS.isdisjoint(passage.words)


def earlier(passage: Passage) -> float:
    """Whether it looks back from the story ("had been")."""
    return "had" in passage.words


def number_in_words(passage: Passage) -> float:
    """Whether it counts something."""
    return not _NUMBERS.isdisjoint(passage.words)


ENGLISH: tuple[Feature, ...] = (
    position,
    day,
    quotation,
    happenings,
    no_happening,
    happening_done,
    casualties,
    no_deed,
    condition,
    doubt,
    earlier,
    number_in_words,
)
ANY_LANGUAGE: tuple[Feature, ...] = (position, date, day, quotation, within_quotation)

Weights = Mapping[str, float]
_WEIGHTS: dict[str, Weights] = tomllib.loads(files("timeline.claims").joinpath("salience.toml").read_text(encoding="utf-8"))


def salience(passage: Passage, is_english: bool) -> float:
    """From 0 to 1, in thousandths. Of a language whose verbs are not known, every passage that names a date counts as salient, and the
    features only order them."""
    if is_english:
        return round(_likelihood(passage, ENGLISH, _WEIGHTS["english"]), 3)
    least = KEPT_FROM if passage.dates else 0
    return round(least + (1 - least) * _likelihood(passage, ANY_LANGUAGE, _WEIGHTS["any_language"]), 3)


def _likelihood(passage: Passage, features: tuple[Feature, ...], weights: Weights) -> float:
    total = weights["constant"] + sum(weights[feature.__name__] * feature(passage) for feature in features)
    return 1 / (1 + math.exp(-total))
