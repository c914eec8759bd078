"""Endings that a language's data does not list: the form of a word that a text may hold beside those that are known.

In: the known forms of words. Out: `Stems`, what such a form begins with and how it may go on. Three ways of declension cover most: an
ending joins the word (Finnish `tammikuu-n`, Hungarian `péntek-en`), takes the place of its last vowel (Croatian `subot-u`) or of an
ending in s (Latvian `janvār-ī`), or drives out the vowel before its last letter (Czech `led-e-n`, `ledn-a`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from timeline.timex.rule import LONGEST_ENDING

_VOWELS = "aeiouyáàâäãåāąăéèêëēėęěíìîïīįıóòôöõőōúùûüűūųůýøæœαεηιουωάέήίόύώϊϋΐΰаеёиіїоуыэюяєъ"
_FLEETING = re.compile(rf"(.+)[aeoаеоъ]([^\W\d_]j|[^\W\d_{_VOWELS}])")


@dataclass(frozen=True, slots=True)
class Stems:
    """Meanings by stem: `open` are words that an ending may join, `cut` those that go on with a vowel, `little` those so
    short that no more than one case ending is known for them. `marks` are those that the
    script writes over and under letters, `ending` how the cut ones go on."""

    open: dict[str, object] = field(default_factory=dict)
    cut: dict[str, object] = field(default_factory=dict)
    little: dict[str, object] = field(default_factory=dict)
    marks: str = ""
    ending: str = ""

    def pattern(self) -> str:
        """The regular expression of all the forms, "" where there are none."""
        letter = rf"(?:[^\W\d_]|[{self.marks}])" if self.marks else r"[^\W\d_]"
        ways = (
            (self.open, f"{letter}{{0,{LONGEST_ENDING}}}"),
            (self.cut, f"[{_VOWELS}]{letter}{{0,2}}"),
            (self.little, f"[{_VOWELS}][mм]?"),
        )
        return "|".join(f"(?:{'|'.join(sorted(map(re.escape, stems), key=len, reverse=True))}){rest}" for stems, rest in ways if stems)

    def without(self, others: Iterable[str]) -> Stems:
        """The same without what other words begin with: the "månd" of Swedish month, månad, is that of Monday, måndag."""
        begin = {word[:end] for word in others for end in range(1, len(word) + 1)}
        return replace(self, cut={stem: meaning for stem, meaning in self.cut.items() if stem not in begin})

    def meanings(self) -> Mapping[str, object]:
        """What each stem means."""
        return {**self.little, **self.cut, **self.open}


def derive(words: Mapping[str, object], *, least: int, marks: str = "", names: bool = False) -> Stems:
    """The stems of `words` that have at least `least` letters; a short word goes on with a vowel alone, in a script without marks.
    `names`: of months and days, which have fewer endings than what agrees with them. A stem that words of two meanings share is
    left out."""
    stems = Stems(marks=marks, ending=f"[{_VOWELS}]{{1,2}}[m\u043c]?" if names else "")
    known = {word.lower(): meaning for word, meaning in words.items() if word[-1].isalpha() or marks}
    known = {word: meaning for word, meaning in known.items() if " " not in word and len(word) >= least}
    several: set[str] = set()
    for word, meaning in known.items():
        for stem in _cut(word) if not marks else ():
            if len(stem) >= least and stem not in known and stems.cut.setdefault(stem, meaning) != meaning:
                several.add(stem)
        (stems.open if len(word) >= 5 or marks else stems.cut if len(word) == 4 else stems.little)[word] = meaning
    for stem in several:
        del stems.cut[stem]
    return stems


def _cut(word: str) -> list[str]:
    found = []
    if word[-1] in _VOWELS:
        found.append(word[:-1])
    if word[-1] in "sšς":
        found.append(word[:-1].rstrip(_VOWELS))
    if fleeting := _FLEETING.fullmatch(word):
        found.append(fleeting[1] + fleeting[2])
    return found
