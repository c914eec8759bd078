"""What a person answers.

In: a prompt. Out: a key, a line, or a text as it was edited. Where both ends are terminals, a key counts as it is pressed; elsewhere
(a pipe, a terminal that calls itself dumb) a line is read, of which the first word is the key. Raises EOFError where no more comes,
KeyboardInterrupt for Ctrl-C.
"""

from __future__ import annotations

import os
import sys

import click

from timeline.cli.telling import say


class Answers:
    """The answers of one person. What is typed before it is asked for is no answer, for nobody has seen the question."""

    def __init__(self) -> None:
        self._at_once = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"

    def key(self, prompt: str) -> tuple[str, str]:
        """The key, and what stands after it in its line. A key that sends several characters, such as an arrow, is ""."""
        if not self._at_once:
            first, _, rest = self.line(prompt).partition(" ")
            return first, rest.strip()
        click.echo(prompt, nl=False)
        pressed = click.getchar()
        key = pressed if len(pressed) == 1 and pressed.isprintable() else ""
        click.echo(key)
        return key, ""

    def line(self, prompt: str) -> str:
        """A line, without the space around it."""
        click.echo(prompt, nl=False)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if not sys.stdin.isatty():  # which shows what is typed by itself
            click.echo(line.rstrip("\r\n"))
        return line.strip()


def in_editor(text: str) -> str:
    """What a person made of a text in an editor ($VISUAL or $EDITOR), "" where nothing was saved."""
    try:
        return click.edit(text, extension=".yaml") or ""
    except click.ClickException as error:
        say(f"{error.format_message()} Set EDITOR to one that runs, such as: export EDITOR=nano")
    except UnicodeDecodeError:
        say("The editor did not save UTF-8.")
    return ""
