"""What keeps the other rules, for relative times, clocks, periods and references, from reading what is no time.

Each guard is called with the text and the start and end of a match, looks at a few words around it, and says whether it is a time.
"""

from __future__ import annotations

import re

from timeline.timex.english.near import after, before


def not_a_title(text: str, start: int, end: int) -> bool:
    """Not part of a name: USA Today, The Daily News, The Mondays."""
    first = text[start]
    if first.isupper() and re.search(r"\b[Tt]he\s+$", before(text, start)):
        return False
    inside = re.search(r"[A-Z][\w.]*\s+$", before(text, start)) and not re.search(r"(?:^|[.!?]\s+)[A-Z]\w*\s+$", before(text, start))
    if first.isupper() and text[start:end].lower().split()[-1] in (
        "today",
        "tonight",
        "daily",
        "weekly",
        "monthly",
        "quarterly",
        "noon",
        "midnight",
        "yearly",
    ):
        return not (re.search(r"[\w'\u2019]\s+$", before(text, start)) or re.match(r"\s+[A-Z]", after(text, end)))
    return not (inside and first.isupper())


def not_in_capitals(text: str, start: int, end: int) -> bool:
    """Not the film "The Day After Tomorrow"."""
    return text[start + 1 : end].islower()


def not_before_a_noun(text: str, start: int, end: int) -> bool:
    """Not "this night shift"."""
    return not re.match(r"\s+(?:shift|news|show|paper|edition|star|club|gown|sky|school|train|life|vision)s?\b", after(text, end))


def overnight_is_a_night(text: str, start: int, end: int) -> bool:
    """ "overnight" alone counts only where no noun follows it."""
    return not text[start:end].lower().startswith("overnight") or bool(
        re.match(r"\s*(?:[.,;\"]|$|\s(?:in|at|on|from|to|by|and)\b)", after(text, end))
    )


_PART_OF_A_NAME = re.compile(
    r"\s+(?:care|out|laborer|job|trip|trader|traders|trading|center|centre|to\s+day|by\s+day|of\s+(?:reckoning|judgment)|and\s+age|final|finals|point|mile|pounder|hand)\b"
)


def unit_is_time(text: str, start: int, end: int) -> bool:
    """The unit stands for itself: not "this day and age", "next day delivery", "last quarter final", nor the ordinal second."""
    ahead = after(text, end)
    words = text[start:end]
    last = re.split(r"[\s-]", words)[-1]
    if last[0].isupper() and words[0].islower():
        return False
    if last.lower().startswith("second") and not re.match(r"\s*(?:[.,;]|$)", ahead):
        return False
    return not _PART_OF_A_NAME.match(ahead) and not re.match(r"[-\u2010\u2011][a-z]", ahead)


def the_unit_is_time(text: str, start: int, end: int) -> bool:
    """ "The year" as this one, only where nothing after it says which."""
    ahead, words = after(text, end), text[start:end].lower()
    if words in ("the year", "the month", "the week") and re.match(r"['\u2019]s\s", ahead):
        return True
    if words.endswith("weekend"):
        return not re.match(r"\s+of\b|-", ahead)
    if words.endswith("quarter") and re.match(r"\s+(?:ended|ending)\b", ahead):
        return True
    if re.match(
        r"['\u2019]s\s|\s+(?:of|that|when|in\s+which|after|before|earlier|later|ago|since|old|ended|ending|[0-9]{4}\b|(?:to|through)\s+[A-Z0-9])|-",
        ahead,
    ):
        return words.startswith(("the end of", "the beginning of", "the start of", "year")) and not re.match(
            r"\s+(?:of|that|when|[0-9]{4}\b)", ahead
        )
    if re.match(
        r"the\s+(?:current|fiscal|full|entire|whole|calendar)|early|late|mid|the\s+(?:end|beginning|start|middle)|year|later|earlier", words
    ):
        return True
    unit = words.split()[-1]
    if unit == "quarter":
        return not re.match(r"\s+(?:[a-z]*back|final|mile)", ahead)
    if unit in ("week", "weekend"):
        return not re.match(r"\s+[a-z]+(?:s|er|ing)\b", ahead) or unit == "weekend"
    return (
        unit == "year"
        and bool(re.search(r"\b(?:for|in|during|of)\s+$", before(text, start), re.I))
        and bool(re.match(r"\s*(?:[,.;]|$)", ahead))
    )


