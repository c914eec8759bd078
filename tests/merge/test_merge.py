"""Claims that tell the same event meet, whatever their order."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tests.timing import is_linear
from timeline import edtf
from timeline.merge import Proposal, merge
from timeline.model import Claim, DocumentCreationTime, Event, Source, Span
from timeline.quotes import quote_key

DAY = DocumentCreationTime(datetime.date(2021, 3, 12), datetime.date(2021, 3, 12), "front matter")


def claim(article: str, title: str, date: str = "2021-03-11", quote: str = "", salience: float = 0.5, start: int = 0) -> Claim:
    quote = quote or f"{title}."
    return Claim(article, DAY, Span(start, start + len(quote)), quote, edtf.parse(date), "on Thursday", "", title, salience)


def test_the_same_told_twice_is_one_event() -> None:
    one = claim("a.txt", "Norberg council voted to close the old bridge", salience=0.4)
    other = claim("b.txt", "Norberg council voted 7-4 to close the old bridge", salience=0.6)
    (proposal,) = merge([one, other])
    assert proposal.event.title == other.title
    assert [source.article for source in proposal.event.sources] == ["b.txt", "a.txt"]  # the best first
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


def kept(event_id: str, *held: Claim) -> Event:
    """An event as a person's file has it."""
    sources = tuple(Source(article=one.article, quote=one.quote, date=one.date, words=one.words) for one in held)
    return Event(event_id, held[0].date, held[0].title, sources=sources)


def articles_of(proposals: tuple[Proposal, ...]) -> list[list[str]]:
    return sorted(sorted({one.article for one in proposal.claims}) for proposal in proposals)


VOTE = [claim(f"{name}.txt", "Norberg council voted to close the old bridge", quote=f"They voted, says {name}.") for name in "abc"]


def test_what_a_person_separated_stays_apart_and_is_not_bridged() -> None:
    assert articles_of(merge(VOTE)) == [["a.txt", "b.txt", "c.txt"]]
    events = [kept("one", VOTE[0]), kept("two", VOTE[1])]
    assert len(merge(VOTE, events)) == len(merge(VOTE[2:], events)) == 2
    assert len(merge(VOTE, (), {VOTE[0]: "deleted", VOTE[1]: "two"}.get)) == 2


def test_what_a_person_merged_is_one() -> None:
    ferry = claim("d.txt", "Ferry sank near Lind", date="2021-02-01")
    assert articles_of(merge([*VOTE, ferry], [kept("one", VOTE[0], ferry)])) == [["a.txt", "b.txt", "c.txt", "d.txt"]]


def test_a_new_claim_joins_the_nearer_event() -> None:
    near = claim("a.txt", "Norberg council voted to close the old bridge at once")
    far = claim("b.txt", "Norberg council voted to close the bridge")
    new = claim(
        "c.txt", "Norberg council voted to close the old bridge at once", quote="At once, the old bridge was closed by the council."
    )
    assert articles_of(merge([new], [kept("near", near), kept("far", far)])) == [["a.txt", "c.txt"], ["b.txt"]]


def test_a_new_claim_meets_the_date_that_a_person_wrote_and_the_one_that_its_source_gives() -> None:
    event = dataclasses.replace(kept("one", VOTE[0]), date=edtf.parse("2021-03-09"))
    there = dataclasses.replace(VOTE[1], date=edtf.parse("2021-03-11"))
    assert len(merge([there], [event])) == 1


def test_copies_have_one_key() -> None:
    assert quote_key("“The bridge – closed”, she said.") == quote_key('"The bridge - closed," she  said.')
    assert quote_key("Closed on Monday.") != quote_key("Closed on Tuesday.")


def test_merging_takes_time_that_grows_with_the_claims() -> None:
    def merging(number: int) -> Callable[[], object]:
        many = [claim(f"{one}.txt", f"Norberg council voted to close bridge {one % 97} of district {one % 89}") for one in range(number)]
        return lambda: merge(many)

    assert is_linear(merging, 500)


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


@given(st.lists(claims, max_size=15, unique_by=lambda one: (one.article, one.quote)), st.data())
def test_events_of_a_person_are_never_joined(given_claims: list[Claim], data: st.DataObject) -> None:
    holders = {one: data.draw(st.sampled_from(["", "one", "two"])) for one in given_claims}
    events = [kept(name, *held) for name in ("one", "two") if (held := [one for one in given_claims if holders[one] == name])]
    for proposal in merge(given_claims, events):
        assert len({holders[one] for one in proposal.claims} - {""}) <= 1
    for name in ("one", "two"):
        assert sum(name in {holders[one] for one in proposal.claims} for proposal in merge(given_claims, events)) <= 1


@given(st.lists(claims, max_size=15))
def test_merging_again_what_is_kept_gives_the_same_events(given_claims: list[Claim]) -> None:
    once = merge({(one.article, one.quote): one for one in given_claims}.values())
    events = [kept(f"event-{place}", *proposal.claims) for place, proposal in enumerate(once)]
    again = merge([one for proposal in once for one in proposal.claims], events)
    assert sorted(sorted(map(repr, proposal.claims)) for proposal in again) == sorted(sorted(map(repr, p.claims)) for p in once)
