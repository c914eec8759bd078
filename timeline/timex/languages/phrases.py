"""The names that tables and dateparser's data give to times: "1 day ago", "in 2 week", "0 day evening", "now".

In: such a name. Out: the kind of mention and its fields, or None where it is no such name.
"""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from timeline.timex.rule import Fields, Kind, Unit

PARTS = {
    "morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT",
}  # fmt: skip
_NAME = re.compile(
    r"(?:(?P<ahead>in) )?(?P<amount>\d+) (?P<unit>second|minute|hour|day|week|weekend|month|quarter|half|year|decade|century)"
    r"(?: (?P<towards>ago|before|later|beside))?(?: (?P<part>morning|midday|afternoon|evening|night|daytime))?(?: (?P<mod>start|mid|end))?"
)
_REFERENCES = {"now": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}


class Phrase(NamedTuple):
    """What a phrase means: the kind of its mention, and its fields."""

    kind: Kind
    fields: Fields


def phrase(name: str) -> Phrase | None:
    """Read the name of a time."""
    if name in _REFERENCES:
        return Phrase("reference", {"reference": _REFERENCES[name]})
    found = _NAME.fullmatch(name)
    if not found:
        return None
    unit, amount = cast(Unit, found["unit"]), int(found["amount"])
    if not amount and unit == "second":
        return Phrase("reference", {"reference": "PRESENT_REF"})
    if unit in ("second", "minute", "hour") and not amount:
        return None
    fields: Fields = {"unit": unit, "amount": amount, "origin": "published"}
    if found["towards"] in ("before", "later"):
        fields["origin"] = "mention"
    if found["ahead"] or found["towards"] == "later":
        fields["direction"] = "future"
    elif found["towards"]:
        fields["direction"] = "past" if amount else "present"
    else:
        if amount:
            return None
        fields["direction"] = "present"
    if found["towards"] == "beside":
        fields["by_tense"] = True
    if found["part"]:
        fields["part"] = PARTS[found["part"]]
    if found["mod"]:
        fields["mod"] = found["mod"].upper()
    return Phrase("relative", fields)
