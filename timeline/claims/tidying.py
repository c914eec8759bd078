"""Tidy a line of text into what can stand as a title.

In: the words of a clause as they stand in the article. Out: the same without a linking word or article in front, without "…, witnesses
said" at the end, without a word that dangles or a mark that nothing closes, and with the spaces and marks of written text.
"""

from __future__ import annotations

import re

from timeline.claims.arranging import verb_of
from timeline.claims.english import AUXILIARIES, DETERMINERS, PREPOSITIONS, RELATIVES, REPORTING, SUBORDINATORS, TIME_UNITS, is_finite_verb
from timeline.claims.tokens import tokenise

_SAID = "|".join(sorted(REPORTING))
_SAYING = "saying|adding|noting|alleging|arguing|citing|claiming|insisting"
_THOUGHT = r"(?:many|most|some|critics|observers|analysts|experts) (?:thought|think|feared|fear|hoped|hope|felt|argued)"
_WHEN = r"(?:\s(?:in|on|at|to|late|early|during|from|earlier|later)\s[^,\"“”]{1,60})?"
_ATTRIBUTION = re.compile(
    rf",[\"”]?\s+(?:(?:[^,\"“”]{{1,70}}\s)?(?:{_SAID})(?:\s(?!that)[^\s,\"“”]{{1,20}})?|[^,\"“”]{{1,60}}\stold\s[^,\"“”]{{1,40}}"
    rf"|{_THOUGHT}|(?:according to|as reported by)\s[^\"“”]{{1,80}}|(?:{_SAYING})\s.*|(?:said|says)\s[A-Z][^\"“”]{{1,80}}){_WHEN}\.?$"
)
_QUOTED_REPORT = re.compile(rf"[\"“](?P<said>[^\"“”]+?),?[\"”],?\s(?P<who>[^\"“”]*\b(?:{_SAID})\b[^\"“”]*)")
_SPEAKERS_OWN = re.compile(r"\b(?:I|we|our|my|me|us|you|your|I'm|we're|we'll|we've)\b", re.IGNORECASE)
_LINKS = re.compile(
    r"(?:And|But|However|Meanwhile|Also|Then|So|Yet|Still|Moreover|Furthermore|Nevertheless|Nonetheless|Instead|Thus|Therefore|Hence|Indeed"
    r"|In addition|In the meantime|As a result|In fact|For example|For instance|Of course|After that|At the time|At the same time"
    r"|The|A|An|the|a|an|and|but|then|also|meanwhile)\b,?\s+(?=\S)"
)
_LEADING_MARKS = re.compile(r"(?:[\s,;:.|—–•*)\]-]|[LR]RB-)+")
_STOPS = re.compile(r"\.+([\"”’']?)$")
_COMMAS = re.compile(r",(\s*,)+")
_STANDING_MARK = re.compile(r"\s+(?=(?:['’](?:s|re|ve|ll|d|m)|n['’]t)\b|[,.;:!?%)\]](?!\w)|['’](?=\s[a-z]))")
_STANDING_SIGN = re.compile(r"([$£€#(\[])\s+(?=\w)")
_SINGLE_QUOTES = re.compile(r"`\s*([^`']*?)\s+'(?!\w)")
_OPEN_END = re.compile(r"\s+as (?:soon|early|late|far|much|many)$|\s*\(\s*\)")
_UNSAID = re.compile(
    r",\s(?:(?:just|only|about|almost|nearly|more than|less than)\s)?(?:an?|one|two|three|four|five|six|several|\d+)\s"
    rf"(?:{'|'.join(sorted(TIME_UNITS))})$"  # ", a day" of "a day after …"
    r"|,\s(?:an?)\s[a-z]+$"  # ", a finding" of "a finding that …"
    r"|,\s(?:close|together|along|apart|next|due|thanks)$"  # ", together" of "together with …"
    r"|\s(?:dated|there)$"
)
"""What says nothing at the end of a line."""
_BEFORE_THERE = re.compile(r"\b(?:is|are|was|were|be|been|get|got|from|go|goes|went)$")
_INTERJECTED = re.compile(
    rf"^(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he\s)?[\w.'’-]+(?:\s[A-Z][\w.'’-]+)?)\s(?:{_SAID}),\s(?=\w)"  # "the council said, the bridge"
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.|[ap]\.m\.|Inc\.|Ltd\.|Co\.|Corp\.|St\.|Jr\.|Sr\.)$")
_MARKS = (
    ("-LRB- ", "("),
    (" -RRB-", ")"),
    ("-LRB-", "("),
    ("-RRB-", ")"),
    ("`` ", '"'),
    (" ''", '"'),
    ("``", '"'),
    ("''", '"'),
)
_DANGLING = PREPOSITIONS | DETERMINERS | SUBORDINATORS | RELATIVES | {"and", "or", "but", "to"}
_PARTICLES = frozenset("on off up out over down her his in ahead away back".split())


