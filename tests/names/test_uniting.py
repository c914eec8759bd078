"""One spelling for one thing in a whole timeline, and what an event's lists hold."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.model import Claim, Event, Span
from timeline.names import label, unite

DAY = edtf.parse("2021-03-11")


def claim(people: str = "", organisations: str = "", places: str = "", salience: float = 0.5) -> Claim:
    lists = (tuple(filter(None, text.split("; "))) for text in (people, organisations, places))
    made = Claim("a.txt", None, Span(0, 5), "Quote", DAY, "on Thursday", "", "Title", salience)
    return replace(made, **dict(zip(("people", "organisations", "places"), lists, strict=True)))


def event(**lists: tuple[str, ...]) -> Event:
    return Event("one", DAY, "Title", **lists)


def united(kind: str, *names: str, known: tuple[Event, ...] = ()) -> list[str]:
    claims = unite([claim(**{kind: name}) for name in names], known)
    return ["; ".join(getattr(one, kind)) for one in claims]


def test_a_person_has_one_spelling() -> None:
    assert united("people", "Mike Pompeo", "Pompeo", "Michael Pompeo", "Mike Pompeo") == ["Mike Pompeo"] * 4
    assert united("people", "Donald J. Trump", "Donald Trump", "Donald Trump") == ["Donald Trump"] * 3
    assert united("people", "Kim Jong Un", "Kim Jong-un", "Kim") == ["Kim Jong Un"] * 3
    assert united("people", "José Muñoz", "Jose Munoz", "Jose Munoz") == ["Jose Munoz"] * 3


def test_a_family_name_of_two_people_stays_as_it_is() -> None:
    assert united("people", "Serena Williams", "Venus Williams", "Williams")[2] == "Williams"
    assert united("people", *["Barack Obama"] * 8, "Michelle Obama", "Obama")[-1] == "Barack Obama"
    assert united("people", "Kim Jong Un", "Kim Yong Chol", "Kim")[2] == "Kim"


def test_an_organisation_has_one_spelling() -> None:
    assert united("organisations", "Norberg Bridge Authority", "NBA") == ["Norberg Bridge Authority"] * 2
    assert (
        united("organisations", "U.S. Treasury Department", "US Department of the Treasury", "U.S. Treasury Department")
        == ["U.S. Treasury Department"] * 3
    )
    assert united("organisations", "Norwegian Ministry of Justice", "Justice Ministry") == ["Norwegian Ministry of Justice"] * 2
    assert united("organisations", "Northwind Inc.", "Northwind", "Northwind") == ["Northwind"] * 3
    assert united("organisations", "Norberg Rescue Centre", "Norberg Rescue Center")[0] == "Norberg Rescue Center"


def test_the_spelling_of_events_yaml_wins() -> None:
    known = (event(people=("Michael R. Pompeo",), organisations=("the NBA",), places=("Kiev",)),)
    assert united("people", "Mike Pompeo", "Mike Pompeo", "Pompeo", known=known) == ["Michael R. Pompeo"] * 3
    assert united("organisations", "NBA", "NBA", known=known) == ["the NBA"] * 2
    assert known[0].people == ("Michael R. Pompeo",)


def test_an_event_lists_what_its_best_claim_names_and_what_many_name() -> None:
    claims = [claim("Anna Lind", "", "Norberg", 0.9), claim("Jonas Hale", "", "Oslo", 0.3), claim("Jonas Hale", "", "Bergen", 0.2)]
    (labelled,) = label([(event(), claims)], ())
    assert labelled.people == ("Anna Lind", "Jonas Hale")
    assert labelled.places == ("Norberg",)
    assert labelled.tags == ()


names = st.lists(
    st.sampled_from(
        ["Anna Lind", "A. Lind", "Lind", "Jonas Lind", "Anna  Lind", "", "’", "É", "Kim", "Kim Il Sung", "of", "NBA", "Norberg"]
    ),
    max_size=4,
)


@given(st.lists(names, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter_and_uniting_twice_changes_nothing(lists: list[list[str]], random: object) -> None:
    claims = [replace(claim(), people=tuple(held), organisations=tuple(held), places=tuple(held)) for held in lists]
    once = unite(claims, ())
    order = list(range(len(claims)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = unite([claims[i] for i in order], ())
    assert list(shuffled) == [once[i] for i in order]
