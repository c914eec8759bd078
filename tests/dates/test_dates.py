"""Dates in EDTF and in words: the table of cases, and what holds for every date."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.written import dates
from timeline import edtf
from timeline.edtf import DateError, Day, days_in_month
from timeline.wording import in_words, read_date

ROWS = [
    tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
    for line in Path(__file__).with_name("cases.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| written")
]


@pytest.mark.parametrize(("written", "meaning", "words"), ROWS, ids=[row[0] for row in ROWS])
def test_case(written: str, meaning: str, words: str) -> None:
    if not meaning:
        with pytest.raises(DateError) as caught:
            read_date(written)
        assert f"'{written}' is not a date. " in str(caught.value)
        assert words in str(caught.value)
        return
    date = read_date(written)
    assert date.edtf == meaning
    assert in_words(date) == words


@given(dates())
def test_words_read_back_as_the_same_days(text: str) -> None:
    try:
        date = edtf.parse(text)
    except DateError:  # the two points overlap so that the second ends first
        return
    again = read_date(in_words(date))
    assert (again.earliest, again.latest, again.kind) == (date.earliest, date.latest, date.kind), in_words(date)


@given(dates())
def test_first_day_is_not_after_the_last(text: str) -> None:
    try:
        date = edtf.parse(text)
    except DateError:
        return
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    assert edtf.sort_key(date) == edtf.sort_key(edtf.parse(text))


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
def test_days_agree_with_another_reader_of_edtf(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        ours: tuple[int, ...] | None = edtf.parse(text).earliest
    except DateError:
        ours = None
    try:
        theirs: tuple[int, ...] | None = tuple(oracle.parse_edtf(text).lower_strict())[:3]
    except Exception:  # the oracle's grammar raises several kinds
        theirs = None
    if year and (month > 12 or day > days_in_month(year, max(month, 1)) or not month or not day):
        assert ours is None
    elif year:
        assert ours == theirs == Day(year, month, day)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        read_date(text)
    except DateError as error:
        assert "is not a date. " in str(error)


PARTS = re.findall(r"[\w'.~?]+|[^\w\s]", " ".join(row[0] for row in ROWS))


@given(st.lists(st.sampled_from(PARTS), max_size=8), st.sampled_from(["", " "]))
def test_any_words_of_dates_are_a_date_or_refused(parts: list[str], between: str) -> None:
    text = between.join(parts)
    try:
        date = read_date(text)
    except DateError as error:
        assert str(error).startswith(f"'{text}' is not a date. ")
    else:
        assert edtf.parse(date.edtf) == date


@given(st.lists(dates(), max_size=20))
def test_order_is_total(texts: list[str]) -> None:
    parsed = []
    for text in texts:
        try:
            parsed.append(edtf.parse(text))
        except DateError:
            continue
    once = sorted(parsed, key=edtf.sort_key)
    parsed.reverse()
    assert [edtf.sort_key(date) for date in once] == [edtf.sort_key(date) for date in sorted(parsed, key=edtf.sort_key)]
    for before, after in itertools.pairwise(once):
        assert (before.earliest or before.latest) <= (after.earliest or after.latest)


@given(st.text(st.sampled_from(list("0123456789-/.,: '~?XxTOctoberofthabu[]")), max_size=80))
def test_what_was_meant_can_be_read(written: str) -> None:
    try:
        read_date(written)
    except DateError as error:
        found = re.search(r"Did you mean '([^']*)'\?$", str(error))
        if found:
            read_date(found[1])
