"""Rules for words that point at the present, the past or the future without naming a date."""

from __future__ import annotations

from timeline.timex.english import guards
from timeline.timex.rule import Rule

RULES = (
    Rule(
        "the present",
        "reference",
        patterns=(
            "now",
            "right now",
            "currently",
            "current",
            "at present",
            "at the moment",
            "nowadays",
            "these days",
            "at this time",
            "presently",
            "this moment",
            "this time",
        ),
        examples=("He is [now] there.", "Their [current] plan."),
        counter_examples=("Now, listen.", "An alternating current of air.", "The National Organization for Women (NOW)."),
        fields={"reference": "PRESENT_REF"},
        guard=guards.present_is_time,
    ),
    Rule(
        "the past",
        "reference",
        patterns=(
            "recently",
            "[more|most] recently",
            "recent",
            "the recent past",
            "the past",
            "the distant past",
            "lately",
            "(a number of|many|some) UNITS ago",
            "long ago",
            "not long ago",
            "UNITS ago",
            "past UNITS",
            "the past few UNITS",
            "the last few UNITS",
        ),
        examples=("He said so [recently].", "In [the past] it rained.", "[Long ago] it rained."),
        counter_examples=("He walked past.", "The past president."),
        fields={"reference": "PAST_REF"},
        guard=guards.past_is_time,
    ),
    Rule(
        "the future",
        "reference",
        patterns=(
            "the [near|immediate|foreseeable|distant|not too distant] future",
            "in future",
            "soon",
            "the near term",
            "the short term",
            "the long term",
            "the (days|weeks|months|years) ahead",
        ),
        examples=("In [the future] it rains.", "It rains [soon]."),
        counter_examples=("As soon as he left.", "A futures market.", "No sooner."),
        fields={"reference": "FUTURE_REF"},
        guard=guards.future_is_time,
    ),
    Rule(
        "one day, of the future",
        "reference",
        patterns=("(one|some) day", "someday"),
        examples=("She will [one day] be queen.", "[Someday] it will rain."),
        counter_examples=("One day it rained.", "It lasted one day."),
        fields={"reference": "FUTURE_REF"},
        guard=guards.one_day_is_ahead,
    ),
)
