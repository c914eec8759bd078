"""The commands, as a person uses them: what they print, what they write, and what they say when something is wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import markdown
import pytest
from mkdocs.config import load_config

from timeline.check import load
from timeline.cli import checking, reading
from timeline.project import waiting

WINDOWS = sys.platform == "win32"
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


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2018", "2018"),
        ("true", "True"),
        ("~", "~"),
        ("-null-", "Null"),
        ("North_Korea-2018", "North Korea 2018"),
        ("élan 😀", "Élan 😀"),
        ("#metoo C#", "#metoo C#"),
        ("{a}, [b](c) `d` & 'e'", "{a}, [b](c) `d` & 'e'"),
        ("---", "Timeline"),
        pytest.param("a: b", "A: b", marks=pytest.mark.skipif(WINDOWS, reason="no such names on Windows")),
        pytest.param('*a* <b> \\ "c"\n', '*a* <b> \\ "c"', marks=pytest.mark.skipif(WINDOWS, reason="no such names on Windows")),
    ],
)
def test_any_folder_gives_its_name_to_the_site(run, tmp_path: Path, name: str, title: str) -> None:
    assert run("new", f"./{name}").exit_code == 0
    assert load_config(str(tmp_path / name / "mkdocs.yml")).site_name == ('*a* <b> \\ "c"' if "<b>" in name else title)
    page = markdown.markdown((tmp_path / name / "docs" / "index.md").read_text(encoding="utf-8"), extensions=["toc", "attr_list"])
    heading = re.search("<h1[^>]*>(.*?)</h1>", page)
    assert heading and unescape(heading[1]) == title


@pytest.mark.parametrize("name", ["file/x", "n" * 300])
def test_a_folder_that_cannot_be_made_is_told(run, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    result = run("new", name)
    assert result.exit_code == 1
    assert f"{name}: cannot be made: " in result.stderr


def test_git_keeps_the_folder_of_articles_and_extract_reads_none(run, project: Path) -> None:
    assert [path.name for path in (project / "seeds").iterdir()] == [".gitkeep"]
    assert run("extract").stdout == "0 articles read; nothing new, events.yaml is as it was.\n"


def test_check_counts_and_lists(run, project: Path) -> None:
    assert run("check").stdout == "events.yaml: 0 events, nothing to mend.\n"
    (project / "events.yaml").write_text(
        "events:\n  - id: a\n    date: 2001-13\n    title: A\n  - id: a\n    date: 2001\n", encoding="utf-8"
    )
    result = run("check")
    assert result.exit_code == 1
    assert "events.yaml:3:11: date '2001-13' is not a date. Months run 01 to 12." in result.stdout
    assert len(re.findall(r"^events\.yaml:", result.stdout, re.M)) == 3


def test_check_compares_quotes_with_their_articles(run, project: Path) -> None:
    (project / "seeds" / "good.txt").write_text(GOOD.replace("met on 3", "met\non  3"), encoding="utf-8")
    run("extract")
    assert run("check").stdout == "events.yaml: 1 event, nothing to mend.\n"
    text = (project / "events.yaml").read_text(encoding="utf-8")
    (project / "events.yaml").write_text(text.replace("quote: The council of Norberg", "quote: The mayor of Norberg"), encoding="utf-8")
    assert "warning: the quote of 'council-norberg-met-dissolved-itself' is not in seeds/good.txt. Copy" in run("check").stdout
    (project / "events.yaml").write_text(text.replace("words: on 3 May 2019", "words: on 4 May 2019"), encoding="utf-8")
    result = run("check")
    assert "warning: the words of 'council-norberg-met-dissolved-itself' are not in its quote. Copy" in result.stdout
    assert result.exit_code == 0


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


WITHOUT_TEXT = ("empty.txt", "blank.txt", "nothing.html")


@pytest.mark.parametrize("name", BAD)
def test_a_bad_article_is_named_and_the_others_go_in(name: str, run, project: Path) -> None:
    (project / "seeds" / name).write_bytes(BAD[name])
    (project / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    result = run("extract")
    assert result.exit_code == (0 if name in WITHOUT_TEXT else 1)
    assert f"seeds/{name}:" in result.stderr
    assert (f"seeds/{name}: warning: " in result.stderr) == (name in WITHOUT_TEXT)
    assert "1 event added" in result.stdout
    assert "Council of Norberg met" in (project / "events.yaml").read_text(encoding="utf-8")
    assert (project / "seeds" / name).read_bytes() == BAD[name]


@pytest.mark.parametrize("name", WITHOUT_TEXT)
def test_an_article_without_text_is_an_error_where_it_is_named_or_alone(name: str, run, project: Path) -> None:
    (project / "seeds" / name).write_bytes(BAD[name])
    for arguments in ([], [f"seeds/{name}"]):
        result = run("extract", *arguments)
        assert result.exit_code == 1 and "warning" not in result.stderr
    (project / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    assert run("extract", "seeds", f"seeds/{name}").exit_code == 1


def test_a_missing_article_and_a_missing_folder(run, project: Path) -> None:
    result = run("extract", "seeds/none.txt")
    assert result.exit_code == 1
    assert "seeds/none.txt" in result.stderr
    assert f"{'n' * 300}: the file cannot be read: " in run("extract", "n" * 300).stderr
    (project / "seeds" / ".gitkeep").unlink()
    (project / "seeds").rmdir()
    result = run("extract")
    assert result.exit_code == 0
    assert result.stderr == "seeds: warning: there is no such folder. Put articles (.txt, .md, .html) into it.\n"
    (project / "seeds").write_text("x", encoding="utf-8")
    result = run("extract")
    assert result.exit_code == 1
    assert result.stderr == "seeds: is not a folder. Rename it, and put articles into a folder of this name.\n"


def test_an_article_that_goes_away_while_it_is_read(run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    split = reading.split
    monkeypatch.setattr(reading, "split", lambda article: (project / "seeds" / "good.txt").unlink() or split(article))
    assert "1 event added" in run("extract").stdout


def test_what_the_system_refuses_is_told_in_one_line(run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "events.yaml")

    monkeypatch.setattr(checking, "load", full)
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr.startswith("events.yaml: No space left on device. ")


@pytest.mark.skipif(WINDOWS or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="rights do not bind this user")
def test_what_may_not_be_entered_is_told(run, project: Path) -> None:
    for rights, name in ((0o400, "listed"), (0o0, "closed")):
        folder = project / "seeds" / name
        folder.mkdir()
        (folder / "a.txt").write_text(GOOD, encoding="utf-8")
        folder.chmod(rights)
        for command in ("extract", "tag"):
            result = run(command, f"seeds/{name}/a.txt")
            assert result.exit_code == 1 and "permission denied" in result.stderr
        result = run("extract")
        assert result.exit_code == 1 and f"seeds/{name}: the file cannot be read: permission denied" in result.stderr
    project.chmod(0o500)
    assert "cannot be made: Permission denied" in run("new", "other").stderr
    project.chmod(0o700)


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


@pytest.mark.skipif(WINDOWS, reason="links need rights on Windows")
def test_a_link_within_the_project_has_one_name(run, project: Path) -> None:
    (project / "other").mkdir()
    (project / "other" / "real.txt").write_text(GOOD, encoding="utf-8")
    (project / "seeds" / "link.txt").symlink_to(project / "other" / "real.txt")
    assert "1 event added" in run("extract").stdout
    for name in ("seeds/link.txt", str(project / "seeds" / "link.txt"), "seeds/../seeds/link.txt"):
        assert run("extract", name).stdout == "1 article read; nothing new, events.yaml is as it was.\n"
    assert (project / "events.yaml").read_text(encoding="utf-8").count("article: seeds/link.txt") == 1


@pytest.mark.skipif(WINDOWS, reason="links need rights on Windows")
def test_a_link_out_of_the_project_is_not_followed(run, project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.txt").write_text(GOOD, encoding="utf-8")
    (project / "seeds" / "out.txt").symlink_to(outside / "a.txt")
    (project / "seeds" / "folder").symlink_to(outside, target_is_directory=True)
    before = (project / "events.yaml").read_bytes()
    result = run("extract")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"seeds/{name}: is a link that leads out of this project. Put a copy into seeds/, so that its quotes keep their source."
        for name in ("folder/a.txt", "out.txt")
    ]
    assert (project / "events.yaml").read_bytes() == before
    assert "lies outside this project" in run("extract", "seeds/out.txt").stderr
    (project / "events.yaml").write_text(
        "events:\n  - id: a\n    date: 2019\n    title: A\n    sources:\n      - article: seeds/out.txt\n", encoding="utf-8"
    )
    assert "article 'seeds/out.txt': is a link that leads out of the project." in run("check").stdout


@pytest.mark.skipif(WINDOWS, reason="no such names on Windows")
@pytest.mark.parametrize("name", ["x\\y.txt", "x\ny.txt", os.fsdecode(b"x\xff.txt"), "x\u200by.txt"])
def test_a_name_that_the_file_cannot_hold_is_told_and_the_others_go_in(run, project: Path, name: str) -> None:
    (project / "seeds" / name).write_text(GOOD, encoding="utf-8")
    (project / "seeds" / "other.txt").write_text(GOOD.replace("Norberg", "Sundby"), encoding="utf-8")
    result = run("extract")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1 and "has a name that events.yaml cannot hold. Rename the file" in result.stderr
    assert result.stdout == "1 article read; 1 event added to events.yaml.\n"
    assert waiting(project, load(project / "events.yaml").events) == []


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


def test_progress_is_shown_where_reading_takes_time(run, project: Path) -> None:
    (project / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    assert "Reading articles" not in run("extract").stderr
    (project / "seeds" / "large.html").write_text(f"<script>{'x' * 1_000_000}</script><p>The council met on 3 May 2019.", encoding="utf-8")
    assert "Reading articles" in run("extract").stderr


def test_a_missing_lock_is_told(run, project: Path) -> None:
    (project / "seeds" / "good.txt").write_text(GOOD, encoding="utf-8")
    assert run("extract").stderr == ""
    (project / "events.lock").unlink()
    told = "events.lock is missing: what was deleted from events.yaml before is not remembered, and may come back. Keep the two together.\n"
    assert run("extract").stderr == told
    assert run("extract").stderr == ""


def test_review_says_where_there_is_no_project(run, tmp_path: Path) -> None:
    result = run("review")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{tmp_path.as_posix()}: this is no project. Go to one, or start one: timeline new DIR\n"


def test_extract_makes_nothing_where_there_is_no_project(run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    for arguments in ([], ["good.txt"]):
        result = run("extract", *arguments)
        assert result.exit_code == 1
        assert result.stderr == f"{tmp_path.as_posix()}: this is no project. Go to one, or start one: timeline new DIR\n"
    assert [path.name for path in tmp_path.iterdir()] == ["good.txt"]


@pytest.fixture
def deleted(run, project: Path) -> Path:
    """A project whose two articles each reported an event that was deleted."""
    (project / "seeds" / "a b.txt").write_text(GOOD, encoding="utf-8")
    (project / "seeds" / "b.txt").write_text(GOOD.replace("3 May 2019", "4 May 2018"), encoding="utf-8")
    assert "2 events added" in run("extract").stdout
    (project / "events.yaml").write_text("events:\n", encoding="utf-8")
    return project


def test_again_reads_the_article_whatever_else_is_named(run, deleted: Path) -> None:
    assert "1 event added" in run("extract", "seeds/b.txt", "--again", "seeds/a b.txt").stdout
    assert "date: 2019-05-03" in (deleted / "events.yaml").read_text(encoding="utf-8")
    assert "nothing new" in run("extract").stdout


def test_again_takes_a_folder(run, deleted: Path) -> None:
    assert "2 events added" in run("extract", "--again", "seeds/").stdout


def test_again_refuses_what_is_no_article(run, deleted: Path) -> None:
    before = (deleted / "events.lock").read_bytes()
    result = run("extract", "--again", "seeds/zzz.txt")
    assert result.exit_code == 1
    assert result.stderr == "seeds/zzz.txt: there is no such article, neither among the files nor in events.lock. Check the path.\n"
    assert (deleted / "events.lock").read_bytes() == before


def test_again_forgets_an_article_that_was_removed_and_none_that_cannot_be_read(run, deleted: Path) -> None:
    (deleted / "seeds" / "b.txt").unlink()
    (deleted / "seeds" / "a b.txt").write_bytes(b"")
    assert run("extract", "--again", "seeds/b.txt", "--again", "seeds/a b.txt").exit_code == 1
    lock = (deleted / "events.lock").read_text(encoding="utf-8")
    assert "seeds/b.txt" not in lock and "seeds/a b.txt" in lock


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


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_the_text_passes_through_a_pipe_as_it_is(tmp_path: Path, line_end: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"It is open.{line_end}{line_end}On 3 May 2019 it was not.{line_end}".encode())
    # A standard output as Windows opens it, which turns every \n into \r\n.
    program = "import sys; sys.stdout.reconfigure(newline='\\r\\n'); from timeline.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program, "tag", "--text", "a.txt"], cwd=tmp_path, check=True, stdout=subprocess.PIPE)
    assert done.stdout == (tmp_path / "a.txt").read_bytes()


def test_build_and_serve_need_a_project(run) -> None:
    for command in ("build", "serve"):
        result = run(command)
        assert result.exit_code == 1
        assert "mkdocs.yml: is missing in this folder" in result.stderr


def test_help_lists_the_commands_in_the_order_of_use(run) -> None:
    names = [line.split()[0] for line in run("--help").stdout.partition("Commands:\n")[2].splitlines()]
    assert names == ["new", "add", "extract", "review", "check", "build", "serve", "export", "import", "takedown", "tag"]


def test_an_interrupt_while_the_program_is_loaded_is_told_in_a_line(tmp_path: Path) -> None:
    """Ctrl-C comes here with the import of the command line."""
    (tmp_path / "interrupted.py").write_text(
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'timeline.cli.extracting':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "import timeline.__main__\n"
        "timeline.__main__.main()\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, tmp_path / "interrupted.py", "extract"], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr.split()) == (1, "", ["Aborted!"])


def test_the_list_of_commands_is_told_whole(run) -> None:
    assert "..." not in run("--help").stdout.partition("Commands:")[2]
