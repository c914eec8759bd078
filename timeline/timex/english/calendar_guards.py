"""What keeps the rules for places in the calendar from reading a name, a count or a verb as a date.

Each guard is called with the text and the start and end of a match, looks at a few words around it, and says whether it is a date.
"""

from __future__ import annotations

import re

from timeline.timex.english.near import after, before, word_before

_PREPOSITIONS = frozenset(
    "in since until till by from to of before after during through throughout between and or for on at around about circa "
    "late early mid than year versus vs".split()
)
_DETERMINERS = frozenset("a an the its his her their our that this each every".split())
_COUNTED = re.compile(
    r"[\s-]+(?:(?:u\.?s\.?|american|british|french|russian|chinese|other|more|new|people|local|foreign|armed|young|old|dead|square|cubic|nautical|metric|full-time|extra|additional)\s+)*"
    r"(?:people|persons?|men|women|children|boys|girls|troops|soldiers|police|officers|workers|employees|jobs|homes|houses|families|households|"
    r"dollars?|euros?|pounds?|yen|pesos|francs|marks|cents?|shares|points?|votes|seats|miles?|kilomet(?:er|re)s?|kms?|met(?:er|re)s?|feet|foot|ft|inches|"
    r"tons?|tonnes|kg|kilograms?|grams|lbs?|acres|hectares|barrels|gallons|lit(?:er|re)s?|degrees|volts|watts|mw|megawatts?|calories|rpm|mph|"
    r"percent|per\s+cent|pct|percentage|times|copies|cars|vehicles|units|rooms|beds|guests|members|students|teachers|patients|cases|deaths|"
    r"residents|refugees|migrants|protesters|demonstrators|prisoners|victims|survivors|visitors|passengers|delegates|athletes|participants|"
    r"customers|companies|stores|schools|villages|books|pages|words|songs|characters|items|bottles|planes|aircraft|ships|tanks|rockets|missiles|"
    r"warheads|bombs|runs|goals|wickets|yards|tickets|rounds|weapons|guns|million|billion|trillion|hundred|thousand|head|sq|gmt|hours|days|weeks|months|minutes|seconds|"
    r"investors|stockholders|shareholders|customers|locations|outlets|offices|branches|species|sites|personnel|civilians|fighters|volunteers)\b",
    re.IGNORECASE,
)
_STANDS_ALONE = re.compile(
    r"\s?(?:[\u2010-\u2014-]\s?(?:c\.\s?)?(?:[0-9]|[A-Z]|[a-z]+\b)|[:)]|\n|$)"
)  # after a year in brackets or at the head of a line
_SENTENCE = 120  # characters
_STREET = re.compile(
    r"\s+(?:[A-Z][\w.]*\s+){0,3}(?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Place|Court|Square|Highway|Parkway|Plaza)\b"
)
_NUMBERED = re.compile(
    r"(?:\b(?:No|Nos|Number|Flight|Route|Highway|Room|Boeing|Airbus|Resolution|Bill|Act|Section|Article|Chapter|Page|pp?|Model|Channel|Windows|"
    r"Suite|Box|Apt|Unit|Docket|Case|Order|Proposition|Level|Index|Average|extension|ext|Volume|Vol|Line|Class|Area|Interstate|Rule|Office|PIN|Lot|Type|ISSN|ISBN|Agenda|Vision|Fallout|Cyberpunk|"
    r"H\.?R|S|Res|Con|U\.N|R|HB|SB|ISO|DIN|Russell|Nikkei|Dow|S&P|version)\.?\s*|[#№$£€¥]\s*|(?:US|A|C|NZ|HK)\$\s*|[A-Z]{1,3}-"
    r"|(?:\(0[0-9]{1,4}\)\s|\+[0-9][0-9 ]{0,12}|(?<![0-9,.])[0-9]{3}\s)(?:[0-9]{3,4}\s)?"  # the end of a telephone number
    r"|\b(?:no|docket)\.?\s+|\b(?:page|chapter|room|flight|route|number|section|article|bill|model|channel|volume|level|highway|resolution)\s+"
    r"|\b(?:(?:votes?|scores?|total|population|number|margin|capacity)\s+of|worth|numbered|totall?ed|totall?ing)\s+)$",
)
_NAMED_AFTER = re.compile(  # a law or a car of that year: "under the 2008 Act" tells when nothing happened
    r"\s+(?:Act|Bill|Code|Rules|Regulations|Directive|Ordinance|Order|Ford|Chevrolet|Chevy|Toyota|Honda|Nissan|Volkswagen|Mercedes|BMW|Audi|Volvo|Buick|"
    r"Cadillac|Dodge|Jeep|Pontiac|Oldsmobile|Plymouth|Fiat|Renault|Peugeot|Hyundai|Subaru|Mazda|Lexus)\b"
)
_NAMED_BEFORE = re.compile(
    r"\b(?:Theresa|Mrs|Ms|Mr|Miss|Dr|Brian|James|Robert|Elaine|Philip|Peter|Lady|Lord|Sir|Prime\s+Minister|President|Gov|Sen|Rep|Gen)\.?\s+$"
)


