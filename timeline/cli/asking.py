"""What a person answers.

In: a prompt. Out: a key, or a line. Where both ends are terminals, a key counts as it is pressed; elsewhere (a pipe, a terminal that
calls itself dumb) a line is read, of which the first word is the key. Raises EOFError where no more comes, KeyboardInterrupt for Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections import deque

import click

_NO_KEY = "\x1b"
"""Stands for arrows and other keys that send several characters."""


class Answers:
    """The answers of one person. Keys that are pressed before they are asked for are kept."""

    def __init__(self) -> None:
        self._at_once = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        self._ahead: deque[str] = deque()

    def key(self, prompt: str) -> tuple[str, str]:
        """The key, and what stands after it in its line."""
        if not self._at_once:
            first, _, rest = self.line(prompt).partition(" ")
            return first, rest.strip()
        click.echo(prompt, nl=False)
        if not self._ahead:
            pressed = click.getchar()
            self._ahead.extend([_NO_KEY] if pressed[0] in "\x1b\x00\xe0" else pressed)
        key = self._ahead.popleft()
        click.echo(key if key.isprintable() else "")
        if key == "\x03":
            raise KeyboardInterrupt
        if key == "\x04":
            raise EOFError
        return key.strip(), ""

    def line(self, prompt: str) -> str:
        """A line, without the space around it."""
        click.echo(prompt, nl=False)
        begun = "".join(self._ahead)
        self._ahead.clear()
        click.echo(begun, nl=False)
        line = begun if begun.endswith(("\r", "\n")) else begun + sys.stdin.readline()
        if not line:
            raise EOFError
        if not sys.stdin.isatty():  # which shows what is typed by itself
            click.echo(line.rstrip("\r\n"))
        return line.strip()
