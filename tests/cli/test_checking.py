"""`timeline check`: what people, programs and GitHub are told."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from timeline.cli.telling import as_github, as_json, as_text
from timeline.errors import Problem

FAULTY = "events:\n  - id: a\n    date: 2001-13\n    title: A\n    sources:\n      - article: gone.txt\n"


@pytest.fixture
def faulty(run, tmp_path: Path) -> Path:
    (tmp_path / "events.yaml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def test_each_message_has_its_line_under_it(run, faulty: Path) -> None:
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == (
        "events.yaml:3:11: date '2001-13' is not a date. Months run 01 to 12.\n"
        "    3 |     date: 2001-13\n"
        "      |           ^^^^^^^\n"
        "events.yaml:6:18: warning: article 'gone.txt': there is no such file in the project.\n"
        "    6 |       - article: gone.txt\n"
        "      |                  ^^^^^^^^\n"
    )


def test_other_commands_tell_the_same(run, faulty: Path) -> None:
    (faulty / "seeds").mkdir()
    assert run("extract").stderr.startswith(
        "events.yaml:3:11: date '2001-13' is not a date. Months run 01 to 12.\n    3 |     date: 2001-13\n      |           ^^^^^^^\n"
    )


def test_programs_get_one_object_a_line(run, faulty: Path) -> None:
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "path": "events.yaml",
            "line": 3,
            "column": 11,
            "end_column": 18,
            "severity": "error",
            "message": "date '2001-13' is not a date. Months run 01 to 12.",
        },
        {
            "path": "events.yaml",
            "line": 6,
            "column": 18,
            "end_column": 26,
            "severity": "warning",
            "message": "article 'gone.txt': there is no such file in the project.",
        },
    ]


def test_github_gets_commands(run, faulty: Path) -> None:
    assert run("check", "--format", "github").stdout == (
        "::error file=events.yaml,line=3,col=11::date '2001-13' is not a date. Months run 01 to 12.\n"
        "::warning file=events.yaml,line=6,col=18::article 'gone.txt': there is no such file in the project.\n"
    )


def test_programs_are_told_nothing_where_nothing_is_to_mend(run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("events:\n", encoding="utf-8")
    assert run("check", "--format", "json").stdout == run("check", "--format", "github").stdout == ""


def test_what_no_source_supports_is_marked(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council of Norberg met on 3 May 2019.", encoding="utf-8")
    (tmp_path / "events.yaml").write_text(
        "events:\n  - id: a\n    date: 2019-05-03\n    title: A\n"
        "    sources:\n      - article: a.txt\n        quote: It dissolved itself.\n        words: on 3 May\n",
        encoding="utf-8",
    )
    assert run("check").stdout == (
        "events.yaml:7:16: warning: the quote of 'a' is not in a.txt. Copy the sentence from it; … stands for what is left out.\n"
        "    7 |         quote: It dissolved itself.\n"
        "      |                ^^^^^^^^^^^^^^^^^^^^\n"
        "events.yaml:8:16: warning: the words of 'a' are not in its quote. Copy them from it, or delete them.\n"
        "    8 |         words: on 3 May\n"
        "      |                ^^^^^^^^\n"
    )


def test_each_date_is_explained(run, tmp_path: Path) -> None:
    dates = ["c. 2018", "'25 Oct 2018'", "2018-06-12", "before May 2018", '"[2018-08-04, 2018-08-05]"', "03/05/2018", "-0043", "2018"]
    events = "".join(f"  - {{id: e{number}, date: {date}, title: T}}\n" for number, date in enumerate(dates))
    (tmp_path / "events.yaml").write_text(f"events:\n{events}", encoding="utf-8")
    result = run("check", "--explain")
    assert result.exit_code == 1
    assert result.stdout == (
        "events.yaml:2:20: note: e0: 'c. 2018' is read as about 2018 (EDTF 2018~).\n"
        "events.yaml:3:20: note: e1: '25 Oct 2018' is read as Thursday, 25 October 2018 (EDTF 2018-10-25).\n"
        "events.yaml:4:20: note: e2: '2018-06-12' is read as Tuesday, 12 June 2018.\n"
        "events.yaml:5:20: note: e3: 'before May 2018' is read as before May 2018 (EDTF ../2018-04).\n"
        "events.yaml:6:20: note: e4: '[2018-08-04, 2018-08-05]' is read as 4 or 5 August 2018.\n"
        "events.yaml:8:20: note: e6: '-0043' is read as 44 BCE.\n"
        "events.yaml:9:20: note: e7: '2018' is read as 2018.\n"
        "events.yaml:7:20: date '03/05/2018' is not a date. Write 2018-05-03 or 2018-03-05, the one that is meant.\n"
        "    7 |   - {id: e5, date: 03/05/2018, title: T}\n"
        "      |                    ^^^^^^^^^^\n"
    )
    assert run("check", "--explain", "--format", "github").stdout.startswith("::notice file=events.yaml,line=2,col=20::e0: ")


def test_what_github_reads_is_escaped() -> None:
    assert as_github(Problem("a:b,c%.yaml", "50 %\n::error::x\r, y: z")) == "::error file=a%3Ab%2Cc%25.yaml::50 %25%0A::error::x%0D, y: z"


def test_a_problem_without_a_place_is_told_in_every_format() -> None:
    problem = Problem("gone", "is missing.")
    assert as_text(problem) == "gone: is missing."
    assert as_github(problem) == "::error file=gone::is missing."
    assert json.loads(as_json(problem))["line"] is None


def test_the_mark_alone_is_coloured() -> None:
    text = as_text(Problem("a.yaml", "wrong.", 1, 4, "warning", 6, "a: b^ # ^"))
    assert text.splitlines()[2] == "      |    " + click.style("^^", fg="yellow")
    assert "\x1b" not in click.unstyle(text)
