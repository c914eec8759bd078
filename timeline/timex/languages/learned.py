"""What the phrases of dateparser's data teach of a language: forms of its words for units, its words for last, this and next.

In: `Data`. Out: the same with more units; the words that stand before or after a unit in "last week", with what they say;
patterns of "three days ago" for any unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from timeline.timex.languages import cldr
from timeline.timex.languages.data import Data
from timeline.timex.rule import Fields, Unit

_SHARED = 3  # letters that two forms of a word begin with


def add_units(data: Data) -> None:
    """Add the forms of units that stand in phrases, and those of the Unicode data."""
    for before, after, meaning in data.counted:
        unit, words = meaning.fields.get("unit"), after.split()
        for word in words:
            if unit and len(word) >= _SHARED and ((before and len(words) == 1) or _is_form(data, word, unit)):
                data.units.setdefault(word, unit)
    for words_, found in data.phrases.items():
        unit = found.fields.get("unit")
        for word in words_.split():
            if unit and found.kind == "relative" and " " in words_ and len(word) >= _SHARED and _is_form(data, word, unit):
                data.units.setdefault(word, unit)
    for word, unit in cldr.units(data.code).items():
        data.units.setdefault(word, unit)


def patterns(data: Data) -> dict[str, list[str]]:
    """The patterns of "three days ago" and "in three days", with any unit in the place of the day."""
    found: dict[str, set[str]] = {"ago": set(), "in": set()}
    for before, after, meaning in data.counted:
        words = after.split()
        place = next((place for place, word in enumerate(words) if word in data.units), None)
        if place is None or not all(word.isalpha() for word in (*before.split(), *words)):
            continue
        between = [f"[{word}]" for word in words[:place]]
        pattern = " ".join([before, "[ABOUT] COUNT", *between, "ANYUNIT", *words[place + 1 :]]).strip()
        if before or words[place + 1 :]:
            found["in" if meaning.fields["direction"] == "future" else "ago"].add(pattern)
    return {name: sorted(known) for name, known in found.items()}


def directions(data: Data) -> tuple[dict[str, Fields], dict[str, Fields]]:
    """The words before a unit and those after it. One so short that it may be a mere preposition needs two units."""
    found: tuple[dict[str, Fields], dict[str, Fields]] = ({}, {})
    units: dict[str, set[str]] = {}
    for side, word, fields in _beside_units(data):
        units.setdefault(word, set()).add(fields["unit"])
        found[side].setdefault(word, cast(Fields, {key: value for key, value in fields.items() if key != "unit"}))
    for known in found:
        for word in [word for word in known if len(word) < _SHARED and len(units[word]) < 2]:
            del known[word]
    return found


def _beside_units(data: Data) -> Iterator[tuple[int, str, Fields]]:
    for words, found in data.phrases.items():
        parts = words.split(" ")
        unit = found.fields.get("unit")
        if (
            len(parts) < 2
            or found.kind != "relative"
            or unit not in ("week", "month", "year")
            or found.fields.get("amount", 0) not in (0, 1)
        ):
            continue
        for side, word, rest in ((0, parts[-1], parts[:-1]), (1, parts[0], parts[1:])):
            if data.units.get(word) == unit and not any(each in data.units for each in rest):
                yield side, " ".join(rest), found.fields


def _is_form(data: Data, word: str, unit: Unit) -> bool:
    """Whether a word begins as one of a unit's does, so that it is another form of it."""
    return any(known == unit and len(form) >= _SHARED and form[:_SHARED] == word[:_SHARED] for form, known in data.units.items())
