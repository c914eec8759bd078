"""Feeds and data files, read as their readers would."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from typing import Any

from timeline.pages import render

ATOM = "{http://www.w3.org/2005/Atom}"


def files(site: Any) -> dict[str, str]:
    return {file.path: file.content for file in render(site).files}


def harbour(event: Any, article: Any, site: Any, url: str = "https://news.example/harbour/") -> Any:
    report = article("seeds/a.txt", "On 4 August dockers struck.", "2018-08-05", publisher="Coast Post")
    return site(
        event("strike", quote="On 4 August dockers struck.", words="On 4 August", article="seeds/a.txt", people=("Ada Lind",)),
        event("founding", "1931", title="Port; founded, of a town"),
        event("caesar", "-0043"),
        event("since", "2018-09/.."),
        articles=(report,),
        url=url,
    )


def test_atom(event: Any, article: Any, site: Any) -> None:
    feed = ElementTree.fromstring(files(harbour(event, article, site))["feed.xml"])
    assert feed.findtext(f"{ATOM}id") == "https://news.example/harbour/"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") and feed.findtext(f"{ATOM}title") == "Harbour news"
    entries = feed.findall(f"{ATOM}entry")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 4
    updated = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert updated == sorted(updated, reverse=True) and feed.findtext(f"{ATOM}updated") == updated[0]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", stamp) for stamp in updated)
    strike = next(entry for entry in entries if "strike" in str(entry.findtext(f"{ATOM}id")))
    assert strike.findtext(f"{ATOM}updated") == "2018-08-05T00:00:00Z"  # the day its source was published
    assert "“On 4 August dockers struck.” – Coast Post" in str(strike.findtext(f"{ATOM}content"))
    assert strike.find(f"{ATOM}link").get("href") == "https://news.example/harbour/e/strike/"  # type: ignore[union-attr]


def test_atom_without_an_address(event: Any, article: Any, site: Any) -> None:
    feed = ElementTree.fromstring(files(harbour(event, article, site, url=""))["feed.xml"])
    assert all(str(element.text).startswith("urn:uuid:") for element in feed.iter(f"{ATOM}id"))


def test_atom_without_events(site: Any) -> None:
    assert ElementTree.fromstring(files(site())["feed.xml"]).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_json(event: Any, article: Any, site: Any) -> None:
    held = json.loads(files(harbour(event, article, site))["events.json"])
    strike = next(event for event in held["events"] if event["id"] == "strike")
    assert (strike["date"], strike["when"], strike["url"]) == ("2018-08-04", "4 August 2018", "https://news.example/harbour/e/strike/")
    assert strike["sources"][0]["quote"] == "On 4 August dockers struck."
    assert strike["sources"][0]["page"] == "https://news.example/harbour/articles/a/"
    assert [event["earliest"] for event in held["events"]] == ["-0043-01-01", "1931-01-01", "2018-08-04", "2018-09-01"]


def test_calendar(event: Any, article: Any, site: Any) -> None:
    text = files(harbour(event, article, site))["timeline.ics"]
    assert "\n" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").split("\r\n")
    begins = [number for number, line in enumerate(lines) if line == "BEGIN:VEVENT"]
    events = [dict(line.split(":", 1) for line in lines[at : lines.index("END:VEVENT", at)]) for at in begins]
    by_id = {event["UID"]: event for event in events}
    assert set(by_id) == {"strike@news.example", "founding@news.example", "since@news.example"}  # a calendar has no years before 1
    strike, founding = by_id["strike@news.example"], by_id["founding@news.example"]
    assert (strike["DTSTART;VALUE=DATE"], strike["DTEND;VALUE=DATE"]) == ("20180804", "20180805")
    assert (founding["DTSTART;VALUE=DATE"], founding["DTEND;VALUE=DATE"]) == ("19310101", "19320101")
    assert founding["SUMMARY"] == r"Port\; founded\, of a town"
    assert all(re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"]) for event in events)
