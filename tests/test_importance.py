"""How much an event matters follows from who reports it."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.timing import is_linear
from timeline import edtf
from timeline.importance import Mention, weigh

DAY = datetime.date(2021, 3, 12)
WORDS = ("bridge", "closed", "Norberg", "council", "on", "Thursday", "engineers", "cracks", "桥", "ferry")


def mention(event: str, article: str, publisher: str = "", after: int = 0, date: str = "2021-03-11", quote: str = "A quote.") -> Mention:
    return Mention(event, edtf.parse(date), article, publisher, DAY + datetime.timedelta(after), quote)


DATES = ("2021-03-11", "2021-03-12T10:00", "2021-03", "2021", "../2021-04", "2021/..", "-0043", "9999-12-31", "[2021-03-11..2021-03-14]")
DATE_OF = {f"e{number}": edtf.parse(text) for number, text in enumerate(DATES + DATES[:2])}
MENTIONS = st.lists(
    st.builds(
        lambda event, *rest: Mention(event, DATE_OF[event], *rest),
        st.sampled_from(sorted(DATE_OF)),
        st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt"]),
        st.sampled_from(["", "Bugle", "Herald"]),
        st.sampled_from([None, datetime.date.min, DAY, DAY + datetime.timedelta(4), datetime.date.max]),
        st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
    ),
    max_size=20,
)


def test_more_articles_matter_more_and_the_line_counts_them() -> None:
    found = weigh(
        [
            mention("bridge", "a.txt", "Bugle"),
            mention("bridge", "b.txt", "Herald", after=8, quote="Another quote."),
            mention("fair", "a.txt", "Bugle", date="2021-03-05"),
        ]
    )
    assert found["bridge"].value > found["fair"].value
    assert str(found["bridge"]) == "reported by 2 articles of 2 publishers over 9 days"
    assert str(found["fair"]) == "reported by 1 article"


def test_a_copy_counts_once_and_the_earliest_is_the_original() -> None:
    told = mention("bridge", "b.txt", "Bugle", quote="The bridge closed on Thursday.")
    copy = mention("bridge", "a.txt", "Herald", after=3, quote="The bridge\nclosed on Thursday.")
    assert weigh([told, copy]) == weigh([told])


def test_what_is_looked_back_on_matters_more_than_what_is_told_once_at_the_time() -> None:
    told = [mention("closed", f"{number}.txt", quote=f"Version {number}.") for number in range(3)]
    later = [mention("opened", f"{number}.txt", date="2021-03-01", quote=f"Version {number}.") for number in range(3)]
    found = weigh(told + later)
    assert found["opened"].value > found["closed"].value
    found = weigh(replace(one, published=None) for one in told + later)
    assert found["opened"].value == found["closed"].value


def test_further_publishers_matter_more_than_further_articles_of_one() -> None:
    many = [mention("closed", f"{number}.txt", f"Paper {number}", date="2021-03-14", quote=f"Version {number}.") for number in range(3)]
    one = [mention("opened", f"{number}.txt", "Bugle", date="2021-03-15", quote=f"Version {number}.") for number in range(3, 6)]
    found = weigh(many + one)
    assert found["closed"].value > found["opened"].value


def test_of_one_day_matters_most_what_most_is_said_about() -> None:
    found = weigh(
        [
            mention("closed", "a.txt", quote="The council closed the bridge for cracks."),
            mention("found", "b.txt", quote="Engineers found cracks under the bridge, the council said."),
            mention("fair", "c.txt", quote="Strawberries were sold at a fair."),
        ]
    )
    assert found["fair"].value < min(found["closed"].value, found["found"].value)


def test_what_repeats_a_weightier_event_of_the_day_counts_half() -> None:
    first = mention("closed", "a.txt", quote="The council closed the bridge.")
    again = [mention("shut", "b.txt", quote="The bridge closed, the council.")]
    assert weigh([first, *again])["shut"].value == round(math.log1p(2 / 2) / math.log1p(2), 6)


def test_an_article_about_something_else_counts_less() -> None:
    topic = [mention("closed", f"{number}.txt", quote=f"The council closed the bridge, version {number}.") for number in range(9)]
    near = mention("near", "near.txt", date="2021-03-01", quote="The council opened the bridge.")
    far = mention("far", "far.txt", date="2021-03-02", quote="Strawberries ripened early.")
    found = weigh([*topic, near, far])
    assert found["far"].value < found["near"].value < found["closed"].value


def test_a_year_gathers_no_weight_from_other_events_of_it() -> None:
    years = [mention(f"year{number}", f"{number}.txt", date="2020", quote=f"The bridge, version {number}.") for number in range(9)]
    found = weigh([*years, *(mention("closed", f"{number}.txt", quote=f"The bridge, version {number}.") for number in (10, 11, 12))])
    assert max(found.values(), key=lambda importance: importance.value) == found["closed"]


def test_no_mentions_no_events() -> None:
    assert weigh([]) == {}


@given(MENTIONS)
def test_bounds(mentions: list[Mention]) -> None:
    found = weigh(mentions)
    assert found.keys() == {mention.event for mention in mentions}
    assert all(0 <= importance.value <= 1 for importance in found.values())
    assert not found or max(importance.value for importance in found.values()) == 1


@given(MENTIONS.flatmap(lambda mentions: st.tuples(st.just(mentions), st.permutations(mentions))))
def test_any_order_gives_the_same(both: tuple[list[Mention], list[Mention]]) -> None:
    assert weigh(both[0]) == weigh(both[1])


@given(MENTIONS, st.sampled_from(["e0", "e2"]), st.integers(1, 3))
def test_what_has_all_reports_of_another_event_and_more_matters_no_less(mentions: list[Mention], event: str, more: int) -> None:
    date = DATE_OF[event]
    others = [mention for mention in mentions if mention.event != event]
    fewer = [mention for mention in mentions if mention.event == event]
    reports = [replace(one, event="more") for one in fewer]
    reports += [Mention("more", date, f"new{number}.txt", "", DAY, f"Version {number}") for number in range(more)]
    found = weigh([*others, *fewer, *reports])
    assert not fewer or found["more"].value >= found[event].value
    assert found["more"].articles >= more


def test_time_grows_with_the_mentions() -> None:
    def prepare(size: int) -> Callable[[], object]:
        many = [
            mention(
                f"e{number // 2}", f"{number // 20}.txt", date=f"2021-03-{number % 3 + 10}", quote=f"The bridge of {number % 99} cracks."
            )
            for number in range(size)
        ]
        return lambda: weigh(many)

    assert is_linear(prepare, 2000)
