"""`timeline review`: walk through the proposed events and decide on each.

In: a project, and a person. Out: events.yaml with each answer in it as the smallest edit, made at once. What waits is what is still
proposed there, so that one can stop at any time and go on later. While a person thinks, the file is not locked: what was changed
meanwhile is read again before an answer is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from timeline import review as reviewing
from timeline import store
from timeline.cli.asking import Answers, in_editor
from timeline.cli.extracting import require_project
from timeline.cli.patching import Patch, patch
from timeline.cli.seeing import show
from timeline.cli.telling import say, tell
from timeline.errors import Problem, TimelineError
from timeline.merge import nearby
from timeline.model import Event
from timeline.pages.key_events import importance
from timeline.project import Library

_PROMPT = "\nkeep, edit, merge, reject, skip, undo, quit, or ? for help: "
_HELP = """
  k  keep: it stands (status: reviewed)
  e  edit: its lines, in your editor ($EDITOR); what you save is checked first
  m  merge: its sources go to another event, by its number or id, and it goes
  r  reject: it stays in events.yaml (status: rejected), and in no output
  s  skip: it is shown again the next time
  u  undo the last answer
  q  quit; 'timeline review' goes on with what is left"""
_WORDS = {"keep": "k", "edit": "e", "merge": "m", "reject": "r", "skip": "s", "undo": "u", "quit": "q", "help": "?"}
_DONE = {"k": "kept", "e": "edited", "m": "merged", "r": "rejected", "s": "skipped"}


@click.command(short_help="Walk through the proposed events: keep, edit, merge or reject each.")
@click.option(
    "--by", type=click.Choice(["file", "importance"]), default="file", help="Their order: of the file, or what matters most first."
)
def review(by: str) -> None:
    """Walk through the proposed events and decide on each."""
    require_project(Path())
    _Review(Path(), by == "importance").run()


@dataclass(frozen=True, slots=True)
class _Done:
    """An answer that was given, by its key; `undo` gives the bytes before it back, and is None where none was written."""

    key: str
    event_id: str
    undo: Patch | None = None


class _Review:
    """One sitting."""

    def __init__(self, project: Path, by_importance: bool) -> None:
        self.project, self.by_importance = project, by_importance
        self.answers, self.library = Answers(), Library()
        self.skipped: set[str] = set()
        self.done: list[_Done] = []
        self.settled = 0  # how many of them cannot be undone any more
        self.hold()

    def run(self) -> None:
        """Show one event after another until none waits or the person quits."""
        try:
            while self.decide(event) if (event := self.next()) else self.go_back():
                pass
        except (EOFError, KeyboardInterrupt):
            click.echo()
        self.say_what_was_done()

    # What is there

    def hold(self) -> None:
        """Read events.yaml and what it cites. Raises TimelineError."""
        self.held = store.hold(self.project)
        self.articles, _ = self.library.cited(self.project, self.held.events)
        self.importance = importance(self.held.events, self.articles)

    def changed(self) -> bool:
        """Whether events.yaml holds something else than what was read or written last."""
        return not self.held.is_current

    def read_again(self) -> None:
        """Read what someone else changed; undoing would undo that too. Where it cannot be read, ask to mend it."""
        before = " What was answered before that can only be undone by hand." if len(self.done) > self.settled else ""
        self.settled = len(self.done)
        while True:
            try:
                self.hold()
            except TimelineError as error:
                tell(error.problems)
                if self.key(f"{store.EVENTS} cannot be read. Mend it, then r to read it again, or q to quit: ")[0] == "q":
                    raise EOFError from None
            else:
                say(f"{store.EVENTS} was changed meanwhile; it was read again.{before}")
                return

    def event(self, event_id: str) -> Event | None:
        return next((event for event in self.held.events if event.id == event_id), None)

    def waiting(self) -> list[Event]:
        return reviewing.waiting(self.held.events, self.skipped, self.importance if self.by_importance else None)

    def next(self) -> Event | None:
        """Show the next event that waits."""
        if self.changed():
            self.read_again()
        waiting = self.waiting()
        if not waiting:
            return None
        event = waiting[0]
        self.near = nearby(event, (other for other in self.held.events if other.status != "rejected"))
        show(self.project, event, len(waiting), self.articles, self.importance.get(event.id), self.near)
        return event

    # Answers

    def key(self, prompt: str) -> tuple[str, str]:
        """A key, written as one or as its word, and what stands after it."""
        key, rest = self.answers.key(prompt)
        return _WORDS.get(key.lower(), key.lower()), rest

    def decide(self, event: Event) -> bool:
        """Ask until there is an answer; whether to go on."""
        while True:
            key, rest = self.key(_PROMPT)
            if re.fullmatch(r"m\d+", key):
                key, rest = "m", key[1:]
            if key == "q":
                return False
            elif key == "s":
                self.skip(event)
                return True
            elif key == "u":
                if self.undo():
                    return True
            elif key == "k":
                return self.write_or_skip(event, key, lambda held: store.change(held, reviewing.keep(event)))
            elif key == "r":
                return self.write_or_skip(event, key, lambda held: store.change(held, reviewing.reject(event)))
            elif key == "m":
                if self.merge(event, rest):
                    return True
            elif key == "e":
                if self.edit(event):
                    return True
            elif key == "?":
                click.echo(_HELP)
            else:
                click.echo("That is no answer. Write k, e, m, r, s, u or q; ? says what each does.")

    def write(self, event: Event, key: str, make: Callable[[store.Held], store.Held]) -> None:
        """Write an answer, unless the event is another by now. Raises TimelineError where the file as it is cannot take it."""
        if self.changed():
            self.read_again()
        if not reviewing.same(event, self.event(event.id)):
            say(f"'{event.id}' is another now, or gone: your answer ({_DONE[key]}) was not written.")
            return
        try:
            with store.alone(self.project, waiting=say):
                before, self.held = self.held, make(self.held)
        except TimelineError:
            if not self.changed():
                raise
            self.read_again()
            say(f"Your answer ({_DONE[key]}) was not written. Give it again.")
            return
        assert before.old_events is not None and self.held.old_events is not None
        self.done.append(_Done(key, event.id, patch(self.held.old_events, before.old_events)))

    def write_or_skip(self, event: Event, key: str, make: Callable[[store.Held], store.Held]) -> bool:
        try:
            self.write(event, key, make)
        except TimelineError as error:
            tell(error.problems)
            self.skip(event)
            say("It is skipped.")
        return True

    def skip(self, event: Event) -> None:
        self.skipped.add(event.id)
        self.done.append(_Done("s", event.id))

    def merge(self, event: Event, named: str) -> bool:
        """Whether the event was merged, or skipped."""
        named = named or self.answers.line("Into which event? Its number above or its id; nothing goes back: ")
        if not named:
            return False
        if named.isdecimal() and 0 < int(named) <= len(self.near):
            named = self.near[int(named) - 1].id
        into = reviewing.target(named, event, self.held.events)
        if isinstance(into, str):
            click.echo(into)
            return False
        return self.write_or_skip(event, "m", partial(_merged, event=event, into=into.id))

    def edit(self, event: Event) -> bool:
        """Whether the event was changed, or skipped."""
        try:
            lines = text = store.lines_of(self.held, event.id)
        except TimelineError as error:
            tell(error.problems)
            return False
        while True:
            edited = in_editor(text)
            if not edited.strip() or edited == lines:
                click.echo("Nothing was changed.")
                return False
            text = edited
            try:
                self.write(event, "e", partial(store.rewrite, event_id=event.id, lines=text))
                return True
            except TimelineError as error:
                tell(error.problems)
            if self.key("e to edit it again, d to drop what you wrote: ")[0] != "e":
                click.echo("Nothing was changed.")
                return False

    def go_back(self) -> bool:
        """Whether the last answer is to be looked at again, after which there is no other event."""
        while len(self.done) > self.settled:
            key = self.key("\nThat was the last. undo, or quit: ")[0]
            if key == "q":
                break
            if key == "u" and self.undo():
                return True
        return False

    def undo(self) -> bool:
        """Whether there is another event to show: where something was undone, or changed by someone else."""
        if self.changed():
            self.read_again()
            return True
        if len(self.done) == self.settled:
            click.echo("There is nothing to undo.")
            return False
        last = self.done[-1]
        if last.undo is None:
            self.skipped.discard(last.event_id)
        else:
            assert self.held.old_events is not None
            try:
                with store.alone(self.project, waiting=say):
                    self.held = store.restore(self.held, last.undo.applied(self.held.old_events))
            except TimelineError as error:
                tell(error.problems)
                return False
        self.done.pop()
        click.echo(f"Undone: '{last.event_id}' is no longer {_DONE[last.key]}.")
        return True

    def say_what_was_done(self) -> None:
        counts = Counter(done.key for done in self.done)
        done = ", ".join(f"{counts[key]} {word}" for key, word in _DONE.items() if counts[key])
        waiting = len(reviewing.waiting(self.held.events, ()))
        left = f"{waiting} still to review: timeline review" if waiting else "nothing is left to review"
        click.echo(f"{done}; {left}." if done else f"{left.capitalize()}.")


def _merged(held: store.Held, event: Event, into: str) -> store.Held:
    target = reviewing.target(into, event, held.events)  # by now it may be gone
    if isinstance(target, str):
        raise TimelineError(Problem(store.EVENTS, target))
    return store.change(held, reviewing.merge(event, target))
