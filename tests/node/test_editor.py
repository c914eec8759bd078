"""What an editor with the YAML language server shows in events.yaml, by the schema that the file's first line names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import Run
from tests.node.language_server import LanguageServer, started
from tests.site.project import ROOT
from tests.store.written import files
from timeline import store
from timeline.check import read
from timeline.check.fields import EVENT, FILE, IMAGE, SOURCE, STATUSES, Field

FIRST_LINE = store.NEW_FILE.split("\n", 1)[0] + "\n"
CASES = re.findall(
    r"^## ([^\n]*)\n\n````yaml\n(.*?)````\n\n````\n(.*?)````$", Path(__file__).with_name("problems.md").read_text("utf-8"), re.M | re.S
)


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with started() as running:
        yield running


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The events.yaml of a new project."""
    folder = tmp_path_factory.mktemp("project")
    store.start(folder)
    return folder / store.EVENTS


def test_a_new_project_has_no_problem_before_and_after_extract(
    server: LanguageServer, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story" / store.EVENTS
    assert run("new", "story").exit_code == 0
    assert server.problems((path, path.read_text("utf-8"))) == [[]]
    (path.parent / "seeds" / "report.txt").write_text("Storm\n\nOn 4 August 2018 the ferry Aurora sank off Lundby.\n", "utf-8")
    monkeypatch.chdir(path.parent)
    assert run("extract", "--all").exit_code == 0
    text = path.read_text("utf-8")
    assert "Aurora" in text
    assert server.problems((path, text)) == [[]]


@pytest.mark.parametrize("folder", [ROOT, *sorted(path.parent for path in ROOT.glob("examples/*/events.yaml"))], ids=lambda path: path.name)
def test_the_projects_here_have_no_problem(server: LanguageServer, folder: Path) -> None:
    path = folder / store.EVENTS
    assert server.problems((path, path.read_text("utf-8"))) == [[]]
    assert server.problems((path, path.read_text("utf-8") + "title: of none\n")) != [[]]  # so the schema was found


TABLES = [
    ("|", FILE, ()),
    ("events:\n  - |", EVENT, ()),
    ("events:\n  - id: a\n    date: 2018\n    |", EVENT, ("id", "date")),
    ("events:\n  - id: a\n    date: 2018\n    |\n    title: T\n  - id: b\n", EVENT, ("id", "date", "title")),
    ("events:\n  - id: a\n    image:\n      |", IMAGE, ()),
    ("events:\n  - id: a\n    sources:\n      - |", SOURCE, ()),
    ("events:\n  - id: a\n    sources:\n      - article: seeds/a.txt\n        |", SOURCE, ("article",)),
]


@pytest.mark.parametrize(("text", "fields", "there"), TABLES, ids=[repr(text) for text, _, _ in TABLES])
def test_each_key_is_offered_where_it_belongs_with_its_description(
    server: LanguageServer, events: Path, text: str, fields: tuple[Field, ...], there: tuple[str, ...]
) -> None:
    offers = server.offers(events, FIRST_LINE + text)
    whole = {"timeline", "event", "image"} - {field.name for field in fields}  # what is required, in one
    assert {name: offer.documentation for name, offer in offers.items() if name not in whole} == {
        field.name: field.description for field in fields if field.name not in there
    }


def test_what_is_offered_as_a_value_is_worth_writing(server: LanguageServer, events: Path) -> None:
    def values(key: str) -> dict[str, str]:
        offers = server.offers(events, f"{FIRST_LINE}events:\n  - id: a\n    {key}: |")
        return {offer.written: offer.documentation for offer in offers.values()}

    assert values("status") == STATUSES
    assert list(values("title")) == ["Two leaders meet in Singapore"]
    assert set(values("date")) >= {"2018", "2018-06", "before May 2018", '"[2018-10-25..2018-11-11]"'}
    for written in values("date"):
        assert not read(f"events:\n  - {{id: a, title: T, date: {written}}}\n".encode()).problems


def test_an_event_is_begun_with_what_it_needs(server: LanguageServer, events: Path) -> None:
    assert server.offers(events, FIRST_LINE + "events:\n  |")["event"].written == "- id: $1\n  date: $2\n  title: $3"
    assert re.findall(r"\w+(?=: )", server.offers(events, FIRST_LINE + "events:\n  - |")["event"].written) == ["id", "date", "title"]
    assert server.offers(events, FIRST_LINE + "events:\n  - id: a\n    sources:\n      |")["source"].written.startswith("- article: $1\n")
    assert "alt" in server.offers(events, FIRST_LINE + "events:\n  - id: a\n    |")["image"].written


def test_a_wrong_key_or_status_can_be_mended_with_a_right_one(server: LanguageServer, events: Path) -> None:
    text = "events:\n  - id: a\n    date: 2018\n    title: T\n    sumary: S\n    status: done\n"
    keys, statuses = server.mends(events, FIRST_LINE + text)
    assert keys == [field.name for field in EVENT if field.name not in ("id", "date", "title", "status")]
    assert statuses == list(STATUSES)


PLACES = {"": FILE, "events:\n  - ": EVENT, "events:\n  - image:\n      ": IMAGE, "events:\n  - sources:\n    - ": SOURCE}
KEYS = [(before, field) for before, fields in PLACES.items() for field in fields]


@pytest.mark.parametrize(("before", "field"), KEYS, ids=[f"{field.name} of {before!r}" for before, field in KEYS])
def test_each_key_is_explained_with_an_example(server: LanguageServer, events: Path, before: str, field: Field) -> None:
    value = field.example or "[]"
    for marked in (f"|{field.name}: {value}", f"{field.name}: |{value}"):
        shown = server.hover(events, f"{FIRST_LINE}{before}{marked}\n")
        if marked.startswith("|") or not value.startswith(("[", "{")):
            assert shown.startswith(f"#### {field.name}\n\n{field.description}")
            assert "Example:\n\n```yaml\n" in shown


def test_each_status_is_explained(server: LanguageServer, events: Path) -> None:
    shown = server.hover(events, FIRST_LINE + "events:\n  - status: |reviewed\n")
    assert all(f"* `{status}`: {meaning}\n" in shown for status, meaning in STATUSES.items())


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 30


@pytest.fixture(scope="module")
def marked(server: LanguageServer, events: Path) -> dict[str, str]:
    """What is marked in each case, all asked at once."""
    problems = server.problems(*((events.with_name(f"case-{n}.yaml"), FIRST_LINE + text) for n, (_, text, _) in enumerate(CASES)))
    return {
        name: "".join(f"{line - 1}: {message}\n" for line, message in found) for (name, _, _), found in zip(CASES, problems, strict=True)
    }


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_problems(marked: dict[str, str], name: str, text: str, expected: str) -> None:
    """The editor marks what stands in `problems.md`, and `timeline check` tells the same file's mistakes."""
    assert marked[name] == expected
    assert [problem.severity for problem in read(text.encode()).problems].count("error")


@settings(max_examples=4, phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # to shrink a failing one would take minutes
@given(texts=st.lists(files(), min_size=20, max_size=40))
def test_what_check_accepts_has_no_problem(server: LanguageServer, events: Path, texts: list[str]) -> None:
    shown = [FIRST_LINE + text.replace("\r\n", "\n").replace("\r", "\n") for text in texts if not text.startswith("%")]
    accepted = [text for text in shown if not any(problem.severity == "error" for problem in read(text.encode()).problems)]
    for text, problems in zip(
        accepted, server.problems(*((events.with_name(f"{n}.yaml"), text) for n, text in enumerate(accepted))), strict=True
    ):
        assert problems == [], text
