"""Knowing a sentence again of which a few words were changed.

In: the quote and the date of a claim. Out: its trace, from which the sentence cannot be read, and how alike two traces are.

A trace is four characters for the date and two for each word, sorted. Words are told apart by 12 bits: of a hundred words that two
sentences do not share, two or three look the same by chance.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from functools import lru_cache
from itertools import groupby

from timeline.edtf import Date
from timeline.quotes import quote_key

FORM = r"[\w-]{4,}"
ALIKE = 0.75
"""The part of their words that two alike sentences share at least: all but one of four, all but five of twenty."""
_DATE, _WORD = 4, 2
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-"
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese: each two letters in a row count as a word."""
_Part = tuple[str, int]
_FEW = 40  # of the sentences that share a word, so many are looked at


def trace(quote: str, date: Date | None) -> str:
    """The trace of a claim. A time of day makes no difference."""
    return _coded(date.edtf.partition("T")[0] if date else "", _DATE) + "".join(
        sorted(_coded(word, _WORD) for word in _words(quote_key(quote)))
    )


def likeness(one: str, other: str) -> float:
    """The part of their words that two traces share, from 0 to 1. Where their dates differ, 0, but just `ALIKE` where all words are
    the same: a sentence that is read in another way."""
    if one[:_DATE] != other[:_DATE]:
        return ALIKE if one[_DATE:] == other[_DATE:] != "" else 0.0
    here, there = _parts(one), _parts(other)
    count = len(here) + len(there)
    return 2 * len(here & there) / count if count else 0.0


class Traces:
    """Traces by number, of which those alike to another are found without looking at all of them."""

    def __init__(self) -> None:
        self._traces: list[str] = []
        self._same: defaultdict[str, list[int]] = defaultdict(list)  # by all words
        self._numbers: defaultdict[tuple[str, _Part], list[int]] = defaultdict(list)  # by date and word

    def add(self, known: str) -> None:
        """Add a trace; its number is how many were added before."""
        for part in _parts(known):
            self._numbers[known[:_DATE], part].append(len(self._traces))
        self._same[known[_DATE:]].append(len(self._traces))
        self._traces.append(known)

    def alike(self, asked: str) -> list[tuple[float, int]]:
        """The likeness and the number of each trace that is alike to the one asked for."""
        groups = [self._numbers.get((asked[:_DATE], part), []) for part in sorted(_parts(asked))]
        rarest = sorted(groups, key=len)  # two that are alike share more than half of the words, so at least one of any half and one
        near = {number for numbers in [self._same.get(asked[_DATE:], []), *rarest[: len(rarest) // 2 + 1]] for number in numbers[:_FEW]}
        found = ((likeness(asked, self._traces[number]), number) for number in sorted(near))
        return [(alike, number) for alike, number in found if alike >= ALIKE]


def _words(key: str) -> list[str]:
    spaced = _WITHOUT_SPACES.sub(" ", key).split()
    return spaced + [run[at : at + 2] for run in _WITHOUT_SPACES.findall(key) for at in range(max(1, len(run) - 1))]


def _parts(known: str) -> set[_Part]:
    """The words of a trace; one that stands there twice is two."""
    words = (known[at : at + _WORD] for at in range(_DATE, len(known), _WORD))
    return {(word, time) for word, times in groupby(words) for time, _ in enumerate(times)}


@lru_cache(maxsize=100_000)  # the same words stand in many sentences
def _coded(text: str, length: int) -> str:
    number = zlib.crc32(text.encode("utf-8", "replace"))
    return "".join(_DIGITS[number >> 6 * place & 63] for place in range(length))
