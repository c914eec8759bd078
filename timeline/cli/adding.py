"""`timeline add`: get articles into seeds/, and read them.

In: addresses, files, a list of them, feeds, or standard input. Out: the originals in seeds/, each with the record of where it came from,
and their events in events.yaml. What goes wrong with one is told, and the others are got all the same.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import click

from timeline import __version__, articles, getting, store
from timeline.articles.dates import parse as parse_day
from timeline.articles.files import LARGEST
from timeline.articles.reading import LANGUAGE
from timeline.cli.extracting import extract_into_project, require_project
from timeline.cli.telling import say, tell
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.getting import Incoming, Kept, kinds
from timeline.getting.addresses import parse as parse_address
from timeline.paths import as_typed
from timeline.settings import read as read_settings

_STDIN = "-"
_FEW = 10
"""Of no more articles than this, what failed is still in sight at the end."""
_STATES = {"new": "kept", "there": "there already", "again": "kept anew", "recorded": "there already, its record changed"}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One article to get: its address or path, and the day that a feed gives it, "" where none does."""

    name: str
    published: str = ""


def _day(context: click.Context, option: click.Parameter, text: str | None) -> str:
    try:
        return str(parse_day(text)) if text else ""
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _code(context: click.Context, option: click.Parameter, text: str | None) -> str:
    if text and not LANGUAGE.fullmatch(text):
        raise click.BadParameter(f"'{text}' is not a code. Write 'en' for English.")
    return text or ""


def _address(context: click.Context, option: click.Parameter, text: str | None) -> str:
    try:
        return str(parse_address(text)) if text else ""
    except ValueError as error:
        raise click.BadParameter(f"'{text}' {error}") from None


@click.command(short_help="Get articles into seeds/ and read them.")
@click.argument("names", nargs=-1, metavar="[URL|FILE|-]...")
@click.option(
    "--list", "lists", multiple=True, metavar="FILE", help="Get what this file lists, an address or a path a line; - for standard input."
)
@click.option("--feed", "feeds", multiple=True, metavar="URL|FILE", help="Get the articles that this feed names.")
@click.option("--again", is_flag=True, help="Fetch what is there already once more; the old original stays beside the new one.")
@click.option("--url", callback=_address, metavar="URL", help="Where a file, or what comes from standard input, was found.")
@click.option("--published", callback=_day, metavar="DAY", help="When it was published, such as 2018-11-08.")
@click.option("--title", default="", metavar="TITLE", help="Its headline.")
@click.option("--publisher", default="", metavar="NAME", help="Who published it.")
@click.option("--language", callback=_code, metavar="CODE", help="Its language, such as en.")
@click.option("--allow-private", is_flag=True, help="Fetch from machines of a private network too.")
def add(
    names: tuple[str, ...],
    lists: tuple[str, ...],
    feeds: tuple[str, ...],
    again: bool,
    url: str,
    published: str,
    title: str,
    publisher: str,
    language: str,
    allow_private: bool,
) -> None:
    """Get articles into seeds/, from addresses, files or standard input, and add their events to events.yaml."""
    if not (names or lists or feeds):
        raise click.UsageError("Name what to add: an address, a file, or - for standard input.")
    if (*names, *lists).count(_STDIN) > 1:
        raise click.UsageError("Standard input can be read once. Write - once.")
    if (url or title) and (len(names) != 1 or lists or feeds):
        raise click.UsageError("--url and --title tell of one article. Add it alone.")
    if url and getting.is_address(names[0]):
        raise click.UsageError("--url is for a file or standard input. An address tells it itself.")
    project = Path()
    require_project(project)
    given = {"published": published, "title": title, "publisher": publisher, "language": language}
    fetcher = getting.Fetcher(_agent(read_settings(project).contact), say, allow_private)
    adding = _Adding(project, fetcher, url, given, again)
    try:
        adding.all(_wanted(names, lists, feeds, adding))
    except KeyboardInterrupt:
        if adding.paths:
            say(f"Stopped. {count(len(adding.paths), 'article')} kept so far. 'timeline extract' reads what is kept.")
        raise
    read = not adding.paths or extract_into_project(project, adding.paths)
    sys.exit(0 if read and not adding.failures else 1)


def _agent(contact: str) -> str:
    """What the program calls itself, with whom to reach."""
    return f"news-timeline/{__version__}" + (f" (+{contact})" if contact else "")


