"""Rules for durations ("three days") and sets ("every Monday")."""

from __future__ import annotations

from timeline.timex.english import guards
from timeline.timex.rule import Rule

RULES = (
    Rule(
        "a year, as a rate", "set", ("a UNIT",), ("It earns $3 million [a year].", "Sold two times [a week]."), ("A year passed.", "It took a year."),
        fields={"amount": 1}, guard=guards.rate,
    ),
    Rule(
        "a year and a half", "duration", ("a UNIT and a half",), ("It took [a year and a half].",), fields={"amount": 1.5},
    ),
    Rule(
        "the year ended", "duration", ("the UNIT",), ("Profit for [the year] ended March 31 rose.",), ("The year has ended.",),
        fields={"amount": 1}, guard=guards.ended_after,
    ),
    Rule(
        "duration", "duration",
        ("[ABOUT] COUNT [more|full|straight|consecutive|whole|long|short|additional|or more|trading|business|working|fiscal] ANYUNIT",
         "[ABOUT] INDEFINITE [full|whole|long] UNIT", "[ABOUT] COUNT-ANYUNIT", "[ABOUT] COUNT-ANYUNIT-old",
         "the [first|last|next|past|previous|latest|final|following|coming|year-earlier] COUNT ANYUNIT", "[the] (last|next|past|previous) COUNT ANYUNIT",
         "COUNT ANYUNIT or so", "the first UNITS", "COUNT (to|or) COUNT2 ANYUNIT",
         "the (next|past|last) COUNT to COUNT2 ANYUNIT"),
        ("It lasted [three days].", "A [two-year] plan.", "In [the first nine months] it fell.", "For [nearly two months] it rained.", "For [several years] it rained.",
         "It took [2 1/2 years].", "Over [the past three months] it rained."),
        ("Three dayrooms.", "One second thought.", "Twenty something.", "A second man.", "The minute details.", "A 19-year-old man.", "He was 19 years old.", "Aged 19 years."),
        guard=guards.duration_is_time,
    ),
    Rule(
        "vague duration", "duration",
        ("UNITS", "the UNITS", "recent UNITS", "UNITS-long", "the early UNITS"),
        ("It took [months].", "In [recent years] it fell.", "A [decades-long] war.", "In [recent months] it rose."),
        ("The Days of Rage.", "The seconds."),
        fields={"amount": "X"}, guard=guards.bare_units,
    ),
    Rule(
        "unit-long", "duration", ("UNIT-long", "all UNIT", "all UNIT long"), ("A [day-long] siege.",), ("All second thoughts.",),
        fields={"amount": 1}, guard=guards.duration_is_time,
    ),
    Rule(
        "every week", "set",
        ("every ANYUNIT", "each UNIT", "every other UNIT", "every COUNT UNITS", "once (a|every) UNIT", "twice (a|every) UNIT", "each and every UNIT", "per UNIT"),
        ("It rains [every day].", "It rains [each month].", "It meets [once a week]."), ("Every second counts.", "Each second man."),
        fields={"amount": 1}, guard=guards.unit_is_time,
    ),
    Rule(
        "every Monday", "set",
        ("(every|each) [other] WEEKDAY [PART]", "(every|each) [other] MONTH", "(every|each) [other] SEASON", "(every|each) PART", "WEEKDAYS", "WEEKDAY NIGHTS",
         "(every|each) (first|second|third|last) WEEKDAY"),
        ("It meets [every Monday].", "It closes [each July].", "It opens on [Sundays]."),
        ("The Mondays sang.",),
        guard=guards.not_a_title,
    ),
    Rule(
        "daily", "set", ("daily",), ("It rains [daily].",), ("The Daily News.",), fields={"unit": "day", "amount": 1}, guard=guards.not_a_title,
    ),
    Rule(
        "hourly", "set", ("hourly",), ("It rings [hourly].",), fields={"unit": "hour", "amount": 1}, guard=guards.not_a_title,
    ),
    Rule(
        "weekly", "set", ("weekly",), ("It meets [weekly].",), ("Newsweek Weekly is out.",), fields={"unit": "week", "amount": 1}, guard=guards.not_a_title,
    ),
    Rule(
        "monthly", "set", ("monthly",), ("It meets [monthly].",), ("The Atlantic Monthly.",), fields={"unit": "month", "amount": 1}, guard=guards.not_a_title,
    ),
    Rule(
        "annually", "set", ("annually", "yearly"), ("It meets [annually].",), fields={"unit": "year", "amount": 1}, guard=guards.not_a_title,
    ),
)  # fmt: skip
