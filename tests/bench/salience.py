"""`python -m tests.bench.salience FOLDER`: learn the weights of salience from articles in which people marked the events.

In: a folder of brat files, NAME.txt with the article and NAME.ann with its events ("T1<tab>event 10 16<tab>killed"), as TimeSET has them.
Out: on standard output, how well sentences are chosen in articles that were not learnt from (each article in turn is kept apart), and
salience.toml beside the module, written anew.

The fit is a logistic regression: Newton's steps on the likelihood, with the squares of the weights held small. A sentence counts
as the root of the events that it tells.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.claims import salience
from timeline.claims.passages import passages
from timeline.claims.salience import Feature
from timeline.cli.reading import read_and_tag
from timeline.sentences import split

_HELD = 6.0  # how strongly the weights are held small
_STEPS = 12
_EVENT = re.compile(r"^T\d+\tevent[^\t\d]* (\d+) ", re.M)
_TABLE = Path(salience.__file__).with_name("salience.toml")
_HEAD = """\
# How much each feature of a sentence counts for its salience; a feature is a function of salience.py.
# Learnt by `python -m tests.bench.salience FOLDER`, which writes this file.
"""


@dataclass(frozen=True)
class Row:
    """A sentence: its article, what the features say of it, and how many marked events it holds."""

    article: str
    values: tuple[float, ...]
    events: int


def rows_of(folder: Path, features: Sequence[Feature]) -> list[Row]:
    """The sentences of all articles of a folder."""
    rows = []
    for path in sorted(folder.glob("*.txt")):
        article, timexes = read_and_tag(path, path.as_posix())
        starts = [int(start) for start in _EVENT.findall(path.with_suffix(".ann").read_text(encoding="utf-8"))]
        for passage in passages(article, split(article), timexes):
            if passage.sentence.kind != "body":
                continue
            first, last = passage.sentence.span
            values = (1.0, *(float(feature(passage)) for feature in features))
            rows.append(Row(path.stem, values, sum(first <= start < last for start in starts)))
    return rows


def fit(rows: Sequence[Row]) -> list[float]:
    """The weights that make the rows most likely, the constant first."""
    size = len(rows[0].values)
    weights = [0.0] * size
    for _ in range(_STEPS):
        slope = [_HELD * weight if i else 0.0 for i, weight in enumerate(weights)]
        curve = [[_HELD * (i == j and i > 0) for j in range(size)] for i in range(size)]
        for row in rows:
            share = likelihood(row, weights)
            counts = math.sqrt(row.events) if row.events else 1.0
            error, spread = counts * (share - bool(row.events)), counts * share * (1 - share)
            filled = [(i, value) for i, value in enumerate(row.values) if value]
            for i, value in filled:
                slope[i] += error * value
                for j, other in filled:
                    curve[i][j] += spread * value * other
        weights = [weight - step for weight, step in zip(weights, solved(curve, slope), strict=True)]
    return weights


def likelihood(row: Row, weights: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row.values, strict=True))))


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations whose matrix is symmetric and positive, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        for row in rows[i + 1 :]:
            factor = row[i] / pivot[i]
            for j in range(i, len(pivot)):
                row[j] -= factor * pivot[j]
    result = [0.0] * len(rows)
    for i in reversed(range(len(rows))):
        result[i] = (rows[i][-1] - sum(rows[i][j] * result[j] for j in range(i + 1, len(rows)))) / rows[i][i]
    return result


def apart(rows: Sequence[Row]) -> list[float]:
    """The likelihood of each row by weights learnt from the other articles."""
    weights = {article: fit([row for row in rows if row.article != article]) for article in sorted({row.article for row in rows})}
    return [likelihood(row, weights[row.article]) for row in rows]


def scores(rows: Sequence[Row], chosen: Sequence[bool]) -> tuple[float, float, float]:
    """Precision of the chosen sentences, recall of the events, and F1."""
    kept = [row for row, is_chosen in zip(rows, chosen, strict=True) if is_chosen]
    precision = sum(row.events > 0 for row in kept) / max(len(kept), 1)
    recall = sum(row.events for row in kept) / max(sum(row.events for row in rows), 1)
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def main(folder: Path, to: Path = _TABLE) -> None:
    table = _HEAD
    for name, features in (("english", salience.ENGLISH), ("any_language", salience.ANY_LANGUAGE)):
        rows = rows_of(folder, features)
        shares = apart(rows)
        print(f"{name}: {len({row.article for row in rows})} articles, {len(rows)} sentences, {sum(row.events for row in rows)} events")
        print("  kept from  precision  recall  F1, in articles kept apart")
        for hundredths in range(30, 65, 5):
            figures = scores(rows, [share >= hundredths / 100 for share in shares])
            print(f"  {hundredths / 100:.2f}" + "".join(f"{figure:11.3f}" for figure in figures))
        names = ("constant", *(feature.__name__ for feature in features))
        weights = zip(names, fit(rows), strict=True)
        table += f"\n[{name}]\n" + "".join(f"{feature} = {weight:.2f}\n" for feature, weight in weights)
    to.write_text(table, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
