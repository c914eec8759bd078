"""A sentence of which a few words were changed is known again; another one is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import is_linear
from timeline.edtf import parse
from timeline.store.traces import ALIKE, Traces, likeness, trace

DAY, NEXT = parse("2018-08-04"), parse("2018-08-05")
BRIDGE = "The mayor opened the new bridge over the river Wenn on 4 August, three months late."


def of(quote: str) -> str:
    return trace(quote, DAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIDGE, "The mayor opened the new bridge over the river Venn on 4 August, three months late."),
        (BRIDGE, "The mayor, Ada Lund, opened the new bridge over the river Wenn on 4 August, three months late."),
        (BRIDGE, "The mayor opened the new bridge across the river Wenn on Aug. 4, three months late."),
        (BRIDGE, "The mayor opened the new bridge over the river Wenn on 4 August."),
        ("They met in June.", "They meet in June."),
        ("Twelve died on 4 August.", "Fourteen died on 4 August."),
        ("三名男子八月四日在上海被捕。", "三名男子八月四日在上海市被捕。"),
        ("ประธานาธิบดีลงนามเมื่อวันที่ 4 สิงหาคม", "ประธานาธิบดีได้ลงนามเมื่อวันที่ 4 สิงหาคม"),
    ],
)
def test_a_changed_sentence_is_alike(one: str, other: str) -> None:
    assert likeness(of(one), of(other)) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIDGE, "The mayor closed the old ferry over the river on 4 August, after many complaints."),
        ("On 4 August, police arrested two men in Lyon.", "On 4 August, police questioned six women near Lille."),
        ("三名男子八月四日在上海被捕。", "八月四日北京下大雨。"),
        (BRIDGE, ""),
        ("", ""),
    ],
)
def test_another_sentence_is_not(one: str, other: str) -> None:
    assert likeness(of(one), of(other)) < ALIKE


def test_a_changed_sentence_of_another_day_is_another_claim() -> None:
    changed = BRIDGE.replace("mayor", "minister")
    assert likeness(of(BRIDGE), of(changed)) > ALIKE
    assert likeness(of(BRIDGE), trace(changed, NEXT)) == likeness(of(BRIDGE), trace(changed, None)) == 0.0


def test_the_very_same_sentence_is_the_same_whatever_its_date_is_read_as() -> None:
    assert likeness(of(BRIDGE), trace(BRIDGE, NEXT)) == ALIKE
    assert likeness(of(BRIDGE), trace(BRIDGE, parse("2018-08-04T08:00"))) == 1.0
    assert likeness(of(""), trace("", NEXT)) == 0.0


def test_typography_makes_no_difference() -> None:
    assert of("“We agree,” she said – on  4 August.") == of('"WE AGREE" she said -- on 4 August')


SENTENCES = st.lists(st.sampled_from("a b c d e f g h river bridge mayor on 4 August".split()), min_size=1, max_size=12)


MADE = st.builds(lambda words, date: trace(" ".join(words), date), SENTENCES, st.sampled_from([DAY, DAY, NEXT]))


@given(st.lists(MADE, max_size=12), MADE)
def test_looking_up_finds_what_comparing_all_finds(known: list[str], wanted: str) -> None:
    traces = Traces()
    for one in known:
        traces.add(one)
    every = [(likeness(wanted, one), number) for number, one in enumerate(known)]
    assert traces.alike(wanted) == [(alike, number) for alike, number in every if alike >= ALIKE]


def test_time_grows_with_the_number_of_sentences() -> None:
    def prepare(size: int) -> Callable[[], object]:
        known = [of(f"{BRIDGE} It was the {number}th of its kind, said the mayor.") for number in range(size)]

        def look_up() -> None:
            traces = Traces()
            for one in known:
                traces.add(one)
            for one in known:
                assert traces.alike(one)

        return look_up

    assert is_linear(prepare, 500)
