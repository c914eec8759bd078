"""Values that are written as words are read back as the same values."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import DocumentCreationTime, parse_basis

BASES = st.sampled_from(["front matter", "page metadata", "address", "dateline", "inferred"])


@given(earliest=st.dates(), days=st.none() | st.integers(0, 500), basis=BASES)
def test_days_of_publication_are_read_as_they_are_written(earliest: datetime.date, days: int | None, basis: str) -> None:
    last = datetime.date.max.toordinal()
    latest = None if days is None else datetime.date.fromordinal(min(earliest.toordinal() + days, last))
    published = DocumentCreationTime(earliest, latest, basis)
    read = parse_basis(str(published))
    assert read and (read.earliest, read.latest) == (earliest, latest) and str(read) == str(published)
    assert read == published or (published.day and basis != "inferred")  # then the day is a fact, whatever it is known from
    assert (read.basis == "inferred") == (basis == "inferred")


@pytest.mark.parametrize(
    "text", ["", "Aug. 4, 2018", '"published 2018-11-08"', "published 2018-13-08", "published", "published in 2018", "inferred"]
)
def test_other_words_name_no_day_of_publication(text: str) -> None:
    assert parse_basis(text) is None
