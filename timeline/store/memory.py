"""Which event holds, or held, each claim that articles make.

In: the timeline as it stands, the lock, the claims of the articles that were read, and which files exist. Out: a `Memory`. Pure.

A claim is known by its article, quote and date words. Where an article was changed or renamed, a claim of its new text is the one of
the old text that has its date and most of its words, and stands there no longer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.check.reading import Timeline
from timeline.model import Source
from timeline.store.lock import Lock, claim_digest
from timeline.store.traces import Traces, trace

Claim = tuple[str, str]  # the path of its article, or the address of a source without one, and its digest
_ADDRESS = ("http://", "https://")


def claim_of(source: Source) -> Claim:
    """How the lock names what a source claims."""
    return source.article or source.url, claim_digest(source.quote, source.words)


class Memory:
    """What is known of the claims that articles make: `claims`, as sources. `articles` holds the digests of those that were read; of
    those in `again` only the timeline is to be known. `lock` is what is remembered beside that."""

    def __init__(
        self,
        timeline: Timeline,
        lock: Lock,
        claims: Iterable[Source],
        articles: Mapping[str, str],
        again: Collection[str],
        exists: Callable[[str], bool],
    ) -> None:
        self.lock = lock = lock.forget(again)
        self._again = again
        read = {claim_of(source): source for source in claims}
        paths = {source.article for event in timeline.events for source in event.sources} | lock.paths
        missing = {path for path in paths if path and not path.startswith(_ADDRESS) and path not in articles and not exists(path)}
        self._in_file: dict[Claim, str] = {}
        self._moved_in_file: dict[str, str] = {}
        in_file: dict[Claim, Source] = {}
        for event in timeline.events:
            for source in event.sources:
                path, digest = claim = claim_of(source)
                if claim in self._in_file:
                    continue
                self._in_file[claim] = event.id
                in_file[claim] = source if source.date else replace(source, date=event.date)
                if path in missing:
                    self._moved_in_file.setdefault(digest, event.id)
        self._moved = {digest: event_id for (path, digest), event_id in lock.claims.items() if path in missing}
        self._changed: dict[Claim, Claim] = {}
        fresh = [(claim, source) for claim, source in read.items() if not self.holder(claim)]
        if fresh:
            gone = {claim: found for claim, found in lock.traces.items() if claim not in read}
            for claim in in_file.keys() - read.keys() - gone.keys():
                gone[claim] = trace(in_file[claim].quote, in_file[claim].date)
            self._changed = _changed(fresh, sorted(gone.items()), missing, new=articles.keys() - paths - set(again))

    def holder(self, claim: Claim) -> str | None:
        """The id of the event that a claim belongs to, in the timeline or, where it was deleted, in memory."""
        path, digest = claim = self._changed.get(claim, claim)
        found = self._in_file.get(claim) or self._moved_in_file.get(digest)
        if found or path in self._again:
            return found
        return self.lock.claims.get(claim) or self._moved.get(digest)


def _changed(
    fresh: Sequence[tuple[Claim, Source]], gone: Sequence[tuple[Claim, str]], missing: Collection[str], new: Collection[str]
) -> dict[Claim, Claim]:
    """The claims that are others with a few words changed: each at most one of those that are `gone`, which its article made, or,
    where the article is `new`, one that is `missing`."""
    traces: dict[str, Traces] = {}
    claims: dict[str, list[Claim]] = {}
    paths = {path for (path, _), _ in fresh}
    for claim, known in gone:
        scope = "" if claim[0] in missing else claim[0]
        if scope in paths or not scope:
            traces.setdefault(scope, Traces()).add(known)
            claims.setdefault(scope, []).append(claim)
    pairs = []
    for at, (claim, source) in enumerate(fresh):
        scope = "" if claim[0] in new else claim[0]
        if scope in traces:
            pairs += [(-alike, at, number, scope) for alike, number in traces[scope].alike(trace(source.quote, source.date))]
    found: dict[Claim, Claim] = {}
    taken: set[Claim] = set()
    for _, at, number, scope in sorted(pairs):
        one, other = fresh[at][0], claims[scope][number]
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found
