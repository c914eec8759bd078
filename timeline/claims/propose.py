"""Choose the sentences that tell a dated event, and make a claim of each.

In: an article, its sentences in order and its temporal expressions in order. Out: its claims in order. A sentence gives
one claim for each of its clauses that holds a date; of several dates in a clause the most precise counts, then the first.
A salient sentence of what was done gives one without a date too: it has the day that its paragraph or the article's opening names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.claims.clauses import Clauses, parse
from timeline.claims.dating import InferredDay, inferred_days, is_of_report, names_no_day
from timeline.claims.english import IRREGULAR_PAST, PREPOSITIONS, is_finite_verb
from timeline.claims.happenings import REPORTS
from timeline.claims.languages import make_title_in_any_language
from timeline.claims.naming import named
from timeline.claims.passages import Passage, passages
from timeline.claims.plans import ahead, done
from timeline.claims.salience import KEPT_FROM, salience
from timeline.claims.selection import dateline_end, speech, tells_an_event
from timeline.claims.summaries import summarise
from timeline.claims.titles import make_title
from timeline.claims.tokens import Token
from timeline.edtf import Date
from timeline.model import Article, Claim, DocumentCreationTime, Name, Sentence, Span, Timex

_LOOKED_BACK = 5
"""Sentences in front in which a pronoun can find its name."""
_VERB_REACH = 3
"""Words that a verb may take: "has been sold"."""
_IN_PASSING = 0.7
"""What is left of the salience of an event that a relative clause tells, and below of one whose title begins with a pronoun."""
_UNNAMED = 0.7
_SHORT = 4
"""Spaces in a title below which it says nothing without knowing of whom."""
_OF_WHOM = re.compile(
    r"(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|One|(?:Two|Some|Many) of them|I|We|You|Was|Were|Is|Are|Has|Had|Says)\b"
)
_MODALS = frozenset("will would shall should may might can could must".split())
_QUOTES = '"“„«‘'
_STOP = re.compile(r"[.!?][\"”’')\]]*\Z")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a claim is made of: the event's date, the words of the article that give it (None where it was inferred), its title, and
    a summary where the quote is long."""

    date: Date
    words: Span | None
    basis: str
    title: str
    summary: str = ""
    in_passing: bool = False
    """Whether a relative clause tells it: background of another event."""


def propose(article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex], names: Sequence[Name] = ()) -> tuple[Claim, ...]:
    """The claims of one article; what it repeats word for word (a caption, a pulled quote) is claimed once."""
    claims: dict[tuple[str, str, str], Claim] = {}
    english = article.language.split("-")[0].lower() == "en"
    story = list(passages(article, sentences, timexes))
    earlier: list[str] = []
    for passage, day in zip(story, inferred_days(story, article.published), strict=True):
        before = earlier[-_LOOKED_BACK:]
        if passage.sentence.kind == "body":
            earlier.append(passage.sentence.text)
        for told in _told_in_english(passage, article.published, day, before) if english else _told_in_any_language(passage):
            words = article.text[slice(*told.words)] if told.words else ""
            claim = Claim(
                article=article.path,
                published=article.published,
                span=passage.sentence.span,
                quote=passage.sentence.text,
                date=told.date,
                words=" ".join(words.split()),
                basis=told.basis,
                title=told.title,
                salience=_weighed(salience(passage, english), told) if english else salience(passage, english),
                publisher=article.publisher,
                summary=told.summary,
            )
            claims.setdefault((claim.quote, claim.words, claim.date.edtf), claim)
    return named(tuple(claims.values()), names)


def _told_in_english(
    passage: Passage, published: DocumentCreationTime | None, day: InferredDay | None, before: Sequence[str]
) -> Iterator[_Told]:
    """The events that a passage tells: one for each clause with a date; and what was done on the inferred day, where no date is that of
    the deed, and it is likely an event."""
    if not tells_an_event(passage.sentence):
        return
    is_deed = day is not None and _tells_a_deed(passage)
    is_likely = is_deed and salience(passage, is_english=True) >= KEPT_FROM
    if not (passage.dates or is_likely):
        return
    begin = dateline_end(passage.sentence.text)
    clauses = parse(passage.sentence.text, begin, [_within(passage.sentence, timex.span) for timex in passage.dates])
    found = tuple(_titled_in_english(passage.sentence, clauses, begin, passage.dates, before))
    deed = _main_deed(passage, clauses) if passage.dates else None
    of_text = any(_within(passage.sentence, timex.span)[0] >= begin for timex in passage.dates)
    undated = not of_text or (bool(found) and deed is not None and not names_no_day(passage))
    for timex, number, title, summary in found:
        assert timex.date is not None
        of_another = number != clauses.number_at(_within(passage.sentence, timex.span)[0]) or clauses.clauses[number].relative
        undated &= (of_another and day is not None and day.date.edtf != timex.date.edtf) or _lies_ahead(timex.date, published)
        if day and names_no_day(passage) and timex.date.earliest != day.date.earliest:
            yield _Told(day.date, timex.words or timex.span, day.basis, title, summary)
        elif day and is_of_report(passage, timex) and _is_before(day.date, timex.date) and is_deed:
            by_deed, by_deed_summary = _titled_by_deed(passage, clauses, begin, None, before)
            yield _Told(day.date, None, day.basis, by_deed or title, by_deed_summary)
        else:
            title = ahead(title) if _lies_ahead(timex.date, published) else title
            relative = clauses.clauses[number].relative
            yield _Told(timex.date, timex.words or timex.span, timex.anchor, title, summary, relative)
    if day and undated and is_likely:
        title, summary = _titled_by_deed(passage, clauses, begin, deed, before)
        if title:
            yield _Told(day.date, None, day.basis, done(title), summary)


