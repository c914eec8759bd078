"""What tests of several folders share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

# A machine that does something else meanwhile must not fail a test; on CI the same cases run at every run.
settings.register_profile("timeline", deadline=None, derandomize=os.environ.get("CI") == "true", print_blob=True)
settings.load_profile("timeline")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a `timeline` command in an empty folder; nothing may end in a traceback."""
    from timeline.cli import main  # here, so that a fault in one module does not stop the tests of the others

    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(main, list(arguments))
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
