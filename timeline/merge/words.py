"""What two claims are compared by.

In: a claim. Out: its `Telling`: the stems of its title and its quote, the names its title bears, its numbers. Nothing here compares.

Stems are made alike for every language: accents and capitals go, and of English the endings that turn "explodes", "exploded" and
"explosion" into each other. Where a script sets no spaces between words, two characters stand for a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.merge.deeds import plain_deeds, table
from timeline.model import Claim
from timeline.quotes import quote_key

SKIPPED = frozenset(
    "a an the and or but of in on at to by for from with as is are was were be been being has have had having it its he she him his her"
    " they them their that this these those which who whom whose there after before when while where since into over about also than then"
    " will would could may might can should do does did said says say mr mrs ms s t lrb rrb lsb rsb one".split()
)
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
)
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(_NUMBERS, 2)}
_ORDINALS = {"another": "other"} | {
    word: f"{number}th" for number, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}
_DENIALS = frozenset("not no never without denied denies nt".split())
_VICTIM = re.compile(
    r"kill|die[ds]?$|dead|death|fatal|wound|injur|hurt|missing|casualt|victim|arrest|detain|evacuat|displac|fled|infect|lives?$|bod(?:y|ies)$"
)
_VICTIM_NEAR = 4
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
_ENDINGS = re.compile(r"(?:ations?|ions?|ings?|edly|ed|es|e|s|ly|d)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_BRITISH = re.compile(r"(?<=[a-z]{3})(?:(our)|tre)(?=s?$)")
_LONGEST_STEM = 7


@dataclass(frozen=True, slots=True)
class Telling:
    """`title` holds its stems, `words` those of title and quote (without the words that date it), `capitals` those of them that are
    written as names are. `counts` are the numbers of the title that must agree, `tolls` those of victims, which grow from report
    to report; `ordinals` tell one of a series from the next. `key` is the quote's."""

    title: tuple[str, ...]
    words: frozenset[str]
    capitals: frozenset[str]
    counts: frozenset[str]
    tolls: frozenset[str]
    ordinals: frozenset[str]
    denies: bool
    key: str


def telling(claim: Claim) -> Telling:
    """The words of a claim, made ready to be compared."""
    tokens = _TOKEN.findall(claim.title)
    lower = [_plain(token) for token in tokens]
    numbers = [_NUMBER_WORDS.get(word, word.replace(",", "") if word[:1].isdigit() else "") for word in lower]
    tolls = {number for place, number in enumerate(numbers) if number and _near_victims(lower, place)}
    title = tuple(dict.fromkeys(_stems(plain_deeds(claim.title))))
    listed = {stem for name in (*claim.people, *claim.organisations, *claim.places) for stem in _stems(name)}
    quoted = _TOKEN.findall(plain_deeds(claim.quote.replace(claim.words, " ", 1) if claim.words else claim.quote))
    words = frozenset(title) | {stem for token in quoted for stem in _stems_of(token)}
    capitals = {stem for token in (*tokens[1:], *quoted[1:]) if token[0].isupper() for stem in _stems_of(token)}
    return Telling(
        title=title,
        capitals=frozenset(capitals | listed & words),
        counts=frozenset(number for number in numbers if number) - tolls,
        tolls=frozenset(tolls),
        ordinals=frozenset(_ORDINALS[word] for word in lower if word in _ORDINALS),
        denies=any(word in _DENIALS or word.endswith("n't") for word in lower),
        key=quote_key(claim.quote),
        words=words,
    )


def _near_victims(words: list[str], place: int) -> bool:
    return any(_VICTIM.match(word) for word in words[max(0, place - _VICTIM_NEAR) : place + _VICTIM_NEAR + 1])


@lru_cache(maxsize=100_000)
def _plain(token: str) -> str:
    decomposed = unicodedata.normalize("NFKD", token.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char) and char not in "'’.")
    return unicodedata.normalize("NFC", kept)


def _stems(text: str) -> Iterator[str]:
    for token in _TOKEN.findall(text):
        yield from _stems_of(token)


@lru_cache(maxsize=100_000)
def _stems_of(token: str) -> tuple[str, ...]:
    word = _plain(_POSSESSIVE.sub("", token))
    if word in SKIPPED or not word:
        return ()
    if _SPACELESS.fullmatch(word):
        return tuple(word[start : start + 2] for start in range(max(1, len(word) - 1)))
    stem = _NUMBER_WORDS.get(word) or _stem(word)
    return (_DEEDS.get(stem, stem),)


def _stem(word: str) -> str:
    """ "exploded", "explosion" -> "explos"; short words keep their endings. "harbour" -> "harbor", "metre" -> "meter"."""
    word = _BRITISH.sub(lambda found: "or" if found[1] else "ter", word)
    if len(word) > 4:
        short = _ENDINGS.sub("", word)
        if len(short) > 2:
            word = short[:-1] if len(short) > 3 and short[-1] == short[-2] else short
    if len(word) > 4 and word[-1] == "d":
        word = word[:-1] + "s"
    return word[:_LONGEST_STEM]


_DEEDS = table(_stem)
