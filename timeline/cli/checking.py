"""`timeline check`: list every mistake in events.yaml.

In: a project. Out: its problems, one a line, and an exit status of 1 if there is any.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from timeline import store
from timeline.check import load
from timeline.counting import count


@click.command()
def check() -> None:
    """List every mistake in events.yaml."""
    timeline = load(Path(store.EVENTS), Path())
    for problem in timeline.problems:
        click.echo(str(problem))
    if not timeline.problems:
        click.echo(f"{store.EVENTS}: {count(len(timeline.events), 'event')}, nothing to mend.")
    sys.exit(1 if timeline.errors else 0)
