"""The site as MkDocs builds it from the seven events of the article in seeds/."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.site.project import ARTICLE, ENVIRONMENT, make_project


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs by itself: what it and the theme warn of is theirs."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fixture; no test changes it."""
    folder = make_project(tmp_path_factory.mktemp("project"))
    before = {path.relative_to(folder) for path in folder.rglob("*")}
    done = mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    after = {path.relative_to(folder) for path in folder.rglob("*") if "site" not in path.relative_to(folder).parts[:1]}
    assert after == before, "building writes no source file"
    return folder / "site"


def page(built: Path, path: str) -> str:
    return (built / path / "index.html").read_text(encoding="utf-8")


def search(built: Path) -> dict[str, dict[str, Any]]:
    held = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: entry for entry in held["docs"]}


def test_every_address_of_the_contract(built: Path) -> None:
    for path in (
        "timeline",
        f"articles/{ARTICLE}",
        "articles",
        "people",
        "people/mike-pompeo",
        "organisations",
        "places",
        "tags",
        "tags/diplomacy",
    ):
        assert (built / path / "index.html").is_file(), path
    for path in ("feed.xml", "events.json", "timeline.ics", "e/trump-kim-summit/index.html"):
        assert (built / path).is_file(), path


def test_index_pages_are_in_the_tabs(built: Path) -> None:
    for path in ("timeline", "articles", "people", "organisations", "places", "tags"):
        assert f'href="{path}/" class="md-tabs__link"' in page(built, "")


def test_the_search_finds_events_by_title_and_quote(built: Path) -> None:
    entries = search(built)
    talks = entries["timeline/#pompeo-kim-talks-postponed"]
    assert talks["title"].startswith("Talks between Pompeo and Kim Yong Chol in New York are postponed · between 25 October")
    assert "The comments come as the talks this week" in talks["text"]
    assert "27 October" not in talks["text"] and "permalink" not in talks["text"]
    assert talks["boost"] > entries[f"articles/{ARTICLE}/"]["boost"]
    assert not [location for location in entries if location.startswith("e/")]
    assert [location for location in entries if location.startswith("people/")] == [
        *("people/", "people/donald-trump/", "people/igor-morgulov/", "people/kim-jong-un/", "people/kim-yong-chol/", "people/mike-pompeo/")
    ]


def test_permalinks_are_not_in_the_sitemap(built: Path) -> None:
    assert "/e/" not in (built / "sitemap.xml").read_text(encoding="utf-8")


def test_nothing_is_asked_of_another_server(built: Path, take_apart: Callable[[str], Any]) -> None:
    for path in built.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "fonts.googleapis" not in html and "unpkg" not in html, path
        assert 'src="http' not in html and 'rel="stylesheet" href="http' not in html, path
    style = (built / "assets" / "timeline.css").read_text(encoding="utf-8")
    assert "url(" not in style and "@import" not in style


def test_the_same_bytes_again(built: Path, project: Path) -> None:
    assert mkdocs(project, "build", "--strict").returncode == 0
    for path in (p for p in built.rglob("*") if p.is_file() and not p.name.startswith("sitemap")):
        assert path.read_bytes() == (project / "site" / path.relative_to(built)).read_bytes(), path


def test_rejected_events_are_in_no_output(project: Path) -> None:
    events = (project / "events.yaml").read_text(encoding="utf-8")
    (project / "events.yaml").write_text(events.replace("status: proposed", "status: rejected"), encoding="utf-8", newline="\n")
    assert mkdocs(project, "build", "--strict").returncode == 0
    for path in (project / "site").rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".ics"):
            assert "pompeo-kim-talks-postponed" not in path.read_text(encoding="utf-8"), path
    assert not (project / "site" / "e" / "pompeo-kim-talks-postponed").exists()


@pytest.mark.parametrize(("setting", "shown"), [("quotes", (False, False)), ("paragraphs", (False, True)), ("all", (True, True))])
def test_how_much_of_an_article_is_published(project: Path, setting: str, shown: tuple[bool, bool]) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("articles: all", f"articles: {setting}"), encoding="utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    outputs = [path.read_text(encoding="utf-8") for path in (project / "site").rglob("*") if path.suffix in (".html", ".json", ".xml")]
    unquoted, beside_a_quote = "Harry Kazianis, director of defense studies", "their interests in property in the U.S. are blocked"
    assert tuple(any(words in output for output in outputs) for words in (unquoted, beside_a_quote)) == shown
    assert not any("Accessibility links" in output for output in outputs)


def test_mistakes_are_all_told_and_nothing_is_built(project: Path) -> None:
    events = (project / "events.yaml").read_text(encoding="utf-8")
    broken = events.replace("date: 2018-06\n    title", "date: 2018-13\n    title").replace(
        "id: asean-summit-begins", "id: asean-statement-2017"
    )
    (project / "events.yaml").write_text(broken, encoding="utf-8", newline="\n")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the site as it was", encoding="utf-8")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    line = broken.splitlines().index("    date: 2018-13") + 1
    assert f"events.yaml:{line}:11: date '2018-13' is not a date." in done.stderr
    assert done.stderr.count("ERROR") >= 2 and "asean-statement-2017" in done.stderr
    assert "Traceback" not in done.stderr
    assert page(project / "site", "") == "the site as it was"


