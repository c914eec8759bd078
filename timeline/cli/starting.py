"""`timeline new`: start a project.

In: a folder that does not exist, or holds nothing that would be overwritten. Out: the files of a project in it.
"""

from __future__ import annotations

import importlib.resources
from pathlib import Path

import click

from timeline import store
from timeline.errors import Problem, TimelineError
from timeline.project import SEEDS

_NAMES = {
    "workflow.yml": ".github/workflows/publish.yml",
    "gitignore": ".gitignore",
    "seeds.md": "seeds/.about.md",
    "index.md": "docs/index.md",
}
"""Where a file of the package's `project` folder goes; the others keep their names."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def new(folder: Path) -> None:
    """Start a project in DIR: settings, an empty events.yaml, seeds/ for articles, docs/ for pages of your own."""
    files = {folder / _NAMES.get(name, name): text for name, text in _templates()}
    taken = [path for path in (*files, folder / store.EVENTS) if path.exists()]
    if taken:
        raise TimelineError(Problem(path.as_posix(), "is there already. Name another folder, or move it away.") for path in taken)
    title = folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "Timeline"
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("SITE NAME", title.replace('"', "")), encoding="utf-8", newline="\n")
    (folder / SEEDS).mkdir(exist_ok=True)
    store.start(folder)
    click.echo(f"{folder.as_posix()} is ready. Put articles (.txt, .md, .html) into {(folder / 'seeds').as_posix()}, then:")
    if folder.resolve() != Path.cwd():
        click.echo(f"  cd {folder.as_posix()}")
    click.echo("  timeline serve")


def _templates() -> list[tuple[str, str]]:
    folder = importlib.resources.files("timeline") / "templates" / "project"
    return sorted((entry.name, entry.read_text(encoding="utf-8")) for entry in folder.iterdir() if entry.is_file())
