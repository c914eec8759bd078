"""English signs of tense: words near a date that say that it lies behind or ahead of the day of publication."""

from __future__ import annotations

import re

from timeline.timex.alternatives import by_first_letter, split
from timeline.timex.rule import Tense

_IRREGULAR_PASTS = (
    "said|told|was|were|had|did|began|came|went|took|made|met|won|lost|fell|rose|held|left|became|gave|got|knew|thought|saw|found|ran|led|sent|"
    "spoke|wrote|brought|kept|grew|broke|built|bought|sold|struck|shot|fought|sat|stood|flew|drew|drove|hit|cut|put|paid|"
    "quit|fled|sank|swore|threw|tore|woke|wore|heard|felt|laid|lay|spent|taught|sought|caught|dealt|slid|shut|swept|chose|froze|hung|shook|"
    "beat|blew|clung|crept|drank|dug|fed|forgot|hid|leapt|lent|lit|outdid|overcame|overthrew|overtook|rang|rode|sang|shrank|slept|split|sprang|"
    "stuck|swam|swung|thrust|underwent|undertook|upheld|wept|withdrew|withheld|bled|bore|"
    "stole|sued|gone|begun|taken|given|seen|known|spoken|written|driven|flown|set\\s+(?:off|out|aside|up)"
)
_NO_PARTICIPLES = (  # words that end like one, and a thing that is planned
    "(?!hundred|indeed|need|seed|feed|speed|breed|greed|weed|deed|bed|red|shed|wed|fed|proceed|succeed|exceed|embed|sacred|naked|wicked|kindred"
    "|unnamed|unspecified|undisclosed|unidentified|unprecedented"
    "|planned\\s+(?:an?|the)\\b)"
)
_PAST_THEN_TO = (
    "failed|refused|managed|began|started|continued|declined|used|tried|attempted|forced|allowed|appeared|seemed|helped|able|unable|went|came|"
    "had|proceeded"
)
_ATTRIBUTE = "".join(
    rf"(?<!\b{word}\s)" for word in ("[Aa]", "[Aa]n", "[Tt]he", "[Ii]ts", "[Hh]is", "[Hh]er", "[Tt]heir", "[Oo]ur")
)  # the proposed merger
_ABBREVIATIONS = (
    "[A-Z]|Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Sgt|Capt|Adm|Sen|Rep|Gov|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|"
    "Nov|Dec"
)
_FULL_STOP = r"\." + "".join(rf"(?<!\b{word}\.)" for word in _ABBREVIATIONS.split("|")) + r"\s"
_ADVERBS = r"(?:\s+(?:not|also|then|now|only|still|soon|even|just|never|[a-z]{1,20}ly)){0,3}"
_VERB = (
    rf"{_ADVERBS}\s+(?:(?:have\s+)?be(?:en)?{_ADVERBS}\s+[a-z]{{2,20}}"
    rf"|(?!(?:the|an?|his|her|its|their|our|my|said|told|be)\b)[a-z]{{2,20}})"
)
_MODALS = r"(?:will|shall|would|could|should|must|can|may|might|won['\u2019]t|(?<=\w)['\u2019]ll)"
_PLACES_AND_PERSONS = (
    "court|jail|prison|school|church|hospital|town|power|office|war|peace|parliament|congress|death|life|trial|bed|sleep|people|police|safety|"
    "date|me|him|us|them|it|this|that|what|which|whom|such|some|all|any|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|more|less|about|around|nearly|home"
)
_INFINITIVE = (
    rf"(?:(?=to)(?<!according\s)(?<!related\s)(?<!due\s)(?<!addition\s)(?<!thanks\s)to)(?!\s+(?:{_PLACES_AND_PERSONS})\b)"
    rf"(?!\s+[a-z]{{1,20}}[^s\s]s\b){_VERB}"
)
_ARRANGED = (
    r"(?:(?:is|are|be)\s+)?(?:scheduled|due|expected|slated|planned|set\s+(?=for|to))(?:\s+(?:for|to(?:\s+be)?(?:\s+[a-z]{2,20})?))?"
    r"|expects?|plans\s+(?:to|for|on)|planning|intends?|hopes?\s+(?:to|for|that)|hoping|upcoming|forthcoming|takes\s+(?:effect|office|over|place)"
    r"|goes\s+(?:into|on|to)|comes\s+into|becomes|steps\s+down|kicks\s+off|expires?|(?:is|are)\s+[a-z]{1,20}ing"
)
_SCHEDULED = (  # the present tense of what is arranged: it opens on Sunday
    "begins|starts|opens|reopens|ends|closes|meets|leaves|arrives|departs|convenes|reconvenes|resumes|returns|premieres|airs|debuts|retires|"
    "hosts|gathers|launches|visits|travels|concludes|finishes|votes|turns|flies|plays|faces|heads\\s+to"
)
_APPOINTED = (  # set a hearing for 4 May
    r"(?:set|sets|setting|schedules?|scheduled|scheduling|fix|fixed|fixing|called|calling|planned|planning)\s+(?:an?|the|its|his|her|their|new)"
    r"(?:\s+(?!for\b)[a-z-]{1,20}){1,7}\s+for(?!\s+(?:an?|the|his|her|its|their)\b)"
)
_ABOUT_TO = (  # the plural, where the date follows: the talks resume on Sunday
    r"(?<!\bto\s)(?<!\bnot\s)(?<!\b[Tt]he\s)(?<!\b[Aa]\s)(?<!\bof\s)(?<!\b[Tt]his\s)(?<!\bfor\s)(?<!['\u2019]s\s)"
    r"(?:resume|begin|open|reopen|vote|meet|leave|arrive|depart|return|convene|reconvene|(?:go|head)\s+to\s+the\s+polls)"
    r"(?:\s+[a-z]{1,20}ly)?(?:\s+on|\s+at)?\s*$"
)
_PASTS = "|".join(
    [
        *(rf"{verb}\s+to\s+[a-z]{{2,20}}" for verb in split(_PAST_THEN_TO)),
        _IRREGULAR_PASTS,
        r"since|ago|earlier|previously|could(?:\s+not|n['\u2019]t)(?:\s+be)?\s+[a-z]{2,20}",
    ]
)
TENSE = Tense(
    future=re.compile(
        rf"\b(?=['\u2019a-z])(?:(?:{_MODALS}{_VERB}|{_INFINITIVE}|{_APPOINTED}|{by_first_letter(_ARRANGED)}|{by_first_letter(_SCHEDULED)})\b|{_ABOUT_TO})"
    ),
    past=re.compile(rf"\b(?=[a-z])(?:{by_first_letter(_PASTS)}|{_ATTRIBUTE}{_NO_PARTICIPLES}[a-z]{{2,20}}ed)\b"),
    clause_break=re.compile(rf"[!?;]\s|{_FULL_STOP}|\n\s{{0,20}}\n|[\"\u201c\u201d]|``|''"),
    future_just_before=re.compile(
        r"\b(?:until|till|by|through|as\s+early\s+as|as\s+soon\s+as|no\s+later\s+than|effective|payable|due|(?P<of_clock>before)"
        r"|(?:extended|moved|postponed|delayed|pushed|rescheduled|brought\s+forward|put\s+off|set|scheduled|planned)(?:\s+back)?\s+(?:to|for))\s+(?:on\s+)?(?:the\s+)?$",
        re.IGNORECASE,
    ),
    flashback=re.compile(r"\b(?:had|who|which|whose)\b"),
    plan=re.compile(r"\b(?:set|scheduled|planned|fixed|slated)\s+for\s+(?:the\s+)?$"),
    past_just_after=re.compile(r"['\u2019]s\b"),
    past_just_before=re.compile(r"\b(?:since|aftermath\s+of(?:\s+the)?)\s+$", re.IGNORECASE),
)
