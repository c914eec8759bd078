"""Put who or what a clause is about in front, and leave out what only accompanies it.

In: the tokens of a clause. Out: the same tokens in a title's order: without a fronted phrase ("In a ruling, the court …"), without
what stands between commas after the subject ("Berg, the mayor, resigned"), and with the subject before an inverted verb
("Killed were three …" -> "Three … were killed").
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.claims.english import (
    AUXILIARIES,
    DETERMINERS,
    FRONTS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    SUBORDINATORS,
    is_finite_verb,
)
from timeline.claims.tokens import Token

_LINKS = frozenset("and but yet so".split())
_STOPS = RELATIVES | SUBORDINATORS | PRONOUNS | {"and", "or", "but", "what"}
_BE = frozenset("is are was were".split())
_COMMAS = frozenset([",", "—", "–"])
_SIDES = frozenset("left right center centre".split())
_LONGEST_ROLE = 5
_INVERTED_ING = frozenset("making leading joining heading attending including representing missing standing sitting accompanying".split())


def arrange(tokens: Sequence[Token], date_at: int | None = None) -> list[Token]:
    """The tokens in a title's order. `date_at` is the offset of the date, which is no longer among them: a participle in front
    that it belongs to becomes the verb ("Born [in 1932] in Oslo, the painter fled" -> "the painter born in Oslo")."""
    start = 0
    while start < len(tokens) - 1 and tokens[start].lower in _LINKS:
        start += 1
    left = _straightened(list(tokens[start:]))
    for _ in range(4):
        shorter = _without_one_phrase(left, date_at)
        if shorter == left:
            break
        left = shorter
    return left


def verb_of(tokens: Sequence[Token]) -> int | None:
    """The index of the first finite verb, None where there is none."""
    first = next((i for i in range(len(tokens)) if is_finite_verb(tokens[i].lower, tokens[i - 1].lower if i else "")), None)
    if not first or not tokens[first].lower.endswith("ed") or first + 1 >= len(tokens):
        return first
    if tokens[first + 1].lower not in PREPOSITIONS:
        return first
    for i in range(first + 2, len(tokens)):  # "the wells designed to close the leak are ready"
        word = tokens[i].lower
        if not tokens[i].is_word or word in _STOPS:
            return first
        if word in AUXILIARIES and tokens[i].text[0].islower() and word not in ("be", "been", "being", "having", "have", "do"):
            return i
    return first


def _straightened(tokens: list[Token]) -> list[Token]:
    """The subject in front where the clause begins with what is said of it: a participle, or "among those …"."""
    if len(tokens) < 4:
        return tokens
    first = tokens[0].lower
    if not (first in PARTICIPLES or first == "among" or first in _INVERTED_ING or (len(first) > 4 and first.endswith("ed"))):
        return tokens
    verb = next((i for i, token in enumerate(tokens[:14]) if i and token.lower in _BE), None)
    if verb is None or (verb > 1 and first != "among" and tokens[1].lower not in PREPOSITIONS):
        return tokens  # "injured people were …"
    if verb + 2 > len(tokens) or any(token.text in _COMMAS for token in tokens[:verb]):
        return tokens
    following = tokens[verb + 1]
    if not (
        following.lower in DETERMINERS
        or following.text[0].isupper()
        or following.text[0].isdigit()
        or first in PARTICIPLES
        or first == "among"
    ):
        return tokens
    end = next((i for i in range(verb, len(tokens)) if tokens[i].text in ";:"), len(tokens))
    while not tokens[end - 1].is_word and tokens[end - 1].text not in '"”’)':
        end -= 1
    head = tokens[0]._replace(text=tokens[0].text.lower())
    return [*tokens[verb + 1 : end], tokens[verb], head, *tokens[1:verb]]


def _without_one_phrase(tokens: list[Token], date_at: int | None) -> list[Token]:
    """One step of `arrange`."""
    commas = _commas(tokens)
    if not commas or not commas[0]:
        return tokens
    first = commas[0]
    head, rest = tokens[:first], tokens[first + 1 :]
    explains = head[0].lower in PREPOSITIONS and any(token.lower in RELATIVES for token in head)  # "in a sign that talks went on,"
    if not rest or (_verb_within(head) and not explains):
        return tokens
    holds_date = date_at is not None and head[0].start <= date_at < rest[0].start
    if _is_front(head):
        subject_end = verb_of(rest)
        if subject_end == 0 and len(commas) > 1 and _is_participle(rest[0]):  # "in an address, broadcast from the capital, the king said"
            return tokens[commas[1] + 1 :]
        if not subject_end or rest[0].lower in ("and", "or"):
            return tokens
        if holds_date and _is_participle(head[0]):
            until = next((comma - first - 1 for comma in commas[1:]), subject_end)
            return [*rest[: min(until, subject_end)], head[0]._replace(text=head[0].text.lower()), *head[1:]]
        return rest
    return _without_apposition(tokens, commas, date_at)


def _without_apposition(tokens: list[Token], commas: list[int], date_at: int | None) -> list[Token]:
    """The subject and its verb, without what stands between commas there."""
    first = commas[0]
    closing = next((comma for comma in commas[1:] if _opens_with_verb(tokens, comma + 1)), None)
    if closing is None or sum(token.text in '"“”' for token in tokens[first : closing + 1]) % 2:
        if len(commas) == 1 and _opens_with_verb(tokens, first + 1) and not _reports(tokens, first + 1):
            return tokens[:first] + tokens[first + 1 :]
        if len(commas) == 1 and _is_place(tokens[:first]) and verb_of(tokens[first + 1 :]) and not tokens[first + 1].text[0].isupper():
            return tokens[first + 1 :]
        return tokens
    inside = tokens[first + 1 : closing]
    if date_at is not None and tokens[first].start < date_at < tokens[closing].start and any(_is_participle(token) for token in inside[:2]):
        return tokens[:first] + inside
    if len(inside) == 1 and inside[0].lower in _SIDES:
        return tokens[:first] + tokens[closing + 1 :]
    if _opens_with_verb(tokens, first + 1) and not _is_participle(tokens[first + 1]) and not inside[0].lower.endswith("ed"):
        return tokens
    if _is_list(inside):
        return tokens
    definite = tokens[0].lower in DETERMINERS - {"a", "an"} or tokens[0].text.endswith(("'s", "’s"))
    named = _is_name(inside) and definite and first <= _LONGEST_ROLE and tokens[first - 1].text[0].islower()
    return tokens[:first] + (inside if named else []) + tokens[closing + 1 :]


def _commas(tokens: Sequence[Token]) -> list[int]:
    """Indexes of the commas and dashes outside quotation marks and parentheses."""
    found, quoted, depth = [], False, 0
    for i, token in enumerate(tokens):
        if token.text in '"“”':
            quoted = not quoted
            if not quoted and tokens[i - 1].text == ",":
                found.append(i)
        elif token.text in "()":
            depth += 1 if token.text == "(" else -1
        elif token.text in _COMMAS and not quoted and depth <= 0:
            found.append(i)
    return found


def _is_front(head: Sequence[Token]) -> bool:
    """Whether a clause's first words, up to a comma, are no subject: "in a ruling", "having pleaded guilty", "earlier"."""
    word = head[0].lower
    if word in ("at", "about", "around", "over", "up", "between", "nearly") and len(head) > 1 and _counts(head[1]):
        return False
    if word in PREPOSITIONS or word in FRONTS or _is_participle(head[0]):
        return True
    return (len(word) > 5 and word.endswith("ing") and len(head) > 1) or (word.endswith("ly") and len(head) < 3)


