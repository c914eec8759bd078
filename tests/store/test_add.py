"""What was extracted, brought into a project: nothing twice, nothing that a person deleted, nothing of theirs touched."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline import store
from timeline.check import read
from timeline.edtf import parse
from timeline.errors import TimelineError
from timeline.model import Event, Source
from timeline.store import EVENTS, LOCK, NEW_FILE, Result, files, start

DIGEST = "0" * 16


def source(article: str, quote: str, date: str = "2018-08-04", words: str = "on 4 August") -> Source:
    return Source(article=f"seeds/{article}.txt", quote=quote, date=parse(date), words=words)


def event(event_id: str, date: str, *sources: Source) -> Event:
    return Event(event_id, parse(date), f"Title of {event_id}", status="proposed", sources=sources)


SUMMIT = event("summit", "2018-06", source("a", "They met in June.", "2018-06", "in June"))
TREATY = event("treaty", "2018-08-04", source("a", "They signed on 4 August."), source("b", "Both signed on 4 August."))
TALKS = event("talks", "2018-11", source("b", "They talk in November.", "2018-11", "in November"))
ALL = (SUMMIT, TREATY, TALKS)
ARTICLES = {f"seeds/{name}.txt": DIGEST for name in "ab"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    for name in "ab":
        (tmp_path / "seeds" / f"{name}.txt").write_text("text")
    return tmp_path


def add(project: Path, proposals: Sequence[Event], articles: dict[str, str], **options: Any) -> Result:
    return store.add(store.hold(project), proposals, articles, **options)


def state(project: Path) -> tuple[bytes, bytes]:
    return (project / EVENTS).read_bytes(), (project / LOCK).read_bytes()


def ids(project: Path) -> list[str]:
    timeline = read((project / EVENTS).read_bytes())
    assert timeline.problems == ()
    return [event.id for event in timeline.events]


def edit(project: Path, change: Callable[[str], str]) -> bytes:
    """A person's edit; what the file holds after it."""
    path = project / EVENTS
    new = change(path.read_bytes().decode()).encode()
    assert new != path.read_bytes()
    path.write_bytes(new)
    return new


def without(event_id: str) -> Callable[[str], str]:
    return lambda text: re.sub(rf"  - id: {event_id}\n(?:    .*\n)+\n?", "", text)


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def changes_nothing(project: Path, *proposals: Event, articles: dict[str, str] = ARTICLES) -> Result:
    before = (project / EVENTS).read_bytes()
    result = add(project, proposals or ALL, articles)
    assert (project / EVENTS).read_bytes() == before
    assert (result.events, result.sources, result.diff) == ((), (), "")
    lock = (project / LOCK).read_bytes()
    add(project, proposals or ALL, articles)
    assert state(project) == (before, lock)
    return result


# Adding


def test_a_new_project_gets_its_file_in_the_order_of_dates(project: Path) -> None:
    result = add(project, (TALKS, TREATY, SUMMIT), ARTICLES)
    assert ids(project) == ["summit", "treaty", "talks"]
    assert [event.id for event in result.events] == ["summit", "treaty", "talks"]
    assert [event.line for event in result.events] == [text_line(project, event.id) for event in result.events]
    assert result.notes == ()
    text = (project / EVENTS).read_text()
    assert text.startswith("# yaml-language-server: $schema=")
    assert (project / text.split("\n")[0].partition("=")[2]).is_file()
    assert text.endswith(
        "  - id: talks\n    date: 2018-11\n    title: Title of talks\n    status: proposed\n    sources:\n"
        "      - article: seeds/b.txt\n        quote: They talk in November.\n        date: 2018-11\n        words: in November\n"
    )


def text_line(project: Path, event_id: str) -> int:
    return 1 + (project / EVENTS).read_text().split("\n").index(f"  - id: {event_id}")


def test_twice_is_once(project: Path) -> None:
    add(project, ALL, ARTICLES)
    before = state(project)
    times = [(project / name).stat().st_mtime_ns for name in (EVENTS, LOCK)]
    changes_nothing(project)
    assert state(project) == before
    assert [(project / name).stat().st_mtime_ns for name in (EVENTS, LOCK)] == times


