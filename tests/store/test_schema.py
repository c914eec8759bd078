"""The schema for editors is made from the table that checks, and says the same."""

from __future__ import annotations

import json
from pathlib import Path

from timeline import schema
from timeline.check import read
from timeline.check.fields import EVENT, FILE, IMAGE, SOURCE


def test_the_file_is_current() -> None:
    written = (Path(schema.__file__).parent / "events.schema.json").read_bytes()
    assert written == schema.text().encode(), "run: python -m timeline.schema"


def test_every_field_is_described() -> None:
    top = json.loads(schema.text())
    event = top["properties"]["events"]["items"]
    tables = [(top, FILE), (event, EVENT), (event["properties"]["image"], IMAGE), (event["properties"]["sources"]["items"], SOURCE)]
    for mapping, fields in tables:
        assert list(mapping["properties"]) == [field.name for field in fields]
        assert mapping["required"] == [field.name for field in fields if field.required]
        assert all(mapping["properties"][field.name]["description"] == field.description for field in fields)


def test_the_examples_are_valid() -> None:
    def written(fields: tuple[object, ...], indent: str) -> str:
        return "".join(f"{indent}{field.name}: {field.example}\n" for field in fields if field.example)  # type: ignore[attr-defined]

    source = written(SOURCE, " " * 8).replace(" " * 8, "      - ", 1)
    event = written(EVENT, " " * 4).replace(" " * 4, "  - ", 1)
    timeline = read(f"{written(FILE, '')}events:\n{event}    sources:\n{source}".encode())
    assert timeline.problems == ()
    assert len(timeline.events[0].sources) == 1
