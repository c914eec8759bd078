"""Which events the records of a file are.

In: the events that are there, and records. Out: a `Placement`: new events, and what known ones become; and problems.

A record is the event of its id, or of another name that it is known by; without these, the event of its date and title. It gives what it
says and takes nothing away: fields that it does not give stay, and so do sources that it does not name. All in one pass.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.check.text import shown
from timeline.edtf import Date
from timeline.exchange.fields import LISTS, id_of
from timeline.exchange.values import Place, Reading, Record
from timeline.model import Event, Image, Source

Known = tuple[str, str]  # a date and a title


@dataclass(frozen=True, slots=True)
class Placement:
    """`new` events, those that are to change by id, and how many stay as they are."""

    new: tuple[Event, ...]
    changed: Mapping[str, Event]
    same: int


def place(events: Sequence[Event], reading: Reading, taken: Collection[str] = ()) -> Placement:
    """Find or make the event of each record; what is wrong goes to the problems of `reading`. Ids in `taken` are not given anew."""
    held = {event.id: event for event in events}
    index = _Index(events, taken)
    after: dict[str, Event] = {}
    sources = defaultdict[str, list[Mapping[str, Any]]](list)
    said: dict[tuple[str, str], tuple[object, Place]] = {}
    for record in reading.records:
        event_id = index.find(record)
        known = after.get(event_id) or held.get(event_id)
        if known is None:
            missing = [name for name in ("title", "date") if name not in record.values and name not in record.wrong]
            for name in missing:
                whose = f"the event {shown(event_id)} is new and" if event_id else "this event"
                reading.tell(record.place, f"{whose} has no {name}. Write one.")
            if missing or record.wrong:
                continue
            event_id = event_id or index.new_id(record)
            known = Event(event_id, record.values["date"], record.values["title"])  # type: ignore[arg-type]
        event = _with(known, record, reading)
        _compare(event_id, record, said, reading)
        after[event_id] = event
        sources[event_id] += record.sources
        index.add(event)
    for event_id, given in sources.items():
        if given:
            after[event_id] = replace(after[event_id], sources=_sources(after[event_id].sources, _distinct(given)))
    new = tuple(event for event_id, event in after.items() if event_id not in held)
    changed = {event_id: event for event_id, event in after.items() if event_id in held and event != held[event_id]}
    return Placement(new, changed, len(after) - len(new) - len(changed))


class _Index:
    """Events by id, by the end of their ids, and by date and title."""

    def __init__(self, events: Iterable[Event], taken: Collection[str]) -> None:
        self._ids: set[str] = set()
        self._by_alias: dict[str, str] = {}
        self._by_content: dict[Known, str] = {}
        self._taken = frozenset(taken)
        self._numbers: dict[str, int] = {}
        for event in events:
            self.add(event)

    def add(self, event: Event) -> None:
        self._ids.add(event.id)
        self._by_alias[event.id] = event.id
        self._by_alias.setdefault(event.id.rpartition("-")[2], event.id)
        self._by_content.setdefault((event.date.edtf, event.title), event.id)

    def find(self, record: Record) -> str:
        """The id of a record's event, "" where it is to get one."""
        if "id" in record.values:
            return str(record.values["id"])
        if record.aliases:
            return next((event_id for alias in record.aliases if (event_id := self._by_alias.get(alias))), "")
        date, title = record.values.get("date"), record.values.get("title")
        return self._by_content.get((date.edtf, str(title)), "") if isinstance(date, Date) and title else ""

    def new_id(self, record: Record) -> str:
        wanted = id_of(str(record.values["title"]))
        if record.aliases:
            return f"{wanted}-{record.aliases[-1]}"
        event_id = wanted
        while event_id in self._ids or event_id in self._taken:
            number = self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            event_id = f"{wanted}-{number}"
        return event_id


def _compare(event_id: str, record: Record, said: dict[tuple[str, str], tuple[object, Place]], reading: Reading) -> None:
    """Tell where two records of one event differ."""
    for name, value in (*record.values.items(), *((f"image {part}", text) for part, text in record.image.items())):
        before, where = said.setdefault((event_id, name), (value, record.place))
        if before != value:
            other = f"row {where.line}" if where.line else where.words
            advice = "Where they are two events, give each its id" if "id" not in record.values else "Keep one, or leave one empty"
            reading.tell(record.place, f"{name} {shown(str(value))} is another than in {other}, of the same event. {advice}.")


def _with(event: Event, record: Record, reading: Reading) -> Event:
    values: dict[str, Any] = dict(record.values)
    for name, names in record.also.items():
        assert name in LISTS
        values[name] = tuple(dict.fromkeys((*values.get(name, getattr(event, name)), *names)))
    if record.image:
        old = event.image or Image("", "")
        image = replace(old, **record.image)
        if not image.src or not image.alt:
            missing = "its file" if not image.src else "what it shows, for those who cannot see it (alt)"
            reading.tell(record.place, f"the image lacks {missing}. Write it.")
        values["image"] = image
    return replace(event, **values)


def _sources(old: Sequence[Source], given: Sequence[Mapping[str, Any]]) -> tuple[Source, ...]:
    """The sources after an import. One is known by its place and quote, or where no quote is given by its place. Where as many of a
    place are given as there are, and one has another quote, its quote was changed."""
    sources, used = list(old), set[int]()
    exact, by_place = defaultdict[Known, list[int]](list), defaultdict[str, list[int]](list)
    for position in reversed(range(len(old))):
        where = _place(old[position].article, old[position].url)
        exact[where, old[position].quote].append(position)
        by_place[where].append(position)
    there = {where: len(positions) for where, positions in by_place.items()}
    named = Counter(map(_place_of, given))

    def take(positions: list[int], fields: Mapping[str, Any]) -> bool:
        while positions:
            position = positions.pop()
            if position not in used:
                used.add(position)
                sources[position] = replace(sources[position], **fields)
                return True
        return False

    left = [fields for fields in given if not take(exact[_place_of(fields), fields.get("quote", "")], fields)]
    for fields in left:
        where = _place_of(fields)
        known = "quote" not in fields or there.get(where) == named[where]
        if not (known and take(by_place[where], fields)):
            sources.append(Source(**fields))
    return tuple(sources)


def _place(article: str, url: str) -> str:
    return article or url


def _place_of(fields: Mapping[str, Any]) -> str:
    return _place(fields.get("article", ""), fields.get("url", ""))


def _distinct(given: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return list({tuple(sorted(fields.items(), key=lambda item: item[0])): fields for fields in given}.values())
