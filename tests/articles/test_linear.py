"""Reading an article takes time that grows with its length, whatever it holds: these are what slips of a pattern would cost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.timing import is_linear
from timeline import articles
from timeline.articles import dates
from timeline.errors import TimelineError
from timeline.sentences import split

UNITS = (
    *(" ", "\t", "`", "`a``b", ">", "> ", "#", "# ", "-", "|-", "| a ", "*", "_", "~~", "**a", "_a ", "[", "](", "[](", "[a](", "(a)"),
    *("<", "<a ", "<!--", "\\", "&#1", "![", "a\n", "a", "A. ", "T", "= ", "'A", "told AP ", "May 3, 2021 ", "\u2028"),
)
OPENINGS = ("", "# A", "|", "`", "A. ", "---\ntitle: A\n---\n", "[](")


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_reading_takes_time_that_grows_with_the_length(tmp_path: Path, suffix: str, opening: str) -> None:
    def prepare(unit: str) -> Callable[[int], Callable[[], object]]:
        return lambda size: lambda: read(tmp_path / f"a{suffix}", f"{opening}{unit * (size // len(unit))} x")

    assert [unit for unit in UNITS if not is_linear(prepare(unit), 5_000)] == []


def read(path: Path, text: str) -> None:
    with contextlib.suppress(TimelineError):  # an article without words
        articles.read(path, "a", articles.Original(text.encode()))


@pytest.mark.parametrize("unit", ["T", "T,", ", ", "at ", "1:1", "1", "1/", "May "])
def test_a_day_that_is_far_too_long_is_refused_at_once(unit: str) -> None:
    def refuse(size: int) -> Callable[[], object]:
        def work() -> None:
            with pytest.raises(ValueError, match="is not a full date"):
                dates.parse(unit * size)

        return work

    assert is_linear(refuse, 5_000)


def test_what_is_split_has_no_endless_sentence(tmp_path: Path) -> None:
    for text in ("a" * 30_000, "word " * 10_000, '"Word ' * 9_000):
        article = articles.read(tmp_path / "a.txt", "a", articles.Original(text.encode()))
        found = split(article)
        assert max(len(sentence.text) for sentence in found) <= 5000
        assert "".join("".join(sentence.text.split()) for sentence in found) == "".join(text.split())
