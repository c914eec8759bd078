"""The way of one article, stage by stage.

In: its path. Out: a `Reading`: what it claims, and what a person should know of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timeline import articles, names
from timeline.basis import parse
from timeline.claims import propose
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.model import Article, Claim, Timex
from timeline.sentences import split
from timeline.store import article_digest
from timeline.timex import tag as tag_text


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article gave: the digest of its file and its claims (None where it could not be read), and problems."""

    path: str
    digest: str
    claims: tuple[Claim, ...] | None
    problems: tuple[Problem, ...]


def read(path: Path, name: str, model: str = "") -> Reading:
    """Read one article and propose its claims. Where it holds no text, its problems are warnings. `model` is the spaCy model that
    finds names, "" for the rules alone."""
    try:
        original = articles.load(path, name)
        article, timexes = read_and_tag(path, name, original)
    except articles.NoText as error:
        return Reading(name, "", None, tuple(replace(problem, severity="warning") for problem in error.problems))
    except TimelineError as error:
        return Reading(name, "", None, error.problems)
    sentences = split(article)
    claims = propose(article, sentences, timexes, names.find(article, sentences, model))
    return Reading(
        name, article_digest(original.data, original.record), claims, tuple(_notes(article, claims, original.record is not None))
    )


def read_and_tag(path: Path, name: str, original: articles.Original | None = None) -> tuple[Article, tuple[Timex, ...]]:
    """Read one article (`original`: its bytes, where they were loaded before) and find its temporal expressions; its publication
    date is inferred where it names none."""
    article = articles.read(path, name, original)
    tagging = tag_text(article.text, article.published, skip=article.furniture, language=article.language)
    return replace(article, published=tagging.published), tagging.timexes


def _notes(article: Article, claims: Sequence[Claim], recorded: bool) -> Iterator[Problem]:
    """What a person should know of an article that was read: how many of its dates hang on a guess, or that none was found. `recorded`
    is whether there is a record of where it came from."""
    if recorded or not article.path.lower().endswith((".txt", ".md")):
        remedy = f"To give one, write the line published: YYYY-MM-DD into a file beside it, of the same name with {articles.RECORD} added."
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
