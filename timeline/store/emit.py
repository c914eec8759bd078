"""Events as lines of YAML.

In: an `Event` or `Source`, and how far the file indents. Out: lines without their ends, each scalar on one line: plain where
every YAML reader agrees that it is that text, else in quotes, with codes for what cannot be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from timeline.model import Event, Image, Source

EVENT_FIELDS = ("id", "date", "title", "summary", "people", "organisations", "places", "tags", "status", "importance", "image")
SOURCE_FIELDS = ("article", "url", "quote", "date", "words", "basis")

_RESOLVER: Any = yaml.SafeLoader("")  # its stubs leave `resolve` untyped
# Text that YAML 1.2 or other 1.1 readers take for a number, a truth value or nothing, and PyYAML for text.
_NOT_TEXT = re.compile(r"[yYnN]|[-+]?(\.\d+|\d[\d_]*(\.\d*)?)([eE][-+]?\d+)?|0[oO]?[0-7_]+|0x[\da-fA-F_]+|[-+]?\.(inf|nan)", re.I)
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<.][^\t\r\n\x85\u2028\u2029]*")
_BREAKS_PLAIN = re.compile(r": | #|:$|\s$")
_BREAKS_FLOW = re.compile(r"[,?\[\]{}]|:[,\[\]{}]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # no UTF-8 for these
_CODES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Style:
    """How a file indents: columns from an event's dash to its keys, from a key to the dashes of its list, and from those
    dashes to their keys. `blank` says that an empty line stands between events."""

    to_keys: int = 2
    to_list: int = 2
    to_list_keys: int = 2
    blank: bool = True


def clean(event: Event) -> Event:
    """The event as it will be read back: no space around its texts, the title in one line."""
    image = event.image and Image(_clean(event.image.src), _clean(event.image.alt), _clean(event.image.caption))
    return replace(
        event,
        title=" ".join(_clean(event.title).split()),
        summary=_clean(event.summary),
        people=tuple(map(_clean, event.people)),
        organisations=tuple(map(_clean, event.organisations)),
        places=tuple(map(_clean, event.places)),
        tags=tuple(map(_clean, event.tags)),
        image=image,
        sources=tuple(map(clean_source, event.sources)),
    )


def clean_source(source: Source) -> Source:
    """The source as it will be read back."""
    return replace(
        source,
        article=_clean(source.article),
        url=_clean(source.url),
        quote=_clean(source.quote),
        words=_clean(source.words),
        basis=_clean(source.basis),
    )


def _clean(text: str) -> str:
    return _HALF_CHARACTER.sub("\ufffd", text).strip()


def event_lines(event: Event, column: int, style: Style) -> list[str]:
    """The event as an item of a list whose dashes stand in `column` (from 0)."""
    return _item(_event_fields(event, style), column, style.to_keys)


def source_lines(source: Source, column: int, style: Style) -> list[str]:
    """The source as an item of a list whose dashes stand in `column` (from 0)."""
    return _item(_source_fields(source), column, style.to_list_keys)


def scalar(text: str, in_flow: bool = False) -> str:
    """A text as one line of YAML."""
    if _UNSEEN.search(text):
        return _double(text)
    if _PLAIN.fullmatch(text) and not _BREAKS_PLAIN.search(text) and not (in_flow and _BREAKS_FLOW.search(text)) and not _is_typed(text):
        return text
    return f"'{text}'" if ('"' in text or "\\" in text) and "'" not in text else _double(text)


def date(edtf: str) -> str:
    """A date as it is written in the file: plain, unless YAML would take it for a list."""
    return f'"{edtf}"' if edtf.startswith("[") else edtf


def _is_typed(text: str) -> bool:
    return _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str" or bool(_NOT_TEXT.fullmatch(text))


def _double(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNSEEN.sub(lambda found: _CODES.get(found[0], f"\\u{ord(found[0]):04x}"), quoted) + '"'


def _item(fields: Iterator[str], column: int, width: int) -> list[str]:
    indent = " " * (column + width)
    lines = [indent + line for line in fields]
    return [" " * column + "-" + " " * (width - 1) + lines[0][len(indent) :], *lines[1:]]


def _event_fields(event: Event, style: Style) -> Iterator[str]:
    for name in EVENT_FIELDS:
        value = event_value(event, name)
        if value and (name, value) != ("status", "reviewed"):
            yield f"{name}: {value}"
    if event.sources:
        yield "sources:"
        for source in event.sources:
            yield from source_lines(source, style.to_list, style)


def event_value(event: Event, name: str) -> str:
    """One field of an event (its sources are none) as it is written after its key; "" where it is not set."""
    value = getattr(event, name)
    match name:
        case "date":
            return date(value.edtf)
        case "people" | "organisations" | "places" | "tags":
            return f"[{', '.join(scalar(text, in_flow=True) for text in value)}]" if value else ""
        case "importance":
            return "" if value is None else f"{value:.9f}".rstrip("0").rstrip(".")
        case "image":
            return f"{{{', '.join(_image_fields(value))}}}" if value else ""
    return scalar(value) if value else ""


def source_value(source: Source, name: str) -> str:
    """One field of a source as it is written after its key; "" where it is not set."""
    value = getattr(source, name)
    if name == "date":
        return date(value.edtf) if value else ""
    return scalar(value) if value else ""


def _image_fields(image: Image) -> Iterator[str]:
    yield f"src: {scalar(image.src, in_flow=True)}"
    yield f"alt: {scalar(image.alt, in_flow=True)}"
    if image.caption:
        yield f"caption: {scalar(image.caption, in_flow=True)}"


def _source_fields(source: Source) -> Iterator[str]:
    return (f"{name}: {value}" for name in SOURCE_FIELDS if (value := source_value(source, name)))
