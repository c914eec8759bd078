"""The lines of one event, to be changed by hand and put back.

In: what events.yaml holds, and an event's id. Out: its lines as they stand there, with LF; or, from the lines that a person made of
them, the new text, in which all the other lines and what they mean are as they were. Else a `TimelineError`.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.check.nodes import Node
from timeline.check.reading import Timeline, collector_off
from timeline.check.text import decode
from timeline.errors import Problem, TimelineError
from timeline.store.editing import UNDONE, bare, items_of, plain
from timeline.store.insertion import compose_whole
from timeline.store.places import LINE_END, Places

_AROUND = "events:\n"
_NAME = "this event"


def lines_of(root: Node, timeline: Timeline, event_id: str) -> str:
    """The lines of an event, from its dash to the comments indented under it, each with its end. Raises TimelineError where they are
    not its own; KeyError for an id that is not in the file."""
    start, end = _range(root, timeline, _index(timeline, event_id))
    lines = LINE_END.sub("\n", timeline.text[start:end])
    return lines if lines.endswith("\n") else lines + "\n"


def rewrite(root: Node, timeline: Timeline, event_id: str, lines: str) -> tuple[Node, Timeline]:
    """What the text reads as with other lines in place of the event's: of that event, of several or of none."""
    index = _index(timeline, event_id)
    start, end = _range(root, timeline, index)
    found = LINE_END.search(timeline.text)
    newline = found[0] if found else "\n"
    lines = LINE_END.sub(newline, lines)
    if lines and not lines.endswith(newline):
        lines += newline
    if not LINE_END.search(timeline.text, max(start, end - 2), end):
        lines = lines.removesuffix(newline)
    text = timeline.text[:start] + lines + timeline.text[end:]
    with collector_off():
        try:
            new_root, new = compose_whole(_decoded(text, timeline.path), timeline.path)
        except TimelineError:
            _check_alone(lines)
            raise
        after = len(timeline.events) - index - 1
        if len(new.events) < index + after or _others(root, timeline, index, after) != _others(new_root, new, index, after):
            raise TimelineError(Problem(timeline.path, f"these lines would have changed what else the file says. {UNDONE}"))
    return new_root, new


def _decoded(text: str, path: str) -> str:
    decoded = decode(text.encode("utf-8", "replace"), path)
    if isinstance(decoded, Problem):
        raise TimelineError(decoded)
    return decoded


def _check_alone(lines: str) -> None:
    """Raises TimelineError with the mistakes that the lines have by themselves, in their own numbers."""
    try:
        compose_whole(_decoded(_AROUND + lines, _NAME), _NAME)
    except TimelineError as error:
        raise TimelineError(replace(problem, line=problem.line and max(1, problem.line - 1)) for problem in error.problems) from None


def _index(timeline: Timeline, event_id: str) -> int:
    for index, event in enumerate(timeline.events):
        if event.id == event_id:
            return index
    raise KeyError(event_id)


def _range(root: Node, timeline: Timeline, index: int) -> tuple[int, int]:
    places, item = Places(timeline.text, timeline.path, UNDONE), items_of(root)[index]
    value = next(value for key, value in root.pairs() if key.text == "events")
    if root.style == "flow" or value.style == "flow" or value.alias:
        raise places.refuse(value, "the events are not a list with a line for each '- '. Write 'events:' and each event below it.")
    return places.dash_line(item), places.end(item, places.dash(item))


def _others(root: Node, timeline: Timeline, before: int, after: int) -> list[object]:
    """What a text says beside the events between the first so many and the last so many."""
    items, events = items_of(root), timeline.events
    last = len(events) - after
    return [
        *(plain(value) for key, value in root.pairs() if key.text != "events"),
        *map(plain, items[:before] + items[last:]),
        *map(bare, events[:before] + events[last:]),
    ]
