"""Sentences: the cases that anyone can extend, and what holds for every text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import is_linear
from timeline import sentences
from timeline.model import Article, Span
from timeline.paragraphs import lines, paragraphs
from timeline.sentences import split

CASES = (Path(__file__).parent / "articles/cases/sentences.md").read_text(encoding="utf-8")
BOUNDARIES = re.findall(r"^## (.*)\n\n```\n(.*?)\n```$", CASES, re.M | re.S)

WORDS = "Aug. 4|U.S.|Lt.|Col.|said|He|\"|''|``|“|”|(|)|.|!|?|,|é|😀|今天。|2018|- |1. |Share|XS|[1]|p.m.|" + "a" * 60
SPACES = ["\n", "\r\n", "\r", "\n\n", " ", "\t", "\u00a0", "\u2028", "\x0c"]
NEWS = st.lists(st.sampled_from(WORDS.split("|") + SPACES), max_size=60).map("".join)
TEXTS = NEWS | st.text(max_size=300)


def texts(article: Article) -> list[str]:
    return [sentence.text for sentence in split(article)]


@pytest.mark.parametrize(("name", "marked"), BOUNDARIES, ids=[name for name, _ in BOUNDARIES])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_boundaries(name: str, marked: str, line_end: str) -> None:
    marked = marked.replace("\n", line_end)
    assert texts(Article("a.txt", marked.replace("|", ""))) == [part.strip() for part in marked.split("|")]


@given(TEXTS, st.data())
@settings(deadline=None)
def test_sentences_hold_all_text_that_is_no_furniture_each_once(text: str, data: st.DataObject) -> None:
    furniture = tuple(span for span in lines(text) if data.draw(st.integers(0, 3)) == 0)
    found = split(Article("a.txt", text, furniture=furniture))
    position = 0
    left_out = []
    for sentence in found:
        assert position <= sentence.span.start < sentence.span.end
        assert sentence.text == text[sentence.span.start : sentence.span.end] == sentence.text.strip()
        left_out.append(text[position : sentence.span.start])
        position = sentence.span.end
    left_out.append(text[position:])
    assert "".join("".join(left_out).split()) == "".join("".join(text[span.start : span.end] for span in furniture).split())


@given(NEWS, st.sampled_from([1, 7, 50]))
@settings(deadline=None)
def test_a_small_window_still_holds_all_text(text: str, window: int) -> None:
    usual = sentences.WINDOW
    try:
        sentences.WINDOW = window
        found = "".join(sentence.text for sentence in split(Article("a.txt", text)))
    finally:
        sentences.WINDOW = usual
    assert "".join(found.split()) == "".join(text.split())


def test_a_window_ends_no_sentence() -> None:
    sentence = "On Aug. 4 the council of the city of Quayside voted to close the harbour bridge. "
    assert texts(Article("a.txt", sentence * 300)) == [sentence.strip()] * 300


@given(TEXTS)
@settings(deadline=None)
def test_paragraphs_are_in_order_and_hold_all_text(text: str) -> None:
    found = paragraphs(text)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert "".join("".join(text[span.start : span.end] for span in found).split()) == "".join(text.split())


def test_offsets_count_code_points() -> None:
    text = "😀 Été. Prices rose 😀. “Fin.”"
    assert [sentence.span for sentence in split(Article("a.txt", text))] == [Span(0, 6), Span(7, 21), Span(22, 28)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bridge reopens", "headline"),
        ("Bridge\treopens", "headline"),
        ("Mayor Ida Roth, left, speaks with Ray Dole in Quayside, May 2, 2021", "caption"),
        ("Mayor Ida Roth cuts the ribbon in Quayside, May 2", "caption"),
        ("FILE - Mayor Ida Roth speaks in Quayside, May 2, 2021.", "caption"),
        ("Mayor Ida Roth speaks in Quayside. (AP Photo/Ana Lima)", "caption"),
        ("Mayor Ida Roth speaks in this file photo.", "caption"),
        ("Mayor Ida Roth spoke in Quayside on May 2, 2021.", "body"),
        ("QUAYSIDE (AP) — The mayor left on Sunday.", "body"),
        ("The mayor left office, right after the vote was counted in May.", "body"),
        ("May 2021: bridge reopened", "body"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert {sentence.kind for sentence in split(Article("a.txt", text, title="Bridge reopens"))} == {kind}


def test_a_headline_of_two_sentences_is_all_headline() -> None:
    article = Article("a.txt", "It is open. Quayside waits.\n\nIt is open. They came.", title="It is open. Quayside waits.")
    assert [sentence.kind for sentence in split(article)] == ["headline", "headline", "body", "body"]


@pytest.mark.parametrize("unit", ['"', "“", "«", "(", "Xx. ", 'Mr. "', "a", ". ", "Aug. ", "`", "\n", "x\n", "U.S. ", '." '])
def test_time_grows_with_the_length(unit: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        article = Article("a.txt", unit * (size // len(unit)))
        return lambda: split(article)

    assert is_linear(prepare, 20_000)  # more than a window holds


@pytest.mark.parametrize("text", ["a" * 12_000, "quay " * 3000, "今" * 12_000, '"Quay ' * 3000])
def test_what_never_ends_is_cut_at_a_space(text: str) -> None:
    found = texts(Article("a.txt", text))
    assert max(map(len, found)) <= sentences.LONGEST
    assert all(len(part) > sentences.LONGEST - 10 for part in found[:-1])
    assert " ".join(found) == text.strip() or "".join(found) == text
