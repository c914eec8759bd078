"""Companies that only the words beside them tell.

In: a run of words in capitals, and the text of its sentence before and after it. Out: whether it is named as a company: by what it owns,
by what happens to companies alone, or by what it is called.
"""

from __future__ import annotations

import re

from timeline.names.runs import Run
from timeline.names.tables import first_names, places, words

_COMPANY = r"(?:company|firm|airline|carrier|bank|contractor|manufacturer|retailer|utility|charity)"
_AFTER = re.compile(
    r"['’]s (?:shares|shareholders|stock|profits|revenues?|headquarters|chief executive|managing director|board of directors|spokes\w+)\b"
    rf"|, (?:a|an|the) (?:[\w'’-]+ ){{0,4}}{_COMPANY}(?=[,.;)]| (?:that|which|in|from|based|behind)\b)"
    r"|,? (?:which )?(?:has |had )?filed for (?:bankruptcy|insolvency)\b"
)
_BEFORE = re.compile(rf"\b(?:owned by|{_COMPANY}|(?:executive|manager|shares|stake|headquarters) (?:of|at|in)) (?:the )?\Z", re.IGNORECASE)
_LONGEST_BEFORE = 30


def is_company(run: Run, before: str, after: str) -> bool:
    """Whether two or more words, none of a person's, country's or nation's, are named as a company."""
    if len(run) < 2 or run[0].text in places() or run[-1].lower in words().demonyms:
        return False
    if any(word.text in first_names() or not word.capital for word in run):
        return False
    return bool(_AFTER.match(after) or _BEFORE.search(before[-_LONGEST_BEFORE:]))
