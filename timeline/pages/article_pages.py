"""A page for each article, and the list of them all.

In: the site, the addresses, and the quotations of each article. Out: pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.addresses import publisher_of
from timeline.counting import count
from timeline.model import Article, Source
from timeline.pages.article import Quotation, read
from timeline.pages.sources import outside_address
from timeline.pages.values import OTHER_WEIGHT, Addresses, Found, Page, Site
from timeline.pages.writing import to_events, write
from timeline.why import known_from, published_in_words
from timeline.wording import in_words

INDEX = "articles/"
_TITLE = "Articles"


@dataclass(frozen=True, slots=True)
class About:
    """An article as a list names it; `known_from` says where its day of publication comes from, and `inferred` that it is inferred."""

    title: str
    publisher: str
    published: str
    known_from: str
    inferred: bool
    original: str
    language: str
    events: str


def pages(site: Site, addresses: Addresses, quoted: Mapping[str, Sequence[Quotation]]) -> list[Page]:
    """The list of articles and a page for each; none where there are no articles."""
    if not addresses.articles:
        return []
    listed = []
    made = []
    for path, here in addresses.articles.items():
        quotations = quoted.get(path, ())
        about = _about(site.articles[path], here, quotations)
        made.append(_page(site, path, here, about, addresses, quotations))
        listed.append((about, addresses.link(INDEX, here)))
    listed.sort(key=lambda entry: (entry[0].title.casefold(), entry[1]))
    html = write("articles.html", title=_TITLE, listed=listed)
    return [Page(INDEX, _TITLE, html, "", _TITLE, found=(Found(_TITLE, weight=OTHER_WEIGHT),)), *made]


def _about(article: Article, here: str, quotations: Sequence[Quotation]) -> About:
    published = article.published
    return About(
        title=article.title or here.split("/")[1],
        publisher=publisher_of(article, Source()) if article.publisher or article.url else "",
        published=published_in_words(published) if published else "",
        known_from=known_from(published) if published else "",
        inferred=published is not None and published.inferred,
        original=outside_address(article.url),
        language=article.language,
        events=count(len({quotation.event.id for quotation in quotations}), "event"),
    )


def _page(site: Site, path: str, here: str, about: About, addresses: Addresses, quotations: Sequence[Quotation]) -> Page:
    reading = read(site.articles[path], quotations, site.how_much)
    html = write(
        "article.html",
        about=about,
        reading=reading,
        how_much=site.how_much,
        words=in_words,
        to=to_events(here, addresses),
        index=addresses.link(here, INDEX),
    )
    text = tuple("".join(run.text for run in paragraph.runs) for paragraph in reading.paragraphs)
    description = " · ".join(filter(None, (about.publisher, about.published)))
    return Page(here, about.title, html, description, found=(Found(about.title, text, weight=OTHER_WEIGHT),))
