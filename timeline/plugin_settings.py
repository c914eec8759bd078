"""The settings under `plugins: - timeline:` in mkdocs.yml, as MkDocs checks them.

In: what stands there. Out: `TimelineConfig`. `timeline.settings` reads, without MkDocs, what the command line needs of them.
"""

from __future__ import annotations

from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError

from timeline.origin import parse_editor
from timeline.settings import parse_keep


class _Keep(config_options.Type):  # type: ignore[type-arg]
    """Which events `timeline extract` keeps. Only checked here: the command line reads it without MkDocs."""

    def __init__(self) -> None:
        super().__init__((str, int), default="salient")

    def run_validation(self, value: object) -> object:
        """The value as it is. Raises ValidationError."""
        try:
            parse_keep(str(super().run_validation(value)))
        except ValueError as error:
            raise ValidationError(str(error)) from None
        return value


class _Editor(config_options.Type):  # type: ignore[type-arg]
    """Which editor the links of a served page open: the template of its addresses."""

    def __init__(self) -> None:
        super().__init__(str, default="vscode")

    def run_validation(self, value: object) -> object:
        """The template. Raises ValidationError."""
        try:
            return parse_editor(str(super().run_validation(value)))
        except ValueError as error:
            raise ValidationError(str(error)) from None


class TimelineConfig(Config):  # type: ignore[no-untyped-call]
    """The settings under `plugins: - timeline:` in mkdocs.yml."""

    articles = config_options.Choice(("quotes", "paragraphs", "all"), default="quotes")
    keep = _Keep()
    names = config_options.Type(str, default="")  # the command line reads it
    contact = config_options.Type(str, default="")  # the command line reads it
    editor = _Editor()
    history = config_options.Type(bool, default=True)
