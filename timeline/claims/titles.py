"""Make a title from a clause: who did what, in the article's own words and tense, at most 90 characters.

In: a sentence in clauses, the span of the words that date it where it has any, and what stands before it. Out: a title without a
leading date, ending at a word, with a name instead of a pronoun where it is certain whose.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from timeline.claims.arranging import arrange, verb_of
from timeline.claims.clauses import Clause, Clauses
from timeline.claims.english import AUXILIARIES, DETERMINERS, PARTICIPLES, PREPOSITIONS, PRONOUNS, REPORTING, SUBORDINATORS, is_finite_verb
from timeline.claims.pronouns import with_name
from timeline.claims.shortening import shorten
from timeline.claims.tidying import tidy
from timeline.claims.tokens import Token, tokenise

LIMIT = 90
_ENOUGH = 600
"""Characters of a clause that a title is made from; what follows could not stand in it."""
_DATING_WORDS = frozenset("on in at by since from during of until early late earlier later about around back only just as".split())
_SPEAKER = re.compile(r"(?:I|We|You|we|you)\b")
_AS_CLAUSE = re.compile(r"(?:When|While|Although|Though|Because)\s(?=[^,?]*$)")  # whose main clause did not fit
_LETTER = re.compile(r"\w")
_OPENING_MARKS = frozenset("\"“‘'`([")
_APPEARED = frozenset("published released issued made held signed scheduled taken conducted posted broadcast".split())
_NO_NOUNS = PREPOSITIONS | SUBORDINATORS | DETERMINERS | {"and", "or", "but"}
_AFTER_COMMA = frozenset("by before after with without against".split())
_PART_OF_TIME = re.compile(
    r"(?:(?:in|during|by|before|after|until|at|over|since) )?the (?:first|second|other|latter|last|final|early|better|greater) "
    r"(?:half|quarter|third|part|days|weeks|hours|months) of$"
    r"|(?:(?:in|during|by|before|after|until|for) )?the (?:week|fortnight|month|year) (?:beginning|starting|ending)$"
    r"|(?:(?:at|by|until|before|after) )?(?:a quarter|half|\d+ minutes) (?:to|past|after|before)$"
)
"""Words in front of a date that tell which part of it: "in the first half of", "at a quarter to"."""
_PARTICLES = {
    **dict.fromkeys(
        "sworn voted came come brought gave given broke broken called handed moved taken checked settled ushered".split(), ("in",)
    ),
    **dict.fromkeys("paid handed brought sent given won gave held took taken turned bought".split(), ("back", "over", "around")),
}
"""Verbs with a word that belongs to them, not to the date behind it."""
_STATIVE = REPORTING | frozenset("knew thought lived worked stood sat lay slept seemed remained loved liked wanted hoped feared".split())
_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
_OPEN_END = frozenset("been be had".split())
_WHO_SAID = 6
_NO_WORDS = (-1, -1)


def make_title(
    clauses: Clauses,
    words: tuple[int, int] | None = None,
    core: tuple[int, int] | None = None,
    others: Sequence[tuple[int, int]] = (),
    before: Sequence[str] = (),
    number: int | None = None,
) -> str:
    """Title the event that the words at `words` (start and end offsets in the sentence) date; without them, the sentence's main one.

    `core` is the expression alone; `others` are the words of the sentence's other dates, which must not lead the title
    either. `before` are the sentences in front, the nearest last, where a pronoun finds its name. `number` is the clause that
    tells it, where that is not the one that the words stand in. Where nothing but the date is said, the title is empty.
    """
    words = words or _NO_WORDS
    core = core or words
    if number is None:
        number = clauses.number_at(core[0]) if core[0] >= 0 else 0
    number = _told_with(clauses, number, others)
    clause = clauses.clauses[number]
    within = clauses.sentence[: clause.tokens[0].start] if number and clause.tokens else ""
    text = ""
    for tokens, _ in itertools.groupby((*_choices(clause), clauses.tokens)):  # each once
        if tokens is clauses.tokens and _tells(text):
            break
        text = with_name(_line(clauses.sentence, tokens, words, core, others), (*before, within) if within else before) or text
        if len(text) <= LIMIT and _tells(text):
            break
    if clause.reported_by >= 0 and text.partition(" ")[0].lower() in PRONOUNS:  # better with who said it than without a name
        reporter = clauses.clauses[clause.reported_by]
        said = _line(clauses.sentence, _without_comma_at_end(reporter.subject) + reporter.full, words, core, others)
        text = said if _tells(said) else text
    if not text and words[0] >= 0:
        text = tidy(_without(clauses.sentence, [words, *others])[:_ENOUGH])
    text = _AS_CLAUSE.sub("", tidy(shorten(text, LIMIT)))
    if text.endswith("…"):  # what was said, where it does not fit with who said it
        reported = next((other for other in clauses.clauses if other.reported_by == number), None)
        alone = tidy(shorten(_line(clauses.sentence, reported.full, words, core, others), LIMIT)) if reported else ""
        text = alone if _tells(alone) and not alone.endswith("…") else text
    text = _as_planned(text) if clause.reported_by >= 0 else text
    return text[:1].upper() + text[1:]


def _as_planned(text: str) -> str:
    """What someone asks for, as what is to be done: "all dams be tested" -> "all dams to be tested"."""
    tokens = tokenise(text)
    place = next((i for i, token in enumerate(tokens) if token.lower == "be"), 0)
    if not place or len(text) + 3 > LIMIT or tokens[place - 1].lower in ("to", "not") or verb_of(tokens[:place]) is not None:
        return text
    return f"{text[: tokens[place].start]}to {text[tokens[place].start :]}"


def _told_with(clauses: Clauses, number: int, others: Sequence[tuple[int, int]]) -> int:
    """The number of the clause that the event is told by: the one around, where the dated clause only says when that was done."""
    around = clauses.clauses[number].time_of
    if around < 0 or any(clauses.number_at(start) == around for start, _ in others):
        return number
    tokens = clauses.clauses[around].tokens
    verb = next((i for i, token in enumerate(tokens) if is_finite_verb(token.lower, tokens[i - 1].lower if i else "")), None)
    if not verb:
        return number
    told = [token.lower for token in tokens[verb : verb + 3]]
    if told[0] in ("was", "were"):
        done = any(word.endswith("ed") or word in PARTICIPLES for word in told[1:])
    else:
        done = told[0] == "will" or (told[0] not in AUXILIARIES and told[0] not in _STATIVE)
    return around if done else number


def _without(sentence: str, spans: Sequence[tuple[int, int]]) -> str:
    """The sentence without the spans."""
    kept, place = [], 0
    for start, end in sorted(spans):
        kept.append(sentence[place : max(start, place)])
        place = max(place, end)
    return " ".join([*kept, sentence[place:]])


def _choices(clause: Clause) -> tuple[tuple[Token, ...], ...]:
    """The tokens that the title may be made of: all that hangs on the clause, or the same without what stands in its subject."""
    verb = verb_of(clause.tokens)
    after = clause.tokens[verb].start if verb is not None else 0
    subject = _without_comma_at_end(clause.subject)
    if len(subject) == 1 and not (subject[0].text[0].isupper() or subject[0].lower in _COUNTS or subject[0].text.isdigit()):
        subject = ()  # "would agree that he came": no noun
    owner = subject[-1].text.endswith(("'s", "’s", "’")) if subject else False
    if (
        subject and verb and clause.relative and not owner and not _continues_verb(subject[-1].lower)
    ):  # "the flag that the rebels raised" -> "the rebels raised the flag"
        while verb + 1 < len(clause.tokens) and _continues_verb(clause.tokens[verb + 1].lower):
            verb += 1
        article = subject[0]._replace(text=subject[0].lower) if subject[0].lower in DETERMINERS else subject[0]
        return ((*clause.tokens[: verb + 1], article, *subject[1:], *clause.tokens[verb + 1 :]),)
    behind = tuple(token for token in clause.full if token.start >= after)
    return subject + clause.full, subject + clause.tokens[: verb or 0] + behind


def _continues_verb(word: str) -> bool:
    return word in AUXILIARIES or word in ("been", "be", "not") or word.endswith("ed") or word in PARTICIPLES


def _tells(text: str) -> bool:
    """Whether the line can stand alone: three words, or a subject and a verb; no "we", and no phrase without a verb
    that hangs on something else ("shrinking the economy", "in testimony")."""
    tokens = tokenise(text)
    if len(tokens) < 2 or _SPEAKER.match(text):
        return False
    verb = verb_of(tokens)
    first = tokens[0].lower
    if tokens[-1].lower in _OPEN_END or (verb is not None and verb == len(tokens) - 1 and first in PRONOUNS and first != "it"):
        return False
    if verb is None:
        return text.count(" ") > 1 and first not in PREPOSITIONS and first != "even" and not first.endswith("ing")
    return text.count(" ") > 1 or verb > 0


def _line(
    sentence: str, tokens: tuple[Token, ...], words: tuple[int, int], core: tuple[int, int], others: Sequence[tuple[int, int]]
) -> str:
    """The tokens as a line of text, without those that date it, the subject first."""
    start = next((i for i, token in enumerate(tokens) if token.is_word or token.text in _OPENING_MARKS), 0)
    tokens = _without_commas_at_gaps(sentence, tokens[start:])
    drop = _dating_tokens(tokens, words, core)
    lead = min(drop, default=0) - 1
    if lead > 0 and tokens[lead].lower in _APPEARED and max(drop) + 1 < len(tokens) and is_finite_verb(tokens[max(drop) + 1].lower):
        drop = drop | {lead}  # "a report published [on Monday] said"
    kept = _without_leading_dates([token for i, token in enumerate(tokens) if i not in drop], others)
    return tidy(render(sentence, arrange(kept, core[0] if drop else None))[:_ENOUGH])


def render(sentence: str, tokens: Sequence[Token]) -> str:
    """The tokens as they stand in the sentence, one after another."""
    out: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None:
            between = sentence[last.end : token.start]
            apart = last.end > token.start or between[:1].isspace() or between[-1:].isspace()
            out.append(" " if apart else "")
        out.append(token.text if token.text != "–" or token.end - token.start < 3 else f" {token.text} ")
        last = token
    return "".join(out)


def _is_noun(token: Token) -> bool:
    """Whether it may be a noun that a date stands before."""
    word = token.lower
    return token.is_word and word not in _NO_NOUNS and not is_finite_verb(word)


def _without_leading_dates(tokens: list[Token], others: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens without the dates, and the prepositions before them, that a comma parts from the rest: "Last winter, a truck fell"."""
    i = 0
    while i < len(tokens) and (tokens[i].lower in _DATING_WORDS or any(start <= tokens[i].start < end for start, end in others)):
        i += 1
    return tokens[i + 1 :] if 0 < i < len(tokens) - 1 and tokens[i].text == "," else tokens


