"""The fields of an event as other programs write them.

In: text, or lists of it, by the name of the field. Out: a `Record`; what is wrong with a field is told with its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline.check.fields import STATUSES
from timeline.check.text import shown
from timeline.check.values import date_or_fault, is_address, near, not_in_project, slug
from timeline.edtf import Date
from timeline.exchange.values import Place, Record

LISTS = ("people", "organisations", "places", "tags")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 100
_IMPORTANCE = re.compile(r"0|1|0?\.\d{1,9}|1\.0{0,9}")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_ABBREVIATED = re.compile(r"(?P<one>\d{1,2}|[A-Za-z]{3})[- ](?P<other>\d{2}|[A-Za-z]{3})")
_SERIAL = re.compile(r"[1-9]\d{4}(?:[.,]\d+)?")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0+)?)?")

Tell = Callable[[str, str], None]
"""Takes the name of a field, and what is wrong with it."""


def record(
    place: Place,
    given: Mapping[str, object],
    tell: Tell,
    sources: Sequence[Mapping[str, str]] = (),
    also: Mapping[str, Sequence[str]] | None = None,
    aliases: tuple[str, ...] = (),
    wrong: Iterable[str] = (),
) -> Record:
    """What a file gives of an event: texts by field, lists of texts for LISTS, and a mapping for `image`. What is empty is
    not given; of the fields in `wrong` a mistake is told already."""
    values: dict[str, object] = {}
    mistaken = set(wrong)

    def told(name: str, message: str) -> None:
        mistaken.add(name)
        tell(name, message)

    for name, value in given.items():
        if name in LISTS:
            names = tuple(filter(None, map(plain, value)))  # type: ignore[call-overload]
            if names:
                values[name] = names
        elif name != "image" and (text := plain(value)):
            _put(values, name, text, told)
    image = {name: text for name, value in dict(given.get("image") or {}).items() if (text := plain(value))}  # type: ignore[call-overload]
    if wrong := not_in_project(image.get("src", "")):
        tell("image", f"image {shown(image['src'])} {wrong}")
    read = tuple(_source(source, tell) for source in sources)
    more = {name: tuple(filter(None, map(plain, names))) for name, names in (also or {}).items()}
    return Record(place, values, image, tuple(filter(None, read)), more, aliases, frozenset(mistaken))


def plain(value: object) -> str:
    """A value as the text that events.yaml will hold."""
    return _HALF_CHARACTER.sub("\ufffd", str(value)).strip() if value is not None else ""


def id_of(title: str, fallback: str = "event") -> str:
    """An id made of a title."""
    return slug(title) or fallback


def _put(values: dict[str, object], name: str, text: str, tell: Tell) -> None:
    try:
        values[name] = _READERS.get(name, str)(text)
    except ValueError as error:
        tell(name, str(error))


def _source(source: Mapping[str, str], tell: Tell) -> Mapping[str, object]:
    values: dict[str, object] = {}
    for name, value in source.items():
        if text := plain(value):
            _put(values, name, text, lambda name, message: tell(f"source {name}" if name == "date" else name, message))
    if values and not {"article", "url"} & source.keys() - {name for name, value in source.items() if not plain(value)}:
        tell("article", "this source has neither article nor url. Write the article's file or its address.")
        return {}
    return values


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"id {shown(text)} is not an id. Ids hold a-z, 0-9 and single - between them: write '{id_of(text)}'.")
    if len(text) > _LONGEST_ID:
        raise ValueError(f"id {shown(text)} has {len(text)} characters. Write one of {_LONGEST_ID} at most, such as '{id_of(text)}'.")
    return text


def _date(text: str) -> Date:
    midnight = _MIDNIGHT.fullmatch(text)
    date = date_or_fault(midnight[1] if midnight else text)
    if isinstance(date, str):
        raise ValueError(_mangled(text) or date)
    return date


def _mangled(text: str) -> str:
    """What to say of a date that a spreadsheet changed, "" where it is none of these."""
    if _SERIAL.fullmatch(text):
        return f"date {shown(text)} is a spreadsheet's own number of a day. Format the column as text, and write the date anew."
    found = _ABBREVIATED.fullmatch(text)
    if not found:
        return ""
    month, number = (found["one"], found["other"]) if found["one"].isalpha() else (found["other"], found["one"])
    readings = [date for words in (f"{number} {month} 2018", f"{month} 2018") if not isinstance(date := date_or_fault(words), str)]
    if not readings or not number.isdecimal():
        return ""
    code = f"{readings[-1].points[0].first.month:02}"  # type: ignore[union-attr]
    day = f", or a year and {code}-{number:0>2} where it is a day" if len(readings) > 1 else ""
    advice = f"Write 20{number:0>2}-{code} or 19{number:0>2}-{code} where {number} is the year{day}"
    return f"date {shown(text)} was shortened by a spreadsheet. {advice}; and format the column as text."


def _title(text: str) -> str:
    return " ".join(text.split())


def _status(text: str) -> str:
    status = text.lower()
    if status not in STATUSES:
        meant = f"Did you mean '{nearest}'? " if (nearest := near(status, tuple(STATUSES))) else ""
        raise ValueError(f"status {shown(text)} is not a status. {meant}Write proposed, reviewed or rejected.")
    return status


def _importance(text: str) -> float:
    number = text.replace(",", ".")  # as spreadsheets of many countries write it
    if not _IMPORTANCE.fullmatch(number):
        raise ValueError(f"importance {shown(text)} is not a number from 0 to 1. Write one such as 0.7.")
    return float(number)


def _article(text: str) -> str:
    if text.startswith(("http://", "https://")):
        raise ValueError(f"article {shown(text)} is an address. Write it as url.")
    if wrong := not_in_project(text):
        raise ValueError(f"article {shown(text)} {wrong}")
    return text


def _url(text: str) -> str:
    if not is_address(text):
        raise ValueError(f"url {shown(text)} is not an address. Write one that begins with https:// or http://.")
    return text


_READERS: Mapping[str, Callable[[str], object]] = {
    "id": _id,
    "date": _date,
    "title": _title,
    "status": _status,
    "importance": _importance,
    "article": _article,
    "url": _url,
}
