"""What a site allows programs to fetch (RFC 9309).

In: the status and the bytes of its robots.txt. Out: `Rules`. A site without the file allows all; one that fails to send it allows
nothing for now.
"""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

AGENT = "news-timeline"
"""The name under which rules for this program stand in a robots.txt."""
LARGEST = 512_000
"""Bytes of a robots.txt that are read."""
LONGEST_DELAY = 30.0
"""Seconds between two requests that a site can ask for."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site allows. `delay` is how many seconds it asks for between two requests; `known` is False where it did not say."""

    delay: float = 0.0
    known: bool = True
    _parsed: Protego | None = None

    def allow(self, url: str) -> bool:
        """Whether the page may be fetched."""
        return self.known and (self._parsed is None or self._parsed.can_fetch(url, AGENT))


def rules(status: int, data: bytes) -> Rules:
    """The rules of a site that answered with this status and these bytes."""
    if 200 <= status < 300:
        parsed = Protego.parse(data[:LARGEST].decode("utf-8-sig", "replace"))
        return Rules(min(float(parsed.crawl_delay(AGENT) or 0), LONGEST_DELAY), True, parsed)
    return Rules(known=status < 500 and status != 429)
