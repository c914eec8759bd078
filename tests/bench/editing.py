"""How long an editor waits: `timeline check`, and one article extracted, in a project of many events.

In: how many events. Out: lines with the processor time of each whole process. `python -m tests.bench.editing [EVENTS]`
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

_NOUNS = "council harbour ferry minister court inquiry bridge strike union report company mayor village river treaty border protest".split()
_AN_ARTICLE = 10  # events


def make(folder: Path, events: int) -> None:
    """A project with so many events as `timeline extract` writes them, each with its sentence in an article."""
    (folder / "seeds").mkdir(parents=True)
    lines, told = ["version: 1", "", "events:"], list[str]()
    for number in range(events):
        who, what, whom = (_NOUNS[(number * step + step) % len(_NOUNS)] for step in (1, 3, 7))
        day = datetime.date(1990, 1, 1) + datetime.timedelta(days=number)
        words = f"On {day.day} {day:%B} {day.year}"
        quote = f"{words}, the {who} of Nordheim {number} told the {whom} that the {what} would be closed for the winter."
        article = f"seeds/{number // _AN_ARTICLE:05}.txt"
        told.append(quote)
        if len(told) == _AN_ARTICLE or number == events - 1:
            (folder / article).write_text("\n\n".join(told) + "\n", encoding="utf-8")
            told = []
        lines += [
            f"  - id: {who}-told-{whom}-{number}",
            f"    date: {day}",
            f"    title: The {who} of Nordheim {number} tells the {whom} that the {what} is to close",
            f"    people: [Ann {who.title()}]",
            "    places: [Nordheim]",
            "    status: proposed",
            "    sources:",
            f"      - article: {article}",
            f"        quote: {quote}",
            f"        date: {day}",
            f"        words: {words}",
            "",
        ]
    (folder / "events.yaml").write_text("\n".join(lines), encoding="utf-8", newline="\n")
    text = "The parliament of Norberg met on 3 May 2019, and it dissolved itself after a vote of the members.\n"
    (folder / "seeds" / "new.txt").write_text(f"---\npublished: 2019-05-10\n---\n{text}", encoding="utf-8")


def report(events: int) -> Iterator[str]:
    """The lines of the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "project"
        make(folder, events)
        for command in (["check"], ["extract", "seeds/new.txt"], ["check", "--explain"]):
            before = os.times()
            done = subprocess.run([sys.executable, "-m", "timeline", *command], cwd=folder, capture_output=True, encoding="utf-8")
            after = os.times()
            took = after.children_user + after.children_system - before.children_user - before.children_system
            last = (done.stdout + done.stderr).strip().rpartition("\n")[2]
            yield f"timeline {' '.join(command):22} {took:.2f} s   {last}"


if __name__ == "__main__":
    for line in report(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000):
        print(line, flush=True)
