"""Names and tags reach events.yaml, and what a person wrote there stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main

FIRST = """---
published: 2021-03-12
---
Mayor Anna Lind opened the ferry in Norberg on 10 March 2021. The Norberg Port Authority bought the ferry on 2 February 2021.
"""
SECOND = """---
published: 2021-03-20
---
Mr. Lind closed the ferry again on 18 March 2021.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - timeline: {keep: all}\n", encoding="utf-8")
    (tmp_path / "seeds" / "a.txt").write_text(FIRST, encoding="utf-8")
    return tmp_path


def extract(project: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(project)
    run = CliRunner().invoke(main, ["extract"])
    assert run.exit_code == 0, run.output
    return Path(os.path.join(project, "events.yaml")).read_text(encoding="utf-8")


def test_lists_are_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = extract(project, monkeypatch)
    assert "people: [Anna Lind]\n    places: [Norberg]\n" in text
    assert "organisations: [Norberg Port Authority]\n" in text
    assert "tags:" not in text


def test_a_persons_spelling_and_lists_stay(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited = extract(project, monkeypatch).replace(
        "people: [Anna Lind]\n    places: [Norberg]\n", "people: [Anna M. Lind]\n    tags: [ferry]\n"
    )
    (project / "events.yaml").write_text(edited, encoding="utf-8")
    (project / "seeds" / "b.txt").write_text(SECOND, encoding="utf-8")
    after = extract(project, monkeypatch)
    assert after.count("people: [Anna M. Lind]\n    tags: [ferry]\n") == 2
    assert all(line in after.splitlines() for line in edited.splitlines())
