"""`timeline export`: the timeline in the form of another program.

In: a project. Out: text in one of the formats, to a file or to standard output.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from timeline import store
from timeline.check import load
from timeline.cli.telling import say, tell
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.exchange import FORMATS, Publication
from timeline.pages import Site, publication
from timeline.paths import PAGES
from timeline.project import SEEDS, Library, Pictures, visible
from timeline.settings import FILE as SETTINGS
from timeline.settings import of_site
from timeline.store.files import read_bytes, write_whole


@click.command(short_help="Write the timeline in another program's format.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="Without it, the ending of --output says which.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write FILE, not standard output.")
def export(form: str | None, output: Path | None) -> None:
    """Write the timeline in the format of another program. Rejected events are left out."""
    if form is None:
        form = next((name for name, known in FORMATS.items() if output and output.suffix.lower() == known.ending), None)
    if form is None:
        raise click.UsageError(f"Which format? Write --format, with one of {', '.join(FORMATS)}.")
    if output is not None:
        _refuse_own(output)
    told = publication_of(Path())
    text = FORMATS[form].write(told)
    if output is None:
        click.echo(text, nl=False)
        return
    write_whole(output, read_bytes(output, output.as_posix()), text.encode(), output.as_posix())
    say(f"{count(len(told.events), 'event')} written to {output.as_posix()}.")


def _refuse_own(output: Path) -> None:
    """Raises TimelineError where the project itself would be written over: an export holds less."""
    place, project = Path(os.path.realpath(output)), Path(os.path.realpath("."))
    own = [project / name for name in (SETTINGS, store.EVENTS, store.LOCK)]
    if place in own or place.is_relative_to(project / SEEDS):
        raise TimelineError(Problem(output.as_posix(), "is a file of the project itself, which no export replaces. Name another file."))


def publication_of(project: Path) -> Publication:
    """The timeline of a project as other programs are given it. Raises TimelineError where events.yaml has mistakes."""
    timeline = load(project / store.EVENTS, project)
    if timeline.errors:
        raise TimelineError(timeline.errors)
    events = visible(timeline.events)
    cited, problems = Library().cited(project, events)
    tell(problems)
    told = of_site(project, ("site_name", "site_url", "docs_dir", "use_directory_urls"))
    pictures = Pictures(project, project / told.get("docs_dir", PAGES))
    return publication(
        Site(
            name=told.get("site_name", "Timeline"),
            events=events,
            articles=cited,
            url=with_slash(told.get("site_url", "")),
            directory_urls=told.get("use_directory_urls", "true").lower() not in ("false", "no", "off"),
            locate=pictures.locate,
        )
    )


def with_slash(url: str) -> str:
    """The address of a site with the slash at its end, "" where it has none."""
    return f"{url.rstrip('/')}/" if url else ""
