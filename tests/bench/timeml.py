"""TimeML documents, and how well expressions found in them agree with those that people marked.

In: a folder of `*.tml` files, as of TempEval-3. Out: documents, and scores as TempEval-3 computes them: an expression is found
where it overlaps one that was marked; value F1 is the F1 of what was found, times the share of those whose value is right.
"""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Marked:
    """A temporal expression: offsets in the text, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """A text, the day of its publication, and the expressions that people marked in it."""

    name: str
    published: datetime.date
    text: str
    marked: tuple[Marked, ...]


Tagger = Callable[[str, datetime.date], list[Marked]]


def read_folder(folder: Path) -> Iterator[Document]:
    """The documents of a folder that hold a text and a document creation time, by name."""
    for path in sorted(folder.glob("*.tml")):
        root = ElementTree.parse(path).getroot()
        body = root.find(".//TEXT")
        made = [t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")]
        if body is None or not made:
            continue
        pieces: list[str] = []
        marked: list[Marked] = []
        _walk(body, pieces, marked)
        yield Document(path.stem, datetime.date.fromisoformat(made[0][:10]), "".join(pieces), tuple(sorted(marked, key=lambda m: m.start)))


def _walk(element: ElementTree.Element, pieces: list[str], marked: list[Marked]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, marked)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if element.tag == "TIMEX3" and end > start:
        marked.append(Marked(start, end, element.get("type", ""), element.get("value", "")))


@dataclass(frozen=True)
class Score:
    """Precision and recall of overlapping expressions, the share of right values among them, and value F1."""

    precision: float
    recall: float
    value_accuracy: float

    @property
    def value_f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both * self.value_accuracy if both else 0.0


def score(documents: Iterable[Document], tagger: Tagger, types: frozenset[str]) -> Score:
    """Score a tagger on expressions of the types given."""
    wanted = found = matched = right = 0
    for document in documents:
        gold = [m for m in document.marked if m.type in types]
        ours = [m for m in tagger(document.text, document.published) if m.type in types]
        wanted, found = wanted + len(gold), found + len(ours)
        for one, other in _pairs(gold, ours):
            matched += 1
            right += one.value == other.value
    return Score(matched / max(found, 1), matched / max(wanted, 1), right / max(matched, 1))


def _pairs(gold: list[Marked], ours: list[Marked]) -> Iterator[tuple[Marked, Marked]]:
    """Each marked expression with the found one that overlaps it most, each used once."""
    free = sorted(ours, key=lambda m: m.start)
    for one in gold:
        near = [other for other in free if other.start < one.end and one.start < other.end]
        if near:
            best = max(near, key=lambda other: min(one.end, other.end) - max(one.start, other.start))
            free.remove(best)
            yield one, best
