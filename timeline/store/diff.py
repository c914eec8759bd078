"""An insertion as a unified diff, made from the ranges themselves: exact, and quick for any length of file.

In: the new text and the ranges of it that were inserted. Out: the diff, "" where there are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")
_CONTEXT = 3


def unified(text: str, ranges: Sequence[tuple[int, int]], path: str, is_new: bool = False) -> str:
    """The diff from the text without `ranges` to `text`, with three lines around each change."""
    if is_new:
        ranges = [(0, len(text))]
    if not ranges:
        return ""
    lines: list[str] = []
    added: list[int] = []  # numbers of the lines that were inserted
    at = 0
    for number, found in enumerate(_LINE.finditer(text)):
        lines.append(found[0].rstrip("\r\n"))
        while at < len(ranges) and ranges[at][1] <= found.start():
            at += 1
        if at < len(ranges) and ranges[at][0] <= found.start():
            added.append(number)
    before = [0]  # how many lines of each prefix were inserted
    inserted = set(added)
    for number in range(len(lines)):
        before.append(before[-1] + (number in inserted))
    diff = [f"--- {'/dev/null' if is_new else path}", f"+++ {path}"]
    for first, last in _hunks(added, len(lines)):
        old_count = last - first - (before[last] - before[first])
        old_first = first - before[first] + (1 if old_count else 0)
        diff.append(f"@@ -{old_first},{old_count} +{first + 1},{last - first} @@")
        diff += [("+" if number in inserted else " ") + lines[number] for number in range(first, last)]
    return "\n".join(diff) + "\n"


def _hunks(added: Sequence[int], count: int) -> list[tuple[int, int]]:
    """The half-open ranges of lines to show: each change with its context, joined where they touch."""
    hunks: list[tuple[int, int]] = []
    for number in added:
        first, last = max(0, number - _CONTEXT), min(count, number + 1 + _CONTEXT)
        if hunks and first <= hunks[-1][1]:
            hunks[-1] = (hunks[-1][0], last)
        else:
            hunks.append((first, last))
    return hunks
