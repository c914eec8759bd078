"""Join mentions that belong together: a clock and its day, the ends of a range, the days of a list; and widen each to the words around it.

In: text, mentions in order, a language's connectives. Out: mentions in order, some of them joined or new. Only what stands
directly beside a mention is looked at.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from timeline.model import Span
from timeline.timex.neighbours import with_clock_ranges, with_hour_of_part, with_shared_month, with_smaller_units
from timeline.timex.quantities import with_numbers
from timeline.timex.rule import Connectives, Fields, Mention

_REACH = 24  # characters looked at before a mention
_CLOCK_FIELDS = ("hour", "minute", "second", "zone", "part")
_SHORT_REACH = 12
_TWO_YEARS = re.compile(r"(?P<first>[0-9]{1,4})(?P<joint>\s?[-\u2010-\u2014]\s?)(?P<second>[0-9]{1,4})")
_TWO_DAYS = re.compile(
    r"(?:the\s)?(?P<first>[0-9]{1,2})(?P<suffix>[a-z]{2})?[-\u2010-\u2014/](?P<second>[0-9]{1,2})(?=[a-z]{0,2}\s)", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"(?<![\w.,$])(?P<first>[0-9]{1,4})(?P<joint>\s?[-\u2010-\u2014]\s?|\s[^\W\d]{1,10}\s)$")
_BARE_YEAR_BEFORE = re.compile(r"(?<![A-Za-z0-9.,$/-])(?P<first>(?:1[5-9]|20)[0-9]{2})(?P<joint>\D{1,6})$")
_GRAINS = ("day", "weekday", "month", "season", "quarter", "half", "decade", "century", "year")


def combine(text: str, mentions: list[Mention], connectives: Connectives) -> list[Mention]:
    """All the joins, in turn."""
    mentions = _with_continuations(text, mentions, connectives)
    mentions = with_numbers(text, mentions, connectives)
    mentions = with_clock_ranges(text, _with_clocks(text, mentions, connectives), connectives)
    mentions = with_smaller_units(text, mentions, connectives)
    mentions = _with_ranges(text, mentions, connectives)
    mentions = _with_nights(_with_lists(text, mentions, connectives))
    return [_with_words(text, mention, connectives) for mention in mentions]


def is_day(fields: Fields) -> bool:
    """Whether the fields name one day, on which a clock may stand."""
    return "day" in fields or "weekday" in fields or "holiday" in fields or fields.get("unit") == "day"


def grain(mention: Mention) -> str:
    """The finest part of the calendar that a mention names."""
    if mention.kind == "relative":
        return mention.fields.get("unit", "")
    return next((name for name in _GRAINS if name in mention.fields), "")


def _with_clocks(text: str, mentions: list[Mention], connectives: Connectives) -> list[Mention]:
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        merged = _merged(text, before, mention, connectives) if before else None
        if merged:
            joined[-1] = merged
            continue
        joined.append(mention)
    return joined


def _merged(text: str, before: Mention, mention: Mention, connectives: Connectives) -> Mention | None:
    """A clock and the day beside it as one mention."""
    between = text[before.span.end : min(mention.span.start, before.span.end + _REACH)]
    dated = ("calendar", "relative", "set")
    if before.kind == mention.kind == "clock" and ("hour" in before.fields) != ("hour" in mention.fields):
        part, hour = (mention, before) if "hour" in before.fields else (before, mention)
        return _merge(before, mention, part, hour) if connectives.date_then_clock.fullmatch(between) else None
    if before.kind == "clock" and mention.kind in dated and is_day(mention.fields) and "hour" not in mention.fields:
        return _merge(before, mention, mention, before) if connectives.clock_then_date.fullmatch(between) else None
    two_parts = "part" in before.fields and "part" in mention.fields
    if mention.kind == "clock" and before.kind in dated and is_day(before.fields) and "hour" not in before.fields and not two_parts:
        return _merge(before, mention, before, mention) if connectives.date_then_clock.fullmatch(between) else None
    return None


def _merge(first: Mention, second: Mention, date: Mention, clock: Mention) -> Mention:
    fields = dict(date.fields) | {name: value for name, value in with_hour_of_part(date, clock).items() if name in _CLOCK_FIELDS}
    span = Span(first.span.start, second.span.end)
    return replace(date, span=span, words=span, fields=cast(Fields, fields))


def _with_continuations(text: str, mentions: list[Mention], connectives: Connectives) -> list[Mention]:
    """Add the numbers that continue a mention: the 5 of "June 3-5", the 91 of "1989-91", the 3 of "3-5 June"."""
    result: list[Mention] = []
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].span.start if index + 1 < len(mentions) else len(text)
        floor = result[-1].span.end if result else 0
        if mention.kind != "calendar" or "hour" in mention.fields:
            result.append(mention)
        elif "era" in mention.fields and "year" in mention.fields:
            result += _years_before(text, mention, floor, connectives)
        elif "day" in mention.fields and "month" in mention.fields and (both := _TWO_DAYS.match(text, *mention.span)):
            result += _two_days(mention, both)
        elif "day" in mention.fields and "month" in mention.fields and _begins_with_day(text, mention, connectives):
            result += _days_before(text, mention, floor, connectives)
        elif "day" in mention.fields and "month" in mention.fields:
            result += _days_after(text, mention, limit, connectives)
        elif set(mention.fields) <= {"year", "mod"} and text[mention.span.end - 3 : mention.span.end].isdigit():
            result += _years_after(text, mention, limit, connectives)
        elif set(mention.fields) <= {"year", "mod"} and text[mention.span.start].isdigit():
            result += _year_before(text, mention, floor, connectives)
        else:
            result.append(mention)
    done = 0
    kept = []
    for mention in result:  # a continuation may have taken what another rule read (the year of "June 3-5, 2018")
        if mention.span.start >= done:
            kept.append(mention)
            done = mention.span.end
    return kept


def _begins_with_day(text: str, mention: Mention, connectives: Connectives) -> bool:
    article = connectives.article.match(text, *mention.span)
    return bool(article) and text[article.end() if article else 0].isdigit()


def _days_after(text: str, mention: Mention, limit: int, connectives: Connectives) -> list[Mention]:
    found = [mention]
    end = mention.span.end
    while "year" not in mention.fields and end < len(text):
        match = connectives.more_days.match(text, end, min(len(text), end + 48))
        if not match or match.start("number") >= limit:
            break
        number = int(match["number"])
        is_range = bool(connectives.range_joint.fullmatch(match["dash"] or match["joint"]))
        if number <= found[-1].fields["day"] and is_range:
            break
        found.append(_with_number(found[-1], "day", number, Span(match.start("number"), match.end())))
        if is_range:
            found[-2] = replace(found[-2], range="start")
            found[-1] = replace(found[-1], range="end")
        if match["year"]:
            found = [replace(each, fields=cast(Fields, dict(each.fields) | {"year": int(match["year"])})) for each in found]
            break
        end = match.end()
        if is_range:
            break
    return [replace(each, words=Span(mention.span.start, found[-1].span.end)) for each in found]


def _days_before(text: str, mention: Mention, floor: int, connectives: Connectives) -> list[Mention]:
    found = [mention]
    while match := connectives.fewer_days.search(text[max(floor, found[0].span.start - _REACH) : found[0].span.start]):
        start = max(floor, found[0].span.start - _REACH)
        if int(match["number"]) >= found[0].fields["day"]:
            break
        first = _with_number(mention, "day", int(match["number"]), Span(start + match.start("number"), start + match.start("joint")))
        if connectives.range_joint.fullmatch(match["joint"]):
            return [replace(first, range="start"), replace(found[0], range="end"), *found[1:]]
        found.insert(0, first)
    return found


def _two_days(mention: Mention, both: re.Match[str]) -> list[Mention]:
    """The two days of "3-5 June"; where they are no range, the second alone."""
    first = _with_number(mention, "day", int(both["first"]), Span(both.start("first"), both.end("suffix" if both["suffix"] else "first")))
    second = _with_number(mention, "day", int(both["second"]), Span(both.start("second"), mention.span.end))
    if int(both["first"]) >= int(both["second"]):
        return [second]
    return [replace(first, range="start"), replace(second, range="end")]


def _years_before(text: str, mention: Mention, floor: int, connectives: Connectives) -> list[Mention]:
    """The other end of a range whose era stands only once: the 264 of "264-241 BC", of "between 264 and 241 BC"."""
    both = _TWO_YEARS.match(text, *mention.span)
    if both:
        start, joint = mention.span.start, Span(*both.span("joint"))
        second = int(both["second"])
    else:
        start = max(floor, mention.span.start - _REACH)
        found = _YEAR_BEFORE.search(text, start, mention.span.start)
        if not found or "month" in mention.fields or "season" in mention.fields:
            return [mention]
        start, joint = found.start("first"), Span(*found.span("joint"))
        second = mention.fields["year"]
    words = text[slice(*joint)]
    ranges = connectives.to.fullmatch(words)
    if not ranges and not (connectives.between_and.fullmatch(words) and connectives.between.search(text[max(0, start - _REACH) : start])):
        return [mention]
    first = _with_number(mention, "year", int(text[start : joint.start]), Span(start, joint.start))
    last = _with_number(mention, "year", second, Span(joint.end, mention.span.end))
    return [replace(first, range="start"), replace(last, range="end")]


def _years_after(text: str, mention: Mention, limit: int, connectives: Connectives) -> list[Mention]:
    match = connectives.more_years.match(text, mention.span.end, min(len(text), mention.span.end + 16))
    year = mention.fields["year"]
    if not match:
        return [mention]
    last = int(match["number"])
    last = last if len(match["number"]) > 2 else year // 100 * 100 + last
    if not year < last <= year + 200:
        return [mention]
    second = _with_number(mention, "year", last, Span(match.start("number"), match.end("number")))
    return [replace(mention, range="start"), replace(second, range="end")]


def _year_before(text: str, mention: Mention, floor: int, connectives: Connectives) -> list[Mention]:
    """The 2014 of a range whose word for year stands once: 2014-2018年."""
    start = max(floor, mention.span.start - _SHORT_REACH)
    found = _BARE_YEAR_BEFORE.search(text, start, mention.span.start)
    if not found or not connectives.to.fullmatch(found["joint"]) or int(found["first"]) >= mention.fields["year"]:
        return [mention]
    first = _with_number(mention, "year", int(found["first"]), Span(*found.span("first")))
    return [replace(first, range="start"), replace(mention, range="end")]


def _with_number(mention: Mention, name: str, number: int, span: Span) -> Mention:
    fields: dict[str, Any] = {key: value for key, value in mention.fields.items() if key != "weekday"} | {name: number}
    return replace(mention, span=span, words=span, fields=cast(Fields, fields), range="", bound="")


def _with_ranges(text: str, mentions: list[Mention], connectives: Connectives) -> list[Mention]:
    """Mark the two ends of ranges, give each the year that only the other has, and both the words of the whole."""
    result = list(mentions)
    for index in range(len(result) - 1):
        first, last = result[index], result[index + 1]
        if not first.range and not last.range and _is_range(text, first, last, connectives):
            first, last = replace(first, range="start"), replace(last, range="end")
        if first.range != "start" or last.range != "end":
            continue
        first, last = _sharing_year(first, with_shared_month(first, last))
        before = text[max(0, first.span.start - _REACH) : first.span.start]
        opening = connectives.from_.search(before) or connectives.between.search(before)
        start = first.span.start - (len(before) - opening.start() if opening else 0)
        words = Span(start, last.span.end)
        result[index], result[index + 1] = replace(first, words=words), replace(last, words=words)
    return result


def _with_nights(mentions: list[Mention]) -> list[Mention]:
    """One mention of a night that both of its days name: the night of 4-5 June."""
    result: list[Mention] = []
    for mention in mentions:
        first = result[-1] if result else mention
        is_end = first.range == "start" and mention.range == "end" and "part" not in mention.fields
        if is_end and first.fields.get("part") == "NI" and _follow(first.fields, mention.fields):
            span = Span(first.span.start, mention.span.end)
            result[-1] = replace(first, span=span, words=span, range="")
        else:
            result.append(mention)
    return result


def _follow(first: Fields, last: Fields) -> bool:
    return "day" in first and "day" in last and last["day"] in (first["day"] + 1, 1)


def _with_lists(text: str, mentions: list[Mention], connectives: Connectives) -> list[Mention]:
    """Give the months or seasons of a list the year that stands after the last: in May and June 1915."""
    result = list(mentions)
    for index in range(len(result) - 2, -1, -1):
        first, last = result[index], result[index + 1]
        listed = first.kind == last.kind == "calendar" and not first.range and not last.range and grain(first) == grain(last)
        if listed and "year" in last.fields and "year" not in first.fields and not _names_direction(first.fields):
            between = text[first.span.end : min(last.span.start, first.span.end + _REACH)]
            if connectives.list_joint.fullmatch(between):
                result[index] = _sharing_year(first, last)[0]
    return result


def _names_direction(fields: Fields) -> bool:
    return "direction" in fields or "within" in fields


def _is_range(text: str, first: Mention, last: Mention, connectives: Connectives) -> bool:
    if first.kind not in ("calendar", "relative") or last.kind not in ("calendar", "relative"):
        return False
    between = text[first.span.end : min(last.span.start, first.span.end + _REACH)]
    before = text[max(0, first.span.start - _REACH) : first.span.start]
    if connectives.to.fullmatch(between):
        return bool(connectives.from_.search(before)) or (first.kind == last.kind == "calendar" and grain(first) == grain(last))
    return bool(connectives.between_and.fullmatch(between) and connectives.between.search(before))


def _sharing_year(first: Mention, last: Mention) -> tuple[Mention, Mention]:
    part = next((name for name in ("month", "season") if name in first.fields and name in last.fields), "")
    if first.kind != "calendar" or last.kind != "calendar" or not part:
        return first, last
    turns = part == "month" and last.fields["month"] < first.fields["month"]
    if "year" in last.fields and "year" not in first.fields:
        first = replace(first, fields=_in_year(first.fields, last.fields, -turns))
    elif "year" in first.fields and "year" not in last.fields:
        last = replace(last, fields=_in_year(last.fields, first.fields, turns))
    return first, last


def _in_year(fields: Fields, other: Fields, steps: int) -> Fields:
    """The fields with the year of others, or one so many years later."""
    before_christ = other.get("era") == "BC"
    shared: dict[str, Any] = dict(fields) | {"year": other["year"] + (-steps if before_christ else steps)}
    return cast(Fields, shared | {"era": other["era"]} if "era" in other else shared)


def _with_words(text: str, mention: Mention, connectives: Connectives) -> Mention:
    """Widen the words by a preposition before, a postposition after, or the determiner and the noun that the mention stands between."""
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    start, end = mention.words
    bound = ""
    if not mention.range and mention.kind in ("calendar", "relative"):
        determiner = connectives.determiner.search(before)
        noun = connectives.noun.match(text, end, min(len(text), end + 32)) if determiner and not mention.fields.get("unit") else None
        if determiner and noun:
            return replace(mention, words=Span(mention.span.start - (len(before) - determiner.start()), noun.end()))
        preposition = connectives.preposition.search(before)
        if preposition:
            start = mention.span.start - (len(before) - preposition.start())
            bound = preposition.lastgroup or ""
        postposition = None if bound else connectives.postposition.match(text, end, min(len(text), end + _REACH))
        if postposition:
            end, bound = postposition.end(), postposition.lastgroup or ""
        if "hour" in mention.fields or "part" in mention.fields:
            bound = ""  # it is the clock that is bounded, on that day
    if (start, end) == mention.words and bound == mention.bound:
        return mention
    return replace(mention, words=Span(start, end), bound=bound)
