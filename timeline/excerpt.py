"""The line of a mistake with the mistake marked, as a terminal or a page can show it.

In: a problem that holds its line. Out: an `Excerpt`, short enough for a terminal of 80 columns, with nothing in it that a terminal
would obey; or the lines to print under the message:

     14 |     date: 2001-13
        |           ^^^^^^^
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from timeline.errors import Problem

_WIDTH = 60  # of the line; before it there is room for its number, and for what MkDocs writes before its messages
_WIDEST_MISTAKE = 40
_LEAST_AFTER = 8
_FAR = 4 * _WIDTH  # what lies further away than this is not looked at
_TAB = "    "
_JOINERS = "\u200c\u200d"  # they take no room, or join what terminals do not


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line in three parts: what stands before the mistake, the mistake, what stands after it; … where it was cut."""

    before: str
    wrong: str
    after: str

    @property
    def mark(self) -> str:
        """What to print under the line: ^ under each column of the mistake."""
        return " " * columns(self.before) + "^" * max(columns(self.wrong), 1)


def excerpt(problem: Problem) -> Excerpt | None:
    """The line of a problem, cut around the mistake; None where the problem has no line to show."""
    if problem.column is None or not problem.source.strip():
        return None
    start = problem.column - 1
    end = max(problem.end_column - 1 if problem.end_column else start, start)
    wrong = _head(_plain(problem.source[start : min(end, start + _FAR)]), _WIDEST_MISTAKE)
    after = "" if wrong.endswith("…") else _plain(problem.source[end : end + _FAR]).rstrip()
    before = _tail(_plain(problem.source[max(start - _FAR, 0) : start]), _WIDTH - columns(wrong) - min(columns(after), _LEAST_AFTER))
    return Excerpt(before, wrong, _head(after, _WIDTH - columns(before) - columns(wrong)))


def in_lines(problem: Problem) -> list[str]:
    """The two lines to print under the message of a problem; none where it has no line to show."""
    shown = excerpt(problem)
    if shown is None:
        return []
    number = f"{problem.line:>5}"
    return [f"{number} | {shown.before}{shown.wrong}{shown.after}", f"{' ' * len(number)} | {shown.mark}"]


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _plain(text: str) -> str:
    """A text with nothing invisible in it."""
    if text.isprintable():
        return text
    return "".join(_TAB if char == "\t" else char if char.isprintable() else "" if char in _JOINERS else "�" for char in text)


def _head(text: str, room: int) -> str:
    """The beginning of a text that fits into so many columns, and … where it was cut."""
    if columns(text) <= room:
        return text
    used = 1
    for count, char in enumerate(text):
        used += _width(char)
        if used > room:
            return text[:count] + "…"
    return text


def _tail(text: str, room: int) -> str:
    """The end of a text that fits into so many columns, and … where it was cut."""
    return text if columns(text) <= room else "…" + _head(text[::-1], room)[-2::-1]
