"""The stream of events, under its years and months.

In: events in order. Out: `Year`s that hold `Month`s that hold events, and the contents that a page's rail jumps to.
What is known less exactly than to the month stands under its year, before the months.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.edtf import Date, Point
from timeline.model import Event
from timeline.pages.values import Heading, name_slug
from timeline.wording import MONTHS, in_words, year_in_words


@dataclass(frozen=True, slots=True)
class Month:
    """Events under one heading; `label` is empty for those known to the year alone."""

    label: str
    anchor: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year (or a decade, a century) and its events."""

    label: str
    anchor: str
    months: tuple[Month, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """All of the year, in order."""
        return tuple(event for month in self.months for event in month.events)


def years(events: Sequence[Event]) -> tuple[Year, ...]:
    """The events under their years and months. Anchors hold an underscore, which no event's id does."""
    found: dict[str, dict[str, list[Event]]] = {}
    for event in events:
        year, month = labels(event.date)
        found.setdefault(year, {}).setdefault(month, []).append(event)
    return tuple(
        Year(
            label,
            _anchor(label),
            tuple(
                Month(f"{name} {label}" if name else "", _anchor(f"{label}_{name}"), tuple(held))
                for name, held in sorted(months.items(), key=lambda item: item[0] != "")
            ),
        )
        for label, months in found.items()
    )


def labels(date: Date) -> tuple[str, str]:
    """Under which year and month a date stands; no month where it is not known so exactly."""
    point = date.points[0] or date.points[-1]
    assert point is not None
    if point.precision in ("decade", "century"):
        return in_words(Date(point.edtf, "single", (_plain(point),))).removeprefix("in ").removeprefix("the "), ""
    day = point.first if date.points[0] else point.last
    label = year_in_words(day.year)
    if _to_the_month(point):
        return label, MONTHS[day.month - 1]
    if point.precision in ("season", "quarter", "half"):
        words = in_words(Date(point.edtf, "single", (_plain(point),))).removeprefix("in ").removeprefix("the ")
        return label, words.removesuffix(f" {label}").removesuffix(" of").capitalize()
    return label, ""


def _to_the_month(point: Point) -> bool:
    """Whether the point is known at least to the month."""
    return point.precision in ("month", "day") and not (point.precision == "month" and point.unspecified)


def contents(found: Sequence[Year]) -> tuple[Heading, ...]:
    """What the rail jumps to."""
    return tuple(
        Heading(
            year.label,
            year.anchor,
            len(year.events),
            tuple(
                Heading(month.label.removesuffix(f" {year.label}"), month.anchor, len(month.events)) for month in year.months if month.label
            ),
        )
        for year in found
    )


def _plain(point: Point) -> Point:
    return Point(point.edtf.rstrip("~?%"), point.precision, point.first, point.last)


def _anchor(label: str) -> str:
    return "on_" + "_".join(name_slug(part) for part in label.split("_"))
