"""What was added to events.yaml and corrected in it, from git.

Past(project).read() -> History(editions, pending, begins)

changes   two versions of the file -> what became of each event
git       a project -> the versions of its events.yaml: the only module that runs git
kept      what was found out of versions, kept in .timeline/cache
reading   the bytes of a version -> its events, quickly where most of them were read before
past      all of these together

Each commit that changes events.yaml is an edition; those of a day are one. A version with mistakes is none, since no site is
built from it. Dates are the commits' own: the same repository gives the same history on any day.
"""

from timeline.history.changes import Change, Edition, History
from timeline.history.past import MOST, Past

__all__ = ["MOST", "Change", "Edition", "History", "Past"]