def _counts_things(text: str, end: int) -> bool:
    return bool(_COUNTED.match(text, end, end + 80))


def year_is_a_year(text: str, start: int, end: int) -> bool:
    """Not a price, a count, a house, a flight or a bill."""
    ahead, behind = after(text, end), before(text, start)
    if re.match(r"\s+(?:[ECMP][SD]?T|GMT|UTC|BST|hours|hrs|local\s+time)\b", ahead):
        return False  # 1930 on a clock
    if _counts_things(text, end) or _STREET.match(ahead) or _NUMBERED.search(behind) or _NAMED_AFTER.match(ahead):
        return False
    if re.match(
        r"\s*(?:%|°|€|\$|-[A-Z]\b|-(?:strong|seat|mile|foot|page|acre|ton|point|pound|meter|metre|year|day|member|room|man|megawatt|horsepower|square))",
        ahead,
    ):
        return False
    if re.search(
        r"\b(?:aged?|nearly|almost|over|some|exactly|only|least|approximately|roughly|additional|another|numbered|totaled|totalled)\s+$",
        behind,
        re.I,
    ):
        return False
    digits = re.search(r"[0-9]{4}$", text[start:end])
    if digits and not digits.start():
        if re.match(r":\s+[A-Z]", ahead) and not re.search(r"(?:^|\n)\W{0,4}$", behind):
            return False  # 2001: A Space Odyssey
        year = int(digits[0])
        if year < 1700 and _STANDS_ALONE.match(ahead) and re.search(r"(?:^|[\n(\u2022])\W{0,4}$", behind):
            return True
        if year < 1700 or year > 2060:
            return word_before(text, start) in (
                "in",
                "since",
                "of",
                "from",
                "circa",
                "c.",
                "year",
                "by",
                "until",
                "between",
                "and",
                "to",
                "during",
                "after",
                "before",
                "around",
                "about",
            ) and not re.match(r"\s+[a-z]+s\b", ahead)
        if re.search(r"\b(?:more|less|fewer|greater|higher|lower)\s+than\s+$", behind, re.I):
            return False
    return True


def iso_date(text: str, start: int, end: int) -> bool:
    """A year and month alone only where the words before ask for one: "2018-08" else may be any number."""
    return end - start > 7 or word_before(text, start) in _PREPOSITIONS


def not_a_count_of_things(text: str, start: int, end: int) -> bool:
    """ "May 4 people" is no day; "March 3 percent" neither."""
    capital = text[start].isupper()
    return capital and not re.match(r"\s*(?:%|percent\b|per\s+cent|million\b|billion\b|people\b|points\b|/[0-9])", after(text, end))


def no_day_follows(text: str, start: int, end: int) -> bool:
    """ "Last October", not "this October 3, 2018"."""
    return not re.match(r"\s[0-9]{1,2},?\s[0-9]{4}\b", after(text, end))


def no_year_follows(text: str, start: int, end: int) -> bool:
    """ "Last Oct. 23", not "this Oct. 23, 2018"."""
    return not re.match(r",?\s[0-9]{4}\b", after(text, end))


