"""The MkDocs plugin `timeline`: events.yaml becomes pages of the site, in memory.

In: a project's settings, its events.yaml and its articles. Out: generated files and pages in MkDocs; no source file is
written, so serving cannot loop. What the pages hold is decided in `timeline.pages`, which knows no MkDocs:

    on_config     settings are checked, styles and script join the site's
    on_pre_build  events are read and checked
    on_files      articles are read, pages rendered and added
    on_nav        the index pages join the navigation, unless mkdocs.yml says what it holds
    on_env        the search learns what our pages hold
    on_page_…     the overview is filled in, mistakes in events.yaml are told
    on_serve      events.yaml and the articles are watched

While serving, a mistake in events.yaml is told in the terminal and on every page, and the last good events stay up.
"""

from __future__ import annotations

import logging
import os
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from timeline import check, origin
from timeline.counting import count
from timeline.errors import Problem, TimelineError
from timeline.excerpt import in_lines
from timeline.generated import GeneratedPage, search_entry
from timeline.history import History, Past, git
from timeline.model import Event
from timeline.pages import CHANGES, Link, Rendered, Site, mistakes, render
from timeline.plugin_settings import TimelineConfig
from timeline.project import EXTRACTED, SEEDS, Library, Pictures, visible, waiting
from timeline.store import EVENTS

log = logging.getLogger("mkdocs.plugins.timeline")  # messages open with a place, so no name goes before them

