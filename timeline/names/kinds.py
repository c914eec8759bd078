"""What a run of words in capitals names.

In: a run. Out: its parts, each naming a person, an organisation or a place for certain, or leaving that open for what the rest of the
article tells. What names nothing of these (events, laws, works, a country that only qualifies a role) is in no part.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model import NameKind
from timeline.names.runs import Run
from timeline.names.tables import cities, family_names_first, first_names, organisations, places, words

_LONGEST_PERSON = 5
_LONGEST_ORGANISATION = 10
# Heads that are family names as well: with a first name before them they name a person.
_FAMILY_NAMES = frozenset("hill hills wood woods field fields park ford well lake castle garden church house press watch king".split())
# Words that name no organisation even together: "the City Council", "a Federal Court".
_GENERIC = frozenset(
    "city county state federal national local district high security town regional provincial central special public civil criminal"
    " appeals family general executive advisory first second third joint main new old supreme primary elementary middle technical".split()
)
_ABBREVIATED_COUNTRIES = frozenset("U.S. US U.S.A. USA U.K. UK U.A.E. UAE DPRK ROK PRC DRC".split())


@dataclass(frozen=True, slots=True)
class Part:
    """Words that name one thing; `kind` is None where they do not tell which. `titled` where a role or an honorific stands before it."""

    run: Run
    kind: NameKind | None
    name: str
    titled: bool = False


def spell(run: Run) -> str:
    """The words of a run with single spaces."""
    text = " ".join(word.text for word in run)
    for word, following in itertools.pairwise(run):
        if word.possessive:  # St. Mary's Hospital
            owner = word.text + ("'" if word.text.endswith("s") else "'s")
            text = text.replace(f"{word.text} {following.text}", f"{owner} {following.text}", 1)
    return text


def read(run: Run) -> Iterator[Part]:
    """What the run names, in order."""
    run = run[1:] if run and run[0].lower in ("the", "a", "an") and spell(run) not in places() else run
    if not run or (len(run) > 1 and all(word.text.isupper() and len(word.text) > 1 for word in run) and any(len(w.text) > 3 for w in run)):
        return
    if len(run) > 2 and run[0].lower in words().roles and run[1].text in ("of", "for") and run[-1].lower in words().organisation_heads:
        run = run[3:] if run[2].text == "the" else run[2:]
    name = spell(run)
    if name in organisations():
        yield Part(run, "organisation", organisations()[name])
    elif name in places():
        yield Part(run, "place", places()[name])
    elif _is_thing(run):
        return
    elif run[-1].lower in words().organisation_heads and not _is_person(run):
        if _names_organisation(run):
            yield Part(run, "organisation", name)
    elif (role := _last_role(run)) is not None:
        yield from _with_role(run, role)
    elif _is_person(run):
        yield Part(run, "person", name)
    elif _has_listed_head(run) and _names_organisation(run):
        yield Part(run, "organisation", name)
    elif len(run) > 1 and run[-1].lower in words().place_heads and run[-1].lower not in _FAMILY_NAMES:
        if run[0].lower not in words().demonyms and not all(word.lower in _GENERIC or word.lower in words().place_heads for word in run):
            yield Part(run, "place", name)
    elif len(run) in (2, 3) and run[0].lower.rstrip(".") in _place_openers():
        yield Part(run, "place", name)
    elif run[0].lower in words().demonyms:
        yield from (part for part in read(run[1:]) if part.kind)
    else:
        yield Part(run, None, name)


_SAINT = frozenset("st saint saint- el".split())
_COMPASS = frozenset("new north south east west northern southern eastern western upper lower central".split())


@functools.cache
def _place_openers() -> frozenset[str]:
    return words().place_openers - _COMPASS - _SAINT


def _is_thing(run: Run) -> bool:
    table = words()
    return len(run) > 1 and (run[0].lower.rstrip(".") in table.thing_openers or (run[-1].lower in table.things and not _is_person(run)))


def _is_person(run: Run) -> bool:
    """Whether it is a full name: a known first name or initials, and no word that names of other things end in."""
    first, last = run[0], run[-1]
    if len(run) < 2 or (
        first.text not in first_names() and not (first.text.endswith(".") and first.text.isupper() and len(first.text) < 6)
    ):
        return False
    if first.text in _ABBREVIATED_COUNTRIES or first.possessive:
        return False
    return fits_person(run) or (len(run) < 4 and last.lower in _FAMILY_NAMES and fits_person(run[:-1]))


def fits_person(run: Run) -> bool:
    """Whether nothing in the words speaks against a person's name."""
    table = words()
    against = _never_of_people()
    inner = [word for word in run if word.text not in table.particles]
    return (
        0 < len(inner) <= _LONGEST_PERSON
        and all(word.capital and (word.lower not in against or (word is run[0] and word.text in family_names_first())) for word in inner)
        and all(word.lower not in table.never for word in inner[:1])
        and not any(word.text in ("of", "for", "and", "the", "on") for word in run)
        and not any(word.text.isupper() and len(word.text) > 1 and "." not in word.text for word in inner)
        and not any(word.text not in first_names() and (word.text in places() or word.text in organisations()) for word in inner[:-1])
        and not any(word.possessive for word in run[:-1])
        and (inner[-1].text not in places() or inner[-1].text in first_names())
    ) or (len(run) > 1 and run[0].text in first_names() and run[-1].text in cities() and _all_plain(run))


