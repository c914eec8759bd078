"""Texts as YAML: every reader takes them for the text that was meant."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline.store.emit import date, scalar

LOADERS = [loader for name in ("BaseLoader", "SafeLoader", "CBaseLoader", "CSafeLoader") if (loader := getattr(yaml, name, None))]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
TRICKY = st.text(st.sampled_from(list("-:[]{}#&*!|>'\"%@`?,<=.~ \t\n\r\\\u2028\u0085\ufeff\u200bab1é’“😀+_eExX0")), min_size=1, max_size=12)


def assert_reads_back(text: str) -> None:
    for loader in LOADERS:
        assert yaml.load(f"- key: {scalar(text)}\n", Loader=loader) == [{"key": text}], scalar(text)
        assert yaml.load(f"[{scalar(text, in_flow=True)}, {{a: {scalar(text, in_flow=True)}}}]\n", Loader=loader) == [text, {"a": text}]
    assert "\n" not in scalar(text)


@given(TEXT | TRICKY)
def test_every_text_reads_back(text: str) -> None:
    assert_reads_back(text)


def test_every_character_reads_back() -> None:
    for start in range(0, 0x110000, 64):
        text = "".join(map(chr, range(start, start + 64)))
        if not 0xD800 <= start < 0xE000:
            for loader in LOADERS[-1:] + LOADERS[:1] if start < 0x30000 else LOADERS[-1:]:
                assert yaml.load(scalar(text), Loader=loader) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "no",
            "No",
            "y",
            "N",
            "on",
            "off",
            "yes",
            "true",
            "null",
            "~",
            "2018",
            "2018-10-25",
            "1_000",
            "0x1F",
            "0o17",
            "012",
            "1e3",
            "1.5",
        ),
        *(".5", "5.", "+1", "-1", ".inf", "-.INF", ".nan", "12:30", "12:30:45", "190:20:30.15", "=", "<<", "2001-12-14t21:59:43.10-05:00"),
        *("0b101", "-", "--- a", "...", "? a", ": a", "a:", "a #b", "#a", "- a", "@a", "`a`", "%a", "!a", "&a", "*a", "|", ">", " a", "a "),
    ],
)
def test_what_looks_like_something_else_is_quoted(text: str) -> None:
    assert scalar(text)[0] in "'\""
    if text:
        assert_reads_back(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("U.S. Treasury designates two Singapore-based entities", "U.S. Treasury designates two Singapore-based entities"),
        ("“We agree,” she said", "“We agree,” she said"),
        ("Zürich, 東京 and 😀", "Zürich, 東京 and 😀"),
        ("It's 12:30", "It's 12:30"),
        ("AT&T, [sic]", "AT&T, [sic]"),
        ("Treaty: signed", '"Treaty: signed"'),
        ('"We agree," she said', "'\"We agree,\" she said'"),
        ('"It\'s over," she said', '"\\"It\'s over,\\" she said"'),
        ("one\ntwo\tthree\x1b", '"one\\ntwo\\tthree\\u001b"'),
    ],
)
def test_form(text: str, written: str) -> None:
    assert scalar(text) == written
    assert_reads_back(text)


def test_dates_are_plain_unless_they_look_like_a_list() -> None:
    assert [date(edtf) for edtf in ("2018-10-25", "-0043", "../2018", "2018~", "[2018..2019]")] == [
        *("2018-10-25", "-0043", "../2018", "2018~", '"[2018..2019]"')
    ]
    for edtf in ("2018-10-25", "-0043", "../2018", "2018~", "2018-08-04T14:30Z", "201X", "2018?", "2018/..", "[2018-08-04, 2018-08-05]"):
        assert yaml.load(f"- date: {date(edtf)}", Loader=yaml.BaseLoader) == [{"date": edtf}]


def test_letters_of_every_script_stay_readable() -> None:
    for char in map(chr, (*range(0xA1, 0xD800), *range(0xE000, 0xFEFF), *range(0x1F300, 0x1F700))):
        if unicodedata.category(char)[0] in "LNPS":
            assert char in scalar(f"a{char}")
