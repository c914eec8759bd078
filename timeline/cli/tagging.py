"""`timeline tag`: the temporal expressions of articles.

In: articles. Out: one line for each expression, or the text that they stand in.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from timeline import articles
from timeline.cli.reading import read_and_tag
from timeline.cli.telling import tell
from timeline.errors import Problem, TimelineError
from timeline.model import Article, Timex
from timeline.project import SEEDS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--text", "as_text", is_flag=True, help="Print the article's text, into which the offsets point, instead.")
def tag(paths: tuple[Path, ...], as_json: bool, as_text: bool) -> None:
    """Print the temporal expressions of articles."""
    problems: list[Problem] = []
    for path in articles.find(paths or [Path(SEEDS)]):
        try:
            article, timexes = read_and_tag(path, path.as_posix())
        except TimelineError as error:
            problems += error.problems
            continue
        if as_text:
            click.echo(article.text, nl=False)
            continue
        for line in _rows_as_json(article, timexes) if as_json else _rows_as_text(article, timexes):
            click.echo(line)
    tell(problems)
    sys.exit(1 if problems else 0)


def _rows_as_json(article: Article, timexes: Iterable[Timex]) -> Iterator[str]:
    for timex in timexes:
        row: dict[str, object] = {
            "path": article.path,
            "start": timex.span.start,
            "end": timex.span.end,
            "text": timex.text,
            "type": timex.type,
            "value": timex.value,
        }
        more = {"mod": timex.mod, "rule": timex.rule, "anchor": timex.anchor, "date": timex.date.edtf if timex.date else ""}
        unsure = {} if timex.sure else {"sure": False}
        yield json.dumps(row | {key: value for key, value in more.items() if value} | unsure, ensure_ascii=False)


def _rows_as_text(article: Article, timexes: Iterable[Timex]) -> Iterator[str]:
    line, counted_to = 1, 0
    for timex in timexes:
        line += article.text.count("\n", counted_to, timex.span.start)
        counted_to = timex.span.start
        basis = f", {timex.anchor}" if timex.anchor else ""
        yield f"{article.path}:{line}: '{' '.join(timex.text.split())}' {timex.type} {timex.value} ({timex.rule}{basis})"
