"""The JSON Schema with which editors complete and check events.yaml, made from the table of its fields.

In: nothing. Out: `text()`, the schema as JSON. `python -m timeline.schema` writes it to `events.schema.json` in this folder.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from timeline.check.fields import EVENT, FILE, IMAGE, SOURCE, STATUSES, Field

_EXAMPLES_THAT_ARE_NO_TEXT = ("version", "texts", "importance", "image", "events", "sources")


def text() -> str:
    """The schema, as its file holds it."""
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A timeline of events",
        **_mapping(FILE),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _mapping(fields: Sequence[Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field.name: _field(field) for field in fields},
        "patternProperties": {"^x-": True},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"description": field.description}
    if field.example and field.kind not in _EXAMPLES_THAT_ARE_NO_TEXT:
        described["examples"] = [field.example]
    return described | _type(field)


def _type(field: Field) -> dict[str, Any]:
    empty = [] if field.required else ["null"]
    match field.kind:
        case "version":
            return {"const": 1}
        case "events":
            return {"type": ["array", "null"], "items": _mapping(EVENT)}
        case "sources":
            either = [{"required": ["article"]}, {"required": ["url"]}]
            return {"type": ["array", "null"], "items": _mapping(SOURCE) | {"anyOf": either}}
        case "image":
            return {"type": ["object", "null"]} | {key: value for key, value in _mapping(IMAGE).items() if key != "type"}
        case "id":
            return {"type": ["string", "number"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
        case "texts":
            return {"type": ["array", "null"], "items": {"type": _UNQUOTED}}
        case "status":
            return {"enum": [*STATUSES, None]}
        case "importance":
            return {"type": ["number", "null"], "minimum": 0, "maximum": 1}
        case "url":
            return {"type": "string", "pattern": "^https?://"}
        case _:
            return {"type": [*_UNQUOTED, *empty]}


_UNQUOTED = ["string", "number", "boolean"]  # what an editor takes unquoted text such as 2018 or no for