def before_is_last(text: str, start: int, end: int) -> bool:
    """ "Two weeks before." is counted from an earlier mention; "two weeks before the vote" is not ours to resolve."""
    last = re.split(r"\s", text[start:end])[-1]
    if last.istitle():
        return False  # 28 Days Later
    if last in ("after", "before", "on", "prior"):
        return bool(re.match(r"\s*(?:[.,;:!?)\"\u201d]|$)", after(text, end)))
    return True


_VAGUE_COUNT = re.compile(
    r"(?:a\s+few|few|several|many|some(?!\s+[0-9])|a\s+number\s+of|dozens\s+of|hundreds\s+of|thousands\s+of)\s", re.IGNORECASE
)


def counted_from_a_mention(text: str, start: int, end: int) -> bool:
    """ "Three days later" is a day; "a few days later" is only a length."""
    return before_is_last(text, start, end) and not _VAGUE_COUNT.match(text, start)


def clock12(text: str, start: int, end: int) -> bool:
    """Not "I am 10 am" or a radio station."""
    return not re.match(r"\s+(?:radio|FM|AM)", after(text, end))


def clock24(text: str, start: int, end: int) -> bool:
    """Not a score, a verse or a ratio: a clock with a colon needs "at", "by", "until" or a zone."""
    if text[start:end].endswith(("GMT", "UTC")) and ":" not in text[start:end] and text[start - 1 : start] == "(":
        return False  # the same hour, said again for readers elsewhere
    return bool(
        re.search(r"[A-Za-z]$", text[start:end])
        or (
            re.search(r"\b(?:at|by|until|till|from|around|about|before|after|since|between|and|to)\s+$", before(text, start), re.I)
            and not re.search(r"\b(?:won|lost|ratio|Genesis|Matthew|Mark|Luke|John)\b", before(text, start))
        )
    )


def light_is_time(text: str, start: int, end: int) -> bool:
    """ "At dawn", not a new dawn or a sunset clause."""
    return bool(re.search(r"\b(?:at|by|before|after|until|since|around)\s+$", before(text, start), re.I)) and not re.match(
        r"\s+of\b|\s+[A-Z]", after(text, end)
    )


def part_of_day(text: str, start: int, end: int) -> bool:
    """ "In the morning", "by mid-afternoon", not "the night shift"."""
    words = text[start:end].lower()
    if words.startswith(("the ", "early ", "late ")) and " in " not in words:
        return bool(
            re.search(
                r"\b(?:in|during|by|until|through|for|later\s+in|early\s+in|late\s+in|of)\s+$|\b(?:on|during)\s+$",
                before(text, start),
                re.I,
            )
        ) and bool(re.match(r"\s*(?:[,.;!?]|$|\s(?:and|he|she|it|they|we|of|when|to)\b)", after(text, end)))
    return True


_SO_MANY = re.compile(r"\b(?:as|how|so|too)\s+many$", re.IGNORECASE)


