"""Who, what and where: the people, organisations and places that articles name.

In: an article and its sentences. Out: `find` gives its `Name`s, each with one spelling in the whole article.
"""

from timeline.names.finding import find

__all__ = ["find"]
