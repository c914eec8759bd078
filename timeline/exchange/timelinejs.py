"""TimelineJS's JSON, and the columns of its spreadsheet.

In: a publication -> text; text -> the records of a `Reading`. Both forms hold the same slides; the spreadsheet of an export has one column
more, `ID`, which TimelineJS passes over. A slide's media that lies on the web is taken as a source, since pictures are files of the
project; its group is one of the event's tags; an era is an event that lasts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from timeline.check.text import shown
from timeline.exchange import data, tables
from timeline.exchange.cells import guarded
from timeline.exchange.fields import id_of, plain, record
from timeline.exchange.markup import to_html, to_text, unguessed
from timeline.exchange.moments import Moment, date_of, moment_of, moments, words
from timeline.exchange.values import Place, Publication, Reading

_START, _END = ("Year", "Month", "Day", "Time"), ("End Year", "End Month", "End Day", "End Time")
_MEDIA = {"Media": "url", "Media Credit": "credit", "Media Caption": "caption", "Media Thumbnail": "thumbnail", "Alt Text": "alt"}
COLUMNS = (*_START, *_END, "Display Date", "Headline", "Text", *_MEDIA, "Type", "Group", "Background", "ID")

Tell = Callable[[str, str, Any], None]


def write_json(publication: Publication) -> str:
    """The title slide and a slide for each event."""
    held = {"title": {"text": {"headline": to_html(publication.name)}}, "events": list(_slides(publication))}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def write_table(publication: Publication) -> str:
    """The same as rows of a spreadsheet."""
    title = {"Headline": unguessed(to_html(publication.name)), "Type": "title"}
    return tables.write(COLUMNS, [title, *map(_row, _slides(publication))])


def read_json(text: str, reading: Reading) -> None:
    """The slides and eras of a TimelineJS file. Raises nothing."""
    held = data.load(text, reading)
    if held is None:
        return
    slides = held.get("events") if isinstance(held, dict) else None
    if not isinstance(slides, list):
        reading.tell(Place(None), "the file holds no list of events, as TimelineJS has them.")
        return
    _title(Place(None, "title"), held.get("title"), reading)
    eras = held.get("eras") or []
    for kind, found in (("event", slides), ("era", eras if isinstance(eras, list) else [])):
        for number, slide in enumerate(found, 1):
            place = Place(None, f"{kind} {number}", number)
            if isinstance(slide, dict) and all(
                isinstance(slide.get(key) or {}, dict) for key in ("start_date", "end_date", "text", "media")
            ):
                _slide(slide, lambda column, place=place: place, reading)  # type: ignore[misc]
            else:
                reading.tell(place, "this is no slide. Write objects as TimelineJS has them: start_date, text, media.")


def read_table(text: str, reading: Reading) -> None:
    """The rows of a spreadsheet for TimelineJS. Raises nothing."""
    for row in tables.read(text, COLUMNS, reading):
        cells = row.cells
        dates = ({name.rpartition(" ")[2].lower(): cells[name] for name in names if name in cells} for names in (_START, _END))
        start, end = dates
        slide = {
            "start_date": start,
            "end_date": end,
            "display_date": cells.get("Display Date"),
            "text": {"headline": cells.get("Headline"), "text": cells.get("Text")},
            "media": {part: cells[name] for name, part in _MEDIA.items() if name in cells},
            "group": cells.get("Group"),
            "unique_id": cells.get("ID"),
        }
        if cells.get("Type", "").strip().lower() == "title":
            _title(row.place(""), slide, reading)
        else:
            _slide(slide, row.place, reading)


def _slides(publication: Publication) -> Iterator[dict[str, Any]]:
    for event in publication.events:
        start, end = moments(event.date)
        slide: dict[str, Any] = {"unique_id": event.id, "start_date": start.numbers()}
        if end:
            slide["end_date"] = end.numbers()
        if said := words(event.date):
            slide["display_date"] = said
        quotes = (f"“{source.quote}” – {publication.publisher(source)}" for source in event.sources if source.quote)
        slide["text"] = {"headline": to_html(event.title), "text": to_html(event.summary, quotes)}
        if event.tags:
            slide["group"] = to_html(event.tags[0])
        if event.image and (address := publication.picture(event.image.src)):
            caption = {"caption": to_html(event.image.caption)} if event.image.caption else {}
            slide["media"] = {"url": address, "alt": event.image.alt, **caption}
        yield slide


def _row(slide: Mapping[str, Any]) -> dict[str, str]:
    """The slide as a row; text that a spreadsheet would compute is written so that TimelineJS shows it all the same."""
    row = {"Display Date": slide.get("display_date", ""), "ID": slide["unique_id"], "Group": unguessed(slide.get("group", ""))}
    row |= {"Headline": unguessed(slide["text"]["headline"]), "Text": unguessed(slide["text"]["text"])}
    for names, held in ((_START, slide["start_date"]), (_END, slide.get("end_date") or {})):
        numbers = [str(held.get(part, "")) for part in ("year", "month", "day")]
        clock = ":".join(f"{held[part]:02}" for part in ("hour", "minute", "second") if part in held)
        row |= zip(names, [*numbers, clock], strict=True)
    media = slide.get("media", {})
    row |= {name: guarded(media.get(part, "")) for name, part in _MEDIA.items() if part != "caption"}
    return row | {"Media Caption": unguessed(media.get("caption", ""))}


def _title(place: Place, title: object, reading: Reading) -> None:
    if isinstance(title, dict):
        reading.tell(place, "the title slide is no event, and is not read: the name of the site stands in mkdocs.yml.", "note")


def _slide(slide: Mapping[str, Any], at: Callable[[str], Place], reading: Reading) -> None:
    """One slide or era; `at` gives the place of a column."""
    text, media = slide.get("text") or {}, slide.get("media") or {}
    sources, image = [], {}
    url = plain(media.get("url"))
    if url.startswith(("http://", "https://", "//")):
        address = f"https:{url}" if url.startswith("//") else url
        if not (reading.site and address.startswith(reading.site)):
            sources = [{"url": address}]
    elif url.startswith("<"):
        reading.tell(at("Media"), "media is a piece of HTML, and is not read. Write an address in its place.", "warning")
    elif url:
        image = {
            "src": url,
            "alt": plain(media.get("alt")) or to_text(plain(media.get("caption"))),
            "caption": to_text(plain(media.get("caption"))),
        }
    date = _date(slide, at, reading)
    written = plain(slide.get("unique_id"))
    given: dict[str, object] = {
        "id": id_of(written, written) if written else "",
        "date": date,
        "title": to_text(plain(text.get("headline"))),
        "summary": to_text(plain(text.get("text"))),
        "image": image,
    }
    columns = {"id": "ID", "date": "Year", "title": "Headline", "summary": "Text", "url": "Media", "image": "Media"}
    group = [name] if (name := to_text(plain(slide.get("group")))) else []
    wrong = ("date",) if date is None else ()
    reading.records.append(
        record(at(""), given, lambda name, message: reading.tell(at(columns.get(name, "")), message), sources, {"tags": group}, wrong=wrong)
    )


def _date(slide: Mapping[str, Any], at: Callable[[str], Place], reading: Reading) -> str | None:
    """The date of a slide as EDTF, "" where it has none, None where it has a wrong one, which is told."""
    found: list[Moment | None] = []
    for key, column in (("start_date", "Year"), ("end_date", "End Year")):
        numbers = {name: value for name, value in (slide.get(key) or {}).items() if plain(value)}
        clock = plain(numbers.pop("time", ""))
        if not numbers and not clock:
            found.append(None)
            continue
        try:
            found.append(moment_of(numbers, clock))
        except ValueError as error:
            reading.tell(at(column), f"{key.replace('_', ' ')}: {error}{'' if str(error).endswith('.') else '.'}")
            return None
    start, end = found
    if start is None:
        return ""
    said = plain(slide.get("display_date") or (slide.get("start_date") or {}).get("display_date"))
    date, understood = date_of(start, end, said)
    if not understood:
        reading.tell(
            at("Display Date"), f"{shown(said)} says nothing that the other columns do not, and is not kept: the date is {date}.", "warning"
        )
    return date
