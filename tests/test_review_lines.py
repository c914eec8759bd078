"""Lines for a terminal: as wide as they may be, with all that the text says; and the way back from an edit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.cli.patching import patch
from timeline.excerpt import columns
from timeline.review.wrapping import Line, Piece, printable, wrapped

TEXT = st.text(st.sampled_from(list("ab  \n\té東😀\x1b\u202e’[*")), max_size=60)


def shown(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def test_lines_break_between_words_whatever_the_pieces() -> None:
    pieces = [Piece("The bridge ["), Piece("opened", "words"), Piece("] in\n1976, it was said.")]
    assert shown(wrapped(pieces, 22, "- ", "  ")) == ["- The bridge [opened]", "  in 1976, it was", "  said."]
    assert wrapped(pieces, 22)[0] == (Piece("The bridge ["), Piece("opened", "words"), Piece("] in"))


def test_words_that_are_longer_than_a_line_break_anywhere() -> None:
    assert shown(wrapped([Piece("a 東京都知事選挙 b")], 6)) == ["a", "東京都", "知事選", "挙 b"]
    assert shown(wrapped([Piece("abcdefgh")], 4, "| ")) == ["| ab", "| cd", "| ef", "| gh"]
    assert shown(wrapped([Piece("")], 4, "| ")) == ["| "]


@given(
    st.lists(st.builds(Piece, TEXT, st.sampled_from(["", "quote", "words"])), max_size=5), st.integers(6, 20), st.sampled_from(["", "| "])
)
def test_no_line_is_too_wide_and_nothing_is_left_out(pieces: list[Piece], width: int, indent: str) -> None:
    lines = shown(wrapped(pieces, width, indent))
    assert all(columns(line.rstrip()) <= width and line.startswith(indent) for line in lines)
    told = "".join(printable(piece.text) for piece in pieces)
    assert "".join("".join(line[len(indent) :].split(" ")) for line in lines) == "".join(told.split(" "))
    assert told.isprintable()


@given(st.binary(max_size=40), st.binary(max_size=20), st.binary(max_size=20), st.binary(max_size=20))
def test_a_patch_holds_what_differs(old: bytes, before: bytes, one: bytes, other: bytes) -> None:
    for first, second in ((old, one), (before + one + old, before + other + old), (one * 3, one * 2)):
        found = patch(first, second)
        assert found.applied(first) == second
        assert len(found.data) <= len(second)
    assert len(patch(before + one + old, before + other + old).data) <= len(other)
