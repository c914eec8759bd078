"""The small parts of getting articles: names of files, kinds, lists, rules of a site, feeds."""

from __future__ import annotations

import datetime
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.check.values import not_in_project
from timeline.errors import TimelineError
from timeline.getting import kinds, lists, names, robots
from timeline.getting.feeds import Entry
from timeline.getting.feeds import read as read_feed

DAY = datetime.date(2018, 11, 8)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (("2018-11-08", "Council dissolves itself"), "2018-11-08-council-dissolves-itself"),
        (("", "L’État, c’est «moi»: 100 % — encore?"), "letat-cest-moi-100-encore"),
        (("", "Straße nach Zürich"), "strasse-nach-zurich"),
        (("", "Мэр Москвы ушёл"), "мэр-москвы-ушёл"),
        (("", "市长辞职"), "市长辞职"),
        (("", "서울 시장 사임"), "서울-시장-사임"),
        (("", "महापौर ने इस्तीफा दिया"), "महापौर-ने-इस्तीफा-दिया"),
        (("2018-11-08", "2018-11-08 minutes"), "2018-11-08-minutes"),
        (("", "", "https://www.courier.example/2018/11/08/council-dissolved.html"), "council-dissolved"),
        (("", "", "https://www.courier.example/story/12345"), "courier-example-story-12345"),
        (("", "", "https://www.courier.example/"), "courier-example"),
        (("", "", "", "Report FINAL (2)"), "report-final-2"),
        (("", "", "", "", "The council met. It dissolved itself."), "the-council-met-it-dissolved-itself"),
        (("", "", "", "", "…"), "article"),
        (("", "CON"), "con-article"),
        (("", "word " * 30), "-".join(["word"] * 12)),
    ],
)
def test_the_name_of_a_file(told: tuple[str, str], name: str) -> None:
    assert names.stem(*told) == name


@given(st.text(max_size=300), st.just("") | st.dates().map(str))
def test_any_title_gives_a_name_that_every_system_takes(title: str, day: str) -> None:
    name = names.stem(day, title)
    assert name
    assert len(f"{name}-1000.html.source.yaml".encode()) < 220
    assert not not_in_project(f"seeds/{name}.txt")
    assert not set(name) & set('/\\:*?"<>|. \0')


@pytest.mark.parametrize(
    ("kind", "data", "path", "suffix"),
    [
        ("text/html; charset=utf-8", b"x", "", ".html"),
        ("text/plain", b"Some words.", "/a.html", ".txt"),
        ("text/plain", b"# Words", "/raw/a.md", ".md"),
        ("text/plain", b" <!DOCTYPE html><p>x", "", ".html"),
        ("", "\ufeff<html><p>x".encode("utf-16-le"), "", ".html"),
        ("", b"Less < more", "", ".txt"),
        ("", b"words", "/a.md?raw", ".md"),
        ("application/octet-stream", b"%PDF-1.7", "", ".pdf"),
        ("application/pdf", b"%PDF-1.7", "", ".pdf"),
        ("application/pdf", b"<html>log in</html>", "", ".pdf"),
    ],
)
def test_the_ending_of_a_file(kind: str, data: bytes, path: str, suffix: str) -> None:
    assert kinds.suffix(kind, data, path) == suffix


def test_a_list_is_read_line_by_line() -> None:
    text = "\ufeff# sources\r\nhttps://a.example/x#part\r\n\r\n  my file.html   # from the desk\nhttps://a.example/x#part\n#end"
    assert lists.read(text) == ["https://a.example/x#part", "my file.html"]


def test_a_delay_that_a_site_asks_for_has_a_limit() -> None:
    assert robots.rules(200, b"User-agent: *\nCrawl-delay: 86400\n").delay == robots.LONGEST_DELAY
    assert robots.rules(200, b"User-agent: *\nCrawl-delay: soon\n").delay == 0


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
<item><title>One</title><link>https://courier.example/one</link><pubDate>Thu, 08 Nov 2018 23:30:00 -0500</pubDate></item>
<item><title>Two</title><link>/two</link></item>
<item><title>No link</title></item>
<item><title>One again</title><link>https://courier.example/one</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
<entry><title>One</title><link href="https://courier.example/one"/><published>2018-11-08T23:30:00-05:00</published></entry></feed>"""


def test_the_articles_of_a_feed() -> None:
    url = "https://courier.example/feed.xml"
    one = Entry("https://courier.example/one", DAY)
    assert read_feed(RSS.encode(), url) == [one, Entry("https://courier.example/two", None)]
    assert read_feed(ATOM.encode(), url) == [one]
    for text in ("<html><p>No feed</p></html>", "", "words"):
        with pytest.raises(TimelineError, match="this is no feed"):
            read_feed(text.encode(), url)


def test_without_the_extra_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(TimelineError, match=r"pip install 'news-timeline\[feeds\]'"):
        read_feed(RSS.encode(), "a.xml")