def _without_comma_at_end(subject: tuple[Token, ...]) -> tuple[Token, ...]:
    """The subject of a relative clause without the comma that parted them, which may stand inside a closing quotation mark."""
    return tuple(token for i, token in enumerate(subject) if token.text != "," or i < len(subject) - 2)


def _without_commas_at_gaps(sentence: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without the commas that set off a clause which is left out: "The mayor, who was elected, resigned"."""

    def gap(i: int) -> bool:
        """Whether words stand before the token at `i` that are left out."""
        return 0 < i < len(tokens) and bool(_LETTER.search(sentence, tokens[i - 1].end, tokens[i].start))

    def stays(i: int) -> bool:
        """Whether a comma at a gap parts what follows: "light, a finding", "the mill, witnesses said"."""
        following = tokens[i + 1 : i + _WHO_SAID]
        short = i + _WHO_SAID >= len(tokens)
        return bool(following) and (following[0].lower in ("a", "an") or (short and any(token.lower in REPORTING for token in following)))

    return tuple(token for i, token in enumerate(tokens) if token.text != "," or stays(i) or not (gap(i) or gap(i + 1)))


def _dating_tokens(tokens: tuple[Token, ...], words: tuple[int, int], core: tuple[int, int]) -> set[int]:
    """Indexes of the tokens to leave out. A year that qualifies a noun stays ("a 2017 statement"): it is part of a name."""
    inside = {i for i, token in enumerate(tokens) if core[0] <= token.start < core[1]}
    if not inside:
        return set()
    last = max(inside)
    possessive = tokens[last].text.endswith(("'s", "’s"))
    if [token.text for token in tokens[last + 1 : last + 3]] in (["'", "s"], ["’", "s"]):  # "today 's"
        inside |= {last + 1, last + 2}
        possessive = True
    first, last = min(inside), max(inside)
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    qualifies = (
        following is not None
        and following.is_word
        and following.lower not in PREPOSITIONS
        and following.lower not in SUBORDINATORS
        and following.lower not in ("and", "or", "but", "between")
        and first > 0
        and tokens[first - 1].lower in DETERMINERS
    )
    if following is not None and following.lower in AUXILIARIES and core[0] == words[0] and not (first and tokens[first - 1].is_word):
        return set()  # "today is two months since"
    if following is not None and possessive:
        return inside  # "in this year's festival"
    led_by = tokens[first - 1].lower if first else ""
    if led_by == "between" and following is not None and following.lower == "and" and words[1] <= core[1]:
        return set()  # "crosses between [5 am] and 11 pm"
    if led_by == "of" and following is not None and following.lower == "and" and last + 2 < len(tokens) and tokens[last + 2].text.isdigit():
        return set()  # "the fires of [1811] and 1894"
    if following is not None and _is_noun(following) and words[0] == core[0] and led_by in PREPOSITIONS - _DATING_WORDS:
        return set()  # "after Friday prayers"
    if qualifies:
        return set() if re.fullmatch(r"\d{4}s?|\d\ds", tokens[first].text) else inside
    inside |= {i for i, token in enumerate(tokens) if words[0] <= token.start < words[1]}
    if first and tokens[first - 1].lower == "dated" and first > 1 and is_finite_verb(tokens[first - 2].lower):
        return set()  # "the letter is dated 3 May": all it says
    if [token.lower for token in tokens[max(inside) + 1 : max(inside) + 3]] == ["local", "time"]:
        inside |= {max(inside) + 1, max(inside) + 2}
    first, last = min(inside), max(inside)
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    shape = _PART_OF_TIME.search(" ".join(token.lower for token in tokens[max(0, first - 6) : first]))
    if shape:
        first -= shape[0].count(" ") + 1
        inside |= set(range(first, last))
    while first > 0 and tokens[first - 1].lower in _DATING_WORDS:
        if tokens[first - 1].lower in _PARTICLES.get(tokens[first - 2].lower if first > 1 else "", ()):
            break  # "sworn in [on Monday]"
        first -= 1
        inside.add(first)
    opens_phrase = last + 2 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].lower in _AFTER_COMMA
    if opens_phrase and first and all(token.text != "," for token in tokens[:first]):
        inside.add(last + 1)  # "passed the act [on Monday], by 131 votes"
    if first > 0 and tokens[first - 1].text == "," and (following is None or not following.is_word):
        inside.add(first - 1)
    elif first == 0 and following is not None and following.text in ",:—–-":
        inside.add(last + 1)
    return inside
