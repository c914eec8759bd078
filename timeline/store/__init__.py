"""events.yaml belongs to a person: adding to it, with every old byte kept.

hold(project)                       what events.yaml and events.lock hold -> Held
change(held, wanted)                a person's decisions -> events.yaml, Held
lines_of(held, id)                  an event's lines
rewrite(held, id, lines)            those lines as a person changed them -> events.yaml, Held
restore(held, data)                 what it held before -> events.yaml, Held
forget(held, article)               events.lock without an article
recall(held, claims, articles)     which events hold, or held, what was read -> Memory
add(held, proposals, articles)      what was extracted -> events.yaml and events.lock, Result
put(held, new, changed)             events from elsewhere -> events.yaml
remembered(project)                 what events.lock holds -> Lock
start(project)                      an events.yaml to begin with
alone(project, waiting=…)           a context in which no other command writes
insert(text, events, sources)       the same on text alone -> Insertion(text, ranges, timeline)
edit(text, wanted)                  other values for events it holds -> text

adding     the way through the others
plan       which of the extracted events and claims are new
putting    events from elsewhere
editing    a person's decision as the smallest edit
nearby     the same in a long file, by a look at the lines around it
rewriting  the lines of one event, changed by hand
memory     which event holds, or held, a claim
traces     a sentence of which some words were changed
lock       what was read and proposed before
insertion  text with new lines in it
places     where a line can go
emit       events as lines of YAML
verify     nothing else changed
diff       an insertion to look at
files      a write is whole or not at all
alone      one command at a time
"""

from timeline.store.adding import (
    EVENTS,
    LOCK,
    NEW_FILE,
    Held,
    Result,
    add,
    change,
    forget,
    hold,
    lines_of,
    recall,
    remembered,
    restore,
    rewrite,
    start,
)
from timeline.store.alone import alone
from timeline.store.editing import edit
from timeline.store.insertion import Insertion, insert
from timeline.store.lock import Lock, article_digest, claim_digest
from timeline.store.memory import Memory, claim_of
from timeline.store.putting import put

__all__ = [
    "EVENTS",
    "LOCK",
    "NEW_FILE",
    "Held",
    "Insertion",
    "Lock",
    "Memory",
    "Result",
    "add",
    "alone",
    "article_digest",
    "change",
    "claim_digest",
    "claim_of",
    "edit",
    "forget",
    "hold",
    "insert",
    "lines_of",
    "put",
    "recall",
    "remembered",
    "restore",
    "rewrite",
    "start",
]
