"""The promise over the life of a file: people edit it, articles are changed, renamed, deleted and added, and extract runs between.

At each run: what it inserted can be taken out again and leaves the old bytes; running it once more changes nothing; what it adds is
what no article said before, whatever became of that.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import event as note
from hypothesis import strategies as st

from tests.store.scripts import ARTICLE_CHANGES, TEXT_EDITS, Article, Claim, Draw, claim
from tests.store.written import files
from timeline import store
from timeline.check import read
from timeline.edtf import parse
from timeline.errors import TimelineError
from timeline.model import Event, Source
from timeline.store import EVENTS, LOCK, adding
from timeline.store.insertion import Insertion

MADE: Counter[str] = Counter()


@dataclass
class Life:
    """A project, its articles, and the numbers of the claims that were proposed before."""

    project: Path
    articles: list[Article]
    proposed: set[int] = field(default_factory=set)
    groups: dict[int, int] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    def new_claim(self, draw: Draw, group: int | None = None) -> Claim:
        number = len(self.groups) + 1
        self.groups[number] = number if group is None else group
        return claim(draw, number, self.groups[number])

    @property
    def path(self) -> Path:
        return self.project / EVENTS

    def edit(self, draw: Draw, name: str) -> None:
        """A person's edit. One that would be a mistake is not made."""
        text = self.path.read_bytes().decode()
        new = TEXT_EDITS[name](draw, text)
        if new != text and not read(new.encode()).problems and new.removeprefix("\ufeff"):
            self.path.write_bytes(new.encode())
            self.made(name)

    def made(self, name: str) -> None:
        self.steps.append(name)
        MADE[name] += 1
        note(name)

    def save(self, old: Article | None, new: Article | None) -> None:
        if old:
            (self.project / old.path).unlink()
        if new:
            (self.project / new.path).write_text(str(new.version))

    def change(self, draw: Draw, name: str) -> None:
        if self.articles:
            at = draw(st.integers(0, len(self.articles) - 1))
            old = self.articles[at]
            self.articles[at] = ARTICLE_CHANGES[name](draw, old)
            self.save(old, self.articles[at])
            self.made(name)

    def delete_article(self, draw: Draw) -> None:
        if self.articles:
            self.save(self.articles.pop(draw(st.integers(0, len(self.articles) - 1))), None)
            self.made("article: deleted")

    def add_article(self, draw: Draw) -> None:
        groups = sorted({claim.group for article in self.articles for claim in article.claims})
        told = [None, *groups]
        claims = [self.new_claim(draw, draw(st.sampled_from(told))) for _ in range(draw(st.integers(1, 3)))]
        article = Article(f"seeds/{len(self.groups)}.txt", tuple(claims))
        self.articles.append(article)
        self.save(None, article)
        self.made("article: added")

    def add_sentence(self, draw: Draw) -> None:
        if self.articles:
            at = draw(st.integers(0, len(self.articles) - 1))
            old = self.articles[at]
            self.articles[at] = replace(old, claims=(*old.claims, self.new_claim(draw)), version=old.version + 1)
            self.save(old, self.articles[at])
            self.made("article: a sentence added")

    def proposals(self) -> list[tuple[Event, list[Claim]]]:
        groups: dict[int, list[tuple[Claim, Source]]] = {}
        for article in self.articles:
            for made, source in article.sources():
                groups.setdefault(made.group, []).append((made, source))
        return [
            (
                Event(f"event-{group}", parse(told[0][0].date), f"Event {group}", status="proposed", sources=tuple(s for _, s in told)),
                [made for made, _ in told],
            )
            for group, told in groups.items()
        ]

    def extract(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Run it twice, and check all that is promised."""
        before = self.path.read_bytes()
        proposals = self.proposals()
        held = store.hold(self.project)
        try:
            insertions = self.run(proposals, monkeypatch)
        except TimelineError as error:
            assert "Nothing was added" in str(error)
            assert self.path.read_bytes() == before
            self.made("refused")
            return
        after, lock = self.path.read_bytes(), (self.project / LOCK).read_bytes()
        assert insertions[0].old_text().encode() == before.removeprefix("\ufeff".encode())
        assert after == before[: len(before) - len(before.removeprefix("\ufeff".encode()))] + insertions[0].text.encode()
        timeline = read(after)
        assert not timeline.problems
        known = {event.id: event for event in held.events}
        quotes = {source.quote: made.number for article in self.articles for made, source in article.sources()}
        added = []
        for event in timeline.events:
            old = known.get(event.id)
            count = len(old.sources) if old else 0
            if old:
                assert replace(event, line=0, sources=()) == replace(old, line=0, sources=())
                assert bare(event.sources[:count]) == bare(old.sources)
            added += [quotes[source.quote] for source in event.sources[count:]]
        assert len(set(added)) == len(added) and not self.proposed & set(added), self.steps
        told = {made.number for _, claims in proposals for made in claims}
        known_groups = {self.groups[number] for number in self.proposed}
        assert {number for number in told if self.groups[number] not in known_groups} <= set(added), self.steps  # what is wholly new
        self.proposed |= told
        self.run(proposals, monkeypatch)
        assert (self.path.read_bytes(), (self.project / LOCK).read_bytes()) == (after, lock)
        self.made("extract")

    def run(self, proposals: Sequence[tuple[Event, list[Claim]]], monkeypatch: pytest.MonkeyPatch) -> list[Insertion]:
        insertions: list[Insertion] = []

        def splice(*arguments: Any) -> Insertion:
            insertions.append(real(*arguments))
            return insertions[-1]

        real = adding.splice
        with monkeypatch.context() as patch:
            patch.setattr(adding, "splice", splice)
            digests = {article.path: f"{article.version:016x}" for article in self.articles}
            store.add(store.hold(self.project), [event for event, _ in proposals], digests)
        return insertions


def bare(sources: Sequence[Source]) -> list[Source]:
    return [replace(source, line=0) for source in sources]


def live(data: st.DataObject, monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    draw = data.draw
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder), [])
        (life.project / "seeds").mkdir()
        life.path.write_bytes(draw(files(), label="file").encode())
        for _ in range(draw(st.integers(1, 3), label="articles")):
            life.add_article(draw)
        life.extract(monkeypatch)
        kinds = [*TEXT_EDITS, *TEXT_EDITS, *ARTICLE_CHANGES, "add article", "add sentence", "delete article", "extract"]
        for kind in draw(st.lists(st.sampled_from(kinds), max_size=steps), label="steps"):
            if kind in TEXT_EDITS:
                life.edit(draw, kind)
            elif kind in ARTICLE_CHANGES:
                life.change(draw, kind)
                life.extract(monkeypatch)  # else two changes of a sentence may be one that is too great
            elif kind == "add article":
                life.add_article(draw)
            elif kind == "add sentence":
                life.add_sentence(draw)
            elif kind == "delete article":
                life.delete_article(draw)
            else:
                life.extract(monkeypatch)
        life.extract(monkeypatch)
        MADE["scripts"] += 1


@settings(max_examples=80)
@given(st.data())
def test_a_file_lives(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        live(data, monkeypatch, steps=10)


@pytest.mark.slow
@settings(max_examples=4000)
@given(st.data())
def test_thousands_of_files_live(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        live(data, monkeypatch, steps=20)


@st.composite
def edited(draw: st.DrawFn, name: str, text: str) -> str:
    draw(st.none())
    return TEXT_EDITS[name](draw, text)


@pytest.mark.parametrize("name", TEXT_EDITS)
def test_every_kind_of_edit_can_be_made(name: str) -> None:
    text = store.NEW_FILE + "".join(
        f"  - id: e{number}\n    date: 2018\n    title: Event\n    status: proposed\n    sources:\n"
        + "".join(f"      - article: seeds/{part}.txt\n        quote: Quote {number} of {part}.\n" for part in "ab")
        for number in range(3)
    )
    if name == "Unix line ends":
        text = text.replace("\n", "\r\n")
    find(edited(name, text), lambda new: new != text and not read(new.encode()).problems, settings=settings(phases=[Phase.generate]))
