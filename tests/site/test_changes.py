"""The page of changes and its feed, from a history made by hand and from repositories of git."""

from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.history.repository import commit, git, needs_git, start
from tests.site.project import make_project
from tests.site.test_plugin import mkdocs, page
from timeline.history import Change, Edition, History
from timeline.pages import Rendered, render
from timeline.pages.changes import _MANY

ATOM = "{http://www.w3.org/2005/Atom}"
GOLDEN = Path(__file__).parent / "cases" / "changes.xml"


def edition(day: str, *changes: Change, events: int = 0) -> Edition:
    return Edition(datetime.date.fromisoformat(day), f"{day}T09:30:00+02:00", changes, events)


EDITIONS = (
    edition("2018-10-03", Change("fire", "removed")),
    edition("2018-10-02", Change("fire", "title"), Change("fire", "sources", number=1)),
    edition(
        "2018-10-01",
        Change("strike", "date", "2018-08", "2018-08-04"),
        Change("strike", "title"),
        Change("strike", "sources", number=2),
        Change("founding", "withdrawn", number=1),
        Change("founding", "quotes"),
        Change("since", "added"),
        Change("fire", "added"),
        Change("copy", "merged", after="strike"),
        Change("other", "merged", after="fire"),
    ),
    edition("2018-09-01", events=3),
)


def harbour(event: Any, site: Any, history: History | None, **fields: Any) -> Any:
    return site(
        event("strike", title="Dockers <strike>", summary="All day."), event("founding", "1931"), event("since", "2018-09/.."),
        url="https://news.example/harbour/", history=history, **fields,
    )  # fmt: skip


def html(rendered: Rendered) -> str:
    return next(page.html for page in rendered.pages if page.path == "changes/")


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_the_feed(event: Any, site: Any) -> None:
    """What it held when it was looked at last; where it is to change, delete tests/site/cases/changes.xml and run this twice."""
    feed = next(file.content for file in render(harbour(event, site, History(EDITIONS))).files if file.path == "changes.xml")
    if not GOLDEN.exists():
        GOLDEN.write_text(feed, encoding="utf-8", newline="\n")
        pytest.fail("changes.xml was made anew")
    assert feed == GOLDEN.read_text(encoding="utf-8")


def test_the_feed_is_as_its_readers_want_it(event: Any, site: Any) -> None:
    hostile = event("strike", title="A\x00 ]]> & <b>")
    text = next(f.content for f in render(site(hostile, history=History(EDITIONS))).files if f.path == "changes.xml")
    feed = ElementTree.fromstring(text)
    entries = feed.findall(f"{ATOM}entry")
    identities = [str(element.text) for element in feed.iter(f"{ATOM}id")]
    assert len(set(identities)) == len(identities) == len(entries) + 1 and all(name.startswith("urn:uuid:") for name in identities)
    stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
    assert all(re.fullmatch(stamp, str(element.text)) for element in feed.iter(f"{ATOM}updated"))
    assert "A ]]&gt; &amp; &lt;b&gt;" in str(entries[1].findtext(f"{ATOM}content"))


def test_a_history_without_editions_has_a_feed(event: Any, site: Any) -> None:
    rendered = render(harbour(event, site, History((), begins="cut")))
    feed = ElementTree.fromstring(next(file.content for file in rendered.files if file.path == "changes.xml"))
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert "Nothing was changed yet. What was before is not known here" in words(html(rendered))


