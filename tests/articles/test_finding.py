"""Finding articles, and what is said of files that are none."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from timeline import articles
from timeline.articles import files
from timeline.errors import TimelineError

WINDOWS = sys.platform == "win32"


def write(path: Path, content: str | bytes = "The bridge reopened on 3 May 2021.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def message(path: Path) -> str:
    with pytest.raises(TimelineError) as raised:
        articles.read(path, "seeds/name")
    assert str(raised.value).startswith("seeds/name:")
    return str(raised.value)


def test_articles_are_found_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "C.HTML", "sub/d.htm", "sub/.hidden.txt", ".git/e.txt", "photo.jpg", "notes.yaml", "~$a.txt"):
        write(tmp_path / name)
    found = articles.find([tmp_path / "sub", tmp_path, tmp_path / "b.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["C.HTML", "a.md", "b.txt", "sub/d.htm"]
    assert articles.find([tmp_path, tmp_path / "sub"]) == found


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    for name in ("bridge.html", "bridge_files/frame.html", "own_files/ferry.html"):
        write(tmp_path / name)
    assert [path.name for path in articles.find([tmp_path])] == ["bridge.html", "ferry.html"]


def test_documents_of_other_kinds_are_found_so_that_reading_says_what_to_do(tmp_path: Path) -> None:
    for name in ("bridge.docx", "bridge.pdf", "ferry.docx", "ferry.pdf", "ferry.txt"):
        write(tmp_path / name)
    found = articles.find([tmp_path])
    assert [path.name for path in found] == ["bridge.docx", "bridge.pdf", "ferry.txt"]
    assert "'.docx' files are not read. Save the article's text as .txt, .md, .html or .pdf." in message(found[0])


def test_the_record_beside_an_article_is_no_article(tmp_path: Path) -> None:
    for name in ("a.html", "a.html.source.yaml", "b.html.source.yaml"):
        write(tmp_path / name)
    assert [path.name for path in articles.find([tmp_path])] == ["a.html"]
    assert [path.name for path in articles.find(sorted(tmp_path.iterdir()))] == ["a.html", "b.html.source.yaml"]


@pytest.mark.skipif(WINDOWS, reason="links need rights on Windows")
def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "seeds/a.txt")
    (tmp_path / "seeds/again").symlink_to(tmp_path / "seeds", target_is_directory=True)
    (tmp_path / "seeds/loop.txt").symlink_to(tmp_path / "seeds/loop.txt")
    found = articles.find([tmp_path / "seeds"])
    assert [path.name for path in found] == ["a.txt", "loop.txt"]
    assert "cannot be read" in message(found[1])


def test_files_named_are_always_returned(tmp_path: Path) -> None:
    named = [write(tmp_path / "a.csv"), tmp_path / "missing.txt"]
    assert articles.find(named) == named
    assert "'.csv' files are not read" in message(named[0])
    assert "no such file" in message(named[1])


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \r\n\t\n", "the file is empty"),
        ("a.txt", b"\xef\xbb\xbf\n", "the file is empty"),
        ("a.html", b"", "the file is empty"),
        ("a.txt", b"text\n\x00\x01more", ":2:1: the file holds bytes that are not text"),
        ("a.txt", b"\x00\xff\xfe\x81" * 9, "bytes that are not text"),
        ("a.txt", b"%PDF-1.7\n", "this is a PDF, not text"),
        ("a.md", b"PK\x03\x04....", "an office document"),
        ("a.txt", b"{\\rtf1 hello}", "an RTF document"),
        (
            "a.txt",
            "First line.\nCafé".encode("cp1252"),
            ":2:4: byte 0xE9 (offset 15) is not UTF-8. Open the file in an editor and save it as UTF-8",
        ),
        ("a.txt", b"First\r\xe9", ":2:1: byte 0xE9 (offset 6)"),
        ("a.txt", b"\xff\xfea\x00b", "is not UTF-16-LE"),
        ("a.html", "<p>Café</p>".encode("cp1252"), "is not UTF-8"),
        ("a.html", '<meta charset="utf-8"><p>Café</p>'.encode("cp1252"), "is not UTF-8"),
        ("a.html", '<meta charset="rot13"><p>Café</p>'.encode("cp1252"), "is not UTF-8"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "no article text is found in this page"),
        ("a.html", b"<p", "no article text is found"),
        ("a.html", b"<!-- only this", "no article text is found"),
        ("a.txt", b"---\ntitle: Bridge\n---\n\n", "there is no text after the front matter"),
        ("a.md", b"<a>\n***\n", "there is no text after the front matter and the marks"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_remedy(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    assert words in message(write(tmp_path / name, content))


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    assert "this is a folder" in message(tmp_path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    os.truncate(path, files.LARGEST + 1)
    assert "the file is 20.0 MB; articles up to 20 MB are read" in message(path)


@pytest.mark.skipif(WINDOWS or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="rights do not bind this user")
def test_rights_that_are_missing(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    assert "permission denied" in message(path)
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    assert articles.find([folder]) == [folder]
    assert "permission denied" in message(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not a file that can be read" in message(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9 opens.\r\n", "Café opens.\r\n"),
        ("\ufeffCafé opens.".encode("utf-16-le"), "Café opens."),
        ("\ufeffCafé opens.".encode("utf-16-be"), "Café opens."),
    ],
)
def test_byte_order_marks(tmp_path: Path, content: bytes, text: str) -> None:
    assert articles.read(write(tmp_path / "a.txt", content), "a.txt").text == text


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        ("<meta charset=utf-8>", "utf-16"),
        ("<meta charset=koi8-r>", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path, declaration: str, encoding: str) -> None:
    page = f"{declaration}<html><body><p>Мост открыт 3 мая 2021 года.</p></body></html>"
    assert articles.read(write(tmp_path / "a.html", page.encode(encoding)), "a").text == "Мост открыт 3 мая 2021 года.\n"


def test_latin_1_means_windows_1252_as_in_browsers(tmp_path: Path) -> None:
    page = b"<meta charset=iso-8859-1><p>Caf\xe9 \x93Quay\x94 opens.</p>"
    assert articles.read(write(tmp_path / "a.html", page), "a").text == "Café “Quay” opens.\n"
