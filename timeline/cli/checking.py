"""`timeline check`: list every mistake in events.yaml, and what its sources say that their articles do not.

In: a project. Out: its problems, each with the line it is about, and an exit status of 1 if there is any error.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import click

from timeline import store
from timeline.check import Timeline, load
from timeline.check.reading import collector_off
from timeline.check.text import Lines, shown
from timeline.cli.telling import as_github, as_json, as_text
from timeline.counting import count
from timeline.errors import Problem
from timeline.project import altered, texts
from timeline.wording import in_words, weekday

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
@click.option("--explain", is_flag=True, help="Say of each event how its date is understood.")
def check(form: str, explain: bool) -> None:
    """List every mistake in events.yaml."""
    with collector_off():
        timeline = load(Path(store.EVENTS), Path())
        cited, unread = texts(Path(), timeline.events)
        problems = [*timeline.problems, *unread, *_unfounded(timeline, cited), *altered(Path())]
    for problem in [*(_understood(timeline) if explain else ()), *problems]:
        click.echo(_FORMATS[form](problem))
    if not problems and form == "text":
        click.echo(f"{store.EVENTS}: {count(len(timeline.events), 'event')}, nothing to mend.")
    sys.exit(1 if timeline.errors else 0)


def _understood(timeline: Timeline) -> Iterator[Problem]:
    """How the date of each event is read."""
    lines = Lines(timeline.text)
    for event in timeline.events:
        start, end = timeline.dates[event.id]
        written = " ".join(timeline.text[start:end].split()).strip("'\"")
        day = f"{weekday(event.date.day)}, " if event.date.day and weekday(event.date.day) else ""
        meant = day + in_words(event.date).removeprefix("in ")
        edtf = "" if written == event.date.edtf else f" (EDTF {event.date.edtf})"
        yield lines.problem(timeline.path, f"{event.id}: {shown(written)} is read as {meant}{edtf}.", start, end, "note")


def _unfounded(timeline: Timeline, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Quotes that are not in their article, and date words that are not in their quote."""
    plain = cache(_plain)
    lines = Lines(timeline.text)
    for event in timeline.events:
        for source in event.sources:
            text = texts.get(source.article, source.quote)
            if source.quote not in text and not all(plain(part) in plain(text) for part in _LEFT_OUT.split(source.quote)):
                told = f"the quote of '{event.id}' is not in {source.article}. Copy the sentence from it; … stands for what is left out."
                yield lines.problem(timeline.path, told, *timeline.places[source.line, "quote"], "warning")
            if source.quote and source.words not in source.quote and plain(source.words) not in plain(source.quote):
                told = f"the words of '{event.id}' are not in its quote. Copy them from it, or delete them."
                yield lines.problem(timeline.path, told, *timeline.places[source.line, "words"], "warning")


def _plain(text: str) -> str:
    """The letters and digits of a text, so that spaces, dashes and quotation marks may differ."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())
