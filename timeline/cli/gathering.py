"""The way of many articles: those that were read before come from the cache, the others are read on all cores.

In: paths. Out: a `Reading` of each, in the order of the paths, the same however they were come by.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVar

import click

from timeline.check.reading import collector_off
from timeline.cli.cache import Cache
from timeline.cli.reading import Reading, read
from timeline.errors import Problem, TimelineError

_PROGRESS_FROM = 20
"""Fewer articles than this are read before a progress bar would be seen."""
_PROGRESS_FROM_BYTES = 1_000_000
_PROCESSES_FROM = 100
"""Fewer articles than this are read before another process would have begun."""
_PROCESSES_FROM_BYTES = 1_000_000
_CHUNK_BYTES = 100_000
"""What a process is given at a time: work for about a second, after which it can be interrupted."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def gather(paths: Sequence[Path], given: Collection[Path], cache: Cache, model: str = "") -> list[Reading]:
    """Read articles, with a progress bar where that takes time. A file without text is passed over with a warning where it is one
    of several, and not itself among those `given`. `model` is the spaCy model that finds names, "" for the rules alone.
    Raises TimelineError where a process that reads was ended."""
    readings = {path: reading for path in paths if (reading := cache.reading(path))}
    unread = [path for path in paths if path not in readings]
    sizes = [_size(path) for path in unread]
    hidden = len(unread) < _PROGRESS_FROM and sum(sizes) < _PROGRESS_FROM_BYTES
    processes = _processors() if len(unread) >= _PROCESSES_FROM or sum(sizes) >= _PROCESSES_FROM_BYTES else 1
    try:
        with click.progressbar(length=sum(sizes), label="Reading articles", file=sys.stderr, hidden=hidden) as bar:
            chunks = in_processes(partial(_read_all, model=model), _chunks(unread, sizes), processes)
            with closing(chunks):
                for path, size, reading in zip(unread, sizes, chain.from_iterable(chunks), strict=True):
                    readings[path] = reading
                    cache.add(reading)
                    bar.update(size)
    finally:
        cache.save()
    wanted = frozenset(given if len(paths) > 1 else paths)
    return [_refused(readings[path]) if path in wanted else readings[path] for path in paths]


def in_processes(work: Callable[[Item], Result], items: Sequence[Item], processes: int) -> Generator[Result, None, None]:
    """The results of `work`, in the order of the items; made in this process where one is enough. Raises TimelineError where
    another one was ended from outside."""
    processes = min(processes, len(items))
    if processes <= 1:
        yield from map(work, items)
        return
    # The same on every system; a fork would copy the threads of a server.
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _begin) as pool:
        try:
            with _uninterrupted():
                futures = [pool.submit(work, item) for item in items]
            for future in futures:
                yield future.result()
        except BrokenProcessPool:
            found = "a process that reads articles was ended from outside, perhaps for want of memory; nothing was written to events.yaml."
            raise TimelineError(Problem("timeline", f"{found} Run it again: what was read is not read again.")) from None
        except BaseException:  # Ctrl-C, which may have reached this process alone
            for process in multiprocessing.active_children():
                process.terminate()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """A process that reads ends with Ctrl-C, without a word, and with the process that it reads for."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C does nothing here, nor in the processes that begin here, until they say otherwise: half begun, they would complain."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _read_all(paths: Iterable[Path], model: str) -> list[Reading]:
    with collector_off():
        return [read(path, path.as_posix(), model) for path in paths]


def _chunks(paths: Sequence[Path], sizes: Sequence[int]) -> list[list[Path]]:
    """The paths in lists of about the same number of bytes."""
    chunks: list[list[Path]] = []
    room = 0
    for path, size in zip(paths, sizes, strict=True):
        if room <= 0:
            chunks.append([])
            room = _CHUNK_BYTES
        chunks[-1].append(path)
        room -= size
    return chunks


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _refused(reading: Reading) -> Reading:
    """The reading, where it gave nothing its warnings as errors."""
    if reading.claims is not None:
        return reading
    return replace(reading, problems=tuple(replace(problem, severity="error") for problem in reading.problems))


def _size(path: Path) -> int:
    """The bytes of a file, at least 1; reading it says what is wrong where there is none."""
    try:
        return max(1, path.stat().st_size)
    except (OSError, ValueError):
        return 1
