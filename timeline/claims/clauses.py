"""Find the clause that a place in a sentence belongs to.

In: a sentence. Out: its clauses: for each who or what it is about, and its words in order, without the clauses
inside it ("the summit that begins November 11" has two). Read from left to right with a stack: a relative pronoun, a
subordinating word or a reporting verb opens a clause, a comma after its verb closes it.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.claims.english import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    ROLES,
    SUBORDINATORS,
    is_finite_verb,
)
from timeline.claims.openings import COORDINATORS, REPORTING_VERBS, distance_to_verb, is_inside_number, opening, word_before_date
from timeline.claims.tokens import Token, tokenise

_DEEPEST = 3
"""Clauses inside clauses that one title may hold."""
_LONGEST_SUBJECT = 25
_LONGEST_OWNER = 5
_OBJECTS = frozenset("them us him me".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """`subject` is the noun phrase that a relative clause is about, () for other clauses. `tokens` are the clause's own; `full`
    holds those of the clauses too that hang on it without a comma ("the man who fell", "ruled that …", "were hurt when …")."""

    subject: tuple[Token, ...]
    tokens: tuple[Token, ...]
    full: tuple[Token, ...]
    reported_by: int = -1
    """The number of the clause that says who said this one."""
    relative: bool = False
    time_of: int = -1
    """The number of the clause that it tells the time of: "died when the roof fell"."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence in clauses: its tokens behind the dateline, for each the number of its clause, and the clauses."""

    sentence: str
    tokens: tuple[Token, ...]
    numbers: tuple[int, ...]
    clauses: tuple[Clause, ...]

    def number_at(self, offset: int) -> int:
        """The number of the innermost clause with a verb that holds the offset."""
        if not self.tokens:
            return 0
        index = bisect.bisect_right(self.tokens, offset, key=lambda token: token.end)
        return self.numbers[min(index, len(self.tokens) - 1)]

    def about(self, offset: int) -> int:
        """The number of the relative clause that is about the noun at the offset, where that stands behind the verb of its own clause
        ("found guilty in the 2009 crash, which killed 228"); else that of its own."""
        number = self.number_at(offset)
        own = self.clauses[number].tokens
        verb = next((i for i, token in enumerate(own) if is_finite_verb(token.lower, own[i - 1].lower if i else "")), len(own))
        if not any(token.start < offset for token in own[verb:]):
            return number
        holding = (i for i, clause in enumerate(self.clauses) if any(token.start <= offset < token.end for token in clause.subject))
        return next((i for i in holding if i > number), number)


@dataclass(slots=True)
class _Open:
    kind: str
    number: int
    has_verb: bool = False


@dataclass(slots=True)
class _Tree:
    """For each token the number of its clause, negative where it only opens it; for each clause its kind, the token that opened it,
    its parent, and whether it hangs on that without a comma."""

    owner: list[int]
    kinds: list[str]
    opened_at: list[int]
    parents: list[int]
    attached: list[bool]


def parse(sentence: str, begin: int = 0, dates: Sequence[tuple[int, int]] = ()) -> Clauses:
    """Divide a sentence, from the offset `begin` on, into its clauses; `dates` are its temporal expressions, as offsets in order.

    A clause without a verb counts with the one around it, and one that is reported ("Berg said that …") also belongs to the
    clause that reports it. Verbs that share a subject are parted where each has its date ("was born in 1960 and died in 2020").
    """
    tokens = [token for token in tokenise(sentence) if token.start >= begin]
    dated = _dated(tokens, dates)
    words = [token.lower for token in tokens]
    verbs = [not date and is_finite_verb(word, before) for word, before, date in zip(words, ["", *words], dated, strict=False)]
    tree = _assign(tokens, dated, verbs)
    owner, kinds, parents = tree.owner, tree.kinds, tree.parents
    has_verb = [False] * len(kinds)
    for is_verb, number in zip(verbs, owner, strict=True):
        if is_verb and number >= 0:
            has_verb[number] = True
    counted = list(range(len(kinds)))
    for number in counted[1:]:  # parents come before their clauses
        if not has_verb[number]:
            counted[number] = counted[parents[number]]
    own: list[list[Token]] = [[] for _ in kinds]
    for token, number in zip(tokens, owner, strict=True):
        if number < 0:
            continue
        own[number].append(token)
        if kinds[number] == "complement":
            own[parents[number]].append(token)
    subjects: list[tuple[Token, ...]] = []
    for kind, at, parent in zip(kinds, tree.opened_at, parents, strict=True):
        shared = subjects[parent] + _before_verb(own[parent]) if kind == "shared" else ()
        named = kind == "relative" and tokens[at].lower != "where"
        within = named and tokens[at].lower == "which" and tokens[at - 1].lower in PREPOSITIONS and tree.owner[at - 1] < 0
        subject = _named_before(tokens, _antecedent(tokens, at)) if named and not within else shared  # "a letter in which she warned"
        if named and tokens[at].lower == "whose":
            subject = _possessive(subject)
        subjects.append(subject)
    full = _with_attached(tokens, tree)
    reporters = [parent if kind == "complement" else -1 for kind, parent in zip(kinds, parents, strict=True)]
    times = [
        parent if attached and tokens[at].lower in ("when", "until") else -1
        for attached, at, parent in zip(tree.attached, tree.opened_at, parents, strict=True)
    ]
    clauses = tuple(
        Clause(subject, tuple(words), tuple(more), reporter, kind == "relative", time)
        for subject, words, more, reporter, kind, time in zip(subjects, own, full, reporters, kinds, times, strict=True)
    )
    return Clauses(sentence, tuple(tokens), tuple(counted[abs(number)] for number in owner), clauses)


