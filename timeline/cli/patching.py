"""What turns one run of bytes into another, so that the way back from an edit can be kept without the whole file.

In: two runs of bytes. Out: a `Patch`, which holds only what differs.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patch:
    """From `start`, `length` bytes are `data` instead."""

    start: int
    length: int
    data: bytes

    def applied(self, old: bytes) -> bytes:
        """What the old bytes become."""
        return old[: self.start] + self.data + old[self.start + self.length :]


def patch(old: bytes, new: bytes) -> Patch:
    """The patch that makes `new` of `old`."""
    shorter = min(len(old), len(new))
    start = bisect_left(range(1, shorter + 1), True, key=lambda size: old[:size] != new[:size])
    same = bisect_left(range(1, shorter - start + 1), True, key=lambda size: old[-size:] != new[-size:])
    return Patch(start, len(old) - start - same, new[start : len(new) - same])
