"""A write is whole or not at all, whatever fails and whenever."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from timeline.errors import TimelineError
from timeline.store import files
from timeline.store.files import aside, set_aside, write_whole

OPERATIONS = ("open", "write", "fsync", "close", "chmod", "replace")
OLD, NEW = b"old\r\n", b"new\n" * 1000


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_writes_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    write_whole(path, None, OLD)
    assert path.read_bytes() == OLD
    write_whole(path, OLD, NEW)
    assert path.read_bytes() == NEW
    assert names(tmp_path) == ["events.yaml"]


def test_does_not_write_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(OLD)
    before = path.stat()
    write_whole(path, OLD, OLD)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("old", [None, b"another", b""])
def test_a_file_that_was_changed_meanwhile_is_left(tmp_path: Path, old: bytes | None) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(OLD)
    with pytest.raises(TimelineError, match=r"events.yaml: the file was changed while this ran.*Run the same command again"):
        write_whole(path, old, NEW)
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["events.yaml"]


def test_a_file_that_was_deleted_meanwhile_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(TimelineError):
        write_whole(tmp_path / "events.yaml", OLD, NEW)
    assert names(tmp_path) == []


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("old", [None, OLD])
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str, error: BaseException, old: bytes | None
) -> None:
    path = tmp_path / "events.yaml"
    if old is not None:
        path.write_bytes(old)
    calls = []

    def failing(*arguments: Any, **more: Any) -> None:
        if operation == "close":
            real_close(*arguments)
        calls.append(arguments)
        raise error

    real_close = os.close
    monkeypatch.setattr(files.os, operation, failing)
    if operation == "chmod" and old is None:
        write_whole(path, old, NEW)
        assert not calls
        return
    with pytest.raises(TimelineError if isinstance(error, OSError) else KeyboardInterrupt) as caught:
        write_whole(path, old, NEW)
    monkeypatch.undo()
    assert calls
    if isinstance(error, OSError):
        assert str(caught.value) == "events.yaml: the file cannot be written: No space left on device. Nothing was changed."
    assert names(tmp_path) == ([] if old is None else ["events.yaml"])
    assert old is None or path.read_bytes() == old


@pytest.mark.parametrize("operation", (*OPERATIONS, "unlink"))
def test_a_kill_leaves_the_old_file_or_the_new(tmp_path: Path, operation: str) -> None:
    """The process ends at once at each operation, before it and after it, with no chance to tidy up."""
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from timeline.store import files\n"
        "operation, when = sys.argv[2:]\n"
        "real = getattr(os, operation)\n"
        "def ending(*arguments, **more):\n"
        "    result = real(*arguments, **more) if when == 'after' else None\n"
        "    os._exit(9)\n"
        "setattr(os, operation, ending)\n"
        f"files.write_whole(Path(sys.argv[1]), {OLD!r}, b'new\\n' * 1000)\n"
    )
    for when in ("before", "after"):
        path = tmp_path / when / "events.yaml"
        path.parent.mkdir()
        path.write_bytes(OLD)
        ended = subprocess.run([sys.executable, "-c", program, str(path), operation, when], check=False).returncode
        assert ended == (0 if operation == "unlink" else 9)
        written = ended == 0 or (operation == "replace" and when == "after")
        assert path.read_bytes() == (NEW if written else OLD)
        write_whole(path, path.read_bytes(), b"next")  # what a kill leaves behind is in nobody's way
        assert path.read_bytes() == b"next"


def test_writes_in_parts_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(files.os, "write", lambda file, data: real(file, data[:7]))
    write_whole(tmp_path / "events.yaml", None, NEW)
    assert (tmp_path / "events.yaml").read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    write_whole(path, None, OLD)
    (tmp_path / "other").write_bytes(OLD)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "other").stat().st_mode)
    path.chmod(0o640)
    write_whole(path, OLD, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_followed(tmp_path: Path) -> None:
    place = tmp_path / "elsewhere" / "events.yaml"
    place.parent.mkdir()
    place.write_bytes(OLD)
    (tmp_path / "events.yaml").symlink_to(place)
    write_whole(tmp_path / "events.yaml", OLD, NEW)
    assert (tmp_path / "events.yaml").is_symlink()
    assert place.read_bytes() == NEW


def test_a_write_protected_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(files.os, "access", lambda place, mode: False)
    with pytest.raises(TimelineError, match="the file cannot be written: it is write-protected"):
        write_whole(path, OLD, NEW)
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["events.yaml"]


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").mkdir()
    with pytest.raises(TimelineError, match=r"events\.yaml"):
        write_whole(tmp_path / "events.yaml", None, NEW)
    assert names(tmp_path) == ["events.yaml"]


def test_setting_aside_takes_the_next_free_name(tmp_path: Path) -> None:
    for expected in ("events.lock.old", "events.lock.old.2", "events.lock.old.3"):
        (tmp_path / "events.lock").write_text(expected)
        assert aside(tmp_path / "events.lock").name == expected
        set_aside(tmp_path / "events.lock")
        assert (tmp_path / expected).read_text() == expected
    with pytest.raises(TimelineError, match="cannot be renamed"):
        set_aside(tmp_path / "events.lock")
