"""`timeline import`: events from another program's file into events.yaml.

In: a file. Out: events in events.yaml, new ones inserted, known ones changed where the file says something else; or every problem of
the file, and nothing written.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import click

from timeline import exchange, store
from timeline.cli.exporting import with_slash
from timeline.cli.telling import say, tell
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.exchange import READABLE, Placement
from timeline.settings import of_site


@click.command("import", short_help="Bring events of another program's file into events.yaml.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE|-")
@click.option("--format", "form", type=click.Choice(READABLE), help="Without it, what FILE holds says which.")
@click.option("--dry-run", is_flag=True, help="Show what would change, as a diff; write nothing.")
def import_(file: Path, form: str | None, dry_run: bool) -> None:
    """Bring the events of FILE into events.yaml: new ones are added, known ones are changed where FILE says something else."""
    data, name = _read(file)
    with nullcontext() if dry_run else store.alone(Path(), waiting=say):
        held = store.hold(Path())
        reading = exchange.read(data, name, form or "", with_slash(of_site(Path(), ("site_url",)).get("site_url", "")))
        placed = exchange.place(held.events, reading, frozenset(held.lock.claims.values()))
        if reading.errors:
            raise TimelineError(reading.problems)
        tell(reading.problems)
        result = store.put(held, placed.new, placed.changed, dry_run=dry_run)
    if dry_run:
        click.echo(result, nl=False)
    click.echo(_summary(placed, dry_run), err=dry_run)


def _read(file: Path) -> tuple[bytes, str]:
    if str(file) == "-":
        return sys.stdin.buffer.read(), "standard input"
    try:
        return file.read_bytes(), file.as_posix()
    except OSError as error:
        raise TimelineError(Problem(file.as_posix(), f"the file cannot be read: {error.strerror}. Check the path.")) from None


def _summary(placed: Placement, dry_run: bool) -> str:
    would = "would be " if dry_run else ""
    done = [f"{count(len(placed.new), 'event')} {would}added"] if placed.new else []
    done += [f"{count(len(placed.changed), 'event')} {would}changed"] if placed.changed else []
    same = f"{count(placed.same, 'event')} as before" if placed.same else ""
    if not done:
        return f"{store.EVENTS} is as it was: {same or 'the file holds no events'}."
    return f"{store.EVENTS}: {', '.join(filter(None, [*done, same]))}."
