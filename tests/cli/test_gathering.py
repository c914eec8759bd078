"""Many articles: on all cores as in one, and each read once while it does not change."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from timeline import __version__
from timeline.articles import find
from timeline.cli import cache, gathering
from timeline.cli.cache import FILE, Cache
from timeline.cli.gathering import gather, in_processes
from timeline.errors import TimelineError

STORY = Path(__file__).parents[2] / "examples" / "venn-bridge" / "seeds"


def article(number: int) -> str:
    return f"---\npublished: 2021-03-12\n---\nThe council of Norberg closed bridge number {number} on {number % 8 + 1} March 2021.\n"


@pytest.fixture
def project(run, tmp_path: Path) -> Path:
    """A project with a few articles of several kinds, of which one holds no text."""
    assert run("new", ".").exit_code == 0
    for path in sorted(STORY.iterdir())[:4]:
        shutil.copy(path, tmp_path / "seeds")
    for number in range(3):
        (tmp_path / "seeds" / f"{number}.txt").write_text(article(number), encoding="utf-8")
    (tmp_path / "seeds" / "empty.txt").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are read, as they are."""
    names: list[str] = []
    read = gathering.read

    def counted(path: Path, name: str, model: str) -> gathering.Reading:
        names.append(path.name)
        return read(path, name, model)

    monkeypatch.setattr(gathering, "read", counted)
    return names


# On all cores


def test_many_processes_give_the_same_as_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = find([Path("seeds")])
    one = gather(paths, [], Cache())
    monkeypatch.setattr(gathering, "_PROCESSES_FROM", 2)
    monkeypatch.setattr(gathering, "_CHUNK_BYTES", 1000)
    monkeypatch.setattr(gathering, "_processors", lambda: 2)
    assert gather(paths, [], Cache()) == one
    assert [reading.path for reading in one] == [path.as_posix() for path in paths]


def test_a_process_that_is_ended_is_told() -> None:
    with pytest.raises(TimelineError, match=r"ended from outside.* Run it again"):
        list(in_processes(os._exit, [3, 3], 2))


def test_a_fault_in_a_process_is_not_hidden() -> None:
    with pytest.raises(ValueError, match="no number"):
        list(in_processes(int, ["1", "no number"], 2))


def test_ctrl_c_works_again_once_the_processes_run() -> None:
    results = in_processes(int, ["1", "2", "3"], 2)
    assert next(results) == 1
    with pytest.raises(KeyboardInterrupt):
        results.throw(KeyboardInterrupt)


# From the cache


def test_one_new_article_is_read_alone(run, project: Path, reads: list[str]) -> None:
    assert run("extract").exit_code == 0
    assert len(reads) == len(find([project / "seeds"]))
    reads.clear()
    (project / "seeds" / "new.txt").write_text(article(7), encoding="utf-8")
    assert "1 event added" in run("extract").stdout
    assert reads == ["empty.txt", "new.txt"]  # what gave nothing is tried again


def test_what_is_kept_is_what_was_read(project: Path) -> None:
    paths = find([Path("seeds")])
    first = gather(paths, [], Cache(Path(), writes=True))
    assert sum(len(reading.claims or ()) for reading in first) > 20
    kept = Cache(Path())
    assert [kept.reading(path) for path in paths if path.name != "empty.txt"] == [
        reading for reading in first if reading.claims is not None
    ]


def test_notes_on_an_article_are_told_again(run, project: Path, reads: list[str]) -> None:
    (project / "seeds" / "plain.txt").write_text("Nothing happened.\n", encoding="utf-8")
    first = run("extract").stderr
    reads.clear()
    assert run("extract").stderr == first
    assert "plain.txt: warning: has no publication date" in first
    assert "plain.txt" not in reads


