"""events.lock: what was read and proposed before, so that a deleted event stays deleted.

In and out: the file's text and a `Lock`. The file is the program's own, one fact a line, sorted, so that git merges it:

    article <digest of the file's bytes, and of its record's> <path>
    claim <digest of quote and date words> <id of the event it went into> ~<its trace> <path>

A claim is known by its article's path and its digest, and by its trace where its article was changed (see `traces`). Digests are the
first 16 hexadecimal digits of SHA-256.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from timeline.errors import Problem, TimelineError
from timeline.quotes import quote_key
from timeline.store.traces import FORM

HEADER = "# What 'timeline extract' has read and proposed. The program's own file: commit it, never edit it.\n"
_LINE = re.compile(
    r"article (?P<article>[0-9a-f]{16}) (?P<path>.+)"
    rf"|claim (?P<claim>[0-9a-f]{{16}}) (?P<id>[a-z0-9-]+) (?:~(?P<trace>{FORM}) )?(?P<claim_path>.+)"
)
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Lock:
    """`articles` holds the digest of each file by its path, `claims` the event's id by path and claim digest, and `traces` the traces
    of these claims, of some or all."""

    articles: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[tuple[str, str], str] = field(default_factory=dict)
    traces: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def paths(self) -> set[str]:
        """The articles of which it remembers anything."""
        return {*self.articles, *(path for path, _ in self.claims)}

    def knows(self, article: str, digest: str) -> bool:
        """Whether the article was read before, with these very bytes."""
        return self.articles.get(article) == digest

    def forget(self, articles: Collection[str]) -> Lock:
        """The lock without what it holds of these articles."""
        return Lock(
            {path: digest for path, digest in self.articles.items() if path not in articles},
            {claim: event_id for claim, event_id in self.claims.items() if claim[0] not in articles},
            {claim: trace for claim, trace in self.traces.items() if claim[0] not in articles},
        )


def parse(text: str, path: str = "events.lock") -> Lock:
    """The lock that a text holds; lines may stand in any order, and twice. Raises TimelineError."""
    articles: dict[str, str] = {}
    claims: dict[tuple[str, str], str] = {}
    traces: dict[tuple[str, str], str] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = line.removesuffix("\r")
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if not found:
            raise TimelineError(Problem(path, _broken(line), number, 1))
        if found["article"]:
            articles[_unescaped(found["path"])] = found["article"]
        else:
            claim = _unescaped(found["claim_path"]), found["claim"]
            claims.setdefault(claim, found["id"])
            if found["trace"]:
                traces.setdefault(claim, found["trace"])
    return Lock(articles, claims, traces)


def text_of(lock: Lock) -> str:
    """The lock as its file holds it."""
    return HEADER + "".join(sorted(_lines(lock)))


def article_digest(data: bytes, record: bytes | None = None) -> str:
    """The digest of an article's file, and of the record beside it."""
    digest = hashlib.sha256(data)
    if record is not None:
        digest.update(hashlib.sha256(record).digest())
    return digest.hexdigest()[:16]


def claim_digest(quote: str, words: str) -> str:
    """The digest of a claim. Only letters and digits count, so that a copy of the article with other quotation marks, dashes,
    capitals or spaces makes the same claims."""
    return hashlib.sha256(f"{quote_key(quote)}\n{quote_key(words)}".encode("utf-8", "replace")).hexdigest()[:16]


def _lines(lock: Lock) -> Iterator[str]:
    for path, digest in lock.articles.items():
        yield f"article {digest} {_escaped(path)}\n"
    for (path, digest), event_id in lock.claims.items():
        trace = lock.traces.get((path, digest))
        yield f"claim {digest} {event_id} {f'~{trace} ' if trace else ''}{_escaped(path)}\n"


def _escaped(path: str) -> str:
    escaped = "".join(_ESCAPES.get(char, char) for char in path)
    return f"\\{escaped}" if escaped.startswith("~") else escaped


def _unescaped(path: str) -> str:
    return re.sub(r"\\([\\nr~])", lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), path)


def _broken(line: str) -> str:
    if re.match(r"<{7}|={7}|>{7}|\|{7}", line):
        return "two versions stand side by side (a git conflict). Delete its marks (<<<<<<<, =======, >>>>>>>) and keep all other lines."
    return "this line cannot be read. Restore the file from version control, or delete this line."
