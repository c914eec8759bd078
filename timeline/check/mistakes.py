"""The YAML parser's complaints in plain words.

In: the text and the parser's error. Out: the offset of the likely mistake, a message that says what to write, and where the mistake
ends (0: it is one character; it is marked no further than its line). The parser says what it could not do; what the person did is read
from the line it happened on.
"""

from __future__ import annotations

import re

import yaml

from timeline.check.fields import EVENT, FILE, IMAGE, SOURCE

Explained = tuple[int, str, int]

_LINES_ABOVE = 50  # as far as an open quote is looked for
_KEYS = {field.name for fields in (FILE, EVENT, SOURCE, IMAGE) for field in fields}
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.M)
_GLUED = re.compile(r"[ ]*(?:- )?(\w+):(?!//)(\S.*)")
_QUOTED_KEY = re.compile(r"[ -]*([\w-]+):[ \t]+(['\"])")


def conflict(text: str) -> Explained | None:
    """Where a version control system left two versions of the file side by side."""
    found = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None  # which is faster than the search
    told = "two versions of the file stand side by side (a git conflict). Keep one and delete the marked lines."
    return found and (found.start(), told, found.end())


def explain(text: str, error: yaml.MarkedYAMLError) -> Explained:
    """The place and the plain words of one error of the parser."""
    offset = error.problem_mark.index if error.problem_mark else 0
    context = error.context_mark.index if error.context_mark else offset
    to_the_end = len(text)  # of the line
    problem, doing, char = error.problem or "", error.context or "", text[offset : offset + 1]
    if (char == "\t" and "token" in problem) or "tab character" in problem:
        return offset, "a tab stands at the beginning of the line. Indent with spaces.", 0
    if "mapping values are not allowed" in problem:
        return _colon(text, offset)
    if "cannot start any token" in problem:
        return offset, f"text cannot begin with {char}. Put it in quotes: {_in_quotes(text, offset)}", 0
    if "scanning an alias" in doing or "scanning an anchor" in doing or "tag" in problem + doing:
        told = f"text that begins with {text[context]} means something else in YAML. Put it in quotes: {_in_quotes(text, context)}"
        return context, told, to_the_end
    if "unexpected end of stream" in problem:
        told = f"a quote {text[context]} opens here and is never closed. Close it, or write the text without quotes."
        return context, told, to_the_end
    if "block scalar" in doing:
        return context, f"text cannot begin with {text[context]}. Put it in quotes: {_in_quotes(text, context)}", 0
    if "escape" in problem or "hexadecimal" in problem:
        return offset, "a backslash between double quotes begins a code such as \\n. Write it twice, \\\\, or use single quotes.", 0
    if "could not find expected ':'" in problem:
        return context, _no_colon(text, context), to_the_end
    if "flow sequence" in doing or "flow mapping" in doing:
        opening = text[context]
        closing = "]" if opening == "[" else "}"
        told = f"what opens here with {opening} is not closed with {closing}, or a comma between two values is missing."
        return context, told, to_the_end
    if "are not allowed" in problem:
        return offset, f"text cannot begin with '{char} '. Put it in quotes: {_in_quotes(text, offset)}", 0
    return _structure(text, offset, char)


def _colon(text: str, offset: int) -> Explained:
    start, line = _line(text, offset)
    before = line[: offset - start]
    above = text[:start].rstrip()
    for begin, other in ((start, before), (above.rfind("\n") + 1, above[above.rfind("\n") + 1 :])):
        glued = _GLUED.match(other)
        if glued and glued[1] in _KEYS:
            told = f"no space after '{glued[1]}:'. Write '{glued[1]}: {glued[2][:60]}'."
            return begin + glued.start(1), told, begin + glued.start(2)
    key = before.strip().removeprefix("- ").strip()
    if key in _KEYS:
        place = start + len(before) - len(before.lstrip())
        told = f"'{key}' is indented further than the line above allows. Begin it in the column of the other keys beside it."
        return place, told, place + len(key)
    value = re.match(r"[ ]*(?:- )*(?:[\w-]+:[ \t]+)", line)
    if not value or value.end() > len(before):
        told = "a colon and a space within text that is not in quotes. Put the whole text in quotes, from where it begins above."
        return offset, told, 0
    curly = re.fullmatch(r"[“„‘«](.*)[”“’»]\s*", line[value.end() :])
    if curly and '"' not in curly[1]:
        return offset, f'a colon and a space within text that is in curly quotes. Use straight ones: "{_shortened(curly[1])}"', 0
    written = _in_quotes(text, start + value.end())
    return offset, f"a colon and a space within text that is not in quotes. Put the text in quotes: {written}", 0


