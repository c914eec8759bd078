"""The notation of rule patterns, and its translation into regular expressions.

In: `[WEEKDAY[,]] MONTH DAY[, YEAR]`. Out: a compiled regular expression and the words it may begin with.

    MONTH      a word class of the language's lexicon; it fills the class's field. MONTH2 is a second one of the same class;
               where a class is named twice, its first one is read.
    of         a word as it stands, in upper or lower case
    [ ]        what may be missing           ( | )   one of several
    space      a space, at most one line break included; "," a comma, which a space may precede, "-" every hyphen and dash

Every repetition in the result is bounded, so a match attempt costs a bounded time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from timeline.timex.rule import PLAIN, Script, WordClass

HYPHEN = "[-\u2010-\u2014]"
_TOKEN = re.compile(r" +|[A-Z]+[0-9]?(?!\w)|[^\W\d_](?:(?![\[\](|),-])[^\s\d])*|[0-9]+|.")
_SEVERAL_NUMBERS = re.compile(r"\\s|\\\.|[,/:]|(?<!<)-(?![0-9>])|\[[^\]]*[.:/,][^\]]*\]")  # what parts the numbers of a class


def key(word: str) -> str:
    """What a word of a text or a pattern is looked up by: "0" for a number, else its small letters. Turkish parts ı and i, whose
    capitals I and İ do not come back to them, so both are i here."""
    if word[0].isdecimal():
        return "0"
    low = word.lower()
    return low if low.isascii() else low.replace("i\u0307", "i").replace("\u0131", "i")


class Start(NamedTuple):
    """Words that a match may begin with, those that may come second after one of them, and whether one may be all of it."""

    first: frozenset[str]
    second: frozenset[str]
    alone: bool = True


@dataclass(frozen=True)
class Pattern:
    """A translated pattern: `groups` says which word class each group of `regex` is.

    `starts` says with which words it may begin ("0" for a number)."""

    source: str
    groups: Mapping[str, str]
    starts: tuple[Start, ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when it is first needed: a short text needs few."""
        return re.compile(self.source, re.IGNORECASE)

    def may_begin(self, first: str, second: str) -> bool:
        """Whether a match may begin with `first` where `second` follows."""
        return any(first in start.first and (start.alone or second in start.second) for start in self.starts)


@dataclass(frozen=True, slots=True)
class _Part:
    regex: str
    starts: tuple[Start, ...] = ()
    optional: bool = False
    spaced: bool = False  # a space stood before it


def translate(pattern: str, lexicon: Mapping[str, WordClass], script: Script = PLAIN) -> Pattern:
    """Translate one pattern. Raises KeyError for a word class that the lexicon lacks, ValueError for unbalanced brackets."""
    groups: dict[str, str] = {}
    tokens = iter(_TOKEN.findall(pattern))
    part, closing = _alternatives(tokens, lexicon, groups, script)
    if closing:
        raise ValueError(f"'{closing}' without its opening bracket in the pattern '{pattern}'")
    return Pattern(part.regex + script.edge, groups, part.starts)


def _alternatives(tokens: Iterator[str], lexicon: Mapping[str, WordClass], groups: dict[str, str], script: Script) -> tuple[_Part, str]:
    """Read up to the closing bracket, which is returned with the part."""
    choices: list[_Part] = []
    sequence: list[_Part] = []
    spaced = False
    closing = ""
    for token in tokens:
        if token.isspace():
            spaced = True
            continue
        if token in ")]":
            closing = token
            break
        if token == "|":
            choices.append(_sequence(sequence, script.gap))
            sequence = []
        else:
            sequence.append(_part(token, tokens, lexicon, groups, script, spaced))
        spaced = False
    choices.append(_sequence(sequence, script.gap))
    regex = choices[0].regex if len(choices) == 1 else "(?:" + "|".join(choice.regex for choice in choices) + ")"
    starts = tuple(start for choice in choices for start in choice.starts)
    return _Part(regex, starts), closing


def _part(
    token: str, tokens: Iterator[str], lexicon: Mapping[str, WordClass], groups: dict[str, str], script: Script, spaced: bool
) -> _Part:
    if token in "([":
        inner, closing = _alternatives(tokens, lexicon, groups, script)
        if closing != {"(": ")", "[": "]"}[token]:
            raise ValueError(f"'{token}' without its closing bracket")
        return replace(inner, optional=token == "[", spaced=spaced)
    if token.isupper() and len(token) > 1 and token.rstrip("0123456789") in lexicon:
        name = token.rstrip("0123456789")
        known = lexicon[name]
        group = "?:" if token in groups else f"?P<{token}>"
        groups[token] = name
        inside = known.inside | {"0"} if "0" in known.first and _SEVERAL_NUMBERS.search(known.pattern) else known.inside
        start = Start(known.first, inside | known.first if script.joined else inside)
        return _Part(f"({group}{known.pattern})", (start,), spaced=spaced)
    if token.isupper() and len(token) > 2:
        raise KeyError(token)
    if token == "-":
        return _Part(HYPHEN, spaced=spaced)
    if token == ",":
        return _Part(r"[^\S\r\n]?,", spaced=spaced)
    words = [key(word) for word in script.word.findall(token)]
    regex = re.escape(token).replace("'", "['\u2019]") + (script.edge if token[-1].isalnum() else "")
    starts = (Start(frozenset(words[:1]), frozenset(words[1:2]), len(words) < 2),) if words else ()
    return _Part(regex, starts, spaced=spaced)


def _sequence(parts: list[_Part], gap: str) -> _Part:
    """Parts in a row. What may be missing before the first firm part carries the space after it, else the one before it."""
    head = next((index for index, part in enumerate(parts) if not part.optional), len(parts) - 1)
    regex = ""
    for index, part in enumerate(parts):
        before = gap if part.spaced and index > head else ""
        after = gap if index < head and parts[index + 1].spaced else ""
        piece = before + part.regex + after
        regex += f"(?:{piece})?" if part.optional else piece
    head = next((index for index, part in enumerate(parts) if part.starts and not part.optional), len(parts) - 1)  # not a hyphen
    return _Part(regex, tuple(_starts([part for part in parts if part.starts])))


def _starts(parts: list[_Part]) -> Iterator[Start]:
    """How a row of parts may begin: with its first, or with one after those that may be missing."""
    for index, part in enumerate(parts):
        later = parts[index + 1 :]
        following = frozenset[str]()
        for other in later:
            following = following.union(*(start.first for start in other.starts))
            if not other.optional:
                break
        last = all(other.optional for other in later)
        for first, second, alone in part.starts:
            yield Start(first, second | following if alone else second, alone and last)
        if not part.optional:
            break
