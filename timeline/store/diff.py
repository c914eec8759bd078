"""A change as a unified diff, made from what was changed itself: exact, and quick for any length of file.

unified    the new text, the ranges of it that were inserted, and a heading for each -> the diff
compared   the parts of both texts, each with a heading -> the diff

The diff is "" where there is no change. `git apply` takes it, whatever the line ends: a line ends at its LF here, as it does for git,
and keeps what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, chain

_LINE = re.compile(r"[^\n]*\n|[^\n]+$")
_CONTEXT = 3
_HEADINGS = 3
_NO_LINE_END = "\n\\ No newline at end of file\n"


def unified(text: str, ranges: Sequence[tuple[int, int]], headings: Sequence[str], path: str, is_new: bool = False) -> str:
    """The diff from the text without `ranges` to `text`, with three lines around each change. The heading of a hunk, after its second
    @@, joins those of its ranges."""
    if not ranges and not is_new:
        return ""
    lines, owners = _marked(text, ranges if not is_new else [(0, len(text))])
    return _written(lines, owners, headings, path, is_new)


def compared(parts: Sequence[tuple[str, str, str]], path: str, is_new: bool = False) -> str:
    """The diff between two texts that fall into parts: the heading, the old and the new text of each, in their order. Only lines of one
    part are compared, so that many parts take no longer than their length."""
    lines: list[tuple[str, str]] = []
    owners: list[range] = []
    for number, (_, old, new) in enumerate(parts):
        for sign, held in _compared(_LINE.findall(old), _LINE.findall(new)):
            lines += ((sign, line) for line in held)
            owners += [range(0) if sign == " " else range(number, number + 1)] * len(held)
    return _written(lines, owners, [heading for heading, _, _ in parts], path, is_new)


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The lines that stay, go and come."""
    if old == new:
        yield " ", old
        return
    for tag, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield " ", old[first:last]
        else:
            yield "-", old[first:last]
            yield "+", new[new_first:new_last]


def _written(lines: Sequence[tuple[str, str]], owners: Sequence[range], headings: Sequence[str], path: str, is_new: bool) -> str:
    """The hunks of lines that bear a sign, under the headings of those that own them."""
    old = [0, *accumulate(sign != "+" for sign, _ in lines)]  # how many lines of each prefix stand in the old text
    new = [0, *accumulate(sign != "-" for sign, _ in lines)]
    diff = [f"--- {'/dev/null' if is_new else f'a/{path}'}\n+++ b/{path}\n"]
    for first, last in _hunks([number for number, (sign, _) in enumerate(lines) if sign != " "], len(lines)):
        counts = old[last] - old[first], new[last] - new[first]
        starts = old[first] + (counts[0] > 0), new[first] + (counts[1] > 0)
        held = headings if is_new else [headings[owner] for owner in dict.fromkeys(chain.from_iterable(owners[first:last]))]
        diff.append(f"@@ -{starts[0]},{counts[0]} +{starts[1]},{counts[1]} @@{_heading(held)}\n")
        diff += [sign + (line if line.endswith("\n") else line + _NO_LINE_END) for sign, line in lines[first:last]]
    return "".join(diff) if len(diff) > 1 else ""


def _heading(held: Sequence[str]) -> str:
    more = len(held) - _HEADINGS
    shown = ", ".join(held if more <= 1 else held[:_HEADINGS])
    return (f" {shown}" if shown else "") + (f" and {more} more" if more > 1 else "")


def _marked(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[list[tuple[str, str]], list[range]]:
    """The lines of both texts, each with its sign, and the numbers of the ranges that are in it. Where a range begins or ends within
    a line, as it does after a last line without end, the old line goes and the new one comes."""
    lines: list[tuple[str, str]] = []
    owners: list[range] = []
    cut, cut_at = "", 0  # an old line of which not all was seen yet, and where it is to stand
    at = 0
    for found in _LINE.finditer(text):
        line, (start, end) = found[0], found.span()
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        kept, place, inside = [], start, at
        while inside < len(ranges) and ranges[inside][0] < end:
            kept.append(text[place : max(place, ranges[inside][0])])
            place = min(end, ranges[inside][1])
            inside += 1
        rest = "".join([*kept, text[place:end]])
        if rest == line and not cut:
            lines.append((" ", line))
            owners.append(range(0))
            continue
        if not cut:
            cut_at = len(lines)
        cut += rest
        lines.append(("+", line))
        owners.append(range(at, inside))
        if cut.endswith("\n") or (cut and end == len(text)):
            lines.insert(cut_at, ("-", cut))
            owners.insert(cut_at, range(0))
            cut = ""
    return lines, owners


def _hunks(changed: Sequence[int], count: int) -> list[tuple[int, int]]:
    """The half-open ranges of lines to show: each change with its context, joined where they touch."""
    hunks: list[tuple[int, int]] = []
    for number in changed:
        first, last = max(0, number - _CONTEXT), min(count, number + 1 + _CONTEXT)
        if hunks and first <= hunks[-1][1]:
            hunks[-1] = (hunks[-1][0], last)
        else:
            hunks.append((first, last))
    return hunks
