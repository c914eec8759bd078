"""What a person, or a program, is told. In: problems, or an error of the system. Out: lines.

tell        each with the line it is about and a mark under the mistake, to standard error
as_text     the same as text
as_json     a line of JSON
as_github   a command to GitHub's workflows, which shows it beside the line
"""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from timeline.errors import Problem
from timeline.excerpt import in_lines

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def tell(problems: Iterable[Problem]) -> None:
    """Print problems and notes, each once."""
    for text in dict.fromkeys(map(as_text, problems)):
        click.echo(text, err=True)


def as_text(problem: Problem) -> str:
    """One line, whatever the names of files hold, and under it the line it is about, with a mark in colour, which
    `click.echo` leaves out unless it writes to a terminal."""
    message = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in str(problem))
    if problem.severity == "note":
        return message
    lines = in_lines(problem)
    if lines:
        mark = lines[1].lstrip(" |")
        lines[1] = lines[1].removesuffix(mark) + click.style(mark, fg=_COLOURS[problem.severity])
    return "\n".join([message, *lines])


def as_json(problem: Problem) -> str:
    """The problem as an object. Columns count characters from 1; `end_column` is the one after the mistake."""
    names = ("path", "line", "column", "end_column", "severity", "message")
    return json.dumps({name: getattr(problem, name) for name in names}, ensure_ascii=False)


def as_github(problem: Problem) -> str:
    """The problem as a command that GitHub's workflows read from what a step prints."""
    place = {"file": problem.path, "line": problem.line, "col": problem.column}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value is not None)
    return f"::{_COMMANDS[problem.severity]} {told}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def say(text: str) -> None:
    """Print one line that is no result to standard error."""
    click.echo(text, err=True)


def problem_of(error: OSError) -> Problem:
    """What the system refused, as a problem."""
    place = "timeline" if error.filename is None else str(error.filename)
    return Problem(place, f"{error.strerror or error}. Check the path, and your right to read and write there.")
