"""A small project with events to review."""

from __future__ import annotations

ARTICLE = """\
---
published: 2019-05-10
publisher: Norberg Agency
---
The mayor was ill. On 3 May 2019 the council of Norberg dissolved itself. Nobody objected.

Mayor Astrid Lund resigned on Tuesday.
"""
EVENTS = """\
# ours
events:
  - id: council-dissolved   # check the name
    date: 2019-05-03
    title: The council dissolves itself
    places: [Norberg]
    status: proposed
    sources:
      - article: seeds/agency.txt
        quote: On 3 May 2019 the council of Norberg dissolved itself.
        date: 2019-05-03
        words: On 3 May 2019

  - id: council-gone
    date: 2019-05-03
    title: The council of Norberg dissolves itself
    status: proposed
    sources:
      # from the paper's archive
      - article: seeds/paper.txt
        quote: The council dissolved itself on Friday.
        x-page: 4

  - id: mayor-resigns
    date: 2019-05-07
    title: The mayor resigns
    status: proposed
    sources:
      - article: seeds/agency.txt
        quote: Mayor Astrid Lund resigned on Tuesday.
        date: 2019-05-07
        words: on Tuesday
        basis: published 2019-05-10
"""
