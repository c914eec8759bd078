"""docs/guide/mistakes.md says what the program says: every file that stands there is checked, and must give what stands under it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from timeline.check import read

PAGE = (Path(__file__).parents[1] / "docs" / "guide" / "mistakes.md").read_text(encoding="utf-8")
CASES = re.findall(r"^## ([^\n]*)\n\n```yaml\n(.*?)```\n\n```console\n\$ timeline ([^\n]*)\n(.*?)```$", PAGE, re.M | re.S)


def test_there_are_ten() -> None:
    assert [name.partition(". ")[0] for name, *_ in CASES] == [str(number) for number in range(1, 11)]
    assert len(re.findall("^## ", PAGE, re.M)) == 10


@pytest.mark.parametrize(("name", "text", "command", "told"), CASES, ids=[name for name, *_ in CASES])
def test_the_program_says_what_the_page_says(run, tmp_path: Path, name: str, text: str, command: str, told: str) -> None:
    (tmp_path / "events.yaml").write_text(text, encoding="utf-8", newline="\n")
    assert run(*shlex.split(command)).stdout == told


def test_no_is_norway_and_a_time_is_a_time() -> None:
    (event,) = read(next(text for name, text, *_ in CASES if "Norway" in name).encode()).events
    assert (event.places, event.tags) == (("se", "no"), ("on", "off", "12:30", "1e3"))
