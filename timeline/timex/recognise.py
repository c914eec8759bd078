"""Find the words of a text that name a time, by a language's table of rules, without knowing when it was written.

In: text and a language. Out: mentions in the order of the text, which never overlap; of several rules that read at one
place the longest match wins, then the first in the table. One pass over the words; each is looked up in a dictionary of the
words that a rule may begin with, and every pattern is bounded, so the time grows with the length of the text alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from timeline.model import Span
from timeline.timex import notation
from timeline.timex.rule import ANY_ENDING, LONGEST_ENDING, Fields, Language, Mention, Rule

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|[\w.+-]{1,64}@[\w-]+[\w.-]*")
_NEXT_YEAR = re.compile(r"/(?:[0-9]{2}|(?:1[0-9]|20)[0-9]{2})(?![\w/])")  # of the winter 2019/20
_RANGE_BEFORE = re.compile(r"(?<![A-Za-z0-9.,:/-])(?:(?:1[5-9]|20)\d\d|\d{1,2}:\d\d)\s?[-\u2013]$")  # the 2014- of 2014-2018
_DAY_BEFORE = re.compile(r"(?<![\w.,:/-])(?:[0-9]{1,2}[.:])?[0-9]{1,2}\.?[-\u2010-\u2013]\Z")  # the "5-" of 5-9 November
_LONGEST_MATCH = 120
_REMEMBERED = 1 << 14
"""Words whose key is remembered."""
_NOT_BEFORE_NUMBER = frozenset("$£€¥#@/\\_&=~^+<>")
_NOT_BEFORE_WORD = frozenset("@#/\\_&=.'\u2019")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One pattern of a rule, ready to match."""

    rule: Rule
    pattern: notation.Pattern
    language: Language

    def fields(self, match: re.Match[str]) -> Fields:
        """What the words say, over what the rule always says."""
        read: dict[str, Any] = dict(self.rule.fields)
        for group, name in self.pattern.groups.items():
            if match[group] is None or group[-1].isdigit():
                continue
            word_class = self.language.lexicon[name]
            meaning = word_class.read(match[group])
            if word_class.field:
                read[word_class.field] = meaning
            else:
                read.update(cast(dict[str, Any], meaning))
        if read.pop("and_half", False) and not isinstance(read.get("amount"), str):
            read["amount"] = read.get("amount", 0) + 0.5
        return cast(Fields, read)


class Readers:
    """The patterns of a language's rules, found by the word that a mention begins with and the word that follows it."""

    def __init__(self, *languages: Language) -> None:
        """Of several languages, whose text is read by the script of the first, the rules of the first go before."""
        self.script = languages[0].script
        self._by_first: dict[str, list[_Reader]] = {}
        self._by_pair: dict[tuple[str, str], tuple[_Reader, ...]] = {}
        second: set[str] = set()
        for language in languages:
            for rule in language.rules:
                for pattern in rule.patterns:
                    reader = _Reader(rule, notation.translate(pattern, language.lexicon, self.script), language)
                    for word in frozenset[str]().union(*(start.first for start in reader.pattern.starts)):
                        self._by_first.setdefault(word, []).append(reader)
                    second.update(*(start.second for start in reader.pattern.starts))
        self._words = frozenset(second)
        self._stems = frozenset(word[:-1] for word in self._words.union(self._by_first) if word.endswith(ANY_ENDING) and len(word) > 1)
        self.key = functools.lru_cache(_REMEMBERED)(self._key)
        self.first_key = functools.lru_cache(_REMEMBERED)(self._first_key)

    def _key(self, word: str) -> str:
        """What a word of a text is looked up by: itself, where no rule knows it the longest stem that it begins with."""
        key = _plain_key(word)
        if not self._stems or key in self._by_first or key in self._words:
            return key
        stems = (key[:end] for end in range(len(key), max(1, len(key) - LONGEST_ENDING) - 1, -1))
        return next((stem + ANY_ENDING for stem in stems if stem in self._stems), key)

    def _first_key(self, word: str) -> str:
        """The key of a word that a mention may begin with, "" for any other."""
        key = self.key(word)
        return key if key in self._by_first else ""

    def of(self, first: str, second: str) -> tuple[_Reader, ...]:
        """Those that may begin with `first`, where `second` follows in the text ("" where it is no word of time)."""
        if second not in self._words:
            second = ""
        known = self._by_pair.get((first, second))
        if known is None:
            known = tuple(reader for reader in self._by_first[first] if reader.pattern.may_begin(first, second))
            self._by_pair[first, second] = known
        return known


