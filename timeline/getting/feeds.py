"""The articles that a feed names, where the extra that reads feeds is installed.

In: the bytes of an RSS or Atom feed. Out: the address of each article and the day that the feed gives it.
"""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass

from timeline.articles import dates
from timeline.errors import Problem, TimelineError


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of a feed; `published` is the day as it is written there, None where none is."""

    url: str
    published: datetime.date | None


def read(data: bytes, name: str) -> list[Entry]:
    """The articles of a feed, as it orders them, each once. `name` is its address or path. Raises TimelineError."""
    try:
        import feedparser
    except ImportError:
        raise TimelineError(Problem(name, "feeds are read by an extra. To have it: pip install 'news-timeline[feeds]'.")) from None
    found = feedparser.parse(io.BytesIO(data), response_headers={"content-location": name}, sanitize_html=False)
    if not found.get("version") and not found.entries:
        raise TimelineError(Problem(name, "this is no feed. Look for its address in the page: RSS or Atom."))
    entries: dict[str, Entry] = {}
    for entry in found.entries:
        url = str(entry.get("link") or "")
        if url:
            entries.setdefault(url, Entry(url, _day(str(entry.get("published") or ""))))
    return list(entries.values())


def _day(text: str) -> datetime.date | None:
    try:
        return dates.parse(text)
    except ValueError:
        return None
