"""How English joins times: ranges, lists, a clock and its day, prepositions."""

from __future__ import annotations

import re

from timeline.timex.rule import Connectives

_DASH = r"[-\u2010-\u2014]"
_AFTER_NUMBER = (
    r"(?=\s{0,3}(?:[,.;:!?)\]\"\u201d\u2010-\u2014-]|$)"
    r"|\s(?:and|or|to|through|in|at|on|when|for|by|with|as|of|but|that|this)\b)(?![.,:/]\d|%)"
)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


CONNECTIVES = Connectives(
    clock_then_date=_pattern(r"(?:,?\s(?:on\s)?|\sof\s|,?\son\sthe\s)"),
    date_then_clock=_pattern(r"(?:,?\s(?:at\s)?|,?\sin\s)"),
    to=_pattern(rf"\s?{_DASH}\s?|\s(?:to|until|till|through|thru)\s(?:the\s)?"),
    between_and=_pattern(r"\sand\s(?:the\s)?"),
    from_=_pattern(r"\bfrom\s(?:the\s)?$"),
    between=_pattern(r"\bbetween\s(?:the\s)?$"),
    more_days=_pattern(
        rf"(?:(?P<dash>\s?{_DASH}\s?)|(?P<joint>\s(?:to|through|until|and|or)\s(?:the\s)?|,\s(?:and\s|or\s)?))"
        rf"(?P<number>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)(?(joint){_AFTER_NUMBER})"
        r"(?:,?\s(?P<year>(?:1[6-9]|20)[0-9]{2})(?![\w%]|[.,:/]\d))?"
    ),
    more_years=_pattern(r"(?P<joint>[-\u2010-\u2013/])(?P<number>[0-9]{2,4})(?![\w%]|[-.,:/][0-9])"),
    fewer_days=_pattern(
        rf"(?:^|[\s(])(?P<number>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?P<joint>\s?{_DASH}\s?|\s(?:to|through|until|and|or)\s(?:the\s)?)$"
    ),
    fewer_hours=_pattern(
        rf"(?<![\w.,:/$-])(?P<number>1[0-2]|[1-9])(?::(?P<minute>[0-5][0-9]))?(?!\d)(?P<joint>\s?{_DASH}\s?|\s(?:to|until|till|and)\s)$"
    ),
    numbers={"HOUR": int},
    range_joint=_pattern(rf"\s?{_DASH}\s?|.*\b(?:to|through|until)\b|/"),
    list_joint=_pattern(r",?\s(?:and|or)\s(?:the\s)?|,\s"),
    preposition=_pattern(
        r"(?:\b(?P<since>since)|\b(?P<until>until|till|up\s+until)|\b(?P<before>(?<!day\s)(?<!week\s)(?<!month\s)(?<!year\s)before|prior\s+to|ahead\s+of)"
        r"|\b(?P<by>by|no\s+later\s+than)|\b(?P<after>(?<!day\s)after)|\b(?:on|in|at|from|during|as\s+of|as\s+early\s+as|as\s+late\s+as|for|throughout)"
        r"|\b(?P<about>around|about|circa|ca\.|c\.))\s+(?:the\s+)?$"
    ),
    determiner=_pattern(r"\b(?:a|an|the|its|his|her|their|this|that)\s$"),
    noun=re.compile(
        r"\s[a-z]{3,}(?:-[a-z]+)?\b(?<!\sand)(?<!\swas)(?<!\swere)(?<!\sthe)(?<!\sfor)(?<!\sthat)(?<!\sfrom)(?<!\swith)(?<!\shas)(?<!\shad)"
    ),
)
