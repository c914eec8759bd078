"""Every case of `cases/mistakes.md` gives the messages that stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from timeline.check import nodes, read

CASES = re.findall(
    r"^## ([^\n]*)\n\n````yaml\n(.*?)````\n\n````\n(.*?)````$",
    (Path(__file__).parent / "cases" / "mistakes.md").read_text("utf-8"),
    re.M | re.S,
)


def test_there_are_many_cases() -> None:
    assert len(CASES) > 90


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_messages(text: str, expected: str) -> None:
    problems = read(text.encode()).problems
    assert "".join(f"{problem}\n" for problem in problems) == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_messages_name_the_same_lines_without_the_parser_in_c(text: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_LOADER", yaml.BaseLoader)
    lines = [re.match(r"events.yaml:(\d+)", message)[1] for message in expected.splitlines()]  # type: ignore[index]
    assert [str(problem.line) for problem in read(text.encode()).problems] == lines


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_line_ends_do_not_matter(text: str, expected: str) -> None:
    problems = read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()).problems
    assert "".join(f"{problem}\n" for problem in problems) == expected
