"""A long story, made by numbers: events of a harbour, of which the first of every five is reported by several articles.

In: how many events. Out: their events.yaml and articles in a project's folder. Event 0 has seven reports, two of them in the same
words; event 5 has two dates; all but each fifth have one report.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import yaml

PUBLISHERS = ("Coast Post", "Harbour Times", "North Wire", "The Lantern", "Quay Review")
VERBS = ("opens", "closes", "floods", "strikes over", "repairs")
PLACES = ("the east pier", "the grain dock", "the old ferry", "the light on the mole", "the fish market", "the north lock", "the dry dock")
VOICES = ("workers said", "as the port office wrote", "by all accounts", "the crew told us", "it was heard", "as was seen from the mole")
FIRST = datetime.date(2019, 1, 7)


def write_story(folder: Path, events: int, days_between: int = 3) -> None:
    """Write events.yaml and seeds/ of so many events, so many days from one to the next."""
    told: dict[str, list[str]] = {}
    held = [_event(number, FIRST + datetime.timedelta(number * days_between), told) for number in range(events)]
    (folder / "events.yaml").write_text(yaml.safe_dump({"events": held}, sort_keys=False, width=10_000), encoding="utf-8", newline="\n")
    (folder / "seeds").mkdir(exist_ok=True)
    for path, sentences in told.items():
        publisher = PUBLISHERS[int(path.split("-")[1])]
        head = f"---\npublished: {path[-14:-4]}\npublisher: {publisher}\ntitle: What {publisher} saw on {path[-14:-4]}\n---\n"
        (folder / path).write_text(head + "\n\n".join(sentences) + "\n", encoding="utf-8", newline="\n")


def _event(number: int, day: datetime.date, told: dict[str, list[str]]) -> dict[str, object]:
    what = f"{VERBS[number % 5]} {PLACES[number % 7]}"
    reports = (7 if number == 0 else 3 + number // 5 % 4) if number % 5 == 0 else 1
    words = f"On {day:%B} {day.day}, {day.year}"
    sources = []
    for report in range(reports):
        publisher = (number + report) % len(PUBLISHERS) if reports > 1 else number % 2
        other = number == 5 and report == 2
        dated = day + datetime.timedelta(1) if other else day
        said = f"On {dated:%B} {dated.day}, {dated.year}" if other else words
        article = f"seeds/report-{publisher}-{day + datetime.timedelta(1 + report // 2)}.txt"
        voice = VOICES[report % (len(VOICES) if number == 0 else 3 + number % 3)]
        quote = f"{said} the crew of shift {number} {what}, {voice}."
        told.setdefault(article, []).append(quote)
        sources.append({"article": article, "quote": quote, "date": f"{dated}", "words": said})
    return {
        "id": f"event-{number}",
        "date": f"{day}",
        "title": f"Crew of shift {number} {what}",
        "people": ["Ada Lind"] if number % 2 else [],
        "tags": [f"dock {name}" for name in "abcdefghijklmnop"] if number == 10 else ["harbour"],
        "sources": sources,
    }