def test_one_article_at_a_time_gives_the_same_events(project: Path) -> None:
    for name in "ab":
        parts = [
            Event(one.id, one.date, one.title, status="proposed", sources=kept)
            for one in ALL
            if (kept := tuple(source for source in one.sources if source.article == f"seeds/{name}.txt"))
        ]
        add(project, parts, {f"seeds/{name}.txt": DIGEST})
    assert sorted(ids(project)) == ["summit", "talks", "treaty", "treaty-2"]
    changes_nothing(project)


def test_a_new_article_adds_its_source_to_the_event_it_is_of(project: Path) -> None:
    add(project, (SUMMIT, event("treaty", "2018-08-04", TREATY.sources[0])), ARTICLES)
    before = edit(project, replaced("    title: Title of treaty\n", "    title: The treaty of August   # mine\n"))
    result = add(project, ALL, ARTICLES)
    assert result.sources == (("treaty", TREATY.sources[1]),)
    assert [event.id for event in result.events] == ["talks"]
    assert ids(project) == ["summit", "treaty", "talks"]
    assert (project / EVENTS).read_bytes() == before + (
        b"      - article: seeds/b.txt\n        quote: Both signed on 4 August.\n        date: 2018-08-04\n        words: on 4 August\n"
        b"\n  - id: talks\n    date: 2018-11\n    title: Title of talks\n    status: proposed\n    sources:\n"
        b"      - article: seeds/b.txt\n        quote: They talk in November.\n        date: 2018-11\n        words: in November\n"
    )


def test_ids_are_made_unique_and_never_used_again(project: Path) -> None:
    add(project, (SUMMIT,), ARTICLES)
    edit(project, without("summit"))
    others = [event("summit", "2019", source("b", f"Quote {number}.")) for number in range(3)]
    add(project, others, ARTICLES)
    assert ids(project) == ["summit-2", "summit-3", "summit-4"]


def test_a_claim_that_is_proposed_twice_goes_in_once(project: Path) -> None:
    add(project, (SUMMIT, event("other", "2018-06", *SUMMIT.sources)), ARTICLES)
    assert ids(project) == ["summit"]
    changes_nothing(project, SUMMIT, event("other", "2018-06", *SUMMIT.sources))


def test_articles_without_events_are_remembered(project: Path) -> None:
    add(project, (), {"seeds/a.txt": DIGEST})
    assert f"article {DIGEST} seeds/a.txt" in (project / LOCK).read_text()
    assert ids(project) == []


# What a person did stays


