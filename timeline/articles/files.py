"""Find article files, and turn their bytes into characters.

In: files and folders. Out: paths, the bytes of one file and of the record beside it, or its characters exactly as they are, without
a byte order mark. Nothing is guessed: bytes that are not UTF-8, and do not say what else they are, are refused.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.articles.record import RECORD
from timeline.errors import Problem, TimelineError

LARGEST = 20_000_000
"""Bytes of the largest file that is read as an article."""

TEXTS = (".txt", ".md", ".html", ".htm")
SUFFIXES = (*TEXTS, ".pdf")
OTHER_DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".mht", ".mhtml")
"""What people put among articles and expect to be read: found where their text does not lie beside them. An extra reads PDFs; for the
others, and without it, reading says what to do."""

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
)
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,30})""", re.I
)
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""The encodings that browsers read under another's name (WHATWG Encoding Standard)."""
_READABLE = re.compile(r"cp(125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-(roman|cyrillic)|gb18030|big5|euc_jp|iso2022_jp")


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of an article's file, and of the record of where it came from; None where there is none."""

    data: bytes
    record: bytes | None = None


class NoText(TimelineError):
    """There is no article in the file: nothing that could be read is missed."""


def find(paths: Sequence[Path]) -> list[Path]:
    """The articles among the files and under the folders given, each once, sorted by their path.

    A path given as a file is always returned, but for the record beside an article, as is a folder that cannot be listed or a
    document of another kind: `read` says what is wrong with it, and the other articles are read all the same. A PDF or a document
    of another kind is passed over where its text lies beside it.
    """
    found: set[Path] = set()
    for path in paths:
        if os.path.isdir(path):
            found.update(_under(path))
        elif not _is_record(path):
            found.add(path)
    return sorted(found, key=lambda path: path.as_posix())


def _under(folder: Path) -> list[Path]:
    """The articles of a folder and the folders in it; links are followed, each folder is entered once."""
    found, waiting, entered = [], [folder], set()
    while waiting:
        current = waiting.pop()
        try:
            place = _entered(current)
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError:
            found.append(current)
            continue
        if (place.st_dev, place.st_ino) in entered:
            continue
        entered.add((place.st_dev, place.st_ino))
        names = {entry.name.lower() for entry in entries}
        for entry in entries:
            path = current / entry.name
            if entry.name.startswith((".", "~$")):
                continue
            if os.path.isdir(path):
                if not _belongs_to_page(entry.name, names):
                    waiting.append(path)
            elif (suffix := path.suffix.lower()) in TEXTS or (suffix in OTHER_DOCUMENTS and not _has_text_beside(path.stem, names)):
                found.append(path)
    return found


def _is_record(path: Path) -> bool:
    return path.name.endswith(RECORD) and os.path.lexists(path.with_name(path.name.removesuffix(RECORD)))


def _entered(folder: Path) -> os.stat_result:
    """What the system knows of a folder; OSError where its files cannot be reached, though they may be listed."""
    return os.stat(os.path.join(folder, os.curdir))


def _belongs_to_page(name: str, names: set[str]) -> bool:
    """Whether a folder holds the images and frames that a browser saved with a page (`bridge.html`, `bridge_files`)."""
    stem = name.lower().removesuffix("_files")
    return stem != name.lower() and not names.isdisjoint((f"{stem}.html", f"{stem}.htm"))


def _has_text_beside(stem: str, names: set[str]) -> bool:
    return not names.isdisjoint(stem.lower() + suffix for suffix in TEXTS)


def load(path: Path, name: str) -> Original:
    """The bytes of an article's file and of its record. Raises TimelineError, its problem under `name`, where it is none or cannot
    be read."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            _entered(path)
            with os.scandir(path):
                pass
            raise TimelineError(Problem(name, "this is a folder, not an article. Name a file in it."))
        if path.suffix.lower() not in SUFFIXES:
            kind = f"'{path.suffix}' files are not read" if path.suffix else "files without a suffix are not read"
            raise TimelineError(Problem(name, f"{kind}. Save the article's text as .txt, .md, .html or .pdf."))
        if not stat.S_ISREG(state.st_mode):
            raise TimelineError(
                Problem(name, "this is not a file that can be read as an article. Save the article's text as a plain file.")
            )
        if state.st_size > LARGEST:
            size = f"{state.st_size / 1e6:.1f} MB"
            raise TimelineError(
                Problem(name, f"the file is {size}; articles up to {LARGEST // 1_000_000} MB are read. Split it into its articles.")
            )
        return Original(path.read_bytes(), _record_of(path))
    except FileNotFoundError:
        raise TimelineError(Problem(name, "there is no such file. Check the path.")) from None
    except PermissionError:
        raise TimelineError(Problem(name, "the file cannot be read: permission denied. Give yourself the right to read it.")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TimelineError(Problem(name, f"the file cannot be read: {reason}. Check the file and its disk.")) from None


def _record_of(path: Path) -> bytes | None:
    try:
        with path.with_name(path.name + RECORD).open("rb") as file:
            return file.read(LARGEST)
    except PermissionError:
        raise
    except OSError:  # there is none, nor can there be where the name would be too long
        return None


def characters(path: Path, name: str, data: bytes, charset: str = "") -> str:
    """The characters of the file at `path`, which holds `data`. `charset` is the encoding that it was sent with, as far as is known.
    Raises TimelineError, its problem under `name`."""
    if not data.strip():
        raise NoText(Problem(name, "the file is empty. Put the article's text into it, or remove the file."))
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise TimelineError(Problem(name, f"this is {kind}, not text. Save the article's text as .txt, .md or .html."))
    text = _decoded(data, name, charset, markup=path.suffix.lower() in (".html", ".htm"))
    nul = text.find("\0")
    if nul >= 0:
        raise TimelineError(
            Problem(name, "the file holds bytes that are not text (NUL). Save the article's text as UTF-8.", *_place(text[:nul]))
        )
    if not text.strip():
        raise NoText(Problem(name, "the file is empty. Put the article's text into it, or remove the file."))
    return text


def _decoded(data: bytes, name: str, charset: str, markup: bool) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    declared = _encoding(charset.encode("ascii", "ignore")) or (_declared(data) if markup else "")
    if declared == "iso2022_jp":
        return _strictly(data, declared, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, declared or "utf-8", name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data and encoding == "utf-8":
            raise TimelineError(Problem(name, "the file holds bytes that are not text. Save the article's text as UTF-8.")) from None
        line, column = _place(data[: error.start].decode(encoding, "replace"))
        found = f"byte 0x{data[error.start]:02X} (offset {error.start}) is not {encoding.upper()}"
        raise TimelineError(Problem(name, f"{found}. Open the file in an editor and save it as UTF-8.", line, column)) from None


def _declared(data: bytes) -> str:
    """The encoding that a page says it has, under the name that Python knows; "" where it says none, or UTF-8, or nonsense."""
    found = (_encoding(match[1] or match[2]) for match in _DECLARED.finditer(data[:4096]))
    return next(filter(None, found), "")


def _encoding(name: bytes) -> str:
    """The encoding of this name, as Python knows it; "" where that is UTF-8 or none that is read."""
    try:
        encoding = codecs.lookup(name.decode("ascii")).name
    except (LookupError, UnicodeError, ValueError):
        return ""
    encoding = _WIDER.get(encoding, encoding)
    return encoding if _READABLE.fullmatch(encoding) else ""


def _place(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows `before`."""
    lines = before.splitlines() or [""]
    if before.endswith(("\n", "\r")):
        lines.append("")
    return len(lines), len(lines[-1]) + 1
