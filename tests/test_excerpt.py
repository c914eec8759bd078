"""The line under a message: its mark stands under the mistake, and nothing in it does harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.check import read
from timeline.check.text import Lines
from timeline.errors import Problem
from timeline.excerpt import columns, excerpt, in_lines
from timeline.pages.mistakes import banner


def shown(line: str, wrong: str) -> list[str]:
    """The lines under a message about the first `wrong` in a line, which is the second of its text."""
    start = line.index(wrong)
    return in_lines(Lines(f"first\n{line}\nthird").problem("a.yaml", "…", 6 + start, 6 + start + len(wrong)))


@pytest.mark.parametrize(
    ("line", "wrong", "expected"),
    [
        ("  date: 2001-13 # x", "2001-13", ["    2 |   date: 2001-13 # x", "      |         ^^^^^^^"]),
        ("題: 東京 wrong", "wrong", ["    2 | 題: 東京 wrong", "      |          ^^^^^"]),
        ("a: 東京", "東京", ["    2 | a: 東京", "      |    ^^^^"]),
        ("e\u0301: x", "x", ["    2 | e\u0301: x", "      |    ^"]),
        ("a:\tb\tc", "b", ["    2 | a:    b    c", "      |       ^"]),
        ("-\tid", "\t", ["    2 | -    id", "      |  ^^^^"]),
        ("a: \x1b[31mred", "red", ["    2 | a: �[31mred", "      |         ^^^"]),
        ("a: \u202ered", "\u202e", ["    2 | a: �red", "      |    ^"]),
        ("می\u200cخواهم: x", "x", ["    2 | میخواهم: x", "      |          ^"]),
        (
            "a: " + "very " * 30 + "WRONG" + " long" * 30,
            "WRONG",
            ["    2 | … very very very very very very very very very WRONG long l…", "      | " + " " * 47 + "^^^^^"],
        ),
        ("a: " + "w" * 99 + " b", "w" * 99, ["    2 | a: " + "w" * 39 + "…", "      |    " + "^" * 40]),
    ],
)
def test_the_mark_stands_under_the_mistake(line: str, wrong: str, expected: list[str]) -> None:
    assert shown(line, wrong) == expected


def test_what_is_empty_or_goes_on_is_marked_in_its_line() -> None:
    lines = Lines("a:\r\nb: one\r\n  two\r\n")
    assert in_lines(lines.problem("a.yaml", "…", 2, 2)) == ["    1 | a:", "      |   ^"]
    assert in_lines(lines.problem("a.yaml", "…", 7, 18)) == ["    2 | b: one", "      |    ^^^"]


def test_a_page_marks_the_mistake_and_shows_no_harm() -> None:
    problem = Lines("a: <b>& \x1b").problem("a.yaml", "…", 3, 6)
    assert '<li>a.yaml:1:4: …<pre><span class="number">1</span>a: <mark>&lt;b&gt;</mark>&amp; �</pre></li>' in banner([problem], "", None)
    assert "<mark> </mark>" in banner([Lines("a:").problem("a.yaml", "…", 2, 2)], "", None)
    assert "<li>a.yaml: …</li>" in banner([Problem("a.yaml", "…")], "", None)


def test_a_problem_without_its_line_has_none_to_show() -> None:
    assert in_lines(Problem("a.yaml", "…")) == in_lines(Problem("a.yaml", "…", 1, 1)) == []


LINES = st.text(st.sampled_from(list("ab é東😀e\u0301\u200d\u202e\t\x00\x1b\u2028\ufffe")), max_size=300)


@given(LINES, st.integers(0, 300), st.integers(0, 300))
def test_any_line_fits_and_holds_nothing_that_a_terminal_obeys(line: str, start: int, length: int) -> None:
    start = min(start, len(line))
    problem = Lines(line).problem("a.yaml", "…", start, start + length)
    found = excerpt(problem)
    assert (found is None) == (not line.strip())
    for text in in_lines(problem):
        assert text.isprintable() and columns(text) <= 8 + 60 + 1


@given(st.binary(max_size=60))
def test_every_problem_of_a_file_has_a_line_that_is_there(data: bytes) -> None:
    for problem in read(b"events:\n  - id: a\n    title: " + data).problems:
        assert problem.line and problem.column and problem.end_column and problem.end_column > problem.column
        assert problem.column <= len(problem.source) + 1