class _Adding:
    """What was got so far: the articles' paths, each once, and what failed."""

    def __init__(self, project: Path, fetcher: getting.Fetcher, url: str, given: Mapping[str, str], again: bool) -> None:
        self.project, self.fetcher, self.url, self.given, self.again = project, fetcher, url, given, again
        self.paths: list[Path] = []
        self.failures: list[Problem] = []
        self._originals = getting.Originals(project)

    def all(self, wanted: Sequence[_Wanted]) -> None:
        """Get one after another, and tell of each; at the end of what failed, where that is far above."""
        if not wanted and not self.failures:
            say("Nothing to add: the list, or the feed, names no article.")
        many = len(wanted) > 1
        for number, article in enumerate(wanted, 1):
            before = f"[{number}/{len(wanted)}] " if many else ""
            try:
                kept = self._one(article)
            except TimelineError as error:
                self.fail(error)
                continue
            path = Path(kept.path)
            if path not in self.paths:
                self.paths.append(path)
            click.echo(f"{before}{kept.path}: {_STATES[kept.state]}{self._more(kept)}.")
        if self.failures and len(wanted) > _FEW:
            say(f"{count(len(self.failures), 'problem')}:")
            tell(self.failures)

    def _more(self, kept: Kept) -> str:
        """What a person should know besides."""
        if kept.old:
            return f"; the old original is {kept.old}"
        if kept.state == "there" and not self.again and any((self.url, *self.given.values())):
            return f", its record as it was. To change it, say the same with: timeline add --again {as_typed(kept.path)}"
        return ""

    def fail(self, error: TimelineError) -> None:
        """Tell what went wrong with one."""
        self.failures += error.problems
        tell(error.problems)

    def _one(self, wanted: _Wanted) -> Kept:
        name = wanted.name
        if getting.is_address(name):
            known = self._originals.at(name)
            if known and not self.again:
                return Kept(known, "there")
            incoming = self._fetched(wanted)
        else:
            incoming = _from_stdin(self.url, self.given) if name == _STDIN else _from_file(name, self.url, self.given)
        with store.alone(self.project, waiting=say):
            return self._originals.keep(incoming, _now(), self.again)

    def _fetched(self, wanted: _Wanted) -> Incoming:
        found = self.fetcher.get(wanted.name)
        path = urlsplit(found.final_url).path
        return Incoming(
            wanted.name,
            found.data,
            kinds.suffix(found.content_type, found.data, path),
            found.url,
            found.final_url,
            found.content_type,
            self.given,
            {"published": wanted.published},
        )


def _wanted(names: Sequence[str], lists: Sequence[str], feeds: Sequence[str], adding: _Adding) -> list[_Wanted]:
    """All that is to be got, in order, each once. A list or a feed that cannot be read is told."""
    wanted = [_Wanted(name) for name in names]
    for work in [*(partial(_listed, name) for name in lists), *(partial(_of_feed, name, adding.fetcher) for name in feeds)]:
        try:
            wanted += work()
        except TimelineError as error:
            adding.fail(error)
    return list({article.name: article for article in reversed(wanted)}.values())[::-1]


def _listed(name: str) -> Iterator[_Wanted]:
    return map(_Wanted, getting.read_list(_bytes(name).decode("utf-8-sig", "replace")))


def _of_feed(name: str, fetcher: getting.Fetcher) -> Iterator[_Wanted]:
    data = fetcher.get(name, kinds.FEEDS).data if getting.is_address(name) else _bytes(name)
    return (_Wanted(entry.url, str(entry.published or "")) for entry in getting.read_feed(data, name))


def _from_stdin(url: str, given: Mapping[str, str]) -> Incoming:
    data = _bytes(_STDIN)
    return Incoming("standard input", data, kinds.suffix("", data), url, given=given)


def _from_file(name: str, url: str, given: Mapping[str, str]) -> Incoming:
    path = Path(name)
    if not path.exists() and name.lower().startswith("www."):
        raise TimelineError(Problem(name, f"there is no such file. If it is an address, write https://{name}"))
    original = articles.load(path, name)
    record = articles.parse_record(original.record or b"", name + articles.RECORD)
    return Incoming(name, original.data, path.suffix.lower(), url, given=given, file=path.name, record=record)


def _bytes(name: str) -> bytes:
    """What standard input or a file holds. Raises TimelineError."""
    try:
        with click.open_file(name, "rb") as file:
            data: bytes = file.read(LARGEST + 1)
    except OSError as error:
        raise TimelineError(Problem(name, f"cannot be read: {error.strerror}. Check the path.")) from None
    if len(data) > LARGEST:
        raise TimelineError(Problem(name, f"is larger than {LARGEST // 1_000_000} MB. Split it."))
    return data


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
