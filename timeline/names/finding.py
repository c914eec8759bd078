"""Find the people, organisations and places that an article names.

In: an article and its sentences. Out: the names in the order of its text, one spelling for one thing: what is clear from the words
themselves or beside them first; then, by what is known from there, the family name alone, the abbreviation, the place without a sign.
Headlines in capitals tell of no name, and are searched for known ones alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.model import Article, Name, Sentence, Span
from timeline.names import models
from timeline.names.companies import is_company
from timeline.names.kinds import Part, fits_person, read, spell
from timeline.names.people import People
from timeline.names.runs import Run, Word, runs, split_words
from timeline.names.tables import capitals, first_names, media, organisations, places, words

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:[ ,/][A-Z][\w.'’-]*){0,5}[^—–\n]{0,40}?"
    r"|[A-Z][\w.'’-]+(?:[ ,][A-Z][\w.'’-]*){0,5}[^—–\n]{0,30}?\([\w/ .]{2,20}\))\s*(?:—|–|--|-)\s+"
)
_IN_BRACKETS = re.compile(r"\s?\((?:the )?([A-Z][A-Za-z-]{1,9})\)")
_ENDS_SENTENCE = re.compile(r"[.!?][\"”’')]*\Z")
_OPENS = re.compile(r"[\"“‘:.•–—-]\s*\Z")
_AGE = re.compile(r",? (?:aged )?\d\d?(?:[,.;)]|\Z)|, (?:who|whose)\b")
_APPOSED = re.compile(r", (?:(?:a|an|the|its|his|her|their|one of|then) )?(?:[\w'’.-]+ ){0,4}?([a-z]+)\b(?! [A-Z])")
_SPOKEN_BEFORE = re.compile(r"[\"”’,]\s+(?:said|says|added|adds|told|asked|wrote|explained|recalled)\s\Z")
_ENDS_PLACE = re.compile(
    r"\W*(?:\Z|[,.;:)\"”—–]|(?:on|and|in|at|after|before|where|when|by|to|for|from|with|as|or|last|this|is|was|were|has|had|have|who|which|that|late|early|since|during|between|near|while|but)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_NOT_QUALIFYING = re.compile(
    r"\W*(?:\Z|[^\w\s]|(?:and|or|but|in|on|at|to|for|from|with|by|as|of|is|are|was|were|has|have|had|will|would|could|can|may|must|should|did|does|do|not|also|who|which|that|after|before|said|says|since|until|where|when|while|during|last|this|over|against|into|under|went|made|took|won|lost|began|[a-z]+ed)\b|[A-Z])"
)
_OF_A_PLACE = re.compile(
    r"\b(?:city|town|port|village|province|district|suburb|state|capital|island|region|county|municipality|mayor|residents) of\s\Z",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(r"\b(?:told|tells|by|to|with|in|from|on|agency|newspaper|channel|station|broadcaster) (?:the )?\Z")
_OF_A_THING = re.compile(r"\b(?:Treaty|Battle|Siege|Peace|Convention|Declaration|Duke|Duchess|Prince|Earl|Bishop|Archbishop) of\s\Z")
_ACTS = re.compile(r"['’]s\b|,? (?:who|said|says|told|has|had|was|is|will|would|did|made|took|went|[a-z]{2,}ed)\b")
_WEAK_ROLES = frozenset(
    "general major executive official judge reporter principal father sister count prince king queen doctor minister".split()
)
_ABBREVIATIONS = frozenset("U.S. US U.S.A. USA U.K. UK U.A.E. UAE".split())
_SMALL_IN_TITLES = frozenset("with from over after into amid before under near that than".split())
_LOCATIVE = frozenset("in near outside around across throughout".split())


@dataclass(frozen=True, slots=True)
class _Mention:
    """A part of a sentence's run, the words around it, and whether nothing new can be learnt from it."""

    part: Part
    sentence: Sentence
    before: str
    first: bool
    known_only: bool

    @property
    def run(self) -> Run:
        return self.part.run

    @property
    def after(self) -> str:
        return self.sentence.text[self.run[-1].end : self.run[-1].end + 80]


def find(article: Article, sentences: Sequence[Sentence], model: str = "") -> tuple[Name, ...]:
    """The names of an article, in the order of its text. The rules know English; `model`, a spaCy model's name, reads its own
    language, and corrects the rules where that is English. In other languages nothing is named.
    Raises TimelineError where the model is missing."""
    article_language = article.language.split("-")[0].lower()
    modelled = bool(model) and models.language(model) == article_language
    if article_language != "en" and not modelled:
        return ()
    entities: Sequence[Sequence[models.Entity]] = [()] * len(sentences)
    if modelled:
        entities = models.entities(model, [sentence.text for sentence in sentences])
    texts = [split_words(sentence.text) for sentence in sentences]
    small = {word.text for tokens in texts for word in tokens if not word.capital}
    mentions: list[_Mention] = []
    for sentence, tokens, inside in zip(sentences, texts, entities, strict=True):
        ruled = _mentions(sentence, tokens, small) if article_language == "en" else ()
        mentions += _corrected(ruled, inside, sentence, tokens) if inside else ruled
    return tuple(_resolve(mentions))


