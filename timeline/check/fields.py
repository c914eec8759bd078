"""The fields of events.yaml: one table, from which the file is checked and the schema for editors is made.

In: nothing. Out: four lists of `Field`, each in the order in which the fields are written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["version", "events", "id", "date", "text", "texts", "status", "importance", "image", "sources", "article", "url", "file"]


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it holds (`kind`), what it means, and an example as it is written in the file; `examples` are more of them.
    What holds a list of mappings has none of its own."""

    name: str
    kind: Kind
    description: str
    example: str
    required: bool = False
    examples: tuple[str, ...] = ()


_DATES = ("2018-06-12", "2018", "before May 2018", "2018-06/2018-08", "[2018-10-25..2018-11-11]")

FILE = (
    Field("version", "version", "The version of this format: 1.", "1"),
    Field("events", "events", "The events, in any order; each begins with '- '.", "", required=True),
)

EVENT = (
    Field("id", "id", "The permanent address of the event: a-z, 0-9 and -. Never change it once published.", "summit-in-singapore", True),
    Field("date", "date", "When it happened: EDTF, or plain words that mean the same.", "2018-06", True, _DATES),
    Field("title", "text", "Who did what, in one line.", "Two leaders meet in Singapore", True),
    Field("summary", "text", "A few sentences more, in Markdown.", "The first meeting of leaders of the two countries."),
    Field("people", "texts", "The people who took part.", "[Ann Lee, Bo Kim]"),
    Field("organisations", "texts", "The organisations that took part.", "[ASEAN]"),
    Field("places", "texts", "Where it happened.", "[Singapore]"),
    Field("tags", "texts", "Words to find it by.", "[diplomacy]"),
    Field("status", "status", "How far it has come. Without status, an event counts as reviewed.", "reviewed"),
    Field("importance", "importance", "0 to 1. Where it is not set, it is computed from the sources at each build.", "0.7"),
    Field("image", "image", "A picture among the project's files.", "{src: images/summit.jpg, alt: Two people shake hands}"),
    Field("sources", "sources", "Where it is reported; each begins with '- '.", ""),
)

IMAGE = (
    Field("src", "file", "The picture's file, from the project's folder or from docs/.", "images/summit.jpg", True),
    Field("alt", "text", "What the picture shows, for those who cannot see it.", "Two people shake hands", True),
    Field("caption", "text", "The line under the picture.", "The leaders at the start of the summit"),
)

SOURCE = (
    Field("article", "article", "The article's file, from the project's folder; a source has this or a url.", "seeds/summit.txt"),
    Field("url", "url", "The article's address.", "https://example.org/summit"),
    Field("quote", "text", "The exact sentence that reports the event.", "The two leaders met in Singapore in June."),
    Field("date", "date", "The date that this article gives.", "2018-06"),
    Field("words", "text", "The words of the quote that date it; none where the date was inferred.", "in June"),
    Field("basis", "text", "What the words were resolved against, where they did not say it all.", "published 2018-11-08"),
)

STATUSES = {
    "proposed": "Found by extract, and published with a mark until somebody has looked at it.",
    "reviewed": "A person has looked at it; the same as no status.",
    "rejected": "Kept here, so that it is not proposed again, and never published.",
}
OWN_PREFIX = "x-"