EDITS: dict[str, Callable[[str], str]] = {
    "delete an event": without("treaty"),
    "delete the first": without("summit"),
    "delete all": lambda text: without("talks")(without("treaty")(without("summit")(text))),
    "retitle": replaced("title: Title of treaty", "title: 'Another: title'"),
    "redate": replaced("date: 2018-06", "date: c. 2017"),
    "another id": replaced("id: treaty", "id: the-treaty"),
    "reject": replaced("status: proposed", "status: rejected"),
    "review": lambda text: text.replace("    status: proposed\n", ""),
    "comment": replaced("  - id: treaty", "  # look again\n  - id: treaty"),
    "own keys": replaced("    status: proposed", "    x-mine: [1, 2]\n    status: proposed"),
    "quote in another way": replaced("quote: They signed on 4 August.", "quote: >\n          They signed\n          on 4 August."),
    "correct the quote's typography": replaced("quote: They signed on 4 August.", "quote: “They  signed” on 4 August"),
    "delete a source": replaced(
        "      - article: seeds/b.txt\n        quote: Both signed on 4 August.\n        date: 2018-08-04\n        words: on 4 August\n", ""
    ),
    "reorder": lambda text: re.sub(r"(  - id: summit\n(?:    .*\n)+)\n((?:.*\n)+)", r"\2\n\1", text),
    "merge two": lambda text: re.sub(r"\n  - id: treaty\n    date.*\n    title.*\n    status.*\n    sources:\n", "", text),
    "split": replaced(
        "      - article: seeds/b.txt\n        quote: Both",
        "  - id: split\n    date: 2018\n    title: Split\n    sources:\n      - article: seeds/b.txt\n        quote: Both",
    ),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no final newline": lambda text: text.rstrip("\n"),
    "indent in another way": lambda text: re.sub(r"^  ", "", text, flags=re.M),
    "no header": lambda text: text[text.index("events:") :],
}


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_nothing_comes_back(project: Path, name: str) -> None:
    add(project, ALL, ARTICLES)
    edit(project, EDITS[name])
    changes_nothing(project)


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_a_new_event_leaves_every_byte(project: Path, name: str) -> None:
    add(project, ALL, ARTICLES)
    before = edit(project, EDITS[name])
    new = event("new", "2018-09", source("c", "New."))
    result = add(project, (*ALL, new), ARTICLES | {"seeds/c.txt": DIGEST})
    after = (project / EVENTS).read_bytes()
    assert [event.id for event in result.events] == ["new"]
    start_at = next((at for at, (old, now) in enumerate(zip(before, after, strict=False)) if old != now), len(before))
    length = len(after) - len(before)
    assert any(after[:at] + after[at + length :] == before for at in range(max(0, start_at - length), start_at + 1))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(sorted(set(EDITS) - {"delete all"})), max_size=4, unique=True), st.booleans())
def test_edits_after_edits(tmp_path_factory: pytest.TempPathFactory, names: list[str], between: bool) -> None:
    project = tmp_path_factory.mktemp("project")
    add(project, ALL, ARTICLES)
    for name in names:
        path = project / EVENTS
        text = EDITS[name](path.read_bytes().decode())
        if read(text.encode()).problems:  # edits that do not go together
            continue
        path.write_bytes(text.encode())
        if between:
            changes_nothing(project)
    changes_nothing(project)


def test_a_deleted_event_stays_away_when_another_article_reports_it(project: Path) -> None:
    add(project, (SUMMIT, event("treaty", "2018-08-04", TREATY.sources[0])), ARTICLES)
    edit(project, without("treaty"))
    result = changes_nothing(project, SUMMIT, TREATY)
    changes_nothing(project, SUMMIT, event("treaty", "2018-08-04", TREATY.sources[1]))
    assert len(result.notes) == 1 and result.notes[0].endswith("To have it back: timeline extract --again seeds/b.txt")


def test_again_brings_back_what_was_deleted_under_its_old_id(project: Path) -> None:
    add(project, ALL, ARTICLES)
    edit(project, replaced("id: talks", "id: negotiations"))
    edit(project, without("treaty"))
    result = add(project, ALL, ARTICLES, again=["seeds/a.txt", "seeds/b.txt"])
    assert [event.id for event in result.events] == ["treaty"]
    assert ids(project) == ["summit", "treaty", "negotiations"]
    changes_nothing(project)


def test_again_for_one_of_two_articles_brings_the_event_back_with_its_claim(project: Path) -> None:
    add(project, ALL, ARTICLES)
    edit(project, without("treaty"))
    result = add(project, ALL, ARTICLES, again=["seeds/b.txt"])
    assert [(event.id, event.sources) for event in result.events] == [("treaty", TREATY.sources[1:])]
    changes_nothing(project)


@pytest.mark.parametrize("deleted", [True, False])
def test_a_renamed_article_is_the_same_article(project: Path, deleted: bool) -> None:
    add(project, ALL, ARTICLES)
    if deleted:
        edit(project, without("summit"))
    (project / "seeds" / "a.txt").rename(project / "seeds" / "renamed.txt")
    renamed = [
        Event(
            one.id,
            one.date,
            one.title,
            sources=tuple(
                Source(part.article.replace("/a.", "/renamed."), quote=part.quote, date=part.date, words=part.words) for part in one.sources
            ),
        )
        for one in ALL
    ]
    articles = {"seeds/renamed.txt": DIGEST, "seeds/b.txt": DIGEST}
    changes_nothing(project, *renamed, articles=articles)
    (project / "seeds" / "a.txt").write_text("another article takes the name")
    changes_nothing(project, *renamed, articles=articles)


