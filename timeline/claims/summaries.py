"""A line that says what a long quote says: the clause of the event, with its who, when and where, in the article's own words.

In: a sentence in clauses and the place of the event in it. Out: one sentence of at most 200 characters; "" where the quote is short
enough to be read whole.
"""

from __future__ import annotations

import re

from timeline.claims.clauses import Clauses
from timeline.claims.english import is_finite_verb
from timeline.claims.shortening import shorten
from timeline.claims.tidying import written
from timeline.claims.titles import render

LONG = 300
"""Characters from which on a quote is long."""
LIMIT = 200
_ENOUGH = 600
_LINK = re.compile(r"(?:And|But|However|Meanwhile|Moreover|Also|Yet|So|Still|and|but|yet|so),?\s+")


def summarise(clauses: Clauses, place: int) -> str:
    """The clause that holds the offset `place`, as a sentence; plain text."""
    if len(clauses.sentence) <= LONG:
        return ""
    clause = clauses.clauses[clauses.number_at(place)]
    line = written(" ".join(render(clauses.sentence, (*clause.subject, *clause.full)).split()))[:_ENOUGH]
    line = _LINK.sub("", line.strip(" ,;:–—-.*\\"), count=1)
    if not any(is_finite_verb(word.lower()) for word in line.split()):
        return ""
    line = shorten(line, LIMIT - 1).rstrip(" ,;:–—-")
    end = "" if line.endswith((".", "…", "!", "?")) else "."
    return f"{line[:1].upper()}{line[1:]}{end}"
