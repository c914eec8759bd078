"""Front matter: what a person says about an article, in YAML between two lines `---` at its top.

In: the characters of a file. Out: the values of the five keys as text, and where the article begins. A file that begins
with `---` as a mere ruler has no front matter. Capitals in a key do not matter, and the names that other programs have for it do
where they hold what it holds. Other keys are the user's own.
"""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass

import yaml

from timeline.articles import dates
from timeline.errors import Problem, TimelineError

KEYS = ("published", "title", "url", "publisher", "language")
LONGEST = 65536
"""Characters within which front matter has to end."""

_WRITE = "Write a key, a colon and a space, then its value; put a value that holds ': ' in quotes."
_OTHER_NAMES = {"date": "published", "lang": "language", "source": "url", "link": "url"}
"""What Jekyll, Hugo, Obsidian and others call it. What holds something else is the user's own."""
_OPENS = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSES = re.compile(r"(?:\A|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_KEY = re.compile(r"[^\W\d][\w-]*[ \t]*:(?=\s|$)")
_OUR_KEY = re.compile(rf"(?:\A|(?<=[\r\n]))(?:{'|'.join(KEYS)})[ \t]*:", re.IGNORECASE)
_UNSPACED = re.compile(rf"(?:\A|(?<=[\r\n]))(?P<key>{'|'.join(KEYS)}):(?P<value>[^\s:][^\r\n]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """The text of one key, and where it stands in the file (from 1)."""

    text: str
    line: int
    column: int


def read(text: str, name: str) -> tuple[dict[str, Value], int]:
    """The values given and the offset at which the article begins. Raises TimelineError with every problem."""
    opening = _OPENS.match(text)
    if not opening:
        return {}, 0
    head = text[opening.end() : opening.end() + LONGEST]
    closing = _CLOSES.search(head)
    block = head[: closing.start()] if closing else head
    first = next((line for line in block.splitlines() if line.strip() and not line.lstrip().startswith("#")), "")
    if closing is None:
        if _OUR_KEY.match(first):
            raise TimelineError(Problem(name, "the front matter has no end. Write '---' on a line of its own after its last key.", 1, 1))
        return {}, 0
    if first and not _KEY.match(first) and not _OUR_KEY.search(block):
        return {}, 0
    return values(block, name, 2), opening.end() + closing.end()


def values(block: str, name: str, first: int, what: str = "the front matter", facts: Collection[str] = ()) -> dict[str, Value]:
    """The values of a block of YAML that begins in line `first` of its file; those under the keys `facts` too, whose words are the
    program's own. `what` is what messages call it. Raises TimelineError with every problem."""
    try:
        node = yaml.compose(block, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        _require_spaces(block, name, first)
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first, mark.column + 1) if mark else (1, 1)
        problem = f"{what} is not YAML: {error.problem or error.context}. {_WRITE}"
        raise TimelineError(Problem(name, problem, line, column)) from None
    except yaml.reader.ReaderError as error:
        before = block[: error.position]
        line = len(before.splitlines()) + (before.endswith(("\n", "\r")) or not before) + first - 1
        raise TimelineError(
            Problem(name, f"{what} holds the character {error.character!r}, which YAML forbids. Remove it.", line)
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise TimelineError(Problem(name, f"{what} is not YAML. {_WRITE}", 1, 1)) from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        _require_spaces(block, name, first)
        raise TimelineError(Problem(name, f"{what} is not a mapping. Write lines such as 'published: 2018-11-08'.", first, 1))
    return _known(node, name, first, (*KEYS, *facts))


def _require_spaces(block: str, name: str, first: int) -> None:
    """Tell of a key whose value follows its colon at once, which YAML reads as one word."""
    found = _UNSPACED.search(block)
    if found:
        line = len(block[: found.start()].splitlines()) + first
        written = f"{found['key']}: {found['value'][:60]}"
        raise TimelineError(
            Problem(name, f"there is no space after the colon. Write '{written}'.", line, found.start("value") - found.start() + 1)
        )


def _known(node: yaml.MappingNode, name: str, first: int, keys: Collection[str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    instead: dict[str, Value] = {}
    problems: list[Problem] = []
    others: list[tuple[str, int, int]] = []
    for key, value in node.value:
        line, column = key.start_mark.line + first, key.start_mark.column + 1
        written = str(key.value)
        known = written.lower() if isinstance(key, yaml.ScalarNode) else ""
        if known in _OTHER_NAMES:
            if (held := _value(value, first)) and _fits(_OTHER_NAMES[known], held.text):
                instead.setdefault(_OTHER_NAMES[known], held)
        elif known not in keys:
            others.append((written, line, column))
        elif known in values:
            problems.append(Problem(name, f"'{known}' is given twice. Keep one.", line, column))
        elif not isinstance(value, yaml.ScalarNode):
            problems.append(Problem(name, f"'{known}' holds a list or a mapping. Write one value.", line, column))
        elif held := _value(value, first):
            values[known] = held
    values = instead | values
    for other, line, column in others:
        meant = _meant(other)
        if meant and meant not in values:
            problems.append(
                Problem(name, f"'{other}' is not read. Write '{meant}:' if that is meant, otherwise 'x-{other}:'.", line, column)
            )
    if problems:
        raise TimelineError(problems)
    return values


def _value(node: yaml.Node, first: int) -> Value | None:
    """The text of a value and its place, None where there is none."""
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        return None
    return Value(" ".join(node.value.split()), node.start_mark.line + first, node.start_mark.column + 1)


def _fits(key: str, text: str) -> bool:
    """Whether what stands under another name is what the key holds."""
    if key == "url":
        return text.startswith(("http://", "https://"))
    if key == "published":
        with contextlib.suppress(ValueError):
            dates.parse(text)
            return True
        return False
    return True


def _meant(key: str) -> str:
    """The key that an unknown one is a slip of, or ""."""
    return next(iter(difflib.get_close_matches(key.lower()[:40], KEYS, n=1, cutoff=0.8)), "")