_HERE = Path(__file__).parent
_STYLE, _SCRIPT = "assets/timeline.css", "assets/timeline.js"
_OVERVIEW = "<!-- timeline -->"
_FEW = 5  # articles named in a message


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call]
    """One instance lives as long as `mkdocs serve` does, because it has `on_startup`."""

    def __init__(self) -> None:
        self.serving = False
        self.events: tuple[Event, ...] = ()
        self.good: tuple[Event, ...] | None = None
        self.problems: tuple[Problem, ...] = ()
        self.lines: dict[str, tuple[int, int]] = {}
        self.library = Library()
        self.past: Past | None = None
        self.rendered: Rendered | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is served."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let the theme find our templates, styles and script, and keep it from asking others for fonts."""
        theme = config.theme
        if theme.name == "material":
            theme.dirs.insert(max(len(theme.dirs) - 2, 0), str(_HERE / "templates" / "theme"))
        if "material/privacy" not in config.plugins:
            theme["font"] = False
        palette = theme.get("palette") or {}
        for scheme in palette if isinstance(palette, list) else [palette]:
            scheme.setdefault("primary", "custom")  # the colours of our own style
            scheme.setdefault("accent", "custom")
        theme["palette"] = palette
        config.extra_css.insert(0, _STYLE)
        config.extra_javascript.insert(0, _SCRIPT)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the events, before the old site is cleared away. Raises Abort where they cannot be published, or something else than a
        site would be cleared away."""
        project = _project(config)
        self.events = self._events(project)
        if not self.serving and not _may_be_cleared(Path(config.site_dir)):
            raise Abort(f"{config.site_dir} holds files that are no site, and is cleared before a site is built: name another folder.")
        if EXTRACTED in os.environ:
            return
        try:
            names = waiting(project, self.events)
        except TimelineError as error:
            log.warning("%s", error)
            return
        if names:
            told = log.warning if self.serving else log.info
            told("not extracted yet: %s. 'timeline extract' does it.", _some(names))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the articles, render everything, and add it to the site."""
        project, events = _project(config), self.events
        pictures = Pictures(project, Path(config.docs_dir))
        cited, problems = self.library.cited(project, events)
        for problem in problems:
            log.warning("%s", problem)
        site = Site(
            name=config.site_name,
            events=events,
            articles=cited,
            url=_with_slash(config.site_url),
            how_much=self.config.articles,  # type: ignore[arg-type]
            directory_urls=config.use_directory_urls,
            icon=config.theme.get("favicon") or "",
            locate=pictures.locate,
            origin=self._origin(config),
            history=self._history(project),
        )
        self.rendered = render(site)
        titles = dict(_titles(config.nav or []))
        for page in self.rendered.pages:
            file = File.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
            GeneratedPage(page, titles.get(file.src_uri) or page.label or page.title, file, config)
            _add(files, file)
        for plain in self.rendered.files:
            _add(files, File.generated(config, plain.path, content=plain.content, inclusion=InclusionLevel.NOT_IN_NAV))
        for path, source in ((_STYLE, "timeline.css"), (_SCRIPT, "timeline.js")):
            _add(files, File.generated(config, path, abs_src_path=str(_HERE / "assets" / source), inclusion=InclusionLevel.NOT_IN_NAV))
        for place, picture in pictures.found.items():
            if files.get_file_from_path(place) is None:
                files.append(File.generated(config, place, abs_src_path=str(picture), inclusion=InclusionLevel.NOT_IN_NAV))
        for missing in pictures.missing:
            log.warning("%s: there is no such image in the project.", missing)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the index pages after the home page. A navigation written in mkdocs.yml stays as it is."""
        if config.nav is not None or self.rendered is None:
            return nav
        ours = [file.page for page in self.rendered.pages if page.label and (file := files.get_file_from_path(f"{page.path}index.md"))]
        after = 1 if nav.items and nav.items[0] is nav.homepage else 0
        nav.items[after:after] = ours
        after = 1 if nav.pages and nav.pages[0] is nav.homepage else 0
        nav.pages[after:after] = [page for page in ours if page]
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Tell the theme of the feed of changes, and the search what our pages hold: it would have to take them apart again."""
        env.globals["timeline_has_changes"] = bool(self.rendered and any(page.path == CHANGES for page in self.rendered.pages))
        search = config.plugins.get("material/search")
        if search is None or not search.config.enabled:
            return
        for page in self.rendered.pages if self.rendered else ():
            file = files.get_file_from_path(f"{page.path}index.md")
            if file and isinstance(file.page, GeneratedPage):
                search.search_index.entries += [search_entry(found, file.page.url) for found in page.found]

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Every page that asks for no other template gets the one that knows the feeds."""
        if config.theme.name == "material":
            page.meta.setdefault("template", "timeline-page.html")
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Fill in the overview where a page asks for it, and say what is wrong with events.yaml."""
        if _OVERVIEW in html and self.rendered and not isinstance(page, GeneratedPage):
            html = html.replace(_OVERVIEW, self.rendered.overview(page.file.url if page.file.url not in (".", "./") else ""))
        if not self.problems:
            return html
        shown = "What is shown is from before them." if self.good is not None else "What can be read is shown."
        banner = mistakes.banner(self.problems, f"Mistakes in the events. {shown}", self._editor(config) if self.serving else None)
        before, heading, after = html.partition("</h1>")
        return before + heading + banner + after if heading else banner + html  # where the theme writes the heading

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch what the pages are made from."""
        project = _project(config)
        for watched in (project / EVENTS, project / SEEDS):
            if watched.exists():
                server.watch(str(watched))
            else:
                log.warning("%s is not there, so it is not watched. Serve again when it is.", watched.name)
        if self.config.history and (commits := git.commits(project)):
            server.watch(str(commits))
        return server

    def _origin(self, config: MkDocsConfig) -> Callable[[Event], Link | None]:
        """Leads to the line of an event: while serving in the editor, on a published site in the repository."""
        if self.serving:
            opened = self._editor(config)
            return lambda event: Link("edit", opened(*self.lines[event.id])) if opened and event.id in self.lines else None
        if not config.repo_url:
            return lambda event: None
        project = _project(config)
        docs = Path(os.path.relpath(config.docs_dir, project)).as_posix()
        named = any("edit_uri" in settings for settings in config.user_configs)
        shown = origin.repository(config.repo_url, config.edit_uri or "" if named else None, docs, git.prefix(project))
        return lambda event: Link("suggest a change", shown(event.line)) if shown else None

    def _history(self, project: Path) -> History | None:
        """What was added and corrected since when; while serving, also since the last commit."""
        if not self.config.history:
            return None
        self.past = self.past or Past(project)
        whole = self.serving and not self.problems
        history = self.past.read(self.events if whole else None)
        if history and history.begins == "cut":
            log.info("changes/ does not tell all: the repository lacks older commits. In a workflow, 'fetch-depth: 0' fetches them.")
        return history

    def _editor(self, config: MkDocsConfig) -> Callable[[int, int], str] | None:
        """Opens a line and column of events.yaml in the editor."""
        return origin.editor(self.config.editor, (_project(config) / EVENTS).absolute().as_posix())

    def _events(self, project: Path) -> tuple[Event, ...]:
        """The events to show, in order. Raises Abort where a site is built from a file with mistakes."""
        loaded = check.load(project / EVENTS, project)
        for problem in loaded.problems:
            told = [str(replace(problem, severity="error")), *in_lines(problem)]
            log.log(logging.ERROR if problem.severity == "error" else logging.WARNING, "%s", "\n".join(told))
        errors = loaded.errors
        if errors and not self.serving:
            raise Abort(f"{EVENTS} has {count(len(errors), 'mistake')} to mend; nothing was built.")
        self.problems = errors
        self.lines = origin.places(loaded.text, loaded.events)
        events = loaded.events if not errors or self.good is None else self.good
        if not errors:
            self.good = events
        return visible(events)


def _may_be_cleared(folder: Path) -> bool:
    """Whether a folder holds an older site, or nothing that MkDocs would delete."""
    if any(os.path.lexists(folder / built) for built in ("sitemap.xml", _STYLE)):
        return True
    return not os.path.isdir(folder) or all(name.startswith(".") for name in os.listdir(folder))


def _project(config: MkDocsConfig) -> Path:
    """The folder that holds mkdocs.yml."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _add(files: Files, file: File) -> None:
    """Add the file in place of one of the same path; a page that a person wrote there stays."""
    held = files.get_file_from_path(file.src_uri)
    if held is not None and held.generated_by is None and held.src_dir:
        log.warning("%s stands where the timeline would put a page; the timeline leaves it.", held.src_uri)
        return
    if held is not None:
        files.remove(held)
    files.append(file)


def _some(names: list[str]) -> str:
    return ", ".join(names[:_FEW]) + (f" and {len(names) - _FEW} more" if len(names) > _FEW else "")


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    """The titles that a written navigation gives, by path."""
    if isinstance(nav, dict):
        for title, value in nav.items():
            if isinstance(value, str):
                yield value, title
            else:
                yield from _titles(value)
    elif isinstance(nav, list):
        for item in nav:
            yield from _titles(item)


def _with_slash(url: str | None) -> str:
    return "" if not url else url if url.endswith("/") else posixpath.join(url, "")