def month_of_day(text: str, start: int, end: int) -> bool:
    """ "4 May" needs no verb after it: "Only 4 May enter" is not English, "Section 4 May" is no date."""
    return not _NUMBERED.search(before(text, start)) and not re.search(r"[A-Za-z]\.\s?$", before(text, start)[-2:])


_ASKS_FOR_A_DAY = re.compile(
    r"(?:\b(?:on|by|until|till|since|before|after|from|(?:night|morning|afternoon|evening|dawn|early\s+hours)\s+of)"
    r"|[0-9](?:st|nd|rd|th),?\s+(?:and|to|until|or))\s+$",
    re.IGNORECASE,
)
_NUMBERED_THINGS = re.compile(
    r"[\s-]+(?!(?:the|a|an|he|she|it|they|we|there|his|her|their|its|this|that|when|where|and|but|or|at|in|to|by|with|as|on|from"
    r"|after|before|until|for|while|of\s+(?:the|that)\s+(?:same\s+)?month|was|were|had|[a-z]+ed|[a-z]+ly)\b)[a-z]"
    r"|[\s-]+(?:[A-Z]\w+\s+)?(?:Street|St|Avenue|Ave|Road|Floor|Division|Infantry|Army|Corps|Regiment|Brigade|Battalion|Company|Cavalry|Armou?red"
    r"|Panzer|Airborne|Fleet|Air|Wing|Squadron|Marines?|Guards|Foot|Light|Lancers|Hussars|Dragoons|Fighter|Bomber|Group|Congress|Parliament|Amendment|Century"
    r"|Parallel|Ward|District|Precinct|Circuit|Earl|Duke|Baron|Lord|Olympic|Annual|Anniversary|Summit|Party|Session)\b"
)


def day_is_a_day(text: str, start: int, end: int) -> bool:
    """ "On the 14th", "the night of the 3rd", not the 29th Street or the 22nd Division."""
    return bool(_ASKS_FOR_A_DAY.search(before(text, start))) and not _NUMBERED_THINGS.match(text, end, end + 48)


def month_is_a_month(text: str, start: int, end: int) -> bool:
    """Not the verb, the name or the march."""
    words, word = text[start:end], word_before(text, start)
    if words in ("May", "March", "August") and word not in _PREPOSITIONS and word not in _DETERMINERS:
        return False
    behind, ahead = before(text, start), after(text, end)
    last = words.replace("-", " ").split()[-1]
    if not last[0].isupper():
        return False
    if len(last.rstrip(".")) <= 4 and last.rstrip(".").lower() not in ("may", "june", "july") and not last.endswith("."):
        return last.isupper() or (word in _PREPOSITIONS and not re.match(r"\s+[A-Z]", ahead))  # not "Jan Smith"
    if re.match(r"[-\u2010\u2011][A-Z]", ahead) or (
        re.match(r"['\u2019]s\s+[a-z]+\s", ahead) and last in ("May", "April", "June", "August")
    ):
        return (word in _PREPOSITIONS and word not in ("and", "or", "than", "to")) or last not in ("May", "April", "June", "August")
    if last != words or word in _PREPOSITIONS:
        return not re.match(r"\s+(?:said|told|says|Jones|Carter|Wilson|Co\b|Inc\b|Corp\b)", ahead) and not (
            last == "March"
            and re.match(
                r"\s+(?:on|for|to|of)\s+(?!(?:January|February|April|May|June|July|August|September|October|November|December)\b)[A-Z]",
                ahead,
            )
        )
    if _NAMED_BEFORE.search(behind):
        return False
    named_after = re.match(r"\s+[A-Z][a-z]+", ahead)
    if last.lower() in ("may", "march", "mar", "august"):
        noun = re.match(r"\s+[a-z]{3,}", ahead)
        return word in _DETERMINERS and bool(noun) and not re.match(r"\s+(?:said|says|told|has|is|was|on)\b", ahead)
    if last.lower() in ("april", "june") and (
        named_after or (re.search(r"(?:^|[.!?\u201d\"]\s+)$", behind) and re.match(r"\s+(?:said|is|was|has|had)", ahead))
    ):
        return False
    return not (named_after and re.search(r"[A-Z][a-z]+\s+$", behind))


