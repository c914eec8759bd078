"""Split an article into sentences.

In: an `Article`. Out: its sentences in order, as spans of the article's text. Together they hold every character that is
neither white space nor page furniture, each once, and none crosses a paragraph.

Boundaries within a paragraph are sentencex's, mended where the news has words that it does not know.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Literal

import sentencex

from timeline.model import Article, Sentence, Span
from timeline.paragraphs import paragraphs

WINDOW = 5000
"""Characters given to sentencex at once: its time grows with the square of unclosed quotes."""
LONGEST = 5000
"""Characters of the longest sentence: what has no end after so many is cut at a space, since it is none that can be quoted."""
LONGEST_QUOTED = 300
"""Characters from which what sentencex holds together, since it stands in quotes, is split into its own sentences."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)"
_RANK = r"(?:Adm|Amb|Atty|Brig|Capt|Cmdr|Col|Cpl|Det|Dr|Fr|Gen|Gov|Hon|Insp|Lt|Maj|Mr|Mrs|Ms|Msgr|Prof|Pvt|Rep|Ret|Rev|Sen|Sgt|Spc|St|Supt)"

# A sentence goes on across a boundary where what stands before it ends in the first pattern and what follows begins with the second.
_GOES_ON = [
    (re.compile(before + r"\Z"), re.compile(after))
    for before, after in (
        (r"", r"[a-z]+(?=[\s,.;:!?’'-]|$)"),  # "Go!" | he said
        (r"[!?][\"”’']+", r"(?:[A-Z][\w.’'-]* ){1,4}(?:added|asked|cried|declared|said|says|told|wrote)\b"),  # "Go!" | Ana Lima said
        (r"", r"[,;:)\]”’»]"),
        (rf"\b(?:{_MONTH}|Sept|{_WEEKDAY})\.", r"\d"),  # on Aug. | 4
        (rf"\b{_WEEKDAY}\.,?", _MONTH),  # on Tues. | Aug. 4
        (r"\b(?:[ap]\.m|[AP]\.M)\.", rf"(?:[A-Z]{{1,3}}T|GMT|UTC)\b|{_WEEKDAY}[a-z]*day\b|{_MONTH}"),  # at 5 a.m. | Tuesday
        (r"\b(?i:approx|art|ca?|ch|est|fig|nos?|pp?|sec|vol)\.", r"\d"),  # pp. | 3-4
        (rf"\b{_RANK}\.", r"[A-Z]"),  # Amb. | Ian
        (r"\b[A-Z]-[A-Z]\.", r"[A-Z]\."),  # R-S. | C.
        (r"^\(?\d{1,3}[.)]", r"\S"),  # 1. | The first of a list
    )
]
_ENDS_IN_BRACKETS = re.compile(r"[.!?]\)(?=\s+[“\"‘(]?[A-Z])")

_OPENING_QUOTE = re.compile(r"\s(?:``|[“‘«„(]+)\s*\Z")
_SPACE = re.compile(r"\s")
_QUOTES = re.compile(r"[\"“”„«»]|``|''")

_CREDIT = re.compile(
    r"\((?:AP|AFP|EPA|VOA|Reuters|Getty|Photo|File|Courtesy)\b[^()]{0,80}\)(?!\s*[-–—_])|\bfile photo\b|^\(?FILE\b|/Getty Images"
    r"|\bPhoto (?:by|courtesy)\b|^(?:Photo|Caption|Image):",
    re.IGNORECASE,
)
_CREDIT_SIGNS = ("(", "photo", "file", "/getty", "caption:", "image:")
"""One of which a credit holds: quick to look for."""
_POINTED_OUT = re.compile(
    r"[,(] ?(?:(?:far|second from|third from) )?(?:left|right|cent(?:er|re)|pictured|(?:seen|shown) here)(?:[,;)]|\Z)", re.IGNORECASE
)
_ENDS_IN_DATE = re.compile(r"\b(?:(?:19|20)\d\d|[A-Z][a-z]{2,8}\.? \d{1,2})\)?\Z")
_STOP = re.compile(r"[.!?:;,…][\"”’'»)]*\Z")


