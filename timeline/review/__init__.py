"""Going over the proposed events: what a person is shown of each, and what an answer makes of it.

screen(event, …)        an event, its sources in their articles and events like it -> lines
keep, reject, merge     an answer -> what events are to be, for `store.change`
target(id, …)           the event into which one is merged, or why it cannot be
waiting(events, …)      the events that wait for an answer, in the order in which they are shown

showing   an event -> text in pieces
wrapping  text in pieces -> lines of a terminal
answers   the answers
"""

from timeline.review.answers import keep, merge, reject, same, target, waiting
from timeline.review.showing import Evidence, screen
from timeline.review.wrapping import Line, Piece

__all__ = ["Evidence", "Line", "Piece", "keep", "merge", "reject", "same", "screen", "target", "waiting"]