def _mentions(sentence: Sentence, tokens: Sequence[Word], small: set[str]) -> Iterator[_Mention]:
    dateline = _DATELINE.match(sentence.text)
    begin = dateline.end() if dateline else 0
    known_only = sentence.kind == "headline" or (not _ENDS_SENTENCE.search(sentence.text) and _in_title_case(tokens))
    for start, end in runs(sentence.text, tokens):
        run = tuple(tokens[start:end])
        if run[0].start < begin:
            continue
        opening = sentence.text[max(0, run[0].start - 5) : run[0].start]
        first = start == 0 or tokens[start - 1].end <= begin or bool(_OPENS.search(opening))
        if first:
            run = _without_opener(run, small)
        before = tokens[start - 1].lower if start else ""
        for part in read(run) if run else ():
            inner = part.run[0].start > run[0].start
            yield _Mention(part, sentence, "" if inner else before, first and not inner, known_only)


def _corrected(
    ruled: Iterable[_Mention], entities: Sequence[models.Entity], sentence: Sentence, tokens: Sequence[Word]
) -> Iterator[_Mention]:
    """What the rules found where the model names nothing, and what the model names, in order. Of a name with a role the rules know
    which words are the name."""
    found: list[_Mention] = []
    for start, end, kind in entities:
        inside = [i for i, word in enumerate(tokens) if word.start >= start and word.end <= end]
        if not inside:
            continue
        run = tuple(tokens[inside[0] : inside[-1] + 1])
        known = [part for part in read(run) if part.kind == kind]
        part = known[0] if len(known) == 1 else Part(run[1:] if run[0].lower == "the" and len(run) > 1 else run, kind, "")
        before = tokens[inside[0] - 1].lower if inside[0] else ""
        found.append(
            _Mention(replace(part, name=part.name or spell(part.run), titled=kind == "person"), sentence, before, inside[0] == 0, False)
        )
    taken = [(mention.run[0].start, mention.run[-1].end) for mention in found]
    for mention in ruled:
        if mention.part.kind and all(mention.run[-1].end <= start or mention.run[0].start >= end for start, end in taken):
            found.append(mention)
    return iter(sorted(found, key=lambda mention: mention.run[0].start))


def _in_title_case(tokens: Sequence[Word]) -> bool:
    """Whether all its longer words have a capital, but for prepositions."""
    long = [word for word in tokens if len(word.text) > 3 and word.text not in _SMALL_IN_TITLES]
    return len(long) >= 3 and all(word.capital for word in long)


def _without_opener(run: Run, small: set[str]) -> Run:
    """A run without the word that has its capital from the sentence that it opens."""
    table = words()
    common = len(run) == 1 and not run[0].text.isupper() and (run[0].lower in small or run[0].lower in table.sentence_openers)
    if not common and (spell(run) in places() or spell(run) in organisations()):
        return run
    if run[0].lower in table.sentence_openers and not (len(run) > 1 and run[0].text in first_names() and run[1].text not in places()):
        return run[1:]
    alone = run[0].text not in first_names() and run[0].text not in places() and run[0].lower not in table.roles
    if run[0].lower in small and alone and run[0].lower.rstrip(".") not in table.honorifics and run[0].lower not in table.before_roles:
        return run[1:]
    return run


def _resolve(mentions: Sequence[_Mention]) -> Iterator[Name]:
    alone = _alone(mentions)
    abbreviations = _abbreviations(mentions)
    mentions = [_told_by_context(mention, alone) for mention in mentions]
    told = [mention for mention in mentions if not mention.known_only]
    people = People([mention.part for mention in told if mention.part.kind == "person"])
    others = {mention.part.name: mention.part for mention in told if mention.part.kind and mention.part.kind != "person"}
    for mention in mentions:
        part = mention.part
        if part.name in abbreviations:
            part = replace(part, kind="organisation", name=abbreviations[part.name])
        elif part.kind == "person" or part.kind is None or (part.kind == "place" and mention.before not in _LOCATIVE):
            person = people.full(part)
            if person and not (mention.known_only and person not in people):
                part = replace(part, kind="person", name=person)
            elif part.kind == "person":
                continue
            elif part.kind is None and part.name in others and (len(part.run) > 1 or not mention.first):
                part = replace(part, kind=others[part.name].kind)
        if part.kind is None or (mention.known_only and part.name not in others and part.kind != "person"):
            continue
        if _is_listed(mention, part):
            start = mention.sentence.span.start
            yield Name(Span(start + part.run[0].start, start + part.run[-1].end), part.kind, part.name)


