"""Tell apart what was done and what is to come, where one sentence tells both.

In: a title. Out: the title of what lies ahead ("Council voted to close the bridge" -> "Council to close the bridge"), or of what was done
("Lind has been charged and will appear in court" -> "Lind has been charged"); the same where it cannot be parted for certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.claims.arranging import verb_of
from timeline.claims.english import DETERMINERS, PREPOSITIONS, PRONOUNS
from timeline.claims.tokens import Token, tokenise

_RESOLVED = frozenset(
    "agreed agree agrees decided decides voted votes vowed vows pledged pledges promised promises planned plans plan".split()
)
_NOUN_ENDINGS = ("s", "ion", "ment", "ing", "ity")


def ahead(title: str) -> str:
    """What is to come, without the deed that it follows from."""
    tokens = tokenise(title)
    verb = verb_of(tokens)
    if not verb:
        return title
    subject = title[: tokens[verb].start].rstrip()
    second = _second_verb(tokens, verb)
    if second:
        return f"{subject} {title[tokens[second].start :]}"
    if tokens[0].lower not in PRONOUNS and tokens[verb].lower in _RESOLVED and _is_infinitive(tokens[verb + 1 : verb + 3]):
        return f"{subject} {title[tokens[verb + 1].start :]}"
    return title


def done(title: str) -> str:
    """What was done, without what follows from it."""
    tokens = tokenise(title)
    verb = verb_of(tokens)
    second = _second_verb(tokens, verb) if verb else 0
    return title[: tokens[second - 1].start].rstrip(" ,") if second else title


def _second_verb(tokens: Sequence[Token], verb: int) -> int:
    """The index of the "will" that goes with the same subject, 0 where there is none."""
    places = range(verb + 2, len(tokens) - 1)
    return next((i for i in places if tokens[i].lower == "will" and tokens[i - 1].lower == "and" and tokens[i + 1].is_word), 0)


def _is_infinitive(tokens: Sequence[Token]) -> bool:
    """Whether the tokens are "to" and a verb."""
    if len(tokens) < 2 or tokens[0].lower != "to":
        return False
    word = tokens[1].lower
    return tokens[1].text.islower() and not word.endswith(_NOUN_ENDINGS) and word not in DETERMINERS | PREPOSITIONS | PRONOUNS
