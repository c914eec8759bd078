"""A language's own table: `tables/<code>.toml`, what dateparser's data lacks.

In: a code. Out: `Table`, lists of words under their headings. A list parts its words by commas; "letzt(e|er|es)" is three
words, "[die] Woche" two.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from itertools import product
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """The sections of a table, empty for a language that has none."""

    sections: dict[str, Any]

    def words(self, section: str, name: str) -> list[str]:
        """The words under a name of a section."""
        return expand(str(self.sections.get(section, {}).get(name, "")))

    def meanings(self, section: str) -> dict[str, str]:
        """Every word of a section, with the name it stands under."""
        return {word: name for name, words in self.sections.get(section, {}).items() for word in expand(str(words))}

    def patterns(self, name: str) -> tuple[str, ...]:
        """The patterns under a name, one of each list item."""
        found = self.sections.get("patterns", {}).get(name, [])
        return (found,) if isinstance(found, str) else tuple(found)

    @property
    def derives(self) -> bool:
        """Whether what it lacks is derived from dateparser's data: for a language without a table, or one that says so."""
        return not self.sections or bool(self.setting("derive"))

    def setting(self, name: str) -> Any:
        """A setting at the top of the table."""
        return self.sections.get(name)


def load(code: str) -> Table:
    """The table of a language."""
    for name in (code, code.split("-")[0]):
        path = resources.files("timeline.timex.languages") / "tables" / f"{name}.toml"
        if name.replace("-", "").isalpha() and path.is_file():
            return Table(tomllib.loads(path.read_text(encoding="utf-8")))
    return Table({})


def expand(text: str) -> list[str]:
    """The words of a list: "a(b|c)[d], e" is ab, abd, ac, acd, e."""
    words: list[str] = []
    for item in _split(text, ","):
        words += [" ".join(word.split()) for word in _spelled(item.strip())]
    return list(dict.fromkeys(word for word in words if word))


def pattern(text: str) -> str:
    """The same list as one regular expression, as short as it is written: "a(b|c)[d]" is a(?:b|c)(?:d)?."""
    found = re.escape(" ".join(text.split())).replace(r"\ ", " ").replace(r"\,", ",").replace("'", "['\u2018\u2019\u201f\u00b4]")
    for written, meant in ((r"\(", "(?:"), (r"\[", "(?:"), (r"\)", ")"), (r"\]", ")?"), (r"\|", "|")):
        found = found.replace(written, meant)
    return "|".join(item.strip() for item in found.split(","))


def _split(text: str, at: str) -> list[str]:
    parts, depth = [""], 0
    for character in text:
        depth += (character in "([") - (character in ")]")
        if character == at and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _spelled(text: str) -> list[str]:
    start = next((index for index, character in enumerate(text) if character in "(["), None)
    if start is None:
        return [text]
    depth, end = 0, start
    for end in range(start, len(text)):
        depth += (text[end] in "([") - (text[end] in ")]")
        if not depth:
            break
    choices = [word for choice in _split(text[start + 1 : end], "|") for word in _spelled(choice)]
    if text[start] == "[":
        choices.append("")
    return [text[:start] + choice + rest for choice, rest in product(choices, _spelled(text[end + 1 :]))]
