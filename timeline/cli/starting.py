"""`timeline new`: start a project.

In: a folder that does not exist, or holds nothing that would be overwritten. Out: the files of a project in it.
"""

from __future__ import annotations

import importlib.resources
import os
import re
from pathlib import Path

import click

from timeline import store
from timeline.errors import Problem, TimelineError
from timeline.project import SEEDS
from timeline.store.emit import scalar

_NAMES = {
    "workflow.yml": ".github/workflows/publish.yml",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "gitkeep": f"{SEEDS}/.gitkeep",
    "index.md": "docs/index.md",
}
"""Where a file of the package's `project` folder goes; the others keep their names."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")  # what YAML or UTF-8 cannot hold
_MARKS = re.compile(r"[\\`*{}\[\]#]")


@click.command(short_help="Start a project in DIR.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def new(folder: Path) -> None:
    """Start a project in DIR: settings, an empty events.yaml, seeds/ for articles, docs/ for pages of your own."""
    files = {folder / _NAMES.get(name, name): text for name, text in _templates()}
    taken = [path for path in (*files, folder / store.EVENTS) if os.path.lexists(path)]
    if taken:
        raise TimelineError(Problem(path.as_posix(), "is there already. Name another folder, or move it away.") for path in taken)
    title = _title(folder)
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            written = scalar(title) if path.suffix == ".yml" else _as_markdown(title)
            path.write_text(text.replace("SITE NAME", written), encoding="utf-8", newline="\n")
    except OSError as error:
        raise TimelineError(Problem(folder.as_posix(), f"cannot be made: {error.strerror}. Name another folder.")) from None
    store.start(folder)
    click.echo(f"{folder.as_posix()} is ready. Put articles (.txt, .md, .html) into {(folder / 'seeds').as_posix()}, then:")
    if os.path.realpath(folder) != os.path.realpath(os.curdir):
        click.echo(f"  cd {folder.as_posix()}")
    click.echo("  timeline serve")
    click.echo("To get an article from the web: timeline add URL")


def _title(folder: Path) -> str:
    """The name of a folder as the title of its site."""
    title = " ".join(_UNSEEN.sub(" ", os.path.basename(os.path.realpath(folder))).replace("-", " ").replace("_", " ").split())
    return title[:1].upper() + title[1:] or "Timeline"


def _as_markdown(title: str) -> str:
    """Markdown that shows the title as it is."""
    return _MARKS.sub(r"\\\g<0>", title.replace("&", "&amp;").replace("<", "&lt;"))


def _templates() -> list[tuple[str, str]]:
    folder = importlib.resources.files("timeline") / "templates" / "project"
    return sorted((entry.name, entry.read_text(encoding="utf-8")) for entry in folder.iterdir() if entry.is_file())