def _weighed(salience: float, told: _Told) -> float:
    """The salience of what is told, less where it is told in passing (it is kept as before, but told better elsewhere), and where its
    title does not say of whom."""
    if told.in_passing and salience >= KEPT_FROM:
        salience = max(salience * _IN_PASSING, KEPT_FROM)
    if _OF_WHOM.match(told.title):
        salience *= _UNNAMED if told.title.count(" ") >= _SHORT else _UNNAMED**2
    return round(salience, 3)


def _tells_a_deed(passage: Passage) -> bool:
    """Whether it is a whole sentence of the story that says of itself what was done: no one's words, no state, and nothing that goes on."""
    whole = passage.sentence.kind == "body" and _STOP.search(passage.sentence.text)
    spoken = passage.within_quotation or passage.sentence.text[0] in _QUOTES
    return bool(passage.deeds) and bool(whole) and not spoken and not _goes_on(passage.words)


def _main_deed(passage: Passage, clauses: Clauses) -> int | None:
    """Where the main verb of the sentence stands, if it tells what was done: "voted to close it in May"."""
    tokens = clauses.clauses[0].tokens
    verbs = [i for i, token in enumerate(tokens) if token.lower in _MODALS or is_finite_verb(token.lower, tokens[i - 1].lower if i else "")]
    verb = next((i for i in verbs if not _is_set_off(tokens, i)), len(tokens))
    told = tokens[verb].lower if verb < len(tokens) else ""
    if told in _MODALS:
        return None
    if (told.endswith("ed") or told in IRREGULAR_PAST) and told not in REPORTS:
        return tokens[verb].start
    return next((token.start for token in tokens[verb : verb + _VERB_REACH] if token.lower in passage.deeds), None)


def _is_set_off(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb is a participle between commas: "the memorial, made by a sculptor, will be unveiled"."""
    opens = 0 < verb < len(tokens) - 1 and tokens[verb - 1].text == "," and tokens[verb + 1].lower in PREPOSITIONS
    return opens and any(token.text == "," for token in tokens[verb + 2 : -1])


def _goes_on(words: Sequence[str]) -> bool:
    """Whether the first verb tells what is being done ("is urging")."""
    told = (word for word in words if not word.endswith("ly") and word not in ("also", "now", "still"))
    before = ""
    for word in told:
        if is_finite_verb(word, before):
            return word in ("is", "are") and next(told, "").endswith("ing")
        before = word
    return False


def _titled_by_deed(passage: Passage, clauses: Clauses, begin: int, deed: int | None, before: Sequence[str]) -> tuple[str, str]:
    """The title and the summary of the event that the deed at an offset of a passage tells, or the first deed."""
    if deed is None:
        found = re.compile(rf"\b{re.escape(passage.deeds[0])}\b", re.IGNORECASE).search(passage.sentence.text, begin)
        deed = found.start() if found else begin
    place = (deed, deed)
    dates = [_within(passage.sentence, timex.span) for timex in passage.dates]
    return make_title(clauses, place, place, dates, before), summarise(clauses, place[0])


def _told_in_any_language(passage: Passage) -> Iterator[_Told]:
    """The event that a passage tells, where its clauses are not known: on the most precise of its dates, then the first."""
    if not passage.dates:
        return
    timex = min(passage.dates, key=lambda timex: _width(timex.date))
    words = timex.words or timex.span
    begin, (start, end) = dateline_end(passage.sentence.text), _within(passage.sentence, words)
    begin = begin if begin <= start else 0
    title = make_title_in_any_language(passage.sentence.text[begin:], (start - begin, end - begin))
    if timex.date and title:
        yield _Told(timex.date, words, timex.anchor, title)


def _titled_in_english(
    sentence: Sentence, clauses: Clauses, begin: int, inside: Sequence[Timex], before: Sequence[str]
) -> Iterator[tuple[Timex, int, str, str]]:
    """The expressions that date an event, one for each clause, with the number of the clause, the event's title and summary."""
    if not inside:
        return
    spoken = speech(sentence.text)
    best: dict[int, Timex] = {}
    for timex in inside:
        start = _within(sentence, timex.span)[0]
        if start < begin or _lasts(timex.date) or any(first < start < last for first, last in spoken):
            continue
        number = clauses.about(start) if _qualifies(timex) else clauses.number_at(start)
        if number not in best or _width(timex.date) < _width(best[number].date):
            best[number] = timex
    for number, timex in sorted(best.items(), key=lambda each: each[1].span):
        words, core = _within(sentence, timex.words or timex.span), _within(sentence, timex.span)
        others = [_within(sentence, other.words or other.span) for other in inside if other is not timex]
        title = make_title(clauses, words, core, others, before, number)
        if title:
            yield timex, number, title, summarise(clauses, core[0])


def _qualifies(timex: Timex) -> bool:
    """Whether it says which one of something is meant: "the 2009 crash"."""
    return timex.words is not None and timex.words.start < timex.span.start and timex.words.end > timex.span.end


def _lies_ahead(date: Date, published: DocumentCreationTime | None) -> bool:
    """Whether all of a date lies after the publication."""
    if published is None or published.latest is None or date.earliest is None:
        return False
    return tuple(date.earliest) > (published.latest.year, published.latest.month, published.latest.day)


def _is_before(date: Date, other: Date) -> bool:
    """Whether a date lies before all of another: what was told on the other had happened then."""
    return bool(date.latest and other.earliest and date.latest < other.earliest)


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
