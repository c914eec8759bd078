"""Reading events.yaml and finding every mistake in it.

load(path, project)   a file -> Timeline(path, text, events, problems)
read(data, path)      its bytes -> the same

text      bytes -> text, and places in it
nodes     text -> the tree of its YAML, each value with its place
mistakes  the YAML parser's complaints in plain words
fields    what may stand in the file: one table
load      the tree -> events and problems
"""

from timeline.check.reading import Timeline, load, read

__all__ = ["Timeline", "load", "read"]
