"""The hard sentences of `wanted/`: each language reads as many of them as `wanted/floors.txt` says, a number that only rises."""

from __future__ import annotations

import pytest

from tests.bench.wanted import Wanted, read_floors, read_wanted

SENTENCES = read_wanted()


@pytest.mark.parametrize("language", SENTENCES)
def test_each_language_reads_as_many_as_its_floor(language: str) -> None:
    missed = [wanted.text for wanted in SENTENCES[language] if not wanted.is_read()]
    passed, floor = len(SENTENCES[language]) - len(missed), read_floors()[language]
    assert passed >= floor, f"{passed} are read as wanted, of which {floor} were; these are not: {missed}"
    assert passed <= floor, f"More are read: raise the floor of '{language}' in tests/timex/wanted/floors.txt from {floor} to {passed}."


def test_floors_and_sentences_are_of_the_same_languages() -> None:
    assert set(read_floors()) == set(SENTENCES)
    assert sum(map(len, SENTENCES.values())) > 150


@pytest.mark.parametrize(
    ("expressions", "is_read"),
    [
        ((("May 3, 2018", "DATE", "2018-05-03", ""),), True),
        ((("On May 3", "DATE", "2018-05-03", ""),), True),
        ((("On", "DATE", "2018-05-03", ""),), False),
        ((("May 3, 2018", "DATE", "2018-05-04", ""),), False),
        ((("May 3, 2018", "TIME", "2018-05-03", ""),), False),
        ((("May 3, 2018", "DATE", "2018-05-03", "APPROX"),), False),
        ((), False),
    ],
)
def test_what_counts_as_read(expressions: tuple[tuple[str, str, str, str], ...], is_read: bool) -> None:
    assert Wanted("en", "On May 3, 2018, it rained.", expressions).is_read() == is_read
