"""Runs a command in copies of a project, and kills it at each of its operations on files: the program of test_killing.

In: the folder of the project, a folder for the copies, and the command's arguments. Out: a copy for each kill, named by the number of
the operation, and `whole`, in which the command came to its end.

The kill is the system's own (SIGKILL), which leaves no chance to tidy up. A write counts twice: it is ended at its half, and before it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from timeline.cli import main

OPERATIONS = ("open", "fsync", "close", "chmod", "replace", "rename", "unlink", "mkdir")


def kill_at(stop: int) -> Callable[[], int]:
    """Have the `stop`-th operation of this process end it (0: none). What is returned counts them."""
    count = 0
    write = os.write

    def is_next() -> bool:
        nonlocal count
        count += 1
        return count == stop

    def end() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*arguments: Any, **more: Any) -> Any:
            if is_next():
                end()
            return real(*arguments, **more)

        return operation

    def writing(file: int, data: Any) -> int:
        if is_next():
            end()
        if is_next():
            write(file, bytes(data)[: len(data) // 2])
            end()
        return write(file, data)

    for name in OPERATIONS:
        setattr(os, name, counted(getattr(os, name)))
    os.write = writing
    return lambda: count


def run(project: Path, arguments: list[str], stop: int) -> int:
    """Run the command in a process of its own; how many operations it took, 0 where it was killed."""
    reading, told = os.pipe()
    child = os.fork()
    if not child:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.chdir(project)
        real_write = os.write
        count = kill_at(stop)
        try:
            main(arguments, standalone_mode=False)
        except SystemExit as ended:
            if ended.code:
                os._exit(3)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(3)
        real_write(told, str(count()).encode())
        os._exit(0)
    os.close(told)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as stream:
        taken = stream.read()
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return 0
    assert os.WEXITSTATUS(status) == 0, (project, stop)
    return int(taken)


def kill(project: Path, copies: Path, arguments: list[str]) -> None:
    """Make the copies."""

    def copied(name: str) -> Path:
        return Path(shutil.copytree(project, copies / name, symlinks=True))

    warm = copied("warm")
    os.chdir(warm)
    with contextlib.suppress(SystemExit):
        main(arguments, standalone_mode=False)  # so that what is loaded once is loaded before the forks
    operations = run(copied("whole"), arguments, 0)
    for stop in range(1, operations + 1):
        assert run(copied(str(stop)), arguments, stop) == 0


if __name__ == "__main__":
    kill(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
