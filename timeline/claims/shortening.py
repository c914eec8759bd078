"""Make a line shorter, in order of what a reader misses least, and only as far as it must be.

In: a line of text and the characters it may have. Out: a line that fits and ends at a word, with nothing left open: no verb without its
object, no "said" without what was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.claims.arranging import verb_of
from timeline.claims.english import (
    AUXILIARIES,
    DETERMINERS,
    HONORIFICS,
    OPEN_NOUNS,
    OPEN_PARTICIPLES,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    ROLES,
    SUBORDINATORS,
    TIME_UNITS,
    WANTS_INFINITIVE,
    is_finite_verb,
)
from timeline.claims.tokens import Token, tokenise

_ASIDE = re.compile(r",\s(?P<inside>[^,\"“”]{1,40}),(?=\s\w)")
_IN_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_HONORIFIC = re.compile(r"\b(?:" + "|".join(sorted(word.title() for word in HONORIFICS)) + r")\.\s(?=[A-Z])")
_TWO_VERBS = re.compile(r"\b(\w+ed) and \w+ed (?=\w)(?!in |at |by |on |to |for |from )")
_MORE_OF_IT = re.compile(r",\s(?:\w+\s){1,2}of\s(?:whom|which|them)\s[^,\"“”]*$")
_UNJOINED_VERB = re.compile(r",\s(?P<verb>[a-z]+)\s[^,\"“”]*$")
_NAME = re.compile(r"[A-Z][\w'’-]*$|[A-Z]\.$")
_QUANTITIES = frozenset(
    "thousands hundreds dozens scores millions billions number half most all some series group part parts member members one many two"
    " lot kind sort".split()
)
_WANTS_CLAUSE = frozenset("say said says believe believes believed stated claimed".split())
_WANTS_CONTENT = frozenset("ruling decision finding verdict claim fact assurance condition promise belief view".split())
"""Nouns that say little without their "that …"."""
_PORTFOLIOS = frozenset(
    "state defence defense finance transport health education justice labor labour agriculture energy trade commerce culture environment"
    " police staff war".split()
)
"""What a minister or a chief is of, before the name: "Secretary of State Mike Pompeo"."""
_OPEN_ADVERBS = frozenset("compared so-called already also now still never".split())
_REGARDED = frozenset("described describes designated named regarded hailed dismissed denounced condemned portrayed".split())
_ADVERBS_OF_DEGREE = frozenset(
    "more less at least about nearly almost around some up not very so as too just only also soon well far long much many such same".split()
)

_OPENERS = PREPOSITIONS | SUBORDINATORS | RELATIVES | {"to", "and", "but"}
_LEADING = PREPOSITIONS | DETERMINERS | _ADVERBS_OF_DEGREE | {"to", "and", "or", "than", "former", "acting", "late", "new"}
_OPEN = AUXILIARIES | SUBORDINATORS | RELATIVES | WANTS_INFINITIVE
_BEFORE_INFINITIVE = WANTS_INFINITIVE | OPEN_NOUNS


def shorten(text: str, limit: int) -> str:
    """The line, made to fit step by step."""
    for step in (_without_more_of_it, _without_asides, _without_roles, _without_second_verb, _without_origin):
        if len(text) <= limit:
            return text
        text = step(text) or text
    if len(text) > limit:
        text = _without_unjoined_verb(_without_tail(text, limit))
        if text.count('"') % 2 and len(text) < limit:
            text += '"'
    return text if len(text) <= limit else cut(text, limit)


def _without_more_of_it(text: str) -> str:
    """Without ", many of whom were children" at the end."""
    return _MORE_OF_IT.sub("", text)


def _without_asides(text: str) -> str:
    """No parentheses, no short phrase between commas ("Mike Pompeo, left, speaks")."""
    text = _IN_PARENTHESES.sub("", text)
    for found in _ASIDE.finditer(text):
        words = found["inside"].split()
        follows = text[found.end() :].split(None, 1)[0]
        is_list = follows in ("and", "or") or words[0] in ("and", "or")
        behind = tokenise(text[found.end() : found.end() + 60])
        qualifies = follows.endswith("ed") and len(behind) > 1 and behind[1].lower in PREPOSITIONS
        goes_on = (is_finite_verb(follows.lower()) and not qualifies) or follows.lower() in PREPOSITIONS
        if not is_list and goes_on and not verb_of(tokenise(found["inside"])):
            return text[: found.start()] + text[found.end() :]
    return text


def _without_roles(text: str) -> str:
    """The name alone: "U.S. Secretary of State Mike Pompeo" -> "Mike Pompeo"."""
    text = _HONORIFIC.sub("", text)
    tokens = tokenise(text)
    dropped: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if tokens[i].lower in ROLES:
            begin, name = _role_at(tokens, i)
            if name > i:
                dropped.append((tokens[begin].start, tokens[name].start))
                i = name
        i += 1
    for start, end in reversed(dropped):
        text = text[:start] + text[end:]
    return _without_description(text)


def _without_description(text: str) -> str:
    """The name alone, where the subject says at length what it is: "former world champion boxer Amir Khan lost"."""
    tokens = tokenise(text)
    name = verb = verb_of(tokens) or 0
    while name and tokens[name - 1].text[0].isupper():
        name -= 1
    described = 0 < name < verb - 1 and tokens[name - 1].text[0].islower()
    plain = all(token.is_word and token.lower not in PREPOSITIONS and token.lower not in DETERMINERS for token in tokens[:name])
    return text[tokens[name].start :] if described and plain and tokens[name - 1].lower not in ("and", "or") else text


def _role_at(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """Where the role that holds the token at `i` begins, and where the name of two words or more behind it does, 0 where none does."""
    name = i + 1
    while name < len(tokens) and tokens[name].lower in ROLES:
        name += 1
    if name + 1 < len(tokens) and tokens[name].lower == "of":
        if tokens[name + 1].lower not in _PORTFOLIOS:
            return i, 0  # "the director of Brandt Works"
        name += 2
        while name < len(tokens) and tokens[name].lower == "and":
            name += 2
        if _capitals(tokens, name) < 2:
            while name < len(tokens) and _capitals(tokens, name) > 2:
                name += 1
    if _capitals(tokens, name) < 2 or (name < len(tokens) and tokens[name].lower in DETERMINERS):
        return i, 0
    last = name + _capitals(tokens, name) - 1
    if tokens[last].text.endswith(("'s", "’s")):
        return i, 0
    begin = i
    while begin and (tokens[begin - 1].is_word or tokens[begin - 1].text == "-"):
        word = tokens[begin - 1].lower
        if word in PREPOSITIONS or word in ("and", "or", "but") or (word in AUXILIARIES) or word in REPORTING:
            break
        if not tokens[begin - 1].text[0].isupper() and is_finite_verb(word):
            break
        begin -= 1
        if word in DETERMINERS or (word.endswith(("'s", "’s")) and i - begin > 4):
            break
    return begin, name


def _capitals(tokens: Sequence[Token], i: int) -> int:
    """How many words of a name follow from `i` on, at most 4."""
    count = 0
    while count < 4 and i + count < len(tokens) and _NAME.match(tokens[i + count].text):
        count += 1
    return count


def _without_second_verb(text: str) -> str:
    """One verb of two that share an object: "designated and accused two entities" -> "designated two entities"."""
    return _TWO_VERBS.sub(r"\1 ", text, count=1)


def _without_origin(text: str) -> str:
    """The subject without what specifies it: "a statement by ministers from the bloc urged" -> "a statement by ministers urged"."""
    tokens = tokenise(text)
    verb = verb_of(tokens)
    if not verb or tokens[verb - 1].lower.endswith("ly"):
        return text
    places = [i for i in range(1, verb) if tokens[i].lower in PREPOSITIONS and tokens[i].lower != "of"]
    if len(places) < 2 or any(not token.is_word for token in tokens[places[-1] : verb]):
        return text
    return text[: tokens[places[-1]].start] + text[tokens[verb].start :]


def _without_tail(text: str, limit: int) -> str:
    """Cut where a new phrase begins, as late as fits, leaving something after the verb, and nothing open."""
    whole = tokenise(text[: limit + 40])
    tokens = [token for token in whole if token.start <= limit + 1]
    verb = verb_of(tokens) or 0
    best, weak, any_word, rough = None, None, None, None
    for i in range(verb + 2, len(tokens)):
        if tokens[i - 1].end <= limit and _may_end(whole, i) and _is_complete(tokens[:i], verb):
            any_word = tokens[i - 1].end
        if tokens[i - 1].end <= limit and _opens_phrase(whole, i, verb) and tokens[i].is_word:
            rough = tokens[i - 1].end
        if not _opens_phrase(whole, i, verb) or tokens[i - 1].end > limit:
            continue
        if not _is_complete(tokens[:i], verb):
            continue
        if tokens[i].lower == "of":
            weak = tokens[i - 1].end
        else:
            best = tokens[i - 1].end
    place = best if best and (best > limit // 3 or not weak) else weak or any_word or rough
    return text[:place] if place else text


def _without_unjoined_verb(text: str) -> str:
    """Without the last of a row of verbs, where the line ends before their "and": "surrounded the village, separated the men"."""
    found = _UNJOINED_VERB.search(text)
    if not found or " and " in found[0] or not found["verb"].endswith("ed") or not is_finite_verb(found["verb"]):
        return text
    head = text[: found.start()]
    return head if verb_of(tokenise(head)) and text[found.end("verb") :].split()[0] not in PREPOSITIONS else text


def _opens_phrase(tokens: Sequence[Token], i: int, verb: int) -> bool:
    """Whether a line may end before the token at `i`."""
    token, before = tokens[i], tokens[i - 1]
    word, following = token.lower, tokens[i + 1].lower if i + 1 < len(tokens) else ""
    opens = word in _OPENERS or token.text in ",;:—–"
    if not opens or before.lower in _LEADING:
        return False
    if word in ("of", "to", "in", "from") and before.lower in _QUANTITIES:
        return False
    if word == "of" and (before.text[0].isupper() or before.lower in ("out", "because", "instead")):
        return False
    if word == "as" and any(earlier.lower in _REGARDED for earlier in tokens[verb : verb + 3]):
        return False
    if word == "of" and before.lower in ROLES:
        return False
    if word in ("up", "off", "out", "down") and following not in DETERMINERS:
        return False
    if before.lower.endswith("ly") and word in PREPOSITIONS:
        return False
    if word == "than" or (token.text == "," and following[:1].isdigit()):
        return False
    if before.lower in TIME_UNITS and word in ("after", "before", "since", "into"):  # "a day after"
        return False
    if word == "that" and before.lower in _WANTS_CONTENT:
        return False
    if i - 1 > verb and word in PREPOSITIONS and before.lower not in AUXILIARIES and is_finite_verb(before.lower, tokens[i - 2].lower):
        return tokens[i - 2].lower in AUXILIARIES  # "when a fire tore through": the verb of a later clause
    if word == "to" and any(earlier.lower in _BEFORE_INFINITIVE for earlier in tokens[max(verb, i - 6) : i]):
        return False
    if word == "and":
        gerunds = following.endswith("ing") and any(t.lower.endswith("ing") for t in tokens[verb:i])
        return is_finite_verb(following, "and") or before.lower.endswith("ed") or gerunds
    return True


def _may_end(tokens: Sequence[Token], i: int) -> bool:
    """Whether a line may end before the token at `i`, for want of a better place: at a quotation, a participle or an adverb."""
    word, before = tokens[i].lower, tokens[i - 1].lower
    if before in _LEADING or before in AUXILIARIES or before == "not":
        return False
    if word == "and" and i + 1 < len(tokens) and tokens[i + 1].lower in DETERMINERS:  # "charged the owner of the ship and the captain"
        return all(token.lower not in ("between", "both", "and") for token in tokens[max(0, i - 12) : i])
    return word in ('"', "“", "(") or (tokens[i].text[0].islower() and word.endswith(("ed", "ing", "ly")) and len(word) > 4)


def _is_complete(tokens: Sequence[Token], verb: int) -> bool:
    """Whether nothing is left open at the end: no verb or participle without more, no "said" or "that" without a verb of its own."""
    last = tokens[-1].lower
    if tokens[-1].text in ",;:(" or last in _OPEN:
        return False
    quotes = [i for i, token in enumerate(tokens) if token.text == '"']
    curly = [token.text for token in tokens if token.text in "“”"]
    if (len(quotes) % 2 and quotes[-1] > len(tokens) - 4) or curly.count("“") != curly.count("”"):
        return False
    since = max((i for i, token in enumerate(tokens[:-1]) if token.text in ",;—"), default=0)
    before = tokens[-2].lower
    if before == "to" and tokens[-1].text[0].islower() and not last.endswith("s"):
        return False
    wanting = (
        last in OPEN_PARTICIPLES
        or before in ("without", "by", "from", "for", "in")
        or (before == "of" and tokens[-3].lower in ("accused", "suspected", "suspicion"))
    )
    if (last.endswith("ly") and len(last) > 4) or last in _OPEN_ADVERBS:
        return False
    if last.endswith("ing") and len(last) > 4 and (since >= len(tokens) - 3 or wanting):
        return False
    if len(tokens) - since < 4 and since and tokens[since + 1].lower.endswith("ing") and last in ("out", "up", "down", "off"):
        return False
    opened = None
    for i in range(verb, len(tokens)):
        word = tokens[i].lower
        if word == "as" and any(token.lower in ROLES for token in tokens[i + 1 : i + 4]):
            continue  # "resigned as the director"
        if (i < verb + 3 and word in _WANTS_CLAUSE) or word in ("that", "which", "who", "when", "because", "if", "while", "whether", "as"):
            opened = i
        elif opened is not None and i > opened and is_finite_verb(word, tokens[i - 1].lower) and tokens[i - 1].text != ",":
            opened = None if i < len(tokens) - 1 or word not in AUXILIARIES else opened
    return opened is None


def cut(text: str, limit: int) -> str:
    """The words that fit, with an ellipsis; the last resort. A single endless word is cut inside."""
    head = text[: limit - 1]
    place = head.rfind(" ")
    return (head[:place] if place > limit // 3 else head).rstrip(" ,;:") + "…"
