"""Which comes first in the dates in numbers of a text, day or month: 03/05/2021.

In: text and its mentions. Out: the mentions, those dates that could be read either way read in the order of those that could not.
Each says why it is read so. Where a text shows no order, or both, each keeps the one of its language.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.timex.rule import Fields, Mention

_DATE = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)")


def settle(text: str, mentions: list[Mention]) -> list[Mention]:
    """Read the dates in numbers in the order that the text shows."""
    dates = {
        index: found
        for index, mention in enumerate(mentions)
        if mention.rule == "numeric date" and (found := _DATE.search(text[slice(*mention.span)]))
    }
    day_first = next((found for found in dates.values() if int(found[1]) > 12), None)
    month_first = next((found for found in dates.values() if int(found[2]) > 12), None)
    shown = day_first or month_first
    if shown is None or (day_first and month_first):
        return mentions
    reason = f'{"day" if day_first else "month"} first, as in "{shown[0]}"'
    settled = list(mentions)
    for index, found in dates.items():
        first, second = int(found[1]), int(found[2])
        if first <= 12 and second <= 12 and first != second:
            day, month = (first, second) if day_first else (second, first)
            fields: Fields = {**mentions[index].fields, "day": day, "month": month, "order": reason}
            settled[index] = replace(mentions[index], fields=fields)
    return settled
