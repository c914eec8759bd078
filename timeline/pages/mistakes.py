"""A mistake in events.yaml, as a page shows it: the line with the mistake marked.

In: a problem. Out: HTML, "" where the problem has no line to show.
"""

from __future__ import annotations

from markupsafe import Markup

from timeline.errors import Problem
from timeline.excerpt import excerpt


def marked(problem: Problem) -> Markup:
    """The line of a problem."""
    shown = excerpt(problem)
    if shown is None:
        return Markup()
    line = Markup('<pre><span class="number">{}</span>{}<mark>{}</mark>{}</pre>')
    return line.format(problem.line, shown.before, shown.wrong or " ", shown.after)
