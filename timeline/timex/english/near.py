"""The words around a match, which guards look at."""

from __future__ import annotations

_REACH = 48  # characters looked at on either side


def before(text: str, start: int) -> str:
    """The few words that stand before."""
    return text[max(0, start - _REACH) : start]


def after(text: str, end: int) -> str:
    """The few words that follow."""
    return text[end : end + _REACH]


def word_before(text: str, start: int) -> str:
    """The word that stands directly before, in lower case; "" where punctuation stands between."""
    return (before(text, start).rstrip("( \t\r\n\u00a0").rsplit(maxsplit=1) or [""])[-1].lower().lstrip("\"'(\u201c\u2018")
