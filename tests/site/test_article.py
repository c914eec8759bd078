"""Article pages: quotes are found and marked, furniture is dropped, and no more is shown than may be."""

from __future__ import annotations

import textwrap
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Article, Event, Span
from timeline.pages.article import Quotation, quotations, read
from timeline.pages.values import HowMuch
from timeline.paragraphs import finder, lines, paragraphs
from timeline.sentences import split

TEXT = """Menu

Ferry sinks

The ferry Aurora sank on Monday. Nobody was hurt.

It had left port an hour before.

The owner had been warned in May. He denies it.
Share this"""
FURNITURE = (Span(0, 5), Span(TEXT.index("Share"), len(TEXT)))
FERRY = Article("seeds/ferry.txt", TEXT, title="Ferry sinks", furniture=FURNITURE)


find = finder(TEXT, paragraphs(TEXT, FURNITURE))


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
    assert shown(event, "quotes", "Nobody was hurt. It had left port") == ["… [Nobody was hurt.]", "[It had left port]"]


def test_a_quote_is_found_whatever_its_white_space() -> None:
    span = find("sank  on\nMonday. ")
    assert span and TEXT[span.start : span.end] == "sank on Monday."


def test_a_quote_is_not_found_in_furniture_nor_across_it() -> None:
    assert find("Share this") is None and find("Menu") is None and find("  ") is None
    text = "It sank.\n\nShare this\n\nIt floats."
    assert finder(text, paragraphs(text, (Span(10, 20),)))("It sank. It floats.") is None


@given(
    words=st.lists(st.sampled_from(["a", "bb", "ab", "."]), min_size=1, max_size=12),
    spaces=st.lists(st.sampled_from([" ", "\n", "\n\n", "\t "]), min_size=12),
    cut=st.tuples(st.integers(0, 30), st.integers(1, 30)),
)
def test_what_is_found_is_what_was_quoted(words: list[str], spaces: list[str], cut: tuple[int, int]) -> None:
    text = "".join(word + space for word, space in zip(words, spaces, strict=False))
    quote = text[cut[0] : sum(cut)]
    span = finder(text, paragraphs(text))(quote)
    assert bool(span) == bool(quote.strip())
    assert not span or text[span.start : span.end].split() == quote.split()


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


def test_a_quote_that_is_the_title_has_its_place(event: Any) -> None:
    assert shown(event, "all", "Ferry sinks")[0] == "[Ferry sinks]"
    assert shown(event, "all", "Nobody was hurt.")[0] == "The ferry Aurora sank on Monday. [Nobody was hurt.]"


def test_paragraphs_are_those_that_sentences_are_read_in(event: Any) -> None:
    said = "The ferry Aurora left the harbour of Quayside in the early morning of a day in May with forty people aboard, " * 3 + "and sank."
    article = Article("a.txt", f"{textwrap.fill(said, 105)}\n\nNobody was hurt.")
    sentence, _ = split(article)
    first, _ = read(article, quoted(event, sentence.text), "all").paragraphs
    assert [(run.text.split(), run.marked) for run in first.runs] == [(said.split(), True)]


@given(
    text=st.text(alphabet="ab \n.", max_size=80),
    left_out=st.sets(st.integers(0, 40), max_size=6),
    places=st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=5),
)
def test_all_text_but_furniture_is_shown_once(event: Any, text: str, left_out: set[int], places: list[tuple[int, int]]) -> None:
    """Whatever is quoted, the whole article's text comes out in order, and nothing of the furniture does."""
    furniture = tuple(line for number, line in enumerate(lines(text)) if number in left_out)
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


def _seconds(article: Article, quotes: list[Quotation], how_much: HowMuch) -> float:
    began = time.perf_counter()
    read(article, quotes, how_much)
    return time.perf_counter() - began


@pytest.mark.parametrize("how_much", ["quotes", "paragraphs", "all"])
@pytest.mark.parametrize("unit", [" ", "\n", "a\n", "a. ", "It sank.\n\n", "\r", "\t\n"])
def test_time_grows_with_the_length_of_the_text(event: Any, unit: str, how_much: HowMuch) -> None:
    """Four times the text takes about four times as long; a quadratic step would take sixteen."""
    quotes = quoted(event, "The end.", "a a a", "It sank.\nIt sank.")
    short, long = (Article("a.txt", unit * (length // len(unit)) + "\n\nThe end.") for length in (20_000, 80_000))
    read(short, quotes, how_much)
    assert any(_seconds(long, quotes, how_much) / max(_seconds(short, quotes, how_much), 0.002) < 9 for _ in range(4))


def test_many_quotes_of_a_long_article(event: Any) -> None:
    """Time grows with the quotes, whether lines were broken within them or not."""
    sentences = [f"Sentence {number} of the report on the ferry that sank in the harbour of Quayside." for number in range(2000)]
    article = Article("a.txt", "\n\n".join(sentence.replace("report ", "report\n") for sentence in sentences))
    few, many = quoted(event, *sentences[:500]), quoted(event, *sentences)
    reading = read(article, many, "quotes")
    assert not reading.unfound and len(reading.paragraphs) == 2000
    assert any(_seconds(article, many, "quotes") / max(_seconds(article, few, "quotes"), 0.002) < 16 for _ in range(4))
