"""Numbers of things, in words. In: a number and what is counted. Out: "1 event", "7 events"."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """The number with its noun, thousands set apart: "1,204 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
