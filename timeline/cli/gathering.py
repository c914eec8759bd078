"""The way of an article, stage by stage, for many of them.

In: the paths of articles. Out: for each that could be read what it claims, in the order of the paths, and what a person should
know of it.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from timeline import articles, names
from timeline.basis import parse
from timeline.claims import propose
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.model import Article, Claim, Timex
from timeline.sentences import split
from timeline.store import article_digest
from timeline.timex import tag as tag_text

_PROGRESS_FROM = 20
"""Fewer articles than this are read before a progress bar would be seen."""
_PROGRESS_FROM_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article gave: the digest of its file and its claims, None where it could not be read, and problems."""

    path: str
    digest: str
    claims: tuple[Claim, ...] | None
    problems: tuple[Problem, ...]


def gather(paths: Sequence[Path], given: Collection[Path], model: str = "") -> Iterator[Reading]:
    """Read articles, with a progress bar where that takes time. A file without text is passed over with a warning where it is one
    of several, and not itself among those `given`. `model` is the spaCy model that finds names, "" for the rules alone."""
    sizes = [_size(path) for path in paths]
    hidden = len(paths) < _PROGRESS_FROM and sum(sizes) < _PROGRESS_FROM_BYTES
    wanted = frozenset(given if len(paths) > 1 else paths)
    names.prepare(model)
    with click.progressbar(length=sum(sizes), label="Reading articles", file=sys.stderr, hidden=hidden) as bar:
        for path, size in zip(paths, sizes, strict=True):
            reading = _read(path, path.as_posix(), model)
            bar.update(size)
            if reading.claims is None and path in wanted:
                reading = replace(reading, problems=tuple(replace(problem, severity="error") for problem in reading.problems))
            yield reading


def _read(path: Path, name: str, model: str) -> Reading:
    try:
        data = articles.load(path, name)
        article, timexes = read_and_tag(path, name, data)
    except articles.NoText as error:
        return Reading(name, "", None, tuple(replace(problem, severity="warning") for problem in error.problems))
    except TimelineError as error:
        return Reading(name, "", None, error.problems)
    sentences = split(article)
    claims = propose(article, sentences, timexes, names.find(article, sentences, model))
    return Reading(name, article_digest(data), claims, tuple(_notes(article, claims)))


def read_and_tag(path: Path, name: str, data: bytes | None = None) -> tuple[Article, tuple[Timex, ...]]:
    """Read one article (`data`: its bytes, where they were loaded before) and find its temporal expressions; its publication
    date is inferred where it names none."""
    article = articles.read(path, name, data)
    tagging = tag_text(article.text, article.published, skip=article.furniture, language=article.language)
    return replace(article, published=tagging.published), tagging.timexes


def _notes(article: Article, claims: Sequence[Claim]) -> Iterator[Problem]:
    """What a person should know of an article that was read: how many of its dates hang on a guess, or that none was found."""
    if article.path.lower().endswith((".html", ".htm")):
        remedy = 'To give one, put <meta name="date" content="YYYY-MM-DD"> into its <head>.'
    else:
        remedy = "To give one, put three lines above the text: ---, published: YYYY-MM-DD, ---"
    if article.published is None:
        found = "no dated event was found in it" if not claims else "days and months without a year were left out"
        yield Problem(article.path, f"has no publication date; {found}. {remedy}", severity="warning")
    elif not claims:
        yield Problem(article.path, "no dated event was found in it.", severity="warning")
    elif guesses := sum(basis.guessed for claim in claims if (basis := parse(claim.basis))):
        hang = f"{count(guesses, 'date')} of it {'hangs' if guesses == 1 else 'hang'} on a guess"
        yield Problem(article.path, f"has no sure publication date; {hang}: {article.published}. {remedy}", severity="warning")


def _size(path: Path) -> int:
    """The bytes of a file, at least 1; reading it says what is wrong where there is none."""
    try:
        return max(1, path.stat().st_size)
    except (OSError, ValueError):
        return 1
