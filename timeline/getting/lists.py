"""A list of articles to get: an address or a path a line.

In: its text. Out: what it names, in order, each once. Blank lines, and what follows `#` at the beginning of a line or after a space, are
a person's own.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"(?:\A|\s)#.*")


def read(text: str) -> list[str]:
    """The addresses and paths of a list."""
    lines = (_COMMENT.sub("", line).strip() for line in text.removeprefix("\ufeff").splitlines())
    return list(dict.fromkeys(filter(None, lines)))