def tidy(text: str) -> str:
    """The line, tidied until nothing changes."""
    text = _COMMAS.sub(",", written(" ".join(text.split())))
    quoted = _QUOTED_REPORT.fullmatch(text)
    if quoted:
        said, who = quoted["said"], _speaker(quoted["who"])
        text = f'{who} "{said}"' if _SPEAKERS_OWN.search(said) else said
    for _ in range(2):
        head = _ATTRIBUTION.sub("", text)
        if head == text or verb_of(tokenise(head)) is None:
            break
        text = head
    spoken = _INTERJECTED.match(text)
    if spoken and verb_of(tokenise(text[spoken.end() :])):
        text = text[spoken.end() :]
    while True:
        shorter = _without_start(_LINKS, _without_start(_LEADING_MARKS, text)).rstrip(" ,;:—–(-")
        if not (shorter.endswith(".") and _ABBREVIATION.search(shorter)):
            shorter = _STOPS.sub(r"\1", shorter)
        shorter = _without_unsaid_end(shorter)
        shorter = _balanced(_without_dangling_word(shorter))
        if shorter == text:
            return text
        text = shorter


def _without_start(start: re.Pattern[str], text: str) -> str:
    found = start.match(text)
    return text[found.end() :] if found else text


def _speaker(who: str) -> str:
    """Who spoke, and the verb: "said the mayor on leaving" -> "the mayor said"."""
    tokens = tokenise(who)
    place = next(i for i, token in enumerate(tokens) if token.lower in REPORTING)
    if place:
        end = place + 2 if tokens[place].lower == "told" and place + 1 < len(tokens) else place + 1
        return who[: tokens[end - 1].end]
    end = next((i for i, token in enumerate(tokens) if i > 1 and (token.lower in PREPOSITIONS or not token.is_word)), len(tokens))
    return f"{who[tokens[0].end : tokens[end - 1].end].strip()} {tokens[0].text}"


def written(text: str) -> str:
    """The text as it was written, where a file keeps it in separate words and marks: "BP 's", "did n't", "-LRB-", "``"."""
    if " " not in text:
        return text
    for mark, sign in _MARKS:
        text = text.replace(mark, sign)
    text = _SINGLE_QUOTES.sub(r"'\1'", text)
    text = _STANDING_MARK.sub("", text)
    return _STANDING_SIGN.sub(r"\1", text)


def _without_unsaid_end(text: str) -> str:
    """Without what wants more behind it, or points to what stands before it: ", a day", "in a memo dated", "people died there"."""
    found = _UNSAID.search(text)
    if found is None:
        return text
    head = text[: found.start()]
    words = head.split()
    if len(words) < 2 or words[-1].lower() in AUXILIARIES or _BEFORE_THERE.search(head):
        return text
    if found[0].strip() == "dated" and is_finite_verb(words[-1].lower(), words[-2].lower()):
        return text
    return head if "," not in head or not found[0].startswith(",") or verb_of(tokenise(head)) else text


def _without_dangling_word(text: str) -> str:
    if "(" in text or " as " in text:
        text = _OPEN_END.sub("", text)
    head, _, last = text.rpartition(" ")
    dangling = last.lower() in _DANGLING
    dangling &= not (last.lower() == "so" and head.endswith((" do", " did", " doing", " done")))
    return head if head and dangling and last.lower() not in _PARTICLES else text


def _balanced(text: str) -> str:
    """Drop an opening quotation mark or parenthesis that nothing closes, and the other way round."""
    if text.count('"') % 2:
        place = text.rfind('"')
        text = text[:place] + text[place + 1 :]
    for left, right in (("“", "”"), ("(", ")"), ("[", "]")):
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    return re.sub(r',"', '"', text) if text.endswith(',"') else text
