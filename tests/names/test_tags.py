"""Tags come from the story's own vocabulary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.names.tags import tags

STORY = [
    ["Council voted to close the ferry", "The council voted on Monday to close the ferry after the strike."],
    ["Ferry sank", "The ferry sank with two lorries, and the strike of the crew ended."],
    ["Crew began a strike", "The crew of the ferry began a strike in May."],
    ["Inquiry opened", "An inquiry into the oil spill was opened by the mayor."],
    ["Report told of the oil spill", "The report on the oil spill was kept from the inquiry."],
    ["Oil spill reached the beach", "The oil spill reached the beach, and the inquiry was told."],
    ["Mayor resigned", "The mayor resigned on Friday."],
    ["School opened", "The school was opened in June."],
    ["Road closed", "Snow closed the road."],
    ["Bells rang", "The bells rang for an hour."],
]


def test_what_recurs_over_several_events_is_a_tag() -> None:
    found = tags(STORY, ())
    assert set(found[1]) == {"ferry", "strike"}
    assert "oil spill" in found[4]
    assert "inquiry" in found[3]
    assert not any("spill" in own or "oil" in own for own in found)
    assert found[6:] == [(), (), (), ()]


def test_nothing_recurs_in_a_small_story() -> None:
    assert tags(STORY[6:], ()) == [(), (), (), ()]
    assert tags([], ()) == []


def test_a_tag_of_events_yaml_is_taken_wherever_its_words_stand() -> None:
    assert tags(STORY[6:], ["Schools", "snow"]) == [(), ("Schools",), ("snow",), ()]


def test_another_language_has_known_tags_alone() -> None:
    german = [["Der Streik begann", "Der Streik der Besatzung begann im Mai."]] * 5
    assert tags(german, ()) == [()] * 5
    assert tags(german, ["streik"]) == [("streik",)] * 5


def test_tags_stay_when_an_article_tells_of_something_else() -> None:
    assert tags([*STORY, ["Choir sang", "The choir sang in the hall."]], ())[: len(STORY)] == tags(STORY, ())


def test_one_tag_for_two_words_or_spellings_of_one_thing() -> None:
    story = [
        ["Memo reached the harbour", "The memo reached the harbour in May."],
        ["Council read the memo", "The council read the memo at the harbour."],
        ["Memorandum was lost", "The memorandum of the engineer was lost in the harbor."],
        ["Editor printed the memorandum", "The editor printed the memorandum on Friday."],
        *STORY[6:],
        *STORY[6:],
    ]
    found = tags(story, ())
    assert [set(own) for own in found[:4]] == [{"memo", "harbour"}, {"memo", "harbour"}, {"memo", "harbour"}, {"memo"}]
    assert tags(story, ["memorandum"])[0][0] == "memorandum"


def test_what_is_said_of_any_story_is_no_tag_in_its_plural_either() -> None:
    for word in ("steps", "presidents", "governments"):
        story = [[f"Crowd met the {word}", f"The crowd met the {word} of the day."]] * 4
        assert not any(word in own for own in tags([*story, *STORY], ()))


def test_a_number_is_no_part_of_a_tag() -> None:
    story = [["Fire killed four sailors", "The fire on the quay killed four sailors of the ferry."]] * 4
    assert not any("four" in tag for own in tags([*story, *STORY], ()) for tag in own)


@given(st.lists(st.lists(st.text(max_size=60), min_size=1, max_size=5), max_size=6), st.lists(st.text(max_size=10), max_size=3))
def test_at_most_three_of_any_texts(events: list[list[str]], known: list[str]) -> None:
    found = tags(events, known)
    assert len(found) == len(events)
    assert all(len(own) <= 3 for own in found)
