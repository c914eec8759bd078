"""Names by a spaCy model: a pipeline made here from rules, so that nothing is downloaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from timeline.errors import TimelineError
from timeline.model import Article, Name
from timeline.names import find, prepare
from timeline.sentences import split

RULES = [
    {"label": "PERSON", "pattern": "Oyelaran Quist"},
    {"label": "PERSON", "pattern": "President Quist"},
    {"label": "ORG", "pattern": "the Glimmer"},
    {"label": "GPE", "pattern": "Norberg"},
    {"label": "ORG", "pattern": "Victoria"},
    {"label": "DATE", "pattern": "Friday"},
]


def made(folder: Path, language: str = "en") -> str:
    pipeline = spacy.blank(language)
    pipeline.add_pipe("entity_ruler").add_patterns(RULES)
    pipeline.to_disk(folder)
    return str(folder)


def found(text: str, model: str, language: str = "en") -> list[tuple[str, str]]:
    article = Article("a.txt", text, language=language)
    names: tuple[Name, ...] = find(article, split(article), model)
    return [(name.kind, name.name) for name in names]


TEXT = "Oyelaran Quist left the Glimmer on Friday. President Quist praised Anna Lind of Victoria."


def test_a_model_finds_what_the_rules_do_not_and_corrects_them(tmp_path: Path) -> None:
    alone = found(TEXT, "")
    assert ("person", "Oyelaran Quist") not in alone
    assert found(TEXT, made(tmp_path / "model")) == [
        ("person", "Oyelaran Quist"),
        ("organisation", "Glimmer"),
        ("person", "Oyelaran Quist"),
        ("person", "Anna Lind"),
        ("organisation", "Victoria"),
    ]


def test_a_model_reads_its_own_language_alone(tmp_path: Path) -> None:
    german = made(tmp_path / "model", "de")
    text = "Oyelaran Quist besuchte am Freitag Norberg."
    assert found(text, german, "de") == [("person", "Oyelaran Quist"), ("place", "Norberg")]
    assert found(text, german, "fr") == []
    assert found(TEXT, german) == found(TEXT, "")


def test_a_model_has_a_version(tmp_path: Path) -> None:
    assert prepare("") == ""
    model = made(tmp_path / "model")
    assert prepare(model).startswith(model)
    assert prepare(model)[len(model) :].strip()


def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(
        TimelineError, match=r"'xx_no_such_model', which is not installed\. Write: python -m spacy download xx_no_such_model"
    ):
        prepare("xx_no_such_model")
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(TimelineError, match="which finds no names"):
        prepare(str(tmp_path / "empty"))
    (tmp_path / "broken").mkdir()
    with pytest.raises(TimelineError, match="names"):
        prepare(str(tmp_path / "broken"))
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(TimelineError, match=r"spaCy is not installed. Write: pip install 'news-timeline\[spacy\]'"):
        prepare("another")


def test_the_setting_names_the_model(tmp_path: Path) -> None:
    def extract() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "timeline", "extract"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")

    (tmp_path / "seeds").mkdir()
    text = "---\npublished: 2021-03-12\n---\nOyelaran Quist opened the bridge of Norberg on 10 March 2021.\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - timeline: {names: nothing_of_this_name, keep: all}\n", encoding="utf-8")
    run = extract()
    assert run.returncode == 1
    assert "nothing_of_this_name" in run.stderr and "Traceback" not in run.stderr
    made(tmp_path / "model")
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - timeline: {names: ./model, keep: all}\n", encoding="utf-8")
    run = extract()
    assert run.returncode == 0, run.stderr
    assert "people: [Oyelaran Quist]\n    places: [Norberg]" in (tmp_path / "events.yaml").read_text(encoding="utf-8")
