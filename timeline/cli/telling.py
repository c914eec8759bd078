"""What a person is told. In: problems, or an error of the system. Out: one line each, to standard error."""

from __future__ import annotations

from collections.abc import Iterable

import click

from timeline.errors import Problem


def tell(problems: Iterable[Problem]) -> None:
    """Print problems and notes, each once and in one line, whatever the names of files hold."""
    for line in dict.fromkeys(map(str, problems)):
        click.echo("".join(char if char.isprintable() else ascii(char)[1:-1] for char in line), err=True)


def say(text: str) -> None:
    """Print one line that is no result to standard error."""
    click.echo(text, err=True)


def problem_of(error: OSError) -> Problem:
    """What the system refused, as a problem."""
    place = "timeline" if error.filename is None else str(error.filename)
    return Problem(place, f"{error.strerror or error}. Check the path, and your right to read and write there.")
