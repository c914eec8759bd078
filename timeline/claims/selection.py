"""Which dates of a sentence date an event at all.

In: a sentence and a place in it. Out: yes or no. The dateline that an article opens with dates the article, what a speaker says
of himself and his listeners is no report, and a caption without a verb describes a picture.
"""

from __future__ import annotations

import re

from timeline.claims.english import is_finite_verb
from timeline.claims.tokens import tokenise
from timeline.model import Sentence

# NORBERG, March 12 (Bugle) — ; Washington (AP) - ; the place in capitals, or an agency in parentheses
_PLACE_IN_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ ,/][A-Z][\w.'’-]*){0,5}[^—–\n]{0,40}?"
_PLACE_AND_AGENCY = r"[A-Z][\w.'’-]+(?:[ ,][A-Z][\w.'’-]*){0,5}[^—–\n]{0,90}?(?:\(|-LRB- )[\w/ .]{2,20}(?:\)| -RRB-)"
_DATELINE = re.compile(rf"(?:{_PLACE_AND_AGENCY}|{_PLACE_IN_CAPITALS})\s*(?:—|–|--|-)\s+")
_QUOTATION = re.compile(r"[\"“]([^\"“”]*)[\"”]")
_QUESTION = re.compile(r"^[^\"“”]*\?[\"”’]?$|^[\"“][^\"“”]*\?[\"”]|\?[\"”]?$")
_NOBODY = re.compile(
    r"^(?:No one|No-one|Nobody|None(?: of [^,.]{1,40})?|No (?:other )?[a-z]+(?: [a-z]+)?) (?:was|were|is|are|has been|have been)"
    r" (?:seriously |badly )?(?:hurt|injured|killed|harmed|wounded|arrested|reported|missing)\b"
    r"|^There (?:was|were|has been|have been|is|are) no\b",
)
_SPEAKERS_OWN = re.compile(r"\b(?:I|we|our|my|me|us|you|your|I'm|we're|we'll|we've)\b", re.IGNORECASE)


def dateline_end(sentence: str) -> int:
    """Where the dateline that the sentence opens with ends, 0 where there is none."""
    found = _DATELINE.match(sentence)
    return found.end() if found else 0


def speech(sentence: str) -> tuple[tuple[int, int], ...]:
    """Where the sentence quotes a speaker who talks of himself or to his listeners, as offsets."""
    return tuple(found.span() for found in _QUOTATION.finditer(sentence) if _SPEAKERS_OWN.search(found[1]))


def tells_an_event(sentence: Sentence) -> bool:
    """Whether the sentence can tell what happened: no headline, no question, no caption without a verb, and not that nobody was hurt."""
    if _QUESTION.search(sentence.text) or _NOBODY.search(sentence.text):
        return False
    if sentence.kind != "caption":
        return sentence.kind == "body"
    before = ""
    for token in tokenise(sentence.text):
        if is_finite_verb(token.lower, before) or (token.lower.endswith("ing") and len(token.text) > 5):
            return True
        before = token.lower
    return False
