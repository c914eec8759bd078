"""`timeline add`, as a person uses it: what is kept, what is told, and that nothing is overwritten."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tests.articles.test_pdf import pdf
from tests.getting.server import PAGE, STORY, Answer, Server
from tests.getting.test_pure import RSS
from timeline import getting
from timeline.check import load
from timeline.cli import adding, main
from timeline.getting import originals

NAME = "2019-05-10-a-council-dissolved.html"
Add = Callable[..., Result]


@pytest.fixture
def project(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run("new", ".").exit_code == 0
    monkeypatch.setattr(adding, "_now", lambda: "2026-11-24T20:12:00Z")
    monkeypatch.setattr(getting, "Fetcher", functools.partial(getting.Fetcher, wait=lambda seconds: None))
    return tmp_path


@pytest.fixture
def add(project: Path) -> Add:
    """Adds what is named; machines of this network may be asked, and what comes from standard input is `input`."""

    def added(*arguments: str, input: bytes | None = None) -> Result:
        result = CliRunner().invoke(main, ["add", "--allow-private", *arguments], input=input)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return added


def seeds(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "seeds").iterdir() if path.name != ".gitkeep"}


def record(project: Path, name: str) -> dict[str, str]:
    found: dict[str, str] = yaml.load((project / "seeds" / f"{name}.source.yaml").read_bytes(), yaml.BaseLoader)
    return found


def titles(project: Path) -> list[str]:
    return [event.title for event in load(project / "events.yaml", project).events]


def test_a_page_is_kept_as_it_came_with_where_it_came_from(add: Add, project: Path, server: Server) -> None:
    server.answers |= {"/a": Answer(b"", 301, headers={"Location": "/b"}), "/b": Answer()}
    result = add(f"{server.url}/a#part")
    assert result.exit_code == 0
    assert f"seeds/{NAME}: kept." in result.stdout
    assert "2 events added to events.yaml." in result.stdout
    assert set(seeds(project)) == {NAME, f"{NAME}.source.yaml"}
    assert seeds(project)[NAME] == PAGE.encode()
    assert record(project, NAME) == {
        "url": f"{server.url}/a",
        "final-url": f"{server.url}/b",
        "retrieved": "2026-11-24T20:12:00Z",
        "sha256": hashlib.sha256(PAGE.encode()).hexdigest(),
        "content-type": "text/html; charset=utf-8",
    }
    assert titles(project) == ["Council of Norberg met and dissolved itself", "Mayor Astrid Lund resigned"]


def test_the_setting_says_whom_to_reach(add: Add, project: Path, server: Server) -> None:
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - timeline:\n", "  - timeline:\n      contact: desk@paper.example\n"), encoding="utf-8")
    server.answers["/a"] = Answer()
    assert add(f"{server.url}/a").exit_code == 0
    assert server.asked[0][1]["user-agent"].endswith(" (+desk@paper.example)")


def test_a_contact_that_cannot_be_sent_is_told(add: Add, project: Path, server: Server) -> None:
    (project / "mkdocs.yml").write_text("plugins: [timeline: {contact: 'Zoë (desk)'}]\n", encoding="utf-8")
    result = add(f"{server.url}/a")
    assert result.exit_code == 1
    assert "mkdocs.yml:1:31: contact 'Zoë (desk)' cannot be sent as it is. Write an address of mail" in result.stderr
    assert server.asked == []


def test_a_page_of_a_private_network_is_not_fetched_unasked(run, project: Path, server: Server) -> None:
    server.answers["/a"] = Answer()
    result = run("add", f"{server.url}/a")
    assert result.exit_code == 1
    assert "is a machine of a private network (127.0.0.1), which is not asked. If that is meant, add --allow-private." in result.stderr
    assert server.asked == []
    assert seeds(project) == {}


def test_the_same_address_is_there_already_and_not_fetched(add: Add, project: Path, server: Server) -> None:
    server.answers |= {"/a": Answer(b"", 301, headers={"Location": "/b"}), "/b": Answer()}
    add(f"{server.url}/a")
    before, asked = seeds(project), len(server.asked)
    for path in ("/a", "/b", "/a#other"):
        result = add(server.url + path)
        assert result.exit_code == 0
        assert f"seeds/{NAME}: there already." in result.stdout
    assert len(server.asked) == asked
    assert seeds(project) == before


def test_again_keeps_the_old_original(add: Add, project: Path, server: Server) -> None:
    second = PAGE.replace("resigned", "stepped down").encode()
    server.answers["/a"] = [Answer(), Answer(second), Answer(PAGE.encode() + b" ")]
    add(f"{server.url}/a", "--publisher", "Courier")
    first = seeds(project)
    result = add(f"{server.url}/a", "--again")
    assert f"seeds/{NAME}: kept anew; the old original is seeds/{NAME}.old." in result.stdout
    after = seeds(project)
    assert after[NAME] == second
    assert (after[f"{NAME}.old"], after[f"{NAME}.old.source.yaml"]) == (first[NAME], first[f"{NAME}.source.yaml"])
    assert record(project, NAME)["sha256"] == hashlib.sha256(second).hexdigest()
    assert record(project, NAME)["publisher"] == "Courier"
    assert f"the old original is seeds/{NAME}.old.2." in add(f"{server.url}/a", "--again").stdout
    assert seeds(project)[f"{NAME}.old.2"] == second
    assert "there already" in add(f"{server.url}/a", "--again").stdout
    assert len(seeds(project)) == 6


def test_what_was_cut_short_is_got_the_next_time(add: Add, project: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever write of several is the last, what was there is there, and the next time all is."""
    server.answers["/a"] = [Answer(), Answer(), Answer(), Answer(PAGE.encode() + b" ")]
    plain = originals.write_whole
    for writes in range(3):
        done: list[str] = []

        def cut_short(path: Path, old: bytes | None, new: bytes, name: str, writes: int = writes, done: list[str] = done) -> None:
            if len(done) == writes:
                raise KeyboardInterrupt
            done.append(name)
            plain(path, old, new, name)

        with monkeypatch.context() as patch:
            patch.setattr(originals, "write_whole", cut_short)
            result = add(f"{server.url}/a")
        assert (result.exit_code == 1) == (writes < 2)
    assert seeds(project)[NAME] == PAGE.encode()
    assert record(project, NAME)["url"] == f"{server.url}/a"
    for writes in range(4):
        before = seeds(project)[NAME]
        with monkeypatch.context() as patch:
            patch.setattr(originals, "write_whole", functools.partial(cut_short, writes=writes, done=[]))
            add(f"{server.url}/a", "--again")
        assert before in seeds(project).values()
    assert add(f"{server.url}/a", "--again").exit_code == 0
    assert seeds(project)[NAME] == PAGE.encode() + b" "
    assert record(project, NAME)["sha256"] == hashlib.sha256(PAGE.encode() + b" ").hexdigest()
    assert PAGE.encode() in seeds(project).values()


