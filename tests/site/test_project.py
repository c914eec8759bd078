"""The files of a project: articles are read once, and nothing outside of it is published."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from timeline.errors import TimelineError
from timeline.project import Library, Pictures, waiting
from timeline.store import article_digest


def test_an_article_is_read_again_only_when_it_changed(tmp_path: Path, event: Any) -> None:
    report = tmp_path / "seeds" / "a.txt"
    report.parent.mkdir()
    report.write_text("A ferry sank on 4 August 2018.", encoding="utf-8")
    library, events = Library(), [event("a", article="seeds/a.txt", quote="A ferry sank")]
    first, problems = library.cited(tmp_path, events)
    again, _ = library.cited(tmp_path, events)
    assert not problems and first["seeds/a.txt"] is again["seeds/a.txt"]
    report.write_text("Two ferries sank on 4 August 2018.", encoding="utf-8")
    changed, _ = library.cited(tmp_path, events)
    assert changed["seeds/a.txt"].text.startswith("Two ferries")
    assert library.cited(tmp_path, []) == ({}, ())


def test_an_article_that_cannot_be_read_is_told(tmp_path: Path, event: Any) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    read, problems = Library().cited(tmp_path, [event("a", article="a.txt", quote="x"), event("b", article="gone.txt", quote="x")])
    assert not read and [problem.path for problem in problems] == ["a.txt"]


def test_nothing_outside_the_project_is_published(tmp_path: Path, event: Any) -> None:
    (tmp_path / "secret.txt").write_text("A ferry sank on 4 August 2018.", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(b"x")
    project = tmp_path / "project"
    (project / "docs").mkdir(parents=True)
    assert Library().cited(project, [event("a", article="../secret.txt", quote="x")]) == ({}, ())
    pictures = Pictures(project, project / "docs")
    for source in (
        "../secret.png",
        "docs/../../secret.png",
        str(tmp_path / "secret.png"),
        "https://example.org/a.png",
        "",
        "\0.png",
        "a" * 5000 + ".png",
    ):
        assert pictures.locate(source) is None
    assert not pictures.found


@pytest.mark.parametrize(
    ("path", "source", "place"),
    [
        ("docs/a/b.png", "a/b.png", "a/b.png"),
        ("docs/b.png", "docs/b.png", "b.png"),
        ("pictures/b.png", "pictures/b.png", "assets/media/pictures/b.png"),
    ],
)
def test_where_a_picture_goes(tmp_path: Path, path: str, source: str, place: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(b"x")
    pictures = Pictures(tmp_path, tmp_path / "docs")
    assert pictures.locate(source) == place
    assert pictures.found == {place: (tmp_path / path).resolve()}


def test_articles_that_wait(tmp_path: Path, event: Any) -> None:
    (tmp_path / "seeds").mkdir()
    for name in ("cited.txt", "extracted.txt", "new.txt"):
        (tmp_path / "seeds" / name).write_text("x", encoding="utf-8")
    (tmp_path / "events.lock").write_text(f"# comment\narticle {article_digest(b'x')} seeds/extracted.txt\n", encoding="utf-8")
    events = [event("a", article="seeds/cited.txt", quote="x"), event("b", article="seeds/extracted.txt", quote="x")]
    assert waiting(tmp_path, events) == ["seeds/new.txt"]
    (tmp_path / "seeds" / "extracted.txt").write_text("edited", encoding="utf-8")
    assert waiting(tmp_path, events) == ["seeds/extracted.txt", "seeds/new.txt"]
    assert waiting(tmp_path / "nowhere", []) == []


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\xfd", b"---\npublished: yesterday\n---\nx", b"x" * 20_000_001])
def test_articles_that_are_refused_do_not_wait(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bad.txt").write_bytes(data)
    (tmp_path / "seeds" / "a.pdf").write_bytes(b"x")
    assert waiting(tmp_path, []) == []


def test_a_lock_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "events.lock").mkdir()
    with pytest.raises(TimelineError, match=r"^events\.lock: the file cannot be read"):
        waiting(tmp_path, [])


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_out_of_the_project_does_not_wait(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (tmp_path / "project" / "seeds").mkdir(parents=True)
    (tmp_path / "project" / "seeds" / "a.txt").symlink_to(tmp_path / "secret.txt")
    assert waiting(tmp_path / "project", []) == []
