"""Pages: what stands on them, in which order, and that every link leads somewhere."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from timeline import edtf
from timeline.basis import OPEN_ORDER
from timeline.model import DocumentCreationTime, Source
from timeline.pages import Rendered, render
from timeline.pages.event import badges, html_datetime, shape
from timeline.pages.stream import labels, years
from timeline.pages.values import LONGEST_SLUG, file_slug, name_slug, slugs


def page(rendered: Rendered, path: str) -> str:
    return next(page.html for page in rendered.pages if page.path == path)


def busy_site(event: Any, article: Any, site: Any, **fields: Any) -> Any:
    first = article(
        "seeds/strike.txt", "On 4 August dockers struck.\n\nIn June they had warned of it.", "2018-08-05", title="Dockers strike"
    )
    second = article("seeds/north/strike.txt", "Dockers struck on Saturday.", "2018-08-06", publisher="Coast Post", title="On strike")
    return site(
        event(
            "strike",
            quote="On 4 August dockers struck.",
            words="On 4 August",
            article="seeds/strike.txt",
            people=("Ada Lind",),
            places=("Port",),
        ),
        event("warning", "2018-06", quote="In June they had warned of it.", words="In June", article="seeds/strike.txt", tags=("labour",)),
        event("again", "2018-08-06", quote="Dockers struck on Saturday.", article="seeds/north/strike.txt", organisations=("Dockers",)),
        event("founding", "1931", people=("Ada Lind", "ada lind!")),
        articles=(first, second),
        **fields,
    )


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("on_one_page", [500, 2])
def test_every_link_leads_to_a_page_and_an_element(
    event: Any, article: Any, site: Any, take_apart: Callable[[str], Any], directory_urls: bool, on_one_page: int
) -> None:
    rendered = render(busy_site(event, article, site, directory_urls=directory_urls, how_much="all"), on_one_page)
    pages = {made.path: take_apart(made.html) for made in rendered.pages}
    pages |= {file.path.removesuffix("index.html"): take_apart(file.content) for file in rendered.files if file.path.endswith(".html")}
    known = set(pages) | {file.path for file in rendered.files} | {"assets/timeline.js"}
    home = {"": take_apart(rendered.overview(""))}
    count = 0
    for path, content in (pages | home).items():
        for address in content.attributes("a", "href") + content.attributes("script", "src"):
            if urlsplit(address).scheme:
                continue
            target, _, anchor = address.partition("#")
            there = posixpath.normpath(posixpath.join(path, unquote(target))) if target else path
            if not directory_urls and target:
                assert not target.endswith("/"), (path, address)
                there = there.removesuffix("index.html").rstrip("/")
            there = there if there in known else f"{there}/"
            assert there in known, (path, address)
            if anchor:
                assert anchor in pages[there].by_id, (path, address)
            count += 1
    assert count > 40
    for made in rendered.pages:
        anchors = [heading.anchor for heading in made.contents]
        anchors += [child.anchor for top in made.contents for year in top.children for child in (year, *year.children)]
        assert set(anchors) <= set(pages[made.path].by_id)


def test_the_stream_is_in_order_under_years_and_months(event: Any, article: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    content = take_apart(page(render(busy_site(event, article, site)), "timeline/"))
    ids = [attributes["id"] for tag, attributes in content.elements if tag in ("h2", "h3")]
    assert ids == ["on_1931", "founding", "on_2018", "on_2018_june", "warning", "on_2018_august", "strike", "again"]
    assert [content.by_id[name] for name in ("on_2018", "on_2018_june")] == ["2018", "June 2018"]


def test_what_spans_months_stands_under_its_year(event: Any, site: Any) -> None:
    found = years(
        site(event("a", "2018-01/2020"), event("b", "2018"), event("c", "2018-02-03"), event("d", "201X"), event("e", "2018-22")).events
    )
    assert [(year.label, [(month.label, [e.id for e in month.events]) for month in year.months]) for year in found] == [
        ("2010s", [("", ["d"])]),
        ("2018", [("", ["b"]), ("January 2018", ["a"]), ("February 2018", ["c"]), ("Summer 2018", ["e"])]),
    ]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-08-04", ("2018", "August")),
        ("2018-06", ("2018", "June")),
        ("2018", ("2018", "")),
        ("2018~", ("2018", "")),
        ("2018-XX", ("2018", "")),
        ("2018-06-XX", ("2018", "June")),
        ("[2018-10-25..2018-11-11]", ("2018", "October")),
        ("2018-06/2018-08", ("2018", "June")),
        ("../2018-04", ("2018", "April")),
        ("[..2018]", ("2018", "")),
        ("2018/..", ("2018", "")),
        ("-0043", ("44 BCE", "")),
        ("0043", ("43 CE", "")),
        ("0043-22", ("43 CE", "Summer")),
        ("201X", ("2010s", "")),
    ],
)
def test_headings_of_a_date(date: str, expected: tuple[str, str]) -> None:
    assert labels(edtf.parse(date)) == expected


@pytest.mark.parametrize(
    ("date", "mark", "datetime"),
    [
        ("2018-08-04", "day", "2018-08-04"),
        ("2018-08-04T14:30Z", "day", "2018-08-04T14:30Z"),
        ("2018-06", "wide", "2018-06"),
        ("2018", "wide", "2018"),
        ("2018~", "wide", ""),
        ("2018-22", "wide", ""),
        ("2018-06-XX", "range", ""),
        ("-0043", "wide", ""),
        ("2018-06/2018-08", "range", ""),
        ("[2018-10-25..2018-11-11]", "range", ""),
        ("[2018-08-04, 2018-08-05]", "range", ""),
    ],
)
def test_marks_and_machine_readable_dates(date: str, mark: str, datetime: str) -> None:
    assert (shape(edtf.parse(date)), html_datetime(edtf.parse(date))) == (mark, datetime)


def test_dates_stand_in_words(event: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    dates = ["2018-06", "2017", "[2018-10-25..2018-11-11]", "2018-08-04"]
    text = take_apart(page(render(site(*(event(f"e{n}", date) for n, date in enumerate(dates)))), "timeline/")).text
    for words in ("June 2018", "in 2017", "between 25 October and 11 November 2018", "4 August 2018"):
        assert words in text


def test_words_of_the_date_are_marked_in_the_quote(event: Any, article: Any, site: Any) -> None:
    assert "<mark>On 4 August</mark> dockers struck." in page(render(busy_site(event, article, site)), "timeline/")


def test_publisher_date_and_way_to_the_article(event: Any, article: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    html = page(render(busy_site(event, article, site)), "timeline/")
    assert "Coast Post" in html and "published 6 August 2018" in html
    assert 'href="../articles/strike/#again"' in html or 'href="../articles/strike-2/#again"' in html


def labels_of(event: Any, several: bool = True) -> list[str]:
    return [badge.label for badge in badges(event, several)]


def test_badges_only_where_care_is_needed(event: Any) -> None:
    sound = event("a", quote="On 4 August it sailed.", words="On 4 August", article="a.txt")
    assert labels_of(sound, several=False) == []
    assert labels_of(sound) == ["one source"]
    assert labels_of(replace(sound, sources=sound.sources * 2)) == []
    assert labels_of(event("a", quote="It sailed.", article="a.txt"), several=False) == ["date inferred"]
    guessed = event("a", quote="It sailed this week.", words="this week", basis="published 2018-08-04 or later (inferred)", article="a.txt")
    assert labels_of(guessed, several=False) == ["date inferred"]
    either = event("a", "[2021-03-05, 2021-05-03]", quote="On 03/05/2021.", words="On 03/05/2021", basis=OPEN_ORDER, article="a.txt")
    assert labels_of(either, several=False) == ["date unsure"]
    assert labels_of(replace(either, sources=(*either.sources, *sound.sources)), several=False) == ["conflicting dates"]
    assert labels_of(event("a"), several=False) == []
    assert labels_of(event("a", status="proposed"), several=False) == ["not reviewed"]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("2018-08-04", "2018-08-05", True),
        ("2018-08", "2018-08-05", False),
        ("2018-08-04", "../2018-07", True),
        ("2018-08-04", "2018-01/..", False),
    ],
)
def test_conflict_where_dates_have_no_day_in_common(event: Any, one: str, other: str, conflict: bool) -> None:
    sources = tuple(Source(url="https://example.org", date=edtf.parse(date)) for date in (one, other))
    assert ("conflicting dates" in labels_of(event("a", sources=sources))) is conflict


def test_why_this_date(event: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    guessed = event(
        "a", "2018-08-04", quote="It sailed on Saturday.", words="on Saturday", basis="published 2018-08-06", url="https://example.org"
    )
    text = take_apart(page(render(site(guessed)), "timeline/")).text
    assert "“on Saturday”, published 6 August 2018 → 4 August 2018" in text
    assert "Why this date" not in page(render(site(event("a", url="https://x.example"))), "timeline/"), "nothing is said of why"


@pytest.mark.parametrize(
    ("words", "basis", "date", "said"),
    [
        ("Aug. 4, 2018", "", "2018-08-04", "“Aug. 4, 2018” → 4 August 2018"),
        ("", "", "2018-08-04", "No words of this quote date it → 4 August 2018"),
        ("this week", "published 2018-11-08", "[2018-11-05..2018-11-11]", "published 8 November 2018 → week of 5 to 11 November 2018"),
        ("in June", "Aug. 4, 2018", "2018-06", "“in June”, Aug. 4, 2018 → June 2018"),
        (
            "a week later",
            'earlier "October 25" (2018-10-25); published 2018-11-08',
            "2018-11-01",
            "“a week later”, with the earlier words “October 25” (25 October 2018), published 8 November 2018 → 1 November 2018",
        ),
        (
            "October 25",
            'published between 2018-10-25 and 2018-11-11 (inferred from "October 25" and "November 11")',
            "2018-10-25",
            "published between 25 October and 11 November 2018 → 25 October 2018"
            "The article did not name its day of publication; it is inferred from “October 25” and “November 11” in its text.",
        ),
        (
            "October 25",
            "published 2018-10-25 or later (inferred)",
            "2018-10-25",
            "published 25 October 2018 or later → 25 October 2018"
            "The article did not name its day of publication; it is inferred from the dates in its text.",
        ),
        (
            "03/05/2021",
            "day or month first, which is not shown",
            "[2021-03-05, 2021-05-03]",
            "“03/05/2021” → 5 March or 3 May 2021"
            "Either number may be the month, and nothing in the article shows which: both dates are kept.",
        ),
        (
            "two days later",
            'earlier "03/05/2021" (2021-03-05); day or month first, which is not shown',
            "2021-03-07",
            "→ 7 March 2021Either number of a date may be its month, and nothing in the article shows which: the first is taken.",
        ),
        (
            "03/05/2021",
            'day first, as in "25/06/2021"',
            "2021-05-03",
            "“03/05/2021” → 3 May 2021Read day first, as in “25/06/2021”.",
        ),
        (
            "Friday",
            "published 2018-11-08; the likeliest of several",
            "2018-11-02",
            "“Friday”, published 8 November 2018 → 2 November 2018The words leave other dates open; this is the likeliest.",
        ),
    ],
)
def test_why_in_words(event: Any, site: Any, take_apart: Callable[[str], Any], words: str, basis: str, date: str, said: str) -> None:
    made = event("a", date, quote=f"It fell {words}.", words=words, basis=basis, url="https://x.example")
    assert said in take_apart(page(render(site(made)), "timeline/")).text


def test_why_of_each_source(event: Any, article: Any, site: Any, take_apart: Callable[[str], Any]) -> None:
    day = edtf.parse("2018-08-04")
    sources = (
        Source(article="a.txt", quote="It fell on Saturday.", date=day, words="on Saturday", basis="published 2018-08-06"),
        Source(url="https://x.example", quote="It fell on August 4.", date=day, words="on August 4", basis="published 2018-11-08"),
    )
    articles = (article("a.txt", "It fell on Saturday.", "2018-08-07", publisher="Coast Post"),)
    text = take_apart(page(render(site(event("a", sources=sources), articles=articles)), "timeline/")).text
    assert "Coast Post: “on Saturday”, published 6 August 2018 → 4 August 2018" in text
    assert "x.example: “on August 4”, published 8 November 2018 → 4 August 2018" in text
    assert text.count("The article now says that it was published 7 August 2018.") == 1


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("front matter", "published 8 November 2018, as its front matter says"),
        ("page metadata", "published 8 November 2018, as the page’s own data say"),
        ("address", "published 8 November 2018, by its address"),
        ("dateline", "published 8 November 2018, by its dateline"),
        ("", "day of publication not known"),
        ("in events: published 2018-11-08", "published 8 November 2018, as its events say"),
        (
            'in events: published 2018-10-25 or later (inferred from "October 25")',
            "published 25 October 2018 or later, inferred from “October 25” in its text",
        ),
    ],
)
def test_an_article_says_where_its_day_of_publication_comes_from(
    event: Any, article: Any, site: Any, take_apart: Callable[[str], Any], known: str, said: str
) -> None:
    _, in_events, basis = known.rpartition("in events: ")
    day = datetime.date(2018, 11, 8)
    published = DocumentCreationTime(day, day, known) if known and not in_events else None
    made = event("a", quote="It fell.", words="It", article="seeds/a.txt", basis=basis if in_events else "")
    articles = (replace(article("seeds/a.txt", "It fell."), published=published),)
    assert said in take_apart(page(render(site(made, articles=articles)), "articles/a/")).text


def test_permalinks_lead_on_without_script(event: Any, article: Any, site: Any) -> None:
    made = busy_site(event, article, site, url="https://news.example/harbour/")
    files = {file.path: file.content for file in render(made).files}
    assert "<main>\n<h1>Title of strike</h1>" in files["e/strike/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../timeline/#strike">' in files["e/strike/index.html"]
    assert '<meta name="robots" content="noindex">' in files["e/strike/index.html"]
    assert '<link rel="canonical" href="https://news.example/harbour/timeline/#strike">' in files["e/strike/index.html"]
    files = {file.path: file.content for file in render(made, on_one_page=2).files}
    assert "url=../../timeline/2018/#strike" in files["e/strike/index.html"]


def test_each_year_has_its_page_where_there_are_many(event: Any, article: Any, site: Any) -> None:
    rendered = render(busy_site(event, article, site), on_one_page=2)
    paths = [made.path for made in rendered.pages if made.path.startswith("timeline/")]
    assert paths == ["timeline/", "timeline/1931/", "timeline/2018/"]
    assert 'href="../timeline/1931/"' in page(rendered, "timeline/") and 'id="strike"' not in page(rendered, "timeline/")
    assert 'id="strike"' in page(rendered, "timeline/2018/")


def test_facets_only_where_there_are_any(event: Any, article: Any, site: Any) -> None:
    paths = {made.path for made in render(site(event("a", people=("Ada Lind",)))).pages}
    assert paths == {"timeline/", "people/", "people/ada-lind/"}
    assert {made.label for made in render(busy_site(event, article, site)).pages} == {
        *("", "Timeline", "Articles", "People", "Organisations", "Places", "Tags")
    }


def test_a_site_without_events_has_a_page(site: Any) -> None:
    rendered = render(site())
    assert [made.path for made in rendered.pages] == ["timeline/"]
    assert "No events yet." in page(rendered, "timeline/")


def test_slugs_that_collide_get_suffixes() -> None:
    assert slugs(["seeds/a.txt", "seeds/b/a.html", "seeds/A.md"], file_slug) == {
        "seeds/A.md": "A",
        "seeds/a.txt": "a-2",
        "seeds/b/a.html": "a-3",
    }
    assert name_slug("Kim Jong Un") == "kim-jong-un" and name_slug("São Tomé") == "sao-tome" and name_slug("!?") == "unnamed"
    assert file_slug("seeds/000_cea3806abd6050ba.txt") == "000_cea3806abd6050ba"
    assert file_slug("seeds/.. a/../#?.txt") == "article"


@pytest.mark.parametrize("slug", [name_slug, file_slug])
def test_slugs_fit_the_name_of_a_file(slug: Callable[[str], str]) -> None:
    for letter in "aя政𝔄":
        short, long = letter * 20, letter * 300
        assert slug(short) == slug(short + ".txt").removesuffix("-txt") and len(slug(short)) == 20
        assert len(slug(long).encode()) <= LONGEST_SLUG and slug(long)[:20] == slug(short)
        assert len({slug(long), slug(long + "b"), slug(long + "c")}) == 3, "what is cut off still tells names apart"


@given(names=st.lists(st.text(max_size=12)))
def test_slugs_are_distinct_and_do_not_depend_on_order(names: list[str]) -> None:
    given_slugs = slugs(names, name_slug)
    assert len({slug.casefold() for slug in given_slugs.values()}) == len(set(names))
    assert slugs(reversed(names), name_slug) == given_slugs
    assert all(re.fullmatch(r"[\w-]+", slug) for slug in given_slugs.values())


def test_the_same_site_gives_the_same_bytes(event: Any, article: Any, site: Any) -> None:
    one, other = (render(busy_site(event, article, site)) for _ in range(2))
    assert (one.pages, one.files) == (other.pages, other.files)


def test_an_event_of_many_names_is_made_once(event: Any, site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once for the timeline, and once for all of the pages of its names."""
    summaries = []

    def to_html(text: str, locate: object) -> Markup:
        summaries.append(text)
        return Markup(text)

    monkeypatch.setattr("timeline.pages.event.to_html", to_html)
    rendered = render(site(event("a", summary="It sailed.", tags=tuple(f"tag {number}" for number in range(20)))))
    assert sum("It sailed." in made.html for made in rendered.pages) == 21
    assert len(summaries) == 2
