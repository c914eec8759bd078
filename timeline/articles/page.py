"""What a file of any format holds once its format is read."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import DocumentCreationTime


@dataclass(frozen=True, slots=True)
class Page:
    """The article's text, and what its format says of it; "" or None where it says nothing."""

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: DocumentCreationTime | None = None
