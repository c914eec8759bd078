"""The JSON Schema with which editors complete, explain and check events.yaml, made from the table of its fields.

In: nothing. Out: `text()`, the schema as JSON. `python -m timeline.schema` writes it to `events.schema.json` in this folder.

What `timeline check` accepts, the schema accepts (but for spaces in the quotes of a status). It marks less: no schema can tell that an id
stands twice, that an interval ends before it begins or that a file is missing. Two things are written for the YAML language server, which
most editors use: `errorMessage`, `patternErrorMessage` and `defaultSnippets` are its own keywords; and since it offers `true`, `false` and
`null` wherever a type allows them, types that are allowed but nobody wants stand under `if` (see `_only`), where it looks for no offers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import yaml

from timeline.check.fields import EVENT, FILE, IMAGE, SOURCE, STATUSES, Field

_UNQUOTED = ("string", "number", "boolean")  # what an editor takes unquoted text such as 2018 or no for
_ID = r"^\s*(?!\S{101})[a-z0-9]+(-[a-z0-9]+)*\s*$"
_DAY = r"-?\d{4}(-(0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])(-(0[1-9]|[12]\d|3[01]))?)?"
_NUMBERS = rf"\s*({_DAY}|{_DAY}/{_DAY}|{_DAY}/\.\.|\.\./{_DAY})\s*$"
_DATE = rf"^(?!\s*[“”‘’„«»])(?!.*[“”‘’„«»]\s*$)((?![\d./\s-]*$)|{_NUMBERS})"  # words, or numbers in order
_IN_PROJECT = r"^\s*(?!https?://)(?!/|~|[A-Za-z]:)(?!(.*/)?\.\.(/|\s*$))[^\\]*$"


def text() -> str:
    """The schema, as its file holds it."""
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **_mapping("timeline", FILE)}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _mapping(title: str, fields: Sequence[Field]) -> dict[str, Any]:
    return {
        "title": title,
        "type": "object",
        "properties": {field.name: _field(field) for field in fields},
        "patternProperties": {"^x-": True},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    examples = [_example(field, written) for written in (field.example, *field.examples)]
    return {"title": field.name, "description": field.description, "examples": examples} | _value(field)


def _example(field: Field, written: str) -> Any:
    match field.kind:
        case "events":
            return [{each.name: each.example for each in EVENT if each.required}]
        case "sources":
            return [{each.name: each.example for each in SOURCE if each.name in ("article", "quote", "date", "words")}]
        case "version" | "texts" | "importance" | "image":
            return yaml.safe_load(written)
    return int(written) if field.kind == "date" and written.isdigit() else written


def _value(field: Field) -> dict[str, Any]:
    """What may stand after the key. A message says what to write."""
    such_as = f"such as {field.name}: {field.example}"
    match field.kind:
        case "version":
            text_or_nothing = {"not": {"type": ["number", "boolean", "array", "object"]}, "pattern": "^1$"}
            return {"anyOf": [{"title": field.name, "const": 1}, {"title": "text", **text_or_nothing}]}
        case "events" | "sources":
            return _items(field)
        case "image":
            of_image = {key: value for key, value in _mapping(field.name, IMAGE).items() if key not in ("type", "title")}
            told = f"A picture has a file and says what it shows, {such_as}"
            return of_image | _or_nothing(field, {"type": "object", "errorMessage": told})
        case "id":
            told = f"An id holds a-z, 0-9 and single - between them, 100 at most, {such_as}"
            return _only(_UNQUOTED, told) | {"pattern": _ID, "patternErrorMessage": told}
        case "date":
            told = 'A date such as 2018-06-12 or June 2018. What begins with [ needs quotes: "[2018-10-25..2018-11-11]"'
            numbers = "Write numbers as year-month-day, such as 2018, 2018-06 or 2018-06-12, and no curly quotes"
            pattern = {"pattern": _DATE, "patternErrorMessage": numbers}
            return {"type": ["string", "number"], "errorMessage": told} | pattern
        case "texts":
            item = _only([*_UNQUOTED, "null"], "Text. What holds a colon or begins with [ or { needs quotes")
            return {"items": item} | _or_nothing(field, {"type": "array", "errorMessage": f"{field.name} is a list, {such_as}"})
        case "status":
            values = {"enum": list(STATUSES), "enumDescriptions": list(STATUSES.values())}
            return _or_nothing(field, values)
        case "importance":
            limits = {"minimum": 0, "maximum": 1, "pattern": r"^\s*(0|1|0?\.\d+|0\.|1\.0*)\s*$"}
            told = f"A number from 0 to 1, {such_as}"
            return _only(["number", "string", "null"], told) | limits | {"patternErrorMessage": told}
        case "url":
            told = "An address on the web begins with https:// or http://"
            return {"type": "string", "pattern": r"^\s*[Hh][Tt][Tt][Pp][Ss]?://", "patternErrorMessage": told, "errorMessage": told}
        case "article" | "file":
            told = f"The path of a file, from the project's folder and with /, {such_as}"
            return _only(_UNQUOTED, told) | {"pattern": _IN_PROJECT, "patternErrorMessage": told}
    told = f"Text, {such_as}. What holds a colon or begins with [ or {{ needs quotes"
    if field.required:
        return _only(_UNQUOTED, told) | {"pattern": r"\S", "patternErrorMessage": told}
    return _only([*_UNQUOTED, "null"], told)


def _items(field: Field) -> dict[str, Any]:
    """A list of mappings."""
    told = f"{field.name} is a list: each of them begins with '- '"
    if field.kind == "events":
        item, begun = _mapping("event", EVENT), [each.name for each in EVENT if each.required]
    else:
        missing = "A source has an 'article:', a file of the project, or a 'url:', an address"
        either = [{"required": [name], "errorMessage": missing} for name in ("article", "url")]
        item, begun = _mapping("source", SOURCE) | {"anyOf": either}, ["article", "quote"]
    body = {name: f"${number}" for number, name in enumerate(begun, 1)}
    snippet = {"label": item["title"], "description": f"A new {item['title']}.", "type": "array", "body": body}
    return {"items": item} | _or_nothing(field, {"type": "array", "errorMessage": told}, defaultSnippets=[snippet])


def _or_nothing(field: Field, value: dict[str, Any], **offers: Any) -> dict[str, Any]:
    """That a value is so, or that nothing is written, where these `offers` are made."""
    something = [*_UNQUOTED, "array", "object"]
    return {"anyOf": [{"title": field.name, **value}, {"title": "nothing", "not": {"type": something}, **offers}]}


def _only(types: Sequence[str], message: str) -> dict[str, Any]:
    """That a value is of these types. (In an `anyOf` of one: a required key of no type would be left out of an event that is begun.)"""
    return {"anyOf": [{"if": {"not": {"type": list(types)}}, "then": {"type": list(types), "errorMessage": message}}]}
