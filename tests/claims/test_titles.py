"""Titles: the cases of titles.md, and what holds for every title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.claims.clauses import parse
from timeline.claims.languages import make_title_in_any_language
from timeline.claims.pronouns import with_name
from timeline.claims.summaries import summarise
from timeline.claims.titles import LIMIT, make_title

CASES = re.findall(r"^- (.+)\n  = (.+)$", Path(__file__).with_name("titles.md").read_text(encoding="utf-8"), re.M)


IN_OTHER_LANGUAGES = re.findall(r"^- (.+)\n  = ?(.*)$", Path(__file__).with_name("other_languages.md").read_text(encoding="utf-8"), re.M)
PRONOUNS = re.findall(r"^((?:> .+\n)*)- (.+)\n  = (.+)$", Path(__file__).with_name("pronouns.md").read_text(encoding="utf-8"), re.M)


def title_of(marked: str, before: Sequence[str] = ()) -> str:
    start = marked.index("[")
    end = marked.index("]") - 1
    sentence = marked.replace("[", "", 1).replace("]", "", 1)
    lead = re.match(r"(?:(?:on|in|at|a|an|the)\s)*", sentence[start:end], re.I)
    core_start = start + (lead.end() if lead else 0)
    core = re.match(r"\d{4}(?= \w+$)|[A-Z][a-z]+(?= (?:summit|election)$)", sentence[core_start:end])
    expression = (core_start, core_start + core.end() if core else end)
    return make_title(parse(sentence, dates=[expression]), (start, end), expression, before=before)


def test_there_are_cases() -> None:
    assert len(CASES) >= 19


@pytest.mark.parametrize(("marked", "title"), CASES, ids=[title for _, title in CASES])
def test_case(marked: str, title: str) -> None:
    assert title_of(marked) == title


@pytest.mark.parametrize(("before", "marked", "title"), PRONOUNS, ids=[title for _, _, title in PRONOUNS])
def test_pronoun(before: str, marked: str, title: str) -> None:
    assert title_of(marked, re.findall(r"^> (.+)$", before, re.M)) == title


def test_without_a_date_the_title_is_that_of_the_main_clause() -> None:
    assert make_title(parse("The council, which met in Geneva, closed the bridge.")) == "Council closed the bridge"


@given(st.lists(st.text(max_size=80), max_size=4), st.text(max_size=120))
def test_a_name_only_replaces_the_first_word(before: list[str], title: str) -> None:
    replaced = with_name(title, before)
    assert replaced == title or replaced.endswith(title.partition(" ")[2])


def test_a_long_quote_is_summed_up_in_a_sentence() -> None:
    clause = "On Monday, the council of Norberg closed the old bridge"
    sentence = f"{clause} after engineers {'who had looked at it for a year ' * 8}found rust, which {'was very bad and ' * 5}spread."
    summary = summarise(parse(sentence, dates=[(3, 9)]), 3)
    assert summary.startswith(clause)
    assert summary.endswith(".")
    assert len(summary) <= 200


def test_a_short_quote_needs_no_summary() -> None:
    assert summarise(parse("The council met."), 0) == ""


@given(st.text(min_size=301, max_size=900), st.integers(0, 900))
def test_a_summary_fits(sentence: str, place: int) -> None:
    assert len(summarise(parse(sentence), place)) <= 200


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 30))
def test_any_sentence_gets_a_title_that_fits(sentence: str, start: int, length: int) -> None:
    start = min(start, len(sentence))
    end = min(start + length, len(sentence))
    title = make_title(parse(sentence), (start, end), (start, end))
    assert len(title) <= LIMIT
    assert "\n" not in title
    assert title or not re.search(r"\w", sentence[:start] + sentence[end:])


WORDS = st.sampled_from(
    "the a council minister who that which said met sank on in to and of after as were , ; ( ) “ ” Monday Anna Berg president urged".split()
)


@given(st.lists(WORDS, min_size=1, max_size=60), st.data())
def test_a_title_ends_at_a_word(words: list[str], data: st.DataObject) -> None:
    sentence = " ".join(words)
    place = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:place])) + (1 if place else 0)
    span = (start, start + len(words[place]))
    title = make_title(parse(sentence), span, span)
    assert len(title) <= LIMIT
    assert {word.strip('",;.“”()…').lower() for word in title.split()} <= {word.strip('",;.“”()').lower() for word in words} | {""}


@pytest.mark.parametrize(("marked", "title"), IN_OTHER_LANGUAGES, ids=[marked for marked, _ in IN_OTHER_LANGUAGES])
def test_a_title_where_the_clauses_of_the_language_are_not_known(marked: str, title: str) -> None:
    sentence = marked.replace("[", "").replace("]", "")
    assert make_title_in_any_language(sentence, (marked.index("["), marked.index("]") - 1)) == title


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 30))
def test_a_title_of_any_language_fits(sentence: str, start: int, length: int) -> None:
    start = min(start, len(sentence))
    end = min(start + length, len(sentence))
    title = make_title_in_any_language(sentence, (start, end))
    assert len(title) <= LIMIT
    assert title or not re.search(r"\w", sentence[:start] + sentence[end:])
