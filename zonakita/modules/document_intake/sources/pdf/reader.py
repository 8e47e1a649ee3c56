"""PDF: pages with a good text layer are read as text and lines, the others go to the scan reader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from zonakita.modules.document_intake.sources.document import (
    Block,
    PageInfo,
    Paragraph,
    Place,
    SourceDocument,
)
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.guards import FileLimits, too_many_pages
from zonakita.modules.document_intake.sources.pdf.open_tables import open_tables
from zonakita.modules.document_intake.sources.pdf.pieces import Piece, TextLine, pieces_of
from zonakita.modules.document_intake.sources.pdf.rulings import rulings_of
from zonakita.modules.document_intake.sources.pdf.side_by_side import side_by_side
from zonakita.modules.document_intake.sources.pdf.tables import ruled_tables
from zonakita.modules.document_intake.sources.progress import Progress
from zonakita.modules.document_intake.sources.words import is_good_text_layer

_COVERING_IMAGE = 0.6
_FEW_CHARACTERS = 250
_OUTLINE_CURVES = 400


def read_pdf(path: Path, *, progress: Progress | None = None) -> SourceDocument:
    """Read a PDF file.

    Raises: UnreadableFile for a locked, broken, empty or far too long file.
    """
    pdf = _opened(path)
    try:
        count = len(pdf.pages)
        _check_count(count)
        infos: dict[int, PageInfo] = {}
        blocks: dict[int, Sequence[Block]] = {}
        scanned: list[int] = []
        for number, page in enumerate(pdf.pages, 1):
            infos[number] = PageInfo(number, float(page.width), float(page.height))
            read = _read_page_safely(page, number)
            if read is None:
                scanned.append(number)
            else:
                blocks[number] = read
            page.close()
            if progress and read is not None:
                progress(number - len(scanned), count)
    finally:
        pdf.close()
    warnings = _read_scans(path, scanned, infos, blocks, progress) if scanned else []
    ordered = tuple(block for number in sorted(blocks) for block in blocks[number])
    return SourceDocument(
        "scan" if len(scanned) > count / 2 else "pdf",
        tuple(infos[number] for number in sorted(infos)),
        ordered,
        tuple(warnings),
    )


def is_scanned_page(path: Path, number: int) -> bool:
    """Say whether the picture of page `number` (from 1) is read instead of its text."""
    pdf = _opened(path)
    try:
        return _read_page(pdf.pages[number - 1], number) is None
    finally:
        pdf.close()


def _opened(path: Path) -> Any:
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        pdf = pdfplumber.open(path)
        _ = pdf.pages
    except Exception as error:
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)):
            raise UnreadableFile(
                "password-protected",
                "Berkas PDF ini terkunci kata sandi; "
                "buka kuncinya, simpan ulang tanpa kata sandi, lalu unggah lagi.",
            ) from error
        raise UnreadableFile(
            "truncated",
            "Berkas PDF ini rusak atau terpotong; unduh atau simpan ulang berkas aslinya, lalu unggah lagi.",
        ) from error
    return pdf


def _check_count(count: int) -> None:
    if count == 0:
        raise UnreadableFile(
            "truncated", "Berkas PDF ini tidak berisi halaman; simpan ulang berkas aslinya, lalu unggah lagi."
        )
    most = FileLimits().max_pages
    if count > most:
        raise too_many_pages(count, most)


def _read_page_safely(page: Any, number: int) -> list[Block] | None:
    try:
        return _read_page(page, number)
    except RecursionError:
        raise
    except Exception as error:  # The parser has no common error for damaged pages.
        raise UnreadableFile(
            "truncated",
            "Halaman %(number)s berkas PDF ini rusak;"
            " unduh atau simpan ulang berkas aslinya, lalu unggah lagi.",
            number=number,
        ) from error


def _read_page(page: Any, number: int) -> list[Block] | None:
    """The blocks of a page from top to bottom, None where its picture has to be read instead."""
    chars = page.chars
    pieces = pieces_of(chars)
    if not pieces:
        return None if page.images or len(page.curves) > _OUTLINE_CURVES else []
    if len(chars) < _FEW_CHARACTERS and _has_covering_image(page):
        return None
    if not is_good_text_layer(piece.text for piece in pieces) and (
        page.images or len(chars) > _FEW_CHARACTERS
    ):
        return None
    return _page_blocks(page, pieces, number)


def _has_covering_image(page: Any) -> bool:
    area = float(page.width) * float(page.height)
    return any(
        (image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) >= _COVERING_IMAGE * area
        for image in page.images
    )


def _page_blocks(page: Any, pieces: Sequence[Piece], number: int) -> list[Block]:
    width, height = float(page.width), float(page.height)
    rulings = rulings_of(page)
    tables, rest = ruled_tables(rulings, pieces, number, width, height)
    unruled, rest = open_tables(rulings, rest, number, width, height)
    tables += unruled
    placed: list[tuple[float, Block]] = [(table.place.top if table.place else 0.0, table) for table in tables]
    for group in side_by_side(rest, width):
        top = group[0].top / height
        placed.extend((top, _paragraph(line, number, width, height)) for line in group)
    return [block for _, block in sorted(placed, key=lambda one: one[0])]


def _paragraph(line: TextLine, number: int, width: float, height: float) -> Paragraph:
    place = Place(number, line.left / width, line.top / height, line.right / width, line.bottom / height)
    return Paragraph(line.text, number, place)


def _read_scans(
    path: Path,
    numbers: Sequence[int],
    infos: dict[int, PageInfo],
    blocks: dict[int, Sequence[Block]],
    progress: Progress | None,
) -> list[str]:
    from zonakita.modules.document_intake.sources.scan.reading import read_scan_pages

    read, total = len(blocks), len(infos)
    pages, found, warnings = read_scan_pages(
        path, numbers, progress=(lambda done, _: progress(read + done, total)) if progress else None
    )
    for info in pages:
        infos[info.number] = info
    for number in numbers:
        blocks[number] = [block for block in found if block.page == number]
    return warnings