def test_a_missing_file_of_events_is_told(project: Path) -> None:
    (project / "events.yaml").unlink()
    done = mkdocs(project, "build")
    assert done.returncode == 1 and "events.yaml: " in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("articles: some", "option 'articles': Expected one of: ('quotes', 'paragraphs', 'all') but received: 'some'"),
        ("evnts: events.yaml", "option 'evnts': Unrecognised configuration name: evnts"),
        ("articles: [all]", "option 'articles': Expected one of: ('quotes', 'paragraphs', 'all') but received: ['all']"),
    ],
)
def test_settings_are_checked(project: Path, setting: str, told: str) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("articles: all", setting), encoding="utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert told in done.stderr


def test_an_article_that_waits_is_told(project: Path) -> None:
    (project / "seeds" / "new.txt").write_text("On 4 August 2018 a ferry sank.", encoding="utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0 and "not extracted yet: seeds/new.txt" in done.stderr
    assert not (project / "site" / "articles" / "new").exists()


def test_a_written_navigation_stays(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings + "\nnav:\n  - Start: index.md\n  - What happened: timeline/index.md\n", encoding="utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    home = page(project / "site", "")
    assert home.count('class="md-tabs__link"') == 2 and "What happened" in home


def test_a_page_that_a_person_wrote_stays(project: Path) -> None:
    (project / "docs" / "people").mkdir()
    (project / "docs" / "people" / "index.md").write_text("# Who is who\n", encoding="utf-8")
    done = mkdocs(project, "build")
    assert done.returncode == 0 and "people/index.md" in done.stderr
    assert "Who is who" in page(project / "site", "people")


def test_pictures_of_the_project(project: Path) -> None:
    (project / "pictures").mkdir()
    (project / "pictures" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    events = (project / "events.yaml").read_text(encoding="utf-8")
    image = "    image: {src: pictures/a.png, alt: Two men shake hands, caption: Singapore}\n"
    (project / "events.yaml").write_text(
        events.replace("    people: [Donald Trump", image + "    people: [Donald Trump"), encoding="utf-8", newline="\n"
    )
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert '<img src="../assets/media/pictures/a.png" alt="Two men shake hands"' in page(project / "site", "timeline")
    assert (project / "site" / "assets" / "media" / "pictures" / "a.png").is_file()


def test_a_project_is_built_from_another_folder(project: Path) -> None:
    (project / "docs" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    events = (project / "events.yaml").read_text(encoding="utf-8")
    image = "    image: {src: a.png, alt: Two men shake hands}\n"
    (project / "events.yaml").write_text(
        events.replace("    people: [Donald Trump", image + "    people: [Donald Trump"), encoding="utf-8", newline="\n"
    )
    done = mkdocs(project.parent, "build", "--strict", "--config-file", f"{project.name}/mkdocs.yml")
    assert done.returncode == 0, done.stderr
    assert '<img src="../a.png" alt="Two men shake hands"' in page(project / "site", "timeline")


def test_without_directory_addresses(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings + "\nuse_directory_urls: false\n", encoding="utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert "url=../../timeline/index.html#trump-kim-summit" in page(project / "site", "e/trump-kim-summit")


def test_names_of_any_length_are_published(project: Path) -> None:
    """Letters of most scripts take more than a byte, and systems end the names of files at 255 bytes."""
    words = "Совещание министров иностранных дел и обороны стран региона " * 4
    events = (project / "events.yaml").read_text(encoding="utf-8")
    tagged = events.replace("tags: [diplomacy]", f"tags: [diplomacy, {words}one, {words}two]", 1)
    stem = "a" * 250
    (project / "seeds" / f"{stem}.txt").write_text("A ferry sank in May 2018.", encoding="utf-8")
    tagged += f"\n  - id: {'a' * 100}\n    date: 2018-05\n    title: T\n    sources: [{{article: seeds/{stem}.txt, quote: A ferry sank}}]\n"
    (project / "events.yaml").write_text(tagged, encoding="utf-8", newline="\n")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert len(list((project / "site" / "tags").glob("совещание-*"))) == 2
    assert len(list((project / "site" / "articles").glob("aaa*"))) == 1


def test_no_folder_is_cleared_that_holds_something_else_than_a_site(project: Path) -> None:
    before = {path: path.read_bytes() for path in (project / "seeds").rglob("*")}
    done = mkdocs(project, "build", "--site-dir", "seeds")
    assert done.returncode == 1
    assert "seeds holds files that are no site, and is cleared before a site is built: name another folder." in done.stdout + done.stderr
    assert before and {path: path.read_bytes() for path in (project / "seeds").rglob("*")} == before
    (project / "public").mkdir()
    (project / "public" / ".nojekyll").touch()
    for _ in range(2):  # into an empty folder, then over the older site
        assert mkdocs(project, "build", "--site-dir", "public").returncode == 0
