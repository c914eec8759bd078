"""How time grows with the input. In: work of any size. Out: whether it grows as the input does, on a machine of any speed."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Processor time: what else the machine does meanwhile does not count."""
    began = time.process_time()
    work()
    return time.process_time() - began


def is_linear(prepare: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Whether four times the input takes about four times as long; a quadratic step would take sixteen. `prepare` gives the
    work for a size."""
    short, long = prepare(size), prepare(4 * size)
    return any(seconds(long) / max(seconds(short), 0.004) < 9 for _ in range(4))  # again, where the machine was busy
