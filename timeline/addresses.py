"""Addresses on the web. In: an address. Out: its parts."""

from __future__ import annotations

from urllib.parse import urlsplit


def host(url: str) -> str:
    """The host of an address, without `www.`; "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
