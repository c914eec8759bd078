"""What keeps a file from being read, all of it, and the rest of the file.

In: a text that the parser gave up on, and where it did. Out: every event that cannot be read, each with its own fault, and the tree of
the others. Each event is read alone, so that what is wrong in one says nothing of the next.
"""

from __future__ import annotations

import re

from timeline.check.mistakes import conflict
from timeline.check.nodes import Fault, Node, Unknown, compose

_BEGIN = r"(?<![^\r\n])"  # of a line, whatever ends the one before
_END = r"(?>\r\n|\n|\r)"  # tried in one way alone, so that many blank lines take no longer than they are long
_FIRST_ITEM = re.compile(rf"{_BEGIN}events:[^\n\r]*{_END}(?:[ \t]*(?:#[^\n\r]*)?{_END})*+([ ]*)-(?=\s)")
_NO_LINE_END = re.compile(r"[^\r\n]")


def recover(text: str, first: Fault) -> tuple[Node | None, list[Fault]]:
    """The tree of the events that can be read, and the faults of the others; no tree where the fault is not that of an event."""
    found = _FIRST_ITEM.search(text)
    if found is None or conflict(text):
        return None, [first]
    starts = [item.start() for item in re.compile(rf"{_BEGIN}{found[1]}-(?=\s)").finditer(text, found.start(1))]
    faults: list[Fault] = []
    kept = [text[: starts[0]]]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        fault = _fault(text[start:end])
        if fault and start <= first.offset < end:
            faults.append(first)
        elif fault:
            faults.append(Fault(start + fault.offset, fault.message, fault.end and start + fault.end))
        kept.append(_NO_LINE_END.sub(" ", text[start:end]) if fault else text[start:end])
    if first not in faults:
        return None, [first]
    try:
        return compose("".join(kept)), faults
    except Fault:
        return None, faults


def _fault(item: str) -> Fault | None:
    """What keeps an event from being read alone. What it refers to stands elsewhere."""
    try:
        compose(item)
    except Unknown:
        return None
    except Fault as fault:
        return fault
    return None
