"""English: its words, its rules and its signs of tense."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.english import calendar, clock, early, periods, references, relative
from timeline.timex.english.connectives import CONNECTIVES
from timeline.timex.english.lexicon import LEXICON
from timeline.timex.english.tense import TENSE
from timeline.timex.rule import Language

ENGLISH = Language("en", LEXICON, (*calendar.RULES, *relative.RULES, *clock.RULES, *periods.RULES, *references.RULES), TENSE, CONNECTIVES)
OF_EARLY_TIMES = replace(ENGLISH, code="en of early times", rules=(*early.RULES, *ENGLISH.rules))
