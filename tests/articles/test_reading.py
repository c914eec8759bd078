"""Reading articles: front matter, what the text says of itself, and what holds for any bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline import articles
from timeline.articles import dates, gathered, language, markdown
from timeline.articles.furniture import furniture
from timeline.errors import TimelineError
from timeline.model import Article

CASES = Path(__file__).parent / "cases"
STORY = "Harbour bridge reopens to traffic\n\nThe harbour bridge reopened on Sunday, the city said.\n"
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Harbour bridge reopens - The Daily Quay</title>
<meta property="og:title" content="Harbour bridge reopens"><meta property="og:site_name" content="The Daily Quay">
<meta property="article:published_time" content="2021-05-03T23:10:00-05:00"><link rel="canonical" href="https://quay.example/bridge">
</head><body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Harbour bridge reopens</h1>
<figure><img src="a.jpg" alt="x"><figcaption>Mayor Ida Roth, left, cuts the ribbon, May&nbsp;2, 2021</figcaption></figure>
<p>The harbour bridge <a href="x">re<b>opened</b></a> on Sunday after three years of repairs, the city said in a statement on Monday.<br>
It had been shut since April 2018.</p><h2>What happened</h2>
<p>Engineers found cracks in March 2018. The council voted on 4 April 2018 to close it, and work was delayed twice by storms.</p>
<ul><li>June 2019: first span</li><li>May 2020: second span</li></ul><table><tr><td>2018</td><td>closed</td></tr></table>
</article><footer>Copyright 2021. All rights reserved.</footer></body></html>"""


def read(content: str | bytes, suffix: str = ".txt") -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return articles.read(path, f"seeds/a{suffix}")


def message(content: str, suffix: str = ".txt") -> str:
    with pytest.raises(TimelineError) as raised:
        read(content, suffix)
    return str(raised.value)


def fenced(file: str) -> dict[str, list[str]]:
    """The fenced blocks of each case of a file, by its heading."""
    cases: dict[str, list[str]] = {}
    text = (CASES / file).read_text(encoding="utf-8")
    for found in re.finditer(r"^(?:## (?P<name>[^\n]+)|(?P<fence>`{3,})\n(?P<block>.*?)^(?P=fence))$", text, re.M | re.S):
        if found["name"]:
            cases[found["name"]] = []
        else:
            cases[list(cases)[-1]].append(found["block"])
    return cases


# Plain text and front matter


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_front_matter(line_end: str) -> None:
    matter = "---\npublished: 2018-11-08\ntitle: 'Bridge: it reopens'\nurl: https://quay.example/b # seen\n"
    matter += "publisher: 007\nlanguage: de-AT\nx: 1\n---\n"
    article = read((matter + STORY).replace("\n", line_end))
    assert (article.path, article.title, article.publisher) == ("seeds/a.txt", "Bridge: it reopens", "007")
    assert (article.url, article.language) == ("https://quay.example/b", "de")
    assert str(article.published) == "published 2018-11-08"
    assert article.published and article.published.basis == "front matter"
    assert article.text == STORY.replace("\n", line_end)


def test_the_text_is_the_file_exactly() -> None:
    text = "\n\n  Odd\ttext\u00a0with\r\nends \n\rand\u2028more  \n\n"
    assert read("\ufeff" + text).text == text
    assert read("---\ntitle: x\n---\n" + text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nThe bridge reopened.\n",
        "---\nThe bridge reopened: at last.\n---\n\nMore.\n",
        "---\nThe bridge reopened.\n\n- one\n- two\n---\nMore.",
        "--- \nNote: it is a ruler without an end.\n",
        "----\ntitle: x\n---\ny",
        "-----\n",
        "\n---\ntitle: x\n---\ny",
    ],
)
def test_a_ruler_is_no_front_matter(text: str) -> None:
    assert read(text + " Word.").text == text + " Word."


@pytest.mark.parametrize("matter", ["", "\n", "# nothing yet\n", "published:\n", "title: ''\n", "mine: [1, {2: 3}]\n"])
def test_front_matter_may_say_nothing(matter: str) -> None:
    article = read(f"---\n{matter}---\n{STORY}")
    assert article.text == STORY
    assert article.title == "Harbour bridge reopens to traffic"
    assert article.published is None


