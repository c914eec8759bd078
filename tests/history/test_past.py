"""The history of real repositories: branches, renamed files, mistakes, shallow copies, and none at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.repository import commit, events, git, needs_git, start
from timeline.check import read
from timeline.history import MOST, History, Past
from timeline.history import git as edge
from timeline.history.kept import FILE

pytestmark = needs_git
A, B, C = "a 2018 A", "b 2018-08 B", "c 2018-09 C"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return start(tmp_path / "news")


def history(project: Path) -> History:
    found = Past(project).read()
    assert found
    return found


def told(project: Path) -> list[tuple[str, str]]:
    """The editions, the oldest first: the day, and what it brought."""
    return [
        (str(edition.day), " ".join(f"{change.event} {change.what}" for change in edition.changes) or f"{edition.events} events")
        for edition in reversed(history(project).editions)
    ]


def test_each_day_that_brings_something_is_an_edition(project: Path) -> None:
    commit(project, "2019-01-01", events(A))
    commit(project, "2019-01-02", events(A, B))
    commit(project, "2019-01-03", "# Looked through\n" + events(A, B))
    commit(project, "2019-01-04", "Notes", name="notes.txt")
    commit(project, "2019-01-05", events(B))
    assert told(project) == [("2019-01-01", "1 events"), ("2019-01-02", "b added"), ("2019-01-05", "a removed")]
    assert history(project).begins == "first"
    assert history(project).editions[0].updated == "2019-01-05T12:00:00+01:00"


def test_the_commits_of_a_day_are_one(project: Path) -> None:
    commit(project, "2019-01-01", events(A))
    for hour, items in enumerate([(A, B), (A, B, C), (A, C)], 9):
        commit(project, "2019-01-02", events(*items), hour=hour)
    assert told(project)[1:] == [("2019-01-02", "c added")]
    assert history(project).editions[0].updated == "2019-01-02T11:00:00+01:00"


def test_a_version_with_mistakes_was_never_published(project: Path) -> None:
    commit(project, "2019-01-01", events("a soon A"))
    commit(project, "2019-01-02", events(A))
    commit(project, "2019-01-03", "events: [\n")
    commit(project, "2019-01-04", events(A, B))
    commit(project, "2019-01-05", events(A, C, "d 2018-13 D"))
    assert told(project) == [("2019-01-02", "1 events"), ("2019-01-04", "b added")]


def test_a_branch_counts_on_the_day_it_was_merged(project: Path) -> None:
    commit(project, "2019-01-01", events(A))
    git(project, "checkout", "--quiet", "-b", "draft")
    commit(project, "2019-01-02", events(A, B))
    commit(project, "2019-01-03", events(A, B, C))
    git(project, "checkout", "--quiet", "main")
    commit(project, "2019-01-04", "Notes", name="notes.txt")
    git(project, "merge", "--quiet", "--no-ff", "--message", "Merged", "draft", time="2019-01-05T12:00:00+01:00")
    assert told(project) == [("2019-01-01", "1 events"), ("2019-01-05", "b added c added")]


def test_what_a_person_set_for_git_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    test_a_branch_counts_on_the_day_it_was_merged(project)
    expected = history(project)
    for name, value in (
        ("log.diffMerges", "combined"),
        ("log.showRoot", "false"),
        ("log.date", "relative"),
        ("log.decorate", "full"),
        ("format.pretty", "fuller"),
        ("diff.renames", "false"),
        ("core.abbrev", "7"),
        ("color.ui", "always"),
        ("core.pager", "false"),
    ):
        git(project, "config", name, value)
    monkeypatch.setenv("GIT_DIR", str(project / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(project / "nowhere"))
    assert history(project) == expected


def test_a_project_that_moved_keeps_its_history(project: Path) -> None:
    commit(project, "2019-01-01", events(A))
    commit(project, "2019-01-02", events(A, B))
    (project / "harbour").mkdir()
    git(project, "mv", "events.yaml", "harbour/events.yaml")
    commit(project, "2019-01-03")
    commit(project, "2019-01-04", events(A, B, C), name="harbour/events.yaml")
    assert told(project / "harbour") == [("2019-01-01", "1 events"), ("2019-01-02", "b added"), ("2019-01-04", "c added")]
    assert edge.prefix(project / "harbour") == "harbour/" and edge.prefix(project) == ""


def test_a_file_that_was_gone_for_a_day(project: Path) -> None:
    commit(project, "2019-01-01", events(A))
    (project / "events.yaml").unlink()
    commit(project, "2019-01-02")
    commit(project, "2019-01-03", events(A, B))
    assert told(project)[-1] == ("2019-01-03", "b added")


def test_names_and_days_of_any_kind(tmp_path: Path) -> None:
    project = start(tmp_path / "Häfen und Kähne")
    commit(project, "1999-12-31", events("a -0043 Ångström"))
    commit(project, "2019-01-02", events("a -0044 Ångström"))
    assert told(project) == [("1999-12-31", "1 events"), ("2019-01-02", "a date")]


def test_so_many_versions_are_looked_at(project: Path) -> None:
    for day in range(MOST + 2):
        commit(project, f"2019-{1 + day // 28:02}-{1 + day % 28:02}", events(*(f"e{number} 2018 E" for number in range(day + 1))))
    assert [len(edition.changes) for edition in history(project).editions] == [1] * MOST
    assert history(project).begins == "later"
    assert history(project).editions[-1].changes[0].event == "e2", "the oldest of them is what the next is compared to"


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_a_copy_without_older_commits_says_so(project: Path, tmp_path: Path, depth: int) -> None:
    for day, items in enumerate([(A,), (A, B), (A, B, C)], 1):
        commit(project, f"2019-01-0{day}", events(*items))
    git(tmp_path, "clone", "--quiet", f"--depth={depth}", project.as_uri(), "copy")
    whole = [("2019-01-01", "1 events"), ("2019-01-02", "b added"), ("2019-01-03", "c added")]
    assert told(tmp_path / "copy") == (whole if depth > 2 else whole[-depth + 1 :] if depth > 1 else [])
    assert history(tmp_path / "copy").begins == ("first" if depth > 2 else "cut")


def test_what_was_not_committed(project: Path) -> None:
    commit(project, "2019-01-01", events(A))
    past = Past(project)
    for items, expected in (((A,), []), ((A, B), ["b"]), ((A, B, C), ["b", "c"])):
        found = past.read(read(events(*items).encode()).events)
        assert found and found.pending is not None
        assert [change.event for change in found.pending] == expected
    assert history(project).pending is None


def test_without_git_or_a_repository_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "events.yaml").write_text(events(A), encoding="utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert Past(tmp_path).read() is None and edge.prefix(tmp_path) is None
    start(tmp_path)
    assert Past(tmp_path).read() is None, "nothing was committed"
    commit(tmp_path, "2019-01-01", "Notes", name="events.yaml.txt")
    git(tmp_path, "rm", "--cached", "--quiet", "events.yaml")
    commit(tmp_path, "2019-01-01")
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    assert Past(tmp_path).read() is None and edge.prefix(tmp_path) is None
    assert not (tmp_path / FILE).exists()


def test_the_file_that_each_commit_is_written_to(project: Path, tmp_path: Path) -> None:
    assert edge.commits(project) is None
    commit(project, "2019-01-01", events(A))
    git(project, "worktree", "add", "--quiet", str(tmp_path / "other"), "-b", "other")
    for folder in (project, tmp_path / "other"):
        log = edge.commits(folder)
        assert log
        before = log.read_bytes()
        commit(folder, "2019-01-02")
        assert log.read_bytes().startswith(before) and log.read_bytes() != before


def test_what_was_found_out_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, items in enumerate([(A,), (A, B), (A, B, C)], 1):
        commit(project, f"2019-01-0{day}", events(*items))
    first = history(project)
    kept = (project / FILE).read_bytes()
    with monkeypatch.context() as without:
        without.setattr(edge, "content", None)  # no version is read again
        assert history(project) == first
    assert (project / FILE).read_bytes() == kept
    for broken in (b"", b"\xff", kept[:-9], kept.replace(b"added", b"date "), b"x" + kept):
        (project / FILE).write_bytes(broken)
        assert history(project) == first
        assert (project / FILE).read_bytes() == kept
    (project / FILE).unlink()
    (project / FILE).parent.rmdir()
    (project / FILE).parent.write_text("in the way", encoding="utf-8")
    assert history(project) == first
