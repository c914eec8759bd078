"""An article's page: its text as far as it may be published, each quote marked and led back to its event.

In: an `Article`, the sources that quote it, how much of it to show. Out: paragraphs of text and quotes, for the
template `article.html`, and the anchor at which each source's quote stands.

Quotes are found as they are, or where they are not, without regard to white space. Quotes that overlap are marked as
one, with all of their events beside them. Work grows with the length of the text and the number of quotes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model import Article, Event, Span
from timeline.pages.values import HowMuch

_WRAPPED = 100  # a block none of whose lines is longer was broken by hand; in others each line is a paragraph


@dataclass(frozen=True, slots=True)
class Quotation:
    """A source's quote and the event that it is for; `anchor` is its place on the page."""

    anchor: str
    event: Event
    quote: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text, `marked` where it is quoted; the quotations are those that begin in it."""

    text: str
    marked: bool = False
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in runs; `after_gap` says that text of the article was left out before it."""

    runs: tuple[Run, ...]
    after_gap: bool = False

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations in the paragraph, in order."""
        return tuple(quotation for run in self.runs for quotation in run.quotations)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's text for its page; `unfound` are quotes that its text does not hold."""

    paragraphs: tuple[Paragraph, ...]
    unfound: tuple[Quotation, ...]


def quotations(events: Sequence[Event]) -> tuple[dict[str, list[Quotation]], dict[tuple[str, int], str]]:
    """The quotations of each article, and the anchor of each event's source by its number.

    The first quote of an event in an article is at the event's id, the next at `id_2`; no id holds an underscore.
    """
    by_article: dict[str, list[Quotation]] = {}
    anchors: dict[tuple[str, int], str] = {}
    for event in events:
        seen: dict[str, int] = {}
        for index, source in enumerate(event.sources):
            if not source.article:
                continue
            number = seen[source.article] = seen.get(source.article, 0) + 1
            anchor = event.id if number == 1 else f"{event.id}_{number}"
            anchors[event.id, index] = anchor
            by_article.setdefault(source.article, []).append(Quotation(anchor, event, source.quote))
    return by_article, anchors


def read(article: Article, quoted: Sequence[Quotation], how_much: HowMuch) -> Reading:
    """The article's text, as much as may be shown."""
    found: list[tuple[Span, Quotation]] = []
    unfound = []
    for quotation in quoted:
        span = find(article, quotation.quote)
        if span:
            found.append((span, quotation))
        else:
            unfound.append(quotation)
    pending = deque(_merged(sorted(found, key=lambda item: item[0])))
    paragraphs: list[Paragraph] = []
    gap = False
    before: list[str] = []
    for block in blocks(article):
        if how_much == "all" and not paragraphs and article.text[block.start : block.end].split() == article.title.split():
            continue  # the title stands above
        words = article.text[block.start : block.end].split()
        if words == before and not any(mark[0].start < block.end for mark in pending):
            continue  # a page often holds its caption twice: below the picture, and for those who cannot see it
        before = words
        runs = tuple(_runs(article.text, block, _inside(block, pending)))
        if how_much == "all" or (how_much == "paragraphs" and any(run.marked for run in runs)):
            paragraphs.append(Paragraph(runs, gap))
            gap = False
            continue
        for run in runs:
            if run.marked:
                paragraphs.append(Paragraph((run,), gap))
                gap = False
            elif run.text.strip():
                gap = True
    return Reading(tuple(paragraphs), tuple(unfound))


def find(article: Article, quote: str) -> Span | None:
    """Where the quote stands in the article's text, outside page furniture."""
    words = quote.split()
    if not words:
        return None
    start = article.text.find(quote.strip())
    if start >= 0 and not _touches(span := Span(start, start + len(quote.strip())), article.furniture):
        return span
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    spans = (Span(*found.span()) for found in pattern.finditer(article.text))
    return next((span for span in spans if not _touches(span, article.furniture)), None)


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


def blocks(article: Article) -> Iterable[Span]:
    """The article's paragraphs, without page furniture."""
    text = article.text
    furniture = sorted(article.furniture)
    following = 0
    for start, end in _paragraphs(text):
        while following < len(furniture) and furniture[following].end <= start:
            following += 1
        at = start
        number = following
        while number < len(furniture) and furniture[number].start < end:
            if text[at : furniture[number].start].strip():
                yield Span(at, furniture[number].start)
            at = max(at, furniture[number].end)
            number += 1
        if text[at:end].strip():
            yield Span(at, end)


def _paragraphs(text: str) -> Iterable[Span]:
    for block in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|$))+", text):
        lines = block[0].splitlines(keepends=True)
        if all(len(line) <= _WRAPPED for line in lines):
            yield Span(*block.span())
            continue
        at = block.start()
        for line in lines:
            yield Span(at, at + len(line))
            at += len(line)


def _merged(found: Sequence[tuple[Span, Quotation]]) -> list[tuple[Span, tuple[Quotation, ...]]]:
    """Spans that do not overlap, each with all quotations that it covers."""
    merged: list[tuple[Span, tuple[Quotation, ...]]] = []
    for span, quotation in found:
        if merged and span.start < merged[-1][0].end:
            before, notes = merged[-1]
            merged[-1] = (Span(before.start, max(before.end, span.end)), (*notes, quotation))
        else:
            merged.append((span, (quotation,)))
    return merged


_Mark = tuple[Span, tuple[Quotation, ...]]


def _inside(block: Span, pending: deque[_Mark]) -> list[_Mark]:
    """The marks that touch the block; those that end in it are taken from `pending`."""
    inside = []
    while pending and pending[0][0].start < block.end:
        if pending[0][0].end > block.start:
            inside.append(pending[0])
        if pending[0][0].end > block.end:
            break
        pending.popleft()
    return inside


def _runs(text: str, block: Span, marks: Sequence[_Mark]) -> Iterable[Run]:
    at = block.start
    for span, notes in marks:
        begin, end = max(span.start, block.start), min(span.end, block.end)
        if text[at:begin]:
            yield Run(text[at:begin])
        # A quote that runs over a paragraph's end is marked in both, and its events stand beside its beginning.
        yield Run(text[begin:end], True, notes if span.start >= block.start else ())
        at = end
    if text[at : block.end].strip():
        yield Run(text[at : block.end])
