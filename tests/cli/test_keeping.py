"""Which events are kept: what `--all`, `--limit` and the setting do, and what is said of the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.check import load
from timeline.cli import keeping

FIRE = (
    "---\npublished: 2021-03-12\n---\nFire destroys the town hall of Norberg\n\nFire destroyed the town hall of Norberg on 8 March 2021.\n"
)
WEAK = FIRE + "\n" + "The mayor spoke at length. " * 40 + "\n\nThe choir of Sundby sang in 2018.\n"


@pytest.fixture
def project(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose one article reports an event that matters and one that does not."""
    assert run("new", ".").exit_code == 0
    (tmp_path / "seeds" / "fire.txt").write_text(WEAK, encoding="utf-8")
    found = {row["date"]: row for row in map(json.loads, run("extract", "--json", "--all").stdout.splitlines())}
    assert set(found) == {"2021-03-08", "2018"}
    monkeypatch.setattr(keeping, "KEPT_FROM", 0.5)
    return tmp_path


def dates(project: Path) -> list[str]:
    return [event.date.edtf for event in load(project / "events.yaml").events]


def set_keep(project: Path, value: str) -> None:
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - timeline:\n", f"  - timeline:\n      keep: {value}\n"), encoding="utf-8")


def test_what_has_less_weight_is_left_out_and_said(run, project: Path) -> None:
    told = "1 more event of less weight was left out. To have all: timeline extract --all\n"
    assert run("extract").stdout == f"1 article read; 1 event added to events.yaml.\n{told}"
    assert dates(project) == ["2021-03-08"]
    assert run("extract").stdout == f"1 article read; nothing new, events.yaml is as it was.\n{told}"


def test_all_brings_in_what_was_left_out_before(run, project: Path) -> None:
    run("extract")
    assert run("extract", "--all").stdout == "1 article read; 1 event added to events.yaml.\n"
    assert dates(project) == ["2018", "2021-03-08"]
    assert run("extract").stdout == "1 article read; nothing new, events.yaml is as it was.\n"


def test_what_was_deleted_stays_deleted_and_comes_back_when_asked_for(run, project: Path) -> None:
    run("extract", "--all")
    (project / "events.yaml").write_text("events:\n", encoding="utf-8")
    assert run("extract", "--all").stdout == "1 article read; nothing new, events.yaml is as it was.\n"
    assert "2 events added" in run("extract", "--again", "seeds/fire.txt").stdout


def test_a_source_of_a_known_event_is_added_however_weak(run, project: Path) -> None:
    run("extract", "--all")
    text = "---\npublished: 2021-04-01\n---\n" + "It was a year like others. " * 40 + "\n\nThe choir of Sundby sang in 2018, it is said.\n"
    (project / "seeds" / "choir.txt").write_text(text, encoding="utf-8")
    assert run("extract", "--limit", "1").stdout == "2 articles read; 1 source of known events added to events.yaml.\n"


@pytest.mark.parametrize(("value", "kept"), [("salient", 1), ("all", 2), ("1", 1), ("50", 1)])
def test_the_setting_says_the_same(run, project: Path, value: str, kept: int) -> None:
    set_keep(project, value)
    assert len(run("extract", "--json").stdout.splitlines()) == kept
    run("extract")
    assert len(dates(project)) == kept
    assert len(run("extract", "--json", "--all").stdout.splitlines()) == 2


def test_a_limit_keeps_the_most_important(run, project: Path) -> None:
    every = [json.loads(line) for line in run("extract", "--json", "--all").stdout.splitlines()]
    result = run("extract", "--json", "--all", "--limit", "1")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [max(every, key=lambda row: row["importance"])]
    assert "1 more event of less weight was left out." in result.stderr
    assert run("extract", "--limit", "0").exit_code == 2


def test_a_limit_counts_the_events_that_are_there(run, project: Path) -> None:
    run("extract", "--limit", "1", "--all")
    assert len(dates(project)) == 1
    run("extract", "--limit", "1", "--all")
    assert len(dates(project)) == 1


def test_importance_counts_what_is_not_printed(run, project: Path) -> None:
    kept = json.loads(run("extract", "--json").stdout)
    among_all = [row for row in map(json.loads, run("extract", "--json", "--all").stdout.splitlines()) if row["id"] == kept["id"]]
    assert among_all == [kept]


def test_a_mistake_in_the_settings_is_told_with_its_place(run, project: Path) -> None:
    set_keep(project, "most")
    result = run("extract")
    assert result.exit_code == 1
    line = (project / "mkdocs.yml").read_text(encoding="utf-8").split("\n").index("      keep: most") + 1
    assert result.stderr.splitlines()[0] == (
        f"mkdocs.yml:{line}:13: keep 'most' says nothing of which events to keep. Write salient, all, or how many at most, such as 50."
    )
    assert dates(project) == []
