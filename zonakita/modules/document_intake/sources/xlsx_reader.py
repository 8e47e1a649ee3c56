"""XLSX: each visible sheet as one table, with merged cells, fill colours and dates as Indonesian text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from zonakita.kernel.months import format_months
from zonakita.kernel.wording import mark
from zonakita.modules.document_intake.sources.document import (
    Block,
    PageInfo,
    Paragraph,
    SourceDocument,
    Table,
    TableCell,
)
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.progress import Progress

_MOST_ROWS, _MOST_COLUMNS = 5000, 120
_A4 = (842.0, 595.0)
_HIDDEN_WARNING = mark(
    "Lembar kerja ini memuat baris atau kolom tersembunyi yang tidak dibaca;"
    " tampilkan dahulu bila termasuk rencana."
)


def read_xlsx(path: Path, *, progress: Progress | None = None) -> SourceDocument:
    """Read a workbook; each sheet counts as a page.

    Raises: UnreadableFile.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        # As a stream: openpyxl refuses a path without an ending, and stored files have none.
        with path.open("rb") as stream:
            book = openpyxl.load_workbook(stream, data_only=True, keep_links=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise UnreadableFile(
            "truncated",
            "Berkas XLSX ini rusak atau terpotong; buka dan simpan ulang di Excel, lalu unggah lagi.",
        ) from error
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    blocks: list[Block] = []
    has_hidden = False
    for number, sheet in enumerate(sheets, 1):
        unseen = _hidden_lines(sheet)
        has_hidden = has_hidden or any(unseen)
        blocks.extend(_sheet_blocks(sheet, number, *unseen))
        if progress:
            progress(number, len(sheets))
    pages = tuple(PageInfo(number, *_A4) for number in range(1, len(sheets) + 1))
    return SourceDocument("xlsx", pages, tuple(blocks), (_HIDDEN_WARNING,) if has_hidden else ())


def _hidden_lines(sheet: Any) -> tuple[frozenset[int], frozenset[int]]:
    """The hidden rows and columns that hold anything; a merged cell that begins in one keeps it in sight."""
    rows = {row for row, own in sheet.row_dimensions.items() if own.hidden and row <= (sheet.max_row or 0)}
    columns: set[int] = set()
    for own in sheet.column_dimensions.values():
        if own.hidden and own.min:
            columns.update(range(own.min, min(own.max, sheet.max_column or 0, _MOST_COLUMNS) + 1))
    for merged in sheet.merged_cells.ranges:
        if merged.max_row > merged.min_row:
            rows.discard(merged.min_row)
        if merged.max_col > merged.min_col:
            columns.discard(merged.min_col)
    return frozenset(rows), frozenset(columns)


def _sheet_blocks(
    sheet: Any, page: int, hidden_rows: frozenset[int], hidden_columns: frozenset[int]
) -> Iterator[Block]:
    """The lines above the table as paragraphs, then the table; blank rows separate tables, hidden ones are
    not read.
    """
    rows = min(sheet.max_row or 0, _MOST_ROWS)
    columns = min(sheet.max_column or 0, _MOST_COLUMNS)
    spans, hidden = _merged(sheet, rows, columns)
    run: list[list[TableCell]] = []
    for row in range(1, rows + 1):
        if row in hidden_rows:
            continue
        cells = [
            replace(cell, text="", fill=None) if cell.column + 1 in hidden_columns else cell
            for cell in _row_cells(sheet, row, columns, spans, hidden)
        ]
        is_covered = any((row, column) in hidden for column in range(1, columns + 1))
        filled = [cell for cell in cells if cell.text]
        if not is_covered and not filled and not any(cell.fill for cell in cells):
            yield from _flush(run, page, columns)
            run = []
        elif len(filled) == 1 and not run:
            yield Paragraph(filled[0].text, page)
        else:
            run.append(cells)
    yield from _flush(run, page, columns)


def _flush(run: list[list[TableCell]], page: int, columns: int) -> Iterator[Block]:
    if not run:
        return
    filled_widths = [sum(bool(cell.text) for cell in cells) for cells in run]
    if max(filled_widths) < 2:
        yield from (Paragraph(cell.text, page) for cells in run for cell in cells if cell.text)
        return
    first = min(cell.row for cells in run for cell in cells) if any(run) else 0
    cells = tuple(
        TableCell(cell.row - first, cell.column, cell.text, cell.row_span, cell.column_span, None, cell.fill)
        for row in run
        for cell in row
    )
    last = max(cell.row + cell.row_span for cell in cells)
    yield Table(page, max(len(run), last), columns, cells)


def _row_cells(
    sheet: Any,
    row: int,
    columns: int,
    spans: dict[tuple[int, int], tuple[int, int]],
    hidden: set[tuple[int, int]],
) -> list[TableCell]:
    cells = []
    for column in range(1, columns + 1):
        if (row, column) in hidden:
            continue
        cell = sheet.cell(row, column)
        row_span, column_span = spans.get((row, column), (1, 1))
        cells.append(
            TableCell(row - 1, column - 1, _text(cell), row_span, column_span, None, _fill(cell.fill))
        )
    return cells


def _merged(
    sheet: Any, rows: int, columns: int
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    hidden: set[tuple[int, int]] = set()
    for merged in sheet.merged_cells.ranges:
        last_row, last_column = min(merged.max_row, rows), min(merged.max_col, columns)
        spans[(merged.min_row, merged.min_col)] = (
            last_row - merged.min_row + 1,
            last_column - merged.min_col + 1,
        )
        hidden.update(
            (row, column)
            for row in range(merged.min_row, last_row + 1)
            for column in range(merged.min_col, last_column + 1)
            if (row, column) != (merged.min_row, merged.min_col)
        )
    return spans, hidden


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        month = format_months([value.month])
        return f"{month} {value.year}" if value.day == 1 else f"{value.day} {month} {value.year}"
    if isinstance(value, float):
        if "%" in str(cell.number_format):
            return f"{value * 100:g}%"
        return f"{value:g}" if value != int(value) else str(int(value))
    if isinstance(value, bool):
        return "v" if value else ""
    return str(value).strip()


def _fill(fill: Any) -> str | None:
    """The solid fill as #rrggbb; theme and indexed colours that cannot be told count as grey."""
    if fill is None or fill.fill_type != "solid":
        return None
    colour = fill.start_color
    if colour.type == "rgb" and isinstance(colour.rgb, str) and len(colour.rgb) == 8:
        return (
            None
            if colour.rgb.upper() in ("00000000", "FFFFFFFF", "00FFFFFF")
            else f"#{colour.rgb[2:].lower()}"
        )
    if colour.type == "theme":
        return None if colour.theme == 0 and not colour.tint else f"#{0x80 + 7 * int(colour.theme):02x}8080"
    if colour.type == "indexed":
        return None if colour.indexed in (1, 9, 64, 65) else f"#{0x60 + int(colour.indexed):02x}9090"
    return None
