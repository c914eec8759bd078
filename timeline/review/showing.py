"""What a person is shown of a proposed event, to decide on it.

In: the event, its sources with their articles, how much it matters, and events like it. Out: lines for a terminal:

    3 left · events.yaml:34 · bridge-opened

    Bridge opened
    in 1976 (1976)

    Tidewire · seeds/tidewire.txt:7
      | The ministry spoke on Friday. [The bridge opened *in 1976*, it said.] Nothing more was told.
      “in 1976” → in 1976

    Like it:
      1  1976  The bridge is opened (bridge-opened-2)

In the paragraph of the article, [ ] hold the quote and * * the words that date it, in colour or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.addresses import publisher_of
from timeline.counting import count
from timeline.importance import Importance
from timeline.model import Article, Event, Source
from timeline.paragraphs import finder, paragraphs
from timeline.review.wrapping import Line, Piece, printable, wrapped
from timeline.why import published_in_words, reason
from timeline.wording import in_words

FACETS = ("people", "organisations", "places", "tags")
_MOST_SOURCES = 4
_CONTEXT = 300
"""Characters of a paragraph that are shown on each side of a quote."""
_INDENT, _BAR = "  ", "  | "


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source, its article where that can be read, and the line of the article's file in which the quote begins, 0 where unknown."""

    source: Source
    article: Article | None
    line: int = 0


def screen(
    event: Event, place: str, left: int, evidence: Sequence[Evidence], importance: Importance | None, near: Sequence[Event], width: int
) -> list[Line]:
    """The lines of one event. `place` is where it stands, `left` how many wait, this one included."""
    lines = wrapped([Piece(f"{left} left · {place} · {event.id}", "quiet")], width)
    lines += [(), *wrapped([Piece(event.title, "heading")], width)]
    lines += wrapped([Piece(in_words(event.date), "words"), Piece(f" ({event.date.edtf})")], width)
    if event.summary:
        lines += wrapped([Piece(event.summary)], width, _INDENT)
    for facet in FACETS:
        if names := getattr(event, facet):
            lines += wrapped([Piece(f"{facet}: ", "quiet"), Piece(", ".join(names))], width, _INDENT, _INDENT * 2)
    if importance and importance.articles:
        lines += wrapped([Piece("importance: ", "quiet"), Piece(f"{importance.value:.2f}, {importance}")], width, _INDENT, _INDENT * 2)
    if not evidence:
        lines += [(), *wrapped([Piece("It has no source.", "care")], width)]
    for held in evidence[:_MOST_SOURCES]:
        lines += [(), *_source(held, width)]
    if more := evidence[_MOST_SOURCES:]:
        told = f"and {count(len(more), 'more source')}, from line {more[0].source.line}"
        lines += [(), *wrapped([Piece(told, "quiet")], width)]
    if near:
        lines += [(), (Piece("Like it:", "quiet"),)]
        for number, other in enumerate(near, 1):
            status = "" if other.status == "reviewed" else f", {other.status}"
            pieces = [Piece(f"{other.date.edtf}  "), Piece(other.title), Piece(f" ({other.id}{status})", "quiet")]
            lines += wrapped(pieces, width, f"{_INDENT}{number}  ", " " * 5)
    return lines


def _source(held: Evidence, width: int) -> Iterator[Line]:
    source, article = held.source, held.article
    place = source.article + (f":{held.line}" if held.line else "") if source.article else source.url
    said = [Piece(publisher_of(article, source), "heading"), Piece(f" · {place}", "quiet")]
    if article and article.published:
        said.append(Piece(f" · {published_in_words(article.published)}", "quiet"))
    yield from wrapped(said, width, "", _INDENT)
    shown, found = _in_paragraph(source, article)
    if source.quote:
        yield from wrapped(shown, width, _BAR)
    if source.article and not article:
        yield from wrapped([Piece("The article cannot be read.", "care")], width, _INDENT)
    elif article and not found:
        yield from wrapped([Piece("The quote is not in the article." if source.quote else "It quotes nothing.", "care")], width, _INDENT)
    if why := reason(source, article):
        words = [Piece(f"“{why.words}”", "words")] if why.words else [Piece("no words of the quote date it")]
        against = [Piece(f", {why.against}")] if why.against else []
        notes = [Piece(f". {' '.join(why.notes)}", "care")] if why.notes else []
        yield from wrapped([*words, *against, Piece(" → "), Piece(why.date, "words"), *notes], width, _INDENT, _INDENT * 2)


def _in_paragraph(source: Source, article: Article | None) -> tuple[list[Piece], bool]:
    """The quote in its paragraph, and whether the article has it."""
    quote = [Piece("[", "quiet"), *_marked(printable(source.quote).strip(), printable(source.words).strip()), Piece("]", "quiet")]
    if not article or not source.quote:
        return quote, False
    blocks = paragraphs(article.text, article.furniture)
    span = finder(article.text, blocks)(source.quote)
    if not span:
        return quote, False
    start = max((block.start for block in blocks if block.start <= span.start), default=span.start)
    end = min((block.end for block in blocks if block.end >= span.end), default=span.end)
    before, after = printable(article.text[start : span.start]), printable(article.text[span.end : end])
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return [Piece(before), *quote, Piece(after)], True


def _marked(quote: str, words: str) -> list[Piece]:
    """The quote with the words that date it apart."""
    before, found, after = quote.partition(words) if words else (quote, "", "")
    if not found:
        return [Piece(quote, "quote")]
    return [Piece(before, "quote"), Piece("*", "quiet"), Piece(found, "words"), Piece("*", "quiet"), Piece(after, "quote")]
