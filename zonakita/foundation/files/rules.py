"""What a file is, judged by its bytes and never by its name, and which name is safe to hand out."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import PurePath
from typing import BinaryIO

import puremagic

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
WEBP = "image/webp"
TEXT = "text/plain"
CSV = "text/csv"
HTML = "text/html"
SVG = "image/svg+xml"
XML = "application/xml"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
EMPTY = "application/x-empty"
UNKNOWN = "application/octet-stream"
_OOXML = "application/vnd.openxmlformats-officedocument."
DOCX = _OOXML + "wordprocessingml.document"
XLSX = _OOXML + "spreadsheetml.sheet"
PPTX = _OOXML + "presentationml.presentation"
MACRO = "application/vnd.ms-office.macro-enabled"

# A browser shows these as pictures and runs nothing in them.
INLINE_TYPES = frozenset({PNG, JPEG, WEBP})

_HEAD_BYTES = 8192
_MAX_NAME_LENGTH = 150
_MAX_ZIP_NAMES = 10_000
_OOXML_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
_MAGIC = {
    b"\x89PNG\r\n\x1a\n": PNG,
    b"\xff\xd8\xff": JPEG,
    b"II*\x00": TIFF,
    b"MM\x00*": TIFF,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": OLE,
}
_MARKUP = {
    b"<!doctype html": HTML,
    b"<html": HTML,
    b"<head": HTML,
    b"<body": HTML,
    b"<script": HTML,
    b"<svg": SVG,
    b"<?xml": XML,
}
_TEXT_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ALLOWED_CONTROLS = frozenset(b"\t\n\r\f\x1b")


def sniff(stream: BinaryIO, *, name: str = "") -> str:
    """Return the media type of a seekable stream from its content; the position is put back to the start.

    The name only tells a CSV from other plain text, as their bytes are alike.
    """
    stream.seek(0)
    head = stream.read(_HEAD_BYTES)
    try:
        found = _from_head(head) or (_from_zip(stream) if head.startswith(b"PK") else _from_library(head))
    finally:
        stream.seek(0)
    if found == TEXT and PurePath(name).suffix.lower() == ".csv":
        return CSV
    return found


def _from_head(head: bytes) -> str | None:
    if not head:
        return EMPTY
    for magic, media_type in _MAGIC.items():
        if head.startswith(magic):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    start = head.removeprefix(_TEXT_BOMS[0]).lstrip()[:64].lower()
    for mark, media_type in _MARKUP.items():
        if start.startswith(mark):
            return HTML if media_type == XML and b"<html" in head.lower() else media_type
    if b"%PDF-" in head[:1024]:
        return PDF
    return TEXT if _is_text(head) else None


def _is_text(head: bytes) -> bool:
    """Text holds no control bytes; UTF-16 is known by its mark alone, as it is full of zero bytes."""
    if head.startswith(_TEXT_BOMS[1:]):
        return True
    return not any(byte < 0x20 and byte not in _ALLOWED_CONTROLS for byte in head)


def _from_zip(stream: BinaryIO) -> str:
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return UNKNOWN
    if len(names) > _MAX_ZIP_NAMES or "[Content_Types].xml" not in names:
        return ZIP
    if any(PurePath(name).name.lower() == "vbaproject.bin" for name in names):
        return MACRO
    return next((kind for part, kind in _OOXML_PARTS.items() if part in names), ZIP)


def _from_library(head: bytes) -> str:
    try:
        return str(puremagic.from_stream(io.BytesIO(head), mime=True)) or UNKNOWN
    except (puremagic.PureError, ValueError):
        return UNKNOWN


def safe_name(name: str) -> str:
    """Return a name without folders, control or direction-changing characters, cut to a usual length."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(
        char for char in unicodedata.normalize("NFC", last) if unicodedata.category(char)[0] != "C"
    )
    kept = " ".join(kept.split()).strip(". ")
    if len(kept) > _MAX_NAME_LENGTH:
        suffix = PurePath(kept).suffix[:20]
        kept = kept[: _MAX_NAME_LENGTH - len(suffix)].rstrip(". ") + suffix
    return kept or "berkas"


def storage_name(sha256: str) -> str:
    """Return where content with this hash lies in the store."""
    return f"sha256/{sha256[:2]}/{sha256[2:4]}/{sha256}"
