"""What people do to events.yaml, as edits of its text, and what happens to articles: steps of generated scripts.

In: a file's text, or an `Article`. Out: the text after an edit (the same where it cannot be made), or another `Article`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.store.written import DATES
from timeline.edtf import parse
from timeline.model import Source

Draw = Callable[[st.SearchStrategy[Any]], Any]
VOCABULARY = "mayor bridge contract election ministre Brücke Wahl мост выборы γέφυρα 東京 橋 “quoted” o'clock #1 a:b".split()


# Articles


@dataclass(frozen=True)
class Claim:
    """`number` tells it from all others; claims of one `group` tell the same event."""

    number: int
    group: int
    words: tuple[str, ...]
    date: str

    @property
    def quote(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True)
class Article:
    """`version` counts its changes."""

    path: str
    claims: tuple[Claim, ...]
    version: int = 0

    def sources(self) -> list[tuple[Claim, Source]]:
        return [
            (claim, Source(article=self.path, quote=claim.quote, date=parse(claim.date), words=claim.words[-1])) for claim in self.claims
        ]


def claim(draw: Draw, number: int, group: int) -> Claim:
    """A sentence of eight to twelve words, most of which no other has."""
    some = draw(st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=4))
    own = [f"w{number}x{place}" for place in range(draw(st.integers(6, 8)))]
    return Claim(number, group, (*some, *own), draw(DATES))


def reworded(draw: Draw, article: Article) -> Article:
    """One word of a sentence is another, is gone, or is new."""
    at = draw(st.integers(0, len(article.claims) - 1))
    words = list(article.claims[at].words)
    place = draw(st.integers(0, len(words) - 2))
    words[place : place + draw(st.integers(0, 1))] = draw(st.sampled_from([[], [f"v{article.version}"]]))
    claims = list(article.claims)
    claims[at] = replace(claims[at], words=tuple(words))
    return replace(article, claims=tuple(claims), version=article.version + 1)


def renamed(draw: Draw, article: Article) -> Article:
    return replace(article, path=f"seeds/renamed-{article.version}-{article.path.split('/')[1]}", version=article.version + 1)


def with_other_furniture(draw: Draw, article: Article) -> Article:
    return replace(article, version=article.version + 1)


def without_sentence(draw: Draw, article: Article) -> Article:
    at = draw(st.integers(0, len(article.claims) - 1))
    claims = article.claims[:at] + article.claims[at + 1 :]
    return replace(article, claims=claims or article.claims, version=article.version + 1)


ARTICLE_CHANGES: Mapping[str, Callable[[Draw, Article], Article]] = {
    "article: a word changed": reworded,
    "article: renamed": renamed,
    "article: furniture changed": with_other_furniture,
    "article: a sentence deleted": without_sentence,
}


# The file


@dataclass(frozen=True)
class Item:
    """Lines [start, end) of an item of a list, the column of its dash, and the items of its list of sources."""

    start: int
    end: int
    column: int
    sources: tuple[Item, ...] = ()


def lines_of(text: str) -> list[str]:
    return re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+", text)


def items(text: str) -> list[Item]:
    """The events that are written with a line for each key, as PyYAML finds them."""
    root = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)
    events = next(value for key, value in root.value if key.value == "events")
    if not isinstance(events, yaml.SequenceNode) or events.flow_style:
        return []
    lines = lines_of(text)
    found = []
    for node in events.value:
        if (item := _item(lines, node)) is None:
            continue
        sources = next((value for key, value in node.value if key.value == "sources"), None)
        if isinstance(sources, yaml.SequenceNode) and not sources.flow_style:
            inner = [_item(lines, source) for source in sources.value]
            if all(inner):
                item = replace(item, sources=tuple(filter(None, inner)))
        found.append(item)
    return found


def _item(lines: list[str], node: yaml.Node) -> Item | None:
    start = node.start_mark.line
    opening = re.match(r"( *)- +[\w\"']", lines[start].removeprefix("\ufeff"))
    if not opening or not isinstance(node, yaml.MappingNode) or node.flow_style:
        return None
    column = len(opening[1])
    end = start + 1
    while end < len(lines):
        bare = lines[end].strip(" \t\r\n")
        if bare and not bare.startswith("#") and len(lines[end]) - len(lines[end].lstrip(" ")) <= column:
            break
        end += 1
    return Item(start, end, column)


def _chosen(draw: Draw, text: str) -> Item | None:
    found = items(text)
    return draw(st.sampled_from(found)) if found else None


def _newline(text: str) -> str:
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"


def _ended(lines: list[str], newline: str) -> list[str]:
    return [line if line.endswith(("\n", "\r")) else line + newline for line in lines]


def _spliced(text: str, start: int, end: int, new: list[str], at: int | None = None) -> str:
    """The text with other lines in a range, or with the range taken out and `new` put in before the line `at`."""
    lines = _ended(lines_of(text), _newline(text))
    if at is None:
        return "".join([*lines[:start], *new, *lines[end:]])
    if at >= end:
        return "".join([*lines[:start], *lines[end:at], *new, *lines[at:]])
    return "".join([*lines[:at], *new, *lines[at:start], *lines[end:]])


def delete_event(draw: Draw, text: str) -> str:
    item = _chosen(draw, text)
    return _spliced(text, item.start, item.end, []) if item else text


def comment_out(draw: Draw, text: str) -> str:
    item = _chosen(draw, text)
    return (
        _spliced(text, item.start, item.end, [f"# {line}" for line in _ended(lines_of(text)[item.start : item.end], _newline(text))])
        if item
        else text
    )


def move_event(draw: Draw, text: str) -> str:
    one, other = _chosen(draw, text), _chosen(draw, text)
    if not one or not other or one == other:
        return text
    return _spliced(text, one.start, one.end, _ended(lines_of(text), _newline(text))[one.start : one.end], other.start)


def set_field(name: str, values: st.SearchStrategy[str]) -> Callable[[Draw, str], str]:
    def edit(draw: Draw, text: str) -> str:
        item = _chosen(draw, text)
        if not item:
            return text
        lines = _ended(lines_of(text), _newline(text))
        for number in range(item.start, item.end):
            found = re.match(rf"( +(?:- +)?{name}: *)[^ |>&\r\n][^\r\n]*", lines[number])
            if found and len(found[1]) - len(name) - 2 <= item.column + 4:
                return _spliced(text, number, number + 1, [found[1] + draw(values) + lines[number][found.end() :]])
        return text

    return edit


def delete_source(draw: Draw, text: str) -> str:
    item = _chosen(draw, text)
    if not item or len(item.sources) < 2:
        return text
    source = draw(st.sampled_from(item.sources))
    return _spliced(text, source.start, source.end, [])


def move_source(draw: Draw, text: str) -> str:
    """Merging and splitting, step by step."""
    one, other = _chosen(draw, text), _chosen(draw, text)
    if not one or not other or one == other or len(one.sources) < 2 or not other.sources:
        return text
    source = draw(st.sampled_from(one.sources))
    place = other.sources[0]
    lines = _ended(lines_of(text), _newline(text))[source.start : source.end]
    shift = place.column - source.column
    moved = [" " * shift + line if shift >= 0 else line[min(-shift, len(line) - len(line.lstrip(" "))) :] for line in lines]
    return _spliced(text, source.start, source.end, moved, place.start)


def split_event(draw: Draw, text: str) -> str:
    item = _chosen(draw, text)
    if not item or len(item.sources) < 2:
        return text
    source = item.sources[-1]
    newline, indent = _newline(text), " " * item.column
    opening = [f"{indent}- id: split-{len(text)}", f"{indent}  date: 2018", f"{indent}  title: Split", f"{indent}  sources:"]
    lines = _ended(lines_of(text), newline)[source.start : source.end]
    margin = item.column + 4 - source.column
    moved = [" " * margin + line if margin >= 0 else line[min(-margin, len(line) - len(line.lstrip(" "))) :] for line in lines]
    return _spliced(text, source.start, source.end, [line + newline for line in opening] + moved, item.end)


def merge_events(draw: Draw, text: str) -> str:
    one, other = _chosen(draw, text), _chosen(draw, text)
    if not one or not other or one == other or not one.sources or not other.sources:
        return text
    lines = _ended(lines_of(text), _newline(text))
    shift = other.sources[0].column - one.sources[0].column
    moved = [
        " " * shift + line if shift >= 0 else line[min(-shift, len(line) - len(line.lstrip(" "))) :]
        for source in one.sources
        for line in lines[source.start : source.end]
    ]
    return _spliced(text, one.start, one.end, moved, other.sources[0].start)


def requote(draw: Draw, text: str) -> str:
    """A plain value in quotes or folded."""
    lines = _ended(lines_of(text), _newline(text))
    plain = [number for number, line in enumerate(lines) if re.match(r" +(?:- )?(?:title|quote): [\w][^#:\r\n]*[\r\n]", line)]
    if not plain:
        return text
    number = draw(st.sampled_from(plain))
    key, _, value = lines[number].rstrip("\r\n").partition(": ")
    value = value.rstrip()
    inner = " " * (len(key) - len(key.lstrip(" -")) + 2)
    newline = _newline(text)
    single = "'" + value.replace("'", "''") + "'"
    double = '"' + value.replace('"', '\\"') + '"'
    folded = f"{draw(st.sampled_from(['>-', '|', '>']))}{newline}{inner}{value}"
    written = draw(st.sampled_from([single, f"{single}   # as it stood", double, folded]))
    return _spliced(text, number, number + 1, [f"{key}: {written}{newline}"])


def add_line(draw: Draw, text: str) -> str:
    """A comment, a blank line, or a tab, anywhere between two lines of an event."""
    item = _chosen(draw, text)
    if not item:
        return text
    at = draw(st.integers(item.start, item.end))
    line = draw(st.sampled_from(["", "   ", "# note", "      # deep 東京 😀", "\t", "#\ta tab", "# - id: old"]))
    return _spliced(text, at, at, [line + _newline(text)])


def add_own_key(draw: Draw, text: str) -> str:
    item = _chosen(draw, text)
    if not item:
        return text
    lines = _ended(lines_of(text), _newline(text))
    opening = re.match(r" *- +", lines[item.start].removeprefix("\ufeff"))
    assert opening
    if item.start == 0 and lines[0].startswith("\ufeff"):
        return text
    value = draw(st.sampled_from(["no", "12:30", "{a: [1, {b: c}]}", "[x, 'y: z']", "", "~", "2018"]))
    rest = lines[item.start][len(opening[0]) :]
    return _spliced(text, item.start, item.start + 1, [f"{opening[0]}x-{len(text)}: {value}{_newline(text)}", " " * len(opening[0]) + rest])


def with_newlines(newline: str) -> Callable[[Draw, str], str]:
    return lambda draw, text: re.sub(r"\r\n|\n|\r", newline, text)


TEXT_EDITS: Mapping[str, Callable[[Draw, str], str]] = {
    "delete an event": delete_event,
    "comment an event out": comment_out,
    "move an event": move_event,
    "set a status": set_field("status", st.sampled_from(["rejected", "reviewed", "proposed"])),
    "set a date": set_field("date", DATES.map("'{}'".format)),
    "set a title": set_field("title", st.sampled_from(["Mine", '"Mine: a title"', "'It''s mine'", "東京 😀"])),
    "set an id": set_field("id", st.integers(0, 10**6).map("id-{}".format)),
    "delete a source": delete_source,
    "move a source": move_source,
    "split an event": split_event,
    "merge two events": merge_events,
    "quote in another way": requote,
    "add a line": add_line,
    "add a key": add_own_key,
    "Windows line ends": with_newlines("\r\n"),
    "Unix line ends": with_newlines("\n"),
    "byte order mark": lambda draw, text: text if text.startswith("\ufeff") else "\ufeff" + text,
    "no final line end": lambda draw, text: text.rstrip("\r\n"),
    "a final line more": lambda draw, text: text + _newline(text) * 2,
}
