"""Tell the language of a text. In: the text. Out: its ISO 639-1 code, "en" where the text is too short to tell."""

from __future__ import annotations

import functools
import re
from typing import Any

SHORTEST = 200
"""Characters from which the language is told."""
LONGEST = 5000
"""Characters that are looked at."""
SUREST = 0.95
"""Probability from which a language other than English is believed."""


_ENGLISH = re.compile(r"\b(?:the|of|and|to|that|with)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def identify(text: str) -> str:
    """The language of the text."""
    text = text.strip()[:LONGEST]
    if len(text) < SHORTEST:
        return "en"
    if 6 * len(_ENGLISH.findall(text)) >= len(_WORD.findall(text)):
        return "en"  # plainly, so that the model need not be loaded
    code, probability = _identifier().classify(text)
    return str(code) if probability >= SUREST else "en"


@functools.cache
def _identifier() -> Any:
    """py3langid's model; loading it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
