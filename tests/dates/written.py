"""Dates of every kind, for tests of what is done to them."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline import edtf
from timeline.edtf import days_in_month, year_text

years = st.integers(-9999, 9999)


@st.composite
def points(draw: st.DrawFn) -> str:
    year = draw(years)
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, days_in_month(year, month)))
    form = draw(st.integers(0, 7))
    qualifier = draw(st.sampled_from(["", "", "", "~", "?", "%"]))
    if form == 6:
        return f"{draw(st.integers(0, 999)):03}X"
    if form == 7:
        return f"{draw(st.integers(0, 99)):02}XX"
    code = draw(st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))
    time = f"T{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}" + draw(st.sampled_from(["", "Z", "+08:00", "-03:30"]))
    endings = ["", f"-{month:02}", f"-{month:02}-{day:02}", f"-{month:02}-{day:02}{time}", f"-{code}", f"-{month:02}-XX"]
    return year_text(year) + endings[form] + qualifier


@st.composite
def dates(draw: st.DrawFn) -> str:
    first, second = sorted((draw(points()), draw(points())), key=lambda text: edtf.parse_point(text).first)
    form = draw(st.integers(0, 6))
    if form == 6 and edtf.parse_point(first).first == edtf.parse_point(second).first:
        form = 0
    return [
        first,
        f"{first}/{second}",
        f"../{first}",
        f"{first}/..",
        f"[{first}..{second}]",
        f"[..{second}]",
        f"[{first}, {second}]",
    ][form]


def valid_dates() -> st.SearchStrategy[edtf.Date]:
    """The same, read: without those whose two ends overlap so that the second ends first."""

    def read(text: str) -> edtf.Date | None:
        try:
            return edtf.parse(text)
        except edtf.DateError:
            return None

    return dates().map(read).filter(lambda date: date is not None)  # type: ignore[return-value]
