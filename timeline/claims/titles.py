"""Make a title from a clause: who did what, in the article's own words and tense, at most 90 characters.

In: a sentence, the span of the words that date it, and where they belong. Out: a title without a leading date, ending at a
word. The title is made shorter step by step (`_REDUCTIONS`), and only as far as it must be.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from timeline.claims.clauses import Clause, Clauses, Token, tokenise
from timeline.claims.english import (
    DETERMINERS,
    HONORIFICS,
    PREPOSITIONS,
    RELATIVES,
    ROLES,
    SUBORDINATORS,
    WANTS_INFINITIVE,
    is_finite_verb,
)

LIMIT = 90
_ENOUGH = 600
"""Characters of a clause that a title is made from; what follows could not stand in it."""
_DATING_WORDS = frozenset("on in at by since from during of until early late earlier later about around back only just".split())


def make_title(clauses: Clauses, words: tuple[int, int], core: tuple[int, int], others: Sequence[tuple[int, int]] = ()) -> str:
    """Title the event that the words at `words` (start and end offsets in the sentence) date.

    `core` is the expression alone; `others` are the words of the sentence's other dates, which must not lead the title
    either. Where nothing but the date is said, the title is empty.
    """
    clause = clauses.clauses[clauses.number_at(core[0])]
    text = _render(clauses.sentence, clause, words, core, others)
    if len(text.split()) < 3:
        text = _render(clauses.sentence, Clause((), clauses.tokens), words, core, others)
    text = _tidy(text[:_ENOUGH])
    for reduce in (None, *_REDUCTIONS):
        if reduce:
            text = _tidy(reduce(text)) or text
        if len(text) <= LIMIT:
            break
    if len(text) > LIMIT:
        text = _cut(text)
    return text[:1].upper() + text[1:]


def make_title_in_any_language(sentence: str, words: tuple[int, int]) -> str:
    """A title where the language's clauses are not known: the sentence, without a date that a comma parts from it, as far as it fits."""
    before, after = sentence[: words[0]], sentence[words[1] :]
    comma = re.match(r"\s*[,，、،:]\s*", after)
    text = sentence
    if not before.strip() and comma:
        text = after[comma.end() :]
    elif not re.search(r"\w", after) and re.search(r"[,(]\s*$", before):
        text = before
    text = " ".join(text.split()).strip(" ,;:([—–-")
    text = re.sub(r"(?<![.…])[.。．।]+$", "", text)
    if len(text) > LIMIT:
        places = [found.start() for found in re.finditer(r"[,;:，；、،؛—–]\s", text[: LIMIT + 1])]
        text = text[: places[-1]] if places and places[-1] > LIMIT // 3 else _cut(text)
    return text[:1].upper() + text[1:] if re.search(r"\w", before + after) else ""


def _render(sentence: str, clause: Clause, words: tuple[int, int], core: tuple[int, int], others: Sequence[tuple[int, int]]) -> str:
    """The clause's words as they stand in the sentence, without those that date it."""
    tokens = _without_comma_at_end(clause.subject) + _without_commas_at_gaps(sentence, clause.tokens)
    drop = _dating_tokens(tokens, words, core)
    kept = _without_leading_dates([token for i, token in enumerate(tokens) if i not in drop], others)
    out: list[str] = []
    last: Token | None = None
    for token in kept:
        if last is not None:
            between = sentence[last.end : token.start]
            out.append(" " if last.end > token.start or between[:1].isspace() or between[-1:].isspace() else "")
        out.append(token.text)
        last = token
    return "".join(out)


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
    parted = [bool(re.search(r"\w", sentence[before.end : after.start])) for before, after in itertools.pairwise(tokens)]
    gaps = [False, *parted, False]
    return tuple(token for i, token in enumerate(tokens) if token.text != "," or not (gaps[i] or gaps[i + 1]))


def _dating_tokens(tokens: tuple[Token, ...], words: tuple[int, int], core: tuple[int, int]) -> set[int]:
    """Indexes of the tokens to leave out. A year that qualifies a noun stays ("a 2017 statement"): it is part of a name."""
    inside = {i for i, token in enumerate(tokens) if core[0] <= token.start < core[1]}
    if not inside:
        return set()
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
    if qualifies:
        return set() if re.fullmatch(r"\d{4}s?|\d\ds", tokens[first].text) else inside
    inside |= {i for i, token in enumerate(tokens) if words[0] <= token.start < words[1]}
    first, last = min(inside), max(inside)
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    while first > 0 and tokens[first - 1].lower in _DATING_WORDS:
        first -= 1
        inside.add(first)
    if first > 0 and tokens[first - 1].text == "," and (following is None or not following.is_word):
        inside.add(first - 1)
    elif first == 0 and following is not None and following.text in ",:—–-":
        inside.add(last + 1)
    return inside


_ATTRIBUTION = re.compile(
    r",\s+(?:(?:[^,\"“”]{1,50}\s)?(?:said|says|reported)|[^,\"“”]{1,50}\stold\s[^,\"“”]{1,30}|according to\s[^,\"“”]{1,50})"
    r"(?:\s(?:in|on|at|to|late|early)\s[^,\"“”]{1,40})?\.?$"
)
_QUOTED_REPORT = re.compile(r"[\"“](.+?),?[\"”],?\s[^\"“”]*\b(?:said|says|told|added|announced|reported|wrote)\b[^\"“”]*")