@pytest.mark.parametrize("change", ["edited", "another kind", "settings", "program", "deleted"])
def test_nothing_stale_is_used(run, project: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    run("extract")
    reads.clear()
    name = "0.txt"
    if change == "edited":
        (project / "seeds" / name).write_text(article(8), encoding="utf-8")
    elif change == "another kind":
        (project / "seeds" / name).rename(project / "seeds" / (name := "0.md"))
    elif change == "settings":
        assert Cache(Path(), "other").reading(Path("seeds/0.txt")) is None
        return
    elif change == "program":
        monkeypatch.setattr(cache, "_fingerprint", lambda settings: "another")
    else:
        (project / FILE).unlink()
    run("extract")
    assert name in reads
    assert ("1.txt" in reads) == (change in ("program", "deleted"))


def test_the_fingerprint_follows_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "timeline"
    (package / "tables").mkdir(parents=True)
    monkeypatch.setattr(cache, "_PACKAGE", package)
    fingerprint = cache._fingerprint.__wrapped__
    seen = {fingerprint("")}
    for name in ("a.py", "b.py", "tables/words.txt"):
        (package / name).write_text(f"# {__version__}", encoding="utf-8")
        seen.add(fingerprint(""))
    (package / "a.py").write_text("changed", encoding="utf-8")
    seen |= {fingerprint(""), fingerprint("setting")}
    assert len(seen) == 6
    assert fingerprint("") in seen


def test_an_article_that_moved_or_was_copied_is_not_read_again(run, project: Path, reads: list[str]) -> None:
    run("extract")
    reads.clear()
    (project / "seeds" / "0.txt").rename(project / "seeds" / "moved.txt")
    shutil.copy(project / "seeds" / "1.txt", project / "seeds" / "copy.txt")
    run("extract")
    assert reads == ["empty.txt"]
    assert "article: seeds/copy.txt" in (project / "events.yaml").read_text(encoding="utf-8")


def test_entries_of_articles_that_are_gone_are_removed(run, project: Path) -> None:
    run("extract")
    (project / "seeds" / "0.txt").unlink()
    (project / "seeds" / "1.txt").write_text(article(6), encoding="utf-8")
    run("extract", "seeds/2.txt")
    kept = (project / FILE).read_text(encoding="ascii")
    assert '"seeds/0.txt"' not in kept and '"seeds/1.txt"' in kept  # it may be as it was again
    run("extract")
    assert (project / FILE).read_text(encoding="ascii").count('"seeds/1.txt"') == 1


def test_a_broken_entry_is_read_as_missing(run, project: Path, reads: list[str]) -> None:
    run("extract")
    whole = (project / FILE).read_bytes()
    events = (project / "events.yaml").read_bytes()
    for cut in (0, 1, 70, len(whole) // 2, len(whole) - 1):
        (project / FILE).write_bytes(whole[:cut])
        assert "nothing new" in run("extract").stdout
        assert sorted((project / FILE).read_bytes().split()) == sorted(whole.split())
    for place in range(66, len(whole), len(whole) // 40):
        (project / FILE).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert "nothing new" in run("extract").stdout
    (project / FILE).write_bytes(b"\xff\n" + whole)
    assert "nothing new" in run("extract").stdout
    assert (project / "events.yaml").read_bytes() == events


def test_a_cache_that_cannot_be_written_does_no_harm(run, project: Path) -> None:
    (project / ".timeline" / "cache").write_text("in the way", encoding="utf-8")
    assert run("extract").exit_code == 0
    assert (project / ".timeline" / "cache").read_text(encoding="utf-8") == "in the way"


def test_a_full_disk_leaves_nothing_behind(run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(cache.os, "replace", full)
        Cache(Path(), writes=True).save()
        filled = Cache(Path(), writes=True)
        filled.add(gathering.read(Path("seeds/0.txt"), "seeds/0.txt"))
        filled.save()
    assert list((project / FILE).parent.iterdir()) == []


def test_what_writes_nothing_writes_no_cache(run, project: Path, reads: list[str]) -> None:
    for arguments in (["--json"], ["--dry-run"]):
        run("extract", *arguments)
        assert not (project / FILE).exists()
    run("extract")
    reads.clear()
    run("extract", "--json")
    assert reads == ["empty.txt"]
