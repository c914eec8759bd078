"""Every example and counter-example of the table of rules, and the notation of patterns."""

from __future__ import annotations

import re

import pytest

from timeline.timex import LANGUAGES
from timeline.timex.english import OF_EARLY_TIMES
from timeline.timex.notation import translate
from timeline.timex.recognise import Readers, recognise
from timeline.timex.rule import Language, Rule

TABLES = {**LANGUAGES, OF_EARLY_TIMES.code: OF_EARLY_TIMES}
RULES = [(language, rule) for language in TABLES.values() for rule in language.rules]
EXAMPLES = [(language, rule, example) for language, rule in RULES for example in rule.examples]
COUNTER_EXAMPLES = [(language, rule, example) for language, rule in RULES for example in rule.counter_examples]
READERS = {code: Readers(language) for code, language in TABLES.items()}


@pytest.mark.parametrize(
    ("language", "rule", "example"), EXAMPLES, ids=lambda value: value.name if isinstance(value, Rule) else str(value)[:40]
)
def test_example(language: Language, rule: Rule, example: str) -> None:
    found = re.fullmatch(r"([^\[\]]*)\[([^\[\]]+)\](.*)", example, re.DOTALL)
    assert found, f"the example of '{rule.name}' needs its expression in brackets: {example}"
    text = found[1] + found[2] + found[3]
    mentions = {(mention.span, mention.rule) for mention in recognise(text, READERS[language.code])}
    assert ((found.start(2) - 1, found.end(2) - 1), rule.name) in mentions


@pytest.mark.parametrize(
    ("language", "rule", "example"), COUNTER_EXAMPLES, ids=lambda value: value.name if isinstance(value, Rule) else str(value)[:40]
)
def test_counter_example(language: Language, rule: Rule, example: str) -> None:
    assert rule.name not in {mention.rule for mention in recognise(example, READERS[language.code])}


@pytest.mark.parametrize(("language", "rule"), RULES, ids=lambda value: value.name if isinstance(value, Rule) else "")
def test_every_rule_has_an_example(language: Language, rule: Rule) -> None:
    assert rule.examples


def test_rule_names_are_distinct() -> None:
    for language in TABLES.values():
        names = [rule.name for rule in language.rules]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("[the] MONTH DAY[, YEAR]", "the May 3, 2018", True),
        ("[the] MONTH DAY[, YEAR]", "May 3", True),
        ("[the] MONTH DAY[, YEAR]", "the May", False),
        ("(early|late) MONTH", "late  May", True),
        ("(early|late) MONTH", "May", False),
        ("mid-MONTH", "mid–May", True),
        ("SEASON of YEAR", "spring\nof 2018", True),
        ("SEASON of YEAR", "spring\n\nof 2018", False),
    ],
)
def test_notation(pattern: str, text: str, matches: bool) -> None:
    assert bool(translate(pattern, LANGUAGES["en"].lexicon).regex.fullmatch(text)) is matches


@pytest.mark.parametrize("pattern", ["[the MONTH", "the MONTH]", "(early|late MONTH"])
def test_unbalanced_brackets_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        translate(pattern, LANGUAGES["en"].lexicon)


def test_an_unknown_word_class_is_refused() -> None:
    with pytest.raises(KeyError, match="MOON"):
        translate("the MOON", LANGUAGES["en"].lexicon)
