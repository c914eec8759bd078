"""The commands, as a person uses them: what they print, what they write, and what they say when something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

GOOD = "---\npublished: 2019-05-10\n---\nThe council of Norberg met on 3 May 2019 and dissolved itself.\n"


@pytest.fixture
def project(run, tmp_path: Path) -> Path:
    assert run("new", ".").exit_code == 0
    return tmp_path


def test_new_makes_a_project_that_has_nothing_to_mend(run, tmp_path: Path) -> None:
    result = run("new", "my-story")
    assert result.exit_code == 0
    assert "my-story/seeds" in result.stdout
    files = {path.relative_to(tmp_path / "my-story").as_posix() for path in (tmp_path / "my-story").rglob("*") if path.is_file()}
    assert {"mkdocs.yml", "events.yaml", "docs/index.md", ".github/workflows/publish.yml", ".gitignore"} <= files
    assert "My story" in (tmp_path / "my-story" / "mkdocs.yml").read_text(encoding="utf-8")


def test_new_overwrites_nothing(run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mkdocs.yml").write_text("site_name: mine\n", encoding="utf-8")
    result = run("new", "mine")
    assert result.exit_code == 1
    assert "mine/mkdocs.yml: is there already" in result.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["mkdocs.yml"]


def test_check_counts_and_lists(run, project: Path) -> None:
    assert run("check").stdout == "events.yaml: 0 events, nothing to mend.\n"
    (project / "events.yaml").write_text(
        "events:\n  - id: a\n    date: 2001-13\n    title: A\n  - id: a\n    date: 2001\n", encoding="utf-8"
    )
    result = run("check")
    assert result.exit_code == 1
    assert "events.yaml:3:11: date '2001-13' is not a date. Months run 01 to 12." in result.stdout
    assert len(result.stdout.splitlines()) == 3


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 8,
    "latin.txt": "Der Präsident trat am 3. Mai 2019 zurück.".encode("latin-1"),
    "large.txt": b"On 3 May 2019 it rained. " * 900_000,
    "matter.txt": b"---\npublished: [2019\n---\nIt rained on 3 May 2019.\n",
    "when.txt": b"---\npublished: yesterday\n---\nIt rained on 3 May 2019.\n",
    "nothing.html": b"<html><body><script>let a = 1</script></body></html>",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_article_is_named_and_the_others_go_in(name: str, run, project: Path) -> None:
    (project / "seeds" / name).write_bytes(BAD[name])
    (project / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    result = run("extract")
    assert result.exit_code == 1
    assert f"seeds/{name}" in result.stderr
    assert "1 event added" in result.stdout
    assert "Council of Norberg met" in (project / "events.yaml").read_text(encoding="utf-8")
    assert (project / "seeds" / name).read_bytes() == BAD[name]


def test_a_missing_article_and_a_missing_folder(run, project: Path) -> None:
    result = run("extract", "seeds/none.txt")
    assert result.exit_code == 1
    assert "seeds/none.txt" in result.stderr
    (project / "seeds").rmdir()
    result = run("extract")
    assert result.exit_code == 1
    assert "seeds" in result.stderr


def test_an_article_without_any_date_is_told(run, project: Path) -> None:
    (project / "seeds" / "plain.txt").write_text("The council met. It was raining, and nobody came.\n", encoding="utf-8")
    result = run("extract")
    assert result.exit_code == 0
    assert "seeds/plain.txt: warning: has no publication date; no dated event was found in it." in result.stderr
    assert "published: YYYY-MM-DD" in result.stderr


def test_an_article_outside_the_project_is_refused(run, project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.txt"
    outside.write_text(GOOD, encoding="utf-8")
    result = run("extract", str(outside))
    assert result.exit_code == 1
    assert "lies outside this project" in result.stderr
    assert json.loads(run("extract", "--json", str(outside)).stdout)["date"] == "2019-05-03"


def test_a_broken_events_file_is_left_as_it_is(run, project: Path) -> None:
    broken = b"events:\n  - id: a\n\tdate: 2018\n"
    (project / "events.yaml").write_bytes(broken)
    (project / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    result = run("extract")
    assert result.exit_code == 1
    assert "events.yaml:3:1:" in result.stderr
    assert (project / "events.yaml").read_bytes() == broken


def test_a_missing_events_file_is_made_anew_and_the_lock_set_aside(run, project: Path) -> None:
    (project / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    run("extract")
    (project / "events.yaml").unlink()
    result = run("extract")
    assert result.exit_code == 0
    assert "events.lock is set aside" in result.stderr
    assert "1 event added" in result.stdout


def test_json_is_one_object_a_line_and_writes_nothing(run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "good.txt").write_text(GOOD, encoding="utf-8")
    result = run("extract", "--json", "folder")
    row = json.loads(result.stdout)
    assert set(row) == {"id", "date", "title", "importance", "sources"}
    assert row["sources"] == [
        {
            "path": "folder/good.txt",
            "quote": "The council of Norberg met on 3 May 2019 and dissolved itself.",
            "start": 0,
            "end": 62,
            "dct": "2019-05-10",
        }
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder"]


def test_tag_prints_expressions_and_the_text_they_point_into(run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    text = run("tag", "--text", "good.txt").stdout
    row = json.loads(run("tag", "--json", "good.txt").stdout)
    assert text[row["start"] : row["end"]] == row["text"] == "3 May 2019"
    assert (row["path"], row["type"], row["value"]) == ("good.txt", "DATE", "2019-05-03")
    assert run("tag", "good.txt").stdout.startswith("good.txt:1: '3 May 2019' DATE 2019-05-03")


def test_build_and_serve_need_a_project(run) -> None:
    for command in ("build", "serve"):
        result = run(command)
        assert result.exit_code == 1
        assert "mkdocs.yml: is missing in this folder" in result.stderr


def test_help_lists_the_commands_in_the_order_of_use(run) -> None:
    names = [line.split()[0] for line in run("--help").stdout.partition("Commands:\n")[2].splitlines()]
    assert names == ["new", "extract", "check", "build", "serve", "tag"]