def test_a_removed_article_and_its_events_stay_as_they_are(project: Path) -> None:
    add(project, ALL, ARTICLES)
    (project / "seeds" / "a.txt").unlink()
    changes_nothing(project, TALKS, articles={"seeds/b.txt": DIGEST})


def test_an_article_downloaded_anew_makes_no_new_claims(project: Path) -> None:
    add(project, ALL, ARTICLES)
    edit(project, without("summit"))
    again = event("summit-of-june", "2018-06", source("a", "They  met in June", "2018-06", "In June"))
    changes_nothing(project, again, articles={"seeds/a.txt": "1" * 16})


CHANGES = {
    "a typo": "They signd on 4 August.",
    "a word more": "They signed again on 4 August.",
    "the date in other words": "They signed on Aug 4.",
}


def changed(quote: str, article: str = "a", words: str = "on 4 August") -> Event:
    return event("they-signed", "2018-08-04", source(article, quote, words=words))


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("name_of_edit", ["delete an event", "reject", "retitle", "redate", "another id", "merge two", "reorder"])
@pytest.mark.parametrize("renamed", [False, True])
def test_a_changed_sentence_is_the_known_claim(project: Path, name: str, name_of_edit: str, renamed: bool) -> None:
    add(project, ALL, ARTICLES)
    edit(project, EDITS[name_of_edit])
    if renamed:
        (project / "seeds" / "a.txt").rename(project / "seeds" / "renamed.txt")
    article = "renamed" if renamed else "a"
    event_now = changed(CHANGES[name], article, "on Aug 4" if "Aug 4" in CHANGES[name] else "on 4 August")
    summit = event("summit", "2018-06", replace(SUMMIT.sources[0], article=f"seeds/{article}.txt"))
    articles = {f"seeds/{article}.txt": "1" * 16}
    changes_nothing(project, event_now, summit, articles=articles)
    once_more = replace(event_now.sources[0], quote=CHANGES[name].replace("They", "Both"))
    changes_nothing(project, replace(event_now, sources=(once_more,)), articles=articles)
    changes_nothing(project, *ALL, articles=articles | ARTICLES)  # the old text is back


def test_a_changed_article_adds_what_is_new_in_it(project: Path) -> None:
    add(project, ALL, ARTICLES)
    edit(project, without("treaty"))
    more = event("more", "2018-08-04", source("a", "Crowds cheered in the streets on 4 August."))
    result = add(project, (SUMMIT, changed("They signd on 4 August."), more), {"seeds/a.txt": "1" * 16})
    assert [one.id for one in result.events] == ["more"]


def test_a_sentence_beside_one_that_still_stands_is_another(project: Path) -> None:
    add(project, ALL, ARTICLES)
    edit(project, without("treaty"))
    result = add(project, (*ALL, changed("Both signed on 4 August.")), ARTICLES)
    assert [one.id for one in result.events] == ["they-signed"]


def test_a_sentence_whose_date_was_corrected_is_another(project: Path) -> None:
    add(project, ALL, ARTICLES)
    corrected = event("they-signed", "2018-08-05", source("a", "They signed on 5 August.", "2018-08-05", "on 5 August"))
    assert [one.id for one in add(project, (SUMMIT, corrected), {"seeds/a.txt": "1" * 16}).events] == ["they-signed"]


def test_again_brings_back_a_deleted_event_from_a_changed_sentence(project: Path) -> None:
    add(project, ALL, ARTICLES)
    edit(project, without("talks"))
    talk = event("they-talk", "2018-11", source("b", "They speak in November.", "2018-11", "in November"))
    changes_nothing(project, talk, articles={"seeds/b.txt": "1" * 16})
    assert [one.id for one in add(project, (talk,), {"seeds/b.txt": "1" * 16}, again=["seeds/b.txt"]).events] == ["talks"]
    changes_nothing(project, talk, articles={"seeds/b.txt": "1" * 16})


