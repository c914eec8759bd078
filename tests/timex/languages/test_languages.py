"""Languages other than English: their cases (`cases/<code>.md`, written as those of `../cases`), every locale of dateparser's
data, the examples of the tables, and what holds for every text."""

from __future__ import annotations

import datetime
import pkgutil
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from dateparser.data import date_translation_data
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import DocumentCreationTime
from timeline.timex import tag
from timeline.timex.languages import data, load, table

CASES = sorted(Path(__file__).with_name("cases").glob("*.md"))
LOCALES = sorted(module.name for module in pkgutil.iter_modules(date_translation_data.__path__))
DAY = datetime.date(2018, 11, 8)
DAY_AGO = {"unit": "day", "direction": "past", "origin": "published"}
PUBLISHED = DocumentCreationTime(DAY, DAY, "front matter")


def _cases() -> list[tuple[str, str, list[str]]]:
    """Language, text and the expressions it holds."""
    found: list[tuple[str, str, list[str]]] = []
    for path in CASES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("> "):
                found.append((path.stem, line[2:], []))
            elif line.startswith("- "):
                found[-1][2].append(re.sub(r"\s*\|\s*", " | ", line[2:]).strip())
    return found


@pytest.mark.parametrize(("language", "text", "expected"), _cases(), ids=lambda value: value if isinstance(value, str) else "")
def test_case(language: str, text: str, expected: list[str]) -> None:
    timexes = tag(text, PUBLISHED, language=language).timexes
    found = [" | ".join((timex.text, timex.type, f"{timex.value} {timex.mod}".strip(), str(timex.date or ""))).strip() for timex in timexes]
    assert found == [line for line in expected if line != "nothing"]


def test_every_table_has_cases() -> None:
    tables = {path.stem for path in (Path(table.__file__).parent / "tables").glob("*.toml")}
    assert tables <= {path.stem for path in CASES}
    assert all(sum(language == code for language, _, _ in _cases()) >= 15 for code in tables)
    assert all(expected for _, _, expected in _cases())


@pytest.mark.parametrize("code", [code for code in LOCALES if code != "en"])
def test_every_locale_reads_a_full_date_and_days_ago(code: str) -> None:
    known = data.read(code)
    assert known and load(code)
    october = max((word for word, number in known.months.items() if number == 10), key=len)
    day = f"4 {october} 2018" if known.order == "DMY" else f"{october} 4, 2018" if known.order == "MDY" else f"2018 {october} 4"
    assert "2018-10-04" in [timex.value for timex in tag(day, PUBLISHED, language=code).timexes], day
    ago = [(before, after) for before, after, meaning in known.counted if meaning.fields == {**DAY_AGO, "amount": 1}]
    texts = [f"{before} 3 {word}".strip() for before, after in ago for word in (after, after.title())]
    assert not texts or any("2018-11-05" in [timex.value for timex in tag(text, PUBLISHED, language=code).timexes] for text in texts), texts


def test_english_loads_no_other_language() -> None:
    program = "import sys; from timeline.timex import tag; tag('May 3, 2018'); print([name for name in sys.modules if 'languages' in name])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "Le 03/05/2021.", ["2021-05-03"]),
        ("fr", "Le 03/05/2021 et le 05/25/2021.", ["2021-03-05", "2021-05-25"]),
        ("en", "On 03/05/2021 and on 25/05/2021.", ["2021-05-03", "2021-05-25"]),
        ("en", "On 03/05/2021 and on 05/25/2021.", ["2021-03-05", "2021-05-25"]),
    ],
)
def test_the_other_dates_of_a_text_show_the_order_of_day_and_month(language: str, text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, PUBLISHED, language=language).timexes] == values


def test_english_keeps_both_readings_where_nothing_shows_the_order() -> None:
    assert str(tag("On 03/05/2021.", PUBLISHED).timexes[0].date) == "[2021-03-05, 2021-05-03]"


