"""A machine that was looked at is asked by its number, and has to prove that it is the one of the name."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import pytest
import trustme

from tests.getting.server import PAGE, Answer, Server, serving
from timeline.errors import TimelineError
from timeline.getting import Fetcher, Limits, asking


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def names() -> list[str]:
    """The names that the server was asked for while the line was made (SNI)."""
    return []


@pytest.fixture
def server(authority: trustme.CA, names: list[str]) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("paper.example").configure_cert(context)
    context.sni_callback = lambda line, name, own: names.append(name)
    with serving(context) as server:
        server.answers["/a"] = Answer()
        yield server


def fetch(server: Server, host: str) -> bytes:
    limits = Limits(tries=1, connect=5)
    getting = Fetcher("news-timeline/1", lambda line: None, True, limits, resolve=lambda name, port: ["127.0.0.1"])
    return getting.get(f"https://{host}:{server.port}/a").data


def test_the_name_is_asked_for_and_proven(server: Server, authority: trustme.CA, names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    monkeypatch.setattr(asking, "_tls", lambda: context)
    assert fetch(server, "paper.example") == PAGE.encode()
    assert names == ["paper.example"] * 2
    with pytest.raises(TimelineError, match=r"cannot prove that it is other\.example: .*other\.example"):
        fetch(server, "other.example")


def test_who_is_vouched_for_by_nobody_is_not_believed(server: Server) -> None:
    with pytest.raises(TimelineError, match=r"cannot prove that it is paper\.example"):
        fetch(server, "paper.example")
    assert server.asked == []
