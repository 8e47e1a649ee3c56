"""Plain text, Markdown and CSV: tables are lines with tabs or with pipes, pages end at form feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from zonakita.modules.document_intake.sources.csv_text import csv_blocks
from zonakita.modules.document_intake.sources.document import (
    Block,
    PageInfo,
    Paragraph,
    SourceDocument,
    Table,
    TableCell,
)
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.ocr_text.columns import columns_in
from zonakita.modules.document_intake.sources.progress import Progress

_ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_A4 = (595.0, 842.0)
_WOVEN_WARNING = (
    "Teks ini hasil OCR dengan kolom-kolom tabel yang tercampur; susunannya diduga, mohon periksa setiap sel."
)
_MOST_BYTES = 20_000_000


def read_plain_text(path: Path, *, progress: Progress | None = None) -> SourceDocument:
    """Read a text file; a part of a table after a blank line is a table of its own.

    Raises: UnreadableFile.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableFile(
            "too-large", "Berkas teks ini lebih besar dari 20 MB; unggah hanya keputusan beserta lampirannya."
        )
    text = _decoded(path.read_bytes())
    pages = text.split("\f")
    records = csv_blocks(text)
    woven = [] if records else _woven_blocks(pages)
    blocks = (
        records or woven or [block for number, page in enumerate(pages, 1) for block in _blocks(page, number)]
    )
    if progress:
        progress(len(pages), len(pages))
    infos = tuple(PageInfo(number, *_A4) for number in range(1, len(pages) + 1))
    return SourceDocument("text", infos, tuple(blocks), (_WOVEN_WARNING,) if woven else ())


def _woven_blocks(pages: list[str]) -> list[Block]:
    """The blocks of a text whose columns OCR wove together, [] where it is no such text."""
    if not any(columns_in(line) for text in pages for line in text.splitlines() if "\t" not in line):
        return []
    from zonakita.modules.document_intake.sources.ocr_text.reading import find_woven_columns, read_woven_text

    lines = [line for page in pages for line in page.splitlines()]
    in_tables = [re.sub(r"[|\t]+", " ", line) for line in lines if _cells(line, inside=False)]
    if find_woven_columns(in_tables):
        return []
    return read_woven_text(pages) if find_woven_columns(lines) else []


def _decoded(data: bytes) -> str:
    for encoding in _ENCODINGS:
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(
        "unknown-format",
        "Jenis berkas ini tidak dikenal; unggah keputusan sebagai PDF, DOCX, XLSX, gambar, atau teks.",
    )


def _blocks(text: str, page: int) -> Iterator[Block]:
    rows: list[list[str]] = []
    lines: list[str] = []
    for line in text.splitlines():
        cells = _cells(line, inside=bool(rows))
        if cells is not None:
            if lines:
                yield Paragraph("\n".join(lines), page)
                lines = []
            if cells:
                rows.append(cells)
            continue
        if rows:
            yield _table(rows, page)
            rows = []
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield Paragraph("\n".join(lines), page)
            lines = []
    if rows:
        yield _table(rows, page)
    if lines:
        yield Paragraph("\n".join(lines), page)


def _cells(line: str, *, inside: bool) -> list[str] | None:
    """The cells of a table line, [] for the rule below a heading, None for a line of text."""
    if "\t" in line.strip("\r\n") and line.strip():
        return [cell.strip() for cell in line.rstrip("\r\n").split("\t")]
    stripped = line.strip()
    if stripped.count("|") >= 2:
        if _PIPE_RULE.match(stripped):
            return []
        return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", stripped.strip("|"))]
    if inside and stripped:
        return [stripped]
    return None


def _table(rows: list[list[str]], page: int) -> Table:
    """Cells without merging; a line that has only one cell spans the whole width (an area row)."""
    width = max(len(row) for row in rows)
    cells = []
    for number, row in enumerate(rows):
        if len(row) == 1 and width > 1:
            cells.append(TableCell(number, 0, row[0], column_span=width))
            continue
        cells.extend(TableCell(number, column, text) for column, text in enumerate(row))
        cells.extend(TableCell(number, column, "") for column in range(len(row), width))
    return Table(page, len(rows), width, tuple(cells))
