"""`timeline export` and `timeline import`, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from timeline.exchange import FORMATS

EVENTS = """\
# mine
events:
  - id: summit   # the first
    date: 2018-06
    title: 'They meet'
    people: [Ann Lee, Bo Kim]
    sources:
      - url: https://example.org/summit
        quote: They met in June.
        words: in June

  - id: talks
    date: "[2018-11-01..2018-11-04]"
    title: They talk; again
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: A story\nsite_url: https://news.example/story/\n", encoding="utf-8")
    (tmp_path / "events.yaml").write_text(EVENTS, encoding="utf-8")
    return tmp_path


def events(project: Path) -> str:
    return (project / "events.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.read])
def test_what_was_exported_changes_nothing_when_it_is_imported(name: str, project: Path, run: Run) -> None:
    file = f"out{FORMATS[name].ending}"
    assert run("export", "--format", name, "--output", file).exit_code == 0
    result = run("import", file)
    assert (result.exit_code, result.stdout) == (0, "events.yaml is as it was: 2 events as before.\n")
    assert events(project) == EVENTS


def test_rows_are_added_and_fields_are_changed(project: Path, run: Run) -> None:
    (project / "rows.csv").write_text(
        "Title;DATE;ID;People\nThey sign;June 12, 2018;;Ann Lee\n;;talks;Ann Lee; \nThey meet again;2018-06;summit;\n", encoding="utf-8-sig"
    )
    result = run("import", "rows.csv")
    assert (result.exit_code, result.stdout) == (0, "events.yaml: 1 event added, 2 events changed.\n")
    new = events(project)
    assert "    title: They meet again\n" in new
    assert "# mine" in new and "# the first" in new
    assert "  - id: they-sign\n    date: 2018-06-12\n    title: They sign\n    people: [Ann Lee]\n" in new
    assert run("import", "rows.csv").stdout == "events.yaml is as it was: 3 events as before.\n"
    assert events(project) == new


def test_all_mistakes_are_told_and_nothing_is_written(project: Path, run: Run) -> None:
    (project / "rows.csv").write_text(
        "date,title,tilte\n12/06/2018,One,x\n2018,,\nJun-18,Three,\n2018-06-01,Four,,five\n", encoding="utf-8"
    )
    result = run("import", "rows.csv")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "rows.csv:1: warning: column C: 'tilte' is no column that is known, and is not read. Did you mean 'title'?",
        "rows.csv:2: column A: date '12/06/2018' is not a date. Write 2018-06-12 or 2018-12-06, the one that is meant.",
        "rows.csv:3: this event has no title. Write one.",
        "rows.csv:4: column A: date 'Jun-18' was shortened by a spreadsheet. Write 2018-06 or 1918-06 where 18 is the year, or a year and "
        "06-18 where it is a day; and format the column as text.",
        "rows.csv:5: this row has 4 cells, and the header 3. Put a cell that holds the delimiter in quotes.",
    ]
    assert events(project) == EVENTS


def test_a_dry_run_shows_the_change(project: Path, run: Run) -> None:
    (project / "rows.csv").write_text("id,title\nsummit,They met\n", encoding="utf-8")
    result = run("import", "--dry-run", "rows.csv")
    assert "-    title: 'They meet'\n" in result.stdout and "+    title: They met\n" in result.stdout
    assert result.stderr == "events.yaml: 1 event would be changed.\n"
    assert events(project) == EVENTS


def test_a_project_begins_with_an_import(tmp_path: Path, run: Run) -> None:
    (tmp_path / "rows.csv").write_text("date\ttitle\n2018\tOne\n", encoding="utf-16")
    assert run("import", "rows.csv").stdout == "events.yaml: 1 event added.\n"
    assert "  - id: one\n    date: 2018\n    title: One\n" in events(tmp_path)


def test_the_format_is_asked_for_where_nothing_tells_it(project: Path, run: Run) -> None:
    assert run("export").exit_code == 2
    (project / "notes").write_text("A note.\n", encoding="utf-8")
    assert "the format is not known. Write --format" in run("import", "notes").stderr
    Path("feed.atom").write_text('<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"/>', encoding="utf-8")
    assert "an Atom feed is only written, never read. Write --format" in run("import", "feed.atom").stderr
    assert "the file cannot be read: No such file or directory. Check the path." in run("import", "none.csv").stderr
    assert "cannot be read" in run("import", "nothing.csv").stderr


@pytest.mark.parametrize("name", ["events.yaml", "events.lock", "mkdocs.yml", "seeds/article.txt", "../{here}/events.yaml", "link.csv"])
def test_no_export_replaces_a_file_of_the_project(name: str, project: Path, run: Run) -> None:
    (project / "seeds").mkdir()
    for own in ("events.lock", "seeds/article.txt"):
        (project / own).write_text("", encoding="utf-8")
    if name == "link.csv":
        try:
            (project / name).symlink_to("events.yaml")
        except OSError:
            pytest.skip("this system lets nobody make links")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    result = run("export", "--format", "csv", "--output", name.format(here=project.name))
    assert result.exit_code == 1
    assert "is a file of the project itself, which no export replaces. Name another file." in result.stderr
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
