"""Templates, and the words that several pages share.

In: a template's name and its values. Out: HTML. Every value is escaped, except HTML that `safe` made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from timeline.counting import count
from timeline.edtf import Date, Day, parse
from timeline.model import Event
from timeline.pages.event import EventView, inferred
from timeline.pages.values import Addresses, Heading, Rank, Site
from timeline.wording import in_words

TOP = "top_"  # the anchor of a page's heading; holds an underscore, which no event's id does


def write(template: str, **values: Any) -> str:
    """The template with these values."""
    return _templates().get_template(template).render(top=TOP, **values)


def write_event(event: EventView, linked: bool, rank: Rank) -> Markup:
    """The event as it stands in a stream."""
    macro: Callable[[EventView, bool, Rank], Markup] = _templates().get_template("event.html").module.event  # type: ignore[attr-defined]
    return macro(event, linked, rank)


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("timeline", "templates/pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["count"] = count
    return environment


def summary(site: Site) -> str:
    """ "7 events, 2017 to 11 November 2018, from 1 article. 2 dates are inferred." """
    if not site.events:
        return "No events yet."
    said = [count(len(site.events), "event"), whole_span(site.events)]
    articles = {source.article or source.url for event in site.events for source in event.sources}
    if articles:
        said.append(f"from {count(len(articles), 'article')}")
    guesses = sum(map(inferred, site.events))
    about_guesses = f" {guesses} {'date is' if guesses == 1 else 'dates are'} inferred." if guesses else ""
    return ", ".join(said) + "." + about_guesses


def whole_span(events: Sequence[Event]) -> str:
    """From the first to the last of the events, which are in order: "2017 to 11 November 2018"."""

    def end(date: Date) -> Day:
        known = date.latest or date.earliest
        assert known
        return known

    first = events[0].date.points[0] or events[0].date.points[-1]
    points = max((event.date for event in events), key=end).points
    last = points[-1] or points[0]
    assert first and last
    if (first.first, first.last) == (last.first, last.last):
        return in_words(Date(first.edtf, "single", (first,)))
    return in_words(parse(f"{first.edtf.rstrip('~?%')}/{last.edtf.rstrip('~?%')}"))


def with_top(title: str, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The contents of a page under its own heading."""
    return (Heading(title, TOP, 0, headings),)


def to_events(here: str, addresses: Addresses) -> Callable[[str], str]:
    """Turns an event's id into its address in the stream, as the page `here` writes it."""
    return lambda event: addresses.link(here, addresses.events[event], event)
