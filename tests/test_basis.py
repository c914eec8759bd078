"""What a date was resolved against is read back as it was written, and other words are left as they are."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.basis import OPEN_ORDER, Basis, parse
from timeline.model import DocumentCreationTime

LAST = datetime.date.max.toordinal()
INFERRED = ["inferred", 'inferred from "May 3, 2018"', 'inferred from "May 3, 2018", "June 4 (a Monday)" and "the 5th"']
KNOWN = ["front matter", "page metadata", "address", "dateline"]


@st.composite
def publications(draw: st.DrawFn) -> DocumentCreationTime:
    earliest = draw(st.dates())
    days = draw(st.none() | st.integers(0, 500))
    latest = None if days is None else datetime.date.fromordinal(min(earliest.toordinal() + days, LAST))
    return DocumentCreationTime(earliest, latest, draw(st.sampled_from([*KNOWN, *INFERRED])))


@given(published=publications())
def test_days_of_publication_are_read_as_they_are_written(published: DocumentCreationTime) -> None:
    read = parse(str(published))
    assert read and read.published and str(read) == str(published)
    assert read.published == published or (published.day and not published.inferred)  # then the day is a fact, however it is known
    assert read.published.inferred == published.inferred
    assert read.guessed == (published.inferred or published.day is None)


@given(
    earlier=st.sampled_from(["", "in June", "the 1990s", "May 3, 2018 (a Thursday)", "'98"]),
    date=st.sampled_from(["", "2018", "[2018-11-05..2018-11-11]"]),
    published=st.none() | publications(),
    order=st.sampled_from(["", OPEN_ORDER, 'day first, as in "25/03/2021"', "month first, as its language (en) has it"]),
    likeliest=st.booleans(),
)
def test_a_basis_is_read_as_it_is_written(
    earlier: str, date: str, published: DocumentCreationTime | None, order: str, likeliest: bool
) -> None:
    written = str(Basis(earlier, date if earlier else "", published, order, likeliest))
    read = parse(written)
    assert (read is None) == (not written)
    if read:
        assert str(read) == written
        assert (read.earlier, read.earlier_date, read.order, read.likeliest) == (earlier, date if earlier else "", order, likeliest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Aug. 4, 2018",
        '"published 2018-11-08"',
        "published 2018-13-08",
        "published",
        "published in 2018",
        "inferred",
        "published 2018-11-08; a guess",
    ],
)
def test_other_words_are_left_as_they_are(text: str) -> None:
    assert parse(text) is None
