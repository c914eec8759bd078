"""The words that a person would quote, ranges, anchors, and the spans that are left out."""

from __future__ import annotations

import datetime

import pytest

from timeline.model import DocumentCreationTime, Span
from timeline.timex import tag

DAY = datetime.date(2018, 11, 8)
PUBLISHED = DocumentCreationTime(DAY, DAY, "front matter")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On October 25, the ministry named two firms.", ["On October 25"]),
        ("They met in a June summit at sea.", ["a June summit"]),
        ("It was found in a 2017 statement.", ["a 2017 statement"]),
        ("They met on May 3 and 4.", ["on May 3 and 4", "May 3 and 4"]),
        ("It lasted from May to July 2018.", ["from May to July 2018", "from May to July 2018"]),
        ("Between 2009 and 2011 it grew.", ["Between 2009 and 2011", "Between 2009 and 2011"]),
        ("The fair of June 3-5, 2018, was dry.", ["June 3-5, 2018", "June 3-5, 2018"]),
        ("He has been here since 2015.", ["since 2015"]),
        ("He left three days ago.", ["three days ago"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = [text[slice(*timex.words)] for timex in tag(text, PUBLISHED).timexes if timex.words]
    assert found == words


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("It fell on May 3, 2018.", [""]),
        ("It fell last week.", ["published 2018-11-08"]),
        ("It fell on October 25.", ["published 2018-11-08"]),
        ("It fell on May 3, 1946. Two days later it rose.", ["", 'earlier "May 3, 1946" (1946-05-03)']),
    ],
)
def test_anchor(text: str, anchors: list[str]) -> None:
    assert [timex.anchor for timex in tag(text, PUBLISHED).timexes] == anchors


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("It fell on May 3, 2018.", True),
        ("It was sealed on 11/02/2018.", False),
        ("He was arrested on December 30.", True),
        ("The council named two firms on December 30.", False),
        ("The fair of June 3", False),
        ("It will end on Friday.", True),
        ("Friday's papers", True),
        ("A Friday like that", False),
    ],
)
def test_what_is_sure(text: str, sure: bool) -> None:
    assert [timex.sure for timex in tag(text, PUBLISHED).timexes] == [sure]


def test_a_window_of_publication_leaves_a_date_unsure() -> None:
    window = DocumentCreationTime(DAY, datetime.date(2018, 11, 30), "inferred")
    assert [timex.sure for timex in tag("It fell last week, in 2017.", window).timexes] == [False, True]


def test_an_inferred_window_is_said() -> None:
    text = "The picture is of Aug. 4, 2018. It fell on October 25. The summit begins November 11. It failed this week."
    tagging = tag(text)
    basis = 'inferred from "Aug. 4, 2018", "October 25" and "November 11"'
    assert tagging.published == DocumentCreationTime(datetime.date(2018, 10, 25), datetime.date(2018, 11, 11), basis)
    assert tagging.timexes[-1].anchor == f"published between 2018-10-25 and 2018-11-11 ({basis})"


def test_what_is_skipped_is_not_read() -> None:
    text = "Monday 2018-05-03 Tuesday"
    assert [timex.text for timex in tag(text, PUBLISHED, skip=[Span(7, 17)]).timexes] == ["Monday", "Tuesday"]
    assert not tag(text, PUBLISHED, skip=[Span(10, 30), Span(0, 12)]).timexes


def test_a_date_does_not_reach_into_what_is_skipped() -> None:
    text = "It fell in May 2018"
    assert [timex.text for timex in tag(text, PUBLISHED, skip=[Span(15, 19)]).timexes] == ["May"]


def test_numbers_are_read_in_a_language_that_is_not_known() -> None:
    text = "Le 2018-08-04, en 2017 et le 25.10.2018, il a plu une minute par an; Sept hommes sont venus le 3 mars."
    assert [timex.value for timex in tag(text, PUBLISHED, language="la").timexes] == ["2018-08-04", "2017", "2018-10-25"]
