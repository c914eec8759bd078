"""What stands in the record beside an article: it is read where the article says less, and back as it was written."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline import articles
from timeline.articles import record
from timeline.articles.frontmatter import Value
from timeline.articles.record import Record
from timeline.edtf import parse
from timeline.errors import TimelineError
from timeline.model import Event, Source
from timeline.project import Library, altered
from timeline.store import article_digest

URL = "https://www.courier.example/2019/05/bridge?id=7"
STORY = "The council of Norberg met on Friday and dissolved itself.\n"


def kept(tmp_path: Path, name: str, data: bytes, text: str) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    (tmp_path / f"{name}.source.yaml").write_text(text, encoding="utf-8")
    return path


def test_a_text_that_says_nothing_of_itself_has_what_its_record_says(tmp_path: Path) -> None:
    text = f"url: {URL}\npublished: 2019-05-10\ntitle: 'A bridge: closed'\npublisher: Courier\nlanguage: en\nmy-note: x\n"
    found = articles.read(kept(tmp_path, "a.txt", STORY.encode(), text), "a.txt")
    assert (found.url, found.title, found.publisher, found.text) == (URL, "A bridge: closed", "Courier", STORY)
    assert found.published
    assert (str(found.published.day), found.published.basis) == ("2019-05-10", "record")


def test_the_address_alone_gives_publisher_and_day(tmp_path: Path) -> None:
    found = articles.read(kept(tmp_path, "a.txt", STORY.encode(), "url: https://www.courier.example/2019/05/10/bridge\n"), "a.txt")
    assert found.publisher == "courier.example"
    assert found.published
    assert str(found.published.day) == "2019-05-10"


def test_front_matter_goes_before_the_record_and_that_before_the_page(tmp_path: Path) -> None:
    front = f"---\npublished: 2019-05-11\nurl: https://a.example/\n---\n{STORY}".encode()
    found = articles.read(kept(tmp_path, "a.txt", front, f"url: {URL}\npublished: 2019-05-10\npublisher: Courier\n"), "a.txt")
    assert (str(found.published), found.url, found.publisher) == ("published 2019-05-11", "https://a.example/", "Courier")
    page = f'<html><head><meta name="date" content="2001-01-01"><title>T</title></head><body><p>{STORY}</p></body></html>'.encode()
    found = articles.read(kept(tmp_path, "a.html", page, f"url: {URL}\npublished: 2019-05-10\n"), "a.html")
    assert (str(found.published), found.url) == ("published 2019-05-10", URL)


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_the_encoding_that_it_was_sent_with_counts(tmp_path: Path, name: str) -> None:
    data = f"<p>Élan vital à Norberg. {STORY}</p>".encode("cp1252")
    text = "content-type: text/html; charset=ISO-8859-1\n"
    assert "Élan vital à Norberg" in articles.read(kept(tmp_path, name, data, text), name).text
    with pytest.raises(TimelineError, match="is not UTF-8"):
        articles.read(kept(tmp_path, name, data, "content-type: text/html; charset=klingon\n"), name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("url: x\npublished: last May\n", r"^a\.txt\.source\.yaml:2:12: published 'last May' is not a full date"),
        ("publised: 2019-05-10\n", r"^a\.txt\.source\.yaml:1:1: 'publised' is not read\. Write 'published:'"),
        ("- a\n", r"^a\.txt\.source\.yaml:1:1: the record is not a mapping"),
        ("url: [\n", r"^a\.txt\.source\.yaml:2:1: the record is not YAML"),
        ("language: English, I think\n", r"^a\.txt\.source\.yaml:1:11: language 'English, I think' is not a code"),
        ("url: x\nurl: y\n", r"^a\.txt\.source\.yaml:2:1: 'url' is given twice"),
    ],
)
def test_a_mistake_in_a_record_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = kept(tmp_path, "a.txt", STORY.encode(), text)
    with pytest.raises(TimelineError, match=said):
        articles.read(path, "a.txt")
    assert not articles.readable(path, "a.txt")


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60).map(lambda text: " ".join(text.split()))
LINE = LINES.filter(bool)


@given(url=LINE, published=LINE, title=LINE, content_type=LINE)
def test_a_record_is_read_as_it_was_written(url: str, published: str, title: str, content_type: str) -> None:
    said = {"published": Value(published, 0, 0), "title": Value(title, 0, 0)}
    text = record.text_of(Record(url=url, content_type=content_type, given=said))
    found = record.parse(text.encode(), "r")
    assert (found.url, found.content_type) == (url, content_type)
    assert {key: value.text for key, value in found.given.items()} == {"published": published, "title": title}
    assert record.facts(text.encode(), "r") == replace(found, given={})
    assert set(yaml.load(text, yaml.BaseLoader)) == {"url", "content-type", "published", "title"}


def test_an_article_that_is_not_what_was_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    path = kept(tmp_path, "seeds/a.txt", STORY.encode(), f"retrieved: 2019-05-12T08:00:00Z\nsha256: {digest}\n")
    assert list(altered(tmp_path)) == []
    path.write_bytes(STORY.encode() + b"\n")
    (found,) = altered(tmp_path)
    assert str(found).startswith("seeds/a.txt: warning: the file was changed since it was kept (2019-05-12T08:00:00Z)")
    assert "delete the line 'sha256' in seeds/a.txt.source.yaml" in found.message


def test_a_change_of_the_record_has_the_article_read_again(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    path = kept(tmp_path, "seeds/a.txt", STORY.encode(), "published: 2019-05-10\n")
    library = Library()
    events = [Event("a", parse("2019-05-10"), "T", sources=(Source("seeds/a.txt"),))]
    before = library.cited(tmp_path, events)[0]["seeds/a.txt"]
    kept(tmp_path, "seeds/a.txt", STORY.encode(), "published: 2019-05-17 12:00\n")
    after = library.cited(tmp_path, events)[0]["seeds/a.txt"]
    assert (str(before.published), str(after.published)) == ("published 2019-05-10", "published 2019-05-17")
    assert article_digest(STORY.encode(), b"a") != article_digest(STORY.encode(), b"b") != article_digest(STORY.encode())
    assert path.exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeffurl: https://a.example/\r\n",
        "url: 'x'\nretrieved: 2019\n",
        "# mine\nurl: x\n",
        "url:  x \n",
        "url: x # y\n",
        "url: x\n  y\nx-a: 1\n",
    ],
)
def test_the_facts_are_the_same_however_they_are_written(text: str) -> None:
    assert record.facts(text.encode(), "r") == replace(record.parse(text.encode(), "r"), given={})
