"""Addresses on the web. In: an address, or a source and its article. Out: the host, or who publishes there."""

from __future__ import annotations

from urllib.parse import urlsplit

from timeline.model import Article, Source


def host(url: str) -> str:
    """The host of an address, without `www.`; "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def publisher_of(article: Article | None, source: Source) -> str:
    """Who reports it: the publisher, else the host of its address, else the article's title or file."""
    address = (article.url if article else "") or source.url
    file = source.article.rsplit("/", 1)[-1]
    return (article.publisher if article else "") or host(address) or (article.title if article else "") or file or "source"
