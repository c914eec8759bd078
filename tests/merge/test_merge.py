"""Claims that tell the same event meet, whatever their order."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.merge import merge
from timeline.model import Claim, DocumentCreationTime, Span

DAY = DocumentCreationTime(datetime.date(2021, 3, 12), datetime.date(2021, 3, 12), "front matter")


def claim(article: str, title: str, date: str = "2021-03-11", quote: str = "", salience: float = 0.5, start: int = 0) -> Claim:
    quote = quote or f"{title}."
    return Claim(article, DAY, Span(start, start + len(quote)), quote, edtf.parse(date), "on Thursday", "", title, salience)


def test_the_same_told_twice_is_one_event() -> None:
    one = claim("a.txt", "Norberg council voted to close the old bridge", salience=0.4)
    other = claim("b.txt", "Norberg council voted 7-4 to close the old bridge", salience=0.6)
    (proposal,) = merge([one, other])
    assert proposal.event.title == other.title
    assert [source.article for source in proposal.event.sources] == ["a.txt", "b.txt"]
    assert proposal.salience == 0.76


def test_what_differs_in_date_or_in_words_stays_apart() -> None:
    titles = ["Norberg council voted to close the bridge", "Ferry sank near Norberg"]
    assert len(merge([claim("a.txt", title) for title in titles])) == 2
    assert len(merge([claim("a.txt", titles[0]), claim("b.txt", titles[0], date="2021-05")])) == 2


def test_who_did_it_and_how_many_must_agree() -> None:
    king, queen = (claim("a.txt", f"{who} of Belgium visited Ghent", quote=f"The {who} came.") for who in ("King", "Queen"))
    assert len(merge([king, queen])) == 2
    other = claim("b.txt", "Queen of Belgium visited Ghent", quote="The queen came, too.")
    assert len(merge([king, other])) == 2
    assert len(merge([queen, other])) == 1
    parts = [claim(f"{count}.txt", f"Norberg buys {count} trams of Lind") for count in (3, 30)]
    assert len(merge(parts)) == 2


def test_ids_are_readable_and_unlike() -> None:
    claims = [claim("a.txt", "The U.S. Café's owner won", date=f"2021-03-{day:02}") for day in range(1, 4)]
    assert [proposal.event.id for proposal in merge(claims)] == ["us-cafes-owner-won", "us-cafes-owner-won-2", "us-cafes-owner-won-3"]
    assert merge([claim("a.txt", "Мост закрыт")])[0].event.id == "event-2021-03-11"
    taken = merge([claim("a.txt", "Berg won 2", date="2020"), claim("a.txt", "Berg won"), claim("a.txt", "Berg won", date="2022")])
    assert len({proposal.event.id for proposal in taken}) == 3


titles = st.lists(
    st.sampled_from("council mayor bridge ferry voted sank closed burned Norberg Lind old new".split()), min_size=1, max_size=7
)
claims = st.builds(
    lambda article, words, day, salience, start: claim(f"{article}.txt", " ".join(words), f"2021-03-{day:02}", "", salience / 100, start),
    st.sampled_from("abc"),
    titles,
    st.integers(1, 3),
    st.integers(0, 100),
    st.integers(0, 50),
)


@given(st.lists(claims, max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(given_claims: list[Claim], random: object) -> None:
    shuffled = list(given_claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    once = merge(given_claims)
    assert once == merge(shuffled)
    assert sorted(map(repr, given_claims)) == sorted(repr(one) for proposal in once for one in proposal.claims)
    assert len({proposal.event.id for proposal in once}) == len(once)
    assert [edtf.sort_key(p.event.date) for p in once] == sorted(edtf.sort_key(p.event.date) for p in once)
