"""Names: the cases of cases.md, and what holds for every article."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import is_linear
from timeline.model import Article, Sentence, Span
from timeline.names import find
from timeline.sentences import split

CASES = re.findall(r"^> (.+)\n= (.+)$", Path(__file__).with_name("cases.md").read_text(encoding="utf-8"), re.M)
KINDS = ("person", "organisation", "place")


def names_in(text: str) -> list[str]:
    article = Article("a.txt", text)
    found = find(article, split(article))
    return ["; ".join(dict.fromkeys(name.name for name in found if name.kind == kind)) or "-" for kind in KINDS]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_case(text: str, wanted: str) -> None:
    assert " | ".join(names_in(text.replace(" ¶ ", "\n\n"))) == wanted


PIECES = st.sampled_from(
    "The Mr. Dr. Anna Lind Kim U.S. Ministry of Justice and for the in near Norberg Singapore President spokesman ( ) , . ' ’s & al-Sisi 7"
    " said SINGAPORE — NBA \n\n Ü University van".split(" ")
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_names_lie_in_the_text_in_order(text: str) -> None:
    article = Article("a.txt", text)
    found = find(article, split(article))
    for name in found:
        assert text[name.span.start : name.span.end].strip()
        assert name.name == " ".join(name.name.split()) != ""
        assert name.kind in KINDS
    assert list(found) == sorted(found, key=lambda name: name.span)


def test_an_article_in_another_language_names_nothing() -> None:
    article = Article("a.txt", "Die Kanzlerin Angela Merkel besuchte am Freitag Oslo.", language="de")
    assert find(article, split(article)) == ()


PIECE = pytest.mark.parametrize("piece", ["Anna Lind ", "Ministry of ", "of the Kim ", "A. ", "(NBA) ", "al-", "President ", "’s ' "])


@PIECE
def test_time_grows_with_the_text(piece: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        article = Article("a.txt", (piece * 40 + "was there.\n\n") * size)
        sentences = split(article)
        return lambda: find(article, sentences)

    assert is_linear(prepare, 40)


@PIECE
def test_time_grows_with_the_sentence(piece: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = piece * size
        return lambda: find(Article("a.txt", text), [Sentence(Span(0, len(text)), text)])

    assert is_linear(prepare, 1000)
