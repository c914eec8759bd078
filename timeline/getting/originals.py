"""The originals that a project keeps: each file as it came, and beside it the record of where it came from.

In: an article that came, `Incoming`. Out: where it is kept, `Kept`. Nothing is overwritten: the same address or the same bytes are
there already, another article gets another name, and what is retrieved again leaves its old original beside the new one.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Literal

from timeline import articles
from timeline.articles.frontmatter import Value
from timeline.articles.record import RECORD, Record, text_of
from timeline.errors import Problem, TimelineError
from timeline.getting.addresses import same
from timeline.getting.names import stem
from timeline.model import Article
from timeline.project import SEEDS
from timeline.store import article_digest
from timeline.store.files import aside, read_bytes, write_whole


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that came. `name` is its address or its path, for messages; `given` is what a person said of it, by the keys of a
    record, and `otherwise` what is believed where neither he nor the article says it. `file` is what its file was called, "" where
    it had none; `record` is what stood beside it."""

    name: str
    data: bytes
    suffix: str
    url: str = ""
    final_url: str = ""
    content_type: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    otherwise: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    record: Record = field(default_factory=Record)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an article is kept, written from the project's folder, and whether it is new, was there already, was retrieved again
    (its old original is `old`), or has only its record changed."""

    path: str
    state: Literal["new", "there", "again", "recorded"]
    old: str = ""


class Originals:
    """The articles in a project's folder of articles, by the addresses and the bytes they have. Looked for once, and again only when
    another command added some."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._look()

    def _look(self) -> None:
        """Learn what is there."""
        self._addresses: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        self._sizes: dict[int, list[str]] = defaultdict(list)
        self._stems: set[str] = set()
        self._seen = self._changed()
        folder = self._project / SEEDS
        for path in articles.find([folder]) if os.path.isdir(folder) else []:
            self._learn(path.relative_to(self._project).as_posix())
        for path in folder.rglob("*"):  # also those that are no articles: what stands beside an article belongs to it
            if not path.name.endswith(RECORD) or path.with_name(path.name.removesuffix(RECORD)).exists():
                self._stems.add(_stem(path.name))

    def _changed(self) -> int:
        """When a file was added to the folder last."""
        try:
            return os.stat(self._project / SEEDS).st_mtime_ns
        except OSError:
            return 0

    def at(self, url: str) -> str:
        """The article that was kept from this address, "" where there is none."""
        return self._addresses.get(same(url), "")

    def keep(self, incoming: Incoming, retrieved: str, again: bool = False) -> Kept:
        """Keep an article; `retrieved` is the time, in UTC. What is there already is changed only `again`. Raises TimelineError, for an
        article that cannot be read too: then nothing is kept of it. Nothing else may write there meanwhile."""
        if self._seen != self._changed():
            self._look()
        kept = self._keep(incoming, retrieved, again)
        self._seen = self._changed()
        return kept

    def _keep(self, incoming: Incoming, retrieved: str, again: bool) -> Kept:
        record = replace(
            incoming.record,
            url=incoming.url or incoming.record.url,
            final_url=incoming.final_url if incoming.final_url != incoming.url else "",
            retrieved=incoming.record.retrieved or retrieved,
            sha256=hashlib.sha256(incoming.data).hexdigest(),
            content_type=incoming.content_type or incoming.record.content_type,
            given={**incoming.record.given, **_values(incoming.given)},
        )
        article = self._read(incoming, record)
        known = self._same_bytes(incoming.data)
        if known:
            return self._known(known, incoming, record, again)
        missing = {key: text for key, text in incoming.otherwise.items() if text and not getattr(article, key)}
        record = replace(record, given={**_values(missing), **record.given})
        known = self.at(incoming.url) or self.at(incoming.final_url)
        if known and not again:
            return Kept(known, "there")
        if known and known.lower().endswith(incoming.suffix):
            return self._replaced(known, incoming.data, record)
        day = str(article.published.day) if article.published and article.published.day else missing.get("published", "")
        path = self._free(stem(day, article.title, record.url, PurePosixPath(incoming.file).stem, article.text), incoming.suffix)
        orphan = self._record(path)  # of an article that is gone; or of this one, which did not come to be written
        if orphan and orphan.url != record.url:
            self._set_aside(path + RECORD)
        self._write(path + RECORD, text_of(record).encode())
        self._write(path, incoming.data)
        self._learn(path)
        return Kept(path, "new")

    def _read(self, incoming: Incoming, record: Record) -> Article:
        """The article, as it will be read. Raises TimelineError."""
        original = articles.Original(incoming.data, text_of(record).encode())
        return articles.read(Path("article" + incoming.suffix), incoming.name, original)

    def _known(self, path: str, incoming: Incoming, record: Record, again: bool) -> Kept:
        """What becomes of an article whose very bytes are there: what is said of it is written into its record, where there is none or
        it is to be changed."""
        old = self._record(path)
        if old is not None and not again:
            return Kept(path, "there")
        old = old or replace(record, url="", given={})
        new = replace(old, url=record.url or old.url, given={**old.given, **record.given})
        if text_of(new) == text_of(self._record(path) or Record()):
            return Kept(path, "there")
        self._set_aside(path + RECORD)
        self._write(path + RECORD, text_of(new).encode())
        self._learn(path)
        return Kept(path, "recorded")

    def _replaced(self, path: str, data: bytes, record: Record) -> Kept:
        """The new original in the place of the old one, which stays beside it with its record."""
        former = self._record(path) or Record()
        old = self._set_aside(path)
        self._set_aside(path + RECORD, old + RECORD)
        self._write(path + RECORD, text_of(replace(record, given={**former.given, **record.given})).encode())
        self._write(path, data)
        self._learn(path)
        return Kept(path, "again", old)

    def _set_aside(self, path: str, to: str = "") -> str:
        """Copy a file, where there is one, to its place aside, or to another one that is free."""
        to = to or (PurePosixPath(path).parent / aside(self._project / path).name).as_posix()
        data = read_bytes(self._project / path, path)
        if data is not None:
            write_whole(self._project / to, None, data, to)
        return to

    def _same_bytes(self, data: bytes) -> str:
        """The article that holds these very bytes, "" where there is none."""
        digest = article_digest(data)
        return next((path for path in self._sizes.get(len(data), ()) if self._digest(path) == digest), "")

    def _digest(self, path: str) -> str:
        """The digest of a file; "" where it cannot be read."""
        if path not in self._digests:
            try:
                self._digests[path] = article_digest((self._project / path).read_bytes())
            except OSError:
                return ""
        return self._digests[path]

    def _free(self, name: str, suffix: str) -> str:
        """A path that no article has, nor one that differs in its ending alone."""
        number, chosen = 1, name
        while chosen in self._stems or os.path.lexists(self._project / SEEDS / (chosen + suffix)):
            number += 1
            chosen = f"{name}-{number}"
        return f"{SEEDS}/{chosen}{suffix}"

    def _learn(self, path: str) -> None:
        """Take an article of the project into account."""
        self._stems.add(_stem(PurePosixPath(path).name))
        self._digests.pop(path, None)
        try:
            size = os.stat(self._project / path).st_size
            record = articles.record_facts(read_bytes(self._project / (path + RECORD), path + RECORD) or b"", path + RECORD)
        except (OSError, TimelineError):
            return
        if path not in self._sizes[size]:
            self._sizes[size].append(path)
        for url in (record.url, record.final_url):
            if url:
                self._addresses.setdefault(same(url), path)

    def _record(self, path: str) -> Record | None:
        data = read_bytes(self._project / (path + RECORD), path + RECORD)
        return None if data is None else articles.parse_record(data, path + RECORD)

    def _write(self, path: str, data: bytes) -> None:
        place = self._project / path
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise TimelineError(Problem(path, f"its folder cannot be made: {error.strerror}. Check your right to write there.")) from None
        write_whole(place, read_bytes(place, path), data, path)


def _stem(name: str) -> str:
    return name.removesuffix(RECORD).partition(".")[0].lower()


def _values(given: Mapping[str, str]) -> dict[str, Value]:
    return {key: Value(text, 0, 0) for key, text in given.items() if text}
