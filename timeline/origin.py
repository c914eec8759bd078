"""Addresses that lead to a line of events.yaml: in an editor on this machine, and in its repository on the web.

In: what mkdocs.yml says of the editor and of the repository, and where the file lies. Out: for each line its address.

    editor(template, path)                             vscode://file//home/ada/news/events.yaml:12:5
    repository(repo_url, edit_uri, docs, prefix)       https://github.com/ada/news/blob/main/events.yaml#L12
"""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, urlsplit

from timeline.check.text import Lines
from timeline.model import Event
from timeline.store import EVENTS

EDITORS = {
    "vscode": "vscode://file/{path}:{line}:{column}",
    "vscodium": "vscodium://file/{path}:{line}:{column}",
    "cursor": "cursor://file/{path}:{line}:{column}",
    "pycharm": "pycharm://open?file={path}&line={line}&column={column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "none": "",
}
"""The addresses that editors answer to, by name; `none` has none."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S*")
_FIELD = re.compile(r"\{[^{}]*\}")
_KNOWN_FIELDS = {"{path}", "{line}", "{column}"}
_HEAD = {"github.com": "blob/HEAD/{}", "gitlab.com": "-/blob/HEAD/{}", "bitbucket.org": "src/HEAD/{}"}
"""Where the main branch is, whatever its name: for who names no edit_uri."""
_FORM = re.compile(r"(?P<form>-/(?:edit|blob|tree|raw)|_edit|src/branch|edit|blob|tree|raw|src)/(?P<rest>[^?#]+)")


def parse_editor(text: str) -> str:
    """The template of the setting `editor`: an editor's name, or an address with {path}, {line} and {column}. Raises ValueError,
    with what was found and what to write."""
    if text in EDITORS:
        return EDITORS[text]
    if not _ADDRESS.fullmatch(text) or "{path}" not in text or not _KNOWN_FIELDS.issuperset(_FIELD.findall(text)):
        names = ", ".join(EDITORS)
        raise ValueError(f"'{text}' is no editor that is known, nor its address. Write {names}, or such as {EDITORS['vscode']}")
    return text


def places(text: str, events: Iterable[Event]) -> dict[str, tuple[int, int]]:
    """The line and column in which each event begins, by id."""
    starts = Lines(text).starts
    held = {}
    for event in events:
        first = starts[event.line - 1]
        held[event.id] = (event.line, next(column for column in itertools.count(1) if text[first + column - 1] not in " -"))
    return held


def editor(template: str, path: str) -> Callable[[int, int], str] | None:
    """Addresses that open `path` (absolute, with forward slashes) in the editor, by line and column; None where it has none."""
    if not template:
        return None
    held = template.replace("{path}", quote(path, safe="/:"))
    return lambda line, column: held.replace("{line}", str(line)).replace("{column}", str(column))


def repository(repo_url: str, edit_uri: str | None, docs: str, prefix: str | None) -> Callable[[int], str] | None:
    """Addresses of the lines of events.yaml in its repository on the web, or None where their form is not known.

    `repo_url` and `edit_uri` are MkDocs' (None: mkdocs.yml does not name it, and the main branch is meant). `docs` is the folder of
    pages, from that of the project; `prefix` the folder of the project in the repository ("" or "news/"), None where that is not
    known and `edit_uri` alone tells it.
    """
    scheme, host = urlsplit(repo_url.lower())[:2]
    if edit_uri is None:
        edit_uri = _HEAD.get(host, "").format(posixpath.normpath((prefix or "") + docs))
    found = _FORM.fullmatch(edit_uri.strip("/"))
    if not found or not host or scheme not in ("http", "https"):
        return None
    form = _form(found["form"], host)
    if not form:
        return None
    branch, path = _branch_and_path(found["rest"], docs, prefix)
    held = f"{repo_url.rstrip('/')}/{form.format(branch=branch, path=quote(path))}"
    return lambda line: f"{held}{line}"


def _form(form: str, host: str) -> str:
    """The address of a line as the forge writes it that has pages of this form; "" where there is none."""
    if form.startswith("-/") or "gitlab" in host:
        return "-/blob/{branch}/{path}#L"
    if form in ("_edit", "src/branch"):
        return "src/branch/{branch}/{path}#L"  # Forgejo, Gitea
    if form == "src":
        return "src/{branch}/{path}#lines-" if "bitbucket" in host else ""
    return "blob/{branch}/{path}#L"


def _branch_and_path(rest: str, docs: str, prefix: str | None) -> tuple[str, str]:
    """The branch, and the path of events.yaml in the repository, from `main/news/docs`. A branch may hold a slash, where it is
    known what follows it."""
    pages = posixpath.normpath((prefix or "") + docs)
    if prefix is not None and rest.endswith(f"/{pages}"):
        return rest.removesuffix(f"/{pages}"), prefix + EVENTS
    branch, _, folder = rest.partition("/")
    if prefix is None:
        prefix = posixpath.join(posixpath.normpath(posixpath.join(folder, posixpath.relpath(".", docs))), "").removeprefix("./")
    return branch, prefix + EVENTS
