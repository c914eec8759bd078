"""The mistakes in events.yaml, as a page shows them: each with its line, and the mistake marked.

In: problems. Out: HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from timeline.errors import Problem
from timeline.excerpt import excerpt
from timeline.store import EVENTS

_MANY = 20  # shown on a page; the terminal has all


def banner(problems: Sequence[Problem], said: str, opened: Callable[[int, int], str] | None) -> str:
    """What stands above a page. `opened` gives the address of a line and column in the editor, None where there is none."""
    shown = Markup().join(Markup("<li>{}{}</li>").format(_linked(problem, opened), _marked(problem)) for problem in problems[:_MANY])
    if len(problems) > _MANY:
        shown += Markup("<li>and {} more, in the terminal</li>").format(len(problems) - _MANY)
    return str(Markup('<div class="problems" role="alert"><p>{}</p><ul>{}</ul></div>\n').format(said, shown))


def _linked(problem: Problem, opened: Callable[[int, int], str] | None) -> Markup:
    """The problem, where there is an editor as a link to its place."""
    if not opened or not problem.line or problem.path != EVENTS:
        return escape(str(problem))
    return Markup('<a href="{}">{}</a>').format(opened(problem.line, problem.column or 1), problem)


def _marked(problem: Problem) -> Markup:
    """The line of a problem; nothing where it has none."""
    shown = excerpt(problem)
    if shown is None:
        return Markup()
    line = Markup('<pre><span class="number">{}</span>{}<mark>{}</mark>{}</pre>')
    return line.format(problem.line, shown.before, shown.wrong or " ", shown.after)
