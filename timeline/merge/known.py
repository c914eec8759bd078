"""What an event of the timeline claims, so that it can be compared with others.

In: an event. Out: a claim for each of its sources, under the event's title and names.
"""

from __future__ import annotations

from timeline.model import Claim, Event, Source, Span


def known_claim(event: Event, source: Source) -> Claim:
    """What an event claims by one of its sources."""
    return Claim(
        article=source.article or source.url,
        published=None,
        span=Span(0, 0),
        quote=source.quote,
        date=source.date or event.date,
        words=source.words,
        basis=source.basis,
        title=event.title,
        salience=0.0,
        people=event.people,
        organisations=event.organisations,
        places=event.places,
    )


def known_claims(event: Event) -> list[Claim]:
    """What an event claims by all of them; by its title alone where it has none."""
    return [known_claim(event, source) for source in event.sources or (Source(),)]
