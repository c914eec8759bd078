"""Signs of tense from the words of a table: which of them say that a time near them lies behind or ahead."""

from __future__ import annotations

import re

from timeline.timex.alternatives import by_first_letter
from timeline.timex.languages.table import Table
from timeline.timex.rule import PLAIN, Script, Tense

_NEVER = re.compile(r"(?!)")


def build(table: Table, script: Script) -> Tense:
    """The signs of a language; "-ed" stands for every word that ends so."""
    return Tense(
        future=_signs(table, "future", script),
        past=_signs(table, "past", script),
        clause_break=re.compile(r"[.!?;\u3002\uff01\uff1f\u06d4\u0964]\s?|\n\s{0,20}\n|[\"\u201c\u201d\u00ab\u00bb]"),
        future_just_before=_before(table, "future before", script),
        past_just_before=_before(table, "past before", script),
        past_just_after=_NEVER,
        future_just_after=_after(table, "future after", script),
        verb_last=bool(table.setting("verb_last")),
    )


def _spelled(word: str, script: Script) -> str:
    if word.startswith("-"):
        before = r"[^\s.,;:!?()]{1,24}" if script.edge not in ("", PLAIN.edge) else r"\w{2,24}"  # marks are no letters
        return before + re.escape(word[1:])
    return r"\s".join(map(re.escape, word.split(" ")))


def _signs(table: Table, name: str, script: Script) -> re.Pattern[str]:
    words = table.words("tense", name)
    if not words:
        return _NEVER
    pattern = by_first_letter("|".join(_spelled(word, script) for word in words))
    return re.compile(rf"\b{pattern}{script.edge}" if script.edge else pattern, re.IGNORECASE)


def _after(table: Table, name: str, script: Script) -> re.Pattern[str]:
    words = table.words("tense", name)
    pattern = "|".join(_spelled(word, script) for word in words)
    return re.compile(rf"\s?(?:{pattern}){script.edge}", re.IGNORECASE) if words else _NEVER


def _before(table: Table, name: str, script: Script) -> re.Pattern[str]:
    words = table.words("tense", name)
    if not words:
        return _NEVER
    pattern = "|".join(_spelled(word, script) for word in words)
    return re.compile(rf"(?:{pattern})\s*\Z" if not script.edge else rf"\b(?:{pattern})\s+\Z", re.IGNORECASE)
