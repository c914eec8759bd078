"""Turn mentions into temporal expressions: a TIMEX3 value, what it was resolved against, and a date.

In: text, mentions in order, the day or days of publication, a language's signs of tense. Out: one `Timex` a mention.
A mention is read against the first and against the last day of publication; where both readings agree, the value is sure,
where they do not, it lies between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from timeline.basis import OPEN_ORDER, Basis, parse
from timeline.edtf import Date
from timeline.model import DocumentCreationTime, Timex, TimexType
from timeline.timex import days, lengths, value
from timeline.timex.discourse import Discourse, tells_history
from timeline.timex.reading import Reading, amount, read
from timeline.timex.rule import Fields, Mention, Tense


def resolve(text: str, mentions: Sequence[Mention], published: DocumentCreationTime | None, tense: Tense) -> list[Timex]:
    """Resolve every mention."""
    discourse = _opening(text, mentions, published, tense)
    resolved: list[Timex] = []
    for mention in mentions:
        timex = _timex(text, mention, published, tense, discourse)
        resolved.append(timex)
        discourse = discourse.then(text, mention, timex, tense)
    return _with_whole_ranges(resolved, mentions)


def _opening(text: str, mentions: Sequence[Mention], published: DocumentCreationTime | None, tense: Tense) -> Discourse:
    """The discourse before the first mention: news knows no date yet, history that of its first year."""
    if not tells_history(text, mentions, published):
        return Discourse(False)
    first = next(mention for mention in mentions if mention.kind == "calendar" and "year" in mention.fields)
    discourse = Discourse(True)
    return discourse.then(text, first, _timex(text, first, published, tense, discourse), tense)


def _with_whole_ranges(timexes: list[Timex], mentions: Sequence[Mention]) -> list[Timex]:
    """Give the first end of a range the date of the whole, and the second none."""
    result = list(timexes)
    for index in range(len(mentions) - 1):
        first, last = result[index], result[index + 1]
        if mentions[index].range == "start" and mentions[index + 1].range == "end" and first.date and last.date:
            whole = value.lasting(first.date, last.date)
            if whole:
                sure = first.sure and last.sure
                anchor = first.anchor or (last.anchor if last.anchor.startswith("published") else "")
                result[index], result[index + 1] = replace(first, date=whole, anchor=anchor, sure=sure), replace(last, date=None)
    return result


def _timex(text: str, mention: Mention, published: DocumentCreationTime | None, tense: Tense, discourse: Discourse) -> Timex:
    mod = mention.fields.get("mod", "")
    made = partial(Timex, mention.span, text[slice(*mention.span)], mod=mod, rule=mention.rule, words=mention.words)
    if mention.kind == "duration":
        return made("DURATION", lengths.duration(mention.fields))
    if mention.kind == "set":
        return made("SET", lengths.recurrence(mention.fields))
    if mention.kind == "reference":
        return made("DATE", mention.fields["reference"])
    reading, date = _against(partial(read, text, mention, tense=tense, discourse=discourse), mention, published)
    kind: TimexType = "TIME" if mention.kind == "clock" or ("T" in reading.value and not reading.value.endswith("REF")) else "DATE"
    date = date or _either_order(mention.fields) or value.date_of(reading.value, mod)
    basis = _basis(reading, mention.fields.get("order", ""), published)
    if date and mention.bound and not _is_open(published, reading):
        before_the_end = mention.bound == "before" and mod == "END"
        date = value.bounded(date, "by" if before_the_end else mention.bound)
    return made(kind, reading.value, anchor=str(basis), date=date, sure=reading.known and not basis.likeliest and basis.order != OPEN_ORDER)


def _basis(reading: Reading, order: str, published: DocumentCreationTime | None) -> Basis:
    """What a value was counted from; where that is an earlier date, what that one was counted from too."""
    likeliest = not reading.sure and order != OPEN_ORDER
    if not isinstance(reading.origin, Timex):
        return Basis(published=published if reading.origin else None, order=order, likeliest=likeliest)
    before, date = parse(reading.origin.anchor) or Basis(), value.date_of(reading.origin.value)
    return Basis(
        " ".join(reading.origin.text.split()),
        date.edtf if date else "",
        before.published,
        order or before.order,
        likeliest or before.likeliest,
    )


def _is_open(published: DocumentCreationTime | None, reading: Reading) -> bool:
    """Whether a date hangs on a day of publication that is not known: no word before it can bound it further."""
    return bool(published and published.day is None and _hangs_on_publication(reading))


def _hangs_on_publication(reading: Reading) -> bool:
    return reading.origin is not None and not isinstance(reading.origin, Timex)


def _either_order(fields: Fields) -> Date | None:
    """Both days that 11/02/2018 may mean, the second of November and the eleventh of February."""
    if fields.get("order") != OPEN_ORDER:
        return None
    return value.one_of({days.value_in(fields["year"], order) or "" for order in (fields, _swapped(fields))})


def _swapped(fields: Fields) -> Fields:
    return {"year": fields["year"], "month": fields["day"], "day": fields["month"]}


def _against(seen: partial[Reading], mention: Mention, published: DocumentCreationTime | None) -> tuple[Reading, Date | None]:
    """The reading, and its date where it is wider than the value."""
    first = seen(day=published.earliest if published else None)
    if published is None or published.day or not _hangs_on_publication(first):
        return first, None
    unit = mention.fields.get("unit", "")
    steps = amount(mention.fields)
    if published.latest is None:
        start = days.plus(published.earliest, steps) if unit == "day" else None
        date = value.date_of(first.value)
        if mention.kind == "calendar" and "weekday" not in mention.fields:
            return first, None
        begin = start or (date.earliest if date and unit != "week" else days.plus(published.earliest, 7 * steps))
        return (replace(first, value=f"{begin}/..", known=False), value.within(begin, None)) if begin else (first, None)
    if mention.kind == "relative" and unit in ("day", "week"):
        step = steps * (7 if unit == "week" else 1)
        start, end = days.plus(published.earliest, step), days.plus(published.latest, step)
        return (replace(first, value=f"{start}/{end}", known=False), value.within(start, end)) if start and end else (first, None)
    last = seen(day=published.latest)
    if first.value == last.value:
        return first, None
    one, other = value.date_of(first.value), value.date_of(last.value)
    if one and other and one.earliest and other.latest:
        between = replace(first, value=f"{one.earliest}/{other.latest}", known=False)
        return between, value.within(one.earliest, other.latest)
    return first, None
