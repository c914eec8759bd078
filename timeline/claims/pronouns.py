"""Put a name in the place of the pronoun that a title begins with, where it is certain whose.

In: a title, and the sentences that stand before it, the nearest last. Out: the title, with the person or organisation that the sentence
before is about, if only one fits; otherwise the title as it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.claims.arranging import arrange, verb_of
from timeline.claims.english import (
    AUXILIARIES,
    DETERMINERS,
    FRONTS,
    GROUPS,
    HONORIFICS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    ROLES,
    SUBORDINATORS,
)
from timeline.claims.tokens import Token, tokenise

_PEOPLE = (
    frozenset(
        "man woman boy girl suspect victim driver teenager gunman attacker killer teacher student doctor nurse father mother son daughter"
        " actor actress player striker defender goalkeeper champion boxer pilot soldier".split()
    )
    | ROLES
)
_LONGEST_SUBJECT = 9
_FARTHEST = 3
"""Sentences that are looked back over, while each begins with the same pronoun."""
_BE = frozenset("is was been be being".split())
_IMPERSONAL = frozenset(
    "took takes take taken came comes come mean means meant seem seems seemed appear appears appeared remain remains".split()
)
_PASSIVE = ("ed", "en", "ought", "uilt", "old", "shut", "hit")


def with_name(title: str, before: Sequence[str]) -> str:
    """The title, its leading pronoun replaced where one name fits."""
    pronoun, _, rest = title.partition(" ")
    kind = pronoun.lower()
    if kind not in ("he", "she", "it", "they") or not rest or not before:
        return title
    if kind == "it" and not _is_personal(rest.split()):
        return title
    for sentence in before[: -_FARTHEST - 1 : -1]:
        tokens = tokenise(sentence)
        name = _subject_name(tokens, kind)
        if name:
            return title if name in rest else f"{name} {rest}"
        if not tokens or tokens[0].lower != kind:
            return title
    return title


def _is_personal(words: Sequence[str]) -> bool:
    """Whether "it" before the words stands for something: "it was sold", but not "it was not clear that"."""
    spoken = [word.lower() for word in words[:8]]
    place = next(
        (i for i, word in enumerate(spoken) if word not in AUXILIARIES and word not in ("not", "also", "n't") and not word.endswith("ly")),
        0,
    )
    if _BE & set(spoken[:place]):
        return spoken[place].endswith(_PASSIVE) and "that" not in spoken
    return spoken[place] not in _IMPERSONAL


def _subject_name(tokens: Sequence[Token], kind: str) -> str:
    """What the sentence of these tokens is about, if it is the only one in it that the pronoun can stand for."""
    if tokens and tokens[0].lower in SUBORDINATORS:
        comma = next((i for i, token in enumerate(tokens) if token.text == ","), -1)
        tokens = tokens[comma + 1 :]
    arranged = arrange(tokens)
    while arranged and arranged[0].lower in FRONTS | {",", '"', "“", "."}:
        arranged = arranged[1:]
    verb = verb_of(arranged)
    if not verb or verb > _LONGEST_SUBJECT:
        return ""
    subject = arranged[:verb]
    while subject and (subject[-1].lower.endswith("ly") or subject[-1].lower == "also" or not subject[-1].is_word):
        subject = subject[:-1]
    if not subject or any(token.text in ",;:—–" or token.lower in PRONOUNS for token in subject) or subject[0].lower in PREPOSITIONS:
        return ""
    head = _head_of(subject)
    rest = [token for token in tokens if token.start > subject[-1].end]
    if kind in ("he", "she"):
        fits = _is_person(subject, head) and not _others(rest, subject)
    elif kind == "it":
        named = head.lower in GROUPS or (head.text.isupper() and len(head.text) > 1)
        fits = named and not _is_person(subject, head) and not _is_plural(subject, head) and not _other_groups(rest)
    else:
        fits = _is_plural(subject, head) and not any(_is_plural_word(token.lower) for token in rest)
    if not fits:
        return ""
    shown = _short(subject, head, kind)
    text = " ".join(token.text for token in shown)
    return text.replace(" ’", "’")


def _head_of(subject: Sequence[Token]) -> Token:
    """The noun that a noun phrase is about: the last word before "of", "in" and the like."""
    place = next((i for i, token in enumerate(subject) if i and token.lower in PREPOSITIONS), len(subject))
    return subject[place - 1]


def _is_person(subject: Sequence[Token], head: Token) -> bool:
    words = {token.lower.rstrip(".") for token in subject}
    if head.lower in GROUPS or (words & GROUPS and not words & (ROLES | HONORIFICS)):
        return False
    if words & (_PEOPLE | HONORIFICS) and not _is_plural_word(head.lower):
        return head.lower in _PEOPLE or head.text[0].isupper()
    name = [token for token in subject if token.text[0].isupper() and not token.text.isupper()][-2:]
    return len(name) == 2 and list(subject[-2:]) == name and name[0].lower not in DETERMINERS


def _is_plural(subject: Sequence[Token], head: Token) -> bool:
    words = [token.lower for token in subject]
    return (
        "and" in words or _is_plural_word(head.lower) or head.lower in ("police", "people") or words[0] in ("two", "three", "four", "five")
    )


def _is_plural_word(word: str) -> bool:
    return word in ("people", "men", "women", "children", "police") or (
        len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")) and word.isalpha()
    )


def _others(tokens: Sequence[Token], subject: Sequence[Token]) -> bool:
    """Whether another person stands among the tokens: two capitalised words in a row that no place's preposition leads, or a role."""
    own = {token.text for token in subject}
    for i, token in enumerate(tokens):
        if token.lower in _PEOPLE and token.text not in own:
            return True
        if i and token.text[0].isupper() and tokens[i - 1].text[0].isupper() and not {token.text, tokens[i - 1].text} & own:
            led_by = tokens[i - 2].lower if i > 1 else ""
            if led_by not in ("in", "at", "near", "from", "of", "the") and token.lower not in GROUPS:
                return True
        if i and token.text[0].isupper() and tokens[i - 1].lower in REPORTING | {"with", "by", "against"}:
            return True
    return False


def _other_groups(tokens: Sequence[Token]) -> bool:
    return any(token.lower in GROUPS or (token.text.isupper() and len(token.text) > 1 and token.text.isalpha()) for token in tokens)


def _short(subject: Sequence[Token], head: Token, kind: str) -> Sequence[Token]:
    """The subject as a title names it: without its article, a person without the role before the name."""
    shown = [token for i, token in enumerate(subject) if i or token.lower not in DETERMINERS]
    if kind in ("he", "she") and head.text[0].isupper():
        start = len(shown)
        while start and shown[start - 1].text[0].isupper() and shown[start - 1].lower not in ROLES:
            start -= 1
        return shown[start:] if len(shown) - start > 1 else shown
    return shown