def duration_is_time(text: str, start: int, end: int) -> bool:
    """Not an age, not the ordinal second, not "a minute detail"."""
    ahead, behind, words = after(text, end), before(text, start), text[start:end]
    if re.match(r"[-\s]+olds?\b|[-\u2010\u2011][a-z]", ahead) or re.search(r"\baged?\s+$", behind, re.I) or words.lower().endswith("old"):
        return False
    if _SO_MANY.search(behind + words.split()[0]):
        return False
    if words.lower() == "one day" and one_day_is_ahead(text, start, end):
        return False
    if re.match(r"last\s", words) and re.search(r"\b(?:to|will|would|could|should|may|might|can|cannot|not|must|n['\u2019]t)\s+$", behind):
        return False  # expected to last two weeks
    last = re.split(r"[\s-]", words)[-1]
    if (last[0].isupper() and not last.isupper() and not words[0].isupper()) or re.match(r"['\u2019]?s?['\u2019]?\s+Wars?\b", ahead):
        return False  # 28 Days, the Seven Years' War
    if re.match(r"\s+of\s+(?:remembrance|mourning|action|rest|infamy|prayer|protest|rage|atonement|thanksgiving)\b", ahead):
        return False
    if (
        last.lower() in ("second", "minute")
        and not re.search(r"[0-9]|-", words)
        and not re.match(r"\s*(?:[.,;:!?'\"\u2019\u201d)]|$|(?:of|to|in|at)\b)", ahead)
    ):
        return False
    if (
        last.lower() == "quarter"
        or (last.lower() == "quarters" and re.search(r"\b(?:three|two|3)[\s-]", words) and re.match(r"\s+of\b", ahead))
        or re.search(r"[$£€#]\s?$", behind)
    ):
        return False
    return not (last.lower() in ("day", "night") and re.match(r"one\s", words.lower()) and _PART_OF_A_NAME.match(ahead))


_WHAT_GOES_ON = re.compile(
    r"\s+(?:[a-z-]{2,20}\s+){0,2}?(?:war|conflict|fighting|uprising|revolt|rebellion|insurgency|revolution|truce|cease-?fire|peace|siege|blockade|"
    r"embargo|sanctions|ban|boycott|strike|lockout|dispute|feud|row|standoff|stalemate|crisis|campaign|drive|effort|occupation|offensive|operation|"
    r"mission|talks|negotiations|investigation|inquiry|probe|trial|case|lawsuit|program(?:me)?|project|policy|law|rule|treaty|agreement|accord|deal|"
    r"pact|partnership|alliance|merger|coalition|government|administration|regime|reign|presidency|marriage|relationship|tradition|practice|slump|"
    r"recession|recovery|boom|drought|rally)\b"
)


def age_of_what_goes_on(text: str, start: int, end: int) -> bool:
    """ "The two-year-old war" says how long it has lasted; "the 19-year-old man" says how old he is."""
    return bool(_WHAT_GOES_ON.match(text, end, end + 64))


def ended_after(text: str, start: int, end: int) -> bool:
    """ "The year" as a length: "the year ended March 31"."""
    return not text[start:end].endswith("quarter") and bool(
        re.match(r"\s+(?:(?:ended|ending)\b|(?:to|through)\s+[A-Z0-9])", after(text, end))
    )


_SO_MUCH_LATER = re.compile(r"\s+(?:before|after|later|earlier|ahead\s+of|into)\b")
_WHICH_UNITS = re.compile(
    r"(?:[0-9-]|\b(?:the|those|these|first|last|next|previous|business|working|trading|school|of|more|other|hundred|thousand|million|billion))\s*$",
    re.IGNORECASE,
)
_BESIDE_AN_EVENT = re.compile(r"\s+(?:before|after|since|leading|following|preceding|that\s+followed|to\s+come)\b")


def bare_units(text: str, start: int, end: int) -> bool:
    """ "It took months", "in recent years"; not "the days of", nor units counted by a word that we do not know."""
    words = text[start:end].lower()
    ahead, behind = after(text, end), before(text, start)
    if "second" in words or "quarter" in words or text[end - 1].isupper() or re.search(r"\s[A-Z]", text[start:end]):
        return "recent" in words or "coming" in words
    if words.endswith("long") or words.startswith(("recent", "coming")):
        return True
    if re.match(r"\s+(?:old|of\s+age)\b", ahead):
        return False
    if words.startswith(("the early", "the coming", "the first", "the following", "the ensuing", "the subsequent", "the intervening")):
        return True
    if words.startswith("the "):
        return bool(re.search(r"\b(?:over|through|down)\s+$", behind)) or bool(
            re.search(r"\b(?:in|over|during|for|from|within)\s+$", behind, re.I) and _BESIDE_AN_EVENT.match(ahead)
        )
    if _SO_MUCH_LATER.match(ahead):
        return not _WHICH_UNITS.search(behind)
    if _SO_MANY.search(behind.rstrip()):
        return False
    return (
        bool(
            re.search(
                r"\b(?:for|took|take|takes|in|within|after|over|lasted|spent|spend|through|last|of|many|or|and|than|with)\s+$", behind, re.I
            )
        )
        and text[start].islower()
    )