@functools.cache
def _never_of_people() -> frozenset[str]:
    table = words()
    return table.organisation_heads | table.place_heads | table.things | table.demonyms | table.roles | {"&"}


def _all_plain(run: Run) -> bool:
    """A full name whose last word is a place's too: "Whitney Houston"."""
    return len(run) <= 3 and all(word.capital and not word.text.isupper() for word in run)


def _names_organisation(run: Run) -> bool:
    """Whether some word of it tells which one."""
    telling = any(word.lower not in _telling_nothing() for word in run)
    return telling and 1 < len(run) <= _LONGEST_ORGANISATION


@functools.cache
def _telling_nothing() -> frozenset[str]:
    return words().organisation_heads | _GENERIC | words().things | set("of for the and on against & without".split())


def _has_listed_head(run: Run) -> bool:
    """Whether it goes on from a head: "University of Leeds", "Center for the National Interest"."""
    heads = words().organisation_heads
    return any(
        word.lower in heads and following.text in ("of", "for", "on", "against", "without") for word, following in itertools.pairwise(run)
    )


def _last_role(run: Run) -> int | None:
    """Where the last role or honorific stands that a person can follow, or that ends the run."""
    titles = _titles()
    known = (i for i in range(len(run) - 1, -1, -1) if run[i].lower.rstrip(".") in titles and not (i and run[i - 1].text in ("of", "for")))
    return next(known, None)


@functools.cache
def _titles() -> frozenset[str]:
    return words().roles | words().honorifics


def _with_role(run: Run, role: int) -> Iterator[Part]:
    """The parts of a run that holds a role: "U.S. Secretary of State Mike Pompeo", "FBI Director James Comey"."""
    left = role
    while left and (run[left - 1].lower.rstrip(".") in _titles() or run[left - 1].lower.rstrip(".") in words().before_roles):
        left -= 1
    if left and run[left - 1].text in ("of", "for", "and"):
        left = 0  # "Ministry of Defence Secretary": no reading is certain
    if before := run[:left]:
        yield from (part for part in read(before) if part.kind and part.run[-1].text not in _ABBREVIATED_COUNTRIES)
    if run[role].lower in ("mayor", "governor") and len(run) == role + 3 and run[role + 1].text == "of":
        yield Part(run[role + 2 :], "place", places().get(run[role + 2].text, run[role + 2].text))
        return
    rest, portfolio = _after_portfolio(run[role + 1 :])
    yield from portfolio
    if not rest:
        return
    if len(rest) == 1 and (rest[0].text in places() or rest[0].text in organisations()):
        return
    if fits_person(rest) or _is_person(rest) or (len(rest) == 1 and rest[0].lower in _FAMILY_NAMES):
        yield Part(rest, "person", spell(rest), titled=True)


def _after_portfolio(run: Run) -> tuple[Run, list[Part]]:
    """What follows "of State", "for Foreign Affairs", "of Turkey" after a role, and what the latter names."""
    found: list[Part] = []
    while run and run[0].text in ("of", "for"):
        run = taken = run[1:]
        while run and (run[0].lower in words().portfolios or run[0].text in ("the", "and")):
            run = run[1:]
        for length in (4, 3, 2, 1):
            name = spell(run[:length])
            if len(run) >= length and (name in places() or name in organisations()):
                found += read(run[:length])
                run = run[length:]
                break
        if run is taken:
            return (), found  # "King of Pop"
    return run, found
