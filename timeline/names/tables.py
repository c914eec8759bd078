"""The tables of names and of the words around them, read once.

In: `tables/*.txt`. Out: sets of words, and the known places and organisations by each of their spellings.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from babel import Locale


@dataclass(frozen=True, slots=True)
class Words:
    """Words in small letters, by what they tell of the name beside them; tables/words.txt says what each set is."""

    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    things: frozenset[str]
    thing_openers: frozenset[str]
    never: frozenset[str]
    sentence_openers: frozenset[str]
    says: frozenset[str]
    roles: frozenset[str]
    honorifics: frozenset[str]
    before_roles: frozenset[str]
    portfolios: frozenset[str]
    particles: frozenset[str]
    royal: frozenset[str]
    demonyms: frozenset[str]


@functools.cache
def words() -> Words:
    sections = {name.replace(" ", "_"): frozenset(" ".join(lines).split()) for name, lines in _sections("words")}
    return Words(demonyms=frozenset(" ".join(_lines("demonyms")).split()), **sections)


@functools.cache
def first_names() -> frozenset[str]:
    """What a person's full name begins with, as it is written: first names, and family names where those come first."""
    return frozenset(name for _, lines in _sections("first_names") for line in lines for name in line.split())


@functools.cache
def family_names_first() -> frozenset[str]:
    """The family names that stand first: "Kim" of Kim Jong Un."""
    return frozenset(
        name for section, lines in _sections("first_names") if section.startswith("Family") for line in lines for name in line.split()
    )


@functools.cache
def places() -> Mapping[str, str]:
    """The spelling of each known place, by each of its spellings."""
    territories = Locale("en").territories
    known = {name: name for code, name in territories.items() if code.isalpha() and code not in ("EU", "EZ", "UN") and "(" not in name}
    return known | _spellings("places")


@functools.cache
def cities() -> frozenset[str]:
    """The cities of the table, capitals too: a family name can be the same ("Whitney Houston"), unlike that of a country."""
    return frozenset(name for section, lines in _sections("places") if section in ("Capitals", "Cities") for name in _spelt(lines))


@functools.cache
def capitals() -> frozenset[str]:
    """The cities that stand for the governments in them."""
    return frozenset(name for section, lines in _sections("places") if section == "Capitals" for name in _spelt(lines).values())


@functools.cache
def demonyms_and_countries() -> frozenset[str]:
    """What the name of an organisation may begin with to say of which country it is, in small letters without full stops."""
    return frozenset(name.lower().replace(".", "") for name in (*places(), *words().demonyms))


@functools.cache
def organisations() -> Mapping[str, str]:
    """The spelling of each known organisation, by each of its spellings."""
    return _spellings("organisations")


@functools.cache
def media() -> frozenset[str]:
    """The organisations that report, so that most often they are named for that."""
    return frozenset(spelling for section, lines in _sections("organisations") if section.startswith("Media") for spelling in _spelt(lines))


def _spellings(table: str) -> dict[str, str]:
    return {spelling: name for _, lines in _sections(table) for spelling, name in _spelt(lines).items()}


def _spelt(lines: list[str]) -> dict[str, str]:
    found = {}
    for line in lines:
        spellings, _, name = (part.strip() for part in line.partition("="))
        for spelling in spellings.split(";"):
            found[spelling.strip()] = name or spelling.strip()
        if name:
            found[name] = name
    return found


def _sections(table: str) -> list[tuple[str, list[str]]]:
    """The sections of a table: the heading after ##, and its lines without comments."""
    sections: list[tuple[str, list[str]]] = []
    for line in _lines(table, headings=True):
        if line.startswith("## "):
            sections.append((line[3:].strip(), []))
        else:
            sections[-1][1].append(line)
    return sections


def _lines(table: str, headings: bool = False) -> list[str]:
    text = (resources.files("timeline.names") / "tables" / f"{table}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and (not line.startswith("#") or (headings and line.startswith("## ")))]
