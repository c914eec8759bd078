"""Rules for times of day. A time of day takes its day from the mention beside it, else from the one before it."""

from __future__ import annotations

from timeline.timex.english import guards
from timeline.timex.rule import Rule

RULES = (
    Rule(
        "clock",
        "clock",
        patterns=("[ABOUT] CLOCKAMPM [ZONE]", "[ABOUT] CLOCKDAY (a.m.|p.m.)"),
        examples=("It began at [10:30 a.m.] sharp.", "It began at [10pm].", "It began [around 7:15 p.m.] there."),
        counter_examples=("I am 10.", "The 10 am radios."),
        guard=guards.clock12,
    ),
    Rule(
        "twenty-four hour clock",
        "clock",
        patterns=("CLOCKDAY [ZONE]", "CLOCKDAY (hours|hrs)", "CLOCKFOUR (gmt|utc)"),
        examples=("It began at [14:30] there.", "It began at [14:30 GMT].", "It began at [0930 GMT]."),
        counter_examples=("They won 14:30 there.", "Genesis 12:30 says so.", "At noon in Rome (1100 GMT).", "A ratio of 10:20 is bad."),
        guard=guards.clock24,
    ),
    Rule(
        "four o'clock",
        "clock",
        patterns=("[ABOUT] CLOCKHOUR o'clock [in the PART]", "CLOCKHOUR in the PART", "CLOCKHOUR at night"),
        examples=("It began at [4 o'clock].", "At [4 in the morning] it rained."),
        counter_examples=("The 4 in the room.",),
    ),
    Rule(
        "noon",
        "clock",
        patterns=("[ABOUT] (noon|midday)",),
        examples=("It began at [noon].",),
        counter_examples=("The High Noon film.",),
        fields={"hour": 12, "minute": 0},
        guard=guards.not_a_title,
    ),
    Rule(
        "midnight",
        "clock",
        patterns=("[ABOUT] midnight",),
        examples=("It began at [midnight].",),
        counter_examples=("A Midnight Express.",),
        fields={"hour": 24, "minute": 0},
        guard=guards.not_a_title,
    ),
    Rule(
        "the morning",
        "clock",
        patterns=("(early|late) in the PART", "the [early|late] PART", "mid-PART", "mid PART", "(early|late) PART"),
        examples=(
            "It fell in [the morning].",
            "It ended by [mid-afternoon].",
            "By [late afternoon] it fell.",
            "In [the early evening] it fell.",
        ),
        counter_examples=(
            "An early morning raid.",
            "The night shift.",
            "The evening news.",
        ),
        guard=guards.part_of_day,
    ),
    Rule(
        "dawn",
        "clock",
        patterns=("dawn", "daybreak", "sunrise", "first light"),
        examples=("They attacked at [dawn].",),
        counter_examples=("The dawn of time.", "A new dawn broke."),
        fields={"part": "MO"},
        guard=guards.light_is_time,
    ),
    Rule(
        "dusk",
        "clock",
        patterns=("dusk", "sunset", "nightfall"),
        examples=("They withdrew by [nightfall].",),
        counter_examples=("A sunset clause.",),
        fields={"part": "EV"},
        guard=guards.light_is_time,
    ),
)