def _no_colon(text: str, offset: int) -> str:
    _, line = _line(text, offset)
    glued = _GLUED.match(line)
    if glued and glued[1] in _KEYS:
        return f"no space after '{glued[1]}:'. Write '{glued[1]}: {glued[2][:60]}'."
    word = line.strip().removeprefix("- ").strip()
    if word in _KEYS:
        return f"no colon after '{word}'. Write '{word}: ' and then the value."
    return "this line is neither 'key: value' nor part of the text above. Indent it further than the key above, or delete it."


def _structure(text: str, offset: int, char: str) -> Explained:
    start, line = _line(text, offset)
    if not text[start:offset].strip(" -"):
        if line[offset - start :].startswith("-") and not re.match(r"-(\s|$)", line[offset - start :]):
            return offset, "no space after '-'. Write '- ' and then the key.", 0
        told = "this line is indented differently from the lines it belongs to. Begin it in the same column as they do."
        return offset, told, len(text)
    opened = _opened_above(text, start)
    if opened is not None:
        told = f"a quote {text[opened]} opens here and is not closed in this line. Close it, or write the text without quotes."
        return opened, told, len(text)
    quoted = _QUOTED_KEY.match(line)
    if quoted and quoted.end() <= offset - start:
        told = f"the text ended at the {quoted[2]} before this. {_requoted(line[quoted.start(2) :].rstrip(), text[offset - 1])}"
        return offset, told, len(text)
    bracket = re.search(r"[\[{]", line[: offset - start])
    if bracket and line[: offset - start].rstrip().endswith(("]", "}")):
        begin = start + bracket.start()
        return begin, f"text cannot begin with {text[begin]}. Put it in quotes: {_in_quotes(text, begin)}", len(text)
    if char == "%":
        return offset, "a line cannot begin with %. Delete it.", 0
    if char and char in ",]}":
        return offset, f"text cannot begin with {char}. Put it in quotes: {_in_quotes(text, offset)}", 0
    return offset, "nothing more was expected here. Check the quotes and the indentation of this line and the one above.", 0


def _requoted(value: str, before: str) -> str:
    """What to write where a quote within a text in quotes ended it; `before` is what stands before the rest."""
    mark = value[0]
    other, name = ("'", "single") if mark == '"' else ('"', "double")
    inner = value[1:-1] if before == mark and value.endswith(mark) and len(value) > 2 else value  # "He said "no"", not "A" and "B"
    if other in inner or "\\" in inner:
        return f"Write {chr(39) * 2 if mark == chr(39) else chr(92) + mark} where it belongs to the text."
    return f"Put the whole text in {name} quotes: {other}{_shortened(inner)}{other}"


def _opened_above(text: str, start: int) -> int | None:
    """Where a quote opens in one of the few lines above and is not closed there."""
    for _ in range(_LINES_ABOVE):
        if not start:
            return None
        start, line = _line(text, start - 1)
        quoted = _QUOTED_KEY.match(line)
        if quoted and line.count(quoted[2], quoted.start(2)) % 2:
            return start + quoted.start(2)
    return None


def _line(text: str, offset: int) -> tuple[int, str]:
    """The start and the text of the line that holds an offset."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return start, re.compile(r"[^\r\n]*").match(text, start)[0]  # type: ignore[index]


def _in_quotes(text: str, offset: int) -> str:
    """What stands from `offset` to the end of its line, in quotes."""
    start, line = _line(text, offset)
    value = _shortened(line[offset - start :].strip())
    return f"'{value}'" if '"' in value and "'" not in value else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shortened(value: str) -> str:
    return value if len(value) <= 60 else value[:59] + "…"
