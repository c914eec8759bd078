"""events.yaml as people write it: files with everything that YAML allows, for tests of what is done to them."""

from __future__ import annotations

import itertools
import re

from hypothesis import strategies as st

from timeline.edtf import parse, sort_key
from timeline.model import Source

WORDS = st.text(st.sampled_from(list("ab é東😀’“\"'#:-[]{}&*!|>%@\\,.?1")), min_size=1, max_size=14).map(str.strip).filter(bool)
DATES = st.sampled_from(["2016", "2017-05", "2018-08-04", "2018-10-25", "[2018-10-25..2018-11-11]", "../2018-04", "2019~", "-0043"])
SOURCES = st.builds(
    lambda number, quote, date, words: Source(article=f"seeds/{number}.txt", quote=quote, date=parse(date), words=words),
    st.integers(0, 9),
    WORDS,
    DATES,
    WORDS,
)


# Files as people write them


def quoted(draw: st.DrawFn, text: str, indent: str) -> str:
    """The text in one of the ways in which YAML writes it, as the value of a key."""
    single = "'" + text.replace("'", "''") + "'"
    double = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    folded = f"{draw(st.sampled_from('|>'))}{draw(st.sampled_from(['', '-', '+']))}\n{indent}  {text}\n{indent}  {text}"
    if draw(st.booleans()):
        folded += "\n" * draw(st.integers(0, 2))
    more = f"\n{indent}  that goes on"
    wide = f"|\n{indent}  東京 😀\n{indent}  \ttab"
    ways = [single, double, folded, f"{double}   # {text}\tand a tab", f"&a0 {single}", f"plain text{more}"]
    double_lines = double[:-1] + f'\\{more} \\u6771\t\\U0001F600"'
    ways += [single[:-1] + f"{more}'", double_lines, f"!!str {double}", wide]
    return draw(st.sampled_from(ways))


def comments(draw: st.DrawFn, indent: str) -> str:
    """Nothing, blank lines, or comments at any depth."""
    lines = draw(
        st.lists(
            st.sampled_from(["", "  ", f"{indent}# note", "# left\t東京 😀", f"{indent}      # deep", f"{indent}# - id: old", "#"]),
            max_size=3,
        )
    )
    return "".join(line + "\n" for line in lines) if draw(st.integers(0, 3)) == 0 else ""


def event(draw: st.DrawFn, number: int, date: str, column: int, width: int, anchor: bool) -> str:
    """One event as an item of a list with its dashes in `column`."""
    indent = " " * (column + width)
    fields = {
        "id": f"old-{number}",
        "date": draw(st.sampled_from(['"{}"', "'{}'"])).format(date),
        "title": quoted(draw, draw(WORDS), indent),
    }
    optional = {
        "summary": quoted(draw, draw(WORDS), indent),
        "people": draw(
            st.sampled_from(["[no, 'a: b']", "", f"\n{indent}- no\n{indent}- x # y", f"\n{indent}    - a", "*shared" if anchor else "[]"])
        ),
        "status": draw(st.sampled_from(["rejected", "proposed", "'reviewed'"])),
        "importance": "0.5",
        "x-own": draw(
            st.sampled_from(
                ["{a: [1, 2, {b: c}]}", "12:30", f"\n{indent}  deep:\n{indent}    - - er", "", "~", "!!int 3", "&k0 [a]", '"no\\t: \'a"']
            )
        ),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(optional)), unique=True, max_size=4))
    fields |= {name: optional[name] for name in chosen}
    source = draw(st.integers(0, 4))
    if source == 1:
        gap = " " * draw(st.integers(0, 4))
        item = f"{indent}{gap}- article: seeds/{number}.txt\n{indent}{gap}  quote: {quoted(draw, draw(WORDS), indent + gap + '  ')}\n"
        fields["sources"] = "\n" + (item * draw(st.integers(1, 2))).rstrip("\n")
    elif source == 2:
        fields["sources"] = draw(st.sampled_from(["[]", "[{article: a.txt}]", "", "~", " # none"]))
    order = draw(st.permutations(sorted(fields)))
    written = {name: draw(st.sampled_from([name, name, name, f"'{name}'", f'"{name}"'])) for name in order}
    lines = [
        f"{written[name]}:{'' if fields[name].startswith((chr(10), ' #')) or not fields[name] else ' '}{fields[name]}" for name in order
    ]
    if draw(st.integers(0, 9)) == 0 and "*shared" not in fields.values():
        return f"{' ' * column}-{' ' * (width - 1)}{{id: old-{number}, date: '{date}', title: T, tags: [a]}}\n"
    opening = " " * column + "-" + " " * (width - 1)
    if draw(st.integers(0, 7)) == 0:
        opening = f"{' ' * column}-{draw(st.sampled_from(['', ' # odd', ' &e0 ']))}\n{comments(draw, indent)}{indent}"
    return opening + (f"\n{indent}").join(lines) + "\n"


@st.composite
def files(draw: st.DrawFn) -> str:
    """A valid events.yaml."""
    column, width = draw(st.integers(0, 4)), draw(st.integers(2, 4))
    dates = draw(st.lists(DATES, max_size=draw(st.sampled_from([2, 8]))))
    order = draw(st.sampled_from(["up", "down", "any"]))
    if order != "any":
        dates.sort(key=lambda date: sort_key(parse(date)), reverse=order == "down")
    anchor = draw(st.booleans())
    text = comments(draw, "") + draw(st.sampled_from(["", "---\n", "version: 1\n", "%YAML 1.1\n---\n"]))
    text += "x-shared: &shared [one, two]\n" if anchor else ""
    text += draw(st.sampled_from(["events:\n", "events:   # all of them\n", '"events":\n', "events: \n"])) if dates else "events:\n"
    for number, date in enumerate(dates):
        text += comments(draw, " " * column) + event(draw, number, date, column, width, anchor)
    text += comments(draw, "") + draw(
        st.sampled_from(["", "", "x-more:\n  - a\n", "# the end\n", "...\n", "version: '1'\n" if "version" not in text else ""])
    )
    if draw(st.integers(0, 3)) == 0:
        text = text.rstrip("\n")
    numbers = itertools.count()
    text = re.sub(r"&[ake]\d+ ", lambda _: f"&a{next(numbers)} ", text)  # PyYAML takes each anchor once
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
