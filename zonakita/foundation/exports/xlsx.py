"""A table as a spreadsheet that is ready to print on A4."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from zonakita.foundation.exports.table import Layout, Placed, TableDocument, clean_text, looks_like_formula

# Characters of the body font that fit between the margins of an A4 page.
_PAGE_CHARACTERS = {True: 150.0, False: 98.0}
_LINE_POINTS = 12.5
_MAX_ROW_POINTS = 405.0
_SHEET_NAME_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_SIDE = Side(style="thin", color="808080")
_BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def to_xlsx(document: TableDocument) -> bytes:
    """Return the table as an XLSX file; text stays text, whatever sign it begins with."""
    layout = document.layout
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = _sheet_name(document)
    widths = _column_widths(document)
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    top = _write_lines(sheet, [document.title, *document.subtitle_lines], 1, layout.column_count, bold=True)
    top += 1
    for cell in layout.cells:
        _write_cell(sheet, cell, top)
    for index, points in enumerate(_row_heights(layout, widths)):
        sheet.row_dimensions[top + index].height = points
    if document.note_lines:
        _write_lines(sheet, document.note_lines, top + layout.row_count + 1, layout.column_count, bold=False)
    _set_up_page(sheet, document, top)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _sheet_name(document: TableDocument) -> str:
    name = _SHEET_NAME_FORBIDDEN.sub(" ", clean_text(document.sheet_name or document.title))
    return " ".join(name.split())[:31].strip() or "Tabel"


def _column_widths(document: TableDocument) -> list[float]:
    total = sum(column.width for column in document.columns)
    page = _PAGE_CHARACTERS[document.landscape]
    return [max(2.5, page * column.width / total) for column in document.columns]


def _set_text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write text that no spreadsheet will run: typed as text, and marked so when a person edits it again."""
    cell = sheet.cell(row=row, column=column)
    if not text:
        return
    cell.value = text
    cell.data_type = "s"
    if looks_like_formula(text):
        cell.quotePrefix = True


def _write_lines(sheet: Worksheet, lines: Sequence[str], row: int, columns: int, *, bold: bool) -> int:
    for line in lines:
        _set_text(sheet, row, 1, clean_text(line))
        sheet.cell(row=row, column=1).font = Font(name="Calibri", size=12 if bold else 9, bold=bold)
        sheet.cell(row=row, column=1).alignment = Alignment(
            horizontal="center" if bold else "left", vertical="top", wrap_text=True
        )
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
        row += 1
    return row


def _write_cell(sheet: Worksheet, placed: Placed, top: int) -> None:
    row, column = top + placed.row, placed.column + 1
    for down in range(placed.rows):
        for right in range(placed.columns):
            sheet.cell(row=row + down, column=column + right).border = _BORDER
    _set_text(sheet, row, column, placed.text)
    cell = sheet.cell(row=row, column=column)
    cell.font = Font(name="Calibri", size=7 if placed.is_small else 9, bold=placed.bold)
    vertical = "center" if placed.kind in {"heading", "numbers"} else "top"
    cell.alignment = Alignment(horizontal=placed.align, vertical=vertical, wrap_text=True)
    if placed.fill:
        cell.fill = PatternFill("solid", start_color=placed.fill, end_color=placed.fill)
    if placed.rows > 1 or placed.columns > 1:
        sheet.merge_cells(
            start_row=row,
            start_column=column,
            end_row=row + placed.rows - 1,
            end_column=column + placed.columns - 1,
        )


def _row_heights(layout: Layout, widths: list[float]) -> list[float]:
    """Estimate heights, as no spreadsheet fits a row to a merged cell by itself."""
    heights = [_LINE_POINTS + 3] * layout.row_count
    for cell in sorted(layout.cells, key=lambda placed: placed.rows):
        width = sum(widths[cell.column : cell.column + cell.columns])
        needed = _line_count(cell.text, width) * _LINE_POINTS + 3
        covered = range(cell.row, cell.row + cell.rows)
        if (missing := needed - sum(heights[row] for row in covered)) > 0:
            for row in covered:
                heights[row] += missing / cell.rows
    return [min(height, _MAX_ROW_POINTS) for height in heights]


def _line_count(text: str, width: float) -> int:
    """Count lines at 9 points in a width that is counted in characters of 11 points."""
    usable = max(1.0, (width - 1) * 1.15)
    return sum(max(1, math.ceil(len(line) / usable)) for line in text.split("\n"))


def _set_up_page(sheet: Worksheet, document: TableDocument, top: int) -> None:
    sheet.page_setup.orientation = "landscape" if document.landscape else "portrait"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    last_heading = top + document.layout.heading_rows - 1
    sheet.print_title_rows = f"{top}:{last_heading}"
    sheet.freeze_panes = f"A{last_heading + 1}"
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "- &P -"
