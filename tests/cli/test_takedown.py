"""Taking an article out: what stands on it is told, and when it is wanted nothing of it is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.check import load

AGENCY = "---\npublished: 2019-05-10\nurl: https://agency.example/norberg\n---\n{}"
SHARED = "The council of Norberg dissolved itself on 3 May 2019."
ALONE = "Mayor Astrid Lund resigned on 7 May 2019."


@pytest.fixture
def project(run, tmp_path: Path) -> Path:
    assert run("new", ".").exit_code == 0
    (tmp_path / "seeds" / "agency.txt").write_text(AGENCY.format(f"{SHARED}\n\n{ALONE}\n"), encoding="utf-8")
    (tmp_path / "seeds" / "agency.txt.source.yaml").write_text("url: https://agency.example/norberg\n", encoding="utf-8")
    (tmp_path / "seeds" / "courier.txt").write_text(f"---\npublished: 2019-05-11\n---\n{SHARED}\n", encoding="utf-8")
    assert run("extract", "--all").exit_code == 0
    assert len(load(tmp_path / "events.yaml").events) == 2
    return tmp_path


def contents(project: Path) -> dict[str, bytes]:
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in project.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["seeds/agency.txt", "./seeds/agency.txt", "https://agency.example/norberg"])
def test_what_stands_on_it_is_told_and_nothing_is_changed(run, project: Path, name: str) -> None:
    before = contents(project)
    result = run("takedown", name)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == ["seeds/agency.txt: goes.", "seeds/agency.txt.source.yaml: goes."]
    assert any(": 'mayor-astrid-lund-resigned' goes: it has no other source." in line for line in lines)
    assert any("stays with its other sources" in line and "Look whether its title" in line for line in lines)
    assert any("the same sentence stands here, from seeds/courier.txt" in line for line in lines)
    assert lines[-1] == "Nothing was changed. To take it out: timeline takedown seeds/agency.txt --yes"
    assert contents(project) == before


def test_nothing_of_it_is_left(run, project: Path) -> None:
    result = run("takedown", "seeds/agency.txt", "--yes")
    assert result.exit_code == 0
    assert "Not reached: what was published" in result.stdout
    for name, data in contents(project).items():
        assert "agency" not in name
        for word in (b"agency", b"Lund", b"lund"):
            assert word not in data, name
    assert [[source.article for source in event.sources] for event in load(project / "events.yaml").events] == [["seeds/courier.txt"]]
    assert run("check").exit_code == 0
    before = contents(project)["events.yaml"]
    assert run("extract", "--all").exit_code == 0
    assert contents(project)["events.yaml"] == before


def test_what_it_was_before_it_was_retrieved_again_goes_too(run, project: Path) -> None:
    for name in ("agency.txt.old", "agency.txt.old.source.yaml", "agency.txt.old.2", "agency.txt.older", "agency.txtx"):
        (project / "seeds" / name).write_bytes(b"x")
    assert run("takedown", "seeds/agency.txt", "--yes").exit_code == 0
    assert sorted(path.name for path in (project / "seeds").glob("agency*")) == ["agency.txt.older", "agency.txtx"]


def test_a_line_that_still_names_it_is_told(run, project: Path) -> None:
    path = project / "events.yaml"
    path.write_text("# seeds/agency.txt was sent by a friend\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert "events.yaml:1: the article is still named here." in run("takedown", "seeds/agency.txt", "--yes").stdout


def test_a_file_that_is_gone_already_leaves_its_sources_to_take_out(run, project: Path) -> None:
    (project / "seeds" / "agency.txt").unlink()
    assert run("takedown", "seeds/agency.txt", "--yes").exit_code == 0
    assert "agency" not in (project / "events.yaml").read_text(encoding="utf-8")


def test_where_lines_cannot_be_edited_nothing_is_deleted(run, project: Path) -> None:
    path = project / "events.yaml"
    path.write_text(
        "events:\n  - {id: a, date: 2019, title: T, sources: [{article: seeds/agency.txt}, {article: seeds/courier.txt}]}\n",
        encoding="utf-8",
    )
    before = contents(project)
    result = run("takedown", "seeds/agency.txt", "--yes")
    assert result.exit_code == 1
    assert "events.yaml:2:5: this event is written in one line" in result.stderr
    assert contents(project) == before


@pytest.mark.parametrize(("name", "said"), [("seeds/none.txt", "nothing of this project stands on it"), ("seeds", "is a folder")])
def test_what_is_no_article_is_told(run, project: Path, name: str, said: str) -> None:
    result = run("takedown", name)
    assert result.exit_code == 1
    assert said in result.stderr