def test_a_lock_without_traces_gets_them(project: Path) -> None:
    add(project, ALL, ARTICLES)
    whole = state(project)
    (project / LOCK).write_text(re.sub(" ~[^ ]+", "", (project / LOCK).read_text()))
    changes_nothing(project)
    assert state(project) == whole


# Refusing


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "events: []\n",
            "events.yaml:1:9: events is a list in one line, to which nothing can be added. Write 'events:' alone, without [], and",
        ),
        ("events: [{id: a, date: 2018, title: A}]\n", "events.yaml:1:9: events is a list in one line"),
        ("{events: }\n", "events.yaml:1:1: the file is written in one line"),
        ("events: ~\n", "events.yaml:1:9: nothing can be added to this. Write 'events:' alone."),
        ("x-all: &all\n  - {id: a, date: 2018, title: A}\nevents: *all\n", "events.yaml:3:9: events is an alias, *all"),
        ("x-all: &all {events: []}\n<<: *all\n", "events.yaml:1:1: the list of events comes from '<<'"),
        ("", "events.yaml:1:1: the file holds no events"),
        ("events:\n  - id: a\n    date: 2018-13\n    title: A\n", "events.yaml:3:11: date '2018-13' is not a date"),
        ("\0", "events.yaml:1:1: an invisible control character"),
    ],
)
def test_where_adding_cannot_be_valid_nothing_is_written(project: Path, text: str, message: str) -> None:
    (project / EVENTS).write_text(text)
    with pytest.raises(TimelineError) as caught:
        add(project, ALL, ARTICLES)
    assert str(caught.value).startswith(message)
    assert (project / EVENTS).read_text() == text
    assert not (project / LOCK).exists()


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ("[{article: seeds/a.txt, quote: They signed on 4 August., words: on 4 August}]", "sources is a list in one line"),
        ("*shared", "sources is an alias"),
    ],
)
def test_a_source_is_not_added_where_it_cannot_be(project: Path, sources: str, message: str) -> None:
    shared = "x-shared: &shared\n  - {article: seeds/a.txt, quote: They signed on 4 August., words: on 4 August}\n"
    (project / EVENTS).write_text(f"{shared}events:\n  - id: a\n    date: 2018\n    title: A\n    sources: {sources}\n")
    with pytest.raises(TimelineError, match=rf"events.yaml:7:14: {message}"):
        add(project, ALL, ARTICLES)


def test_a_broken_lock_is_told_before_anything_is_written(project: Path) -> None:
    add(project, (SUMMIT,), ARTICLES)
    with (project / LOCK).open("a") as file:
        file.write("<<<<<<< HEAD\n")
    before = state(project)
    with pytest.raises(TimelineError, match=r"events.lock:\d+:1: .*git conflict"):
        add(project, ALL, ARTICLES)
    assert state(project) == before


