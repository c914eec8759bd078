"""Going over proposed events: each answer is a small edit, made at once; each can be undone; one can stop and go on at any time."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.reviewed import ARTICLE, EVENTS
from tests.store.written import files
from timeline.check import load, read


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "agency.txt").write_text(ARTICLE, encoding="utf-8", newline="")
    write(tmp_path, EVENTS)
    return tmp_path


def write(project: Path, text: str) -> None:
    (project / "events.yaml").write_text(text, encoding="utf-8", newline="")


def text_of(project: Path) -> str:
    return (project / "events.yaml").read_bytes().decode()


def review(answers: str, *options: str) -> Result:
    """A sitting in which these lines are answered, and then no more comes."""
    from timeline.cli import main

    result = CliRunner().invoke(main, ["review", *options], input="".join(line + "\n" for line in answers.split("|")) if answers else "")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0
    return result


def statuses(project: Path) -> dict[str, str]:
    return {event.id: event.status for event in load(project / "events.yaml").events}


# What is shown


def test_an_event_is_shown_with_its_sentence_in_its_paragraph(project: Path) -> None:
    shown = review("s|s").stdout
    assert "3 left · events.yaml:3 · council-dissolved\n\nThe council dissolves itself\n3 May 2019 (2019-05-03)\n" in shown
    assert "  places: Norberg\n  importance: " in shown
    assert "Norberg Agency · seeds/agency.txt:5 · published 10 May 2019\n" in shown
    assert "  | The mayor was ill. [*On 3 May 2019* the council of Norberg dissolved\n  | itself.] Nobody objected.\n" in shown
    assert "Like it:\n  1  2019-05-03 The council of Norberg dissolves itself (council-gone, proposed)\n" in shown
    assert "paper.txt\n  | [The council dissolved itself on Friday.]\n  The article cannot be read.\n" in shown
    assert "  “on Tuesday”, published 10 May 2019 → 7 May 2019\n" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_nothing_that_a_terminal_would_obey_is_shown(project: Path) -> None:
    (project / "seeds" / "agency.txt").write_text(ARTICLE.replace("was ill", "was \x1b[31mill\u202e"), encoding="utf-8")
    shown = review("").stdout
    assert "was �[31mill�. [*On 3 May" in shown
    assert "\x1b" not in shown


def test_without_proposals_nothing_is_asked(project: Path) -> None:
    write(project, EVENTS.replace("proposed", "reviewed"))
    assert review("").stdout == "Nothing is left to review.\n"
    (project / "events.yaml").unlink()
    assert review("").stdout == "Nothing is left to review.\n"


def test_what_matters_most_comes_first_where_that_is_asked_for(project: Path) -> None:
    write(
        project,
        EVENTS.replace("    sources:\n", "    importance: 0.1\n    sources:\n", 2).replace(
            "resigns\n    s", "resigns\n    importance: 1\n    s"
        ),
    )
    assert "3 left · events.yaml:26 · mayor-resigns" in review("", "--by", "importance").stdout


# Answers


@pytest.mark.parametrize(
    ("answers", "old", "new"),
    [
        ("k", "status: proposed\n    sources:\n      - article: seeds/agency.txt\n        quote: On", "status: reviewed\n"),
        ("keep", "status: proposed\n    sources:\n      - article: seeds/agency.txt\n        quote: On", "status: reviewed\n"),
        ("R", "status: proposed\n    sources:\n      - article: seeds/agency.txt\n        quote: On", "status: rejected\n"),
        ("s|s|r", "status: proposed\n    sources:\n      - article: seeds/agency.txt\n        quote: Mayor", "status: rejected\n"),
    ],
)
def test_an_answer_is_one_word_of_one_line(project: Path, answers: str, old: str, new: str) -> None:
    review(answers)
    assert text_of(project) == EVENTS.replace(old, old.replace("status: proposed\n", new))


MERGED = EVENTS.replace(EVENTS[EVENTS.index("  - id: council-gone") : EVENTS.index("  - id: mayor")], "").replace(
    "        words: On 3 May 2019\n",
    "        words: On 3 May 2019\n      # from the paper's archive\n      - article: seeds/paper.txt\n"
    "        quote: The council dissolved itself on Friday.\n        x-page: 4\n",
)


@pytest.mark.parametrize("answers", ["s|m 1", "s|m1", "s|merge 1", "s|m|1", "s|m council-dissolved", "s|m|council-dissolved"])
def test_a_merge_moves_the_sources_with_their_lines(project: Path, answers: str) -> None:
    shown = review(answers).stdout
    assert load(project / "events.yaml").events[0].sources[1].article == "seeds/paper.txt"
    assert "x-page: 4" in text_of(project) and "council-gone" not in text_of(project)
    assert "1 merged, 1 skipped; 2 still to review: timeline review." in shown
    lines = set(EVENTS.splitlines()) - set(text_of(project).splitlines())
    assert not lines - {"  - id: council-gone", "    title: The council of Norberg dissolves itself", "      # from the paper's archive"}


def test_what_the_other_says_already_is_not_said_twice(project: Path) -> None:
    copy = EVENTS[EVENTS.index("  - id: mayor") :].replace("mayor-resigns", "mayor-goes")
    write(project, EVENTS + "\n" + copy)
    review("s|s|s|m mayor-resigns")
    assert text_of(project) == EVENTS


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("m council-gnoe", "There is no event 'council-gnoe'. Did you mean 'council-gone'?"),
        ("m 7", "There is no event '7'. Write the number of one that is listed as like it, or any event's id."),
        ("m council-dissolved", "This is the event itself."),
        ("m|", "\n\nkeep, edit"),
        ("m mayor-resigns", "'mayor-resigns' is rejected"),
        ("x", "That is no answer."),
        ("|", "That is no answer."),
        ("?", "  m  merge: its sources go to another event"),
        ("u", "There is nothing to undo."),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again(project: Path, answer: str, said: str) -> None:
    rejected = EVENTS.replace("resigns\n    status: proposed", "resigns\n    status: rejected")
    write(project, rejected)
    shown = review(f"{answer}|k").stdout
    assert said in shown
    assert text_of(project) == rejected.replace("proposed", "reviewed", 1)


def test_every_answer_can_be_undone(project: Path) -> None:
    shown = review("k|m 1|u|u|r|s|k|u|u|u|u|q").stdout
    assert text_of(project) == EVENTS
    assert [line for line in shown.splitlines() if line.startswith("Undone")] == [
        "Undone: 'council-gone' is no longer merged.",
        "Undone: 'council-dissolved' is no longer kept.",
        "Undone: 'mayor-resigns' is no longer kept.",
        "Undone: 'council-gone' is no longer skipped.",
        "Undone: 'council-dissolved' is no longer rejected.",
    ]
    assert "There is nothing to undo." in shown


def test_one_can_quit_and_go_on(project: Path) -> None:
    assert review("k|q").stdout.endswith("1 kept; 2 still to review: timeline review.\n")
    assert review("s|s").stdout.endswith("2 skipped; 2 still to review: timeline review.\n")
    assert review("r").stdout.endswith("1 rejected; 1 still to review: timeline review.\n")
    assert review("k").stdout.endswith("1 kept; nothing is left to review.\n")
    assert statuses(project) == {"council-dissolved": "reviewed", "council-gone": "rejected", "mayor-resigns": "reviewed"}


def test_where_lines_cannot_be_edited_the_event_is_skipped(project: Path) -> None:
    flow = "  - {id: fire, date: 2018, title: A fire, status: proposed}\n"
    write(project, EVENTS + flow)
    result = review("s|s|s|k")
    assert "events.yaml:34:5: this event is written in one line with { }" in result.stderr
    assert "It is skipped." in result.stderr
    assert text_of(project) == EVENTS + flow


# In the editor


@pytest.fixture
def editor(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """An editor that replaces text in the file it is given: one pair each time it is started."""

    def use(*pairs: tuple[str, str]) -> None:
        (project / "pairs.json").write_text(json.dumps(pairs))
        script = project / "editor.py"
        script.write_text(
            "import json, pathlib, sys\n"
            "pairs = json.loads(pathlib.Path('pairs.json').read_text())\n"
            "pathlib.Path('pairs.json').write_text(json.dumps(pairs[1:]))\n"
            "file = pathlib.Path(sys.argv[-1])\n"
            "file.write_text(file.read_text(encoding='utf-8').replace(*pairs[0]), encoding='utf-8')\n"
        )
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f'"{Path(sys.executable).as_posix()}" "{script.as_posix()}"')

    return use


def test_the_lines_of_an_event_are_edited_and_shown_again(project: Path, editor) -> None:
    editor(("The council dissolves itself", "Norberg dissolves its council  # short"))
    shown = review("e|k").stdout
    assert "\nNorberg dissolves its council\n" in shown
    new = EVENTS.replace("title: The council dissolves itself", "title: Norberg dissolves its council  # short")
    assert text_of(project) == new.replace("proposed", "reviewed", 1)
    editor(("date: 2019-05-03", "date: 2019-05"))
    review("e|u|q")
    assert text_of(project) == new.replace("proposed", "reviewed", 1)


def test_a_mistake_is_told_and_can_be_mended(project: Path, editor) -> None:
    editor(("date: 2019-05-03\n    title", "date: 2019-13\n    title"), ("2019-13", "2019-04"))
    result = review("e|e|q")
    assert "this event:2:11: date '2019-13'" in result.stderr
    assert "date: 2019-13" in result.stderr
    assert text_of(project) == EVENTS.replace("date: 2019-05-03\n    title: The council d", "date: 2019-04\n    title: The council d")


@pytest.mark.parametrize("answers", ["e|d|q", "e|q|q"])
def test_a_mistake_can_be_dropped(project: Path, editor, answers: str) -> None:
    editor(("2019-05-03", "2019-13"))
    assert "Nothing was changed." in review(answers).stdout
    assert text_of(project) == EVENTS


def test_an_event_can_be_split(project: Path, editor) -> None:
    more = "\n  - id: nobody-objects\n    date: 2019-05-03\n    title: Nobody objects\n    status: proposed"
    editor(("words: On 3 May 2019", "words: On 3 May 2019\n" + more))
    review("e|k|r")
    assert statuses(project) == {
        "council-dissolved": "reviewed",
        "nobody-objects": "rejected",
        "council-gone": "proposed",
        "mayor-resigns": "proposed",
    }


def test_what_is_saved_as_it_was_or_empty_changes_nothing(project: Path, editor, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(("no such text", ""))
    assert "Nothing was changed." in review("e|q").stdout
    monkeypatch.setenv("EDITOR", f"{Path(sys.executable).as_posix()} -c pass")
    assert "Nothing was changed." in review("e|q").stdout
    (project / "empties.py").write_text("import sys; open(sys.argv[1], 'w').close()")
    monkeypatch.setenv("EDITOR", f'"{Path(sys.executable).as_posix()}" "{(project / "empties.py").as_posix()}"')
    assert "Nothing was changed." in review("e|q").stdout
    monkeypatch.setenv("EDITOR", "no-such-editor-here")
    assert "Set EDITOR to one that runs" in review("e|q").stderr
    assert text_of(project) == EVENTS


# Someone else


class Meanwhile(io.BytesIO):
    """Answers, with something that happens when the last of them is read."""

    def __init__(self, answers: str, happens: Callable[[], object]) -> None:
        super().__init__()
        self.lines = [line.encode() + b"\n" for line in answers.split("|")]
        self.happens = happens

    def read1(self, size: int = -1) -> bytes:
        if not self.lines or not size:
            return b""
        if len(self.lines) == 1:
            self.happens()
        return self.lines.pop(0)

    read = read1


def meanwhile(answers: str, happens: Callable[[], object]) -> Result:
    from timeline.cli import main

    result = CliRunner().invoke(main, ["review"], input=Meanwhile(answers, happens))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_what_another_changed_is_read_again_and_the_answer_written(project: Path) -> None:
    changed = EVENTS.replace("# ours\n", "# ours\n# and theirs\n").replace("The mayor resigns", "She resigns")
    result = meanwhile("k", lambda: write(project, changed))
    assert "events.yaml was changed meanwhile; it was read again." in result.stderr
    assert text_of(project) == changed.replace("proposed", "reviewed", 1)
    assert result.stdout.endswith("1 kept; 2 still to review: timeline review.\n")


def test_where_the_event_itself_was_changed_the_answer_is_asked_again(project: Path) -> None:
    changed = EVENTS.replace("The council dissolves itself", "Another title")
    result = meanwhile("k", lambda: write(project, changed))
    assert "'council-dissolved' is another now, or gone: your answer (kept) was not written." in result.stderr
    assert "3 left · events.yaml:3 · council-dissolved\n\nAnother title\n" in result.stdout
    assert text_of(project) == changed


def test_what_another_wrote_is_not_undone(project: Path) -> None:
    theirs = EVENTS.replace("proposed", "reviewed", 1) + "# theirs\n"
    result = meanwhile("k|u", lambda: write(project, theirs))
    assert "What was answered before that can only be undone by hand." in result.stderr
    assert text_of(project) == theirs


def test_an_event_that_is_gone_takes_no_sources(project: Path) -> None:
    less = EVENTS[: EVENTS.index("  - id: mayor")]
    result = meanwhile("m mayor-resigns", lambda: write(project, less))
    assert "There is no event 'mayor-resigns'." in result.stderr
    assert text_of(project) == less
    result = meanwhile("k|k", (project / "events.yaml").unlink)
    assert result.stdout.endswith("1 kept; nothing is left to review.\n")
    assert not (project / "events.yaml").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who may do all is refused nothing")
def test_what_cannot_be_written_is_told(project: Path) -> None:
    (project / "events.yaml").chmod(0o444)
    assert "write-protected" in review("k|q").stderr
    assert text_of(project) == EVENTS


def test_a_file_that_cannot_be_read_is_asked_to_be_mended(project: Path) -> None:
    result = meanwhile("k", lambda: write(project, EVENTS + "events: []\n"))
    assert "events.yaml cannot be read. Mend it" in result.stdout
    assert text_of(project) == EVENTS + "events: []\n"


# The guide

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "reviewing.md"
PAPER = "---\npublished: 2019-05-04\npublisher: The Norberg Paper\n---\nIt was short. The council dissolved itself on Friday.\n"


def test_the_session_of_the_guide_goes_as_it_says(project: Path) -> None:
    (project / "seeds" / "paper.txt").write_text(PAPER, encoding="utf-8", newline="")
    session = GUIDE.read_text(encoding="utf-8").partition("<!-- session -->\n\n```text\n")[2].partition("```")[0]
    answers = [line.partition("for help: ")[2] for line in session.splitlines() if line.startswith("keep, edit")]
    assert answers
    assert review("|".join(answers)).stdout == session


# Any answers


@given(files(), st.data())
def test_all_undone_gives_the_bytes_back(tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject) -> None:
    project = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(project)
        (project / "events.yaml").write_bytes(text.encode())
        ids = [event.id for event in read(text.encode()).events] or ["none"]
        answer = st.sampled_from(["k", "r", "s", "m 1", "u", *(f"m {event_id}" for event_id in ids)])
        answers = data.draw(st.lists(answer, max_size=12))
        review("|".join([*answers, *["u"] * (len(answers) + 1), "q"]))
        assert (project / "events.yaml").read_bytes() == text.encode()
