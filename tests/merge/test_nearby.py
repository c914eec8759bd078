"""Events that may be the same are shown beside each other: of the same days, in like words, the likest first."""

from __future__ import annotations

from timeline.edtf import parse
from timeline.merge import nearby
from timeline.model import Event, Source


def event(event_id: str, date: str, title: str, quote: str = "") -> Event:
    return Event(event_id, parse(date), title, sources=(Source(article="seeds/a.txt", quote=quote or f"{title}."),))


COLLAPSE = event("collapse", "2018-02-23", "Bridge falls into the river", "The bridge fell into the river on Friday and two people died.")
OTHERS = (
    event("fall", "2018-02-24", "Span of the bridge fell into the river", "On Friday the span of the bridge fell; two people died."),
    event("month", "2018-02", "Two people died when the bridge fell"),
    event("ferry", "2018-02-23", "Ferry starts from the quay", "The ferry started from the quay at noon."),
    event("later", "2018-03-23", "Bridge falls into the river"),
    event("bare", "2018-02-23", "Bridge falls"),
)


def test_the_likest_of_the_same_days() -> None:
    assert [other.id for other in nearby(COLLAPSE, (COLLAPSE, *OTHERS))] == ["bare", "fall", "month"]
    assert [other.id for other in nearby(COLLAPSE, OTHERS, 1)] == ["bare"]


def test_an_event_without_sources_is_compared_by_its_title() -> None:
    assert nearby(Event("none", parse("2018-02-23"), "The bridge falls"), OTHERS)[0].id == "bare"


def test_none_where_nothing_is_like_it() -> None:
    assert nearby(OTHERS[2], (*OTHERS, COLLAPSE)) == nearby(COLLAPSE, ()) == ()
