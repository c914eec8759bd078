"""The schema for editors is made from the table that checks, and says the same: what it marks, `timeline check` tells too."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.test_dates import ROWS as DATES
from tests.dates.test_dates import dates
from tests.store.test_mistakes import CASES
from tests.store.written import files
from timeline import schema
from timeline.check import read
from timeline.check.fields import EVENT, FILE, IMAGE, SOURCE

VALIDATOR = jsonschema.Draft7Validator(json.loads(schema.text()))


class Editor(yaml.SafeLoader):
    """Takes unquoted text for what an editor takes it for: YAML 1.2, core schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for kind, pattern, begins in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("merge", "<<", ["<"]),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(rf"(?:{pattern})$"), begins)


def marked(text: str) -> list[str]:
    """What an editor marks by the schema."""
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(text, Editor))]


def is_accepted(text: str) -> bool:
    return not any(problem.severity == "error" for problem in read(text.encode()).problems)


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(VALIDATOR.schema)


@given(files())
def test_what_check_accepts_is_not_marked(text: str) -> None:
    if is_accepted(text):
        assert not marked(text)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text, _ in CASES])
def test_what_is_marked_is_a_mistake(text: str) -> None:
    try:
        assert not (marked(text) and is_accepted(text))
    except yaml.YAMLError:
        assert not is_accepted(text)


@given(dates() | st.sampled_from([written for written, _, _ in DATES]) | st.text(st.sampled_from("0129-./ X~?“”"), max_size=12))
def test_a_date_that_check_accepts_is_not_marked(date: str) -> None:
    text = f"events:\n  - {{id: a, title: T, date: {json.dumps(date, ensure_ascii=False)}}}\n"
    assert not (is_accepted(text) and marked(text))


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