def test_the_page_tells_what_became_of_what_is_still_there(event: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    rendered = render(harbour(event, site, History(EDITIONS, begins="later")))
    text = words(html(rendered))
    take_apart(html(rendered))
    assert "3 October 2018 1 event withdrawn" in text
    assert "2 October 2018" not in text, "of an event that is gone nothing is told"
    assert "1 October 2018 1 event added, 2 changed, 1 withdrawn" in text
    told = "date corrected: August 2018 → 4 August 2018 · title changed · 2 sources added · 1 other event joined to it"
    assert f"4 August 2018 Dockers &lt;strike&gt; {told}" in text
    assert "1 source withdrawn · quote corrected" in text
    assert "1 September 2018 the first version, of 3 events" in text
    assert "Only the latest 50 versions are told here." in text
    assert "fire" not in html(rendered) and "Not published yet" not in text
    contents = next(page.contents for page in rendered.pages if page.path == "changes/")
    assert [heading.anchor for heading in contents[0].children] == ["on_2018-10-03", "on_2018-10-01", "on_2018-09-01"]


def test_a_day_may_come_again(event: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    days = ("2018-10-02", "2018-10-01", "2018-10-02")
    rendered = render(harbour(event, site, History(tuple(edition(day, Change("strike", "title")) for day in days))))
    assert [name for name in take_apart(html(rendered)).by_id if name.startswith("on_")] == [
        "on_2018-10-02_2",
        "on_2018-10-01",
        "on_2018-10-02",
    ]


def test_what_is_not_committed_is_told_first(event: Any, site: Any) -> None:
    pending = (Change("strike", "added"), Change("founding", "title"))
    text = words(html(render(harbour(event, site, History(EDITIONS, pending)))))
    assert text.startswith("Changes What was added to this timeline and corrected in it, day by day. Feed of changes Not published yet")
    assert "1 event added, 1 changed, since the last commit" in text
    assert "Not published yet" not in words(html(render(harbour(event, site, History(EDITIONS, ())))))


def test_of_many_events_some_are_folded_and_the_rest_counted(event: Any, site: Any) -> None:
    events = [event(f"event-{number}") for number in range(_MANY + 7)]
    told = edition("2018-10-01", *(Change(event.id, "added") for event in events))
    text = html(render(site(*events, history=History((told,)))))
    assert text.count("<li>") == _MANY
    assert f"<summary>{_MANY - 20} more</summary>" in text and "and 7 others" in text


def test_without_a_history_there_is_no_page(event: Any, site: Any) -> None:
    rendered = render(harbour(event, site, None))
    assert not [page.path for page in rendered.pages if page.path == "changes/"]
    assert not [file.path for file in rendered.files if file.path == "changes.xml"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a repository, with two versions of its events, and one event more that is not committed."""
    folder = start(make_project(tmp_path))
    (folder / ".gitignore").write_text("/site/\n/.timeline/cache/\n", encoding="utf-8")
    text = (folder / "events.yaml").read_text(encoding="utf-8")
    commit(folder, "2018-11-12", text.replace("date: 2018-11-11\n    title", "date: 2018-11-10\n    title"))
    commit(folder, "2018-11-20", text)
    (folder / "events.yaml").write_text(text + "\n  - id: late\n    date: 2018-12\n    title: Late\n", encoding="utf-8", newline="\n")
    return folder


@needs_git
def test_the_site_has_a_page_of_changes(project: Path) -> None:
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    made = page(project / "site", "changes")
    text = words(made)
    assert "20 November 2018 1 event changed" in text and "10 November 2018 → 11 November 2018" in text
    assert "The first version, of 7 events".lower() in text.lower() and "Not published yet" not in text
    assert 'href="./" class="md-tabs__link"' in made.partition("Tags")[2]
    assert 'title="North Korea and ASEAN, 2018: changes" href="../changes.xml"' in made
    first = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.suffix in (".html", ".xml")}
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert all(path.read_bytes() == held for path, held in first.items() if path.name != "sitemap.xml")


@needs_git
def test_the_setting_leaves_it_out(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("articles: all", "history: false"), encoding="utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert not (project / "site" / "changes").exists() and not (project / "site" / "changes.xml").exists()
    assert "changes.xml" not in page(project / "site", "timeline")


@needs_git
def test_a_copy_without_older_commits_is_told(project: Path, tmp_path: Path) -> None:
    git(project, "clone", "--quiet", "--depth=1", project.as_uri(), str(tmp_path / "copy"))
    done = mkdocs(tmp_path / "copy", "build", "--strict")
    assert done.returncode == 0 and "'fetch-depth: 0' fetches them" in done.stderr
    assert "What was before is not known here" in page(tmp_path / "copy" / "site", "changes")


def test_the_workflows_fetch_all_commits() -> None:
    root = Path(__file__).parents[2]
    for path in (root / ".github/workflows/publish.yml", root / "timeline/templates/project/workflow.yml"):
        assert "fetch-depth: 0" in path.read_text(encoding="utf-8")