@pytest.mark.parametrize(
    ("matter", "words"),
    [
        ("title: [a\n", "a.txt:3:1: the front matter is not YAML"),
        ("title: a: b\n", "a.txt:2:9: the front matter is not YAML"),
        ("title: 'a\n", "the front matter is not YAML"),
        ("title: x\n\tpublished: 2018\n", "a.txt:3:1: the front matter is not YAML"),
        ("title: x\nurl: \x07\n", "a.txt:3: the front matter holds the character"),
        ("title: " + "[" * 9000 + "\n", "the front matter is not YAML"),
        ("title: *none\n", "a.txt:2:8: the front matter is not YAML"),
        ("title: [a, b]\n", "a.txt:2:1: 'title' holds a list or a mapping. Write one value."),
        ("title: a\ntitle: b\n", "a.txt:3:1: 'title' is given twice. Keep one."),
        ("publised: 2018-11-08\n", "a.txt:2:1: 'publised' is not read. Write 'published:' if that is meant"),
        ("published:2018-11-08\n", "a.txt:2:11: there is no space after the colon. Write 'published: 2018-11-08'."),
        ("title: x\npublished:2018-11-08\n", "a.txt:3:11: there is no space after the colon. Write 'published: 2018-11-08'."),
        ("Title: a\ntitle: b\n", "a.txt:3:1: 'title' is given twice. Keep one."),
        ("language: English language\n", "a.txt:2:11: language 'English language' is not a code. Write 'en'"),
        ("title: x\npublished: yesterday\n", "a.txt:3:12: published 'yesterday' is not a full date"),
    ],
)
def test_bad_front_matter_is_told_with_its_place(matter: str, words: str) -> None:
    assert words in message(f"---\n{matter}---\n{STORY}")


def test_front_matter_without_its_end() -> None:
    assert "a.txt:1:1: the front matter has no end. Write '---'" in message(f"---\npublished: 2018-11-08\n\n{STORY}")


def test_all_problems_of_front_matter_at_once() -> None:
    assert len(message(f"---\npublished: soon\nlanguage: '?'\n---\n{STORY}").splitlines()) == 2
    assert len(message(f"---\npublised: 1\ntitle: []\n---\n{STORY}").splitlines()) == 2


def test_a_near_miss_of_a_key_that_is_given_is_the_users_own() -> None:
    assert read(f"---\npublished: 2018-11-08\ndate: x\ntitle: y\nsubtitle: z\n---\n{STORY}").published


@pytest.mark.parametrize(
    ("matter", "day", "url"),
    [
        ("Published: 2021-03-10\nURL: https://quay.example/b\n", "2021-03-10", "https://quay.example/b"),
        ("date: 2021-03-10 10:15:00 +0100\nsource: https://quay.example/b\n", "2021-03-10", "https://quay.example/b"),
        ("date: 2021-03-11\npublished: 2021-03-10\nlink: https://quay.example/b\n", "2021-03-10", "https://quay.example/b"),
        ("date: spring\nsource: The Quay\nlink: [a]\n", "", ""),
    ],
)
def test_front_matter_of_other_programs(matter: str, day: str, url: str) -> None:
    article = read(f"---\n{matter}---\n{STORY}")
    assert (str(article.published.day) if article.published else "", article.url) == (day, url)