def recognise(text: str, readers: Readers, skip: Sequence[Span] = ()) -> list[Mention]:
    """The mentions of `text` outside the spans of `skip`, of web addresses and of e-mail addresses."""
    skip = _with_addresses(text, skip)
    mentions: list[Mention] = []
    done = 0  # nothing before this may be read again
    upcoming = 0  # the first span of `skip` that does not end before the word
    words, key, first_key = readers.script.word, readers.key, readers.first_key
    for word in words.finditer(text):
        first = first_key(word[0])
        if not first:
            continue
        start = word.start()
        if start < done:
            continue
        following = words.search(text, word.end())
        candidates = readers.of(first, key(following[0]) if following else "")
        if not candidates:
            continue
        while upcoming < len(skip) and skip[upcoming].end <= start:
            upcoming += 1
        limit = min(len(text), start + _LONGEST_MATCH)
        if upcoming < len(skip):
            if skip[upcoming].start <= start:
                continue
            limit = min(limit, skip[upcoming].start)
        if word.end() > limit:
            continue
        free = _may_begin(text, start, first == "0", readers.script.joined)
        if not free and not (first == "0" and _DAY_BEFORE.search(text, max(0, start - 8), start)):
            continue
        mention = _longest(text, start, limit, candidates)
        if mention and (free or "hour" in mention.fields or ("day" in mention.fields and "month" in mention.fields)):
            if mention.kind != "decoy":
                mentions.append(mention)
            done = mention.span.end
    return mentions


def _plain_key(word: str) -> str:
    """What a word is looked up by, also "'" for a year such as '98."""
    return "'" if word[0] in "'\u2018\u2019" else notation.key(word)


def _longest(text: str, start: int, limit: int, candidates: Sequence[_Reader]) -> Mention | None:
    matches = [(match.end(), reader, match) for reader in candidates if (match := reader.pattern.regex.match(text, start, limit))]
    matches.sort(key=lambda found: -found[0])  # stable: of equal length, the first in the table
    for end, reader, match in matches:
        if _may_end(text, end) and (reader.rule.guard is None or reader.rule.guard(text, start, end)):
            span = Span(start, end)
            return Mention(span, reader.rule.name, reader.rule.kind, reader.fields(match), span)
    return None


def _may_begin(text: str, start: int, number: bool, joined: bool) -> bool:
    """Not in the middle of a price, a long number, an address or a name with a hyphen and a number (Covid-19)."""
    if start == 0:
        return True
    before = text[start - 1]
    if not number:
        if joined and before in "'\u2019":
            return True
        if before in ".'\u2019" and start > 1:
            return not text[start - 2].isalnum() or (before == "." and text[start - 2].islower())
        return before not in _NOT_BEFORE_WORD
    if before == "~" and joined and start > 1:
        return text[start - 2].isalnum()
    if before in _NOT_BEFORE_NUMBER or (before.isalnum() and not (joined and (before > "\u0e00" or "\u0621" <= before <= "\u064a"))):
        return False
    if _RANGE_BEFORE.search(text, max(0, start - 8), start):
        return True
    if before in ".,:-\u2010\u2011\u2012\u2013" and start > 1:
        return not text[start - 2].isdigit() and (before not in "-\u2010\u2011" or not text[start - 2].isalnum())
    return True


def _may_end(text: str, end: int) -> bool:
    """Not in the middle of a number, nor before the sign of percent."""
    if not text[end - 1].isdigit():
        return True
    following = text[end : end + 6]
    if _NEXT_YEAR.match(text, end) and text[end - 4 : end].isdigit():
        return True
    if following[:1] in ("%", "_", "/", "\u00b0", "\\") or (following[:1] in (".", ",", ":") and following[1:2].isdigit()):
        return False
    return not (following[:1] == "-" and following[1:5].isdigit() and len(following) > 5 and following[5:6].isdigit())


def _with_addresses(text: str, skip: Sequence[Span]) -> Sequence[Span]:
    """The spans in order, those that touch made one, with those of addresses."""
    spans = [Span(*span) for span in skip]
    if "@" in text or "://" in text or "www." in text:
        spans += [Span(*found.span()) for found in _ADDRESS.finditer(text)]
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