def test_a_file_that_is_saved_meanwhile_is_not_overwritten(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(project, (SUMMIT,), ARTICLES)
    saved = b"events:\n  - {id: mine, date: 2018, title: Mine}\n"
    temporary = files._temporary
    monkeypatch.setattr(files, "_temporary", lambda place: ((project / EVENTS).write_bytes(saved), temporary(place))[1])
    with pytest.raises(TimelineError, match=r"events.yaml: the file was changed while this ran"):
        add(project, ALL, ARTICLES)
    assert (project / EVENTS).read_bytes() == saved


# Missing files, dry runs, kills


def test_a_missing_file_is_made_anew_and_the_lock_set_aside(project: Path) -> None:
    add(project, ALL, ARTICLES)
    old_lock = (project / LOCK).read_bytes()
    for place in ("events.lock.old", "events.lock.old.2"):
        (project / EVENTS).unlink()
        dry = add(project, ALL, ARTICLES, dry_run=True)
        assert not (project / EVENTS).exists() and (project / LOCK).read_bytes() == old_lock
        result = add(project, ALL, ARTICLES)
        assert result.notes == dry.notes == (f"events.yaml was missing and is made anew; events.lock is set aside as {place}.",)
        assert ids(project) == ["summit", "treaty", "talks"]
        assert (project / place).read_bytes() == old_lock
    changes_nothing(project)


def test_a_dry_run_writes_nothing_and_shows_what_would_be(project: Path) -> None:
    (project / EVENTS).write_text("# mine\nevents:\n  - id: a\n    date: 2018-07\n    title: A\n")
    before = sorted(project.rglob("*"))
    result = add(project, (SUMMIT,), ARTICLES, dry_run=True)
    assert sorted(project.rglob("*")) == before
    assert result.diff == (
        "--- a/events.yaml\n+++ b/events.yaml\n@@ -1,5 +1,15 @@ new event: summit\n # mine\n events:\n"
        "+  - id: summit\n+    date: 2018-06\n+    title: Title of summit\n+    status: proposed\n+    sources:\n"
        "+      - article: seeds/a.txt\n+        quote: They met in June.\n+        date: 2018-06\n+        words: in June\n+\n"
        "   - id: a\n     date: 2018-07\n     title: A\n"
    )
    add(project, (SUMMIT,), ARTICLES)
    assert [event.id for event in result.events] == ["summit"]


def test_a_kill_between_the_two_files_is_harmless(project: Path) -> None:
    add(project, (SUMMIT,), ARTICLES)
    lock = (project / LOCK).read_bytes()
    add(project, ALL, ARTICLES)
    before = state(project)
    for left in (lock, None):
        if left is None:
            (project / LOCK).unlink()
        else:
            (project / LOCK).write_bytes(left)
        assert add(project, ALL, ARTICLES).events == ()
        assert state(project) == before


@pytest.mark.parametrize("first", [(), (SUMMIT,)])
def test_an_end_at_any_file_operation_is_harmless(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, first: tuple[Event, ...]
) -> None:
    """The n-th operation on a file ends the run, for every n; each file is the old or the new, and the next run completes."""

    def run(stop: int) -> tuple[int, Path]:
        project = tmp_path_factory.mktemp("project")
        if first:
            add(project, first, ARTICLES)
        count = 0

        def counted(real: Callable[..., object]) -> Callable[..., object]:
            def operation(*arguments: object, **more: object) -> object:
                nonlocal count
                count += 1
                if count == stop:
                    raise KeyboardInterrupt
                return real(*arguments, **more)

            return operation

        with monkeypatch.context() as patch:
            for name in ("open", "write", "fsync", "chmod", "replace"):
                patch.setattr(files.os, name, counted(getattr(files.os, name)))
            with contextlib.suppress(KeyboardInterrupt):
                add(project, ALL, ARTICLES)
        return count, project

    operations, whole = run(0)
    assert operations >= 10
    new = state(whole)
    old = state(run(1)[1]) if first else (NEW_FILE.encode(), b"")
    for stop in range(1, operations + 1):
        project = run(stop)[1]
        for name, contents in zip((EVENTS, LOCK), zip(old, new, strict=True), strict=True):
            assert not (project / name).exists() or (project / name).read_bytes() in contents
        assert [entry.name for entry in project.iterdir() if entry.name.endswith(".tmp")] == []
        add(project, ALL, ARTICLES)
        assert state(project) == new


def test_texts_are_tidied_on_their_way_in(project: Path) -> None:
    source = Source(article="seeds/a.txt", quote=" Q\ud800\n", words=" w ")
    untidy = Event("untidy", parse("2018"), " A\n meets  B ", " s\n", (" Ann ",), sources=(source,))
    (added,) = add(project, (untidy,), ARTICLES).events
    (found,) = read((project / EVENTS).read_bytes()).events
    assert (found.title, found.summary, found.people) == ("A meets B", "s", ("Ann",))
    assert (found.sources[0].quote, found.sources[0].words) == ("Q\ufffd", "w")
    assert added.line == found.line
    changes_nothing(project, untidy)


def test_starting_a_project_twice_keeps_the_file(project: Path) -> None:
    start(project)
    assert read((project / EVENTS).read_bytes()).problems == ()
    (project / EVENTS).write_text("events:   # mine\n")
    start(project)
    assert (project / EVENTS).read_text() == "events:   # mine\n"


def test_an_article_whose_name_no_system_takes_is_missing_and_no_more(project: Path) -> None:
    add(project, ALL, ARTICLES)
    edit(project, replaced("article: seeds/a.txt", f"article: seeds/{'n' * 300}.txt"))
    new = event("new", "2018-09", source("c", "New."))
    assert [one.id for one in add(project, (new,), {"seeds/c.txt": DIGEST}).events] == ["new"]


# Minor events


def test_a_minor_event_is_neither_added_nor_remembered(project: Path) -> None:
    result = add(project, ALL, ARTICLES, minor={"treaty"})
    assert ids(project) == ["summit", "talks"]
    assert result.left_out == 1
    assert "treaty" not in (project / LOCK).read_text()
    assert [event.id for event in add(project, ALL, ARTICLES).events] == ["treaty"]


def test_a_minor_event_gives_its_sources_to_one_that_is_known(project: Path) -> None:
    add(project, [event("treaty", "2018-08-04", source("a", "They signed on 4 August."))], ARTICLES)
    result = add(project, ALL, ARTICLES, minor={event.id for event in ALL})
    assert [(event_id, source.article) for event_id, source in result.sources] == [("treaty", "seeds/b.txt")]
    assert (result.events, result.left_out) == ((), 2)


def test_a_minor_event_that_was_deleted_comes_back_when_its_article_is_read_again(project: Path) -> None:
    add(project, [SUMMIT], ARTICLES)
    edit(project, without("summit"))
    assert add(project, [SUMMIT], ARTICLES, minor={"summit"}).left_out == 0
    assert [event.id for event in add(project, [SUMMIT], ARTICLES, minor={"summit"}, again={"seeds/a.txt"}).events] == ["summit"]


# Decisions


def test_a_decision_is_written_and_can_be_followed_by_another(project: Path) -> None:
    add(project, ALL, ARTICLES)
    held = store.hold(project)
    before, lock = state(project)
    held = store.change(held, {"treaty": replace(held.events[1], status="reviewed")})
    held = store.change(held, {"summit": None})
    assert [(one.id, one.status) for one in held.events] == [("treaty", "reviewed"), ("talks", "proposed")]
    assert (project / EVENTS).read_bytes() == held.old_events != before
    changes_nothing(project)
    assert store.hold(project).events == held.events and (project / LOCK).read_bytes() == lock


def test_a_decision_on_a_file_that_was_changed_meanwhile_is_not_written(project: Path) -> None:
    add(project, ALL, ARTICLES)
    held = store.hold(project)
    after = edit(project, replaced("Title of talks", "Mine"))
    with pytest.raises(TimelineError, match="was changed while this ran"):
        store.change(held, {"summit": None})
    assert (project / EVENTS).read_bytes() == after


def test_what_is_forgotten_is_forgotten_of_the_lock_that_was_read(project: Path) -> None:
    add(project, ALL, ARTICLES)
    held = store.hold(project)
    saved = (project / LOCK).read_bytes() + b"# another run\n"
    (project / LOCK).write_bytes(saved)
    with pytest.raises(TimelineError, match=r"events.lock: the file was changed while this ran"):
        store.forget(held, "seeds/a.txt")
    assert (project / LOCK).read_bytes() == saved
    store.forget(store.hold(project), "seeds/a.txt")
    assert store.remembered(project).paths == {"seeds/b.txt"}


@pytest.mark.parametrize("name", [EVENTS, LOCK])
def test_a_file_that_is_deleted_meanwhile_is_told_and_not_made_again(project: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    add(project, (SUMMIT,), ARTICLES)
    held = store.hold(project)
    (project / name).unlink()
    with pytest.raises(TimelineError, match=rf"{name}: the file was changed while this ran"):
        store.add(held, ALL, ARTICLES)
    assert not (project / name).exists()
