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
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from timeline.timex.rule import PLAIN, Script, WordClass

HYPHEN = "[-\u2010-\u2014]"
_TOKEN = re.compile(r" +|[A-Z]+[0-9]?(?!\w)|[^\W\d_](?:(?![\[\](|),-])[^\s\d])*|[0-9]+|.")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A translated pattern: `regex` has a group for each word class, `groups` says which class each is.

    `first` holds the words that it may begin with ("0" for a number), `words` how often each word may stand in it, and `one_word` says that
    it may match a single word.
    """

    regex: re.Pattern[str]
    groups: Mapping[str, str]
    first: frozenset[str]
    words: Counter[str]
    one_word: bool


@dataclass(frozen=True, slots=True)
class _Part:
    regex: str
    first: frozenset[str]
    words: Counter[str]
    one_word: bool = True
    optional: bool = False
    spaced: bool = False  # a space stood before it


def translate(pattern: str, lexicon: Mapping[str, WordClass], script: Script = PLAIN) -> Pattern:
    """Translate one pattern. Raises KeyError for a word class that the lexicon lacks, ValueError for unbalanced brackets."""
    groups: dict[str, str] = {}
    tokens = iter(_TOKEN.findall(pattern))
    part, closing = _alternatives(tokens, lexicon, groups, script)
    if closing:
        raise ValueError(f"'{closing}' without its opening bracket in the pattern '{pattern}'")
    return Pattern(re.compile(part.regex + script.edge, re.IGNORECASE), groups, part.first, part.words, part.one_word)


def _alternatives(
    tokens: Iterator[str], lexicon: Mapping[str, WordClass], groups: dict[str, str], script: Script
) -> tuple[_Part, str]:
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
    first = frozenset[str]().union(*(choice.first for choice in choices))
    words = reduce(or_, (choice.words for choice in choices))
    return _Part(regex, first, words, any(choice.one_word for choice in choices)), closing


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
        return _Part(
            f"({group}{known.pattern})",
            known.first,
            Counter(known.first | known.inside) + Counter({"0": 9} if "0" in known.first else {}),
            spaced=spaced,
        )
    if token.isupper() and len(token) > 2:
        raise KeyError(token)
    if token == "-":
        return _Part(HYPHEN, frozenset(), Counter(), spaced=spaced)
    if token == ",":
        return _Part(r"[^\S\r\n]?,", frozenset(), Counter(), spaced=spaced)
    words = ["0" if word[0].isdigit() else word.lower() for word in script.word.findall(token)]
    regex = re.escape(token).replace("'", "['\u2019]") + (script.edge if token[-1].isalnum() else "")
    return _Part(regex, frozenset(words[:1]), Counter(words), spaced=spaced)


def _sequence(parts: list[_Part], gap: str) -> _Part:
    """Parts in a row. What may be missing before the first firm part carries the space after it, else the one before it."""
    head = next((index for index, part in enumerate(parts) if not part.optional), len(parts) - 1)
    regex = ""
    for index, part in enumerate(parts):
        before = gap if part.spaced and index > head else ""
        after = gap if index < head and parts[index + 1].spaced else ""
        piece = before + part.regex + after
        regex += f"(?:{piece})?" if part.optional else piece
    first = frozenset[str]().union(*(part.first for part in parts[: head + 1]))
    words = sum((part.words for part in parts), Counter[str]())
    firm = [part for part in parts if not part.optional and part.words]
    return _Part(regex, first, words, len(firm) <= 1 and all(part.one_word for part in firm))
