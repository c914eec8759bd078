"""Languages other than English, each built from dateparser's locale data and a small table of its own.

In: a language's code. Out: the `Language`, made when it is first asked for. `tables/<code>.toml` holds what the data lacks, in
word lists that a speaker of the language can read and extend, with examples that the tests run. What a language without a table
needs, or one whose table says `derive = true`, is derived from the data: forms of words, the words for last and next.
"""

from __future__ import annotations

from functools import cache

from timeline.timex.languages import cldr, connectives, data, guards, learned, lexicon, rules, scripts, table, tense
from timeline.timex.rule import Guard, Language, Script

_UNSPACED = frozenset("zh ja yue th lo km my bo dz ii ko".split())


@cache
def load(code: str) -> Language | None:
    """The language of a code (de, pt-BR, zh-Hant), None where nothing is known of it."""
    known = data.read(code)
    if known is None:
        return None
    own = table.load(data.NAMES_AS.get(code.lower(), code))
    if own.derives:
        learned.add_units(known)
    script = _script(code, known)
    classes = lexicon.build(known, own, script)
    own_guards: dict[str, Guard] = {}
    if own.derives:
        own_guards["year"] = guards.lone_year
        if cldr.writes_months_small(known.code):
            own_guards["month"] = guards.lone_month
    found = rules.build(classes, own, learned.patterns(known) if own.derives else {}, own_guards)
    return Language(known.code, classes, found, tense.build(own, script), connectives.build(own, script, classes), script)


def _script(code: str, known: data.Data) -> Script:
    if code.split("-")[0] in _UNSPACED or not known.spaced:
        return scripts.unspaced()
    if scripts.has_marks(" ".join([*known.months, *known.weekdays, *known.units])):
        return scripts.marked()
    return scripts.spaced()
