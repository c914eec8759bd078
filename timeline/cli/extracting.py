"""`timeline extract`: the way from articles to events.yaml.

In: articles. Out: events in events.yaml, or what was found in them, one JSON object a line.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import click

from timeline import articles, names, store
from timeline.check.reading import collector_off
from timeline.cli.cache import Cache
from timeline.cli.gathering import gather
from timeline.cli.keeping import importance_of, minor_ones
from timeline.cli.telling import say, tell
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.importance import Importance
from timeline.merge import Proposal, merge
from timeline.model import Claim, DocumentCreationTime, Source
from timeline.paths import place_within
from timeline.project import SEEDS, misplaced
from timeline.settings import Keep, Settings
from timeline.settings import read as read_settings

_COPY = "Put a copy into seeds/, so that its quotes keep their source."


def extract_into_project(
    project: Path, paths: Sequence[Path], *, again: Sequence[Path] = (), keep: Keep | None = None, dry_run: bool = False
) -> bool:
    """Add the events of the articles at `paths` (without one: of seeds/) to the project's events.yaml, and say what was done; first
    wait until no other command writes there. The articles `again` (their paths, or a folder's) are read too, and what is remembered
    of them is forgotten first. What is kept is `keep`, or else what mkdocs.yml says.

    Returns whether every article could be read. Raises TimelineError where events.yaml cannot be added to.
    """
    require_project(project)
    with nullcontext() if dry_run else store.alone(project, waiting=say):
        return _extract_into_project(project, paths, again, keep, dry_run)


def _extract_into_project(project: Path, paths: Sequence[Path], again: Sequence[Path], keep: Keep | None, dry_run: bool) -> bool:
    settings = read_settings(project)
    repeated = _repeated(project, again)
    there = [path for path in repeated if os.path.lexists(project / path)]
    given = [*(paths or seeds()), *there]
    faults = {path: misplaced(project, path.as_posix()) for path in articles.find(given)}
    problems = [Problem(path.as_posix(), fault) for path, fault in faults.items() if fault]
    claims, digests = _gathered([path for path, fault in faults.items() if not fault], given, settings, problems, writes=not dry_run)
    with collector_off():
        held = store.hold(project)
        forgotten = {
            path.as_posix() for path in repeated if path not in there or path.as_posix() in digests
        }  # none that cannot be read now
        memory = store.recall(held, map(_as_source, claims), digests, forgotten)
        proposals = merge(names.unite(claims, held.events), held.events, lambda claim: memory.holder(store.claim_of(_as_source(claim))))
        result = store.add(
            held,
            names.label([(proposal.event, proposal.claims) for proposal in proposals], held.events),
            digests,
            memory=memory,
            minor=minor_ones(proposals, keep or settings.keep),
            again=forgotten,
            dry_run=dry_run,
        )
    if dry_run:
        click.echo(_coloured(result.diff), nl=False)
    for note in result.notes:
        say(note)
    click.echo(_summary(result, len(digests), dry_run), err=dry_run)
    return not any(problem.severity == "error" for problem in problems)


def _as_source(claim: Claim) -> Source:
    return Source(article=claim.article, quote=claim.quote, date=claim.date, words=claim.words)


def _gathered(
    paths: Sequence[Path], given: Sequence[Path], settings: Settings, problems: list[Problem], writes: bool = False
) -> tuple[list[Claim], dict[str, str]]:
    """The claims of the articles, and the digests of those that could be read; `problems` and those found are told. What is read is
    kept for the next time where this `writes`. Raises TimelineError where they cannot be read as the settings ask for."""
    cache = Cache(Path(), f"{replace(settings, keep=Keep(), contact='')} {names.prepare(settings.names)}", writes)
    claims: list[Claim] = []
    digests: dict[str, str] = {}
    for reading in gather(paths, given, cache, settings.names):
        problems += reading.problems
        if reading.claims is not None:
            claims += reading.claims
            digests[reading.path] = reading.digest
    tell(problems)
    return claims, digests


def _coloured(diff: str) -> str:
    """A diff in the colours of git's, which `click.echo` leaves out unless it writes to a terminal; headings stand out."""
    return "\n".join(map(_coloured_line, diff.split("\n")))


def _coloured_line(line: str) -> str:
    if line.startswith("@@"):
        _, place, heading = line.split("@@", 2)
        return click.style(f"@@{place}@@", fg="cyan") + click.style(heading, bold=True)
    if line.startswith(("+++", "---")):
        return click.style(line, bold=True)
    colour = {"+": "green", "-": "red"}.get(line[:1])
    return click.style(line, fg=colour) if colour else line


def _summary(result: store.Result, articles_read: int, dry_run: bool) -> str:
    read = f"{count(articles_read, 'article')} read"
    left_out = f"\n{_left_out(result.left_out)}" if result.left_out else ""
    if not result.events and not result.sources:
        return f"{read}; nothing new, {store.EVENTS} is as it was.{left_out}"
    added = [count(len(result.events), "event")] if result.events else []
    added += [f"{count(len(result.sources), 'source')} of known events"] if result.sources else []
    return f"{read}; {' and '.join(added)} {'would be ' if dry_run else ''}added to {store.EVENTS}.{left_out}"


def _left_out(number: int) -> str:
    return f"{count(number, 'more event')} of less weight {'was' if number == 1 else 'were'} left out. To have all: timeline extract --all"


@click.command(short_help="Read articles, add new events to events.yaml.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--dry-run", is_flag=True, help="Show what would be added, as a diff that git applies; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print every event of PATH that is kept, one JSON object a line; write nothing.")
@click.option("--all", "minor", is_flag=True, help="Keep every event, however unimportant.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Keep the N most important of them.")
@click.option(
    "--again", multiple=True, type=click.Path(path_type=Path), metavar="ARTICLE", help="Forget what is remembered of this article first."
)
def extract(paths: tuple[Path, ...], dry_run: bool, as_json: bool, minor: bool, limit: int | None, again: tuple[Path, ...]) -> None:
    """Read articles (default: seeds/) and add new events to events.yaml."""
    keep = Keep(minor, limit) if minor or limit else None
    if as_json:
        sys.exit(0 if _print_events(paths, keep) else 1)
    sys.exit(0 if extract_into_project(Path(), within_project(paths), again=within_project(again), keep=keep, dry_run=dry_run) else 1)


def require_project(project: Path) -> None:
    """Raises TimelineError where the folder holds nothing of a project."""
    if not any(os.path.lexists(project / name) for name in ("mkdocs.yml", store.EVENTS, SEEDS)):
        raise TimelineError(Problem(Path.cwd().as_posix(), "this is no project. Go to one, or start one: timeline new DIR"))


def _repeated(project: Path, again: Sequence[Path]) -> list[Path]:
    """The articles to be read anew: those given, and those in the folders given. Raises TimelineError where there is none."""
    if not again:
        return []
    remembered = {Path(name) for name in store.remembered(project).paths}
    problems, found = [], []
    for path in again:
        meant = {known for known in remembered if known.is_relative_to(path)}
        meant |= set(articles.find([path])) if os.path.lexists(project / path) else set()
        if not meant:
            problems.append(
                Problem(path.as_posix(), f"there is no such article, neither among the files nor in {store.LOCK}. Check the path.")
            )
        found += sorted(meant)
    if problems:
        raise TimelineError(problems)
    return found


def seeds() -> list[Path]:
    """The folder that is read where none is named; none where it is missing, as it is while there are no articles."""
    if os.path.isdir(SEEDS):
        return [Path(SEEDS)]
    if os.path.lexists(SEEDS):
        raise TimelineError(Problem(SEEDS, "is not a folder. Rename it, and put articles into a folder of this name."))
    tell([Problem(SEEDS, "there is no such folder. Put articles (.txt, .md, .html) into it.", severity="warning")])
    return []


def within_project(paths: Sequence[Path]) -> list[Path]:
    """The paths as they are written from the project's folder. Raises TimelineError where one leads out of it."""
    names = {path: _name_within_project(path) for path in paths}
    if None in names.values():
        raise TimelineError(Problem(path.as_posix(), f"lies outside this project. {_COPY}") for path, name in names.items() if name is None)
    return [name for name in names.values() if name]


def _name_within_project(path: Path) -> Path | None:
    """The path as it is written from the project's folder, which is the current one; a link keeps its own name."""
    project, path = Path.cwd(), Path(os.path.abspath(path))
    place = place_within(project, path)
    if place and path.is_relative_to(project):
        return path.relative_to(project)
    return place and place.relative_to(os.path.realpath(project))


def _print_events(paths: Sequence[Path], keep: Keep | None) -> bool:
    settings = read_settings(Path())
    problems: list[Problem] = []
    given = paths or [Path(SEEDS)]
    claims, _ = _gathered(articles.find(given), given, settings, problems)
    with collector_off():
        proposals = merge(names.unite(claims, ()))
        importance, minor = importance_of(proposals), minor_ones(proposals, keep or settings.keep)
    for proposal in proposals:
        if proposal.event.id not in minor:
            click.echo(json.dumps(_event_as_json(proposal, importance[proposal.event.id]), ensure_ascii=False))
    if minor:
        click.echo(_left_out(len(minor)), err=True)
    return not any(problem.severity == "error" for problem in problems)


def _event_as_json(proposal: Proposal, importance: Importance) -> dict[str, object]:
    return {
        "id": proposal.event.id,
        "date": proposal.event.date.edtf,
        "title": proposal.event.title,
        "importance": importance.value,
        "sources": [
            {
                "path": claim.article,
                "quote": claim.quote,
                "start": claim.span.start,
                "end": claim.span.end,
                "dct": _days(claim.published),
            }
            for claim in proposal.claims
        ],
    }


def _days(published: DocumentCreationTime | None) -> str | None:
    """A publication date in EDTF: the day, or the days it may be."""
    if published is None:
        return None
    return str(published.day) if published.day else f"[{published.earliest}..{published.latest or ''}]"
