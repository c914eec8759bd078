"""Writing a file whole or not at all.

In: a path, the bytes it held when it was read (None: there was no file) and the bytes it is to hold. Out: nothing, or a
`TimelineError`; then the file is as it was.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import stat
from pathlib import Path

from timeline.errors import Problem, TimelineError


def read_bytes(path: Path, name: str) -> bytes | None:
    """What the file holds, None where there is none. Raises TimelineError, which calls it `name`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TimelineError(Problem(name, f"the file cannot be read: {error.strerror}.")) from None


def write_whole(path: Path, old: bytes | None, new: bytes, name: str = "") -> None:
    """Make the file at `path` hold `new`, provided that it still holds `old`. Links are followed, permissions kept."""
    name = name or path.name
    if old == new:
        return
    place = Path(os.path.realpath(path))
    try:
        _replace(place, old, new, name)
    except OSError as error:
        raise TimelineError(Problem(name, f"the file cannot be written: {error.strerror or error}. Nothing was changed.")) from None


def aside(path: Path) -> Path:
    """Where `set_aside` puts a file: `….old`, or `….old.2` and so on where that is taken."""
    for number in itertools.count(1):
        place = path.with_name(f"{path.name}.old" + (f".{number}" if number > 1 else ""))
        if not os.path.lexists(place):
            break
    return place


def set_aside(path: Path) -> None:
    """Rename the file to its place aside. Raises TimelineError."""
    place = aside(path)
    try:
        path.rename(place)
    except OSError as error:
        raise TimelineError(Problem(path.name, f"the file cannot be renamed to {place.name}: {error.strerror}.")) from None


def _replace(place: Path, old: bytes | None, new: bytes, name: str) -> None:
    if old is not None and not os.access(place, os.W_OK) and place.exists():
        raise PermissionError(errno.EACCES, "it is write-protected")
    temporary, file = _temporary(place)
    try:
        try:
            view = memoryview(new)
            while view:
                view = view[os.write(file, view) :]
            os.fsync(file)
        finally:
            os.close(file)
        if old is not None:
            with contextlib.suppress(FileNotFoundError):  # deleted meanwhile, which is told below
                os.chmod(temporary, stat.S_IMODE(place.stat().st_mode))
        if read_bytes(place, name) != old:
            raise TimelineError(Problem(name, "the file was changed while this ran, so nothing was written. Run the same command again."))
        os.replace(temporary, place)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _flush_folder(place.parent)


def _temporary(place: Path) -> tuple[Path, int]:
    """A new file beside `place`, open for writing."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in itertools.count(1):
        temporary = place.with_name(f".{place.name}.{number}.tmp")
        try:
            return temporary, os.open(temporary, flags, 0o666)
        except FileExistsError:
            continue
    raise AssertionError("itertools.count ends")


def _flush_folder(folder: Path) -> None:
    """Have the new name survive a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
