"""A spreadsheet's CSV: the delimiter, the header, the cells with their places.

In: text. Out: a `Table`, or problems in a `Reading`. Commas, semicolons and tabs are all as good; the header says which. Rows are
counted as a spreadsheet counts them, the header being the first.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.check.text import shown
from timeline.check.values import near
from timeline.exchange.cells import bare, letter
from timeline.exchange.values import Place, Reading

_DELIMITERS = (",", ";", "\t")
_NO_LETTER = re.compile(r"[\W_]+")
_ANNOUNCED = re.compile(r"sep=(.)(?:\r\n|\n|\r)", re.I)
_OWN = re.compile(r"x-", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that are not empty, by the name of their column, and where each stands."""

    number: int
    cells: Mapping[str, str]
    letters: Mapping[str, str]

    def place(self, column: str) -> Place:
        """Where a cell stands."""
        return Place(self.number, f"column {self.letters[column]}" if column in self.letters else "")


def normal(name: str) -> str:
    """The name of a column whatever its case, spaces, dashes."""
    return _NO_LETTER.sub("", name).lower()


def header_of(text: str) -> list[str]:
    """The names of the columns as they stand in the first row."""
    announced = _ANNOUNCED.match(text)
    body = text[announced.end() :] if announced else text
    try:
        return next(csv.reader(io.StringIO(body, newline=""), delimiter=announced[1] if announced else _delimiter(body)), [])
    except csv.Error:
        return []


def read(text: str, columns: Sequence[str], reading: Reading) -> Iterator[Row]:
    """The rows under the header that are not empty. Columns that are not in `columns` are told, and not read."""
    announced = _ANNOUNCED.match(text)
    first = 1
    if announced:
        text, first = text[announced.end() :], 2
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=announced[1] if announced else _delimiter(text), strict=True)
    number = first
    try:
        header = next(rows, [])
        names = _columns(header, columns, reading, first)
        letters = {name: letter(index) for index, name in names.items()}
        for number, cells in enumerate(rows, first + 1):
            if len(cells) > len(header) and any(map(str.strip, cells[len(header) :])):
                advice = "Put a cell that holds the delimiter in quotes"
                reading.tell(Place(number), f"this row has {len(cells)} cells, and the header {len(header)}. {advice}.")
                continue
            found = {names[index]: bare(cell) for index, cell in enumerate(cells) if index in names and cell.strip()}
            if found:
                yield Row(number, found, letters)
    except csv.Error as error:
        place = Place(number + (rows.line_num > 1))
        reading.tell(place, f"this row cannot be read: {error}. Look for a quote that is not closed, or one that is not doubled.")


def write(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows under a header, with commas and CRLF (RFC 4180), and a byte order mark, by which spreadsheets know UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + text.getvalue()


def _delimiter(text: str) -> str:
    """What stands between the names of the header: the one that is there most often outside of quotes."""
    header = re.sub(r'"[^"]*"', "", re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0])
    return max(_DELIMITERS, key=header.count)


def _columns(header: Sequence[str], columns: Sequence[str], reading: Reading, row: int) -> dict[int, str]:
    """The columns that are known, by their position."""
    known = {normal(name): name for name in columns}
    found: dict[int, str] = {}
    for index, written in enumerate(header):
        key = normal(written)
        place = Place(row, f"column {letter(index)}")
        if not key:
            continue
        name = known.get(key)
        if name is None:
            reading.tell(place, _unknown(written.strip(), key, known), "warning")
        elif name in found.values():
            reading.tell(place, f"{name} is the name of two columns. Keep one.")
        else:
            found[index] = name
    if not found:
        reading.tell(Place(row), f"this row names no column that is known. Write a header, such as {', '.join(columns[:3])}.")
    return found


def _unknown(written: str, key: str, known: Mapping[str, str]) -> str:
    if _OWN.match(written):
        return f"{shown(written)} is a column of your own, and stays in the spreadsheet."
    meant = near(key, tuple(known))
    return f"{shown(written)} is no column that is known, and is not read." + (f" Did you mean '{known[meant]}'?" if meant else "")
