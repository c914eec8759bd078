"""The whole way, on the real article: what is found in it, and that a person's edits stay."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLE = next(SEEDS.glob("*.txt"))

# date as the article stands, date when it is known to be published on 8 November 2018, words of the quote
WANTED = [
    ("2017", "2017", "found in a 2017 statement"),
    ("2018-06", "2018-06", "in a June summit"),
    ("2018-08-04", "2018-08-04", "speaks with Russia's Deputy Foreign Minister Igor Morgulov"),
    ("2018-08-04", "2018-08-04", "a joint statement by foreign ministers"),
    ("2018-10-25", "2018-10-25", "Treasury Department designated"),
    ("[2018-10-25..2018-11-11]", "[2018-11-05..2018-11-11]", "were postponed"),
    ("2018-11-11", "2018-11-11", "summit that begins November 11"),
]


def timeline(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def events_of(path: Path, **environment: str) -> list[dict[str, object]]:
    run = timeline("extract", "--json", path.name, cwd=path.parent, **environment)
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project that holds the article."""
    assert timeline("new", "story", cwd=tmp_path).returncode == 0
    folder = tmp_path / "story"
    (folder / "seeds" / ARTICLE.name).write_bytes(ARTICLE.read_bytes())
    return folder


@pytest.mark.parametrize("column", [0, 1], ids=["as given", "dated"])
def test_exactly_its_seven_events(column: int, tmp_path: Path) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    copy = tmp_path / "article.txt"
    copy.write_text(("---\npublished: 2018-11-08\n---\n" if column else "") + text, encoding="utf-8", newline="")
    events = events_of(copy)
    assert len(events) == len(WANTED)
    left = list(events)
    for want in WANTED:
        found = next((e for e in left if e["date"] == want[column] and want[2] in e["sources"][0]["quote"]), None)
        assert found, f"no event of {want[column]} that quotes {want[2]!r}"
        left.remove(found)
    for event in events:
        assert len(event["title"]) <= 90
        assert not re.match(r"(On|In|At|By|Ahead)\b|\d", event["title"])
        assert not event["title"].endswith(("…", ","))
        (source,) = event["sources"]
        assert text[source["start"] : source["end"]] == source["quote"]
        assert source["dct"] == ("2018-11-08" if column else "[2018-10-25..2018-11-11]")


def test_same_events_in_another_place_and_time(tmp_path: Path) -> None:
    copy = tmp_path / ARTICLE.name
    copy.write_bytes(ARTICLE.read_bytes())
    here = events_of(copy)
    # A clock in July of another year, set for the Python below the command line.
    (tmp_path / "sitecustomize.py").write_text(
        "import time, datetime\n"
        "_then = 1500000000.0\n"
        "time.time = lambda: _then\n"
        "class _Day(datetime.date):\n    @classmethod\n    def today(cls): return cls(2017, 7, 14)\n"
        "class _Time(datetime.datetime):\n    @classmethod\n    def now(cls, tz=None): return cls(2017, 7, 14, 2, 40, tzinfo=tz)\n"
        "    @classmethod\n    def today(cls): return cls(2017, 7, 14, 2, 40)\n"
        "datetime.date, datetime.datetime = _Day, _Time\n",
        encoding="utf-8",
    )
    assert events_of(copy, PYTHONPATH=str(tmp_path), TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8") == here
    assert events_of(copy, TZ="America/Adak", LC_ALL="C", PYTHONHASHSEED="7") == here


def test_a_persons_edits_stay(project: Path) -> None:
    assert timeline("extract", cwd=project).returncode == 0
    events_file = project / "events.yaml"
    first = events_file.read_bytes()
    again = timeline("extract", cwd=project)
    assert "nothing new" in again.stdout
    assert events_file.read_bytes() == first

    text = first.decode()
    text = text.replace("title: Annual ASEAN summit begins in Singapore", "title: 'The summit'   # shorter")
    text = text.replace("date: 2018-06\n    title: Donald", "date: 12 June 2018\n    title: Donald")
    start = text.index("  - id: us-treasury")
    end = text.index("  - id: ", start + 5)
    text = text[:start] + "  # one was here\n\n" + text[end:]
    text += "\n  - {id: by-hand, date: 2018-11-30, title: Written by hand, x-note: mine}   # flow, on one line\n# the end"
    events_file.write_bytes(text.encode())

    run = timeline("extract", cwd=project)
    assert run.returncode == 0
    assert events_file.read_bytes() == text.encode()
    assert timeline("check", cwd=project).returncode == 0

    back = timeline("extract", "--again", f"seeds/{ARTICLE.name}", cwd=project)
    assert "1 event added" in back.stdout
    after = events_file.read_text(encoding="utf-8")
    assert "id: us-treasury" in after
    for line in text.splitlines():
        assert line in after


def test_dry_run_writes_nothing_and_shows_the_lines(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    run = timeline("extract", "--dry-run", cwd=project)
    assert run.returncode == 0
    assert run.stdout.count("+  - id: ") == 7
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_two_articles_that_tell_the_same_make_one_event(project: Path) -> None:
    (project / "seeds" / "copy.txt").write_bytes(ARTICLE.read_bytes())
    run = timeline("extract", cwd=project)
    assert "7 events added" in run.stdout
    text = (project / "events.yaml").read_text(encoding="utf-8")
    assert text.count("- article: seeds/copy.txt") == 7


def test_a_second_article_adds_a_source(project: Path) -> None:
    timeline("extract", cwd=project)
    before = (project / "events.yaml").read_text(encoding="utf-8")
    (project / "seeds" / "copy.txt").write_bytes(ARTICLE.read_bytes())
    run = timeline("extract", cwd=project)
    assert "7 sources of known events added" in run.stdout, run.stdout + run.stderr
    after = (project / "events.yaml").read_text(encoding="utf-8")
    assert after.count("  - id: ") == 7
    kept = iter(after.splitlines())
    assert all(line in kept for line in before.splitlines())


def test_articles_one_after_another_give_the_same_events_as_all_at_once(project: Path) -> None:
    for name, day in (("a", "Monday"), ("b", "Monday"), ("c", "8 March 2021")):
        text = f"---\npublished: 2021-03-12\n---\nThe council of Norberg voted on {day} to close the old {name} bridge.\n"
        (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    for name in ("a", "b", "c"):
        timeline("extract", f"seeds/{name}.txt", cwd=project)
    text = (project / "events.yaml").read_text(encoding="utf-8")
    assert text.count("  - id: ") == 1
    assert text.count("- article: ") == 3
    assert "nothing new" in timeline("extract", "seeds/a.txt", "seeds/b.txt", "seeds/c.txt", cwd=project).stdout