def test_what_another_command_added_meanwhile_is_there(project: Path) -> None:
    os.utime(project / "seeds", (0, 0))
    one, other = getting.Originals(project), getting.Originals(project)
    incoming = getting.Incoming("https://a.example/", PAGE.encode(), ".html", "https://a.example/")
    assert one.keep(incoming, "2026-11-24T20:12:00Z").state == "new"
    assert other.keep(incoming, "2026-11-24T20:13:00Z").state == "there"
    assert other.keep(replace(incoming, data=PAGE.encode() + b" "), "2026-11-24T20:13:00Z").state == "there"
    assert set(seeds(project)) == {NAME, f"{NAME}.source.yaml"}


def test_two_articles_of_one_title_are_two(add: Add, project: Path, server: Server) -> None:
    server.answers |= {"/a": Answer(), "/b": Answer(PAGE.replace("Norberg", "Sala").encode()), "/c": Answer()}
    add(f"{server.url}/a", f"{server.url}/b")
    assert {NAME, NAME.replace(".html", "-2.html")} < set(seeds(project))
    assert f"seeds/{NAME}: there already" in add(f"{server.url}/c").stdout, "the same bytes from another address"


def test_an_article_that_cannot_be_read_is_not_kept(add: Add, project: Path, server: Server, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Élan".encode("cp1252"))
    (tmp_path / "photo.jpg").write_bytes(b"x")
    server.answers["/empty"] = Answer(b"<html><script>run()</script></html>")
    result = add(f"{server.url}/empty", "latin.txt", "photo.jpg", "none.txt", "www.courier.example/a", "https://me:secret@a.example/")
    assert result.exit_code == 1
    assert "/empty: no article text is found in this page" in result.stderr
    assert "latin.txt:1:1: byte 0xC9" in result.stderr
    assert "photo.jpg: '.jpg' files are not read" in result.stderr
    assert "none.txt: there is no such file" in result.stderr
    assert "If it is an address, write https://www.courier.example/a" in result.stderr
    assert "https://…@a.example/: holds a user name or a password" in result.stderr
    assert "secret" not in result.output
    assert seeds(project) == {}


def test_a_file_is_copied_and_stays_where_it_was(add: Add, project: Path) -> None:
    (project / "Page (1).HTML").write_bytes(PAGE.encode())
    result = add("Page (1).HTML", "--url", "https://courier.example/a", "--publisher", "Courier: the daily", "--language", "en")
    assert result.exit_code == 0
    assert (project / "Page (1).HTML").exists()
    assert seeds(project)[NAME] == PAGE.encode()
    assert {key: record(project, NAME)[key] for key in ("url", "publisher", "language")} == {
        "url": "https://courier.example/a",
        "publisher": "Courier: the daily",
        "language": "en",
    }


def test_an_article_in_seeds_gets_its_record_and_keeps_its_place(add: Add, project: Path) -> None:
    (project / "seeds" / "mine.txt").write_text(STORY, encoding="utf-8")
    assert "seeds/mine.txt: there already, its record changed." in add("seeds/mine.txt", "--published", "10 May 2019").stdout
    assert record(project, "mine.txt")["published"] == "2019-05-10"
    first = seeds(project)
    said = add("seeds/mine.txt", "--published", "2019-05-11").stdout
    assert "there already, its record as it was. To change it, say the same with: timeline add --again seeds/mine.txt.\n" in said
    assert seeds(project) == first
    assert "its record changed" in add("seeds/mine.txt", "--published", "2019-05-11", "--again").stdout
    assert record(project, "mine.txt")["published"] == "2019-05-11"
    assert seeds(project)["mine.txt.source.yaml.old"] == first["mine.txt.source.yaml"]


def test_the_record_that_a_file_brings_comes_with_it(add: Add, project: Path) -> None:
    (project / "other").mkdir()
    brought = {
        "url": "https://courier.example/a",
        "retrieved": "2019-06-01T08:00:00Z",
        "content-type": "text/plain; charset=iso-8859-1",
        "published": "2019-05-10",
    }
    (project / "other" / "a.txt").write_bytes(f"Élan. {STORY}".encode("cp1252"))
    (project / "other" / "a.txt.source.yaml").write_text(yaml.safe_dump(brought), encoding="utf-8")
    assert add("other/a.txt", "--title", "Norberg").exit_code == 0
    assert record(project, "2019-05-10-norberg.txt").items() > (brought | {"title": "Norberg"}).items()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (STORY.encode(), "2019-05-10-the-council-of-norberg-met-on-3-may-2019-and-dissolved.txt"),
        (f"---\ntitle: Norberg\n---\n{STORY}".encode(), "2019-05-10-norberg.txt"),
        (PAGE.encode(), NAME),
    ],
)
def test_standard_input_is_text_or_a_page(add: Add, project: Path, data: bytes, name: str) -> None:
    result = add("-", "--published", "2019-05-10", input=data)
    assert result.exit_code == 0
    assert seeds(project)[name] == data
    assert len(titles(project)) == 2


