"""Addresses of lines: of the editor while serving, of the repository on the published site, and of no machine in either."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.history.repository import needs_git
from tests.site.project import make_project
from tests.site.test_plugin import mkdocs, page
from timeline.origin import EDITORS, editor, parse_editor, repository

GITHUB, GITLAB, CODEBERG, BITBUCKET = (
    "https://github.com/a/n",
    "https://gitlab.com/a/n/",
    "https://codeberg.org/a/n",
    "https://bitbucket.org/a/n",
)


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "prefix", "address"),
    [
        (GITHUB, "edit/main/docs/", "", "https://github.com/a/n/blob/main/events.yaml#L12"),
        (GITHUB, "blob/main/docs/", "", "https://github.com/a/n/blob/main/events.yaml#L12"),
        (GITHUB, "edit/main/docs/", None, "https://github.com/a/n/blob/main/events.yaml#L12"),
        (GITHUB, "edit/main/lines/ferry/docs/", None, "https://github.com/a/n/blob/main/lines/ferry/events.yaml#L12"),
        (GITHUB, "edit/main/lines/ferry/docs/", "lines/ferry/", "https://github.com/a/n/blob/main/lines/ferry/events.yaml#L12"),
        (GITHUB, "edit/main/docs/", "lines/the ferry/", "https://github.com/a/n/blob/main/lines/the%20ferry/events.yaml#L12"),
        (GITHUB, "edit/draft/2019/docs/", "", "https://github.com/a/n/blob/draft/2019/events.yaml#L12"),
        (GITHUB, "edit/draft/2019/ferry/docs", "ferry/", "https://github.com/a/n/blob/draft/2019/ferry/events.yaml#L12"),
        (GITHUB, None, "ferry/", "https://github.com/a/n/blob/HEAD/ferry/events.yaml#L12"),
        (GITHUB, None, None, "https://github.com/a/n/blob/HEAD/events.yaml#L12"),
        ("https://git.example.org/a/n", "edit/main/docs/", "", "https://git.example.org/a/n/blob/main/events.yaml#L12"),
        (GITLAB, "edit/main/docs/", "", "https://gitlab.com/a/n/-/blob/main/events.yaml#L12"),
        (GITLAB, "-/edit/main/docs/", None, "https://gitlab.com/a/n/-/blob/main/events.yaml#L12"),
        (GITLAB, None, "", "https://gitlab.com/a/n/-/blob/HEAD/events.yaml#L12"),
        ("https://git.example.org/a/n", "-/edit/main/docs/", "", "https://git.example.org/a/n/-/blob/main/events.yaml#L12"),
        (CODEBERG, "_edit/main/docs/", "", "https://codeberg.org/a/n/src/branch/main/events.yaml#L12"),
        (CODEBERG, "src/branch/main/docs/", None, "https://codeberg.org/a/n/src/branch/main/events.yaml#L12"),
        (CODEBERG, None, "", None),
        (BITBUCKET, "src/main/docs/", "", "https://bitbucket.org/a/n/src/main/events.yaml#lines-12"),
        (BITBUCKET, None, "", "https://bitbucket.org/a/n/src/HEAD/events.yaml#lines-12"),
        ("https://git.example.org/a/n", "src/main/docs/", "", None),
        (GITHUB, "", "", None),
        (GITHUB, "edit/", "", None),
        ("https://example.org/a/n", "?path=docs/", "", None),
        ("https://example.org/a/n", "#root/docs/", "", None),
        ("n", "edit/main/docs/", "", None),
        ("ssh://git@github.com/a/n", "edit/main/docs/", "", None),
    ],
)
def test_lines_in_a_repository(repo_url: str, edit_uri: str | None, prefix: str | None, address: str | None) -> None:
    found = repository(repo_url, edit_uri, "docs", prefix)
    assert (found and found(12)) == address


def test_pages_that_lie_elsewhere() -> None:
    for prefix in (None, "news/"):
        found = repository(GITHUB, "edit/main/pages/docs", "../pages/docs" if prefix else "pages/docs", prefix)
        assert found and found(3) == f"{GITHUB}/blob/main/{prefix or ''}events.yaml#L3"


def test_lines_in_editors() -> None:
    opened = {name: editor(template, "/home/ada/my news/events.yaml") for name, template in EDITORS.items()}
    assert opened.pop("none") is None
    addresses = {name: open_ and open_(12, 5) for name, open_ in opened.items()}
    assert addresses["vscode"] == "vscode://file//home/ada/my%20news/events.yaml:12:5"
    assert addresses["pycharm"] == "pycharm://open?file=/home/ada/my%20news/events.yaml&line=12&column=5"
    assert not any("{" in str(address) for address in addresses.values())
    windows = editor(EDITORS["vscode"], "C:/news/events.yaml")
    assert windows and windows(1, 1) == "vscode://file/C:/news/events.yaml:1:1"


@pytest.mark.parametrize(
    "text", ["vim", "javascript:alert(1)//{path}", "my-editor://{path}:{row}", "my-editor://open", "my editor://{path}", ""]
)
def test_other_editors_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"'{text}' is no editor that is known, nor its address. Write vscode, ")):
        parse_editor(text)


def test_an_address_of_ones_own() -> None:
    assert parse_editor("my-editor://{path}?{line}") == "my-editor://{path}?{line}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "news")


def with_settings(project: Path, text: str) -> None:
    path = project / "mkdocs.yml"
    path.write_text(text + path.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def test_no_path_of_this_machine_is_published(project: Path) -> None:
    with_settings(project, f"repo_url: {GITHUB}\n")
    assert mkdocs(project, "build", "--strict").returncode == 0
    places = {place.as_posix().encode() for place in (project, project.resolve())}
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert len(files) > 50
    for path in files:
        held = path.read_bytes()
        assert not any(place in held for place in places), path
        assert b"vscode:" not in held and b">edit<" not in held, path


def test_each_event_leads_to_its_line(project: Path) -> None:
    with_settings(project, f"repo_url: {GITHUB}\nedit_uri: edit/main/docs/\n")
    assert mkdocs(project, "build", "--strict").returncode == 0
    lines = (project / "events.yaml").read_text(encoding="utf-8").splitlines()
    html = page(project / "site", "timeline")
    links = re.findall(rf'class="origin" href="{GITHUB}/blob/main/events.yaml#L(\d+)"', html)
    named = re.findall(r'<h3 class="event-title" id="([^"]+)"', html)
    assert [lines[int(line) - 1] for line in links] == [f"  - id: {name}" for name in named]
    assert len(named) == 7
    assert "suggest a change: Trump meets Kim" in page(project / "site", "people/donald-trump")


@needs_git
def test_a_project_in_a_folder_of_its_repository(project: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(project.parent)], check=True)
    with_settings(project, f"repo_url: {GITHUB}\n")
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert f"{GITHUB}/blob/HEAD/news/events.yaml#L" in page(project / "site", "timeline")


@pytest.mark.parametrize("settings", ["", f"repo_url: {GITHUB}\nedit_uri: ''\n"])
def test_no_repository_no_link(project: Path, settings: str) -> None:
    with_settings(project, settings)
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert "suggest a change" not in page(project / "site", "timeline")


def test_an_editor_that_is_not_known_is_told(project: Path) -> None:
    path = project / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("articles: all", "editor: vim"), encoding="utf-8")
    done = mkdocs(project, "build")
    assert done.returncode == 1 and "option 'editor': 'vim' is no editor that is known" in done.stderr