PUBLISHED = re.findall(r"^\| ([^|]+?) \| (?!day)([^-|][^|]*?) \|$", (CASES / "published.md").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize(("written", "day"), PUBLISHED, ids=[written for written, _ in PUBLISHED])
def test_published(written: str, day: str) -> None:
    if day.startswith("!"):
        with pytest.raises(ValueError, match=re.escape(day[1:].strip())):
            dates.parse(written)
    else:
        assert str(dates.parse(written)) == day


@given(st.text(max_size=40) | st.from_regex(r"[0-9a-zA-Z ./:,-]{0,30}2018", fullmatch=True))
@settings(deadline=None, max_examples=60)
def test_any_words_are_a_day_or_refused(text: str) -> None:
    try:
        dates.parse(text)
    except ValueError as error:
        assert "Write" in str(error)


# What the text says of itself


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (STORY, "Harbour bridge reopens to traffic"),
        ("Breaking News\n\nWill the bridge reopen?\nBy Ana Lima\n\nIt will, the city said.", "Will the bridge reopen?"),
        ("May 3, 2021\n\nBridge reopens\n\nIt is open.", "Bridge reopens"),
        ("The bridge reopened on 3 May 2021.\n\nIt was shut.", ""),
        ("QUAYSIDE (AP) — The bridge reopened\n\nIt was shut.", ""),
        ("A headline\twith  spaces\n\nIt was shut.", "A headline with spaces"),
    ],
)
def test_headline(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("QUAYSIDE (Reuters) - The bridge is open.", "Reuters"),
        ("QUAYSIDE, May 3, 2021 (AP) — The bridge is open.", "Associated Press"),
        ("QUAYSIDE, Norland (AFP) — The bridge is open.", "AFP"),
        ("The mayor told VOA that the bridge is open.", "VOA"),
        ("The mayor told VOA, and later told Reuters, that it is open.", ""),
        ("The mayor told VOA's reporter and a Reuters crew.", ""),
        ("Quayside (NATO) - The bridge is open.", ""),
        ("The bridge (AP) is open, Reuters reported.", ""),
    ],
)
def test_publisher(text: str, publisher: str) -> None:
    assert read(text).publisher == publisher


def test_publisher_falls_back_on_the_host() -> None:
    assert read(f"---\nurl: https://www.quay.example:80/x\n---\n{STORY}").publisher == "quay.example"
    assert read(f"---\nurl: 'https://[x'\n---\n{STORY}").publisher == ""


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("QUAYSIDE, May 3, 2021 (AP) — It is open.", "2021-05-03", "dateline"),
        ("Bridge reopens\n\nPublished: 3 May 2021, 11:30\n\nIt is open.", "2021-05-03", "dateline"),
        ("Bridge reopens\n\nMonday, May 3, 2021\n\nIt is open.", "2021-05-03", "dateline"),
        ("---\nurl: https://q.example/2021/05/03/bridge\n---\nIt is open.", "2021-05-03", "address"),
        ("---\nurl: https://q.example/news/2021-05-03-bridge\n---\nIt is open.", "2021-05-03", "address"),
        ("---\nurl: https://q.example/2021/may/03/bridge\n---\nIt is open.", "2021-05-03", "address"),
        ("---\nurl: https://q.example/20210503\n---\nIt is open.", "2021-05-03", "address"),
        ("---\nurl: https://q.example/2021/05/03/b\n---\nMay 9, 2021\n\nIt is open.", "2021-05-03", "address"),
        ("---\npublished: 2021-05-04\nurl: https://q.example/2021/05/03/b\n---\nIt is open.", "2021-05-04", "front matter"),
    ],
)
def test_day_of_publication(text: str, day: str, basis: str) -> None:
    published = read(text).published
    assert published and (str(published.day), published.basis) == (day, basis)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "QUAYSIDE, May 3 (AP) — It is open.",
        "The bridge was shut on 3 April 2018 - and is open.",
        "---\nurl: https://q.example/2021/13/45/b\n---\nIt is open.",
        "---\nurl: https://q.example/2021/05/\n---\nIt is open.",
        "---\nurl: https://q.example/id/20210503999\n---\nIt is open.",
        "Updated: 3 May 2021\n\nIt is open.",
        "Bridge reopens\n\n03/05/2021\n\nIt is open.",
    ],
)
def test_a_day_of_publication_that_is_not_certain_is_none(text: str) -> None:
    assert read(text).published is None


def test_language() -> None:
    german = "Die Hafenbrücke ist am Sonntag nach drei Jahren wieder geöffnet worden, teilte die Stadt am Montag mit. " * 3
    assert read(german).language == "de"
    assert read(german[:80]).language == "de"
    assert read(german[:15]).language == "en"
    assert [language.identify(text) for text in ("今年の5月", "他于昨天抵达北京。", "В прошлом году", "지난주 서울에서")] == [
        "ja",
        "zh",
        "ru",
        "ko",
    ]
    assert read(f"---\nlanguage: fr\n---\n{german}").language == "fr"
    assert language.identify("1 2 3 " * 100) == "en"


def test_plain_english_loads_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", None)
    assert read(STORY * 5).language == "en"


