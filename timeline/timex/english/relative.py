"""Rules for times counted from the day of publication ("last week", "three days ago") or from an earlier mention ("a year earlier")."""

from __future__ import annotations

from timeline.timex.english import guards
from timeline.timex.rule import Rule

RULES = (
    Rule(
        "today", "relative", ("[earlier|later] today",), ("It rained [today].", "It rained [earlier today]."), ("USA Today said so.",),
        fields={"unit": "day", "amount": 0, "direction": "present", "origin": "published"}, guard=guards.not_a_title,
    ),
    Rule(
        "tonight", "relative", ("[later] tonight",), ("It ends [tonight].",), ("The Tonight Show is on.",),
        fields={"unit": "day", "amount": 0, "direction": "present", "origin": "published", "part": "NI"}, guard=guards.not_a_title,
    ),
    Rule(
        "yesterday", "relative", ("[early|late|earlier|later] yesterday",), ("He left [yesterday].", "It came [late yesterday]."),
        fields={"unit": "day", "amount": 1, "direction": "past", "origin": "published"},
    ),
    Rule(
        "tomorrow", "relative", ("[early|late|later] tomorrow",), ("He leaves [tomorrow].",),
        fields={"unit": "day", "amount": 1, "direction": "future", "origin": "published"}, guard=guards.not_a_title,
    ),
    Rule(
        "day before yesterday", "relative", ("the day before yesterday",), ("He left [the day before yesterday].",),
        fields={"unit": "day", "amount": 2, "direction": "past", "origin": "published"},
    ),
    Rule(
        "day after tomorrow", "relative", ("the day after tomorrow",), ("He leaves [the day after tomorrow].",),
        fields={"unit": "day", "amount": 2, "direction": "future", "origin": "published"},
    ),
    Rule(
        "last night", "relative", ("[late|early] last night", "overnight"), ("It fell [last night].",), ("An overnight bag.",),
        fields={"unit": "day", "amount": 1, "direction": "past", "origin": "published", "part": "NI"}, guard=guards.overnight_is_a_night,
    ),
    Rule(
        "this morning", "relative", ("[early|late|earlier|later] (this|that) PART",), ("It fell [this morning].",), ("This night shift is long.",),
        fields={"unit": "day", "amount": 0, "direction": "present", "origin": "published"}, guard=guards.not_before_a_noun,
    ),
    Rule(
        "next morning", "relative", ("the (next|following) PART",), ("It fell [the next morning].",),
        fields={"unit": "day", "amount": 1, "direction": "future", "origin": "mention"},
    ),
    Rule(
        "the quarter", "relative", ("the quarter",), ("Profit for [the quarter] fell.",), ("A quarter of the votes.", "The quarter final."),
        fields={"unit": "quarter", "amount": 0, "direction": "present", "origin": "mention"}, guard=guards.the_unit_is_time,
    ),
    Rule(
        "the previous day", "relative",
        ("[EARLY] the (previous|preceding|prior) LARGEUNIT", "the LARGEUNIT before", "the LARGEUNIT earlier", "the day before"),
        ("He left [the previous day].", "It fell [the year before]."), ("The day before yesterday", "The day before the vote."),
        fields={"amount": 1, "direction": "past", "origin": "mention"}, guard=guards.before_is_last,
    ),
    Rule(
        "last, this or next week, month, year", "relative",
        ("[EARLY|earlier|later|sometime] DEICTIC [fiscal|calendar|financial] LARGEUNIT", "EARLY-DEICTIC LARGEUNIT", "later in DEICTIC LARGEUNIT",
         "earlier in DEICTIC LARGEUNIT", "(early|late) in DEICTIC LARGEUNIT", "[the] last LARGEUNIT", "the LAST LARGEUNIT", "the coming LARGEUNIT"),
        ("It fell [last week].", "It opens [next year].", "It fell [earlier this month].", "By [the end of this century] it floods.",
         "The rise in [the past decade].", "It fell [late last year]."),
        ("This day and age.", "The coming Years Band."),
        fields={"amount": 1, "origin": "published"}, guard=guards.unit_is_time,
    ),
    Rule(
        "the week, the year", "relative",
        ("[EARLY|earlier in|later in] the [current|fiscal|full|entire|whole|calendar] LARGEUNIT", "the LARGEUNIT's end", "later in the LARGEUNIT"),
        ("By [the end of the year] it closed.", "It rained at [the weekend]."),
        ("The day care closed.", "The quarter of a million.", "The day that he left.", "The year 2018 ends."),
        fields={"amount": 0, "direction": "present", "origin": "published"}, guard=guards.the_unit_is_time,
    ),
    Rule(
        "the end of the year", "relative", ("[the] year-end", "[the] year end", "[EARLY] year-end"), ("It closed at [year-end].",), ("The year-ending report.",),
        fields={"unit": "year", "amount": 0, "direction": "present", "origin": "published", "mod": "END"},
    ),
    Rule(
        "the latest quarter", "relative", ("the latest (quarter|period)", "the most recent quarter"), ("Profit in [the latest quarter] fell.",),
        fields={"unit": "quarter", "amount": 1, "direction": "past", "origin": "published"},
    ),
    Rule(
        "that week, the same day", "relative",
        ("[EARLY|later|earlier] that [same] LARGEUNIT", "the same LARGEUNIT", "later in that LARGEUNIT", "the very same LARGEUNIT"),
        ("He left [the same day].", "It fell [later that year]."),
        ("I hope that day by day it grows.", "At that quarter final."),
        fields={"amount": 0, "direction": "present", "origin": "mention"}, guard=guards.unit_is_time,
    ),
    Rule(
        "the following year, the previous day", "relative",
        ("[EARLY] the following LARGEUNIT", "the next LARGEUNIT", "the LARGEUNIT after", "the LARGEUNIT afterwards"),
        ("He left [the following day].", "It fell [the year after]."), ("The next years.",),
        fields={"amount": 1, "direction": "future", "origin": "mention"}, guard=guards.unit_is_time,
    ),
    Rule(
        "three days ago", "relative", ("[ABOUT] COUNT ANYUNIT [or so] ago", "[ABOUT] INDEFINITE UNIT [or so] ago", "[ABOUT] COUNT ANYUNIT back", "COUNT ANYUNIT or more ago",
                                       "COUNT (business|trading|working) ANYUNIT ago"),
        ("He left [three days ago].", "It fell [about a year ago].", "It fell [nearly 20 years ago].", "[A few weeks ago] it fell."),
        ("Ago it was.",),
        fields={"direction": "past", "origin": "published"},
    ),
    Rule(
        "three days earlier", "relative", ("[ABOUT] COUNT ANYUNIT (earlier|before|previously|prior)", "[ABOUT] INDEFINITE UNIT (earlier|before|previously|prior)"),
        ("It had been [a year earlier] too.", "He had left [three days before]."), ("Two weeks before the vote he left.",),
        fields={"direction": "past", "origin": "mention"}, guard=guards.before_is_last,
    ),
    Rule(
        "three days later", "relative", ("[ABOUT] COUNT ANYUNIT (later|afterwards|afterward|after)", "[ABOUT] INDEFINITE UNIT (later|afterwards|afterward)"),
        ("He left [three days later].", "[A decade later] it fell."), ("Two weeks after the vote he left.", "Three days on foot."),
        fields={"direction": "future", "origin": "mention"}, guard=guards.before_is_last,
    ),
    Rule(
        "three days from now", "relative", ("[ABOUT] COUNT ANYUNIT (from now|hence)", "[ABOUT] INDEFINITE UNIT (from now|hence)", "COUNT ANYUNIT from today"),
        ("He leaves [three days from now].",),
        fields={"direction": "future", "origin": "published"},
    ),
    Rule(
        "year-earlier quarter", "relative",
        ("[the] [comparable|corresponding] (year-earlier|year-ago) (quarter|period)", "the (corresponding|same|comparable) (period|quarter) last year",
         "the (corresponding|same|comparable) (period|quarter) a year (ago|earlier)"),
        ("It beat [the year-earlier quarter].", "It beat [the same period last year]."),
        fields={"unit": "quarter", "amount": 4, "direction": "past", "origin": "mention"},
    ),
    Rule(
        "year-earlier", "relative", ("(year-earlier|year-ago)",), ("It beat the [year-earlier] figure.",),
        fields={"unit": "year", "amount": 1, "direction": "past", "origin": "mention"},
    ),
)  # fmt: skip