def test_a_pdf_is_kept_and_read(add: Add, project: Path, server: Server) -> None:
    data = pdf(["The council of Norberg met on 3 May 2019 and dissolved itself."], "Minutes")
    server.answers["/a"] = Answer(data, kind="application/pdf")
    assert add(f"{server.url}/a").exit_code == 0
    assert seeds(project)["minutes.pdf"] == data
    assert len(titles(project)) == 1


def test_the_encoding_that_a_server_names_is_kept_for_reading(add: Add, project: Path, server: Server) -> None:
    page = PAGE.replace('<meta charset="utf-8">', "").replace("Lund", "Lünd").encode("cp1252")
    server.answers["/a"] = Answer(page, kind="text/html; charset=iso-8859-1")
    assert add(f"{server.url}/a").exit_code == 0
    assert seeds(project)[NAME] == page
    assert "Mayor Astrid Lünd resigned" in titles(project)


def test_a_list_goes_on_after_a_failure_and_tells_it_at_the_end(add: Add, project: Path, server: Server) -> None:
    server.answers["/a"] = Answer()
    lines = ["# from the desk", *(f"{server.url}/gone/{number}" for number in range(10)), f"{server.url}/a", "mine.txt  # ours"]
    (project / "mine.txt").write_text(f"---\npublished: 2019-05-10\n---\n{STORY}", encoding="utf-8")
    (project / "list.txt").write_text("\n".join(lines), encoding="utf-8")
    result = add("--list", "list.txt")
    assert result.exit_code == 1
    assert f"[11/12] seeds/{NAME}: kept." in result.stdout
    assert "[12/12] seeds/" in result.stdout
    assert result.stderr.count("/gone/3: answers 404 Not Found") == 2
    assert "10 problems:" in result.stderr
    assert "2 articles read" in result.stdout
    assert "[1/12] seeds/" not in add("--list", "-", input="\n".join(lines).encode()).stdout