def named_by_the_story(text: str, start: int, end: int) -> bool:
    """ "That winter", "the following May", not the verbs in "hope that may help", "the same fall"."""
    words, ahead = text[start:end], after(text, end)
    last = re.split(r"\s", words)[-1]
    if last.lower() in ("may", "march", "fall", "spring") and words.lower().startswith(("that", "the same")):
        return bool(re.match(r"\s*(?:[.,;:)]|$)", ahead)) and (
            last in ("May", "March") or word_before(text, start) in ("", "in", "by", "late", "early")
        )
    return not re.match(r"\s+(?:on|of)\s+[A-Z]|-[a-z]", ahead)


_DAY_NAMES_OF_EVENTS = re.compile(r"\b(?:Bloody|Black|Good|Ash|Super|Cyber|Palm|Easter|Giving|Fat|Ruby|Blue|Joe|Man|Wednesday)\s+$")


def weekday_is_a_day(text: str, start: int, end: int) -> bool:
    """Not Bloody Sunday, not a newspaper named after a day."""
    if re.search(r"\b(?:was|is|were)\s+an?\s+$", before(text, start)) and text[start].isupper():
        return False  # it was a Thursday
    return not _DAY_NAMES_OF_EVENTS.search(before(text, start)) and not re.match(
        r"\.(?:com|org|net|co)\b|\s+(?:Live|Lights|School|Times|Telegraph|Mail|Mirror|Express|Herald|Journal|Post|Night\s+(?:Live|Football|Lights))\b",
        after(text, end),
    )


def year_in_words(text: str, start: int, end: int) -> bool:
    """ "Nineteen ninety-six", not "two thousand people" or "twenty one"."""
    words = re.split(r"[-\s]+", text[start:end].lower())
    if words[0] == "the":
        return True
    if _counts_things(text, end) or (re.match(r"[\s-]+[a-z]+s?\b", after(text, end)) and words[0] in ("two", "twenty") and len(words) < 4):
        return False
    if words[0] == "twenty":
        return (len(words) == 3 and words[1] not in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")) or (
            len(words) == 2
            and words[1] in ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
        )
    return word_before(text, start) in _PREPOSITIONS or words[0] != "two"


def short_year(text: str, start: int, end: int) -> bool:
    """ "'98" after a preposition, a month or a season, and not a quotation that opens."""
    return bool(
        re.search(
            r"(?:\b(?:in|since|of|from|to|by|until|and|before|after|late|early|mid)[\s-]|the\s+class\s+of\s)$",
            before(text, start) + text[start:end].split("'")[0].split("\u2019")[0],
            re.I,
        )
    ) and not re.match(r"['\u2019]?[A-Za-z]|\s+[a-z]+['\u2019]", after(text, end))


def decade_is_time(text: str, start: int, end: int) -> bool:
    """Not someone's age or the temperature."""
    words = text[start:end].lower()
    if re.search(r"(?:1[0-9]|20)[0-9]0", words):
        return True
    if re.search(r"\b(?:temperatures?|degrees|highs|lows|heat)\b", before(text, start)):
        return False
    if re.search(r"\b(?:his|her|their|my|your|our|aged)\s+(?:(?:early|mid|late)[\s-]+)?$", before(text, start), re.I):
        return False
    if words[0] in "'\u2019" and word_before(text, start) in ("and", "or", "to", "early", "mid", "late"):
        return True
    return words.startswith("the ") and not re.match(r"\s+(?:outside|degrees|percent|Fahrenheit|Celsius)", after(text, end))


def era(text: str, start: int, end: int) -> bool:
    """The letters of an era are capitals: not "44 ad agencies"."""
    words = text[start:end].split()
    letters = re.sub(r"[^A-Za-z]", "", words[0] if text[end - 1].isdigit() else words[-1])
    return letters.isupper() and not (letters == "CE" and re.match(r"\s+[A-Z]", after(text, end)))