def test_an_unknown_language_is_none() -> None:
    assert load("la") is None
    assert load("../de") is None
    assert [timex.value for timex in tag("Anno 2018", language="la").timexes] == ["2018"]


@pytest.mark.parametrize("text", ["Er las es am May 3, 2018.", "Er las es am 3 May 2018."])
def test_english_full_dates_are_read_in_any_language(text: str) -> None:
    assert "2018-05-03" in [timex.value for timex in tag(text, PUBLISHED, language="de").timexes]


@pytest.mark.parametrize(
    ("words", "expanded"),
    [
        ("a, b c", ["a", "b c"]),
        ("a(b|c)[d]", ["abd", "ab", "acd", "ac"]),
        ("[x ]y", ["x y", "y"]),
        ("", []),
        ("a(b[c]|d)", ["abc", "ab", "ad"]),
    ],
)
def test_word_lists(words: str, expanded: list[str]) -> None:
    assert table.expand(words) == expanded


def _texts(code: str) -> st.SearchStrategy[str]:
    words = sorted(set(re.findall(r"\S+", " ".join(text for language, text, _ in _cases() if language == code))))
    return st.text() | st.lists(st.sampled_from([*words, "3", "2018", "-", "\n", "1.", "I", "\u0130", "\u3007"]), max_size=30).map(" ".join)


@pytest.mark.parametrize("code", [path.stem for path in CASES])
def test_any_text_is_read(code: str) -> None:
    @given(_texts(code), st.none() | st.just(PUBLISHED))
    @settings(max_examples=30, deadline=None)
    def holds(text: str, published: DocumentCreationTime | None) -> None:
        tagging = tag(text, published, language=code)
        end = 0
        for timex in tagging.timexes:
            assert end <= timex.span.start < timex.span.end <= len(text)
            assert text[slice(*timex.span)] == timex.text
            assert timex.value
            end = timex.span.end
        assert tag(text, published, language=code) == tagging

    holds()


def _seconds(text: str, code: str) -> float:
    began = time.perf_counter()
    tag(text, language=code)
    return time.perf_counter() - began


@pytest.mark.parametrize("code", ["de", "tr", "ar", "zh", "hi"])
@pytest.mark.parametrize("unit", ["1", ".", "3 ", " ", "\n", "1/", "', "])
def test_time_grows_with_length_alone(code: str, unit: str) -> None:
    """Four times the text takes about four times as long; a quadratic step would take sixteen."""
    texts = [unit * (size // len(unit)) for size in (5_000, 20_000)]
    tag("3", language=code)
    assert any(_seconds(texts[1], code) / max(_seconds(texts[0], code), 0.002) < 9 for _ in range(4))  # again, where the machine was busy


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_time_grows_with_sentences(path: Path) -> None:
    text = " ".join(text for language, text, _ in _cases() if language == path.stem) + " "
    tag(text, language=path.stem)
    assert any(_seconds(text * 16, path.stem) / max(_seconds(text * 4, path.stem), 0.002) < 9 for _ in range(4))


@pytest.mark.parametrize(
    ("language", "text", "date", "basis"),
    [
        ("es", "La obra empezó el 03/05/2021.", "2021-05-03", "day first, as its language (es) has it"),
        ("es", "La obra empezó el 03/05/2021 y acabó el 06/25/2021.", "2021-03-05", 'month first, as in "06/25/2021"'),
        ("es", "La obra empezó el 25/05/2021.", "2021-05-25", ""),
        ("zh", "会议于03/05/2021举行。", "[2021-03-05, 2021-05-03]", "day or month first, which is not shown"),
    ],
)
def test_the_language_or_other_dates_decide_which_number_is_the_month(language: str, text: str, date: str, basis: str) -> None:
    first = tag(text, PUBLISHED, language=language).timexes[0]
    assert (str(first.date), first.anchor) == (date, basis)
