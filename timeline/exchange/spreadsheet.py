"""CSV with the fields of events.yaml as columns.

In: a publication -> text; text -> the records of a `Reading`. An event with several sources takes several rows with the same id, of
which the first says the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.exchange import tables
from timeline.exchange.cells import guarded, joined, split
from timeline.exchange.fields import LISTS, record
from timeline.exchange.values import Publication, Reading
from timeline.model import Event, Source

_TEXTS = ("id", "date", "title", "summary", "status", "importance")
_IMAGE = {"image": "src", "image alt": "alt", "image caption": "caption"}
_SOURCE = {"article": "article", "url": "url", "quote": "quote", "source date": "date", "words": "words", "basis": "basis"}
COLUMNS = ("id", "date", "title", "summary", *LISTS, "status", "importance", *_IMAGE, *_SOURCE)


def write(publication: Publication) -> str:
    """Every event, its first source in its row, the others in rows below."""
    rows = (row for event in publication.events for row in _rows(event))
    return tables.write(COLUMNS, ({name: guarded(cell) for name, cell in row.items()} for row in rows))


def read(text: str, reading: Reading) -> None:
    """The events of a table. Raises nothing."""
    for row in tables.read(text, COLUMNS, reading):
        cells = row.cells
        given: dict[str, object] = {name: cells[name] for name in _TEXTS if name in cells}
        given |= {name: split(cells[name]) for name in LISTS if name in cells}
        given["image"] = {part: cells[name] for name, part in _IMAGE.items() if name in cells}
        source = {part: cells[name] for name, part in _SOURCE.items() if name in cells}
        reading.records.append(
            record(
                row.place(""),
                given,
                lambda name, message, row=row: reading.tell(row.place(name), message),  # type: ignore[misc]
                [source] if source else [],
            )
        )


def _rows(event: Event) -> Iterator[dict[str, str]]:
    first, *others = event.sources or (Source(),)
    row = {
        "id": event.id,
        "date": event.date.edtf,
        "title": event.title,
        "summary": event.summary,
        "status": event.status,
        "importance": "" if event.importance is None else f"{event.importance:.9f}".rstrip("0").rstrip("."),
    }
    row |= {name: joined(getattr(event, name)) for name in LISTS}
    if event.image:
        row |= {"image": event.image.src, "image alt": event.image.alt, "image caption": event.image.caption}
    yield row | _source(first)
    for source in others:
        yield {"id": event.id} | _source(source)


def _source(source: Source) -> dict[str, str]:
    return {
        "article": source.article,
        "url": source.url,
        "quote": source.quote,
        "source date": source.date.edtf if source.date else "",
        "words": source.words,
        "basis": source.basis,
    }