def _with_attached(tokens: Sequence[Token], tree: _Tree) -> list[list[Token]]:
    """For each clause its tokens and those of the clauses that hang on it."""
    full: list[list[Token]] = [[] for _ in tree.kinds]
    for token, number in zip(tokens, tree.owner, strict=True):
        opens, number = number < 0, abs(number)
        if not opens:
            full[number].append(token)
        elif tree.kinds[number] == "complement":
            continue
        for _ in range(_DEEPEST):
            if not tree.attached[number]:
                break
            number = tree.parents[number]
            full[number].append(token)
    return full


def _dated(tokens: Sequence[Token], dates: Sequence[tuple[int, int]]) -> list[bool]:
    """For each token whether it is part of a temporal expression."""
    dated, upcoming = [], 0
    for token in tokens:
        while upcoming < len(dates) and dates[upcoming][1] <= token.start:
            upcoming += 1
        dated.append(upcoming < len(dates) and dates[upcoming][0] <= token.start)
    return dated


def _before_verb(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a clause before its verb: its subject."""
    before = ""
    for i, token in enumerate(tokens[:_LONGEST_SUBJECT]):
        if is_finite_verb(token.lower, before):
            return tuple(tokens[:i])
        before = token.lower
    return ()


def _assign(tokens: Sequence[Token], dated: list[bool], verbs: list[bool]) -> _Tree:
    """Read the tokens from left to right, and give each to its clause."""
    tree = _Tree([], ["main"], [0], [0], [False])
    stack = [_Open("main", 0)]
    verb_ahead = distance_to_verb(tokens, verbs)
    last_date = max((i for i, is_date in enumerate(dated) if is_date), default=-1)
    last_verb = max((i for i, is_verb in enumerate(verbs) if is_verb), default=-1)
    date_in_clause = False  # since the last "and" that parted two verbs
    for i, token in enumerate(tokens):
        date_in_clause |= dated[i]
        kind = opening(tokens, i, dated, verb_ahead, stack[-1].has_verb, date_in_clause and i < last_date and not verbs[i - 1])
        if token.text in ",;—–" and not is_inside_number(tokens, i):
            while stack[-1].has_verb and stack[-1].kind not in ("main", "coordinate", "shared"):
                stack.pop()
        closes = verbs[i] and stack[-1].kind == "relative" and stack[-1].has_verb and not stack[-2].has_verb
        if closes and _begins_predicate(tokens, i, is_last=i == last_verb):
            stack.pop()
        if kind:
            date_in_clause &= kind not in ("coordinate", "shared")
            tree.parents.append(stack[-1].number)
            tree.kinds.append(kind)
            tree.opened_at.append(i)
            tree.attached.append(_is_attached(tokens, i, kind, stack[-1].has_verb))
            stack.append(_Open(kind, len(tree.kinds) - 1))
            # The word that opens it is no part of it, except where the clause begins without such a word.
            only_opens = token.lower in SUBORDINATORS | RELATIVES | COORDINATORS or token.text == ";"
            stays = token.lower == "that" and kind == "complement" and word_before_date(tokens, i, dated) not in REPORTING_VERBS
            tree.owner.append(stack[-2].number if stays else -stack[-1].number if only_opens else stack[-1].number)
            stack[-1].has_verb = verbs[i] and not only_opens
            if kind == "relative" and i and tokens[i - 1].lower in PREPOSITIONS and tree.owner[i - 1] == stack[-2].number:
                tree.owner[i - 1] = -stack[-1].number  # "under which"
            continue
        stack[-1].has_verb |= verbs[i]
        tree.owner.append(stack[-1].number)
    return tree


def _is_attached(tokens: Sequence[Token], i: int, kind: str, after_verb: bool) -> bool:
    """Whether the clause that the token at `i` opens hangs on the one around it: no comma parts them, and it is not in front."""
    before = tokens[i - 1] if i else None
    if before is not None and before.lower in PREPOSITIONS and i > 1:  # ", under which"
        before = tokens[i - 2]
    if before is None or before.text in ",;—–(":
        return False
    return kind in ("relative", "complement") or (kind == "subordinate" and after_verb)


def _begins_predicate(tokens: Sequence[Token], i: int, *, is_last: bool) -> bool:
    """Whether the verb at `i`, perhaps the last of the sentence, goes with the subject that a relative clause stands in: "the wave that
    hit the coast killed 20"."""
    before = tokens[i - 1].lower
    if before in AUXILIARIES or before in ("and", "or", "but", "not", "to", "never", "also") or before.endswith("ly"):
        return False
    word, following = tokens[i].lower, tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if i + 2 < len(tokens) and tokens[i + 2].text[0].isdigit() and following in ("over", "about", "around"):
        return True
    return is_last or word in AUXILIARIES or not word.endswith("ed") or following not in PREPOSITIONS


def _possessive(subject: tuple[Token, ...]) -> tuple[Token, ...]:
    """A short name as an owner: "Anna Holt, whose party lost" is about Anna Holt's party; nothing where the noun phrase is long."""
    words = tuple(token for token in subject if token.is_word)
    if not words or len(words) > _LONGEST_OWNER or len(words) < len(subject) - 1 or not words[-1].text[0].isupper():
        return ()
    return (*words[:-1], words[-1]._replace(text=words[-1].text + ("'" if words[-1].text.endswith("s") else "'s")))


def _named_before(tokens: list[Token], phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """The name that an indefinite noun phrase describes: "Joseph Kamara, a trade unionist who", else the phrase."""
    if phrase and phrase[-1].lower == "one" and len(phrase) < 3:  # "pump 7, the one that failed"
        return _before_comma(tokens, phrase)
    if not phrase or phrase[0].lower not in ("a", "an"):
        return phrase
    end = bisect.bisect_left(tokens, phrase[0].start, key=lambda token: token.start) - 1
    if end < 2 or tokens[end].text != ",":
        return phrase
    start = end
    while start and end - start < _LONGEST_OWNER and tokens[start - 1].text[0].isupper():
        start -= 1
    return tuple(tokens[start:end]) if end - start > 1 and tokens[start].lower not in DETERMINERS else phrase


def _before_comma(tokens: list[Token], phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """The short noun phrase that a comma parts from this one and that begins the clause or follows a determiner; else this one."""
    end = bisect.bisect_left(tokens, phrase[0].start, key=lambda token: token.start) - 1
    if end < 1 or tokens[end].text != ",":
        return phrase
    found = _antecedent(tokens, end)
    first = bisect.bisect_left(tokens, found[0].start, key=lambda token: token.start) if found else 0
    return found if found and (first == 0 or found[0].lower in DETERMINERS) else phrase


def _antecedent(tokens: Sequence[Token], opened_at: int) -> tuple[Token, ...]:
    """The noun phrase in front of a relative pronoun: back to its determiner, over "of" but over no other preposition or verb."""
    end = opened_at
    while end and not tokens[end - 1].is_word and tokens[end - 1].text not in "\"”’'":
        end -= 1
        if tokens[end].text == "," and end > 2 and tokens[end - 1].text.isdigit() and tokens[end - 2].text == ",":  # "Ms Ruud, 39, who"
            end -= 2
        if tokens[end].text == ")" and end > 1 and tokens[end - 2].text == "(":  # "Flight 447 (NA447), which"
            end -= 2
    start = end
    while start and end - start < _LONGEST_SUBJECT:
        token = tokens[start - 1]
        before = tokens[start - 2].lower if start > 1 else ""
        if token.lower in DETERMINERS:
            start -= 1
            break
        person = tokens[opened_at].lower in ("who", "whom", "whose")
        other = token.lower == "of" and person and before not in ROLES and tokens[start].text[0].isupper()
        stops = (
            other
            or token.lower in _OBJECTS
            or (token.lower in PREPOSITIONS and token.lower != "of")
            or token.lower in SUBORDINATORS
            or token.text in ",;:()—–"
        )
        quoted = token.text in '"“”'
        if (stops and start != end) or (token.is_word and not quoted and is_finite_verb(token.lower, before)):
            # A comma may stand inside the closing quotation mark of what precedes.
            if token.text == "," and tokens[start - 1 : end] and end - start <= 1:
                start -= 1
                continue
            break
        start -= 1
    while start < end and tokens[start].lower in PREPOSITIONS:  # "of nine that were built"
        start += 1
    return tuple(tokens[start:end])
