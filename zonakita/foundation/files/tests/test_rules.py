"""What a file is, and which name is safe."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from zonakita.foundation.files import rules


def _zip(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def _docx() -> bytes:
    stream = io.BytesIO()
    Document().save(stream)
    return stream.getvalue()


def _xlsx() -> bytes:
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.7\n", "a.txt", rules.PDF),
        (b"\xef\xbb\xbf junk before %PDF-1.4", "a.pdf", rules.PDF),
        (b"\x89PNG\r\n\x1a\n" + bytes(8), "a", rules.PNG),
        (b"\xff\xd8\xff\xe0" + bytes(8), "a", rules.JPEG),
        (b"II*\x00" + bytes(8), "a", rules.TIFF),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a", rules.WEBP),
        (b"", "a.pdf", rules.EMPTY),
        (b"<!DOCTYPE html><html></html>", "keputusan.pdf", rules.HTML),
        (b"\xef\xbb\xbf  <HTML>%PDF-1.4", "keputusan.pdf", rules.HTML),
        (b"<?xml version='1.0'?><svg/>", "a.png", rules.XML),
        (b"<?xml version='1.0'?><html/>", "a.png", rules.HTML),
        (b"<svg onload=alert(1)>", "a.png", rules.SVG),
        (b"Rencana aksi tahun 2025\n", "a.txt", rules.TEXT),
        ("é".encode("utf-16"), "a.txt", rules.TEXT),
        (b"a;b\n1;2\n", "A.CSV", rules.CSV),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16), "a.docx", rules.OLE),
        (b"PK\x03\x04 broken", "a.docx", rules.UNKNOWN),
        (_zip("a.txt"), "a.docx", rules.ZIP),
        (_zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "a.docx", rules.MACRO),
        (_zip("[Content_Types].xml", "ppt/presentation.xml"), "a", rules.PPTX),
        (_docx(), "a.zip", rules.DOCX),
        (_xlsx(), "a.zip", rules.XLSX),
        (bytes(range(1, 32)), "a.txt", rules.UNKNOWN),
    ],
)
def test_it_judges_by_content(content: bytes, name: str, expected: str) -> None:
    assert rules.sniff(io.BytesIO(content), name=name) == expected


@given(st.binary(max_size=300))
def test_it_answers_for_any_bytes_and_rewinds(content: bytes) -> None:
    stream = io.BytesIO(content)
    stream.seek(len(content))

    assert rules.sniff(stream)
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Keputusan 4 Tahun 2025.pdf", "Keputusan 4 Tahun 2025.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\data\\SK.pdf", "SK.pdf"),
        ('a\r\nX-Header: 1"b.pdf', 'aX-Header: 1"b.pdf'),
        ("sk\u202efdp.exe", "skfdp.exe"),
        ("...", "berkas"),
        ("", "berkas"),
    ],
)
def test_it_makes_a_name_safe(name: str, expected: str) -> None:
    assert rules.safe_name(name) == expected


@given(st.text(max_size=400))
def test_it_keeps_names_short_and_settled(name: str) -> None:
    safe = rules.safe_name(name)

    assert 0 < len(safe) <= 150
    assert "/" not in safe
    assert rules.safe_name(safe) == safe


def test_it_keeps_the_ending_of_a_long_name() -> None:
    assert rules.safe_name("a" * 300 + ".pdf") == "a" * 146 + ".pdf"
