"""What went wrong, said so that a person can mend it.

In: a place (file, line, column), what was found there and what to write instead. Out: one line of text,
`events.yaml:14:11: date '2001-13' is not a date. Months run 01 to 12.`
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where, and what was found and what to write.

    Line and column count from 1; `end_column` is the one after the mistake, and `source` the line as it stands in the file, without
    its end. An error stops the output from being made; a warning does not; a note says how something is understood.
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None
    severity: Severity = "error"
    end_column: int | None = None
    source: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {'' if self.severity == 'error' else f'{self.severity}: '}{self.message}"


class TimelineError(Exception):
    """Something that the user has to mend; holds every problem that was found, not only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
