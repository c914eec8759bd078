"""The article in a PDF, where the extra that reads PDFs is installed.

In: the bytes of a PDF. Out: a `Page`: the words of its pages one after another, and its title where it was given one. A word that a
line's end divides is put together again, with its hyphen where it begins as a name does (Norberg-based). Its dates are when the file
was made, not when the article was published, and are not used.
"""

from __future__ import annotations

import importlib.util
import io
import logging
import re

from timeline.articles.files import NoText
from timeline.articles.page import Page
from timeline.errors import Problem, TimelineError

_DIVIDED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)([-\u00ad])\n(?=([^\W\d_]))")
_FILE_NAME = re.compile(r"(?i)\.\w{2,5}\Z|^microsoft word|^untitled|^[\W\d_]*\Z")


def read(data: bytes, name: str) -> Page:
    """The article in a PDF. Raises TimelineError; NoText where it holds pictures of pages."""
    if not data.strip():
        raise NoText(Problem(name, "the file is empty. Put the article into it, or remove the file."))
    try:
        import pypdf
    except ImportError:
        remedy = "To read PDFs: pip install 'news-timeline[pdf]'. Or put the article's text beside it, as .txt"
        raise TimelineError(Problem(name, f"this is a PDF, which an extra reads. {remedy}.")) from None

    if not _is_pdf(data):
        raise TimelineError(Problem(name, "this is no PDF, though its name ends so. Save the article's text as .txt, .md or .html."))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it repairs in a file is nothing that a person can mend
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() for page in reader.pages]
        title = "" if locked or reader.metadata is None else reader.metadata.title or ""
    except Exception as error:  # files can be broken in any way
        found = " ".join(str(error).split())[:100].rstrip(".") or type(error).__name__
        raise TimelineError(Problem(name, f"the PDF cannot be read: {found}. Save the article's text as .txt beside it.")) from None
    if locked:
        raise TimelineError(Problem(name, "the PDF asks for a password. Save it without one, or the article's text as .txt beside it."))
    text = "\n\n".join(filter(None, (_words(page) for page in pages)))
    if not text:
        raise NoText(Problem(name, "the PDF holds pictures of pages, and no text. Run it through OCR, or save the text as .txt beside it."))
    title = " ".join(title.split())
    return Page(text + "\n", title="" if _FILE_NAME.search(title) else title)


def readable(data: bytes) -> bool:
    """Whether this is a PDF, and there is what reads it."""
    return _is_pdf(data) and importlib.util.find_spec("pypdf") is not None


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _words(page: str) -> str:
    """The lines of a page without NULs and lone surrogates, which broken fonts give."""
    text = page.replace("\0", "").encode("utf-8", "ignore").decode("utf-8").replace("\r\n", "\n")
    lines = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", _DIVIDED.sub(_joined, lines)).strip()


def _joined(found: re.Match[str]) -> str:
    begun, hyphen, after = found.groups()
    return begun if hyphen == "\u00ad" or (begun + after).islower() else begun + hyphen
