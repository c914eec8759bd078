"""The page of changes and its feed: what was added to the timeline and corrected in it, edition by edition.

In: the site, whose history says what became of which event. Out: a page and a plain file, none where there is no history. Only
events that the site still shows are named: what was withdrawn is counted, so that no title outlives its event.
"""

from __future__ import annotations

import datetime
import re
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.counting import count
from timeline.edtf import parse
from timeline.history import MOST, Change
from timeline.model import Event
from timeline.pages.values import OTHER_WEIGHT, Addresses, Found, Heading, Page, PlainFile, Site
from timeline.pages.writing import to_events, with_top, write
from timeline.wording import in_words

INDEX = "changes/"
FEED = "changes.xml"
_TITLE = "Changes"
_SAID = "What was added to this timeline and corrected in it, day by day."
_BEGINS = {
    "first": "",
    "later": f"Only the latest {MOST} versions are told here.",
    "cut": "What was before is not known here: the site was made from a copy of the repository that lacks older commits.",
}
_FEW, _MANY = 20, 200  # rows that are seen at once, and that are named
_FACTS = {
    "title": "title changed",
    "summary": "summary changed",
    "sources": "{} added",
    "withdrawn": "{} withdrawn",
    "quotes": "quote corrected",
}
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """An event, its dates before and after in words where they changed, and what else did."""

    event: Event
    dates: tuple[str, str] | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """Events under one label: those seen at once, those that are folded, and how many more are not named."""

    label: str
    seen: tuple[Row, ...]
    folded: tuple[Row, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Told:
    """An edition as a reader sees it."""

    title: str
    anchor: str
    updated: str
    summary: str
    rows: tuple[Rows, ...]


def pages(site: Site, addresses: Addresses) -> list[Page]:
    """The page, where there is a history."""
    if site.history is None:
        return []
    pending = _told("Not published yet", "not_published", "", site.history.pending or (), site)
    editions = [*filter(None, [pending]), *_editions(site)]
    html = write(
        "changes.html",
        title=_TITLE,
        said=_SAID,
        begins=_BEGINS[site.history.begins],
        editions=editions,
        pending=pending,
        words=in_words,
        to=to_events(INDEX, addresses),
        feed=addresses.link(INDEX, FEED),
    )
    contents = with_top(_TITLE, tuple(Heading(edition.title, edition.anchor) for edition in editions))
    return [Page(INDEX, _TITLE, html, _SAID, _TITLE, contents, (Found(_TITLE, (_SAID,), weight=OTHER_WEIGHT),))]


def files(site: Site, addresses: Addresses) -> list[PlainFile]:
    """The editions as an Atom feed (RFC 4287), where there is a history."""
    if site.history is None:
        return []

    def identity(place: str) -> str:
        return f"{site.url}{place}" if site.url else uuid.uuid5(uuid.NAMESPACE_URL, f"{site.name}/{place}").urn

    page = site.url + addresses.link("", INDEX)
    xml = write(
        "changes.xml",
        site=site,
        title=f"{site.name}: changes",
        editions=_editions(site),
        identity=identity,
        page=page,
        feed=f"{site.url}{FEED}",
        words=in_words,
        to=lambda event: site.url + addresses.link("", f"e/{event}/"),
    )
    return [PlainFile(FEED, _NOT_IN_XML.sub("", xml) + "\n")]


def _editions(site: Site) -> list[Told]:
    """The editions that brought something that can be told, the newest first."""
    assert site.history
    told = []
    days: Counter[datetime.date] = Counter()  # commits need not follow each other in time, so that a day may come again
    for edition in reversed(site.history.editions):
        days[edition.day] += 1
        anchor = f"on_{edition.day}" + (f"_{days[edition.day]}" if days[edition.day] > 1 else "")
        told.append(_told(in_words(parse(str(edition.day))), anchor, edition.updated, edition.changes, site, edition.events))
    return [edition for edition in reversed(told) if edition]


def _told(title: str, anchor: str, updated: str, changes: Sequence[Change], site: Site, first: int = 0) -> Told | None:
    """The edition, None where it brought nothing that can be told. `first` is how many events the first of all held."""
    events = {event.id for event in site.events}
    new = {change.event for change in changes if change.what == "added"}
    of: dict[str, list[Change]] = {}
    withdrawn = 0
    for change in changes:
        event = change.after if change.what == "merged" else change.event
        if change.what == "removed" or (change.what == "merged" and event not in events):
            withdrawn += 1
        elif change.what != "added" and event in events:
            of.setdefault(event, []).append(change)
    added = [Row(event) for event in site.events if event.id in new]
    changed = [_changed(event, of[event.id]) for event in site.events if event.id in of]
    summary = _sum([(len(added), "added"), (len(changed), "changed"), (withdrawn, "withdrawn")])
    if first:
        summary = f"the first version, of {count(first, 'event')}"
    rows = tuple(_rows(label, held) for label, held in (("Changed", changed), ("Added", added)) if held)
    return Told(title, anchor, updated, summary, rows) if summary else None


def _rows(label: str, rows: list[Row]) -> Rows:
    return Rows(label, tuple(rows[:_FEW]), tuple(rows[_FEW:_MANY]), max(len(rows) - _MANY, 0))


def _sum(parts: Sequence[tuple[int, str]]) -> str:
    """ "3 events added, 1 changed"."""
    held = [(number, what) for number, what in parts if number]
    return ", ".join(f"{count(number, 'event') if place == 0 else f'{number:,}'} {what}" for place, (number, what) in enumerate(held))


def _changed(event: Event, changes: Sequence[Change]) -> Row:
    dates = next(((in_words(parse(c.before)), in_words(parse(c.after))) for c in changes if c.what == "date"), None)
    merged = sum(change.what == "merged" for change in changes)
    facts = [_FACTS[change.what].format(count(change.number, "source")) for change in changes if change.what in _FACTS]
    if merged:
        facts.append(f"{count(merged, 'other event')} joined to it")
    return Row(event, dates, tuple(facts))