def _alone(mentions: Sequence[_Mention]) -> Counter[str]:
    """How often each word stands alone where a person's family name does: it acts or owns, and has no article."""
    counted = Counter[str]()
    for mention in mentions:
        if len(mention.run) == 1 and not mention.known_only:
            word = mention.run[0].text
            if mention.before in ("the", "a", "an", "this", "that"):
                counted[word] -= 100
            elif _ACTS.match(mention.after):
                counted[word] += 1
    return counted


def _abbreviations(mentions: Sequence[_Mention]) -> dict[str, str]:
    """The organisation that each abbreviation in brackets after a name stands for; the known spelling where one of the two is known."""
    found: dict[str, str] = {}
    for mention in mentions:
        short = _IN_BRACKETS.match(mention.after)
        if not short or mention.part.kind in ("person", "place"):
            continue
        name = mention.part.name
        initials = "".join(word.text[0] for word in mention.run if word.capital)
        if mention.part.kind == "organisation" or (len(mention.run) > 1 and initials == short[1].upper()):
            name = organisations().get(name) or organisations().get(short[1]) or name
            found.setdefault(short[1], name)
            found.setdefault(mention.part.name, name)
    return found


def _told_by_context(mention: _Mention, alone: Counter[str]) -> _Mention:
    """The mention, of the kind that the words beside it tell where its own do not."""
    if mention.part.kind is not None or mention.known_only:
        return mention
    part = _kind_by_context(mention, alone)
    return replace(mention, part=part) if part.kind else mention


def _kind_by_context(mention: _Mention, alone: Counter[str]) -> Part:
    part, run = mention.part, mention.run
    if is_company(run, mention.sentence.text[: run[0].start], mention.after):
        return replace(part, kind="organisation")
    role = mention.before in words().roles and mention.before not in _WEAK_ROLES
    if fits_person(run) and not (len(run) == 1 and mention.first):
        if role and (len(run) > 1 or run[0].text not in first_names() or mention.before in words().royal):
            return replace(part, kind="person", titled=True)
        recalled = alone.get(run[-1].text, 0) > 0 and not alone.get(run[0].text) and len(run) < 4 and not mention.first
        if len(run) > 1 and (recalled or _is_called_a_person(mention)):
            return replace(part, kind="person")
    plain = all(word.capital and not word.text.isupper() and word.lower not in words().demonyms for word in run)
    if not plain or len(run) > 3:
        return part
    within = mention.before in ("in", "near", "outside") and not run[-1].possessive and _ENDS_PLACE.match(mention.after)
    if within or _OF_A_PLACE.search(mention.sentence.text[max(0, run[0].start - 24) : run[0].start]):
        return replace(part, kind="place")
    return part


def _is_called_a_person(mention: _Mention) -> bool:
    """Whether an age, a role or a verb of saying beside two or more words says that they name a person."""
    if _AGE.match(mention.after):
        return True
    apposed = _APPOSED.match(mention.after)
    if apposed and apposed[1] in words().roles:
        return True
    return bool(
        _SPOKEN_BEFORE.search(mention.sentence.text[max(0, mention.run[0].start - 20) : mention.run[0].start])
        and re.match(r"[,.]", mention.after)
    )


def _is_listed(mention: _Mention, part: Part) -> bool:
    """Whether it is named for its own sake: no medium that reports, no country that qualifies, no capital that stands for a government."""
    text, after = part.run[-1].text, mention.after
    following = re.match(r"(?:'s|’s)?[\s,]+(\w*)", after)
    verb = following[1] if following else ""
    if part.kind == "organisation":
        start = part.run[0].start
        reports = _REPORTED_BY.search(mention.sentence.text[max(0, start - 24) : start]) or verb in words().says or verb == "reported"
        return not (part.name in media() and (reports or after.startswith(")"))) and not re.match(r" \d", after)
    if part.kind == "place":
        start = part.run[0].start
        if _OF_A_THING.search(mention.sentence.text[max(0, start - 20) : start]):
            return False
        if text in _ABBREVIATIONS:
            return bool(_NOT_QUALIFYING.match(after))
        acts = verb in words().says or verb in ("is", "was", "has", "had", "will", "would") or (verb.endswith("ed") and len(verb) > 4)
        return not (acts and part.name in capitals() and mention.before not in _LOCATIVE | {"from", "to", "of", "at"})
    return True