def split(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article, in the order of its text."""
    title = _words(article.title)
    sentences = []
    for paragraph in paragraphs(article.text, article.furniture):
        text = article.text[paragraph.start : paragraph.end]
        pieces = list(_pieces(text, article.language))
        kind = _kind(text, title, len(pieces))
        sentences += [Sentence(Span(paragraph.start + start, paragraph.start + end), text[start:end], kind) for start, end in pieces]
    return tuple(sentences)


def _words(text: str) -> str:
    return " ".join(text.split())


def _kind(paragraph: str, title: str, sentences: int) -> Literal["headline", "caption", "body"]:
    if title and _words(paragraph) == title:
        return "headline"
    return "caption" if sentences <= 3 and _is_caption(paragraph) else "body"


def _is_caption(paragraph: str) -> bool:
    """Whether a short paragraph describes a photo: it names its source, or it is a sentence without a full stop that ends
    in a date or points someone out."""
    lower = paragraph.lower()
    if any(sign in lower for sign in _CREDIT_SIGNS) and _CREDIT.search(paragraph):
        return True
    if _STOP.search(paragraph) or len(paragraph.split()) < 6:
        return False
    return bool(_POINTED_OUT.search(paragraph) or _ENDS_IN_DATE.search(paragraph))


def _pieces(paragraph: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of one paragraph begin and end, without the white space around them."""
    start = 0
    for end in [*_cuts(re.sub(r"\s", " ", paragraph), language), len(paragraph)]:
        piece = paragraph[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end


def _cuts(paragraph: str, language: str) -> list[int]:
    """The offsets within a paragraph at which one sentence ends and another begins, rising."""
    found = {*_boundaries(paragraph, language), *(match.end() for match in _ENDS_IN_BRACKETS.finditer(paragraph))}
    for start, end in itertools.pairwise([0, *sorted(found), len(paragraph)]):
        if end - start > LONGEST_QUOTED:
            found.update(start + cut for cut in _quoted(paragraph[start:end], language))
    cuts = sorted({_before_quote(paragraph, cut) for cut in found if not _goes_on(paragraph, cut)} - {0})
    sentences = itertools.pairwise([0, *cuts, len(paragraph)])
    return sorted([*cuts, *(cut for start, end in sentences for cut in _shortened(paragraph, start, end))])


def _shortened(paragraph: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence from `start` to `end` is cut so that no part of it is longer than LONGEST."""
    while end - start > LONGEST:
        space = paragraph.rfind(" ", start + 1, start + LONGEST)
        start = space if space > 0 else start + LONGEST
        yield start


def _boundaries(text: str, language: str) -> list[int]:
    """sentencex's boundaries, a window at a time; the last sentence of a window is read again with what follows it."""
    result, start = [], 0
    while start < len(text):
        end = start + WINDOW
        inner = [start + found["end_index"] for found in sentencex.get_sentence_boundaries(language, text[start:end])]
        inner = [cut for cut in inner if start < cut < min(end, len(text))]
        result += inner
        start = inner[-1] if inner and end < len(text) else end
    return result


def _quoted(text: str, language: str) -> list[int]:
    """The boundaries that show when the quotes are taken away; each goes behind the quote that closes there."""
    unquoted = _QUOTES.sub(lambda quote: " " * len(quote[0]), text)
    cuts = []
    for start, cut in itertools.pairwise([0, *_boundaries(unquoted, language)]):
        end = start + len(unquoted[start:cut].rstrip())
        space = _SPACE.search(text, end, cut)
        cuts.append(space.start() if space else cut)
    return cuts


def _before_quote(text: str, cut: int) -> int:
    """`cut`, moved before the quote that opens there and belongs to the sentence that follows."""
    opening = _OPENING_QUOTE.search(text, max(0, cut - 10), cut)
    return opening.start() if opening else cut


def _goes_on(text: str, cut: int) -> bool:
    """Whether the sentence before `cut` goes on after it."""
    before, after = text[:cut] if cut <= 30 else "…" + text[cut - 30 : cut], text[cut : cut + 60].lstrip()
    before = before.rstrip()
    return any(ending.search(before) and beginning.match(after) for ending, beginning in _GOES_ON)
