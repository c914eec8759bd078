"""Tags from a story's own vocabulary.

In: for each event of a timeline its title and quotes, and the tags that events.yaml holds. Out: for each event at most three tags: words
in small letters, or pairs of them, that the texts use as nouns and that recur over several events, but not over nearly all. A tag
that events.yaml holds is taken wherever its words stand: it is the vocabulary that a person works with.

What is a noun shows in the words around it, in English alone; texts in other languages get known tags only.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

_MOST = 3
_LEAST_EVENTS = 3
_LARGEST_SHARE = 0.4
_VOCABULARY = 40
"""The most tags of a timeline."""
_NOUN = 0.5
"""Which part of a word's occurrences must be a noun's."""
_PAIRED = 0.4
"""Which part of a noun's events must have the word before it for the two to be a tag."""
_TEXTS = 4
"""Texts of an event that are read: its title, and the quotes of its best claims."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
_BEFORE_NOUN = frozenset(
    "the a an this that these those his her its their our of in on for against over after with from by to into more no any some"
    " new first second last two three several many".split()
)
_AFTER_NOUN = frozenset(
    "of in on at for to from with by against over after before during and or but that which who is are was were has have had will would"
    " can could may might must as than when while where since until under near between among into amid about".split()
)
_NEVER = frozenset(
    "people person man men woman women child children year years day days week weeks month months hour hours minute minutes time times"
    " part parts number numbers way ways place places case group groups official officials government state states country countries"
    " city cities area areas report reports statement statements spokesman spokeswoman leader leaders minister president percent million"
    " billion thousand hundred thing things world morning evening night end home house side point others comment comments news"
    " conference member members name names order move decision call work source sources plan plans family families friend friends result"
    " results fact example lot half quarter summer winter spring autumn today yesterday tomorrow tonight date weekend beginning start"
    " rest head heads hand hands life lives word words line list letter role step use body town village region level rate amount total"
    " public company companies office officer officers director chief chairman secretary prime one ones two three first second third"
    " last next other same such own many more most much few all both each every another some any which what when who that this there"
    " here they them him her me us then than it he she we you i not no yes very also just only still even already soon later ago early"
    " late because although however whether why how so if up down out off about above below left right good bad high low long short big"
    " small large great little old new young major main former latest further least addition response according regard behalf went came"
    " fell sent said told made took gave got held kept lost met paid put ran set shut sold spent stood thought won broke began became"
    " brought built led open opened again back middle earlier kill killing found knew saw showed stayed struck spoke wrote rose hit make"
    " take give keep lose meet run send sell spend stand think win break begin become bring build lead fall tell say see know show come"
    " going help need want look stop stay turn leave allow expect continue remain include follow effort efforts attempt attempts amounts"
    " barrels gallons miles kilometers kilometres meters metres tonnes pages copy copies estimate estimates figure figures site surface"
    " detail details reason reasons question questions chance hope hopes problem problems issue issues matter concern concerns event"
    " events action actions situation scene piece pieces series kind sort type form future past history period age top bottom front edge"
    " centre center north south east west pair dozen dozens hundreds thousands millions billions dollars pounds euros money share"
    " shares page paper firm administration pay close address aside fear known guilty dead".split()
)
"""Words that tell no event from another, or that are seldom nouns; their plurals too."""
_NO_PAIR = _NEVER | _BEFORE_NOUN | _AFTER_NOUN | frozenset("four five six seven eight nine ten eleven twelve".split())
_SAME = {"memorandum": "memo", "photograph": "photo", "lorry": "truck", "aeroplane": "plane", "automobile": "car"}
_BRITISH = (re.compile(r"(?<=...)our\Z"), "or"), (re.compile(r"(?<=..)tre\Z"), "ter"), (re.compile(r"(?<=[ef]en|cen)ce\Z"), "se")
_VERB_OR_ADVERB = re.compile(r"(?:ly|ed|ing)\Z")


def tags(events: Sequence[Sequence[str]], known: Iterable[str]) -> list[tuple[str, ...]]:
    """The tags of each event, given as its texts, the title first."""
    held = {tuple(map(_stem, _words(tag))): tag for tag in sorted(known, reverse=True)}
    read = [[_tokens(text) for text in dict.fromkeys(texts[:_TEXTS])] for texts in events]
    nouns = _nouns(text for texts in read for text in texts)
    found = [dict(_terms(texts, nouns)) for texts in read]
    stems = [{_stem(token.lower()) for text in texts for token in text} if held else frozenset[str]() for texts in read]
    vocabulary = _vocabulary(found, nouns)
    result = []
    for terms, present in zip(found, stems, strict=True):
        chosen = [tag for term, tag in held.items() if term and present.issuperset(term)]
        own = sorted((term for term in terms if term in vocabulary), key=lambda term: (-terms[term] * vocabulary[term][1], term))
        paired = {stem for term in own if len(term) > 1 for stem in term}
        covered = {stem for tag in chosen for stem in map(_stem, _words(tag))}
        for term in own:
            if covered.isdisjoint(term) and not (len(term) == 1 and term[0] in paired):
                chosen.append(vocabulary[term][0])
                covered.update(term)
        result.append(tuple(dict.fromkeys(chosen))[:_MOST])
    return result


def _words(text: str) -> list[str]:
    return [token for token in _tokens(text.lower()) if token[0].isalpha()]


def _tokens(text: str) -> list[str]:
    return _WORD.findall(text)


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """A word without the ending of its plural, one for two words or spellings that mean the same."""
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return _SAME.get(word, word)


def _nouns(texts: Iterable[Sequence[str]]) -> dict[str, str]:
    """The stems that most often stand where a noun ends its phrase, each with its most frequent form."""
    seen, ending = Counter[str](), Counter[str]()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens in texts:
        for before, token, after in zip(["", *tokens], tokens, [*tokens[1:], "."], strict=False):
            if not _may_be_noun(token):
                continue
            stem = _stem(token)
            seen[stem] += 1
            forms[stem][token] += 1
            if (after in _AFTER_NOUN or not after[0].isalpha()) and (
                before in _BEFORE_NOUN or (before.isalpha() and before not in _AFTER_NOUN)
            ):
                ending[stem] += 1
    return {
        stem: min(forms[stem], key=lambda form: (-forms[stem][form], form)) for stem in seen if ending[stem] >= max(2, _NOUN * seen[stem])
    }


@lru_cache(maxsize=100_000)
def _may_be_noun(token: str) -> bool:
    return token.islower() and len(token) > 2 and _NEVER.isdisjoint((token, _stem(token))) and not _VERB_OR_ADVERB.search(token)


def _terms(texts: Sequence[Sequence[str]], nouns: dict[str, str]) -> Iterator[tuple[tuple[str, ...], float]]:
    """The nouns of an event and the pairs that end in one, as stems, with their weight: more where the title has them."""
    for number, tokens in reversed(list(enumerate(texts))):
        weight = 1.0 if number else 1.5
        for before, token in zip(["", *tokens], tokens, strict=False):
            stem = _stem(token)
            if stem not in nouns or not token.islower():
                continue
            yield (stem,), weight
            if before.islower() and len(before) > 2 and before not in _NO_PAIR and not before.endswith(("ly", "ed")):
                yield (before, stem), weight * 1.2


def _vocabulary(found: Sequence[dict[tuple[str, ...], float]], nouns: dict[str, str]) -> dict[tuple[str, ...], tuple[str, float]]:
    """The terms that are tags, each with its spelling and its worth: most where a third of the events have it."""
    events = Counter(term for terms in found for term in terms)
    worth: dict[tuple[str, ...], float] = {}
    for term, number in events.items():
        if number < _LEAST_EVENTS or number > max(_LEAST_EVENTS, _LARGEST_SHARE * len(found)):
            continue
        if len(term) > 1 and number < _PAIRED * events[term[1:]]:
            continue
        share = number / (len(found) + 1)
        worth[term] = -share * math.log(share)
    best = sorted(worth, key=lambda term: (-worth[term], term))[:_VOCABULARY]
    return {term: (" ".join([*term[:-1], nouns[term[-1]]]), worth[term]) for term in best}
