"""events.lock: what it holds comes back, in a form that git merges, and is broken only with a message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import parse as parse_date
from timeline.errors import TimelineError
from timeline.store import Lock, article_digest, claim_digest
from timeline.store.lock import parse, text_of
from timeline.store.traces import trace

DIGESTS = st.text("0123456789abcdef", min_size=16, max_size=16)
PATHS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
IDS = st.text("abc019-", min_size=1, max_size=9)
TRACES = st.none() | st.builds(trace, st.text(max_size=20), st.sampled_from([None, parse_date("2018"), parse_date("2018-08-04")]))


@st.composite
def locks(draw: st.DrawFn) -> Lock:
    claims = draw(st.dictionaries(st.tuples(PATHS | PATHS.map("~{} b".format), DIGESTS), IDS, max_size=8))
    traces = {claim: found for claim in claims if (found := draw(TRACES))}
    return Lock(draw(st.dictionaries(PATHS, DIGESTS, max_size=5)), claims, traces)


@given(locks(), st.randoms(use_true_random=False))
def test_a_lock_comes_back(lock: Lock, random: object) -> None:
    text = text_of(lock)
    assert parse(text) == lock
    assert parse(text.replace("\n", "\r\n")) == lock
    lines = [f"{line}\n" for line in text.split("\n")[:-1]]
    assert "".join(sorted(lines)) == text
    random.shuffle(lines)  # type: ignore[attr-defined]
    assert parse("".join(lines + lines)) == lock


def test_form() -> None:
    lock = Lock({"seeds/b c.txt": "0" * 16}, {("seeds/a.txt", "1" * 16): "summit", ("seeds/a.txt", "0" * 16): "treaty"})
    assert text_of(lock).splitlines()[1:] == [
        "article 0000000000000000 seeds/b c.txt",
        "claim 0000000000000000 treaty seeds/a.txt",
        "claim 1111111111111111 summit seeds/a.txt",
    ]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("<<<<<<< HEAD", "git conflict"),
        ("=======", "git conflict"),
        (">>>>>>> other", "git conflict"),
        ("claim 00 a seeds/a.txt", "Restore the file"),
        ("article 0000000000000000", "Restore the file"),
        ("claim 0000000000000000 A B seeds/a.txt", "Restore the file"),
        ("\0", "Restore the file"),
    ],
)
def test_a_broken_line_is_told_with_its_place(line: str, hint: str) -> None:
    with pytest.raises(TimelineError, match=f"^events.lock:2:1: .*{hint}"):
        parse(f"# header\n{line}\narticle {'0' * 16} seeds/a.txt\n")


def test_an_article_is_known_with_its_bytes() -> None:
    lock = Lock({"seeds/a.txt": article_digest(b"one")})
    assert lock.knows("seeds/a.txt", article_digest(b"one"))
    assert not lock.knows("seeds/a.txt", article_digest(b"two"))
    assert not lock.knows("seeds/b.txt", article_digest(b"one"))


def test_forgetting_one_article_keeps_the_others() -> None:
    claims = {("a", "2" * 16): "x", ("b", "2" * 16): "y"}
    lock = Lock({"a": "0" * 16, "b": "1" * 16}, claims, dict.fromkeys(claims, "0000ab"))
    assert lock.forget({"a"}) == Lock({"b": "1" * 16}, {("b", "2" * 16): "y"}, {("b", "2" * 16): "0000ab"})


def test_a_copy_with_other_typography_makes_the_same_claim() -> None:
    same = [
        ("“We agree,” she said – on  4 August.", "on 4 August"),
        ('"We agree," she said -- on\n4 August', "on 4\u00a0August"),
        ("‘WE AGREE’ she said — on 4 August…", "On 4 August"),
    ]
    assert len({claim_digest(*claim) for claim in same}) == 1
    other = [("We agree, she said on 5 August", "on 5 August"), (same[0][0], "4 August"), (same[0][0], ""), ("", same[0][0])]
    assert len({claim_digest(*claim) for claim in [same[0], *other]}) == 5
