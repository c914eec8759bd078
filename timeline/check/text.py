"""The bytes of a file as text, and the places in it.

In: bytes. Out: text without its byte order mark, or a `Problem` that says which byte is wrong and how to save the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.errors import Problem, Severity

BOM = b"\xef\xbb\xbf"
_NOT_IN_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_SHOWN_AFTER = 200  # bytes after one that is no text
_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of a text, as an editor counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._last = (0, "")

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def problem(self, path: str, message: str, start: int, end: int = 0, severity: Severity = "error") -> Problem:
        """A problem with what stands from offset `start` to `end`; it is marked as far as its line goes."""
        line, column = self.place(start)
        source = self._line(line)
        begin = self.starts[line - 1]
        end_column = min(max(end, start + 1) - begin, max(len(source), column)) + 1
        return Problem(path, _printable(message), line, column, severity, end_column, source)

    def _line(self, number: int) -> str:
        """The text of a line without its end; the same string where it is asked for again, for a line may be as long as the file."""
        if self._last[0] != number:
            end = self.starts[number] if number < len(self.starts) else len(self.text)
            self._last = (number, self.text[self.starts[number - 1] : end].rstrip("\r\n"))
        return self._last[1]


def decode(data: bytes, path: str) -> str | Problem:
    """The text of `data`, which must be UTF-8, with or without a byte order mark, and hold no control characters."""
    body = data.removeprefix(BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return Problem(path, "the file is UTF-16. Save it as UTF-8.", 1, 1)
        before = body[: error.start].decode("utf-8")
        lines = Lines(before + body[error.start : error.start + _SHOWN_AFTER].decode("utf-8", "replace"))
        return lines.problem(path, f"byte 0x{body[error.start]:02X} is not UTF-8. Save the file as UTF-8.", len(before))
    found = _NOT_IN_YAML.search(text)
    if found:
        advice = " The file may be UTF-16 or damaged: save it as UTF-8." if found[0] == "\0" else " Delete it."
        told = f"an invisible control character, U+{ord(found[0]):04X}, stands here.{advice}"
        return Lines(text).problem(path, told, found.start())
    return text


def shown(value: str) -> str:
    """A value as messages show it: in quotes, on one line, cut where it is long, nothing a terminal would obey."""
    line = _printable(value[:80])
    return f"'{line[:60]}…'" if len(value) > 60 else f"'{line}'"


def _printable(text: str) -> str:
    """A text on one line, with nothing invisible in it."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char.isspace() else f"\\u{ord(char):04x}" for char in text)
