"""Classes of words in the script of a language: how they are spelled in text, and what each means.

In: words and their meanings. Out: `WordClass`es, which patterns name in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from timeline.timex.languages.data import Data
from timeline.timex.languages.numbers import digits
from timeline.timex.languages.stems import Stems, derive
from timeline.timex.languages.table import Table, expand, pattern
from timeline.timex.notation import key
from timeline.timex.rule import ANY_ENDING, LONGEST_ENDING, Script, WordClass


class Lexicon:
    """The word classes of a language, to which `words` and `matching` add."""

    def __init__(self, data: Data, table: Table, script: Script) -> None:
        self.data, self.table, self.script = data, table, script
        self.capitals = bool(table.setting("capitals"))
        self._capital = frozenset(table.words("never", "small"))
        self.classes: dict[str, WordClass] = {}
        self._endings = _endings(table)
        self._parted = _keyed(str(table.sections.get("endings", {}).get("after", "")), parted=True)
        self._prefixes = table.words("endings", "before")
        self.ending = f"(?:{'|'.join(pattern for pattern, _, _ in self._endings)})?" if self._endings else ""
        forms = alternatives(map(re.escape, table.words("never", "forms")))
        self._never = rf"(?!(?-i:{forms})(?!\w))" if table.words("never", "forms") else ""
        self.derives = table.derives and bool(script.edge)

    def words(
        self, name: str, field: str, meanings: Mapping[str, object], *, dot: Collection[str] = (), ends: bool = False, least: int = 0
    ) -> None:
        """Add a class of words with a meaning each, if there are any. `dot`: those that a dot may follow. `ends`: the language's
        case endings may follow, save in the forms that the table never reads, and its prefixes stand before. `least`: in a language
        whose endings are not known, stems of so many letters may end in any way."""
        if not meanings:
            return
        if ends and self._prefixes:
            meanings = dict(meanings) | {prefix + word: meaning for word, meaning in meanings.items() for prefix in self._prefixes}
        spelled: dict[str, object] = {}
        for word, meaning in meanings.items():
            spelled.setdefault(fold(word), meaning)
        by_length = sorted(spelled, key=len, reverse=True)
        longest_first = sorted(meanings, key=lambda word: (-len(word), word))
        never = self._never if ends else ""
        pattern = "|".join(self.spelling(word) + (r"\.?" if word.lower() in dot else "") for word in longest_first)
        stems = Stems()
        if least and self.derives:
            plain = {
                word: meaning
                for word, meaning in meanings.items()
                if word.lower() not in dot and not (self.capitals and word != word.lower())
            }
            stems = derive(plain, least=least, marks=self.script.marks, names=field in ("month", "weekday"))
            stems = stems.without({*self.data.months, *self.data.weekdays, *self.data.units}.difference(map(str.lower, meanings)))
            pattern += f"|(?:{stems.pattern()}){self.script.edge}" if stems.pattern() else ""
            for word, meaning in stems.meanings().items():
                spelled.setdefault(fold(word), meaning)

        def read(text: str) -> object:
            low = fold(text)
            for end in range(len(low), 0, -1):  # without a case ending
                if low[:end] in spelled:
                    return spelled[low[:end]]
            return next(spelled[word] for word in by_length if _unspaced(low).startswith(_unspaced(word)))

        first, every = self._keys(meanings, ends)
        first |= {stem + ANY_ENDING for stem in stems.meanings()}
        spelled_out = f"{never}(?:{pattern})" + (self.ending if ends else "")
        self.classes[name] = WordClass(field, spelled_out, read, first, every | first)

    def matching(self, name: str, field: str, pattern: str, read: Callable[[str], object], words: Iterable[str] = ("0",)) -> None:
        """Add a class given by a regular expression; `words` are those that it may hold, "0" for a number."""
        first, inside = self._keys(words, False)
        self.classes[name] = WordClass(field, pattern, read, first, inside.union(self._parted) if "0" in first else inside)

    def spelling(self, word: str) -> str:
        """The regular expression of a word: "5\u6708" also as "05\u6708" and in other digits; with a capital only so or in capitals."""
        pattern = self.script.gap.join(re.escape(piece).replace("'", "['\u2019]") for piece in word.split(" "))
        number = re.match(r"[0-9]+", word)
        if number and "." not in word and "/" not in word:
            zero = "<0>?" if len(number[0]) == 1 else ""
            pattern = r"(?<!\d)" + digits(zero + "".join(f"<{digit}>" for digit in number[0])) + re.escape(word[number.end() :])
        if word != word.lower() and (self.capitals or word.lower() in self._capital):
            pattern = f"(?-i:{pattern}|{pattern.upper() if word.isalpha() else pattern})"
        return pattern + (self.script.edge if word[-1].isalnum() and not self._endings else "")

    def cased(self, word: str) -> str:
        """A word of dateparser's, which writes all in lower case, as a language with capitals writes a noun, or as a word is written
        that in small letters means another."""
        return word[:1].upper() + word[1:] if self.capitals or word in self._capital else word

    def _keys(self, words: Iterable[str], ends: bool) -> tuple[frozenset[str], frozenset[str]]:
        """The words that the scan finds these by: at their beginning, and all of them."""
        first: set[str] = set()
        every: set[str] = set()
        for word in words:
            keys = [key(found) for found in self.script.word.findall(word)]
            if not keys:
                continue
            first.add(keys[0])
            every.update(keys)
            if ends:
                last = (found for _, letters, endings in self._endings if not letters or keys[-1][-1] in letters for found in endings)
                (first if len(keys) == 1 else every).update(keys[-1] + ending for ending in last)
                every.update(self._parted)
        return frozenset(first), frozenset(every | first)


def with_stems(classes: Mapping[str, WordClass]) -> dict[str, WordClass]:
    """The classes, each also found by the words of others that begin with one of its stems."""
    every = frozenset[str]().union(*(known.inside for known in classes.values()))
    stems = {word.removesuffix(ANY_ENDING): word for word in every if word.endswith(ANY_ENDING)}
    begin: dict[str, set[str]] = {}
    for word in every:
        plain = word.removesuffix(ANY_ENDING)
        for end in range(max(1, len(plain) - LONGEST_ENDING), len(plain) + 1):
            if plain[:end] in stems:
                begin.setdefault(stems[plain[:end]], set()).add(word)
    found = {}
    for name, known in classes.items():
        more = frozenset[str]().union(*(begin.get(word, ()) for word in known.first))
        found[name] = replace(known, first=known.first | more, inside=known.inside | more)
    return found


def _endings(table: Table) -> list[tuple[str, str, list[str]]]:
    """Case endings: a regular expression, the letters that they stand after ("" for any) and what the endings are looked up by, without
    those after an apostrophe, which the scan takes for words."""
    found = []
    for name, written in table.sections.get("endings", {}).items():
        where, _, letters = name.partition(" ")
        if where == "after":
            behind = f"(?<=[{letters}])" if letters else ""
            found.append((f"{behind}(?:{pattern(written)})", key(letters) if letters else "", _keyed(written, parted=False)))
    return found


def _keyed(written: str, *, parted: bool) -> list[str]:
    """What endings are looked up by, those after an apostrophe or the others."""
    return list(dict.fromkeys(key(ending.lstrip("'")) for ending in expand(written) if ending.startswith("'") == parted))


def is_han(lexicon: Lexicon) -> bool:
    """Whether a language writes numbers in Chinese characters too."""
    return lexicon.data.code.split("-")[0] in ("zh", "ja", "yue")


def _unspaced(text: str) -> str:
    return text.replace(" ", "").casefold()


def alternatives(patterns: Iterable[str]) -> str:
    """One of several, the longest first; one that never matches where there are none."""
    return "|".join(sorted(patterns, key=lambda pattern: (-len(pattern), pattern))) or "(?!)"


def fold(text: str) -> str:
    """A word as it is looked up: without case, one space between its parts, no dot after it, no zero before it."""
    low = " ".join(text.casefold().replace("i\u0307", "i").replace("\u0131", "i").replace("\u2019", "'").split()).rstrip(".")
    number = re.match(r"\d+", low)
    return str(int(number[0])) + low[number.end() :] if number and not low.isdecimal() else low
