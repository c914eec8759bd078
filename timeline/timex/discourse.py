"""What a text has dated so far, and whether it tells news or history.

News speaks from its day of publication: "on Monday", "in June" are near that day. History runs from date to date: in a text that opens with
"The war broke out in 1746", "in June" is the June of the year that it has come to. `tells_history` chooses between the two by the
text's own dates; `Discourse` holds those that a later mention may be counted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.edtf import Date, Day
from timeline.model import DocumentCreationTime, Span, Timex
from timeline.timex import days, value
from timeline.timex.rule import Fields, Mention, Tense

_LEAST_YEARS = 4  # a text that names fewer years is not taken for history
_LEAST_FAR_YEARS = 2  # save where they lie far behind, and nothing speaks from a present
_OPENING_DATES = 2  # dates without a year that may stand before the first that has one
_YEARS_A_DEICTIC, _FAR_YEARS_A_DEICTIC = 8, 3  # and one with more words such as "last week", for each so many years that it names
_YEARS_A_QUOTE = 1.5
_RECENT, _FAR = 1, 5  # years before publication
_PRECISION = {"day": 10, "week": 8, "weekend": 8, "month": 7, "quarter": 7, "half": 7, "year": 4, "decade": 3, "century": 2}
_NAMED = re.compile(r"(?:BC)?\d")  # a value that has its year
_OPENING = re.compile(r"(?:^|[.!?:][\"'\u201d)\]\d]{0,4}\s|\n)\W{0,4}(?:\w{1,12}\W{1,2}){0,2}$")
_IN_BRACKETS = re.compile(r"\([^()]{0,60}$"), re.compile(r"[^()]{0,60}\)")


_CLAUSE, _CLAUSE_REACH = re.compile(r"[^.!?;:()\n]*$"), 120
_SENTENCE_END, _SENTENCE_REACH = re.compile(r"[.!?][\"'\u201d)\]]{0,3}\s+[^\sa-z]|\n"), 250
_BORN = re.compile(r"\bborn\b")
_OPENING_SENTENCE = 300  # characters, in which a range is that of the whole story
_LINE_START, _LINE_END = re.compile(r"(?:^|\n)[^\n.!?]{0,60}$"), re.compile(r"[^\w\n]{0,4}(?:\n|$)")


def _is_heading(text: str, span: Span) -> bool:
    """Whether words end a line of their own, one without a sentence."""
    return bool(_LINE_END.match(text, span.end)) and bool(_LINE_START.search(text, max(0, span.start - 61), span.start))


def tells_history(text: str, mentions: Iterable[Mention], published: DocumentCreationTime | None) -> bool:
    """Whether undated days belong to the year that the text has come to: it names its years, starting with its first date, seldom
    speaks from a present ("yesterday", "on Monday") and quotes hardly anyone."""
    dates = [
        mention.fields for mention in mentions if mention.kind in ("calendar", "relative") and not _is_stamp(mention.fields, published)
    ]
    opening = next((index for index, fields in enumerate(dates) if _has_year(fields)), len(dates))
    if opening > _OPENING_DATES or opening == len(dates) or any(_is_deictic(fields) for fields in dates[:opening]):
        return False
    years = [year_of(fields) for fields in dates if "year" in fields]
    deictic = sum(_is_deictic(fields) for fields in dates)
    quotes = (text.count('"') + text.count("\u201c") + text.count("\u201d") + 2 * text.count("``")) / 2
    now = published.earliest.year if published else max(years, default=0)
    recent = published is not None and sum(year >= now - _RECENT for year in years) * 2 > len(years)
    far = bool(years) and all(year <= now - _FAR for year in years)
    ratio = _FAR_YEARS_A_DEICTIC if far else _YEARS_A_DEICTIC
    least = _LEAST_FAR_YEARS if far and not deictic else _LEAST_YEARS * (1 + recent)
    enough = len(years) >= least
    return enough and deictic * ratio <= len(years) and quotes <= len(years) * _YEARS_A_QUOTE


def _is_stamp(fields: Fields, published: DocumentCreationTime | None) -> bool:
    """Whether a date is the one that the page itself bears."""
    return published is not None and days.value_in(fields.get("year", 0), fields) == str(published.earliest)


def _has_year(fields: Fields) -> bool:
    return "year" in fields or "decade" in fields or "century" in fields


def _is_deictic(fields: Fields) -> bool:
    """Whether a mention speaks from a present: last week, today, on Monday; not "the end of the year"."""
    if fields.get("origin") == "published":
        return fields.get("unit") == "day" or fields.get("amount", 1) != 0
    return "weekday" in fields and "month" not in fields and "origin" not in fields


def year_of(fields: Fields) -> int:
    """The year that a mention names, counted as EDTF counts: 44 BC is -43."""
    return 1 - fields["year"] if fields.get("era") == "BC" else fields["year"]


def _qualifies(mention: Mention) -> bool:
    """Whether a date stands in the name of something: "the 1907 convention", "the November 27 accord"."""
    return mention.words.start < mention.span.start and mention.words.end > mention.span.end and not mention.range


@dataclass(frozen=True, slots=True)
class Discourse:
    """The dates that a text has named so far, the last one last, with those before it that are more precise."""

    history: bool
    dates: tuple[Timex, ...] = ()
    year: int = 9999  # the last one that the words themselves gave
    latest: Timex | None = None  # the last date of any kind that a count of years may start from: a bare year out of turn, too

    def then(self, text: str, mention: Mention, timex: Timex, tense: Tense) -> Discourse:
        """The same with one date more, where later ones may be counted from it."""
        if timex.type not in ("DATE", "TIME") or not _NAMED.match(timex.value):
            return self
        fields = mention.fields
        compares = fields.get("unit") == "year" or (fields.get("unit") == "quarter" and fields.get("amount") == 4)
        looks_back = fields.get("direction") == "past" and (self.history or (mention.kind == "relative" and compares))
        looks_back |= bool(self.dates) and precision(timex) == 10 and _qualifies(mention) and self._lies_before(timex)
        if looks_back or (
            self.history and self.dates and (timex.anchor.startswith("published") or self._is_apart(text, mention, timex, tense))
        ):
            return self
        if self.history and self.dates and self._is_out_of_turn(text, mention):
            return replace(self, latest=timex)
        coarse = precision(timex)
        finer = [each for each in self.dates if precision(each) > coarse]
        names_year = "year" in fields or fields.get("unit") == "year" or "within" in fields
        first = first_day(timex) if names_year else None
        return Discourse(self.history, (*finer[-3:], timex), first.year if first else self.year, timex)

    def _is_apart(self, text: str, mention: Mention, timex: Timex, tense: Tense) -> bool:
        """Whether a date stands outside the story: in brackets, in a name ("the 1907 convention"), looked back at ("he had served since
        1831"), planned, or the far end of what a heading spans."""
        start, end = mention.span
        if mention.range == "end" and (start < _OPENING_SENTENCE or _is_heading(text, mention.words)):
            return True
        if _qualifies(mention):
            return True
        before, after = _IN_BRACKETS
        if not _is_heading(text, mention.words) and before.search(text, max(0, start - 60), start) and after.match(text, end):
            return True
        if tense.plan.search(text, max(0, start - 32), start):
            return True
        clause = _CLAUSE.search(text, max(0, start - _CLAUSE_REACH), start)
        return bool(clause and tense.flashback.search(clause[0])) and self._lies_before(timex)

    def _is_out_of_turn(self, text: str, mention: Mention) -> bool:
        """Whether a bare year that does not open its sentence is far from the one that the story has come to."""
        come_to = date_of(self.dates[-1])
        bare = "year" in mention.fields and not any(part in mention.fields for part in ("month", "season", "quarter", "half"))
        if not bare or not come_to or not come_to.earliest or abs(year_of(mention.fields) - come_to.earliest.year) <= 1:
            return False
        return not _OPENING.search(text[max(0, mention.span.start - 40) : mention.span.start])

    def _lies_before(self, timex: Timex) -> bool:
        """Whether a date lies before the one that the story has come to."""
        first, come_to = first_day(timex), first_day(self.latest or self.dates[-1])
        return bool(first and come_to and first < come_to)

    def origin(self, fields: Fields) -> Timex | None:
        """The date that a mention is counted from: the last one that is as precise as what is counted."""
        unit = fields.get("unit")
        if unit:
            needed = _PRECISION.get(unit, 4)
        elif "weekday" in fields or not any(part in fields for part in ("month", "season", "quarter", "half", "holiday")):
            needed = 10
        else:
            needed = 4
        needed = needed if needed == 10 else min(needed, 7)
        if self.history and needed <= 4 and self.latest and unit and self.latest.span.start > self.dates[-1].span.start:
            return self.latest
        return next((each for each in reversed(self.dates) if precision(each) >= needed), None)

    def come_to(self) -> Timex | None:
        """The last date that has its year, where the text tells history."""
        return next((each for each in reversed(self.dates) if precision(each) >= 4), None) if self.history else None

    def within_sentence(self, text: str, span: Span) -> Timex | None:
        """The last date, where its own words gave its year and month, and the sentence that it stands in goes on to the span."""
        last = self.dates[-1] if self.dates else None
        if last is None or last.anchor or not re.match(r"\d{4}-\d\d", last.value) or span.start - last.span.end > _SENTENCE_REACH:
            return None
        born = _BORN.search(text, max(0, last.span.start - 24), last.span.start)
        return None if born or _SENTENCE_END.search(text, last.span.end, span.start) else last

    def month(self) -> Timex | None:
        """The last date that has its month."""
        return next((each for each in reversed(self.dates) if re.fullmatch(r"(?:BC)?\d{4}-\d\d(?:-.*)?", each.value)), None)

    def day_near(self, span: Span, reach: int) -> str:
        """The day of the last date, where it is one and ends at most `reach` characters before; in history, however far."""
        last = self.dates[-1] if self.dates else None
        if not last or precision(last) != 10 or (not self.history and span.start - last.span.end >= reach):
            return ""
        return date_part(last)


def date_part(timex: Timex) -> str:
    """A value without its time of day."""
    return timex.value.split("T")[0].split("/")[0]


def precision(timex: Timex) -> int:
    """How precise a date is, by the length of its value: 4 for a year, 7 for a month, season or quarter, 10 for a day."""
    return len(date_part(timex).removeprefix("BC"))


def date_of(timex: Timex) -> Date | None:
    """The calendar date of a value."""
    return value.date_of(timex.value)


def first_day(timex: Timex) -> Day | None:
    """The first day of a date."""
    date = date_of(timex)
    return date.earliest if date else None
