"""Make a title where the language's clauses are not known.

In: a sentence and the words that date it. Out: the sentence, as far as it fits in a title, without its date where that leaves a
whole sentence: in front of a comma, at the end behind one, and in German, Spanish, French, Italian and Portuguese wherever it is an
adverbial. A German verb that followed the date follows its subject then.
"""

from __future__ import annotations

import re

from timeline.claims.shortening import cut

LIMIT = 90
_COMMA = re.compile(r"\s*[,，、،:]\s*")
_ADVERBIAL = re.compile(
    r"(?:am|im|le|el|il|nel|en|no)\s|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato)\Z",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(  # behind a weekday: "jeudi soir", "el jueves por la noche", "giovedì sera"
    r"\s(?:soir|matin|midi|après-midi|en\s(?:soirée|matinée|fin\sd['’]après-midi)|dans\s(?:la\s(?:soirée|matinée|nuit)|l['’]après-midi)|au\ssoir"
    r"|por\sla\s(?:noche|mañana|tarde)|sera|mattina|pomeriggio|notte|à\s(?:noite|tarde)|de\s(?:manhã|madrugada)"
    r"|(?:morgen|vormittag|nachmittag|abend|nacht))\b",
    re.IGNORECASE,
)
_HELD = re.compile(  # "las elecciones del 3 de mayo", "der Streik vom Montag"
    r"\b(?:d[aeiou]|d[eo]l|des|dos|della?|desde|depuis|dès|hasta|jusqu['’]?(?:à|au)?|hasta|até|fino|bis|seit|vom|von|y|et|und|e|ou|o|oder"
    r"|entre|zwischen|avant|après|antes|nach|vor|prima|dopo)\s*\Z",
    re.IGNORECASE,
)
_NOUN = r"[A-ZÄÖÜ][\w-]*"
_DETERMINED = rf"(?:der|die|das|eine?)\s(?:[a-zäöüß]+\s){{0,3}}{_NOUN}(?:\s{_NOUN}){{0,3}}(?:\s(?:der|des)\s{_NOUN})?"
_COUNTED = rf"(?:(?:mehr als|rund|etwa|mindestens)\s)?(?:\d[\d.]*|zwei|drei|vier|fünf|mehrere|viele)\s(?:[a-zäöüß]+\s){{0,2}}{_NOUN}"
_INVERTED = (  # verb and subject; verb, place and subject
    re.compile(
        rf"(?P<verb>[a-zäöüß]+(?:\ssich)?)\s(?P<subject>{_DETERMINED}|{_COUNTED}|{_NOUN}(?:\s{_NOUN}){{0,3}}(?:\sund\s{_NOUN})?|er|sie|es|man)(?P<rest>[\s,.].*)"
    ),
    re.compile(
        rf"(?P<verb>[a-zäöüß]+)(?P<place>\s(?:im|in|bei|auf|nahe)\s(?:(?!der |die |das |eine? )[\w-]+\s){{1,4}}?)(?P<subject>{_DETERMINED})"
        r"(?P<rest>[\s,.].*)"
    ),
)
_LATER_PHRASE = re.compile(  # words of Spanish, French, Italian and Portuguese that open a phrase which a reader misses least
    r"\s(?:para|con|por|tras|sobre|desde|durante|mediante|según|porque|pour|avec|dans|par|après|depuis|pendant|sous|selon|afin|lors|contre"
    r"|per|dopo|nella?|nei|nelle|secondo|com|após|pelos?|pelas?|perché)\s"
)
_CLAUSE_END = re.compile(r"[,;:，；、،؛—–]\s")


def make_title_in_any_language(sentence: str, words: tuple[int, int]) -> str:
    """A title of at most 90 characters; empty where nothing but the date is said."""
    before, after = sentence[: words[0]], sentence[words[1] :]
    time = _TIME_OF_DAY.match(after)
    after = after[time.end() :] if time else after
    text = _undated(before, sentence[slice(*words)], after) or sentence
    text = " ".join(text.split()).strip(" ,;:([—–-")
    text = re.sub(r"(?<![.…])[.。．।]+$", "", text)
    if len(text) > LIMIT:
        places = [found.start() for found in _CLAUSE_END.finditer(text[: LIMIT + 1])]
        if not places or places[-1] <= LIMIT // 3:
            places = [found.start() for found in _LATER_PHRASE.finditer(text, LIMIT // 2, LIMIT + 15) if found.start() <= LIMIT]
        text = text[: places[-1]] if places else cut(text, LIMIT)
    return text[:1].upper() + text[1:] if re.search(r"\w", before + after) else ""


def _undated(before: str, date: str, after: str) -> str:
    """The sentence without the words that date it, "" where they must stay."""
    comma = _COMMA.match(after)
    if not before.strip() and comma:
        return after[comma.end() :]
    if not re.search(r"\w", after) and re.search(r"[,(]\s*$", before):
        return before
    adverbial = _ADVERBIAL.match(date)
    if not adverbial or _HELD.search(before[-12:]) or re.match(r"\s*[–-]|\s(?:bis|a|al|au|à|y|et|und)\s\d", after):
        return ""
    if before.strip():
        doubled = comma and before.rstrip().endswith(",")
        return before.rstrip() + (" " + after[comma.end() :] if comma and doubled else after)
    if date[:3].lower() not in ("am ", "im "):
        return after
    inverted = next(filter(None, (pattern.match(after.strip()) for pattern in _INVERTED)), None)
    if inverted is None:
        return ""
    place = inverted.groupdict().get("place") or ""
    return f"{inverted['subject']} {inverted['verb']}{place.rstrip()}{inverted['rest']}"
