"""One command at a time writes in a project.

In: a project, and a way to tell a person what is waited for. Out: a context in which no other command of this machine writes there.

The lock is the operating system's own: it ends with the process that holds it, however that ends. Its file stays, and holds nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

PLACE = ".timeline/cache/lock"
WAITING = "Another timeline command is writing here; waiting for it to end."


@contextmanager
def alone(project: Path, *, waiting: Callable[[str], None]) -> Iterator[None]:
    """Hold the project's lock. Within it, the same thread may ask for it again. `waiting` is called with one line of text: where
    another command holds the lock, before waiting for it; and where a lock cannot be had, as in a folder that cannot be written
    to, before going on without one. Ask a person nothing while it is held."""
    lock = FileLock(os.path.abspath(project / PLACE), is_singleton=True, fallback_to_soft=False)
    held = False
    try:
        try:
            lock.acquire(blocking=False)
        except Timeout:
            waiting(WAITING)
            lock.acquire()
        held = True
    except (OSError, NotImplementedError) as error:
        why = getattr(error, "strerror", None) or "the system has no locks"
        waiting(f"{PLACE}: this project cannot be locked: {why}. Run no other timeline command here until this one ends.")
    try:
        yield
    finally:
        if held:
            lock.release()
