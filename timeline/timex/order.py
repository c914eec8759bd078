"""Which comes first in the dates in numbers of a text, day or month: 03/05/2021.

In: text and its mentions. Out: the mentions, those dates that could be read either way read in the order of those that could not.
Where a text shows no order, or both, each keeps the one of its language.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.timex.rule import Fields, Mention

_DATE = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)")


def settle(text: str, mentions: list[Mention]) -> list[Mention]:
    """Read the dates in numbers in the order that the text shows."""
    dates = {
        index: (int(found[1]), int(found[2]))
        for index, mention in enumerate(mentions)
        if mention.rule == "numeric date" and (found := _DATE.search(text[slice(*mention.span)]))
    }
    day_first = any(first > 12 for first, _ in dates.values())
    month_first = any(second > 12 for _, second in dates.values())
    if day_first == month_first:
        return mentions
    settled = list(mentions)
    for index, (first, second) in dates.items():
        if first <= 12 and second <= 12:
            day, month = (first, second) if day_first else (second, first)
            fields: Fields = {**mentions[index].fields, "day": day, "month": month}
            fields.pop("ambiguous_order", None)
            settled[index] = replace(mentions[index], fields=fields)
    return settled
