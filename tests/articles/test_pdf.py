"""PDFs are read where the extra is installed; whatever is wrong with one is said in a line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from timeline import articles
from timeline.errors import TimelineError


def pdf(lines: list[str], title: str = "") -> bytes:
    """A PDF of one page, with its table of objects."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET".encode("latin-1") if lines else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>".encode(),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return data + head + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))


def read(tmp_path: Path, data: bytes) -> articles.reading.Article:
    (tmp_path / "a.pdf").write_bytes(data)
    return articles.read(tmp_path / "a.pdf", "a.pdf")


def test_the_text_of_a_pdf_is_read(tmp_path: Path) -> None:
    lines = ["The Norberg-", "based council met on 3 May 2019 and dissolved it-", "self. The mayor resigned."]
    found = read(tmp_path, pdf(lines, "A council dissolved"))
    assert found.text == "The Norberg-based council met on 3 May 2019 and dissolved itself. The mayor resigned.\n"
    assert found.title == "A council dissolved"
    assert articles.readable(tmp_path / "a.pdf", "a.pdf")


def test_the_name_of_a_file_is_no_title(tmp_path: Path) -> None:
    assert read(tmp_path, pdf(["The council of Norberg dissolved itself."], "report-final.docx")).title == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([]), "pictures of pages, and no text"),
        (pdf(["x"])[:60], "cannot be read"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 20, "cannot be read"),
        (b"x", "this is no PDF"),
        (b"", "the file is empty"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(TimelineError, match=rf"^a\.pdf: .*{said}"):
        read(tmp_path, data)


def test_without_the_extra_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(TimelineError, match=r"pip install 'news-timeline\[pdf\]'"):
        read(tmp_path, pdf(["x"]))
