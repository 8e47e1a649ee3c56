"""Opens a file of any supported format; its content decides, never its name."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Protocol

from zonakita.modules.document_intake.sources.document import SourceDocument
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.guards import refuse_hostile
from zonakita.modules.document_intake.sources.progress import Progress

_SNIFFED_BYTES = 4096
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body")


class Reader(Protocol):
    """Turns one file into a document; `progress` is called with pages done and pages in all."""

    def __call__(self, path: Path, *, progress: Progress | None = None) -> SourceDocument:
        """Raises: UnreadableFile."""


def open_document(path: Path, *, progress: Progress | None = None) -> SourceDocument:
    """Read a file with the reader that its content asks for.

    Raises: UnreadableFile with one sentence for a person.
    """
    read = reader_for(path)
    refuse_hostile(path)
    return read(path, progress=progress)


def reader_for(path: Path) -> Reader:
    """The reader for a file's content; readers are imported only when needed.

    Raises: UnreadableFile where no reader fits.
    """
    format_name = sniff(path)
    if format_name == "pdf":
        from zonakita.modules.document_intake.sources.pdf.reader import read_pdf

        return read_pdf
    if format_name == "docx":
        from zonakita.modules.document_intake.sources.docx_reader import read_docx

        return read_docx
    if format_name == "xlsx":
        from zonakita.modules.document_intake.sources.xlsx_reader import read_xlsx

        return read_xlsx
    if format_name == "image":
        return read_image
    from zonakita.modules.document_intake.sources.plain_text import read_plain_text

    return read_plain_text


def read_image(path: Path, *, progress: Progress | None = None) -> SourceDocument:
    """Read a photo or scanned picture of pages.

    Raises: UnreadableFile.
    """
    from zonakita.modules.document_intake.sources.scan.reading import read_images

    pages, blocks, warnings = read_images(path, progress=progress)
    return SourceDocument("image", tuple(pages), tuple(blocks), tuple(warnings))


def sniff(path: Path) -> str:
    """pdf, docx, xlsx, image or text, by content.

    Raises: UnreadableFile for an empty file and for any other content.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_SNIFFED_BYTES)
    except OSError as error:
        raise UnreadableFile(
            "missing-file", "Berkas tidak dapat dibuka; periksa nama berkas dan izin membacanya."
        ) from error
    if not start.strip():
        raise UnreadableFile("empty-file", "Berkas ini kosong (0 bita); unggah ulang berkas yang lengkap.")
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return _sniff_archive(path)
    if start.startswith(_IMAGES) or (start[:4] == b"RIFF" and start[8:12] == b"WEBP"):
        return "image"
    _refuse_other(start)
    return "text"


def _sniff_archive(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableFile(
            "truncated",
            "Berkas ini rusak atau terpotong; unduh atau simpan ulang berkas aslinya, lalu unggah lagi.",
        ) from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise UnreadableFile(
        "unsupported-archive",
        "Berkas ini arsip yang bukan DOCX atau XLSX;"
        " unggah keputusan sebagai PDF, DOCX, XLSX, gambar, atau teks.",
    )


def _refuse_other(start: bytes) -> None:
    if start.startswith(_OLE):
        raise UnreadableFile(
            "old-office-or-encrypted",
            "Berkas ini dokumen Office lama (.doc/.xls) atau terkunci kata sandi;"
            " simpan ulang sebagai DOCX, XLSX, atau PDF tanpa kata sandi.",
        )
    if start.lstrip().lower().startswith(_MARKUP):
        raise UnreadableFile(
            "html",
            "Berkas ini halaman web (HTML), bukan dokumen; unduh berkas PDF keputusannya, lalu unggah lagi.",
        )
    if b"\x00" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(
            "unknown-format",
            "Jenis berkas ini tidak dikenal; unggah keputusan sebagai PDF, DOCX, XLSX, gambar, atau teks.",
        )
