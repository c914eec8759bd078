"""The command line: what a person types.

    adding.py       timeline add                       addresses, files -> articles
    extracting.py   timeline extract                   articles -> events.yaml
    tagging.py      timeline tag                       articles -> temporal expressions
        reading.py, gathering.py, cache.py             one article, many of them, those that were read before
        keeping.py                                     which events are kept
    checking.py     timeline check                     events.yaml -> problems
    exporting.py    timeline export                    events.yaml -> another program's format
    importing.py    timeline import                    another program's file -> events.yaml
    reviewing.py    timeline review                    a person's answers -> events.yaml
        seeing.py, asking.py, patching.py              what is shown, what is answered, and the way back
    taking_down.py  timeline takedown                  an article -> a timeline without it
    starting.py     timeline new                       nothing -> a project
    publishing.py   timeline build, timeline serve     articles and events.yaml -> a website
    telling.py                                         problems, as a person is told of them

A project is the folder that the command is run in: it holds events.yaml, events.lock, mkdocs.yml, seeds/ and docs/.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any, cast

import click

from timeline import __version__
from timeline.cli.telling import problem_of, tell
from timeline.errors import TimelineError

_MODULES = {
    "new": "starting",
    "add": "adding",
    "extract": "extracting",
    "review": "reviewing",
    "check": "checking",
    "build": "publishing",
    "serve": "publishing",
    "export": "exporting",
    "import": "importing",
    "takedown": "taking_down",
    "tag": "tagging",
}
"""The commands in the order in which a person needs them, and the module of this folder that holds each."""


class _Commands(click.Group):
    """Commands, each loaded when it is asked for, for what reads articles takes a while to load. Their problems are told in one
    line each, and the line of a file it is about."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _MODULES:
            return None
        module = import_module(f"timeline.cli.{_MODULES[name]}")
        return cast(click.Command, getattr(module, f"{name}_" if iskeyword(name) else name))

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except TimelineError as error:
            tell(error.problems)
            context.exit(1)
        except BrokenPipeError:  # `timeline tag … | head` has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            context.exit(1)
        except OSError as error:  # a disk that is full, a folder that may not be written to: whatever no stage foresaw
            tell([problem_of(error)])
            context.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="timeline", message="%(prog)s %(version)s")
def main() -> None:
    """Read news articles, find the dated events in them, and publish them as a searchable timeline."""
    for stream in (sys.stdout, sys.stderr):
        # Output is UTF-8 with its line ends as they are, whatever the system and its locale, so that it can be compared and piped.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")  # type: ignore[union-attr]
    if os.environ.get("NO_COLOR"):
        click.get_current_context().color = False
