"""What of mkdocs.yml the command line reads, and what it says of mistakes there."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from timeline.errors import TimelineError
from timeline.settings import Keep, Settings, read

ALL = Settings(Keep(minor=True))


def settings(folder: Path, text: str) -> Settings:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read(folder)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "site_name: x\n",
        "plugins:\n",
        "plugins: [search, timeline]\n",
        "plugins:\n  - timeline\n",
        "plugins:\n  - timeline:\n",
        "plugins:\n  - timeline:\n      keep:\n      articles: all\n",
        "plugins:\n  - timeline: {keep: salient, enabled: !ENV [CI, false]}\n",
        "plugins:\n  - other:\n      keep: all\n",
        "- a list\n",
        "only text\n",
    ],
)
def test_nothing_said_means_the_default(tmp_path: Path, text: str) -> None:
    assert settings(tmp_path, text) == Settings() == Settings(Keep(minor=False, limit=None))


@pytest.mark.parametrize(
    "text",
    [
        "plugins:\n  - search\n  - timeline:\n      keep: all\n",
        "plugins:\n  timeline:\n    keep: 'all'\n",
        "a: &kept\n  keep: all\nplugins: [timeline: *kept]\n",
        "\ufeffplugins:\r\n  - timeline:\r\n      keep: all # of it\r\n",
        "site_url: !ENV URL\nemoji: !!python/name:material.extensions.emoji.twemoji\nx: !relative\nplugins: {timeline: {keep: all}}\n",
    ],
)
def test_what_is_said_counts_whatever_stands_beside_it(tmp_path: Path, text: str) -> None:
    assert settings(tmp_path, text) == ALL


def test_no_file_means_the_default(tmp_path: Path) -> None:
    assert read(tmp_path) == Settings()


def test_settings_come_from_a_file_that_is_inherited(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("INHERIT: base.yml\nplugins: [timeline: {keep: 12}]\n", encoding="utf-8")
    (tmp_path / "site").mkdir()
    assert settings(tmp_path / "site", "INHERIT: ../base.yml\n") == Settings(Keep(limit=12))
    assert settings(tmp_path / "site", "INHERIT: mkdocs.yml\n") == Settings()
    assert settings(tmp_path / "site", "INHERIT: ../base.yml\nplugins: [timeline: {keep: all}]\n") == ALL


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("keep: most", "2:23: keep 'most' says nothing of which events to keep. Write salient, all, or how many at most, such as 50."),
        ("keep: 0", "2:23: keep '0' says nothing of which events to keep. Write salient, all, or how many at most, such as 50."),
        ("keep: -5", "2:23: keep '-5' says nothing of which events to keep. Write salient, all, or how many at most, such as 50."),
        ("keep: true", "2:23: keep 'true' says nothing of which events to keep. Write salient, all, or how many at most, such as 50."),
        ("keep: [all]", "2:23: keep is a list. Write the value here."),
        ("keep: !ENV KEEP", "2:23: keep is read from elsewhere (!ENV). Write the value here."),
        ("kep: all", "2:17: unknown setting 'kep'. Did you mean 'keep'?"),
        ("colour: red", "2:17: unknown setting 'colour'. There are keep, names, contact, articles, editor, history, enabled."),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(TimelineError) as raised:
        settings(tmp_path, f"plugins:\n  - timeline: {{ {text} }}\n")
    assert str(raised.value) == f"mkdocs.yml:{told}"


def test_every_mistake_is_told(tmp_path: Path) -> None:
    with pytest.raises(TimelineError) as raised:
        settings(tmp_path, "plugins:\n  - timeline:\n      keep: 0\n      kip: 1\n")
    assert [problem.line for problem in raised.value.problems] == [3, 4]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"a: [b\n", "mkdocs.yml:1:4: what opens here with ["),
        (b"a: \xff\n", "mkdocs.yml:1:4: byte 0xFF is not UTF-8."),
        (b"plugins: [timeline: [keep]]\n", "mkdocs.yml:1:21: the settings of timeline are a list."),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, text: bytes, told: str) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(text)
    with pytest.raises(TimelineError) as raised:
        read(tmp_path)
    assert str(raised.value).startswith(told)


@pytest.mark.parametrize("value", ["salient", "all", "50", "'50'", "most", "0", "true", "[all]", "1.5"])
def test_mkdocs_takes_and_refuses_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture, value: str) -> None:
    text = f"site_name: x\nplugins:\n  - timeline:\n      keep: {value}\n"
    (tmp_path / "docs").mkdir()
    try:
        settings(tmp_path, text)
    except TimelineError:
        with pytest.raises(Abort):
            load_config(str(tmp_path / "mkdocs.yml"))
        assert "Plugin 'timeline' option 'keep': " in caplog.text
    else:
        load_config(str(tmp_path / "mkdocs.yml"))
