"""The TIMEX3 values of durations and sets: how long, how often.

In: the fields of a mention. Out: `P3D`, `PT5H30M`, `PXM`, `XXXX-WXX-1`.
"""

from __future__ import annotations

from timeline.timex import days
from timeline.timex.rule import Fields

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "Y", "century": "Y", "millennium": "Y",
}  # fmt: skip
YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_VAGUE = {"decade": "DE", "century": "CE"}
_SMALLER = {"year": ("month", 12), "month": ("day", 30), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60)}


def duration(fields: Fields) -> str:
    """How long: `P2Y6M` for two and a half years, `PXW` for several weeks."""
    if "smaller" in fields:
        whole, rest = _length(fields), duration(fields["smaller"])
        return whole + (rest[2:] if "T" in whole else rest[1:])
    return _length(fields)


def _length(fields: Fields) -> str:
    unit, count = fields.get("unit", "day"), fields.get("amount", 1)
    letters = _LETTERS[unit]
    start = "PT" if letters[0] == "T" else "P"
    letters = letters.removeprefix("T")
    if isinstance(count, str):
        return f"{start}X{_VAGUE.get(unit, letters)}"
    count *= YEARS.get(unit, 1)
    if count == int(count):
        return f"{start}{int(count)}{letters}"
    if unit not in _SMALLER:
        return f"{start}{count:g}{letters}"
    smaller, parts = _SMALLER[unit]
    whole = f"{int(count)}{letters}" if count >= 1 else ""
    rest = f"{round((count - int(count)) * parts)}{_LETTERS[smaller][-1]}"
    return f"P{whole}T{rest}" if unit == "day" else f"{start}{whole}{rest}"


def recurrence(fields: Fields) -> str:
    """How often: `XXXX-WXX-1` for every Monday, `P1W` for every week."""
    clock = "T" + fields["part"] if "part" in fields else ""
    if "hour" in fields:
        clock = f"T{fields['hour']:02}:{fields.get('minute', 0):02}"
    if "weekday" in fields:
        return f"XXXX-WXX-{fields['weekday']}{clock}"
    if "month" in fields or "season" in fields or "quarter" in fields:
        return days.unresolved(fields)
    if fields.get("unit") == "weekend":
        return "XXXX-WXX-WE"
    if "unit" in fields and not (clock and fields["unit"] == "day"):
        return duration(fields)
    return f"XXXX-XX-XX{clock}"