def test_an_empty_list_is_told(add: Add, project: Path) -> None:
    result = add("--list", "-", input=b"# nothing yet\n")
    assert result.exit_code == 0
    assert "names no article" in result.stderr


def test_a_list_or_a_feed_that_cannot_be_read_is_told_and_the_rest_is_got(add: Add, project: Path, server: Server) -> None:
    server.answers["/a"] = Answer()
    result = add(f"{server.url}/a", "--list", "none.txt", "--feed", "list.xml", "--feed", f"{server.url}/gone")
    assert result.exit_code == 1
    for said in ("none.txt: cannot be read", "list.xml: cannot be read", "/gone: answers 404"):
        assert said in result.stderr
    assert NAME in seeds(project)


def test_the_articles_of_a_feed_are_got_once(add: Add, project: Path, server: Server) -> None:
    undated = f"<html><head><title>{{}}</title></head><body><p>{STORY}</p><p>{{}}</p></body></html>"
    server.answers |= {
        "/feed": Answer(RSS.replace("https://courier.example", server.url).encode(), kind="application/rss+xml"),
        "/one": Answer(undated.format("One council", "First.").encode()),
        "/two": Answer(undated.format("Two councils", "Second.").encode()),
    }
    result = add("--feed", f"{server.url}/feed")
    assert result.exit_code == 0
    assert {"2018-11-08-one-council.html", "two-councils.html"} < set(seeds(project))
    assert record(project, "2018-11-08-one-council.html")["published"] == "2018-11-08"
    asked = len(server.asked)
    assert "[1/2] seeds/" in add("--feed", f"{server.url}/feed").stdout
    assert [path for path, _ in server.asked[asked:]] == ["/robots.txt", "/feed"]


def test_ctrl_c_leaves_what_is_done(add: Add, project: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers |= {"/a": Answer(), "/b": Answer(PAGE.replace("Norberg", "Sala").encode())}
    plain = adding._Adding._fetched

    def interrupted(self: adding._Adding, wanted: adding._Wanted) -> object:
        if wanted.name.endswith("/b"):
            raise KeyboardInterrupt
        return plain(self, wanted)

    monkeypatch.setattr(adding._Adding, "_fetched", interrupted)
    result = add(f"{server.url}/a", f"{server.url}/b")
    assert result.exit_code == 1
    assert "Stopped. 1 article kept so far. 'timeline extract' reads what is kept." in result.stderr
    assert set(seeds(project)) == {NAME, f"{NAME}.source.yaml"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name what to add"),
        (["-", "--list", "-"], "Standard input can be read once"),
        (["a.txt", "b.txt", "--title", "T"], "tell of one article"),
        (["--list", "a.txt", "--url", "https://a.example"], "tell of one article"),
        (["https://a.example", "--url", "https://b.example"], "An address tells it itself"),
        (["a.txt", "--published", "last May"], "is not a full date"),
        (["a.txt", "--published", "03/05/2019"], "can be read in two ways"),
        (["a.txt", "--language", "English!"], "is not a code. Write 'en'"),
        (["a.txt", "--url", "ftp://a.example/"], "Only http:// and https://"),
    ],
)
def test_a_command_that_is_written_wrongly_does_nothing(add: Add, project: Path, arguments: list[str], said: str) -> None:
    result = add(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", "").split())
    assert seeds(project) == {}


def test_outside_of_a_project_nothing_is_fetched(run, tmp_path: Path, server: Server) -> None:
    result = run("add", f"{server.url}/a", "--allow-private")
    assert result.exit_code == 1
    assert "this is no project" in result.stderr
    assert server.asked == []


def test_check_says_when_a_file_is_not_what_was_kept(run, add: Add, project: Path, server: Server) -> None:
    server.answers["/a"] = Answer()
    add(f"{server.url}/a")
    assert "nothing to mend" in run("check").stdout
    path = project / "seeds" / NAME
    path.write_bytes(path.read_bytes() + b"\n")
    result = run("check")
    assert result.exit_code == 0
    assert (
        f"seeds/{NAME}: warning: the file was changed since it was kept (2026-11-24T20:12:00Z): its checksum is another." in result.stdout
    )


def test_takedown_knows_the_address_that_it_was_got_from(run, add: Add, project: Path, server: Server) -> None:
    page = PAGE.replace("<title>", '<link rel="canonical" href="https://courier.example/council"><title>')
    server.answers["/amp"] = Answer(page.encode())
    add(f"{server.url}/amp")
    for url in (f"{server.url}/amp", "https://courier.example/council"):
        assert f"seeds/{NAME}: goes." in run("takedown", url).stdout
    assert run("takedown", f"{server.url}/amp", "--yes").exit_code == 0
    assert seeds(project) == {}
    assert titles(project) == []
