"""Propose claims: which sentence says that something happened at some time, and what it says in a few words.

In: an article, its sentences and its temporal expressions. Out: claims, each with its quote, date and title.

    english.py   the closed word lists that tell a verb, a role and a boundary
    tokens.py    a sentence -> its words and marks
    openings.py  where a clause opens in it
    clauses.py   a sentence and a place in it -> the clause that place belongs to
    arranging.py a clause -> its words with the subject first
    shortening.py a line -> a shorter one, with nothing left open
    tidying.py   a line -> one that can stand as a title
    pronouns.py  a title and the sentences before it -> a name for its pronoun
    plans.py     a title -> that of what was done, or of what lies ahead
    titles.py    a clause -> a title of at most 90 characters
    languages.py a sentence of a language whose clauses are not known -> a title
    summaries.py a clause -> a line for a long quote
    passages.py  sentences and expressions -> each sentence as it stands in its article
    happenings.py the words of things that happen
    salience.py  a passage -> how likely it tells what a reader would want; its weights are in salience.toml
    selection.py which dates of a sentence date an event at all
    dating.py    the day of the story, for what names none
    naming.py    claims and the names of their article -> claims with their names
    propose.py   sentences and expressions -> claims
"""

from timeline.claims.propose import propose
from timeline.claims.salience import KEPT_FROM

__all__ = ["KEPT_FROM", "propose"]
