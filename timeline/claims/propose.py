"""Choose the sentences that tell a dated event, and make a claim of each.

In: an article, its sentences in order and its temporal expressions in order. Out: its claims in order. A sentence gives
one claim for each of its clauses that holds a date; of several dates in a clause the most precise counts, then the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.claims.clauses import parse, tokenise
from timeline.claims.selection import dateline_end, speech, tells_an_event
from timeline.claims.titles import make_title, make_title_in_any_language
from timeline.edtf import Date
from timeline.model import Article, Claim, Sentence, Span, Timex


def propose(article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> tuple[Claim, ...]:
    """The claims of one article; what it repeats word for word (a caption, a pulled quote) is claimed once."""
    claims: dict[tuple[str, str, str], Claim] = {}
    headline_words = _content_words(article.title)
    titled = _titled_in_english if article.language.split("-")[0].lower() == "en" else _titled_in_any_language
    for sentence, inside in _paired(sentences, timexes):
        shared = len(headline_words & _content_words(sentence.text)) / max(len(headline_words), 1)
        for timex, title in titled(sentence, inside):
            assert timex.date is not None
            words = timex.words or timex.span
            claim = Claim(
                article=article.path,
                published=article.published,
                span=sentence.span,
                quote=sentence.text,
                date=timex.date,
                words=" ".join(article.text[words.start : words.end].split()),
                basis=timex.anchor,
                title=title,
                salience=_salience(article, sentence, timex.date, shared),
                publisher=article.publisher,
            )
            claims.setdefault((claim.quote, claim.words, claim.date.edtf), claim)
    return tuple(claims.values())


def _paired(sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> Iterator[tuple[Sentence, list[Timex]]]:
    """Each sentence that holds dated expressions, with them; one pass over both."""
    position = 0
    for sentence in sentences:
        inside = []
        while position < len(timexes) and timexes[position].span.start < sentence.span.end:
            timex = timexes[position]
            if timex.span.start >= sentence.span.start and timex.date is not None and timex.type in ("DATE", "TIME"):
                inside.append(timex)
            position += 1
        if inside:
            yield sentence, inside


def _titled_in_english(sentence: Sentence, inside: Sequence[Timex]) -> Iterator[tuple[Timex, str]]:
    """The expressions that date an event, one for each clause, with the event's title."""
    if not tells_an_event(sentence):
        return
    begin = dateline_end(sentence.text)
    clauses = parse(sentence.text, begin, [_within(sentence, timex.span) for timex in inside])
    spoken = speech(sentence.text)
    best: dict[int, Timex] = {}
    for timex in inside:
        start = _within(sentence, timex.span)[0]
        if start < begin or _lasts(timex.date) or any(first < start < last for first, last in spoken):
            continue
        number = clauses.number_at(start)
        if number not in best or _width(timex.date) < _width(best[number].date):
            best[number] = timex
    for timex in sorted(best.values(), key=lambda timex: timex.span):
        others = [_within(sentence, other.words or other.span) for other in inside if other is not timex]
        title = make_title(clauses, _within(sentence, timex.words or timex.span), _within(sentence, timex.span), others)
        if title:
            yield timex, title


def _titled_in_any_language(sentence: Sentence, inside: Sequence[Timex]) -> Iterator[tuple[Timex, str]]:
    """The expression that dates the sentence, where its clauses are not known: the most precise, then the first; and a title."""
    timex = min(inside, key=lambda timex: _width(timex.date))
    title = make_title_in_any_language(sentence.text, _within(sentence, timex.words or timex.span))
    if sentence.kind != "headline" and title:
        yield timex, title


def _lasts(date: Date | None) -> bool:
    """Whether it names no more than a beginning or an end ("since March", "until Friday"): of a state, not of an event."""
    return date is not None and date.kind == "interval" and None in date.points


def _width(date: Date | None) -> int:
    """About how many days the date may touch; the smaller the more precise."""
    if date is None or date.earliest is None or date.latest is None:
        return 10**9
    (year, month, day), (last_year, last_month, last_day) = date.earliest, date.latest
    return 372 * (last_year - year) + 31 * (last_month - month) + last_day - day


def _within(sentence: Sentence, span: Span) -> tuple[int, int]:
    """A span of the article as offsets in the sentence."""
    return span.start - sentence.span.start, span.end - sentence.span.start


def _salience(article: Article, sentence: Sentence, date: Date, shared: float) -> float:
    """From 0 to 1: early in the article, dated precisely, sharing its words with the headline."""
    early = 1 - sentence.span.start / max(len(article.text), 1)
    precise = 1 / (1 + _width(date) / 31)
    return round(0.4 * early + 0.3 * precise + 0.3 * shared, 3)


def _content_words(text: str) -> frozenset[str]:
    return frozenset(token.lower for token in tokenise(text) if token.is_word and len(token.text) > 3)
