"""What the guide's table of edits says, row by row: a project of two articles, the edit, and `timeline extract` after it.

A row without a test, and a test without a row, fail.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline import store
from timeline.check import read
from timeline.model import Event
from timeline.store import EVENTS, LOCK, files
from timeline.store.alone import WAITING

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "events.md"
ARTICLES = {
    "arden": "Mayor Ada Lund opened the new bridge over the river Wenn on 4 March 2019."
    " The council signed the contract with Brandell Works on 7 May 2017. A barge hit the old bridge on 12 November 2015.",
    "bexley": "The mill of Bexley burned down on 2 June 2018."
    " Ada Lund, the mayor of Arden, opened a new bridge over the Wenn on 4 March 2019.",
    "carlow": "The old ferry over the Wenn made its last trip on 9 September 2018."
    " The mayor of Arden, Ada Lund, opened the new bridge over the Wenn on 4 March 2019.",
}
BARGE, CONTRACT, MILL, BRIDGE = IDS = [
    "barge-hit-old-bridge",
    "council-signed-contract-brandell-works",
    "mill-bexley-burned-down",
    "mayor-ada-lund-opened-new-bridge",
]
FERRY = "old-ferry-over-wenn-made-last"


class Project:
    """A project whose two articles were extracted."""

    def __init__(self, path: Path, run: Callable[..., Any]) -> None:
        self.path, self._run = path, run
        (path / "seeds").mkdir()
        (path / "mkdocs.yml").write_text("site_name: Wenn\nplugins:\n  - timeline:\n      keep: all\n")
        self.article("arden")
        self.article("bexley")
        self.extract()
        assert self.ids == IDS

    def article(self, name: str, text: str = "", saved_as: str = "") -> None:
        lines = f"---\npublished: 2019-03-10\ntitle: News of {name.title()}\n---\n\n{text or ARTICLES[name]}\n"
        (self.path / "seeds" / f"{saved_as or name}.txt").write_text(lines, encoding="utf-8", newline="")

    def run(self, *arguments: str) -> str:
        return str(self._run(*arguments).output)

    def extract(self, *arguments: str) -> str:
        result = self._run("extract", *arguments)
        assert result.exit_code == 0, result.output
        return str(result.output)

    @property
    def text(self) -> str:
        return (self.path / EVENTS).read_bytes().decode()

    @text.setter
    def text(self, text: str) -> None:
        assert text != self.text
        (self.path / EVENTS).write_bytes(text.encode())

    def replace(self, old: str, new: str) -> None:
        self.text = self.text.replace(old, new, 1)

    @property
    def events(self) -> dict[str, Event]:
        timeline = read(self.text.encode())
        assert timeline.problems == ()
        return {event.id: event for event in timeline.events}

    @property
    def ids(self) -> list[str]:
        return list(self.events)

    def articles_of(self, event_id: str) -> list[str]:
        return [Path(source.article).stem for source in self.events[event_id].sources]

    def lines_of(self, event_id: str) -> str:
        found = re.search(rf"  - id: {event_id}\n(?:    .*\n)+\n?", self.text)
        assert found
        return found[0]

    def stays(self) -> str:
        """Nothing comes back: not now, and not the next time. What was said."""
        before = self.text
        said = self.extract()
        assert "nothing new" in said
        assert self.text == before
        self.extract()
        assert self.text == before
        return said

    def grows(self, *names: str) -> str:
        """One article more adds lines, and leaves each that is there as it is. What was said."""
        before = self.text
        for name in names or ["carlow"]:
            self.article(name)
        said = self.extract()
        lines = iter(self.text.splitlines(keepends=True))
        assert all(any(line.removesuffix("\n") == mine.removesuffix("\n") for line in lines) for mine in before.splitlines(keepends=True))
        after = self.text
        assert len(after) > len(before)
        self.extract()
        assert self.text == after
        return said

    def refuses(self) -> str:
        """Nothing is written. What was said."""
        before = self.text, (self.path / LOCK).read_bytes()
        result = self._run("extract")
        assert result.exit_code == 1
        assert before == (self.text, (self.path / LOCK).read_bytes())
        return str(result.output)


Scenario = Callable[[Project, pytest.MonkeyPatch], None]
SCENARIOS: dict[str, Scenario] = {}


def row(name: str) -> Callable[[Scenario], Scenario]:
    def named(scenario: Scenario) -> Scenario:
        assert name not in SCENARIOS
        SCENARIOS[name] = scenario
        return scenario

    return named


def rows() -> list[str]:
    section = GUIDE.read_text(encoding="utf-8").partition("## What the program does with your edits")[2].partition("\n## ")[0]
    tables = re.findall(r"^\| you \| then `timeline extract` \|\n\|[-|]+\|\n((?:\|.*\n)+)", section, re.M)
    return [line.split("|")[1].strip() for table in tables for line in table.splitlines()]


@pytest.mark.parametrize("name", rows())
def test_a_row_of_the_guide(name: str, tmp_path: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    SCENARIOS[name](Project(tmp_path, run), monkeypatch)


def test_every_row_is_tried_and_every_trial_told() -> None:
    assert rows() == list(SCENARIOS) and len(rows()) >= 30


def source_of(project: Project, start: str) -> str:
    found = re.search(rf"      - article: seeds/\w+.txt\n        quote: {start}.*\n(?:        .*\n)+", project.text)
    assert found
    return found[0]


# Events


@row("change the title, date, summary or a list of an event")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("title: Mayor Ada Lund opened the new bridge over the river Wenn", "title: The bridge is open\n    summary: At last.")
    project.replace("date: 2019-03-04\n    title", "date: 2019-03\n    title")
    project.replace("people: [Ada Lund]", "people: [Ada Lund, Otto Krall]\n    tags: [bridge]")
    project.stays()
    project.grows()
    assert project.articles_of(BRIDGE) == ["arden", "bexley", "carlow"]
    event = project.events[BRIDGE]
    assert (event.title, event.date.edtf, event.summary, event.people) == (
        "The bridge is open",
        "2019-03",
        "At last.",
        ("Ada Lund", "Otto Krall"),
    )


@row("delete a field")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("    people: [Ada Lund]\n", "")
    project.stays()
    project.grows()
    assert project.events[BRIDGE].people == ()


@row("change the `id`")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace(f"id: {BRIDGE}", "id: the-bridge")
    project.stays()
    project.grows()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY, "the-bridge"]
    assert project.articles_of("the-bridge") == ["arden", "bexley", "carlow"]


@row("delete an event")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace(project.lines_of(BRIDGE), "")
    project.stays()
    said = project.grows()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY]
    assert "seeds/carlow.txt reports an event that was deleted from events.yaml; it stays deleted." in said


@row("comment an event out")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    lines = project.lines_of(BRIDGE)
    project.replace(lines, re.sub("^", "# ", lines.rstrip("\n"), flags=re.M) + "\n")
    project.stays()
    project.grows()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY]


@row("set `status: rejected`")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    lines = project.lines_of(BRIDGE)
    project.replace(lines, lines.replace("status: proposed", "status: rejected"))
    project.stays()
    project.grows()
    assert project.events[BRIDGE].status == "rejected" and project.articles_of(BRIDGE) == ["arden", "bexley", "carlow"]


@row("set `status: reviewed`, or delete the status")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("status: proposed", "status: reviewed")
    project.replace("    status: proposed\n", "")
    project.stays()
    project.grows()
    assert [project.events[name].status for name in (BARGE, CONTRACT, MILL)] == ["reviewed", "reviewed", "proposed"]


@row("reorder events")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    lines = [project.lines_of(name).strip("\n") for name in IDS]
    header = project.text[: project.text.index("  - id")]
    before = project.text
    for order, wanted in (
        ([3, 2, 1, 0], [BRIDGE, FERRY, MILL, CONTRACT, BARGE]),
        ([1, 0, 3, 2], [CONTRACT, BARGE, BRIDGE, MILL, FERRY]),
        ([0, 1, 2, 3], [BARGE, CONTRACT, MILL, FERRY, BRIDGE]),
    ):
        (project.path / "seeds" / "carlow.txt").unlink(missing_ok=True)
        (project.path / LOCK).unlink()
        (project.path / EVENTS).write_bytes(before.encode())
        project.extract()
        (project.path / EVENTS).write_bytes((header + "\n\n".join(lines[index] for index in order) + "\n").encode())
        project.stays()
        project.grows()
        assert project.ids == wanted


@row("write an event by hand")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    written = "\n  - id: mine\n    date: 2018-09-09\n    title: The ferry stops\n"
    quoted = "    sources:\n      - url: https://example.org/ferry\n        quote: The old ferry over the Wenn made its last trip.\n"
    project.text += "\n  - id: bare\n    date: 2017-05-07\n    title: Council signed the contract\n" + written + quoted
    project.stays()
    project.grows()
    assert project.ids == [*IDS, "bare", "mine"]
    assert written + quoted in project.text and [source.article for source in project.events["mine"].sources] == ["", "seeds/carlow.txt"]


@row("merge two events: move the sources of one under the other, delete the rest")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    lines = project.lines_of(MILL)
    moved = lines[lines.index("      - article") :].rstrip("\n") + "\n"
    project.replace(lines, "")
    first = source_of(project, "Mayor")
    project.replace(first, moved + first)
    project.stays()
    project.grows()
    assert project.ids == [BARGE, CONTRACT, FERRY, BRIDGE]
    assert project.articles_of(BRIDGE) == ["bexley", "arden", "bexley", "carlow"]


@row("split an event: write a second one and move a source there")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    source = source_of(project, "Ada Lund, the mayor")
    project.replace(source, f"\n  - id: split\n    date: 2019-03-04\n    title: Bridge of the Echo\n    sources:\n{source}")
    project.stays()
    project.grows()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY, BRIDGE, "split"]
    assert sorted([*project.articles_of(BRIDGE), *project.articles_of("split")]) == ["arden", "bexley", "carlow"]


# Sources


@row("delete a source")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace(source_of(project, "Ada Lund, the mayor"), "")
    project.stays()
    project.grows()
    assert project.articles_of(BRIDGE) == ["arden", "carlow"]


@row("correct or shorten a quote")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("quote: Mayor Ada Lund opened the new bridge over the river Wenn on", "quote: … opened the new bridge … on")
    project.replace("quote: The mill of Bexley burned down", "quote: The mill (of Bexley) burnt down")
    project.stays()
    project.grows()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY, BRIDGE]


@row("change the date or the words of a source")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("        date: 2018-06-02\n        words: on 2 June 2018", "        date: 2018-06-03\n        words: 2 June")
    project.replace("        date: 2015-11-12\n        words: on 12 November 2015\n", "")
    project.stays()
    project.grows()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY, BRIDGE]


@row("move a source to another event")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    moved = source_of(project, "Ada Lund, the mayor")
    project.replace(moved, "")
    project.replace(source_of(project, "The mill"), source_of(project, "The mill") + moved)
    project.stays()
    project.grows()
    assert project.articles_of(MILL)[:2] == ["bexley", "bexley"]


# The text


@row("add comments, blank lines, keys that begin with `x-`")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("    status: proposed\n", "    # look again\n\n    x-mine: {a: [1, 2]}\n    status: proposed   # by the program\n")
    project.replace("events:\n", "x-owner: me\nevents:   # all\n\n# the first\n")
    project.text += "\n    # the end\n"
    project.stays()
    project.grows()


@row("quote or fold a text in another way")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("title: Barge hit the old bridge", "title: 'Barge hit the old bridge'")
    project.replace(
        "quote: The mill of Bexley burned down on 2 June 2018.",
        "quote: >-\n          The mill of Bexley\n          burned down on 2 June 2018.",
    )
    project.replace("quote: The council signed", 'quote: "The council\\x20signed')
    project.replace("with Brandell Works on 7 May 2017.\n", 'with Brandell Works on 7 May 2017."\n')
    project.stays()
    project.grows()


@row("indent in another way")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.text = re.sub("^  ", "", project.text, flags=re.M)
    project.stays()
    project.grows()
    assert f"\n- id: {FERRY}\n  date: 2018-09-09\n" in project.text


@row("save with Windows line ends, a byte order mark, no line end at the end")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.text = "\ufeff" + project.text.replace("\n", "\r\n").rstrip()
    project.stays()
    project.grows()
    assert project.text.startswith("\ufeff# yaml") and "\n" not in project.text.replace("\r\n", "")
    assert f"\r\n  - id: {FERRY}\r\n" in project.text


@row("write `events: []`, or its list in one line")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.article("carlow")
    for written in ("events: []\n", "events: [{id: a, date: 2018, title: A}]\n"):
        project.text = written
        assert "events.yaml:1:9: events is a list in one line, to which nothing can be added. Write 'events:' alone" in project.refuses()


@row("write an event in one line with `{ }`")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    lines = project.lines_of(BRIDGE)
    quote = "Mayor Ada Lund opened the new bridge over the river Wenn on 4 March 2019."
    source = f"{{article: seeds/arden.txt, quote: {quote}, words: on 4 March 2019}}"
    project.replace(lines, f"  - {{id: {BRIDGE}, date: 2019-03-04, title: The bridge, sources: [{source}]}}\n")
    project.stays()
    project.article("carlow")
    assert "this event is written in one line with { }, and a source is to be added. Write its keys on lines" in project.refuses()
    project.article("carlow", "The old ferry over the Wenn made its last trip on 9 September 2018.")
    project.extract()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY, BRIDGE]


@row("make a mistake")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.article("carlow")
    project.replace("date: 2015-11-12", "date: 2015-13-12")
    project.replace(f"id: {MILL}", f"id: {BARGE}")
    said = project.refuses()
    assert "date '2015-13-12'" in said and f"'{BARGE}'" in said


@row("save the file while it runs")
def _(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.article("carlow")
    lock, temporary = (project.path / LOCK).read_bytes(), files._temporary
    saved = project.text.replace("Barge hit", "A barge hit")
    monkeypatch.setattr(files, "_temporary", lambda place: ((project.path / EVENTS).write_bytes(saved.encode()), temporary(place))[1])
    assert "events.yaml: the file was changed while this ran, so nothing was written." in project.run("extract")
    assert project.text == saved and (project.path / LOCK).read_bytes() == lock
    monkeypatch.undo()
    monkeypatch.chdir(project.path)
    project.extract()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY, BRIDGE]


# Articles


def rename(project: Project, text: str = "") -> None:
    (project.path / "seeds" / "arden.txt").unlink()
    project.article("arden", text, saved_as="renamed")


@row("rename an article")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace(project.lines_of(BARGE), "")
    rename(project)
    project.stays()
    said = project.run("check")
    assert said.count("article 'seeds/arden.txt': there is no such file") == 2


@row("rename an article and change a few words")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace(project.lines_of(BARGE), "")
    rename(project, ARTICLES["arden"].replace("A barge", "A big barge").replace("signed the", "signed its"))
    project.stays()


@row("delete an article")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    (project.path / "seeds" / "arden.txt").unlink()
    project.stays()
    assert project.run("check").count("article 'seeds/arden.txt': there is no such file") == 3


@row("download an article again, with a few words changed")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace(project.lines_of(BARGE), "")
    changed = ARTICLES["arden"].replace("A barge", "A big barge").replace("signed the", "signed its").replace("river Wenn", "River Wenn")
    project.article("arden", changed + "\n\nRead more: all news of the day.")
    project.stays()
    said = project.run("check")
    assert f"the quote of '{CONTRACT}' is not in seeds/arden.txt" in said and BRIDGE not in said


@row("add a sentence to an article")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace(project.lines_of(BARGE), "")
    project.article("arden", "Divers found an old anchor under the bridge on 3 January 2018. " + ARTICLES["arden"])
    project.extract()
    assert project.ids == [CONTRACT, "divers-found-old-anchor-under-bridge", MILL, BRIDGE]
    project.stays()


@row("change the date of a sentence")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.article("arden", ARTICLES["arden"].replace("7 May 2017", "9 May 2017"))
    project.extract()
    assert project.ids == [BARGE, CONTRACT, f"{CONTRACT}-2", MILL, BRIDGE]
    assert f"the quote of '{CONTRACT}' is not in seeds/arden.txt" in project.run("check")
    project.stays()


@row("save a copy of an article under another name")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.article("arden", saved_as="copy")
    project.extract()
    assert project.ids == IDS
    assert [project.articles_of(name) for name in IDS] == [["arden", "copy"], ["arden", "copy"], ["bexley"], ["arden", "bexley", "copy"]]
    project.stays()


@row("ask for an article once more: `timeline extract --again ARTICLE`")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("title: Council signed the contract with Brandell Works", "title: Contract signed")
    project.replace(project.lines_of(BARGE), "")
    project.replace(f"id: {MILL}", "id: the-mill")
    before = project.text
    project.extract("--again", "seeds/arden.txt")
    assert project.ids == [BARGE, CONTRACT, "the-mill", BRIDGE]
    assert project.text.replace(project.lines_of(BARGE), "") == before


# Files


@row("delete `events.yaml`")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    before, lock = project.text, (project.path / LOCK).read_bytes()
    project.replace(project.lines_of(BARGE), "")
    (project.path / EVENTS).unlink()
    said = project.extract()
    assert "events.yaml was missing and is made anew; events.lock is set aside as events.lock.old." in said
    assert project.text == before
    assert (project.path / "events.lock.old").read_bytes() == lock


@row("delete `events.lock`")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    project.replace("title: Mill of Bexley burned down", "title: Mill lost")
    project.replace(project.lines_of(BARGE), "")
    before = project.text
    (project.path / LOCK).unlink()
    assert "events.lock is missing: what was deleted from events.yaml before is not remembered, and may come back." in project.extract()
    assert project.ids == IDS and project.text.replace(project.lines_of(BARGE), "") == before


@row("run two commands at once")
def _(project: Project, _: pytest.MonkeyPatch) -> None:
    program = "from timeline.cli import main\nmain()"
    project.article("carlow")
    with store.alone(project.path, waiting=pytest.fail):
        other = subprocess.Popen([sys.executable, "-c", program, "extract"], cwd=project.path, stderr=subprocess.PIPE, text=True)
        assert other.stderr and other.stderr.readline() == f"{WAITING}\n"
        assert project.ids == IDS
    other.communicate()
    assert other.returncode == 0 and project.ids == [BARGE, CONTRACT, MILL, FERRY, BRIDGE]


@row("kill it while it writes")
def _(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:  # at every operation in test_killing
    before = project.text, (project.path / LOCK).read_bytes()
    project.article("carlow")
    program = "import os, signal\nfrom timeline.cli import main\nos.replace = lambda *_: os.kill(os.getpid(), 9)\nmain()"
    assert subprocess.run([sys.executable, "-c", program, "extract"], cwd=project.path, check=False, capture_output=True).returncode
    assert before == (project.text, (project.path / LOCK).read_bytes())
    project.extract()
    assert project.ids == [BARGE, CONTRACT, MILL, FERRY, BRIDGE]