FURNITURE = [(name, blocks[0]) for name, blocks in fenced("furniture.md").items()]


@pytest.mark.parametrize(("name", "marked"), FURNITURE, ids=[name for name, _ in FURNITURE])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_furniture(name: str, marked: str, line_end: str) -> None:
    wanted = [line[2:] for line in marked.splitlines() if line.startswith("~ ")]
    text = re.sub(r"^~ ", "", marked, flags=re.M).replace("\n", line_end)
    assert [text[span.start : span.end] for span in furniture(text)] == wanted


@pytest.mark.parametrize(("marked", "day"), fenced("stamps.md").values(), ids=list(fenced("stamps.md")))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_stamps(marked: str, day: str, line_end: str) -> None:
    article = read(marked.replace("\n~ ", "\n").removeprefix("~ ").replace("\n", line_end))
    wanted = [line.removeprefix("~ ") for line in marked.splitlines() if line.startswith("~ ")]
    assert [article.text[span.start : span.end] for span in article.furniture] == wanted
    assert str(article.published.day if article.published else "") == day.strip()


def test_a_title_is_no_furniture() -> None:
    text = "World\nPolitics\nSport\nSearch\nThe search goes on, the city said.\n"
    assert [text[span.start : span.end] for span in furniture(text, "Search")] == ["World", "Politics", "Sport"]


@given(st.text(alphabet="aA1.\n\r |>Share", max_size=200))
@settings(deadline=None)
def test_furniture_is_in_order_and_inside_the_text(text: str) -> None:
    spans = furniture(text)
    assert list(spans) == sorted(set(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)


# Markdown and HTML

MARKDOWN = [(name, *blocks) for name, blocks in fenced("markdown.md").items()]


@pytest.mark.parametrize(("name", "source", "text"), MARKDOWN, ids=[name for name, *_ in MARKDOWN])
def test_markdown(name: str, source: str, text: str) -> None:
    assert markdown.read(source).text == text
    assert markdown.read(source.replace("\n", "\r\n")).text == text


def test_markdown_title_and_front_matter() -> None:
    assert read("Intro.\n\n## Bridge *reopens*\n\nIt is open.", ".md").title == "Bridge reopens"
    article = read("---\ntitle: Own\npublished: 3 May 2021\n---\n# Bridge\n\nIt is open.", ".md")
    assert (article.title, article.text, str(article.published)) == ("Own", "Bridge\n\nIt is open.\n", "published 2021-05-03")


@given(
    st.lists(
        st.sampled_from(["**", "*", "_", "`", "[", "](", ")", "a", " ", "\n", "\n\n", "# ", "- ", "> ", "\\", "<", "<!--", "&lt;", "~~"])
    )
)
@settings(deadline=None)
def test_markdown_loses_no_words(parts: list[str]) -> None:
    source = "".join(parts)
    text = markdown.read(source).text
    if not {"<", "<!--", "]("} & set(parts) and "```" not in source and "~~~" not in source:
        assert text.count("a") == source.count("a")


def test_page() -> None:
    article = read(PAGE, ".html")
    assert (article.title, article.publisher, article.url) == ("Harbour bridge reopens", "The Daily Quay", "https://quay.example/bridge")
    assert (article.language, article.furniture) == ("en", ())
    assert article.published and (str(article.published.day), article.published.basis) == ("2021-05-03", "page metadata")
    assert article.text.split("\n\n") == [
        "Harbour bridge reopens",
        "Mayor Ida Roth, left, cuts the ribbon, May 2, 2021",
        "The harbour bridge reopened on Sunday after three years of repairs, the city said in a statement on Monday.\n"
        "It had been shut since April 2018.",
        "What happened",
        "Engineers found cracks in March 2018. The council voted on 4 April 2018 to close it, and work was delayed twice by storms.",
        "June 2019: first span",
        "May 2020: second span",
        "2018 | closed\n",
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>The bridge reopened on 3 May 2021.</p>", "The bridge reopened on 3 May 2021.\n"),
        ("The bridge reopened on 3 May 2021.", "The bridge reopened on 3 May 2021.\n"),
        ("<html><body><div>It is open.<p>It was <i>shut</b> in 2018", "It is open.\n\nIt was shut in 2018\n"),
        (
            "<figure><img><figcaption>Ida <b>Roth</b>, left</figcaption> x</figure><p>It is open.</p>",
            "Ida Roth, left\n\nx\n\nIt is open.\n",
        ),
        ("<p>Text is data: &lt;script&gt; {{ x }}</p><script>never()</script>", "Text is data: <script> {{ x }}\n"),
        ('<?xml version="1.0" encoding="latin-1"?><html><body><p>Café opens.</p></body></html>', "Café opens.\n"),
    ],
)
def test_small_and_broken_pages_give_their_visible_text(page: str, text: str) -> None:
    assert read(page, ".html").text == text


