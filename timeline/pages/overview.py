"""The whole span at a glance: a strip with a dot for each day, a bar for each range, and a scale below.

In: events in order. Out: an `Overview` of positions in per cent of the width, which a template draws as SVG, so that it
stretches without distorting and needs no script. Where dots would not fit, they become a histogram of bursts and gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.edtf import Date, Day, day_number
from timeline.model import Event
from timeline.wording import MONTHS, year_in_words

LANE = 13
MOST_LANES = 6
BINS = 120
HISTOGRAM_HEIGHT = 56.0
_DOT_WIDTH = 2.2  # per cent of the width that a dot keeps for itself, so that it can be told from its neighbour on a phone


@dataclass(frozen=True, slots=True)
class Mark:
    """One event on the strip: from `left`, `width` wide (0: a dot), `top` pixels from above."""

    left: float
    width: float
    top: float
    anchor: str
    title: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One column of the histogram; heights in pixels, of events known to the day and of the others above them."""

    left: float
    width: float
    exact: float
    wide: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale. Minor ones give way where there is little room."""

    left: float
    label: str
    major: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The strip; `axis` is the height in pixels at which its line runs."""

    axis: float
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def overview(events: Sequence[Event]) -> Overview | None:
    """The strip of these events, None where they leave nothing to compare."""
    spans = [_span(event.date) for event in events]
    if len(events) < 2:
        return None
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    margin = max((last - first) * 0.015, 1)
    start, length = first - margin, last - first + 2 * margin
    if last - first < 3:
        return None

    def left(day_number: float) -> float:
        return round((day_number - start) / length * 100, 3)

    ticks = tuple(Tick(left(at), label, major) for at, label, major in _scale(first, last))
    marks = _lanes(events, [(left(a), left(b)) for a, b in spans])
    if marks is None:
        return Overview(HISTOGRAM_HEIGHT + 4, (), _histogram(events, [(left(a), left(b)) for a, b in spans]), ticks)
    axis = max(mark.top for mark in marks) + LANE
    return Overview(axis, tuple(_flip(mark, axis) for mark in marks), (), ticks)


def _flip(mark: Mark, axis: float) -> Mark:
    return Mark(mark.left, mark.width, axis - LANE / 2 - mark.top, mark.anchor, mark.title, mark.exact)


def _lanes(events: Sequence[Event], spans: list[tuple[float, float]]) -> tuple[Mark, ...] | None:
    """Marks that do not cover one another, the lowest lane first; None where they would stand too high."""
    ends: list[float] = []
    marks = []
    for event, (left, right) in zip(events, spans, strict=True):
        exact = event.date.day is not None
        width = 0.0 if exact else max(right - left, 0.8)
        begins, stops = (left - _DOT_WIDTH / 2, left + _DOT_WIDTH / 2) if exact else (left, left + width + 0.3)
        lane = next((number for number, end in enumerate(ends) if end <= begins), len(ends))
        if lane == MOST_LANES:
            return None
        if lane == len(ends):
            ends.append(stops)
        ends[lane] = stops
        marks.append(Mark(left, round(width, 3), lane * LANE, event.id, event.title, exact))
    return tuple(marks)


def _histogram(events: Sequence[Event], spans: list[tuple[float, float]]) -> tuple[Bar, ...]:
    """How many events fall into each of the columns; one that spans several counts for its share in each."""
    exact, wide = [0.0] * BINS, [0.0] * BINS
    for event, (left, right) in zip(events, spans, strict=True):
        begins = min(int(left / 100 * BINS), BINS - 1)
        ends = max(min(int(right / 100 * BINS), BINS - 1), begins)
        into = exact if event.date.day is not None else wide
        for column in range(begins, ends + 1):
            into[column] += 1 / (ends - begins + 1)
    most = max(a + b for a, b in zip(exact, wide, strict=True))
    unit, width = HISTOGRAM_HEIGHT / most, 100 / BINS
    return tuple(
        Bar(round(column * width, 3), round(width * 0.8, 3), round(exact[column] * unit, 2), round(wide[column] * unit, 2))
        for column in range(BINS)
        if exact[column] or wide[column]
    )


def _span(date: Date) -> tuple[int, int]:
    """First and last day as numbers; an open end reaches no further than its known one."""
    ends = [day_number(day) for day in (date.earliest, date.latest) if day]
    return ends[0], ends[-1]


def _scale(first: int, last: int) -> list[tuple[int, str, bool]]:
    """Where lines of the scale stand, with what they say: centuries to days, as the length asks for."""
    start, end = _day(first), _day(last)
    years = end.year - start.year + (end.month - start.month) / 12
    if years > 4:
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if years / step <= 8)
        begin = -(-(start.year + (start[1:] != (1, 1))) // step) * step
        return [
            (day_number(Day(year, 1, 1)), year_in_words(year), number % 2 == 0)
            for number, year in enumerate(range(begin, end.year + 1, step))
        ]
    months = years * 12
    if months > 1.5:
        step = 1 if months <= 8 else 3
        count = (end.year - start.year) * 12 + end.month - start.month
        found: list[tuple[int, str, bool]] = []
        for number in range(count + 1):
            year, month = start.year + (start.month - 1 + number) // 12, (start.month - 1 + number) % 12 + 1
            at = day_number(Day(year, month, 1))
            if (month - 1) % step == 0 and at >= first:
                label = MONTHS[month - 1][:3] + ("" if found else f" {year_in_words(year)}")
                found.append((at, year_in_words(year) if month == 1 else label, month == 1 or not found))
        return found
    step = 1 if last - first <= 10 else 7
    return [
        (at, f"{_day(at).day} {MONTHS[_day(at).month - 1][:3]}", number % 2 == 0) for number, at in enumerate(range(first, last + 1, step))
    ]


def _day(number: int) -> Day:
    """The day of a number that `day_number` gave."""
    year = number * 400 // 146097
    while day_number(Day(year, 3, 1)) > number:
        year -= 1
    while day_number(Day(year + 1, 3, 1)) <= number:
        year += 1
    rest = number - day_number(Day(year, 3, 1))
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    return Day(year + (month >= 10), (month + 2) % 12 + 1, day)
