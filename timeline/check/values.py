"""Single values of events.yaml: what is wrong with one, and what it was meant to be.

In: the text of a value, or its node. Out: the value, or words for a message.
"""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from urllib.parse import urlsplit

from timeline.check.nodes import Node
from timeline.check.text import shown
from timeline.edtf import Date, DateError
from timeline.wording import read_date

_LONGEST_DATE = 120


def date_or_fault(value: str) -> Date | str:
    """The date, or what is wrong with it."""
    if len(value) > _LONGEST_DATE or not value.isprintable():
        return f"date {shown(value)} is not a date. Write one such as 2018, 2018-06 or 2018-06-12."
    if value[0] in "“”‘’„«»" or value[-1] in "“”‘’„«»":
        return f"date {shown(value)} is not a date. The curly quotes count as part of it: delete them."
    try:
        return read_date(value)
    except DateError as error:
        return f"date {error}"


def not_in_project(path: str) -> str:
    """What is wrong with a path that should lead from the project's folder to a file in it, "" if nothing."""
    if "://" in path:
        return "is an address. Write the path of a file in the project."
    if "\\" in path:
        return f"holds a backslash. Write {shown(path.replace(chr(92), '/'))}."
    parts = path.split("/")
    if path.startswith(("/", "~")) or re.match(r"[A-Za-z]:", path) or ".." in parts:
        return f"is not within the project. Write the path from the project's folder, such as 'seeds/{parts[-1][:60]}'."
    return "" if path.isprintable() else "holds invisible characters. Write the file's name."


def is_address(text: str) -> bool:
    """Whether it is an address on the web that is safe to link to."""
    if not text.isprintable() or any(char in text for char in ' <>"\\'):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def is_empty(node: Node) -> bool:
    """Whether nothing is written, or what YAML has for nothing."""
    return node.kind == "scalar" and node.style == "" and node.text in ("", "~", "null")


def described(node: Node) -> str:
    """What stands in the place of something else."""
    return {"scalar": "text", "sequence": "a list", "mapping": "a mapping (key: value)"}[node.kind]


def cut(text: str) -> str:
    """A text to be shown within what is to be written."""
    return shown(text)[1:-1]


@functools.lru_cache(maxsize=1000)  # the same mistake is often made in every event
def near(word: str, words: tuple[str, ...]) -> str:
    """Which of the words was meant, "" where none is near."""
    if len(word) > 40:
        return ""
    return next(iter(difflib.get_close_matches(word.lower().strip("“”\"'"), words, 1, 0.65)), "")


def slug(text: str) -> str:
    """An id made of a text: its words in a-z and 0-9, at most 60 characters of them."""
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-")
