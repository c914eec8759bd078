"""`timeline check`: list every mistake in events.yaml, and what its sources say that their articles do not.

In: a project. Out: its problems, each with the line it is about, and an exit status of 1 if there is any error.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from timeline import store
from timeline.check import load
from timeline.cli.telling import as_github, as_json, as_text
from timeline.counting import count
from timeline.errors import Problem
from timeline.model import Article, Event
from timeline.project import Library, altered

_NO_WORD = re.compile(r"[\W_]+")
_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?")


_FORMATS = {"text": as_text, "json": as_json, "github": as_github}


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="For people, programs or GitHub's workflows.",
)
def check(form: str) -> None:
    """List every mistake in events.yaml."""
    timeline = load(Path(store.EVENTS), Path())
    cited, unread = Library().cited(Path(), timeline.events)
    problems = [*timeline.problems, *unread, *_unfounded(timeline.events, cited), *altered(Path())]
    for problem in problems:
        click.echo(_FORMATS[form](problem))
    if not problems and form == "text":
        click.echo(f"{store.EVENTS}: {count(len(timeline.events), 'event')}, nothing to mend.")
    sys.exit(1 if timeline.errors else 0)


def _unfounded(events: Iterable[Event], cited: Mapping[str, Article]) -> Iterator[Problem]:
    """Quotes that are not in their article, and date words that are not in their quote."""
    texts = {name: _plain(article.text) for name, article in cited.items()}
    for event in events:
        for source in event.sources:
            if source.article in texts and not all(_plain(part) in texts[source.article] for part in _LEFT_OUT.split(source.quote)):
                advice = "Copy the sentence from it; … stands for what is left out"
                yield _warning(f"the quote of '{event.id}' is not in {source.article}. {advice}.", source.line)
            if source.quote and _plain(source.words) not in _plain(source.quote):
                yield _warning(f"the words of '{event.id}' are not in its quote. Copy them from it, or delete them.", source.line)


def _warning(message: str, line: int) -> Problem:
    return Problem(store.EVENTS, message, line, severity="warning")


def _plain(text: str) -> str:
    """The letters and digits of a text, so that spaces, dashes and quotation marks may differ."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())
