"""English signs of tense: words near a date that say that it lies behind or ahead of the day of publication."""

from __future__ import annotations

import re

from timeline.timex.rule import Tense

_IRREGULAR_PASTS = (
    "said|told|was|were|had|did|began|came|went|took|made|met|won|lost|fell|rose|held|left|became|gave|got|knew|thought|saw|found|ran|led|sent|"
    "spoke|wrote|brought|kept|grew|broke|built|bought|sold|struck|shot|fought|sat|stood|flew|drew|drove|hit|cut|put|paid|"
    "quit|fled|sank|swore|threw|tore|woke|wore|heard|felt|laid|lay|spent|taught|sought|caught|dealt|slid|shut"
)
_AUXILIARIES = r"(?:will|shall|would|could|should|must|can|may|might|won['\u2019]t|(?<=\w)['\u2019]ll|going\s+to|to)"
_VERB_AFTER = (
    r"(?:\s+(?:not|also|be|have|been|then|now|only|[a-z]{1,20}ly)){0,3}"
    r"\s+(?!the\b|an?\b|his\b|her\b|its\b|their\b|said\b|told\b)[a-z]{2,20}"
)
_OTHERS_AHEAD = (
    r"(?:(?:is|are|be)\s+)?(?:scheduled|due|expected|slated|set)(?:\s+(?:for|to(?:\s+be)?(?:\s+[a-z]{2,20})?))?|expects?|plans?|planned|planning|intends?|hopes?|hoped|"
    r"upcoming|forthcoming|deadline|begins|starts|opens|ends|takes\s+effect|expires?|(?:is|are)\s+[a-z]{1,20}ing"
)
TENSE = Tense(
    future=re.compile(rf"\b{_AUXILIARIES}{_VERB_AFTER}\b|\b(?:{_OTHERS_AHEAD})\b", re.IGNORECASE),
    past=re.compile(rf"\b(?:{_IRREGULAR_PASTS}|[a-z]{{2,20}}ed|since|ago|earlier)\b", re.IGNORECASE),
    clause_break=re.compile(r"[.!?;]\s|\n\s{0,20}\n|[\"\u201c\u201d]"),
    future_just_before=re.compile(
        r"\b(?:until|till|by|through|as\s+early\s+as|as\s+soon\s+as|no\s+later\s+than|effective|payable|extended\s+to|due|before)\s+(?:on\s+)?(?:the\s+)?$",
        re.IGNORECASE,
    ),
    past_just_after=re.compile(r"['\u2019]s\b"),
    past_just_before=re.compile(r"\b(?:since|aftermath\s+of(?:\s+the)?)\s+$", re.IGNORECASE),
)
