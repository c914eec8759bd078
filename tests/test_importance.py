"""How much an event matters follows from who reports it."""

from __future__ import annotations

import datetime

from timeline import edtf
from timeline.importance import Mention, weigh

DAY = datetime.date(2021, 3, 12)


def mention(event: str, article: str, publisher: str = "", after: int = 0, date: str = "2021-03-11") -> Mention:
    return Mention(event, edtf.parse(date), article, publisher, DAY + datetime.timedelta(after), "A quote.")


def test_more_articles_matter_more_and_the_line_counts_them() -> None:
    found = weigh(
        [
            mention("bridge", "a.txt", "Bugle"),
            mention("bridge", "b.txt", "Herald", after=8),
            mention("fair", "a.txt", "Bugle", date="2021-03-05"),
        ]
    )
    assert found["bridge"].value > found["fair"].value
    assert str(found["bridge"]) == "reported by 2 articles of 2 publishers over 9 days"
    assert str(found["fair"]) == "reported by 1 article"
