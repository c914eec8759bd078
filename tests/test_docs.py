"""The docs say what the program does: every command, option and field stands in them, every link leads somewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import click
import pytest

from timeline import schema
from timeline.check import load
from timeline.check.fields import EVENT, FILE, IMAGE, SOURCE
from timeline.cli import main
from timeline.edtf import DateError
from timeline.wording import in_words, read_date

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide"


def section(name: str) -> str:
    return (GUIDE / "options.md").read_text(encoding="utf-8").partition(f"## timeline {name}")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_every_command_and_option_is_documented(name: str) -> None:
    text = section(name)
    assert text, f"options.md has no section on timeline {name}"
    told = set(re.findall(r"^\| `(--[\w-]+)", text, re.M))
    command = main.get_command(click.Context(main), name)
    assert command is not None
    options = {option for p in command.params if isinstance(p, click.Option) for option in p.opts if option.startswith("--")}
    assert told == options


def test_every_field_is_documented_and_no_other() -> None:
    text = (GUIDE / "events.md").read_text(encoding="utf-8")
    table = text.partition("| field | what it is |")[2].partition("\n\n")[0]
    told = set(re.findall(r"`([a-z]+)`", "".join(line.split("|")[1] for line in table.splitlines() if line.count("|") > 2)))
    told |= set(re.findall(r"`sources: (\w+)`", table))
    fields = {field.name for field in (*EVENT, *SOURCE)}
    assert told | {"article", "url"} == fields
    for field in (*FILE, *IMAGE):
        assert f"`{field.name}" in text or f"{field.name}:" in text


def test_the_dates_of_the_guide_are_shown_as_it_says() -> None:
    rows = re.findall(r"^\| (`.+?) \| .+? \| (.+?) \|$", (GUIDE / "dates.md").read_text(encoding="utf-8"), re.M)
    assert len(rows) >= 10
    for written, shown in rows:
        words = [in_words(read_date(text.strip('"'))) for text in re.findall(r"`([^`]+)`", written)]
        assert any(word in shown for word in words), f"{written} is shown as {words}"


def test_the_plain_words_of_the_guide_are_read() -> None:
    text = (GUIDE / "dates.md").read_text(encoding="utf-8").partition("## Plain words")[2].partition("\n## ")[0]
    inline, _, accepted = text.partition("| you may write | it is read as |")
    accepted, _, refused = accepted.partition("| refused | because it may be |")
    for written in re.findall(r"`([^`]+)`", inline):
        read_date(written)
    for line in accepted.split("\n")[2:-2]:
        written, meaning = (re.findall(r"`([^`]+)`", cell) for cell in line.split("|")[1:3])
        if meaning:
            assert [read_date(text).edtf for text in written] == (meaning if len(meaning) == len(written) else meaning * len(written))
    for line in refused.split("\n")[2:]:
        written, meaning = (re.findall(r"`([^`]+)`", cell) for cell in (line + "||").split("|")[1:3])
        for text in written:
            with pytest.raises(DateError) as caught:
                read_date(text)
            assert all(reading in str(caught.value) for reading in meaning)


PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
GENERATED = ("timeline", "articles", "people", "organisations", "places", "tags")


@pytest.mark.parametrize("page", PAGES, ids=[path.relative_to(ROOT).as_posix() for path in PAGES])
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target) or target.split("/")[0] in GENERATED:
            continue
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_projects_own_timeline_is_current() -> None:
    """The schema that editors use is of this version, and the article in seeds/ gives nothing that events.yaml lacks."""
    assert (ROOT / ".timeline" / "events.schema.json").read_text(encoding="utf-8") == schema.text()
    events = load(ROOT / "events.yaml", ROOT)
    assert not events.problems
    assert {source.article for event in events.events for source in event.sources} == {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("seeds/*.*") if not path.name.startswith(".")
    }


def test_the_map_of_the_code_names_what_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("    timeline/\n")[2].partition("\n\n")[0]
    told = re.findall(r"(?:^ +|  )(\w+(?:\.py|/))(?=  )", text, re.M)
    assert len(told) > 10
    assert [name for name in told if not (ROOT / "timeline" / name).exists()] == []


@pytest.mark.parametrize("name", ["check", "claims", "cli", "exchange", "getting", "history", "merge", "names", "review", "store"])
def test_a_folder_of_modules_says_what_each_is_for(name: str) -> None:
    folder = ROOT / "timeline" / name
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    modules = {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}
    listed = set(re.findall(r"^ *(\w+)(?:\.py)? ", told, re.M)) | set(re.findall(r"(\w+)\.py", told))
    assert modules <= listed
