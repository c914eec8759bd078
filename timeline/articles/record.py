"""Where an article came from: the record that is kept beside its file.

In and out: the text of `<file name>.source.yaml` and a `Record`. It holds the address, the time, the checksum and the kind of what was
kept, and what the person who kept it said of it: `published`, `title`, `publisher`, `language`. Other keys are the user's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from email.message import Message

from timeline.articles import frontmatter
from timeline.articles.frontmatter import Value

RECORD = ".source.yaml"
"""What is added to the name of an article's file for the record of where it came from."""
_PLAIN = re.compile(r"(?![\d.]+\Z|(?i:true|false|yes|no|on|off|null|y|n)\Z)[\w/.][\w/.+=&?;%@~,()-]*(?:[ :][\w/.+=&?;%@~,()-]+)*")


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an article beside its file. `retrieved` is a time in UTC, `2026-11-24T20:12:00Z`; `sha256` is of the file's bytes
    as they came; `final_url` is where redirects led. All are "" where they are not known. `given` is what a person said of it."""

    url: str = ""
    final_url: str = ""
    retrieved: str = ""
    sha256: str = ""
    content_type: str = ""
    given: Mapping[str, Value] = field(default_factory=dict)

    @property
    def charset(self) -> str:
        """The encoding that the article was sent with, "" where it is not known."""
        message = Message()
        message["Content-Type"] = self.content_type
        return message.get_content_charset("") if self.content_type else ""


_FACTS = {entry.name.replace("_", "-"): entry.name for entry in fields(Record) if entry.name != "given"}
_GIVEN = ("published", "title", "publisher", "language")


def parse(data: bytes, name: str) -> Record:
    """The record that a file holds. Raises TimelineError, its problems under `name`."""
    found = frontmatter.values(data.decode("utf-8-sig", "replace"), name, 1, "the record", _FACTS)
    told = {_FACTS[key]: value.text for key, value in found.items() if key in _FACTS}
    return Record(**told, given={key: value for key, value in found.items() if key in _GIVEN})


def facts(data: bytes, name: str) -> Record:
    """The same without what a person said: many times as fast where the lines are as `text_of` writes them."""
    pairs = [line.partition(": ") for line in data.decode("utf-8", "replace").splitlines()]
    values = {key: value for key, _, value in pairs}
    plain = all((key in _FACTS or key in _GIVEN) and _PLAIN.fullmatch(value) for key, _, value in pairs)
    if plain and len(values) == len(pairs):
        return Record(**{_FACTS[key]: value for key, value in values.items() if key in _FACTS}, given={})
    return replace(parse(data, name), given={})


def text_of(record: Record) -> str:
    """The record as its file holds it."""
    written = {key: getattr(record, attribute) for key, attribute in _FACTS.items()}
    written |= {key: record.given[key].text for key in _GIVEN if key in record.given}
    return "".join(f"{key}: {_scalar(value)}\n" for key, value in written.items() if value)


def _scalar(text: str) -> str:
    """The text as a scalar of YAML on one line: plain where that reads as the same text."""
    text = " ".join(text.split())
    if _PLAIN.fullmatch(text):
        return text
    shown = "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in text.replace("\\", "\\\\").replace('"', '\\"'))
    return f'"{shown}"'