def weekends(text: str, start: int, end: int) -> bool:
    """ "On weekends", not "two weekends"."""
    return " " in text[start:end] or bool(re.search(r"\b(?:on|at|during|and|or|most|except)\s+$", before(text, start)))


def rate(text: str, start: int, end: int) -> bool:
    """ "$3 million a year", "five times a week"."""
    return bool(
        re.search(
            r"(?:[0-9%]|\b(?:million|billion|trillion|thousand|hundred|percent|times|once|twice|dollars|pounds|euros|cents|tons|barrels|people|visitors|shares|copies|hours|days|units|cars))\s+$",
            before(text, start),
        )
    ) and not re.match(r"\s+(?:ago|earlier|later|before|after|and\s+a\s+half|old)\b", after(text, end))


def present_is_time(text: str, start: int, end: int) -> bool:
    """ "Now" in time, not as a filler; "current" of the day, not of the river or the wire."""
    words, ahead = text[start:end], after(text, end)
    if words.lower() == "now":
        return (
            words.islower() and not re.match(r"\s+that\b", ahead) and not re.search(r"\b(?:just|every)\s+$", before(text, start))
        ) or bool(words == "Now" and re.match(r"\s+[a-z]", ahead) and not re.match(r"\s+(?:listen|look|then)", ahead))
    if words.lower() == "current":
        return not re.match(r"\s*(?:[.,;]|of\b|s\b|-)|\s+of\b", ahead) and not re.search(
            r"\b(?:alternating|direct|electric|ocean)\s+$", before(text, start)
        )
    return words.lower() not in ("this time", "this moment") or bool(re.match(r"\s*[.,;]", ahead))


def past_is_time(text: str, start: int, end: int) -> bool:
    """ "In the past", not "the past president" or "walked past"."""
    words, ahead = text[start:end].lower(), after(text, end)
    if words == "the past":
        return bool(re.match(r"\s*(?:[.,;:!?)\"\u201d]|$|\s(?:and|as|by|to|he|she|it|they|we|with|is|was|have|has)\b)", ahead))
    if words == "past years":
        return bool(re.search(r"\b(?:in|from|of|over|for|than)\s+$", before(text, start)))
    return not re.match(r"\s+(?:past|years|days|weeks|months|quarters|decades)\b", ahead) if words == "recent" else True


def one_day_is_ahead(text: str, start: int, end: int) -> bool:
    """ "She will one day be queen", "one day she will", not "one day it rained"."""
    ahead, behind = after(text, end), before(text, start)
    modal = r"(?:will|would|could|should|might|may|can|must|to|hopes?|hoped|dreams?|dreamed)"
    return bool(re.search(rf"\b{modal}\s+$", behind) or re.match(rf",?\s+(?:[\w-]{{1,20}}\s+){{0,2}}{modal}\b", ahead))


def future_is_time(text: str, start: int, end: int) -> bool:
    """ "In the future", "soon"; not "as soon as", "futures"."""
    words, behind = text[start:end].lower(), before(text, start)
    if words == "soon":
        return not re.search(r"\b(?:as|no|too|how|so)\s+$", behind, re.I) and not re.match(
            r"\s+(?:after|became|enough)\b", after(text, end)
        )
    if words == "the future" or words == "future":
        return not text[start:end].istitle() or words != "future"
    return True
