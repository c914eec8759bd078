"""Languages other than English, each built from dateparser's locale data and a small table of its own.

In: a language's code. Out: the `Language`, made when it is first asked for. `tables/<code>.toml` holds what the data lacks, in
word lists that a speaker of the language can read and extend, with examples that the tests run. A language without a table is
read from the data alone.
"""

from __future__ import annotations

from functools import cache

from timeline.timex.languages import connectives, data, lexicon, rules, scripts, table, tense
from timeline.timex.rule import Language, Script

_UNSPACED = frozenset("zh ja yue th lo km my bo dz ii ko".split())


@cache
def load(code: str) -> Language | None:
    """The language of a code (de, pt-BR, zh-Hant), None where nothing is known of it."""
    known = data.read(code)
    if known is None:
        return None
    own = table.load(code)
    script = _script(code, known)
    classes = lexicon.build(known, own, script)
    return Language(
        known.code, classes, rules.build(classes, own), tense.build(own, script), connectives.build(own, script, classes), script
    )


def _script(code: str, known: data.Data) -> Script:
    if code.split("-")[0] in _UNSPACED or not known.spaced:
        return scripts.unspaced()
    if scripts.has_marks(" ".join([*known.months, *known.weekdays, *known.units])):
        return scripts.marked()
    return scripts.spaced()