def test_a_page_from_the_future_or_the_past_keeps_its_date() -> None:
    for day in ("1912-04-15", "2093-01-02"):
        published = read(PAGE.replace("2021-05-03T23:10:00-05:00", day), ".html").published
        assert published and str(published.day) == day


def test_a_page_without_a_date_has_none() -> None:
    page = re.sub("<meta property=.article:published_time[^>]*>", "", PAGE)
    assert read(page, ".html").published is None


# What holds for any bytes


TAGS = "<p>|</p>|<div>|<table>|<td>|<li>|<br>|<figure>|<figcaption>|Word. |<|&#0;|<meta charset=|koi8-r>|<html lang='|<body>|<!--|<![CDATA["
MARKUP = st.lists(st.sampled_from(TAGS.split("|"))).map("".join)
YAML = "---\n|title: |published: |2018-11-08|\n|a: b|[|'|*x|&x|!!t |? |- |\t|Word.\n|\x85|..."
MATTER = st.lists(st.sampled_from(YAML.split("|"))).map("".join)
BYTES = st.binary(max_size=200) | (MARKUP | MATTER | st.text(max_size=200)).map(lambda text: text.encode("utf-8"))


@given(BYTES, st.sampled_from([".txt", ".md", ".html"]))
@example(b"\xff\xfe", ".txt")
@example(b"<a>", ".md")
@example(b"\xef\xbb\xbf---\n---\n", ".md")
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_an_article_or_a_message(data: bytes, suffix: str) -> None:
    try:
        article = read(data, suffix)
    except TimelineError as error:
        assert all(problem.path == f"seeds/a{suffix}" and problem.message.endswith(".") for problem in error.problems)
    else:
        assert article.text.strip()
        assert gathered.headline(article.text, article.furniture) is not None


def test_reading_does_not_look_at_clock_locale_or_zone(tmp_path: Path) -> None:
    for name, content in {
        "a.txt": "---\npublished: 3 May 2021 23:30\n---\n" + STORY,
        "b.html": PAGE,
        "c.txt": "Die Brücke ist offen. " * 30,
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    script = """
import dataclasses, datetime, json, sys, time
if sys.argv[1]:
    then = float(sys.argv[1])
    class Day(datetime.date):
        today = classmethod(lambda cls: datetime.date.fromtimestamp(then))
    class Moment(datetime.datetime):
        now = classmethod(lambda cls, tz=None: datetime.datetime.fromtimestamp(then, tz))
        today = utcnow = now
    datetime.date, datetime.datetime, time.time = Day, Moment, lambda: then
from pathlib import Path
from timeline import articles
found = articles.find([Path(".")])
print(json.dumps([dataclasses.asdict(articles.read(path, path.name)) for path in found], default=str))
"""

    def output(clock: str, **environment: str) -> str:
        run = subprocess.run(
            [sys.executable, "-c", script, clock],
            cwd=tmp_path,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout

    usual = output("")
    assert [article["path"] for article in json.loads(usual)] == ["a.txt", "b.html", "c.txt"]
    assert output("0", TZ="Pacific/Kiritimati", LC_ALL="C") == usual
    assert output("4000000000", TZ="America/Adak", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", PYTHONUTF8="0") == usual


def test_code_in_marks_of_unlike_length_is_text() -> None:
    assert read("It is ``open` now.", ".md").text == "It is ``open` now.\n"
    assert read("It is ``open`` `now`.", ".md").text == "It is open now.\n"


def test_the_number_of_no_character_is_text() -> None:
    assert read(f"It &#{'1' * 5000}; is open.", ".md").text.startswith("It &#111")
