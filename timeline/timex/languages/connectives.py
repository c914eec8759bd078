"""How a language joins times, from the words of its table: ranges, lists, a clock and its day, prepositions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from timeline.timex.languages.table import Table
from timeline.timex.rule import Connectives, Script, WordClass

_DASH = r"[-\u2010-\u2015\u2212~\u301c\uff5e]"
_YEAR = "(?:1[6-9]|20)[0-9]{2}"
_DAY = r"(?P<number>3[01]|[12][0-9]|0?[1-9])(?!\d)"


def build(table: Table, script: Script, classes: Mapping[str, WordClass]) -> Connectives:
    """The connectives of a language; where it has no table, dashes alone."""
    gap = r"\s" if script.edge else r"\s?"
    edge = r"\b" if script.edge else ""
    of, on, at = (_words(table, name, gap) for name in ("of", "on", "at"))
    to, and_, or_, from_, between = (_words(table, name, gap) for name in ("to", "and", "or", "from", "between"))
    articles = rf"(?:{_words(table, 'the', gap)}{gap}?)?"
    endings = "|".join(re.escape(end) for end in sorted(table.words("ordinals", "endings") or ["."] * table.derives, key=len, reverse=True))
    ordinal = rf"(?:{endings})?" if endings else ""
    marks = [re.escape(mark) for mark in table.words("small", "day after")]
    ordinal += rf"(?:\s?(?:{'|'.join(marks)}))?" if marks else ""
    small = r"|\s[^\W\d_]{1,3}\s" if table.derives else ""  # "do", "og": it need not be known which
    hour = "|".join(classes[name].pattern for name in ("HOUR", "HOURWORD") if name in classes)
    clock_marks = "|".join(re.escape(mark) for mark in (*table.words("small", "hour after"), *table.words("small", "o'clock"))) or "(?!)"
    count = classes["COUNT"].pattern
    bounds = "|".join(f"(?P<{name}>{_words(table, name, gap)})" for name in ("since", "until", "before", "by", "after"))
    after = "|".join(f"(?P<{name}>{_words(table, f'{name} after', gap)})" for name in ("since", "until", "before", "after"))
    return Connectives(
        clock_then_date=_pattern(rf"(?:[,(]?{gap}?(?:(?:{on}|{of}){gap}?)?(?:{articles}))"),
        date_then_clock=_pattern(rf"(?:{gap}?(?:(?:{at}|{on}|{of}){gap}?)?(?:{articles}))"),
        to=_pattern(rf"\s?{_DASH}\s?|{gap}?(?:{to}){gap}?{articles}"),
        between_and=_pattern(rf"{gap}?(?:{and_}){gap}?{articles}"),
        from_=_pattern(rf"{edge}(?:{from_}){gap}?{articles}$"),
        between=_pattern(rf"{edge}(?:{between}){gap}?{articles}$"),
        more_days=_pattern(
            rf"(?:(?P<dash>\s?{_DASH}\s?)|(?P<joint>(?!))){_DAY}(?![\w%]|[.,:/]\d)(?:,?\s(?P<year>{_YEAR})(?![\w%]|[.,:/]\d))?"
        ),
        more_years=_pattern(r"(?P<joint>[-\u2010-\u2013/])(?P<number>[0-9]{4}|[0-9]{2})(?![\w%]|[-.,:/][0-9])"),
        fewer_days=_pattern(
            rf"(?:^|[\s('\u2019]|(?<=[\u2e80-\uffff])){_DAY}{ordinal}"
            rf"(?P<joint>\s?{_DASH}\s?|{gap}?(?:{to}|{and_}|{or_}){gap}?{articles}|,\s{articles}{small})$"
        ),
        range_joint=_pattern(rf"\s?{_DASH}\s?|{gap}?(?:{to}){gap}?{articles}|/"),
        list_joint=_pattern(rf"{gap}?(?:{and_}|{or_}){gap}?{articles}|,\s"),
        preposition=_pattern(rf"{edge}(?:{bounds}|(?:{on})){gap}?{articles}$"),
        postposition=_pattern(rf"{gap}(?:{after}){script.edge}" if script.edge else f"{gap}(?:{after})"),
        determiner=_pattern(r"(?!)"),
        noun=_pattern(r"(?!)"),
        fewer_hours=_pattern(
            rf"(?<![\w.,:/-])(?P<number>{hour})(?:[:.h](?P<minute>[0-5][0-9]))?(?!\d)(?:{gap}?(?:{clock_marks}))?"
            rf"(?P<joint>\s?{_DASH}\s?|/|{gap}?(?:{to}|{and_}|{or_}){gap}?(?:{at}{gap}?)?{articles})$"
        ),
        fewer_counts=_pattern(rf"(?<![\w.,:/-])(?P<number>{count})(?P<joint>\s?{_DASH}\s?|{gap}(?:{to}|{and_}|{or_}){gap})$"),
        article=_pattern(articles),
        numbers={"HOUR": _hour(classes), "COUNT": classes["COUNT"].read},
    )


def _hour(classes: Mapping[str, WordClass]) -> Callable[[str], object]:
    """Read an hour in digits or words."""
    return lambda text: (classes["HOUR"] if text[0].isdecimal() or "HOURWORD" not in classes else classes["HOURWORD"]).read(text)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _words(table: Table, name: str, gap: str) -> str:
    """The words of a joint as a regular expression, one that never matches where there are none."""
    section = "small" if name in ("of", "the") else "joints"
    found = sorted(table.words(section, name), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", gap).replace("'", "['\u2019]") for word in found) + ")" if found else "(?!)"
