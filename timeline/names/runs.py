"""Words that stand together in capitals: what a name can be.

In: the text of a sentence. Out: its words, and runs of them: words with a capital, and small ones between them where a name may go on
("Ministry of Justice", "Vincent van Gogh"). What a run names is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.names.tables import first_names, organisations, places, words

_WORD = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[^\W\d_]\w*(?:[.'’&-]\w+)*|\d[\w.,-]*|&(?=\s)")
_ABBREVIATED = re.compile(
    r"[A-Z]|Inc|Corp|Ltd|Co|Bros|Jr|Sr|St|Mt|Dr|Mr|Mrs|Ms|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Prof|Rev|Pres|Cmdr|Adm|Maj|Det|Supt|Insp|Amb|Hon|Fr|Cpl|Brig"
)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_ARTICLE_AND_NAME = re.compile(r"(?:al|el)-[A-Z]|d['’][A-Z]")
_TAIL = re.compile(
    r"-(?:based|led|backed|born|controlled|held|era|style|wide|bound|linked|owned|funded|occupied|run|sponsored|supported|trained|made"
    r"|speaking|level|ruled|dominated|registered|flagged|operated|built|brokered|mediated|appointed|elected|educated|type|related|\w{3,}ed|\w{4,}ing)\Z"
)
_APOSTROPHES = frozenset("'’")
_MARKS = _APOSTROPHES | {"."}
"""What may belong to the word that it follows."""
_JOINS = re.compile(r"[ \t]*\n?[ \t]*")
_LONGEST = 14
"""Words of the longest run."""
_SMALL = frozenset("a an the in on of and for at to with but by from or is was".split())
"""Words that have a capital within a run only where all words have one."""
_SMALL_AT_START = _SMALL - {"the"}
_OWNERS = frozenset(
    "people workers women children men farmers teachers doctors lawyers writers students girls mothers players peoples".split()
)
"""Whose organisations have them in their name: "People's Liberation Army"."""
_OF_PLACE = frozenset("gulf bay strait straits isle cape sea horn port lake mount duchy house".split())


class Word(NamedTuple):
    """A word of a sentence, by its offsets there, without the 's that `possessive` tells of; `lower` is it in small letters."""

    text: str
    start: int
    end: int
    possessive: bool
    capital: bool
    lower: str


Run = tuple[Word, ...]


def split_words(text: str) -> list[Word]:
    """The words of a sentence. An abbreviation keeps its full stop; "&" between names is a word. "Oslo-based" is what belongs to Oslo,
    and "Taliban-held" no name."""
    found = []
    for match in _WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        following = text[end : end + 1]
        if word.isalpha() and following not in _MARKS:  # most are
            found.append(Word(word, start, end, False, word[0].isupper(), word.lower()))
            continue
        if "-" in word and (tail := _TAIL.search(word)):
            based = tail[0] == "-based"
            found.append(_word(word[: tail.start()] if based else word.lower(), start, end - len(tail[0]) if based else end, based))
            continue
        possessive = _POSSESSIVE.search(word) if "'" in word or "’" in word else None
        if possessive and len(word) > 2:
            word, end = word[: possessive.start()], end - len(possessive[0])
        elif following in _APOSTROPHES and word.endswith("s") and word[0].isupper() and text[end + 1 : end + 2] == " ":
            found.append(_word(word, start, end, True))
            continue
        elif following == "." and _ABBREVIATED.fullmatch(word):
            word, end = word + ".", end + 1
        found.append(_word(word, start, end, bool(possessive)))
    return found


def _word(text: str, start: int, end: int, possessive: bool) -> Word:
    capital = text[0].isupper() or (("-" in text or text[0] == "d") and bool(_ARTICLE_AND_NAME.match(text)))
    return Word(text, start, end, possessive, capital, text.lower())


def runs(text: str, tokens: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The runs of a sentence's words, as half-open ranges of their indexes, in order."""
    never = words().never
    position = 0
    while position < len(tokens):
        if (
            not tokens[position].capital
            or tokens[position].lower in _SMALL_AT_START
            or (tokens[position].lower in never and not _titled(tokens, position))
        ):
            position += 1
            continue
        end = position + 1
        while (after := _goes_on(text, tokens, position, end)) > end:
            end = after
        yield position, end
        position = end


def _titled(tokens: Sequence[Word], position: int) -> bool:
    """Whether a word that is part of no name opens one all the same: "Mr. Berg", "Islamic State"."""
    two = " ".join(token.text for token in tokens[position : position + 2])
    return tokens[position].lower.rstrip(".") in words().honorifics or two in organisations()


def _goes_on(text: str, tokens: Sequence[Word], begin: int, end: int) -> int:
    """Where a run from `begin` ends that goes on after `end`; `end` where it does not."""
    if end >= len(tokens) or end - begin >= _LONGEST or not _beside(text, tokens[end - 1], tokens[end]):
        return end
    table, last, word = words(), tokens[end - 1], tokens[end]
    if last.possessive and last.lower in _OWNERS and word.capital:
        return end + 1
    if last.possessive:
        named = " ".join(token.text for token in tokens[begin:end])
        owned = word.capital and word.lower in table.organisation_heads and named not in places() and last.lower not in table.demonyms
        return end + 1 if owned and named not in ("Britain",) else end
    if word.capital:
        month_in_name = word.lower in ("may", "april", "june", "august") and end - begin == 1 and last.text in first_names()
        if word.lower in _SMALL:
            return end
        return end if word.lower in table.never and not _titled(tokens, end) and not month_in_name else end + 1
    if word.text == "&":
        return end + 2 if end + 1 < len(tokens) and tokens[end + 1].capital else end
    small = end
    while small < len(tokens) and small - end < 3 and not tokens[small].capital and _beside(text, tokens[small - 1], tokens[small]):
        small += 1
    if small == len(tokens) or not tokens[small].capital or not _beside(text, tokens[small - 1], tokens[small]):
        return end
    joint = tuple(token.text for token in tokens[end:small])
    inside = {token.lower for token in tokens[begin:end]}
    if all(part in table.particles for part in joint) and tokens[small].lower not in table.never:
        return small + 1
    if joint in (("of",), ("of", "the"), ("for",), ("for", "the"), ("on",), ("on", "the"), ("against",), ("without",)):
        heads = table.organisation_heads | (table.roles if joint[0] in ("of", "for") else frozenset()) | _OF_PLACE
        chained = joint[0] == "of" and not {"for", "of"}.isdisjoint(inside) and not table.organisation_heads.isdisjoint(inside)
        return small + 1 if (last.lower in heads or chained) and tokens[small].lower not in table.never else end
    if joint in (("and",), ("and", "the")):
        listed = inside & table.organisation_heads and {"of", "for", "on"} & {token.text for token in tokens[begin:end]}
        return small + 1 if listed and tokens[small].lower not in table.roles else end
    return end


def _beside(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but white space stands between two words."""
    between = text[left.end : right.start]
    return between == " " or bool(_JOINS.fullmatch(between.removeprefix("'s").removeprefix("’s").removeprefix("'").removeprefix("’")))
