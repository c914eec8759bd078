"""The bytes of a file as text, and the places in it.

In: bytes. Out: text without its byte order mark, or a `Problem` that says which byte is wrong and how to save the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.errors import Problem

BOM = b"\xef\xbb\xbf"
_NOT_IN_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of a text, as an editor counts them."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def decode(data: bytes, path: str) -> str | Problem:
    """The text of `data`, which must be UTF-8, with or without a byte order mark, and hold no control characters."""
    body = data.removeprefix(BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return Problem(path, "the file is UTF-16. Save it as UTF-8.", 1, 1)
        line, column = Lines(before := body[: error.start].decode("utf-8")).place(len(before))
        return Problem(path, f"byte 0x{body[error.start]:02X} is not UTF-8. Save the file as UTF-8.", line, column)
    found = _NOT_IN_YAML.search(text)
    if found:
        line, column = Lines(text[: found.start()]).place(found.start())
        advice = " The file may be UTF-16 or damaged: save it as UTF-8." if found[0] == "\0" else " Delete it."
        return Problem(path, f"an invisible control character, U+{ord(found[0]):04X}, stands here.{advice}", line, column)
    return text


def shown(value: str) -> str:
    """A value as messages show it: in quotes, on one line, cut where it is long, nothing a terminal would obey."""
    line = "".join(char if char.isprintable() else " " if char.isspace() else f"\\u{ord(char):04x}" for char in value[:80])
    return f"'{line[:60]}…'" if len(value) > 60 else f"'{line}'"
