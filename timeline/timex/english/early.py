"""Years of fewer than four figures, read only in a text that tells of early times: "in 843", "10 August 955", "the 830s".

In: a text, or its mentions. `tells_early_times` looks for an era, an early century or several medieval years; `RULES` go before
the others in such a text; `settle` gives a bare year the era of the dates before it: after "218 BC", "in 209" is 209 BC.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.timex.english.near import after, before
from timeline.timex.rule import Fields, Mention, Rule

_ENOUGH = 3  # signs that a text must show
_SIGN = re.compile(
    r"\b(?:BCE?|AD|CE|B\.C\.|A\.D\.)(?!\w)"
    r"|\b(?:[1-9]|1[0-3])(?:st|nd|rd|th)[ -]century|\b(?:fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen)th[ -]century"
    r"|\b(?:in|of|from|until|since|by|c\.)\s(?:1[0-3]\d\d|[2-9]\d\d)(?=[,.;:)\u2013]|\s(?:to|and|the|he|a)\b)"
    r"|\b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?:1[0-3]\d\d|[2-9]\d\d)\b(?!\s[a-z]+s\b)"
)
_ASKS_FOR_A_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|from|by|c\.|ca\.|circa|about|around|year|early|late|between|after|before|of|to|r\.|born|died|b\.|d\.)\s?"
    r"|[(\u2013\u2014]\s?)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s?(?:[,.;:)\u2010-\u2014-](?!\d{3}\b[^)\u2013])|$)|\s(?:[A-Z]|(?:the|a|an|he|she|it|they|his|her|their|to|and|by|with|when|after|but|at|in|as|on|under|was|were|until|until|for)\b)"
)
_COUNTS = re.compile(r"\b(?:nearly|some|over|than|only|least|population|total|page|call|dial|no|number|worth)\s(?:of\s)?$", re.IGNORECASE)


def _is_year(text: str, start: int, end: int) -> bool:
    """ "In 843, the duke", not "some 843 men"."""
    behind = before(text, start)
    return bool(_ASKS_FOR_A_YEAR.search(behind) and _GOES_ON.match(after(text, end))) and not _COUNTS.search(behind)


def _is_dated(text: str, start: int, end: int) -> bool:
    """ "10 August 955, he died", not "in May 200 people died"."""
    return bool(_GOES_ON.match(after(text, end)))


RULES = (
    Rule(
        "early year",
        "calendar",
        patterns=("[EARLY] EARLYYEAR",),
        examples=("In [843], the duke fell.", "It stood from [843] to 870."),
        counter_examples=("Some 843 men fell.", "In 843 cases it failed.", "A total of 843."),
        guard=_is_year,
    ),
    Rule(
        "date of an early year",
        "calendar",
        patterns=(
            "[the] DAY [of] MONTH[,] EARLYYEAR",
            "MONTH DAY, EARLYYEAR",
            "MONTH[,] EARLYYEAR",
            "[the] [EARLY] SEASON of EARLYYEAR",
        ),
        examples=("On [10 August 955], they fled.", "In [the spring of 843] it fell.", "He died in [March 911]."),
        counter_examples=("In May 200 people died.",),
        guard=_is_dated,
    ),
    Rule(
        "early decade",
        "calendar",
        patterns=("the [EARLY] EARLYDECADE",),
        examples=("It fell in [the 830s].",),
    ),
)


def tells_early_times(text: str) -> bool:
    """Whether a text shows enough signs of times before the year 1400."""
    signs = _SIGN.finditer(text)
    return all(next(signs, None) for _ in range(_ENOUGH))


def settle(mentions: Sequence[Mention]) -> list[Mention]:
    """Give years without an era, of at most three figures, the era of the year before them, else of the one after."""
    named = [mention.fields["era"] if "era" in mention.fields and "year" in mention.fields else "" for mention in mentions]
    era = next((each for each in named if each), "")
    settled = []
    for mention, own in zip(mentions, named, strict=True):
        era = own or era
        if mention.rule in _NAMES and "year" in mention.fields and era == "BC":
            fields: Fields = {**mention.fields, "era": "BC"}
            mention = replace(mention, fields=fields)
        settled.append(mention)
    return settled


_NAMES = frozenset(rule.name for rule in RULES)
