"""Who, what and where: the people, organisations and places that articles name.

In: an article and its sentences. Out: `find` gives its `Name`s, each with one spelling in the whole article; `unite` makes the spellings
of all articles agree, and `label` puts the names of its claims into an event's lists.
"""

from timeline.names.finding import find
from timeline.names.labelling import label
from timeline.names.models import prepare
from timeline.names.uniting import unite

__all__ = ["find", "label", "prepare", "unite"]
