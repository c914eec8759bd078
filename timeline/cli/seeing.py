"""What a person sees of a proposed event in the terminal.

In: the event, the articles of the project, how much it matters, and events like it. Out: lines on standard output, in colour where it
is a terminal, at most 80 columns wide.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from timeline import store
from timeline.importance import Importance
from timeline.model import Article, Event, Source
from timeline.paths import file_within
from timeline.review import Evidence, Piece, screen

_STYLES: dict[str, dict[str, Any]] = {
    "": {},
    "heading": {"bold": True},
    "quiet": {"dim": True},
    "quote": {"fg": "cyan"},
    "words": {"fg": "yellow", "bold": True},
    "care": {"fg": "magenta"},
}
_WIDEST, _NARROWEST = 80, 40
_WORDS_OF_PLACE = 12
"""So many words of a quote say where it stands in a file."""


def show(project: Path, event: Event, left: int, articles: Mapping[str, Article], weight: Importance | None, near: Sequence[Event]) -> None:
    """Print all that is needed to decide on an event. `left` is how many wait, this one included."""
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
    evidence = [_evidence(project, source, articles.get(source.article)) for source in event.sources]
    click.echo("\n" + "-" * width)
    for line in screen(event, f"{store.EVENTS}:{event.line}", left, evidence, weight, near, width):
        click.echo("".join(map(_styled, line)))


def _evidence(project: Path, source: Source, article: Article | None) -> Evidence:
    return Evidence(source, article, _line_of(project, article, source.quote) if article else 0)


def _line_of(project: Path, article: Article, quote: str) -> int:
    """The line of an article's file in which a quote begins, 0 where its words do not stand there as they are."""
    words = quote.split()[:_WORDS_OF_PLACE]
    path = file_within(project, article.path)
    if not words or path is None:
        return 0
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _styled(piece: Piece) -> str:
    return click.style(piece.text, **_STYLES[piece.style]) if piece.style else piece.text
