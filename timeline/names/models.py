"""Names by a spaCy model, for those who have one installed.

In: the name of a model, and sentences. Out: where they name a person, an organisation or a place. A model is loaded once; spaCy is
asked for only where a model is named.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterable
from typing import Any

from timeline.errors import Problem, TimelineError
from timeline.model import NameKind

_KINDS: dict[str, NameKind] = {
    **dict.fromkeys(("PERSON", "PER", "persName"), "person"),
    **dict.fromkeys(("ORG", "orgName"), "organisation"),
    **dict.fromkeys(("GPE", "LOC", "FAC", "placeName", "geogName"), "place"),
}
"""What the labels of spaCy's models mean. The others name no person, organisation or place."""
_SETTING = "mkdocs.yml: the setting names"

Entity = tuple[int, int, NameKind]


def prepare(model: str) -> str:
    """Load a model. Returns its name and version; "" where none is named. Raises TimelineError where it or spaCy is missing."""
    if not model:
        return ""
    meta = _load(model).meta
    return f"{model} {meta['lang']}_{meta['name']} {meta['version']}"


def language(model: str) -> str:
    """The language that a model reads: "en"."""
    return str(_load(model).lang)


def entities(model: str, texts: Iterable[str]) -> list[list[Entity]]:
    """For each text the names in it, as offsets and kind, in order."""
    return [
        [(entity.start_char, entity.end_char, _KINDS[entity.label_]) for entity in read.ents if entity.label_ in _KINDS]
        for read in _load(model).pipe(texts)
    ]


@functools.lru_cache(maxsize=2)
def _load(model: str) -> Any:
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        raise TimelineError(
            Problem(_SETTING, f"asks for the model '{model}', and spaCy is not installed. Write: pip install 'news-timeline[spacy]'")
        ) from None
    try:
        pipeline = spacy.load(model)
    except OSError:
        raise TimelineError(
            Problem(_SETTING, f"asks for the model '{model}', which is not installed. Write: python -m spacy download {model}")
        ) from None
    except (ImportError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise TimelineError(Problem(_SETTING, f"asks for the model '{model}', which spaCy cannot load: {reason}")) from None
    if not {"ner", "entity_ruler"} & set(pipeline.pipe_names):
        raise TimelineError(Problem(_SETTING, f"asks for the model '{model}', which finds no names. Choose one that has the part 'ner'."))
    return pipeline
