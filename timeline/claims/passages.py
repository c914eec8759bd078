"""A sentence as it stands in its article: what comes before it, what of it is quoted, which dates it holds.

In: an article, its sentences in order and its temporal expressions in order. Out: a passage for each sentence of the story; the
headline, the line with the day of publication and what the page says of itself ("Sources", "Image: …") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.claims.english import IRREGULAR_PAST, is_finite_verb
from timeline.claims.happenings import REPORTS
from timeline.model import Article, Sentence, Timex

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTATION = re.compile(r"[\"“„«「『][^\"“”„«»「」『』]*[\"”“»」』]?")
_QUOTE = re.compile(r"[\"“”„«»「」『』]")
_OPENS, _CLOSES = "“„«「『", "”»」』"
CONDITIONS = frozenset("would could should may might can must wouldn't couldn't shouldn't can't cannot".split())
_STATES = frozenset("is are be not".split())
_STAMP = re.compile(r"(?:\w+day,? )?(?:\w+ \d{1,2},? \d{4}|\d{1,2} \w+ \d{4})\W*\Z")
_BOILERPLATE = re.compile(
    r"(?:sources?|related (?:news|articles?|stories)|see also|external links|read more|more on this story|share this)\W*\Z"
    r"|(?:images?|photo|file|video|watch|listen|copyright|©|editor['’]s note|corrections?|read more|see also|related)\s*:"
    r"|this (?:article|story|report|page) (?:was|is|has been|appeared|originally|first|contains|features|mentions|incorporates)\b"
    r"|(?:presenters?|producers?|editors?|reporters?|host)\s?\\?[/:|]|(?:additional )?(?:reporting|writing|editing) by\b"
    r"|(?:page )?last updated[^.\n]{0,80}\Z"
    r"|by [a-z.'’-]+ [a-z.'’-]+,? (?:[a-z]+ )?(?:correspondent|reporter|editor|staff writer)\b"
    r"|(?:sign up|subscribe|follow us|click here|all rights reserved)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """`opens_paragraph` says whether it is the first of its paragraph, `position` counts the sentences of the story before it. `quoted`
    is the share of its characters that are quotation, from 0 to 1, `within_quotation` whether one that began before goes on. `words` are
    those that the article says itself, in lower case, and `deeds` the verbs among them that tell what was done; `dates` are its expressions
    that name a date, in order."""

    sentence: Sentence
    opens_paragraph: bool
    position: int
    quoted: float
    within_quotation: bool
    words: tuple[str, ...]
    deeds: tuple[str, ...]
    dates: tuple[Timex, ...]


def passages(article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> Iterator[Passage]:
    """A passage for each sentence of the story, in order; one pass over sentences and expressions."""
    upcoming = position = paragraph_end = 0
    is_open = False
    for sentence in sentences:
        dates = []
        while upcoming < len(timexes) and timexes[upcoming].span.start < sentence.span.end:
            timex = timexes[upcoming]
            if timex.span.start >= sentence.span.start and timex.date is not None and timex.type in ("DATE", "TIME"):
                dates.append(timex)
            upcoming += 1
        if sentence.kind == "headline" or _STAMP.match(sentence.text) or _BOILERPLATE.match(sentence.text):
            continue
        opens_paragraph = sentence.span.start >= paragraph_end
        if opens_paragraph:  # a quotation ends with its paragraph
            found = article.text.find("\n", sentence.span.end)
            paragraph_end = found if found >= 0 else len(article.text)
            is_open = False
        within = is_open
        narrated, is_open = _narrated(sentence.text, is_open)
        words = tuple(_WORD.findall(narrated.lower()))
        yield Passage(
            sentence=sentence,
            opens_paragraph=opens_paragraph,
            position=position,
            quoted=1 - len(narrated) / max(len(sentence.text), 1),
            within_quotation=within,
            words=words,
            deeds=tuple(_deeds(words)),
            dates=tuple(dates),
        )
        position += sentence.kind == "body"


def _narrated(text: str, is_open: bool) -> tuple[str, bool]:
    """The text outside quotation, and whether a quotation is open at its end; `is_open` says whether one is at its beginning."""
    first = _QUOTE.search(text)
    if first is None:
        return ("" if is_open else text), is_open
    rest = text[first.end() :] if is_open else text
    is_open = False
    for quote in _QUOTE.findall(rest):
        is_open = quote in _OPENS or (quote not in _CLOSES and not is_open)
    return _QUOTATION.sub("", rest), is_open


def _deeds(words: tuple[str, ...]) -> Iterator[str]:
    """The past forms among the words, save those that tell of a state, a plan or a thought ("are blocked", "to be sold", "could have won")
    or of someone speaking."""
    for place, word in enumerate(words):
        if not (word.endswith("ed") or word in IRREGULAR_PAST) or word in REPORTS:
            continue
        before = next((words[i] for i in range(place - 1, -1, -1) if not words[i].endswith("ly")), "")
        if before not in _STATES and is_finite_verb(word, before) and CONDITIONS.isdisjoint(words[max(0, place - 3) : place]):
            yield word
