"""`timeline extract` and `timeline tag`: the way of an article, stage by stage.

In: articles. Out: events in events.yaml, or what was found in them, one JSON object a line.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from timeline import articles, names, store
from timeline.basis import parse
from timeline.check import load
from timeline.claims import KEPT_FROM, propose
from timeline.cli.telling import tell
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.importance import Importance, Mention, weigh
from timeline.merge import Proposal, claims_of_events, merge
from timeline.model import Article, Claim, DocumentCreationTime, Timex
from timeline.paths import place_within
from timeline.project import SEEDS, misplaced
from timeline.sentences import split
from timeline.timex import tag as tag_text

_PROGRESS_FROM = 20
"""Fewer articles than this are read before a progress bar would be seen."""
_PROGRESS_FROM_BYTES = 1_000_000
_COPY = "Put a copy into seeds/, so that its quotes keep their source."


def read_and_tag(path: Path, name: str, data: bytes | None = None) -> tuple[Article, tuple[Timex, ...]]:
    """Read one article (`data`: its bytes, where they were loaded before) and find its temporal expressions; its publication
    date is inferred where it names none."""
    article = articles.read(path, name, data)
    tagging = tag_text(article.text, article.published, skip=article.furniture, language=article.language)
    return replace(article, published=tagging.published), tagging.timexes


def claims_of(path: Path, name: str, data: bytes | None = None) -> tuple[Article, tuple[Claim, ...]]:
    """Read one article and propose its claims."""
    article, timexes = read_and_tag(path, name, data)
    sentences = split(article)
    return article, propose(article, sentences, timexes, names.find(article, sentences))


def notes_on(article: Article, claims: Sequence[Claim]) -> Iterator[Problem]:
    """What a person should know of an article that was read: how many of its dates hang on a guess, or that none was found."""
    if article.path.lower().endswith((".html", ".htm")):
        remedy = 'To give one, put <meta name="date" content="YYYY-MM-DD"> into its <head>.'
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


def _each(paths: Sequence[Path], problems: list[Problem]) -> Iterator[tuple[bytes, Article, tuple[Claim, ...]]]:
    """Read articles one after another, each with its bytes; what is wrong with one is added to `problems`, and the next is read."""
    sizes = [_size(path) for path in paths]
    hidden = len(paths) < _PROGRESS_FROM and sum(sizes) < _PROGRESS_FROM_BYTES
    with click.progressbar(length=sum(sizes), label="Reading articles", file=sys.stderr, hidden=hidden) as bar:
        for path, size in zip(paths, sizes, strict=True):
            try:
                data = articles.load(path, path.as_posix())
                article, claims = claims_of(path, path.as_posix(), data)
            except TimelineError as error:
                problems += error.problems
                continue
            finally:
                bar.update(size)
            problems += notes_on(article, claims)
            yield data, article, claims


def _size(path: Path) -> int:
    """The bytes of a file, at least 1; reading it says what is wrong where there is none."""
    try:
        return max(1, path.stat().st_size)
    except (OSError, ValueError):
        return 1


def _is_kept(proposal: Proposal, known: Collection[Claim] = ()) -> bool:
    """Whether one of its articles makes the proposal an event of a timeline by default, or it tells an event that is known."""
    return any(claim.salience >= KEPT_FROM or claim in known for claim in proposal.claims)


def extract_into_project(
    project: Path, paths: Sequence[Path], *, again: Sequence[Path] = (), every: bool = False, dry_run: bool = False
) -> bool:
    """Add the events of the articles at `paths` (without one: of seeds/) to the project's events.yaml, and say what was done;
    `every` event, or those likely to matter. The articles `again` (their paths, or a folder's) are read too, and what is remembered of
    them is forgotten first.

    Returns whether every article could be read. Raises TimelineError where events.yaml cannot be added to.
    """
    _require_project(project)
    repeated = _repeated(project, again)
    there = [path for path in repeated if os.path.lexists(project / path)]
    problems: list[Problem] = []
    claims: list[Claim] = []
    digests: dict[str, str] = {}
    faults = {path: misplaced(project, path.as_posix()) for path in articles.find([*(paths or seeds()), *there])}
    problems += (Problem(path.as_posix(), fault) for path, fault in faults.items() if fault)
    for data, article, found in _each([path for path, fault in faults.items() if not fault], problems):
        claims += found
        digests[article.path] = store.article_digest(data)
    tell(problems)
    held = load(project / store.EVENTS).events
    forgotten = {path.as_posix() for path in repeated if path not in there or path.as_posix() in digests}  # none that cannot be read now
    known = claims_of_events(held)
    proposals = merge([*known, *names.unite(claims, held)])
    kept = proposals if every else [proposal for proposal in proposals if _is_kept(proposal, set(known))]
    labelled = [names.label(proposal.event, proposal.claims) for proposal in kept]
    result = store.add(project, labelled, digests, again=forgotten, dry_run=dry_run)
    if dry_run:
        click.echo(result.diff, nl=False)
    for note in result.notes:
        click.echo(note, err=True)
    click.echo(_summary(result, len(digests), dry_run), err=dry_run)
    return not any(problem.severity == "error" for problem in problems)


def _summary(result: store.Result, articles_read: int, dry_run: bool) -> str:
    read = f"{count(articles_read, 'article')} read"
    if not result.events and not result.sources:
        return f"{read}; nothing new, {store.EVENTS} is as it was."
    added = [count(len(result.events), "event")] if result.events else []
    added += [f"{count(len(result.sources), 'source')} of known events"] if result.sources else []
    return f"{read}; {' and '.join(added)} {'would be ' if dry_run else ''}added to {store.EVENTS}."


_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")


@click.command()
@_PATHS
@click.option("--dry-run", is_flag=True, help="Show what would be added, as a diff; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print every event of PATH, one JSON object a line; write nothing.")
@click.option("--all", "every", is_flag=True, help="Keep every event, however unlikely to matter.")
@click.option(
    "--again", multiple=True, type=click.Path(path_type=Path), metavar="ARTICLE", help="Forget what is remembered of this article first."
)
def extract(paths: tuple[Path, ...], dry_run: bool, as_json: bool, every: bool, again: tuple[Path, ...]) -> None:
    """Read articles (default: seeds/) and add new events to events.yaml."""
    if as_json:
        sys.exit(0 if _print_events(paths, every) else 1)
    done = extract_into_project(Path(), _within_project(paths), again=_within_project(again), every=every, dry_run=dry_run)
    sys.exit(0 if done else 1)


def _require_project(project: Path) -> None:
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


def _within_project(paths: Sequence[Path]) -> list[Path]:
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


def _print_events(paths: Sequence[Path], every: bool) -> bool:
    problems: list[Problem] = []
    claims = [claim for _, _, found in _each(articles.find(paths or [Path(SEEDS)]), problems) for claim in found]
    tell(problems)
    proposals = merge(names.unite(claims, ()))
    importance = weigh(mention for proposal in proposals for mention in _mentions(proposal))
    for proposal in proposals:
        if not (every or _is_kept(proposal)):
            continue
        click.echo(json.dumps(_event_as_json(proposal, importance[proposal.event.id]), ensure_ascii=False))
    return not any(problem.severity == "error" for problem in problems)


def _mentions(proposal: Proposal) -> Iterator[Mention]:
    for claim in proposal.claims:
        published = claim.published.latest or claim.published.earliest if claim.published else None
        yield Mention(proposal.event.id, proposal.event.date, claim.article, claim.publisher, published, claim.quote)


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


@click.command()
@_PATHS
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--text", "as_text", is_flag=True, help="Print the article's text, into which the offsets point, instead.")
def tag(paths: tuple[Path, ...], as_json: bool, as_text: bool) -> None:
    """Print the temporal expressions of articles."""
    problems: list[Problem] = []
    for path in articles.find(paths or [Path(SEEDS)]):
        try:
            article, timexes = read_and_tag(path, path.as_posix())
        except TimelineError as error:
            problems += error.problems
            continue
        if as_text:
            click.echo(article.text, nl=False)
            continue
        for line in _rows_as_json(article, timexes) if as_json else _rows_as_text(article, timexes):
            click.echo(line)
    tell(problems)
    sys.exit(1 if problems else 0)


def _rows_as_json(article: Article, timexes: Iterable[Timex]) -> Iterator[str]:
    for timex in timexes:
        row: dict[str, object] = {
            "path": article.path,
            "start": timex.span.start,
            "end": timex.span.end,
            "text": timex.text,
            "type": timex.type,
            "value": timex.value,
        }
        more = {"mod": timex.mod, "rule": timex.rule, "anchor": timex.anchor, "date": timex.date.edtf if timex.date else ""}
        unsure = {} if timex.sure else {"sure": False}
        yield json.dumps(row | {key: value for key, value in more.items() if value} | unsure, ensure_ascii=False)


def _rows_as_text(article: Article, timexes: Iterable[Timex]) -> Iterator[str]:
    line, counted_to = 1, 0
    for timex in timexes:
        line += article.text.count("\n", counted_to, timex.span.start)
        counted_to = timex.span.start
        basis = f", {timex.anchor}" if timex.anchor else ""
        yield f"{article.path}:{line}: '{' '.join(timex.text.split())}' {timex.type} {timex.value} ({timex.rule}{basis})"
