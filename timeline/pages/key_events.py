"""Which events matter most.

In: the events of a site and the articles they cite. Out: the importance of each event, worked out from its sources, and among the
events of one page the key events, which the page opens on.

A page of more than 75 events opens on the 50 that matter most. Where others matter just as much as the last of these, none of
their kind is among them: which of them to show would be chance. Where so few are left that nothing stands out, all are shown alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.addresses import publisher_of
from timeline.importance import Importance, Mention, weigh
from timeline.model import Article, Event
from timeline.pages.values import Rank

MANY = 75
"""Events on a page; with more of them it has key events."""
MOST = 50
"""Key events."""
FEWEST = 5
"""Key events; with fewer nothing stands out."""


def importance(events: Iterable[Event], articles: Mapping[str, Article]) -> dict[str, Importance]:
    """The importance of each event by its id. What a person wrote in events.yaml overrules the number, not what explains it."""
    events = tuple(events)
    weighed = weigh(mention for event in events for mention in _mentions(event, articles))
    found = {event.id: weighed.get(event.id, Importance(0.0, 0, 0, 0)) for event in events}
    return found | {event.id: replace(found[event.id], value=event.importance) for event in events if event.importance is not None}


def ranks(events: Sequence[Event], weights: Mapping[str, Importance]) -> dict[str, Rank]:
    """The rank of each of a page's events by its id; empty where the page has no key events."""
    if len(events) <= MANY:
        return {}
    values = sorted((weights[event.id].value for event in events), reverse=True)
    left_out = values[MOST]
    if values[FEWEST - 1] <= left_out:
        return {}
    return {event.id: "key" if weights[event.id].value > left_out else "minor" for event in events}


def _mentions(event: Event, articles: Mapping[str, Article]) -> Iterable[Mention]:
    for source in event.sources:
        article = articles.get(source.article)
        published = article.published.day if article and article.published else None
        yield Mention(
            event=event.id,
            date=source.date or event.date,
            article=source.article or source.url,
            publisher=publisher_of(article, source),
            published=published,
            quote=source.quote,
        )
