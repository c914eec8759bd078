"""Choose the sentences that tell a dated event, and make a claim of each.

In: an article, its sentences in order and its temporal expressions in order. Out: its claims in order. A sentence gives
one claim for each of its clauses that holds a date; of several dates in a clause the most precise counts, then the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.claims.clauses import clause_at, tokenise
from timeline.claims.selection import dateline_end, is_in_speech, tells_an_event
from timeline.claims.titles import make_title, make_title_in_any_language
from timeline.edtf import Date, Day
from timeline.model import Article, Claim, Sentence, Span, Timex


def propose(article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> tuple[Claim, ...]:
    """The claims of one article; what it repeats word for word (a caption, a pulled quote) is claimed once."""
    claims: dict[tuple[str, str, str], Claim] = {}
    headline_words = _content_words(article.title)
    english = _is_english(article)
    for sentence, inside in _paired(sentences, timexes):
        if english and not tells_an_event(sentence):
            continue
        begin = dateline_end(sentence.text)
        dating = [timex for timex in inside if _dates_an_event(sentence, timex, begin)]
        for timex in _one_a_clause(sentence, dating) if english else _most_precise(dating):
            claim = _claim(article, sentence, timex, inside, headline_words)
            if claim.title:
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


def _dates_an_event(sentence: Sentence, timex: Timex, begin: int) -> bool:
    offset = timex.span.start - sentence.span.start
    return offset >= begin and not is_in_speech(sentence.text, offset)


def _one_a_clause(sentence: Sentence, timexes: list[Timex]) -> list[Timex]:
    if len(timexes) < 2:
        return timexes
    tokens = tokenise(sentence.text)
    best: dict[tuple[int, ...], Timex] = {}
    for timex in timexes:
        clause = clause_at(tokens, timex.span.start - sentence.span.start)
        key = tuple(token.start for token in clause.tokens)
        if key not in best or _width(timex.date) < _width(best[key].date):
            best[key] = timex
    return sorted(best.values(), key=lambda timex: timex.span)


def _width(date: Date | None) -> int:
    """About how many days the date may touch; the smaller the more precise."""
    if date is None or date.earliest is None or date.latest is None:
        return 10**9
    return _days(date.latest) - _days(date.earliest)


def _days(day: Day) -> int:
    return day.year * 372 + day.month * 31 + day.day


def _claim(article: Article, sentence: Sentence, timex: Timex, inside: Sequence[Timex], headline_words: frozenset[str]) -> Claim:
    assert timex.date is not None
    words = timex.words or timex.span
    return Claim(
        article=article.path,
        published=article.published,
        span=sentence.span,
        quote=sentence.text,
        date=timex.date,
        words=" ".join(article.text[words.start : words.end].split()),
        basis=timex.anchor,
        title=_title(article, sentence, timex, inside),
        importance=_importance(article, sentence, timex.date, headline_words),
    )


def _is_english(article: Article) -> bool:
    return article.language.split("-")[0].lower() == "en"


def _most_precise(timexes: list[Timex]) -> list[Timex]:
    """The one that a sentence is dated by where its clauses are not known: the most precise, then the first."""
    return [min(timexes, key=lambda timex: _width(timex.date))] if timexes else []


def _title(article: Article, sentence: Sentence, timex: Timex, inside: Sequence[Timex]) -> str:
    offset = sentence.span.start
    words = _shifted(timex.words or timex.span, offset)
    if not _is_english(article):
        return make_title_in_any_language(sentence.text, words)
    others = [_shifted(other.words or other.span, offset) for other in inside if other is not timex]
    return make_title(sentence.text, words, _shifted(timex.span, offset), others=others, begin=dateline_end(sentence.text))


def _shifted(span: Span, offset: int) -> tuple[int, int]:
    return span.start - offset, span.end - offset


def _importance(article: Article, sentence: Sentence, date: Date, headline_words: frozenset[str]) -> float:
    """From 0 to 1: early in the article, dated precisely, about what the headline is about."""
    early = 1 - sentence.span.start / max(len(article.text), 1)
    precise = 1 / (1 + _width(date) / 31)
    shared = len(headline_words & _content_words(sentence.text)) / max(len(headline_words), 1)
    return round(0.4 * early + 0.3 * precise + 0.3 * shared, 3)


def _content_words(text: str) -> frozenset[str]:
    return frozenset(token.lower for token in tokenise(text) if token.is_word and len(token.text) > 3)
