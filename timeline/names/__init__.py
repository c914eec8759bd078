"""Who, what and where: the people, organisations and places that articles name.

In: an article and its sentences. Out: `find` gives its `Name`s, each with one spelling in the whole article; `unite` makes the spellings
of all articles agree, and `label` puts the names of its claims into an event's lists.

tables     the words of tables/, read once
runs       a sentence -> runs of words in capitals
kinds      a run -> what it names for certain
companies  a run and the words beside it -> whether it is a company
people     persons of an article -> whom a shorter name means
models     sentences -> names by a spaCy model
finding    an article -> its names
uniting    names of all articles -> one spelling for one thing
labelling  an event and its claims -> the event with its lists
tags       titles and quotes of all events -> tags
"""

from timeline.names.finding import find
from timeline.names.labelling import label
from timeline.names.models import prepare
from timeline.names.uniting import unite

__all__ = ["find", "label", "prepare", "unite"]
