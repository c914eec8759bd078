"""English signs of tense: words near a date that say that it lies behind or ahead of the day of publication."""

from __future__ import annotations

import re

from timeline.timex.rule import Tense

_IRREGULAR_PASTS = (
    "said|told|was|were|had|did|began|came|went|took|made|met|won|lost|fell|rose|held|left|became|gave|got|knew|thought|saw|found|ran|led|sent|"
    "spoke|wrote|brought|kept|grew|broke|built|bought|sold|struck|shot|fought|sat|stood|flew|drew|drove|hit|cut|put|paid|"
    "quit|fled|sank|swore|threw|tore|woke|wore|heard|felt|laid|lay|spent|taught|sought|caught|dealt|slid|shut"
)
_AHEAD = (
    r"will|shall|would|could|should|must|can|may|might|going\s+to|scheduled|due|expected|expects?|plans?|planned|planning|intends?|hopes?|hoped|"
    r"set\s+(?:for|to)|upcoming|forthcoming|deadline|begins|starts|opens|ends|takes\s+effect|expires?|slated|(?:is|are)\s+\w{1,20}ing|"
    r"to\s+(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]{2,20}"
)
TENSE = Tense(
    future=re.compile(rf"\b(?:{_AHEAD})\b|\bwon['\u2019]t\b|['\u2019]ll\b", re.IGNORECASE),
    past=re.compile(rf"\b(?:{_IRREGULAR_PASTS}|[a-z]{{2,20}}ed|since|ago|earlier)\b", re.IGNORECASE),
    clause_break=re.compile(r"[.!?;]\s|\n\s{0,20}\n|[\"\u201c\u201d]"),
)