def _tidy(text: str) -> str:
    """Trim marks, a leading article or linking word, a trailing attribution, and what dangles at the end."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:])", r"\1", text)
    text = re.sub(r",(\s*,)+", ",", text)
    quoted = _QUOTED_REPORT.fullmatch(text)
    if quoted:
        text = quoted[1]
    head = _ATTRIBUTION.sub("", text)
    if _has_verb(head):
        text = head
    while True:
        shorter = re.sub(r"^[\s,;:.|—–•*)\]-]+", "", text)
        shorter = re.sub(
            r"^(?:And|But|However|Meanwhile|Also|Then|The|A|An|the|a|an|and|but|then|also|meanwhile)\b,?\s+(?=\S)", "", shorter
        )
        shorter = re.sub(r"[\s,;:—–(-]+$", "", shorter)
        if not re.search(r"\b(?:[A-Z]\.|Inc\.|Ltd\.|Co\.|Corp\.|St\.|Jr\.|Sr\.)$", shorter):
            shorter = re.sub(r"\.+([\"”’']?)$", r"\1", shorter)
        shorter = _without_dangling_word(shorter)
        shorter = _balanced(shorter)
        if shorter == text:
            return text
        text = shorter


def _has_verb(text: str) -> bool:
    before = ""
    for token in tokenise(text):
        if is_finite_verb(token.lower, before):
            return True
        before = token.lower
    return False


def _without_dangling_word(text: str) -> str:
    head, _, last = text.rpartition(" ")
    dangling = last.lower() in PREPOSITIONS | DETERMINERS | SUBORDINATORS | RELATIVES | {"and", "or", "but", "to"}
    return head if head and dangling and last.lower() not in ("on", "off", "up", "out", "over", "down", "her", "his") else text


def _balanced(text: str) -> str:
    """Drop an opening quotation mark or parenthesis that nothing closes, and the other way round."""
    if text.count('"') % 2:
        place = text.rfind('"')
        text = text[:place] + text[place + 1 :]
    for left, right in (("“", "”"), ("(", ")")):
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    return re.sub(r',"', '"', text) if text.endswith(',"') else text


# Making it shorter, in order of what a reader misses least


def _without_asides(text: str) -> str:
    """No parentheses, no short phrase between commas ("Mike Pompeo, left, speaks")."""
    text = re.sub(r"\s*\([^()]*\)", "", text)
    return re.sub(r",\s(?:left|right|center|centre|second from (?:left|right)|[^,]{1,40}),(?=\s\w)", "", text, count=1)


_NAME = r"[A-Z][\w'’-]+(?:\s[A-Z]\.)?(?:\s[A-Z][\w'’-]+)+"
_ROLE = re.compile(
    rf"(?:(?:the|its|his|her)\s)?(?:\b[A-Z][\w.'’&-]*\s|\b(?:deputy|vice|former|senior|prime|foreign|acting|then)\s|-)*"
    rf"\b(?:{'|'.join(sorted(ROLES | {role.title() for role in ROLES}, key=len, reverse=True))})"
    rf"(?:\sof\s(?:[A-Z]\w+|state|defense|defence)(?:\s(?:and\s)?[A-Z]\w+(?=\s[A-Z]\w+\s[A-Z]))?)?\s(?={_NAME})"
)


def _without_roles(text: str) -> str:
    """The name alone: "U.S. Secretary of State Mike Pompeo" -> "Mike Pompeo"."""
    text = re.sub(r"\b(?:" + "|".join(h.title() for h in HONORIFICS) + rf")\.\s(?={_NAME})", "", text)
    return _ROLE.sub("", text)


def _without_second_verb(text: str) -> str:
    """One verb of two that share an object: "designated and accused two entities" -> "designated two entities"."""
    return re.sub(r"\b(\w+ed) and \w+ed (?=\w)", r"\1 ", text, count=1)


def _without_origin(text: str) -> str:
    """The subject without what specifies it: "a statement by ministers from the bloc urged" -> "a statement by ministers urged"."""
    tokens = tokenise(text)
    verb = next((i for i, token in enumerate(tokens) if i and is_finite_verb(token.lower, tokens[i - 1].lower)), None)
    if verb is None:
        return text
    places = [i for i in range(1, verb) if tokens[i].lower in PREPOSITIONS - {"of"}]
    if len(places) < 2:
        return text
    return text[: tokens[places[-1]].start] + text[tokens[verb].start :]


def _without_tail(text: str) -> str:
    """Cut where a new phrase begins, as late as fits, leaving something after the verb."""
    tokens = tokenise(text)
    verb = next((i for i, token in enumerate(tokens) if i and is_finite_verb(token.lower, tokens[i - 1].lower)), 0)
    best = None
    for i in range(verb + 2, len(tokens)):
        if tokens[i].start > LIMIT + 1:
            break
        token, before = tokens[i], tokens[i - 1]
        opens = token.lower in PREPOSITIONS | SUBORDINATORS | RELATIVES or token.text in ",;—–" or token.lower in ("to", "and", "but")
        if not opens or before.lower in PREPOSITIONS | DETERMINERS or before.lower == "to":
            continue
        if token.lower == "to" and any(word.lower in WANTS_INFINITIVE for word in tokens[max(verb, i - 5) : i]):
            continue
        if token.lower == "and" and not (i + 1 < len(tokens) and is_finite_verb(tokens[i + 1].lower, "and")):
            continue
        best = before.end
    return text[:best] if best else text


_REDUCTIONS = (_without_asides, _without_roles, _without_second_verb, _without_origin, _without_tail)


def _cut(text: str) -> str:
    """The words that fit, with an ellipsis; the last resort. A single endless word is cut inside."""
    head = text[: LIMIT - 1]
    place = head.rfind(" ")
    return (head[:place] if place > LIMIT // 3 else head).rstrip(" ,;:") + "…"
