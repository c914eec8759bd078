"""A server of this machine, for every test that asks one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.getting.server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server
