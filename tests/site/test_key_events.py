"""Which events a page opens on, who reports an event, and what is said where they disagree."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.importance import Importance
from timeline.model import Source
from timeline.pages import render
from timeline.pages.key_events import FEWEST, MANY, MOST, importance, ranks

DAY = edtf.parse("2018-08-04")


def page(site: Any, path: str = "timeline/", **options: Any) -> str:
    return next(made.html for made in render(site, **options).pages if made.path == path)


def reported(article: Any, *said: tuple[str, str, str, str]) -> tuple[tuple[Source, ...], tuple[Any, ...]]:
    """Sources and their articles: publisher, day of publication, quote, date."""
    sources, articles = [], []
    for number, (publisher, published, quote, date) in enumerate(said):
        path = f"seeds/{number}.txt"
        articles.append(article(path, quote, published, publisher=publisher))
        sources.append(Source(article=path, quote=quote, date=edtf.parse(date), words=""))
    return tuple(sources), tuple(articles)


@given(values=st.lists(st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]) | st.floats(0, 1), max_size=3 * MANY))
def test_key_events_are_few_and_matter_more_than_all_others(event: Any, values: list[float]) -> None:
    events = [event(f"e{number}") for number in range(len(values))]
    weights = {held.id: Importance(value, 1, 1, 1) for held, value in zip(events, values, strict=True)}
    found = ranks(events, weights)
    if not found:
        assert len(events) <= MANY or sorted(values, reverse=True)[FEWEST - 1] == sorted(values, reverse=True)[MOST]
        return
    assert len(events) > MANY and set(found) == set(weights)
    key, minor = ([weights[name].value for name, rank in found.items() if rank == wanted] for wanted in ("key", "minor"))
    assert FEWEST <= len(key) <= MOST and min(key) > max(minor)


def test_a_person_overrules_the_number_not_what_explains_it(event: Any, article: Any, site: Any) -> None:
    sources, articles = reported(
        article,
        ("Coast Post", "2018-08-05", "Dockers struck.", "2018-08-04"),
        ("North Wire", "2018-08-09", "The port lay still as dockers walked out.", "2018-08-04"),
    )
    made = site(event("strike", sources=sources, importance=0.0), event("bare", importance=1.0), event("quiet"), articles=articles)
    found = importance(made.events, made.articles)
    assert [found[name].value for name in ("strike", "bare", "quiet")] == [0.0, 1.0, 0.0]
    assert str(found["strike"]) == "reported by 2 articles of 2 publishers over 5 days"
    held = {held["id"]: held for held in json.loads(next(f.content for f in render(made).files if f.path == "events.json"))["events"]}
    assert (held["strike"]["importance"], held["strike"]["reported"]) == (0.0, str(found["strike"]))
    assert page(made).count("reported by") == 1, "one article alone is not worth the line"


def many(event: Any, site: Any, number: int, key: int = MOST) -> Any:
    """So many events of two years, of which the first so many matter more."""
    return site(*(event(f"e{n}", f"{2018 + n % 2}-05-{n % 28 + 1:02}", importance=0.9 if n < key else 0.1) for n in range(number)))


@pytest.mark.parametrize(("number", "minor"), [(MANY, 0), (MANY + 1, MANY + 1 - MOST), (200, 150)])
def test_a_page_of_many_events_marks_those_that_stand_back(event: Any, site: Any, number: int, minor: int) -> None:
    html = page(many(event, site, number))
    assert html.count("event--minor") == minor
    assert html.count(">key event<") == (number - minor if minor else 0)


def test_where_all_matter_alike_none_stands_out(event: Any, site: Any) -> None:
    for key in (0, FEWEST - 1, MOST + 1):
        html = page(many(event, site, 100, key))
        assert "event--minor" not in html and "key event" not in html


def test_where_each_year_has_its_page_the_first_shows_the_key_events(event: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    rendered = render(many(event, site, 600))
    index = next(made for made in rendered.pages if made.path == "timeline/")
    content = take_apart(index.html)
    titles = [name for name in content.by_id if re.fullmatch(r"e\d+", name)]
    assert len(titles) == MOST and "event--minor" not in index.html
    assert {f"../timeline/{2018 + int(name[1:]) % 2}/#{name}" for name in titles} <= set(content.attributes("a", "href"))
    assert [heading.title for heading in index.contents[0].children] == ["2018", "2019"]
    year = next(made.html for made in rendered.pages if made.path == "timeline/2018/")
    assert year.count('class="event ') == 300 and year.count("event--minor") == 275


def test_a_few_reports_stand_in_full_more_are_folded_by_publisher(
    event: Any, article: Any, site: Any, take_apart: Callable[[str], Any]
) -> None:
    said = [
        (publisher, "2018-08-05", f"Dockers struck, {publisher} number {n} says.", "2018-08-04")
        for n, publisher in enumerate(["Post", "Wire", "Post", "Lantern", "Wire", "Wire"])
    ]
    for few in (1, 2, 4):
        sources, articles = reported(article, *said[:few])
        html = page(site(event("a", sources=sources), articles=articles))
        assert "more reports" not in html and html.count("<blockquote") == few
    sources, articles = reported(article, *said)
    html = page(site(event("a", sources=sources), articles=articles))
    before, folded = html.split("5 more reports")
    assert before.count("<blockquote") == 1 and "Post number 0" in before
    order = [int(number) for number in re.findall(r"number (\d) says", folded.split("</details>")[0])]
    assert order == [1, 4, 5, 2, 3], "by publisher, in the order of the first of each"
    assert folded.split("</details>")[0].count('class="source-publisher"') == 3, "each named once"


def test_the_same_words_are_shown_once(event: Any, article: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    sources, articles = reported(
        article,
        ("Coast Post", "2018-08-05", "Dockers struck at dawn.", "2018-08-04"),
        ("North Wire", "2018-08-05", "Dockers  struck\nat dawn.", "2018-08-04"),
        ("The Lantern", "2018-08-06", "Dockers struck at dawn.", "2018-08-05"),
    )
    html = page(site(event("a", sources=sources), articles=articles))
    assert html.count("<blockquote") == 2, "one of another date is no copy"
    assert 'also in <a href="../articles/1/#a">North Wire</a>' in html


def test_disagreement_shows_the_better_supported_date_first(event: Any, article: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    sources, articles = reported(
        article,
        ("Coast Post", "2018-08-06", "Dockers struck on Sunday.", "2018-08-05"),
        ("Coast Post", "2018-08-07", "The strike of Sunday.", "2018-08-05"),
        ("North Wire", "2018-08-06", "Dockers struck on Saturday.", "2018-08-04"),
        ("The Lantern", "2018-08-06", "On Saturday dockers struck.", "2018-08-04"),
    )
    html = page(site(event("a", "2018-08-04", sources=sources), articles=articles))
    text = " ".join(take_apart(html).text.split())
    assert "The sources disagree on the date: 4 August 2018 North Wire, The Lantern 5 August 2018 Coast Post (2 articles)" in text, (
        "two publishers outweigh two articles of one"
    )
    assert "conflicting dates" in text
    agreed = event("a", "2018-08-04", sources=(sources[2], Source(url="https://x.example", date=edtf.parse("2018-08"))))
    assert "disagree" not in page(site(agreed, articles=articles))


def test_long_lists_of_names_are_folded(event: Any, site: Any) -> None:
    for number, shown in ((12, 12), (13, 8), (40, 8)):
        html = page(site(event("a", tags=tuple(f"tag {n:02}" for n in range(number)))))
        before, _, folded = html.partition(f"{number - shown} more names")
        assert (before.count('class="chip '), folded.count('class="chip ')) == (shown, number - shown)
