"""Cells of a spreadsheet: lists in one, and what a spreadsheet must not take for a formula.

In and out: text. What `guarded` and `joined` write, `bare` and `split` read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_SPECIAL = re.compile(r"[\\;]")
_SPLIT = re.compile(r"\\([\\;])|;")


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would compute it."""
    return f"'{text}" if _FORMULA.match(text) else text


def bare(cell: str) -> str:
    """The text of a cell without its apostrophe."""
    return cell[1:] if _GUARDED.match(cell) else cell


def joined(names: Iterable[str]) -> str:
    r"""A list in one cell, with `;` between; a `;` or `\` within a name has a `\` before it."""
    return "; ".join(_SPECIAL.sub(r"\\\g<0>", name) for name in names)


def split(cell: str) -> list[str]:
    """The list that a cell holds."""
    names, name, at = [], "", 0
    for found in _SPLIT.finditer(cell):
        name += cell[at : found.start()] + (found[1] or "")
        at = found.end()
        if not found[1]:
            names.append(name)
            name = ""
    return [text for text in map(str.strip, [*names, name + cell[at:]]) if text]


def letter(index: int) -> str:
    """The letters of a column, counted from 0: A, …, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
