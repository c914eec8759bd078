"""Which kind of article came.

In: what a server says of it, and its bytes. Out: the ending of its file's name.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from timeline.articles.files import TEXTS

ARTICLES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/octet-stream": "",
    "": "",
}
"""The kinds that are fetched as articles, with the ending of the file's name; none where only the bytes tell it."""
FEEDS = frozenset(
    "application/rss+xml application/atom+xml application/rdf+xml application/xml text/xml "
    "application/octet-stream text/plain text/html".split()
) | {""}
"""The kinds that are fetched as feeds; many sites send them as something else."""
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|meta|title)\b", re.I)


def kind(content_type: str) -> str:
    """What a `Content-Type` names, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def suffix(content_type: str, data: bytes, path: str = "") -> str:
    """The ending of the name of the file that is to hold `data`. `path` is that of its address, "" where it has none."""
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    told = ARTICLES.get(kind(content_type), "")
    if told in ("", ".txt"):
        if _is_markup(data[:4096].replace(b"\0", b"")):
            return ".html"
        ending = PurePosixPath(path.partition("?")[0]).suffix.lower()
        return ending if ending in TEXTS and (not told or ending == ".md") else ".txt"
    return told


def _is_markup(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _MARKUP.search(head) is not None