def season_is_time(text: str, start: int, end: int) -> bool:
    """Not the verb, the source of water or the fall of a city."""
    words = text[start:end].lower()
    if re.match(r"(?:fall|spring)\s.*\byear$", words):
        return bool(re.search(r"\b(?:in|by|since|until|during|from|for|after|before|of)\s+$", before(text, start), re.I))
    if re.search(r"[0-9]{4}$", words) or re.search(r"\byear$", words):
        return True
    if re.match(r"(?:last|this|next|past|coming)\b", words):
        return not re.match(r"\s+(?:of\s+(?!the\s+year)|Olympics|Games|school)", after(text, end))
    if re.match(
        r"\s+(?:of\s+(?!the\s+year)[A-Za-z]|in\s+[a-z]+\s|from\b|apart\b|off\b|out\b|into\b|down\b|Olympics|Games|school|rolls?)",
        after(text, end),
    ):
        return False
    season = re.split(r"[\s-]", words)[-1]
    if re.match(r"(?:last|this|next|past|coming)\b|the\s+(?:early|late|mid)|early|late|mid", words):
        return True
    if words.startswith("the "):
        return bool(
            re.search(r"\b(?:in|by|during|until|since|over|through|for|before|after|of|from)\s+$", before(text, start), re.I)
        ) and not re.match(
            r"\s+[a-z]{4,}s?\b(?<!\bwith)(?<!\bwhen)(?<!\bafter)(?<!\buntil)(?<!\btill)(?<!\bwhile)(?<!\bthey)(?<!\bthere)",
            after(text, end),
        )
    if season in ("fall", "spring"):
        return bool(re.search(r"\b(?:in|by|since|until)\s+$", before(text, start))) and bool(
            re.match(r"[\s]*(?:[,.;]|$)", after(text, end))
        )
    return bool(re.search(r"\b(?:in|by|since|until|during|this|every|before|after)\s+$", before(text, start), re.I))


def quarter_is_time(text: str, start: int, end: int) -> bool:
    """Not a quarter mile, a quarterfinal or a part of a game."""
    if re.match(r"[\s-]+(?:mile|final|finals|back|horse|century|hour|of\s+the\s+(?:game|match)|pounder)", after(text, end), re.I):
        return False
    return not re.search(
        r"\b(?:scored|touchdown|points?|goals?|game|lead|minutes|quarterback|Bears|Cowboys|Patriots)\b",
        before(text, start) + after(text, end),
    )


def another_half(text: str, start: int, end: int) -> bool:
    """A half beside one whose year is named."""
    return bool(
        re.search(r"\bhalf\s+of\s+(?:[0-9]{4}|(?:last|this|the)\s+year)\b|\bH[12]\s+[0-9]{4}\b", text[max(0, start - _SENTENCE) : start])
    )


def holiday_is_a_day(text: str, start: int, end: int) -> bool:
    """The name of the day with its capital, and not what goes with it (a Christmas tree)."""
    first = re.sub(r"^(?:last|next|this|the)\s+|(?:\sof|,)?\s[0-9]{4}$", "", text[start:end])
    if not first[0].isupper():
        return False
    if first.lower().endswith((" morning", " afternoon", " evening", " night")):
        return True
    if first != text[start:end] and not text[start:end].startswith("the "):
        return True
    return first.lower().endswith(("day", "eve")) or not re.match(
        r"\s+(?!and\b|or\b|was\b|is\b|in\b|at\b|when\b|with\b|that\b|he\b|she\b|they\b|last\b|this\b|next\b)[A-Za-z]+|['\u2019]s",
        after(text, end),
    )


def names_the_attacks(text: str, start: int, end: int) -> bool:
    """ "The Sept. 11 attacks" are those of 2001; an attack on a September 11 may be any."""
    return bool(
        re.match(
            r"\s+(?:terror(?:ist)?\s+)?(?:attacks|hijack(?:ings|ers)|commission|memorial|museum|victims)\b", after(text, end), re.IGNORECASE
        )
    )


def nine_eleven(text: str, start: int, end: int) -> bool:
    """The attacks, not a fraction or the start of a date."""
    return not re.match(r"[/0-9]|\s+again", after(text, end)) and not re.search(r"\b(?:scored|won|lost|shot)\s+$", before(text, start))
