"""One spelling for one thing in a whole timeline.

In: the claims of all articles, whose names agree within each article, and the events that events.yaml holds. Out: the claims with names
that agree among all. A spelling that events.yaml holds wins, since a person may have chosen it; else the one that most claims have.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.model import Claim, Event
from timeline.names.tables import demonyms_and_countries, family_names_first

Key = tuple[str, ...]

_MUCH_MORE = 4
"""How many times more often than any other of the family one must be named for the family name alone to mean that one."""
_SHORT_FIRST_NAMES = {
    short: first
    for first, shorts in (
        line.strip().split(": ")
        for line in """
            alexander: alex sasha; andrew: andy; anthony: tony; barbara: barb; benjamin: ben; bernard: bernie; catherine: cathy
            christopher: chris; daniel: dan danny; david: dave; deborah: debbie; donald: don; edward: ed eddie ted; elizabeth: liz beth
            gerald: gerry; gregory: greg; jacob: jake; james: jim jimmy; jeffrey: jeff; joseph: joe joey; joshua: josh
            katherine: kate kathy katie; kenneth: ken; lawrence: larry; margaret: maggie; matthew: matt; michael: mike mick
            nicholas: nick; patricia: patty; philip: phil phillip; rebecca: becky; richard: rick dick; robert: bob bobby rob; ronald: ron
            samuel: sam; stephen: steve steven; susan: sue; thomas: tom tommy; timothy: tim; william: bill billy will
            mohammed: mohamed muhammad mohammad muhammed; hussein: hossein; sergei: sergey; alexei: alexey aleksei
        """.strip()
        .replace("\n", ";")
        .split(";")
    )
    for short in shorts.split()
}
"""The full form, or the most usual spelling, of first names."""
_SPELT_TWO_WAYS = {
    "centre": "center",
    "centres": "centers",
    "organisation": "organization",
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "theatre": "theater",
    "dept": "department",
}
_COMPANY = frozenset("inc corp corporation ltd limited llc plc co company".split())


def unite(claims: Sequence[Claim], known: Iterable[Event]) -> tuple[Claim, ...]:
    """The claims with one spelling for one person, organisation or place."""
    events = tuple(known)
    people = _spellings([claim.people for claim in claims], [event.people for event in events], _person_key, _families)
    organisations = _spellings(
        [claim.organisations for claim in claims], [event.organisations for event in events], _organisation_key, _shorter_organisations
    )
    places = _spellings([claim.places for claim in claims], [event.places for event in events], _words, lambda keys: {})
    first_words = frozenset(name.split(" ", 1)[0] for name in people)
    return tuple(
        replace(
            claim,
            people=_respelt((*claim.people, *_in_title(claim.title, people, first_words)), people),
            organisations=_respelt(claim.organisations, organisations),
            places=_respelt(claim.places, places),
        )
        for claim in claims
    )


def _in_title(title: str, people: Mapping[str, str], first_words: Collection[str]) -> list[str]:
    """The full names that another article told to be a person's, and that stand in a title."""
    words = re.findall(r"[^\s,;:()“”\"]+", re.sub(r"['’]s\b", "", title))
    starts = [start for start, word in enumerate(words) if word in first_words]
    found = (" ".join(words[start : start + length]) for start in starts for length in (2, 3, 4))
    return [name for name in found if name in people]


def _respelt(names: Iterable[str], spellings: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spellings[name] for name in names))


def _spellings(
    claimed: Iterable[Iterable[str]],
    kept: Iterable[Iterable[str]],
    key: Callable[[str], Key],
    shorter: Callable[[Counter[Key]], Mapping[Key, Key]],
) -> dict[str, str]:
    """The spelling of each name that is claimed. Names of one key are one thing; `shorter` says which key stands for which other."""
    count = Counter(name for names in claimed for name in names)
    held = Counter(name for names in kept for name in names)
    keys = {name: key(name) for name in [*count, *held]}
    named = Counter[Key]()
    for name, number in [*count.items(), *held.items()]:
        named[keys[name]] += number
    meant = shorter(named)
    spelt: dict[Key, list[str]] = defaultdict(list)
    for name in sorted(keys):
        spelt[keys[name]].append(name)
    best = {own: min(names, key=lambda name: (-held[name], -count[name], len(name), name)) for own, names in spelt.items()}
    return {name: best[meant.get(keys[name], keys[name])] for name in count}


def _plain(text: str) -> str:
    """In small letters without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))


def _words(name: str) -> Key:
    return tuple(re.findall(r"\w+", re.sub(r"['’.]", "", _plain(name)))) or (name,)


def _person_key(name: str) -> Key:
    """First and last name, the first in its full form; all of the name where the family name stands first."""
    parts = [part for part in _words(name) if part not in ("al", "el", "jr", "sr")] or [name]
    if len(parts) == 1 or name.split()[0] in family_names_first():
        return tuple(parts)
    return _SHORT_FIRST_NAMES.get(parts[0], parts[0]), parts[-1]


def _families(named: Counter[Key]) -> dict[Key, Key]:
    """The full name that a family name alone means: of the only one who has it, or the one who is named much more often than others."""
    by_family: dict[str, list[Key]] = defaultdict(list)
    first = {_plain(name) for name in family_names_first()}
    for key in named:
        if len(key) > 1:
            for family in {key[-1], key[0] if key[0] in first else key[-1]}:
                by_family[family].append(key)
    meant: dict[Key, Key] = {}
    for key in named:
        full = sorted(by_family.get(key[0], ()), key=lambda other: (-named[other], other)) if len(key) == 1 else []
        if len(full) == 1 or (full and named[full[0]] >= _MUCH_MORE * named[full[1]]):
            meant[key] = full[0]
    return meant


def _organisation_key(name: str) -> Key:
    """Its words in one spelling: "Department of the Treasury" and "Treasury Department", "Northwind Inc." and "Northwind"."""
    words = [_SPELT_TWO_WAYS.get(word, word) for word in _words(name.replace("&", " and ").replace("Co-op", "Coop"))]
    while len(words) > 1 and words[-1] in _COMPANY:
        words.pop()
    for head in ("department", "ministry"):
        if head in words[:-1] and words[words.index(head) + 1] == "of":
            place = words.index(head)
            rest = words[place + 2 :]
            words = [*words[:place], *(rest[1:] if rest[:1] == ["the"] and len(rest) > 1 else rest), head]
    return tuple(words[1:] if words[0] == "the" and len(words) > 1 else words)


def _shorter_organisations(named: Counter[Key]) -> dict[Key, Key]:
    """The full name that an abbreviation, or a name without its country, means, where there is only one."""
    initials: dict[str, list[Key]] = defaultdict(list)
    without_country: dict[Key, list[Key]] = defaultdict(list)
    for key in named:
        if len(key) > 2:
            initials["".join(word[0] for word in key if word not in ("of", "the", "and", "for", "on"))].append(key)
        for length in (1, 2):
            if len(key) > length + 1 and " ".join(key[:length]) in demonyms_and_countries():
                without_country[key[length:]].append(key)
    meant: dict[Key, Key] = {}
    for key in named:
        full = initials.get(key[0], []) if len(key) == 1 else without_country.get(key, [])
        if len(full) == 1:
            meant[key] = full[0]
    return {key: meant.get(full, full) for key, full in meant.items()}
