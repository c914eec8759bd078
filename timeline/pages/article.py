"""An article's page: its text as far as it may be published, each quote marked and led back to its event.

In: an `Article`, the sources that quote it, how much of it to show. Out: paragraphs of text and quotes, for the
template `article.html`, and the anchor at which each source's quote stands.

Paragraphs are those that sentences were read in, and quotes are found in them whatever their white space. Quotes that
overlap are marked as one, with all of their events beside them. Each quote is one search of the text from its beginning.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model import Article, Event, Span
from timeline.pages.values import HowMuch
from timeline.paragraphs import finder, paragraphs


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
    blocks = paragraphs(article.text, article.furniture)
    find = finder(article.text, blocks)
    found: list[tuple[Span, Quotation]] = []
    unfound = []
    for quotation in quoted:
        span = find(quotation.quote)
        if span:
            found.append((span, quotation))
        else:
            unfound.append(quotation)
    pending = deque(_merged(sorted(found, key=lambda item: item[0])))
    shown: list[Paragraph] = []
    gap = False
    before = article.title.split() if how_much == "all" else []  # it stands above
    for block in blocks:
        words = article.text[block.start : block.end].split()
        if words == before and not (pending and pending[0][0].start < block.end):
            continue  # a page often holds its caption twice: below the picture, and for those who cannot see it
        before = words
        runs = tuple(_runs(article.text, block, _inside(block, pending)))
        if how_much == "all" or (how_much == "paragraphs" and any(run.marked for run in runs)):
            shown.append(Paragraph(runs, gap))
            gap = False
            continue
        for run in runs:
            if run.marked:
                shown.append(Paragraph((run,), gap))
                gap = False
            elif run.text.strip():
                gap = True
    return Reading(tuple(shown), tuple(unfound))


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
