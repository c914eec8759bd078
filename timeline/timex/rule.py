"""What passes inside the tagger: the fields of a mention, the rule that read it, a language's tables.

A `Rule` is one line of a language's table; `recognise` turns text into `Mention`s with it; `resolve` turns a mention into a `Timex`.
A mention knows nothing of any day on which the text may have been written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypedDict

from timeline.model import Span

# calendar:   a place in the calendar, whole or in part (June 3, 2018; Monday; the 1990s)
# relative:   counted from the day of publication or from an earlier mention (last week, three days ago, a year earlier)
# clock:      a time of day that still lacks its day (10 p.m., the morning)
# duration, set, reference: three days; every Monday; now, recently, the future
# decoy:      words that name no time although a part of them would (first grade, "one year level"); they are dropped
Kind = Literal["calendar", "relative", "clock", "duration", "set", "reference", "decoy"]
Unit = Literal["second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century", "millennium"]
Direction = Literal["past", "present", "future"]


class Fields(TypedDict, total=False):
    """What the words of a mention say. A field is there only where the words give it.

    `amount` counts units, "X" where it is vague (several); relative amounts carry their sign in `direction`.
    `origin` is what a relative mention counts from. `part` is TIMEX3's part of day (MO, AF, EV, NI, DT, ...).
    """

    era: Literal["BC", "AD"]
    century: int
    decade: int
    year: int
    month: int
    day: int
    weekday: int
    season: str
    quarter: int
    half: int
    holiday: str
    hour: int
    minute: int
    second: int
    zone: str
    part: str
    unit: Unit
    amount: float | str
    counted: bool  # the words count units (a decade ago), they do not name one (the last decade)
    and_half: bool  # half a unit more than the amount (two years and a half)
    smaller: Fields  # the minutes of "two hours and thirty minutes"
    direction: Direction
    origin: Literal["published", "mention"]
    by_tense: bool  # the same word stands for yesterday and tomorrow (Hindi)
    within: Fields  # the year of "June last year", the month of "the end of the month"
    reference: str
    mod: str
    order: str  # why a date in numbers is read day first or month first, as a basis says it, where it could be either


NEVER = re.compile(r"(?!)")
Guard = Callable[[str, int, int], bool]
LONGEST_ENDING = 5  # letters
ANY_ENDING = "*"  # ends the key of a stem, to which a text may add an ending


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, what kind of mention it reads, patterns in the notation of `notation.py`, fields that the words
    always give, and examples. An example holds its expression in brackets; a counter-example is a text in which this rule reads
    nothing. `guard` is called with the text, start and end of a match, and refuses it by returning False."""

    name: str
    kind: Kind
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    fields: Fields = field(default_factory=lambda: Fields())
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words that patterns name in capitals: a regular expression without named groups, what a match means,
    and the keys under which the scan finds it: lower-case words, stems (`ANY_ENDING`), or "0" for anything that begins with a
    digit. `first` holds those that it may begin with, `inside` those that may follow within it."""

    field: str
    pattern: str
    read: Callable[[str], object]
    first: frozenset[str]
    inside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tense:
    """How a language shows tense without a parser: words that say that a date near them lies behind or ahead, anywhere in its
    clause, just before or just after it."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    clause_break: re.Pattern[str]
    future_just_before: re.Pattern[str]
    past_just_before: re.Pattern[str]
    past_just_after: re.Pattern[str]
    flashback: re.Pattern[str] = field(default=NEVER)  # in the clause before a date that lies before the story: had served since
    plan: re.Pattern[str] = field(default=NEVER)  # before a date on which nothing happens yet: was set for
    future_just_after: re.Pattern[str] = field(default=NEVER)
    verb_last: bool = False  # the verb ends its clause, so that the signs after a date count before those that stand in front of it


@dataclass(frozen=True, slots=True)
class Connectives:
    """How a language joins times. Every expression is bounded; those for what comes before are searched at the end of a short text.

    `clock_then_date`, `date_then_clock`   between a time of day and its day
    `to`, `between_and`                    between the ends of a range
    `from_`, `between`                     before the first end of a range
    `more_days`, `more_years`              a number that continues a mention (June 3-5; May 3, 7 and 9; 1989-91), with the groups
                                           `joint` (of days also `dash`), `number` and, of days, `year`
    `fewer_days`                           a number before a mention that begins with a day (3-5 June)
    `fewer_hours`, `fewer_counts`          a number before a time of day (9 to 11 a.m.) or a duration (two to three weeks), with the
                                           groups `number` and `joint`; its classes are in `numbers`
    `article`                              what may stand before the day that a mention begins with (el 5 de mayo)
    `range_joint`                          a joint that makes a range, not a list
    `list_joint`                           between the parts of a list (May and June)
    `preposition`, `postposition`          before or after a mention, with a group for each of since, until, before, by, after, about
    `determiner`, `noun`                   around a mention that stands before a noun (a June summit)
    """

    clock_then_date: re.Pattern[str]
    date_then_clock: re.Pattern[str]
    to: re.Pattern[str]
    between_and: re.Pattern[str]
    from_: re.Pattern[str]
    between: re.Pattern[str]
    more_days: re.Pattern[str]
    more_years: re.Pattern[str]
    fewer_days: re.Pattern[str]
    range_joint: re.Pattern[str]
    list_joint: re.Pattern[str]
    preposition: re.Pattern[str]
    determiner: re.Pattern[str]
    noun: re.Pattern[str]
    fewer_hours: re.Pattern[str] = NEVER
    fewer_counts: re.Pattern[str] = NEVER
    article: re.Pattern[str] = re.compile("")
    numbers: Mapping[str, Callable[[str], object]] = field(default_factory=dict)
    postposition: re.Pattern[str] = field(default=NEVER)


@dataclass(frozen=True, slots=True)
class Script:
    """How a language's writing parts words.

    `word`    finds the words of a text, and of a pattern
    `gap`     what a space of a pattern stands for
    `edge`    what a word must end before
    `joined`  letters may stand directly beside a word (Chinese), and words may follow an apostrophe (l'an)
    `marks`   the marks over and under its letters, as the inside of a character class
    """

    word: re.Pattern[str]
    gap: str
    edge: str
    joined: bool = False
    marks: str = ""


_GAP = r"(?:[^\S\r\n]{1,8}(?:\r?\n[^\S\r\n]{0,16})?|\r?\n[^\S\r\n]{0,16})"
PLAIN = Script(re.compile(r"['\u2018\u2019][0-9]{2}(?=s?\b)|[^\W\d_]+|[0-9]+"), _GAP, r"(?!\w)")


@dataclass(frozen=True, slots=True)
class Language:
    """All that the tagger knows of one language."""

    code: str
    lexicon: Mapping[str, WordClass]
    rules: tuple[Rule, ...]
    tense: Tense
    connectives: Connectives
    script: Script = PLAIN


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that name a time, and what they say. `words` is the wider span that a reader would quote;
    `range` says whether a range of two mentions starts or ends with this one; `bound` holds the word before it that bounds a
    time from one side (since, until, before, by, after)."""

    span: Span
    rule: str
    kind: Kind
    fields: Fields
    words: Span
    range: Literal["", "start", "end"] = ""
    bound: str = ""
