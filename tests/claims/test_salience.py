"""What is promised of salience: its table fits its features, any text has one, and weights are learnt that tell sentences apart."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.salience import Row, fit, likelihood, main
from tests.timing import is_linear
from timeline.basis import parse
from timeline.claims import KEPT_FROM, propose
from timeline.claims import salience as module
from timeline.claims.happenings import HAPPENINGS, REPORTS
from timeline.claims.passages import passages
from timeline.claims.salience import ANY_LANGUAGE, ENGLISH, salience
from timeline.model import Article, DocumentCreationTime
from timeline.sentences import split
from timeline.timex import tag

DAY = datetime.date(2021, 3, 12)
PUBLISHED = DocumentCreationTime(DAY, DAY, "front matter")
PIECES = [
    "Police arrested two men. ",
    '"We',
    '" ',
    "“",
    "”",
    "on Monday ",
    "\n\n",
    "had been sold",
    "12 March 2021\n",
    "She said so. ",
    "«Ja» ",
    ".",
]


def article(text: str, language: str = "en") -> Article:
    return Article("a.txt", text, language=language, published=PUBLISHED)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).map("".join), st.booleans())
def test_any_text_has_a_salience(text: str, is_english: bool) -> None:
    made = article(text)
    found = list(passages(made, split(made), tag(text, PUBLISHED).timexes))
    assert [passage.position for passage in found] == sorted(passage.position for passage in found)
    for passage in found:
        assert 0 <= passage.quoted <= 1
        assert 0 <= salience(passage, is_english) <= 1


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_what_has_no_words_of_its_own_says_where_its_date_is_from(text: str) -> None:
    made = article(text)
    for claim in propose(made, split(made), tag(text, PUBLISHED).timexes):
        assert claim.words in " ".join(claim.quote.split())
        if not claim.words:
            assert parse(claim.basis)


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Die Brücke wurde am Montag geschlossen. Sie ist alt. „Das ist gut“, sagte er am 8. März 2021."),
    ("fr", "Le pont a été fermé lundi. Il est vieux. « C’est bien », dit-il le 8 mars 2021."),
    ("xx", "Zxq 2021-03-08 wrt. Plm. Zxq 2021-03-09 wrt."),
])  # fmt: skip
def test_of_a_language_whose_verbs_are_not_known_every_dated_sentence_is_kept(language: str, text: str) -> None:
    made = article(text, language)
    claims = propose(made, split(made), tag(text, PUBLISHED, language=language).timexes)
    assert len(claims) == 2
    assert all(claim.salience >= KEPT_FROM and claim.words for claim in claims)
    assert claims[0].salience > claims[1].salience


def test_the_table_weighs_every_feature() -> None:
    for name, features in (("english", ENGLISH), ("any_language", ANY_LANGUAGE)):
        assert list(module._WEIGHTS[name]) == ["constant", *(feature.__name__ for feature in features)]
        assert all(feature.__doc__ for feature in features)


def test_words_of_happenings_are_no_words_of_speaking() -> None:
    assert not {"said", "told", "says"} & HAPPENINGS
    assert {"stabbed", "robbed", "evacuating", "identified", "raises", "won", "earthquake"} <= HAPPENINGS
    assert all(word == word.lower() for word in HAPPENINGS | REPORTS)


def test_weights_are_learnt_that_tell_rows_apart() -> None:
    chance = random.Random(5)
    rows = []
    for number in range(200):
        helps, empty = chance.random(), chance.random()
        rows.append(Row(str(number % 10), (1.0, helps, empty), int(helps > 0.5)))
    constant, helpful, useless = fit(rows)
    assert helpful > 2 > abs(useless)
    assert constant < 0
    assert likelihood(Row("", (1.0, 1.0, 0.5), 0), [constant, helpful, useless]) > 0.7


def test_learning_from_a_folder_writes_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, place in enumerate(("Norberg", "Lund", "Sandoy")):
        text = f"A fire destroyed a mill in {place} on Monday.\n\nThe town is known for its mills.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
        start = text.index("destroyed")
        (tmp_path / f"{number}.ann").write_text(f"T1\tevent {start} {start + 9}\tdestroyed\n", encoding="utf-8")
    main(tmp_path, tmp_path / "table.toml")
    assert "3 articles, 6 sentences, 3 events" in capsys.readouterr().out
    assert "happenings = " in (tmp_path / "table.toml").read_text(encoding="utf-8")


def test_time_grows_with_the_text() -> None:
    def prepare(size: int) -> Callable[[], object]:
        made = article('Two men were killed, "he said" on Monday, and 5,000 fled. ' * size)
        sentences, timexes = split(made), tag(made.text, PUBLISHED).timexes
        return lambda: propose(made, sentences, timexes)

    assert is_linear(prepare, 100)
