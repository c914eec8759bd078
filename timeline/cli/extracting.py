"""`timeline extract` and `timeline tag`: the way of an article, stage by stage.

In: articles. Out: events in events.yaml, or what was found in them, one JSON object a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from timeline import articles
from timeline.claims import propose
from timeline.errors import Problem, TimelineError
from timeline.merge import Proposal, merge
from timeline.model import Article, Claim, DocumentCreationTime, Timex
from timeline.sentences import split
from timeline.timex import tag as tag_text

_PROGRESS_FROM = 20
"""Fewer articles than this are read before a progress bar would be seen."""


def read_and_tag(path: Path, name: str) -> tuple[Article, tuple[Timex, ...]]:
    """Read one article and find its temporal expressions; its publication date is inferred where it names none."""
    article = articles.read(path, name)
    tagging = tag_text(article.text, article.published, skip=article.furniture, language=article.language)
    return replace(article, published=tagging.published), tagging.timexes


def claims_of(path: Path, name: str) -> tuple[Article, tuple[Claim, ...]]:
    """Read one article and propose its claims."""
    article, timexes = read_and_tag(path, name)
    return article, propose(article, split(article), timexes)


def notes_on(article: Article, claims: Sequence[Claim]) -> Iterator[Problem]:
    """What a person should know of an article that was read: where its dates stand on a guess, or none was found."""
    remedy = "To give it, begin the file with three lines: ---, published: 2018-11-08, ---"
    if article.published is None and not claims:
        yield Problem(article.path, f"no dated event was found, and no publication date. {remedy}", severity="warning")
    elif not claims:
        yield Problem(article.path, "no dated event was found.", severity="warning")
    elif article.published is None or article.published.basis == "inferred":
        guess = f"its own dates say: {article.published}" if article.published else "days and months without a year were left out"
        yield Problem(article.path, f"has no publication date; {guess}. {remedy}", severity="warning")


def tell(problems: Iterable[Problem]) -> None:
    """Print problems and notes to standard error, each once."""
    for line in dict.fromkeys(map(str, problems)):
        click.echo(line, err=True)
