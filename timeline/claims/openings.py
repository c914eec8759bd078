"""Tell where a clause opens inside a sentence, and of which kind.

In: the tokens of a sentence, which of them are dates and verbs, and a place. Out: "relative" (a pronoun that refers to the noun before it),
"complement" (what somebody said), "subordinate", "coordinate" (with a subject of its own), "shared" (with that of the verb before),
or "" where none opens.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.claims.english import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES, SUBORDINATORS
from timeline.claims.tokens import Token

REPORTING_VERBS = frozenset(
    "said says announced reported confirmed added told stated warned acknowledged declared claimed believe believes".split()
)
# After these, only "that" opens what is said or thought.
_THINKING = frozenset(
    "concluded ruled argued insisted predicted suggested revealed estimated alleged agreed decided hoped feared showed indicated"
    " learned wrote denied promised noted admitted vowed demanded testified found recommended recommends emphasised emphasized argues"
    " insists hopes fears shows suggests warns announces confirms reports claims adds finds concludes rules alleges reveals".split()
)
_OCCASIONS = frozenset("interview statement letter speech testimony memo email message tweet post video".split())
"""In what something is said: "said in an interview that"."""
_TELLING = frozenset("told tells assured informed warned reminded".split())
_DEGREES = frozenset("soon well far long many much early late high low little few good".split())
_NAMING = frozenset(
    "described known named seen regarded used considered served hired appointed elected identified branded viewed such".split()
)
COORDINATORS = frozenset("and but".split())
_APPEARING = frozenset("appear appears appeared appearing stood testified testify testifies went brought hauled came".split())
_MAYBE_PREPOSITION = frozenset("after as before since until".split())


def distance_to_verb(tokens: Sequence[Token], verbs: list[bool]) -> list[int]:
    """For each token, in how many tokens the next finite verb follows before a comma; a large number where none does."""
    far = 10**6
    distances = [far] * (len(tokens) + 1)
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].text in ",;—–":
            distances[i] = far
        elif verbs[i]:
            distances[i] = 0
        else:
            distances[i] = distances[i + 1] + 1 if distances[i + 1] < far else far
    return distances


def opening(tokens: Sequence[Token], i: int, dated: list[bool], verb_ahead: list[int], has_verb: bool, between_dates: bool) -> str:
    """The kind of clause that the token opens, "" for none."""
    word = tokens[i].lower
    if i + 1 >= len(tokens) or not i:
        return "subordinate" if word in SUBORDINATORS and 0 < verb_ahead[min(i + 1, len(tokens))] < 40 and not any(dated[1:2]) else ""
    before, ahead = tokens[i - 1].lower, verb_ahead[i + 1]
    if word == ";" and has_verb and 0 < ahead < 14:
        return "coordinate"
    if word in COORDINATORS and has_verb:
        return _coordinated(tokens, i, ahead, between_dates, dated)
    if word in RELATIVES and word != "that":
        return "relative" if ahead < 12 else ""
    if word == "that":
        said = word_before_date(tokens, i, dated)
        told = any(token.lower in _TELLING for token in tokens[max(0, i - 6) : i])
        told |= before in _OCCASIONS and any(token.lower in REPORTING_VERBS for token in tokens[max(0, i - 6) : i])
        if told or said in REPORTING_VERBS or said in _THINKING or before in ("so", "such"):
            return "complement"
        follows = tokens[i + 1].lower
        return "relative" if ahead <= 1 or (ahead < 8 and (follows in PRONOUNS or follows in DETERMINERS)) else ""
    if word == "once" and before == "at":
        return ""
    if word in SUBORDINATORS and ahead < 40:
        if word == "as" and (before in _NAMING or tokens[i + 1].lower in _DEGREES):
            return ""
        if word == "before" and before in _APPEARING:
            return ""
        if word in _MAYBE_PREPOSITION and (dated[i + 1] or before in ("soon", "well", "such", "same")):
            return ""
        if word in _MAYBE_PREPOSITION and any(token.lower in RELATIVES for token in tokens[i + 1 : i + 1 + ahead]):
            return ""  # "after a week of fighting that left 20 dead"
        return "subordinate" if ahead > 0 or word in ("as", "than") else ""
    if (
        has_verb
        and tokens[i].is_word
        and not dated[i]
        and word not in PREPOSITIONS
        and (ahead or word in PRONOUNS)
        and ahead < 14
        and word_before_date(tokens, i, dated) in REPORTING_VERBS
    ):
        starts_clause = word in DETERMINERS or word in PRONOUNS or tokens[i].text[0].isupper()
        return "complement" if starts_clause and word not in AUXILIARIES else ""
    return ""


def _coordinated(tokens: Sequence[Token], i: int, ahead: int, between_dates: bool, dated: Sequence[bool]) -> str:
    """What "and" or "but" opens: a clause with a subject of its own, or with that of the verb before, or nothing."""
    if tokens[i - 1].text == "," and tokens[i].lower == "but" and ahead < 14:
        return "coordinate" if ahead else "shared"
    if between_dates and ahead < 14 and tokens[i + 1].lower in PREPOSITIONS and dated[i + ahead]:
        return "shared"  # "and by the end of the year had killed"
    if tokens[i - 1].text == "," or between_dates:
        if 0 < ahead < 14 and _begins_with_subject(tokens, i + 1):
            return "coordinate"
        if ahead == 0 and between_dates:
            return "shared"
    return ""


def word_before_date(tokens: Sequence[Token], i: int, dated: list[bool]) -> str:
    """The word before the token, or before the date, and its preposition, that stand there: "said on Tuesday that"."""
    place = i - 1
    while place > 0 and (dated[place] or (dated[place + 1] and tokens[place].lower in PREPOSITIONS)):
        place -= 1
    return tokens[place].lower


def _begins_with_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause of its own begins at `i`: a subject, after a time or place perhaps ("and on Wednesday it voted")."""
    if tokens[i].lower in PREPOSITIONS:
        ahead = tokens[i + 1 : i + 8]
        return any(token.lower in PRONOUNS or token.lower in DETERMINERS for token in ahead)
    return tokens[i].lower in PRONOUNS or tokens[i].lower in DETERMINERS or tokens[i].text[0].isupper()


def is_inside_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether the comma at `i` stands inside a date such as "Aug. 4, 2018"."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].text.isdigit() and tokens[i + 1].text[:4].isdigit()
