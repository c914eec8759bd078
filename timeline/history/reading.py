"""The events of one version of events.yaml after another, of which most is the same: what was read once is not read again.

In: the bytes of a version. Out: the events that it shows, None where it has mistakes. The text is taken apart at the dashes of its
list; pieces that no version before had are read as a file of their own. Where a file cannot be taken apart so (it has anchors, is in
flow style, a piece alone is no event), it is read whole.
"""

from __future__ import annotations

import re

from timeline.check import read
from timeline.check.text import decode
from timeline.history.changes import shown
from timeline.model import Event

_HEAD = re.compile(r"^events:[ \t]*(?:#[^\n]*|\r)?\n(?:[ \t]*(?:#[^\n]*|\r)?\n)*(?= *- )", re.M)
_KEY = re.compile(r"^[^ \t\r\n#-]", re.M)  # of the file itself
_ANCHOR = re.compile(r"&\w")


class Reader:
    """Reads versions, and remembers their pieces as long as it lives."""

    def __init__(self) -> None:
        self._known: dict[str, Event] = {}

    def read(self, data: bytes) -> dict[str, Event] | None:
        """The events that a version shows, by id."""
        events = self._in_pieces(data)
        if events is None:
            timeline = read(data)
            return None if timeline.errors else shown(timeline.events)
        return shown(events)

    def _in_pieces(self, data: bytes) -> list[Event] | None:
        rest, *pieces = _pieces(data)
        new = [piece for piece in dict.fromkeys(pieces) if piece not in self._known]
        if not pieces or read(rest.encode()).errors:
            return None
        if new:
            timeline = read(("events:\n" + "".join(new)).encode())
            if timeline.errors or len(timeline.events) != len(new):
                return None
            self._known.update(zip(new, timeline.events, strict=True))
        events = [self._known[piece] for piece in pieces]
        return events if len({event.id for event in events}) == len(events) else None


def _pieces(data: bytes) -> list[str]:
    """What stands before and after the list of events, then the text of each; nothing more where it cannot be taken apart."""
    text = decode(data, "")
    head = None if not isinstance(text, str) or _has_anchors(text) else _HEAD.search(text)
    if not isinstance(text, str) or not head:
        return [""]
    indent = re.match(" *", text[head.end() :])
    assert indent
    body = text[head.end() :].removesuffix("\n") + "\n"
    tail = _KEY.search(body)
    body, after = (body[: tail.start()], body[tail.start() :]) if tail else (body, "")
    return [text[: head.end()] + after, *re.split(rf"^(?={indent[0]}- )", body, flags=re.M)[1:]]


def _has_anchors(text: str) -> bool:
    return any(text[found.start() - 1 : found.start()] in ("", " ", "\n", "\t", ",", "[", "{") for found in _ANCHOR.finditer(text))
