"""Tell the language of a text. In: the text. Out: its ISO 639-1 code, "en" where the text is too short to tell."""

from __future__ import annotations

import functools
import re
from typing import Any

SHORTEST = 20
"""Characters from which the language of a text in Latin letters is told."""
LONGEST = 5000
"""Characters that are looked at."""
SUREST = {200: 0.6, SHORTEST: 0.7}
"""Probability from which a language other than English is believed, by the characters that tell it."""


_ENGLISH = frozenset("the of and to that with from this these they their was were has have had been would which who said".split())
_LEAST_ENGLISH, _ENGLISH_IN = 2, 12
"""So many of these words, and one in so many more, are plain English: they are a fifth of it, and of no other language a twentieth."""
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")
_OF_ONE_LANGUAGE = {
    "ja": "\u3041-\u30ff", "ko": "\uac00-\ud7af", "th": "\u0e01-\u0e5b", "el": "\u0370-\u03ff", "he": "\u05d0-\u05ea",
    "hy": "\u0531-\u0587", "ka": "\u10a0-\u10ff", "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f", "ml": "\u0d00-\u0d7f",
    "kn": "\u0c80-\u0cff", "gu": "\u0a80-\u0aff", "pa": "\u0a00-\u0a7f", "si": "\u0d80-\u0dff", "km": "\u1780-\u17ff",
    "lo": "\u0e80-\u0eff", "my": "\u1000-\u109f", "zh": "\u4e00-\u9fff",
}  # fmt: skip
_SCRIPTS = {code: re.compile(f"[{letters}]") for code, letters in _OF_ONE_LANGUAGE.items()}
_LATIN = re.compile("[A-Za-z]")
_FOREIGN = re.compile("[\u0370-\u1fff\u3041-\ud7af]")


def identify(text: str) -> str:
    """The language of the text."""
    text = text.strip()[:LONGEST]
    if _FOREIGN.search(text):
        if code := _by_letters(text):
            return code
        if 2 * len(_LATIN.findall(text)) < len(_LETTER.findall(text)):
            return str(_identifier().classify(text)[0])
    if len(text) < SHORTEST:
        return "en"
    words = _WORD.findall(text.lower())
    if sum(map(_ENGLISH.__contains__, words)) >= _LEAST_ENGLISH + len(words) / _ENGLISH_IN:
        return "en"  # plainly, so that the model need not be loaded
    code, probability = _identifier().classify(text)
    needed = next(surest for length, surest in SUREST.items() if len(text) >= length)
    return str(code) if probability >= needed and code != "zxx" else "en"


def _by_letters(text: str) -> str:
    """The language of letters that only one writes with, where at least a fifth of the text is written so: Japanese, then Chinese."""
    enough = len(_LETTER.findall(text)) / 5
    return next((code for code, letters in _SCRIPTS.items() if len(letters.findall(text)) > enough), "")


@functools.cache
def _identifier() -> Any:
    """py3langid's model; loading it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
