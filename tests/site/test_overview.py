"""The strip: days are placed by their number, and nothing leaves it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import Day, day_after, day_number
from timeline.pages.overview import BINS, HISTOGRAM_HEIGHT, _day, overview

EPOCH = datetime.date(1, 1, 1)


@given(date=st.dates())
def test_days_are_numbered_as_the_calendar_has_them(date: datetime.date) -> None:
    assert day_number(Day(date.year, date.month, date.day)) - day_number(Day(1, 1, 1)) == (date - EPOCH).days


@given(number=st.integers(-4_000_000, 3_600_000))
def test_a_number_gives_its_day_back(number: int) -> None:
    day = _day(number)
    assert day_number(day) == number
    assert day_number(day_after(day)) == number + 1


DATES = st.sampled_from(
    ["2018", "2018-06", "2018-08-04", "../1999", "2018/..", "-0043", "18XX", "[2018-10-25..2018-11-11]", "2019-01-01", "9999"]
)


@given(dates=st.lists(DATES, max_size=12))
def test_everything_stays_on_the_strip(event: Any, site: Any, dates: list[str]) -> None:
    strip = overview(site(*(event(f"e{number}", date) for number, date in enumerate(dates))).events)
    if strip is None:
        return
    assert len(strip.marks) == len(dates) or strip.bars
    for mark in strip.marks:
        assert 0 <= mark.left <= 100 and mark.left + mark.width <= 101 and 0 < mark.top < strip.axis
    for tick in strip.ticks:
        assert -1 <= tick.left <= 101
    assert len(strip.ticks) <= 14


def test_many_events_become_a_histogram(event: Any, site: Any) -> None:
    strip = overview(site(*(event(f"e{number}", f"{1900 + number % 100}-05-01") for number in range(1000))).events)
    assert strip and not strip.marks and len(strip.bars) <= BINS
    assert max(bar.exact + bar.wide for bar in strip.bars) == pytest.approx(HISTOGRAM_HEIGHT, abs=0.02)


@pytest.mark.parametrize("dates", [[], ["2018-08-04"], ["2018-08-04", "2018-08-04"]])
def test_nothing_to_compare_gives_no_strip(event: Any, site: Any, dates: list[str]) -> None:
    assert overview(site(*(event(f"e{number}", date) for number, date in enumerate(dates))).events) is None
