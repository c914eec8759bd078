"""Reading events.yaml: values, places, encodings, files, and content that means harm."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import is_linear
from timeline.check import load, read
from timeline.model import Image

WHOLE = """\
version: 1
events:
  - id: treaty
    date: June 2018
    title: "A and B:
      a treaty"
    summary: |
      They **signed**.
    people: [Ann, 'no', "Bo: B"]
    organisations:
      - UN   # the host
    status: rejected
    importance: 0.25
    image: {src: images/a.jpg, alt: Two people, caption: null}
    x-note: mine
    sources:
      - article: seeds/a.txt
        quote: >
          They signed
          in June.
        date: 2018-06
        words: in June
        basis: published 2018-11-08
      - url: https://example.org/b
  # another
  -
    id: b
    date: "[2018-08-04, 2018-08-05]"
    title: B
"""


def test_every_field_is_read() -> None:
    timeline = read(WHOLE.encode())
    assert timeline.problems == ()
    treaty, other = timeline.events
    assert (treaty.id, treaty.date.edtf, treaty.title) == ("treaty", "2018-06", "A and B: a treaty")
    assert (treaty.summary, treaty.people, treaty.organisations) == ("They **signed**.", ("Ann", "no", "Bo: B"), ("UN",))
    assert (treaty.status, treaty.importance, treaty.image) == ("rejected", 0.25, Image("images/a.jpg", "Two people", ""))
    first, second = treaty.sources
    assert (first.article, first.quote, first.words, first.basis) == (
        "seeds/a.txt",
        "They signed in June.",
        "in June",
        "published 2018-11-08",
    )
    assert first.date is not None and first.date.edtf == "2018-06"
    assert second.url == "https://example.org/b"
    assert (treaty.line, first.line, second.line, other.line) == (3, 17, 24, 27)
    assert (other.status, other.importance, other.image, other.sources) == ("reviewed", None, None, ())


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_change_nothing(newline: str, bom: bytes) -> None:
    assert read(bom + WHOLE.replace("\n", newline).encode()).events == read(WHOLE.encode()).events


def test_whole_events_load_beside_faulty_ones() -> None:
    timeline = read(b"events:\n  - {id: a, date: 2018, title: A}\n  - {id: b, date: never, title: B}\n  - {id: c, date: 2019, title: C}\n")
    assert [event.id for event in timeline.events] == ["a", "c"]
    assert [(problem.line, problem.column) for problem in timeline.errors] == [(3, 19)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("events:\n  # caf\xe9\n".encode("latin-1"), "events.yaml:2:8: byte 0xE9 is not UTF-8. Save the file as UTF-8."),
        ("events:\n".encode("utf-16"), "events.yaml:1:1: the file is UTF-16. Save it as UTF-8."),
        (b"events:\n\0", "events.yaml:2:1: an invisible control character, U+0000, stands here. The file may be UTF-16 or damaged: save"),
        (b"events:\n# a\x1b[31m", "events.yaml:2:4: an invisible control character, U+001B, stands here. Delete it."),
        ("events:\n# \ufeff".encode(), "events.yaml:2:3: an invisible control character, U+FEFF, stands here. Delete it."),
    ],
)
def test_what_is_no_text_is_told_with_its_place(data: bytes, message: str) -> None:
    problems = read(data).problems
    assert len(problems) == 1 and str(problems[0]).startswith(message)


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "[[", "{[", "a: [", "&a [", "!!seq [", "- ? "])
def test_deep_nesting_is_told(unit: str) -> None:
    for times in (99, 200, 5000):
        assert len(read(f"events: {unit * times}".encode()).problems) == 1


def test_aliases_cannot_multiply_the_work() -> None:
    levels = "".join(f"x-{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 40))
    merges = "".join(f"x-m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}], x-{n}: 1}}\n" for n in range(1, 40))
    many = ", ".join(["{article: a}"] * 2000)
    shared = f"x-s: &s [{many}]\n" + "x-m0: &m0 {" + ", ".join(f"x-k{n}: 1" for n in range(2000)) + "}\nx-0: &l0 [a]\n"
    shared = shared.replace("x-0: &l0 [a]\n", "x-l0: &l0 [a]\n")

    def prepare(size: int) -> Callable[[], object]:
        event = "  - {{id: e{}, date: 2018, title: T, <<: *m39, sources: *s, people: *l39}}\n"
        data = (shared + levels + merges + "events:\n" + "".join(event.format(n) for n in range(size))).encode()
        return lambda: read(data)

    assert is_linear(prepare, 1000)
    assert prepare(1)().problems  # type: ignore[attr-defined]


@given(st.text(alphabet=st.sampled_from(list("-:[]{}#&*!|>'\"%@`?,<=. \t\n\r\u2028ab1é😀")), max_size=80))
def test_nothing_is_raised_for_content(text: str) -> None:
    for data in (
        text.encode(),
        f"events:\n  - id: a\n    date: 2018\n    title: {text}\n".encode(),
        f"events:\n  - id: a\n    {text}".encode(),
    ):
        timeline = read(data)
        for problem in timeline.problems:
            assert "\n" not in str(problem)
            assert problem.line is not None and 1 <= problem.line <= 1 + data.count(b"\n") + data.count(b"\r")


@given(st.binary(max_size=60))
def test_nothing_is_raised_for_bytes(data: bytes) -> None:
    assert read(data).problems


def test_the_same_id_in_one_line_is_told() -> None:
    timeline = read(b"events: [{id: a, date: 2018, title: A}, {id: a, date: 2018, title: B}]")
    assert [str(problem) for problem in timeline.problems] == [
        "events.yaml:1:46: id 'a' stands in line 1 too. Change one of them, such as to 'a-2'."
    ]


def test_messages_hold_nothing_that_a_terminal_obeys() -> None:
    data = b'events:\n  - id: "\\e[31m"\n    date: "\\e]0;x\\a"\n    title: T\n    "\\u202e": 1\n    status: "a\\nb"\n'
    for problem in read(data).problems:
        assert str(problem).isprintable()


def test_text_that_a_comment_cuts_off_is_told() -> None:
    data = "events:\n  - id: a\n    date: 2001\n    title: Team %s\n    summary: 'x' #y\n"
    assert [str(problem) for problem in read((data % "#1 wins").encode()).problems] == [
        "events.yaml:4:12: warning: title ends before ' #', which begins a comment. If it goes on, put it in quotes: \"Team #1 wins\"."
    ]
    for title in ("# a comment", "one#1", "'#1'"):
        assert read((data % title).replace("Team '", "'").encode()).problems == ()


def test_a_picture_lies_in_the_project_or_among_its_pages(tmp_path: Path) -> None:
    (tmp_path / "docs" / "images").mkdir(parents=True)
    for name in ("docs/images/a.jpg", "b.png", "c.txt"):
        (tmp_path / name).write_bytes(b"x")
    image = "events:\n  - id: a\n    date: 2001\n    title: A\n    image: {src: %s, alt: a}\n"
    for src in ("images/a.jpg", "docs/images/a.jpg", "b.png"):
        assert read((image % src).encode(), "events.yaml", tmp_path).problems == ()
    told = {src: str(read((image % src).encode(), "events.yaml", tmp_path).problems[0]) for src in ("c.txt", "images/z.png")}
    assert told["c.txt"].endswith(
        "src 'c.txt': is not a picture that browsers show. Use one of .png, .jpg, .jpeg, .gif, .webp, .avif, .svg."
    )
    assert told["images/z.png"].endswith("Write its path from the project's folder, or from docs/.")


def test_files_are_looked_for_in_the_project(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "summit.txt").write_text("x")
    (tmp_path / "a.jpg").write_text("x")
    (tmp_path / "events.yaml").write_text(
        "events:\n"
        "  - id: a\n    date: 2018\n    title: A\n"
        "    image: {src: b.jpg, alt: A}\n"
        "    sources:\n      - article: seeds/sumit.txt\n      - article: seeds/summit.txt\n"
        "  - id: b\n    date: 2018\n    title: A\n    image: {src: a.jpg, alt: A}\n"
    )
    timeline = load(tmp_path / "events.yaml", tmp_path)
    assert [str(problem) for problem in timeline.problems] == [
        "events.yaml:5:18: src 'b.jpg': there is no such file in the project. Write its path from the project's folder, or from docs/.",
        "events.yaml:7:18: warning: article 'seeds/sumit.txt': there is no such file in the project. Did you mean 'seeds/summit.txt'?",
    ]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret.jpg").write_text("x")
    (project / "a.jpg").symlink_to(tmp_path / "secret.jpg")
    (project / "events.yaml").write_text("events:\n  - {id: a, date: 2018, title: A, image: {src: a.jpg, alt: A}}\n")
    assert [problem.message for problem in load(project / "events.yaml", project).errors] == [
        "src 'a.jpg': is a link that leads out of the project. Put the file itself in its place."
    ]


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert [str(problem) for problem in load(tmp_path / "events.yaml", tmp_path).problems] == [
        "events.yaml: there is no such file. 'timeline extract' makes it."
    ]
    assert len(load(tmp_path, tmp_path.parent).problems) == 1


def test_time_grows_with_the_number_of_events() -> None:
    event = (
        "    date: 2018-08-04\n    title: The two sides meet\n    status: proposed\n    sources:\n      - article: seeds/a.txt\n"
        "        quote: The two sides met on 4 August and agreed.\n        date: 2018-08-04\n        words: on 4 August\n"
    )

    def prepare(size: int) -> Callable[[], object]:
        data = ("events:\n" + "".join(f"  - id: event-{number}\n{event}" for number in range(size))).encode()
        return lambda: read(data)

    assert is_linear(prepare, 2500)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("seeds/sumit.txt", "seeds/summit.txt"),
        ("seeds/summit.md", "seeds/summit.txt"),
        ("seeds/summit", "seeds/summit.txt"),
        ("seed/summit.txt", "seeds/summit.txt"),
        ("summit.txt", "seeds/summit.txt"),
        ("seeds/Sumit.txt", "seeds/summit.txt"),
        ("seeds/2018/treaty.html", "seeds/2018/treaty.txt"),
        ("seeds/treaties.txt", "seeds/2018/treaty.txt"),
        ("seeds/twin.html", "archive/twin.html"),
        ("archive/twin.txt", "seeds/twin.txt"),
        ("seeds/hidden.txt", ""),
        ("seeds/events.txt", ""),
        ("seeds/photo.txt", ""),
        ("quite/another", ""),
    ],
)
def test_the_nearest_file_is_named(tmp_path: Path, written: str, meant: str) -> None:
    there = "seeds/summit.txt seeds/2018/treaty.txt seeds/twin.txt archive/twin.html".split()
    for name in (*there, "site/hidden.txt", ".x/hidden.txt", "seeds/.hidden.txt", "events.yaml", "photo.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("x")
    event = f"events:\n  - {{id: a, date: 2018, title: A, sources: [{{article: {written}}}]}}\n"
    (problem,) = read(event.encode(), "events.yaml", tmp_path).problems
    assert problem.message.partition("project.")[2] == (f" Did you mean '{meant}'?" if meant else "")


@pytest.mark.parametrize("unit", ["\r\n", "events:\n", "events:\r\n\r\n", " \r", "# x\n", "  - id: @a\n", '  - id: "a\n', "  - [\n"])
def test_what_cannot_be_read_takes_no_longer_than_it_is_long(unit: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        data = ("events:\n" + unit * size + "- @").encode()
        return lambda: read(data)

    assert is_linear(prepare, 2000)
