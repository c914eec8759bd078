"""What holds for every text: it is read without an error, in order, the same each time, and in time that grows with its length."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.model import DocumentCreationTime, Span
from timeline.timex import tag

WORDS = (
    "May 3 , 2018 - to and from between the a last next this Monday June 3-5 1989-91 '98 week year ago earlier later since until by "
    "10:30 a.m. noon morning 44 BC 19th century 1990s early mid late of in on at \n \r \r\n \0 . \u2013 \u00bd two hundred quarter second "
    "fall 9999 0001 31 February 29 December every day years weekend half Christmas $ \u20ac 31.12.9999 9999-12-31 decade millennium "
    "tomorrow yesterday 0 00 ' said will"
).split(" ")
TEXTS = st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.lists(st.sampled_from(WORDS), max_size=30).map("".join)


def _published(day: datetime.date, length: int) -> DocumentCreationTime:
    latest = datetime.date.fromordinal(min(day.toordinal() + length, datetime.date.max.toordinal()))
    return DocumentCreationTime(day, None if length < 0 else latest, "front matter")


PUBLICATIONS = st.none() | st.builds(_published, st.dates(), st.integers(-1, 400))


@given(TEXTS, PUBLICATIONS)
@example("two thousand years ago, 900 millennia ago, in 9999 years", DocumentCreationTime(datetime.date.min, datetime.date.max, "x"))
@example("next week, next year, next century, tomorrow", DocumentCreationTime(datetime.date.max, datetime.date.max, "x"))
@example("last week, last year, yesterday, last Monday", DocumentCreationTime(datetime.date.min, datetime.date.min, "x"))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str, published: DocumentCreationTime | None) -> None:
    tagging = tag(text, published)
    end = 0
    for timex in tagging.timexes:
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert text[slice(*timex.span)] == timex.text
        assert timex.value
        assert timex.words and timex.words.start <= timex.span.start and timex.span.end <= timex.words.end <= len(text)
        end = timex.span.end
    assert tag(text, published) == tagging


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=4))
@settings(max_examples=200, deadline=None)
def test_what_is_skipped_is_left_out(text: str, spans: list[tuple[int, int]]) -> None:
    skip = [Span(start, start + length) for start, length in spans]
    for timex in tag(text, skip=skip).timexes:
        assert not any(timex.span.start < span.end and span.start < timex.span.end for span in skip if span.start < span.end)


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("LANG", "tr_TR.UTF-8")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


def test_time_zone_and_locale_change_nothing(far_away: None) -> None:
    assert os.environ["TZ"] == "Pacific/Kiritimati"
    day = datetime.date(2018, 11, 8)
    values = [timex.value for timex in tag("Today, on Friday, last week and in April.", DocumentCreationTime(day, day, "x")).timexes]
    assert values == ["2018-11-08", "2018-11-02", "2018-W44", "2018-04"]


UNITS = (
    "1",
    ".",
    "May ",
    " ",
    "1/",
    "a",
    "2018-",
    "the ",
    "Monday ",
    '"',
    "\n",
    "@",
    "www.",
    "3 days ",
    "May 3, ",
    "1,",
    "between 2009 and ",
    "June 3-5 ",
)


def _seconds(text: str) -> float:
    """Processor time: what else the machine does meanwhile does not count."""
    began = time.process_time()
    tag(text)
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length_alone(unit: str) -> None:
    """Four times the text takes about four times as long; a quadratic step would take sixteen."""
    short, long = unit * (10_000 // len(unit)), unit * (40_000 // len(unit))
    tag("May 3")
    assert any(_seconds(long) / max(_seconds(short), 0.002) < 9 for _ in range(4))  # again, where the machine was busy


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1", ".", "May ", " ", "1/", "at ", "\n", "(((", "\u6b21", "\u0645\u0627 "])
def test_ten_megabytes_are_read(unit: str) -> None:
    assert _seconds(unit * (10_000_000 // len(unit))) < 60


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["Monday ", "May 3, ", "a ", "the the ", "1 1 ", "in the year ", "3 days ago "])
def test_a_megabyte_of_dates_is_read(unit: str) -> None:
    assert _seconds(unit * (1_000_000 // len(unit))) < 60
