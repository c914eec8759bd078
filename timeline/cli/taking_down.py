"""`timeline takedown`: list all that stands on an article and, when told to, take it out everywhere.

In: an article's path or address. Out: what stands on it; with --yes, a project in which nothing of it is left.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path

import click

from timeline import store
from timeline.cli import cache
from timeline.cli.extracting import require_project, within_project
from timeline.cli.telling import say
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.getting import Originals
from timeline.paths import as_typed, place_within
from timeline.project import Library, files_of
from timeline.takedown import Standing, standing, without

_BEYOND = "Not reached: what was published, what git remembers, and copies that others made. Build and publish the site again."


@click.command(short_help="List or take out what stands on an article.")
@click.argument("article", metavar="ARTICLE|URL")
@click.option("--yes", is_flag=True, help="Take it out: files, sources, events that have no other source, and what is remembered of it.")
def takedown(article: str, yes: bool) -> None:
    """List all that stands on an article; with --yes, take it out everywhere."""
    require_project(Path())
    with store.alone(Path(), waiting=say) if yes else nullcontext():
        _take_down(article, yes)


def _take_down(article: str, yes: bool) -> None:
    held = store.hold(Path())
    name = _name(article, held)
    found = standing(held.events, held.lock, name)
    files = files_of(Path(), name)
    if not (files or found.sole or found.shared or found.remembered):
        raise TimelineError(Problem(article, "nothing of this project stands on it. Write an article's path, or the address of a source."))
    for line in _said(found, files):
        click.echo(line)
    if not yes:
        click.echo(f"Nothing was changed. To take it out: timeline takedown {as_typed(name)} --yes")
        return
    wanted = without(found)
    if wanted:
        held = store.change(held, wanted)  # first, since it may be refused
    store.forget(held, name)
    with suppress(FileNotFoundError):
        os.unlink(cache.FILE)
    for file in files:
        os.unlink(file)
    for number, line in enumerate(held.timeline.text.splitlines(), 1):
        if name in line:
            click.echo(f"{store.EVENTS}:{number}: the article is still named here. Look at this line.")
    click.echo(f"Taken out. {_BEYOND}")


def _name(article: str, held: store.Held) -> str:
    """The article's path from the project's folder, or the address where a source has no file."""
    if article.startswith(("http://", "https://")):
        cited, _ = Library().cited(Path(), held.events)
        told = (path for path, kept in cited.items() if kept.url == article)
        return next(told, "") or Originals(Path()).at(article) or article
    if os.path.isdir(article):
        raise TimelineError(Problem(article, "is a folder. Name one article of it."))
    known = {source.article for event in held.events for source in event.sources} | held.lock.paths
    if article not in known and place_within(Path(), article):
        return within_project([Path(article)])[0].as_posix()
    return article


def _said(found: Standing, files: list[str]) -> Iterator[str]:
    """What stands on the article, a line each."""
    for file in files:
        yield f"{file}: goes."
    for event in found.sole:
        yield f"{store.EVENTS}:{event.line}: '{event.id}' goes: it has no other source. {event.title}"
    for event in found.shared:
        stays = "stays with its other sources. Look whether its title and summary can stay, too."
        yield f"{store.EVENTS}:{event.line}: '{event.id}' {stays} {event.title}"
    if found.remembered:
        yield f"{store.LOCK}: {count(found.remembered, 'line')} about it {'goes' if found.remembered == 1 else 'go'}."
    for event, source in found.copies:
        yield f"{store.EVENTS}:{source.line}: the same sentence stands here, from {source.article or source.url} ('{event.id}'); it stays."
