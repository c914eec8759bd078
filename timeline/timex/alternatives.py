"""Regular expressions of many words, written so that they are tried quickly.

In: a pattern of alternatives, "said|told|set (?:off|out)". Out: one that matches the same, in which those that begin with the same
letter share it: a word that begins with another letter costs one step for all of them, not one for each.
"""

from __future__ import annotations

import re

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.DOTALL)


def split(pattern: str) -> list[str]:
    """The alternatives of a pattern, those within its groups left whole."""
    found, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            found.append("")
        else:
            found[-1] += piece
    return found


def by_first_letter(pattern: str) -> str:
    """The same alternatives in a group. Those of one letter keep their order; those that begin with no letter of their own follow."""
    groups: dict[str, list[str]] = {}
    others = []
    for alternative in split(pattern):
        if alternative[:1].isalpha() and alternative[1:2] not in tuple("?*+{"):
            groups.setdefault(alternative[0], []).append(alternative[1:])
        else:
            others.append(alternative)
    return "(?:" + "|".join([*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items()), *others]) + ")"
