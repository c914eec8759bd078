"""Reading events.yaml and finding every mistake in it.

load(path, project)   a file -> Timeline(path, text, events, problems)
read(data, path)      its bytes -> the same

reading   a file -> Timeline, by way of the others
text      bytes -> text, and places in it
nodes     text -> the tree of its YAML, each value with its place
recovering  a text that is not YAML -> what is wrong in each event, and the tree of the others
mistakes  the YAML parser's complaints in plain words
fields    what may stand in the file: one table
events    the tree -> events and problems
mappings  one mapping of the tree -> its values by key
values    one value: what is wrong with it, and what was meant
files     the files that are named: whether they are in the project
"""

from timeline.check.reading import Timeline, load, read

__all__ = ["Timeline", "load", "read"]
