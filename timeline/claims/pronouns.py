"""Put a name in the place of the pronoun that a title begins with, where it is certain whose.

In: a title, and the sentences that stand before it, the nearest last. Out: the title, with the person or organisation that the sentence
before is about, if only one fits; otherwise the title as it was.
"""

from __future__ import annotations

import re
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
    TIME_UNITS,
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
_FARTHEST = 5
"""Sentences that are looked back over, while each goes on about the same or is a quotation."""
_OBJECTS = {"he": frozenset(["him", "his"]), "she": frozenset(["her"])}
_TIMES_OF_DAY = frozenset("noon midday midnight dawn dusk daybreak nightfall sunrise sunset evening night morning afternoon".split())
_UNITS = TIME_UNITS | frozenset(
    "metres meters kilometres kilometers miles feet inches yards tonnes tons litres liters dollars euros pounds crowns percent".split()
)
_QUOTATION = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")
_OWNERS = {"his": "he", "her": "she", "its": "it"}
_OF_SOMEONE = re.compile(  # "her deputy Anna Holt", "under him the board voted"
    r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){1,3}(?=[A-Z][\w'’-]+ [A-Z])"
    r"|(?:[Uu]nder|[Ww]ith|[Aa]fter|[Bb]efore|[Ff]or|[Bb]y|[Ff]rom|[Ii]n|[Ww]ithout) (?:him|it|them)"
    r" (?=(?:it|he|she|they|the|a|an|[A-Z]\w+) )"
)
_BE = frozenset("is was been be being".split())
_IMPERSONAL = frozenset(
    "took takes take taken came comes come mean means meant seem seems seemed appear appears appeared remain remains".split()
)
_TAKEN = frozenset("the over part up on off control charge office possession action its".split())
_PASSIVE = ("ed", "en", "ought", "uilt", "old", "shut", "hit")


def with_name(title: str, before: Sequence[str]) -> str:
    """The title, its leading pronoun replaced where one name fits."""
    title = _OF_SOMEONE.sub("", title, count=1)
    pronoun, _, rest = title.partition(" ")
    kind = _OWNERS.get(pronoun.lower(), pronoun.lower())
    owns = kind != pronoun.lower()
    if kind not in ("he", "she", "it", "they") or not rest or not before:
        return title
    if owns:
        owner = with_name(f"{kind} owned {rest}", before).removesuffix(f" owned {rest}")
        return title if owner == kind else f"{_possessive(owner)} {rest}"
    if kind == "it" and not _is_personal(rest.split()):
        return title
    for sentence in before[: -_FARTHEST - 1 : -1]:
        tokens = _narrated(sentence)
        if not tokens:
            continue  # a quotation
        name = _subject_name(tokens, kind) or _only_other(tokens, kind)
        if name:
            return title if name in rest else f"{name} {rest}"
        if not _goes_on(tokens, kind):
            return title
    return title


def _narrated(sentence: str) -> tuple[Token, ...]:
    """The words outside quotation, who spoke in front: "“…,” said Anna Berg." -> "Anna Berg said"."""
    tokens = tokenise(_QUOTATION.sub("", sentence) if sentence[:1] in '"“' else sentence)
    while tokens and tokens[0].text in ",.;":
        tokens = tokens[1:]
    if len(tokens) > 2 and tokens[0].lower in REPORTING and tokens[0].text.islower():
        end = next((i for i in range(1, len(tokens)) if not tokens[i].is_word or tokens[i].lower in PREPOSITIONS), len(tokens))
        return (*tokens[1:end], tokens[0], *tokens[end:])
    return tokens if any(token.is_word for token in tokens) else ()


def _goes_on(tokens: Sequence[Token], kind: str) -> bool:
    """Whether the sentence goes on about whom the pronoun stands for: it begins with the pronoun, or names nobody else beside it."""
    if _OWNERS.get(tokens[0].lower, tokens[0].lower) == kind:
        return True
    return kind in ("he", "she") and not _OBJECTS[kind].isdisjoint(token.lower for token in tokens) and not _others(tokens, ())


def _possessive(name: str) -> str:
    return name + ("'" if name.endswith("s") else "'s")


def _is_personal(words: Sequence[str]) -> bool:
    """Whether "it" before the words stands for something: "it was sold", but not "it was not clear that"."""
    spoken = [word.lower() for word in words[:8]]
    place = next(
        (i for i, word in enumerate(spoken) if word not in AUXILIARIES and word not in ("not", "also", "n't") and not word.endswith("ly")),
        0,
    )
    if _BE & set(spoken[:place]):
        return spoken[place].endswith(_PASSIVE) and "that" not in spoken
    if spoken[place] == "took" and spoken[place + 1 : place + 2] and spoken[place + 1] in _TAKEN:
        return True
    return spoken[place] not in _IMPERSONAL


def _subject_name(tokens: Sequence[Token], kind: str) -> str:
    """What the sentence of these tokens is about, if it is the only one in it that the pronoun can stand for."""
    if tokens and tokens[0].lower in SUBORDINATORS:
        comma = next((i for i, token in enumerate(tokens) if token.text == ","), -1)
        tokens = tokens[comma + 1 :]
    if len(tokens) > 2 and tokens[0].lower in PREPOSITIONS and tokens[1].lower in _TIMES_OF_DAY:  # "by noon divers had"
        tokens = tokens[2:]
    arranged = arrange(tokens)
    while len(arranged) > 1 and arranged[0].lower in ("about", "around", "nearly", "over") and arranged[1].text[0].isdigit():
        arranged = arranged[1:]
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
        named = head.lower in GROUPS or (head.text.isupper() and len(head.text) > 1) or _is_one_thing(subject, head, rest)
        fits = named and not _is_person(subject, head) and not _is_plural(subject, head) and not _other_groups(rest)
    else:
        fits = _is_plural(subject, head) and not any(_is_plural_word(token.lower) and token.lower not in _UNITS for token in rest)
    if not fits:
        return ""
    return _shown(subject, kind)


def _shown(subject: Sequence[Token], kind: str) -> str:
    """The subject as a title writes it."""
    text = " ".join(token.text for token in _short(subject, _head_of(subject), kind))
    return text.replace(" ’", "’")


def _is_one_thing(subject: Sequence[Token], head: Token, rest: Sequence[Token]) -> bool:
    """Whether the subject is a single thing beside which no other is spoken of as known: "the bridge was closed after a rod broke"."""
    plain = head.text.islower() and subject[0].lower in ("the", "a", "an") and head.lower not in TIME_UNITS | _PEOPLE
    plain &= not any(token.lower in PREPOSITIONS - {"in", "at"} for token in subject)
    end = next((i for i, token in enumerate(rest) if token.lower in SUBORDINATORS), len(rest))
    known = any(token.lower in DETERMINERS - {"a", "an"} for token in rest)
    return plain and not known and not any(token.lower in ("a", "an") for token in rest[:end])


def _only_other(tokens: Sequence[Token], kind: str) -> str:
    """The one person, or the one organisation, that a sentence about something else names: "the court appointed Judge Anna Berg",
    "Mr Lind had led the authority"; "" where there is none or another."""
    verb = verb_of(tokens)
    if not verb or any(token.lower in PRONOUNS for token in tokens):
        return ""
    if kind in ("he", "she"):
        runs = [run for run in _names(tokens) if run[0].lower.rstrip(".") in ROLES | HONORIFICS]
        return _shown(runs[0], kind) if len(runs) == 1 and not _is_someone(tokens[:verb]) and not _others(tokens, runs[0]) else ""
    if kind != "it" or not _is_someone(tokens[:verb]):
        return ""
    places = [i for i, token in enumerate(tokens) if token.lower in DETERMINERS]
    if len(places) != 1 or places[0] < verb or tokens[places[0]].lower != "the":
        return ""
    end = next((i + 1 for i in range(places[0], min(places[0] + 6, len(tokens))) if tokens[i].lower in GROUPS), 0)
    return " ".join(token.text for token in tokens[places[0] + 1 : end]) if not _other_groups(tokens[end:]) else ""


def _names(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The runs of two or more capitalised words."""
    runs, start = [], 0
    for i in range(len(tokens) + 1):
        if i < len(tokens) and tokens[i].text[0].isupper():
            continue
        if i - start > 1:
            runs.append(tokens[start:i])
        start = i + 1
    return runs


def _is_someone(subject: Sequence[Token]) -> bool:
    """Whether a person stands in the subject."""
    words = {token.lower.rstrip(".") for token in subject}
    return bool(words & (_PEOPLE | HONORIFICS)) or _is_person(subject, _head_of(subject))


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