def _counts(token: Token) -> bool:
    return token.lower in ("least", "most", "to") or token.text[0].isdigit()


def _is_participle(token: Token) -> bool:
    return token.lower in PARTICIPLES or (len(token.text) > 4 and token.lower.endswith("ed") and is_finite_verb(token.lower))


def _verb_within(head: Sequence[Token]) -> bool:
    """Whether the words hold a verb; a participle that they begin with, or that follows a noun ("gang armed with knives"), is none, save
    where it has an object ("soldiers surrounded the village")."""
    return any(
        is_finite_verb(token.lower, head[i].lower)
        and (token.lower in AUXILIARIES or not _is_participle(token) or (i + 2 < len(head) and head[i + 2].lower in DETERMINERS))
        for i, token in enumerate(head[1:])
    )


def _opens_with_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a finite verb stands at `i`, or behind an adverb."""
    if i < len(tokens) and (tokens[i].lower.endswith("ly") or tokens[i].lower in ("also", "first", "then", "now", "later", "once")):
        i += 1
    return i < len(tokens) and is_finite_verb(tokens[i].lower)


def _reports(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].lower in REPORTING


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether the words are a name, "of" somewhere perhaps."""
    end = next((i for i, token in enumerate(tokens) if token.lower == "of"), len(tokens))
    tokens = tokens[:end]
    return 1 < len(tokens) < 5 and all(
        token.text[0].isupper() or token.lower in ("de", "van", "von", "al", "bin", "der") for token in tokens
    )


def _is_place(tokens: Sequence[Token]) -> bool:
    """Whether the words can be the rest of "In Houston, Texas,"."""
    return 0 < len(tokens) < 3 and all(
        token.text[0].isupper() and token.lower not in PRONOUNS and token.lower not in DETERMINERS for token in tokens
    )


def _is_list(inside: Sequence[Token]) -> bool:
    """Whether what stands between commas goes on a list of names: "Egypt, Cyprus and France, met"."""
    words = {token.lower for token in inside}
    return bool({"and", "or"} & words) and inside[0].text[0].isupper()
