"""Refusing hostile and hopeless files before any reader opens them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.office_parts import refuse_hostile_parts

MEGABYTE = 1024 * 1024
PDF_START = b"%PDF-"
ZIP_START = b"PK\x03\x04"
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF_END = b"%%EOF"


@dataclass(frozen=True, slots=True)
class FileLimits:
    """How large a file may be, packed and unpacked."""

    max_bytes: int = 100 * 1024 * 1024
    max_pages: int = 500
    max_unpacked_bytes: int = 400 * 1024 * 1024
    max_unpacked_ratio: int = 150
    max_parts: int = 10_000


def refuse_hostile(path: Path, limits: FileLimits | None = None) -> None:
    """Look at a file's size, ends and table of contents only.

    Raises: UnreadableFile with one clear sentence.
    """
    limits = limits or FileLimits()
    size = _size(path)
    if size > limits.max_bytes:
        raise UnreadableFile(
            "file-too-large",
            "Berkas ini %(size)s MB, lebih dari batas %(most)s MB; "
            "unggah hanya keputusan beserta lampirannya atau perkecil hasil pindainya.",
            size=size // MEGABYTE,
            most=limits.max_bytes // MEGABYTE,
        )
    with path.open("rb") as file:
        start = file.read(2048)
        file.seek(max(0, size - 65_536))
        end = file.read()
    if PDF_START in start[:1024]:
        _refuse_pdf(path, end, limits)
    elif start.startswith(ZIP_START):
        _refuse_archive(path, limits)
    elif start.startswith(OLE_START):
        _refuse_locked_office(path)


def _size(path: Path) -> int:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFile(
            "missing-file", "Berkas tidak dapat dibuka; periksa nama berkas dan izin membacanya."
        ) from error
    if size == 0:
        raise UnreadableFile("empty-file", "Berkas ini kosong (0 bita); unggah ulang berkas yang lengkap.")
    return size


def _refuse_pdf(path: Path, end: bytes, limits: FileLimits) -> None:
    if PDF_END not in end:
        raise UnreadableFile(
            "truncated",
            "Berkas PDF ini terpotong, isinya tidak lengkap; unduh atau pindai ulang, lalu unggah lagi.",
        )
    count = _pdf_page_count(path)
    if count > limits.max_pages:
        raise too_many_pages(count, limits.max_pages)


def too_many_pages(count: int, most: int) -> UnreadableFile:
    """Give the refusal of a file with more pages than a decree can have."""
    pages = f"{count:,}".replace(",", ".")
    return UnreadableFile(
        "too-many-pages",
        "Berkas ini berisi %(pages)s halaman, lebih dari %(most)s; "
        "unggah hanya keputusan beserta lampirannya.",
        pages=pages,
        most=most,
    )


def _pdf_page_count(path: Path) -> int:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise _locked("PDF") from error
        raise UnreadableFile(
            "truncated",
            "Berkas PDF ini rusak atau terpotong; unduh atau simpan ulang berkas aslinya, lalu unggah lagi.",
        ) from error
    count = len(document)
    document.close()
    return count


def _refuse_archive(path: Path, limits: FileLimits) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 0x1 for part in parts):
                raise _locked("ZIP")
            _refuse_bomb(parts, path.stat().st_size, limits)
            refuse_hostile_parts(archive, parts)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as error:
        raise UnreadableFile(
            "truncated",
            "Berkas ini rusak atau terpotong; unduh atau simpan ulang berkas aslinya, lalu unggah lagi.",
        ) from error


def _refuse_bomb(parts: list[zipfile.ZipInfo], packed: int, limits: FileLimits) -> None:
    unpacked = sum(part.file_size for part in parts)
    too_dense = unpacked > 10 * 1024 * 1024 and unpacked > limits.max_unpacked_ratio * packed
    if too_dense or unpacked > limits.max_unpacked_bytes or len(parts) > limits.max_parts:
        raise UnreadableFile(
            "zip-bomb",
            "Isi berkas ini jauh lebih besar daripada ukurannya sehingga tidak aman dibuka; "
            "simpan ulang dokumen aslinya, lalu unggah lagi.",
        )


def _refuse_locked_office(path: Path) -> None:
    with path.open("rb") as file:
        contents = file.read(4 * 1024 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in contents:
        raise _locked("Office")


def _locked(kind: str) -> UnreadableFile:
    return UnreadableFile(
        "password-protected",
        "Berkas %(kind)s ini terkunci kata sandi; simpan ulang tanpa kata sandi, lalu unggah lagi.",
        kind=kind,
    )
