"""Article pages: quotes are found and marked, furniture is dropped, and no more is shown than may be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Article, Event, Span
from timeline.pages.article import Quotation, blocks, find, quotations, read
from timeline.pages.values import HowMuch

TEXT = """Menu

Ferry sinks

The ferry Aurora sank on Monday. Nobody was hurt.

It had left port an hour before.

The owner had been warned in May. He denies it.
Share this"""
FURNITURE = (Span(0, 5), Span(TEXT.index("Share"), len(TEXT)))
FERRY = Article("seeds/ferry.txt", TEXT, title="Ferry sinks", furniture=FURNITURE)


def quoted(event: Any, *quotes: str) -> list[Quotation]:
    return [Quotation(f"e{number}", event(f"e{number}"), quote) for number, quote in enumerate(quotes)]


def shown(event: Any, how_much: HowMuch, *quotes: str) -> list[str]:
    """Each paragraph as text, quotes in brackets, a gap before it as dots."""
    reading = read(FERRY, quoted(event, *quotes), how_much)
    return [
        ("… " if paragraph.after_gap else "") + "".join(f"[{run.text}]" if run.marked else run.text for run in paragraph.runs).strip()
        for paragraph in reading.paragraphs
    ]


def test_as_much_as_may_be_shown(event: Any) -> None:
    quotes = "The ferry Aurora sank on Monday.", "The owner had been warned in May."
    assert shown(event, "quotes", *quotes) == ["… [The ferry Aurora sank on Monday.]", "… [The owner had been warned in May.]"]
    assert shown(event, "paragraphs", *quotes) == [
        "… [The ferry Aurora sank on Monday.] Nobody was hurt.",
        "… [The owner had been warned in May.] He denies it.",
    ]
    assert shown(event, "all", *quotes) == [
        "[The ferry Aurora sank on Monday.] Nobody was hurt.",
        "It had left port an hour before.",
        "[The owner had been warned in May.] He denies it.",
    ]


def test_overlapping_quotes_are_marked_once_with_all_their_events(event: Any) -> None:
    reading = read(FERRY, quoted(event, "Aurora sank on Monday. Nobody", "The ferry Aurora sank on Monday.", "on Monday"), "quotes")
    (paragraph,) = reading.paragraphs
    assert [run.text for run in paragraph.runs] == ["The ferry Aurora sank on Monday. Nobody"]
    assert sorted(quotation.anchor for quotation in paragraph.quotations) == ["e0", "e1", "e2"]


def test_a_quote_over_two_paragraphs_is_marked_in_both(event: Any) -> None:
    assert shown(event, "quotes", "Nobody was hurt. It had left port") == ["… [Nobody was hurt.\n]", "[It had left port]"]


def test_a_quote_is_found_whatever_its_white_space() -> None:
    span = find(FERRY, "sank  on\nMonday. ")
    assert span and TEXT[span.start : span.end] == "sank on Monday."


def test_a_quote_is_not_found_in_furniture() -> None:
    assert find(FERRY, "Share this") is None and find(FERRY, "Menu") is None and find(FERRY, "  ") is None


def test_quotes_that_are_not_in_the_text_are_told(event: Any) -> None:
    assert [quotation.quote for quotation in read(FERRY, quoted(event, "It floats."), "all").unfound] == ["It floats."]


def test_a_caption_held_twice_is_shown_once(event: Any) -> None:
    caption = "A tug pulls the wreck of the ferry Aurora, with its bow under water, past the lighthouse and into the harbour, May 7"
    doubled = Article("a.txt", f"{caption}\n{caption}\n\nNext.", title="t")
    reading = read(doubled, quoted(event, caption), "all")
    assert [paragraph.runs[0].text.strip() for paragraph in reading.paragraphs] == [caption, "Next."]
    assert reading.paragraphs[0].runs[0].marked


def test_each_quote_of_an_event_has_its_anchor(event: Any) -> None:
    twice = event("a", quote="One.", article="x.txt")
    twice = Event("a", twice.date, "t", sources=twice.sources * 2)
    by_article, anchors = quotations([twice, event("b", quote="Two.", article="x.txt")])
    assert [quotation.anchor for quotation in by_article["x.txt"]] == ["a", "a_2", "b"]
    assert anchors == {("a", 0): "a", ("a", 1): "a_2", ("b", 0): "b"}


@given(
    text=st.text(alphabet="ab \n.", max_size=80),
    cuts=st.lists(st.integers(0, 80), max_size=6),
    places=st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=5),
)
def test_all_text_but_furniture_is_shown_once(event: Any, text: str, cuts: list[int], places: list[tuple[int, int]]) -> None:
    """Whatever is quoted, the whole article's text comes out in order, and nothing of the furniture does."""
    ends = sorted({min(cut, len(text)) for cut in cuts})
    furniture = tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False))
    article = Article("a.txt", text, furniture=furniture, title="no such title")
    quotes = [text[start : start + length] for start, length in places]
    reading = read(article, quoted(event, *quotes), "all")
    said = "".join(run.text for paragraph in reading.paragraphs for run in paragraph.runs)
    outside = "".join(char for at, char in enumerate(text) if not any(span.start <= at < span.end for span in furniture))
    expected, found = "".join(outside.split()), "".join(said.split())
    # A paragraph that repeats the one before it is left out, so the text may be shorter, never longer.
    rest = iter(expected)
    assert all(char in rest for char in found)  # in order, nothing twice
    if len({line.strip() for line in text.split("\n")}) == text.count("\n") + 1:
        assert found == expected
    assert all(span.start < span.end for span in blocks(article))


@pytest.mark.parametrize("how_much", ["quotes", "paragraphs", "all"])
def test_work_grows_with_the_text_alone(event: Any, how_much: HowMuch) -> None:
    many = 3000
    article = Article("a.txt", "\n\n".join(f"Sentence {number} of the report." for number in range(many)))
    reading = read(article, quoted(event, *(f"Sentence {number} of the report." for number in range(0, many, 300))), how_much)
    assert sum(len(paragraph.quotations) for paragraph in reading.paragraphs) == 10
