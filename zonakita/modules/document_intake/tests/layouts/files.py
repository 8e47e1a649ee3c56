"""Draws a form as DOCX, XLSX, PDF, Markdown or tab-separated text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import openpyxl
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.styles import PatternFill

from zonakita.modules.document_intake.tests.layouts.content import Area
from zonakita.modules.document_intake.tests.layouts.form import (
    Drawn,
    Form,
    Square,
    area_rows,
    body_rows,
    head_rows,
    width_of,
)

HEAD_LINES = (
    "DINAS KESEHATAN KABUPATEN MUARA BIRU",
    "KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN MUARA BIRU",
    "NOMOR 188/417/DINKES/2026",
    "TENTANG",
    "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026",
    "Menimbang : bahwa perlu menetapkan rencana aksi;",
    "Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara"
    " Republik Indonesia"
    " Tahun 2009 Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038);",
    "MEMUTUSKAN:",
    "Ditetapkan di Muara Biru",
    "pada tanggal 5 Januari 2026",
    "KEPALA DINAS KESEHATAN,",
    "ttd",
    "TOKOH CONTOH SATU",
)


def tables_of(form: Form, plan: list[Area]) -> list[tuple[str, Drawn]]:
    """(heading above, rows) of each table: one table per area where areas are paragraphs."""
    if form.area != "paragraph":
        return [("", head_rows(form) + body_rows(form, plan))]
    return [
        (f"{chr(65 + index)}. {area.title}", head_rows(form) + area_rows(form, area, index))
        for index, area in enumerate(plan)
    ]


def write_docx(path: Path, form: Form, plan: list[Area]) -> Path:
    """A Word file with merged cells and shading."""
    document = docx.Document()
    for line in (*HEAD_LINES, form.title):
        document.add_paragraph(line)
    for heading, rows in tables_of(form, plan):
        if heading:
            document.add_paragraph(heading)
        table = document.add_table(rows=len(rows), cols=width_of(form))
        for r, row in enumerate(rows):
            for c, square in enumerate(row):
                if square is not None:
                    _docx_cell(table, r, c, square)
    document.save(str(path))
    return path


def _docx_cell(table: docx.table.Table, row: int, column: int, square: Square) -> None:
    cell = table.cell(row, column)
    if square.row_span > 1 or square.column_span > 1:
        cell = cell.merge(table.cell(row + square.row_span - 1, column + square.column_span - 1))
    cell.text = square.text
    if square.fill:
        shading = OxmlElement("w:shd")
        shading.set(qn("w:val"), "clear")
        shading.set(qn("w:fill"), square.fill.lstrip("#"))
        cell._tc.get_or_add_tcPr().append(shading)


def write_xlsx(path: Path, form: Form, plan: list[Area]) -> Path:
    """A workbook with merged cells and fills."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([form.title])
    sheet.append([])
    at = 3
    for heading, rows in tables_of(form, plan):
        if heading:
            sheet.cell(at, 1, heading)
            at += 1
        for row in rows:
            for c, square in enumerate(row, 1):
                if square is None:
                    continue
                cell = sheet.cell(at, c, square.text or None)
                if square.fill:
                    cell.fill = PatternFill("solid", start_color=f"FF{square.fill.lstrip('#').upper()}")
                if square.row_span > 1 or square.column_span > 1:
                    sheet.merge_cells(
                        start_row=at,
                        start_column=c,
                        end_row=at + square.row_span - 1,
                        end_column=c + square.column_span - 1,
                    )
            at += 1
        at += 1
    book.save(path)
    return path


def write_text(path: Path, form: Form, plan: list[Area], *, pipes: bool = False) -> Path:
    """Tab-separated lines, or a Markdown table."""
    lines = [*HEAD_LINES, "", form.title, ""]
    for heading, rows in tables_of(form, plan):
        lines += [heading, ""] if heading else []
        for number, row in enumerate(rows):
            texts = [square.text if square is not None else "" for square in row]
            lines.append("| " + " | ".join(texts) + " |" if pipes else "\t".join(texts))
            if pipes and number == 0:
                lines.append("|" + "---|" * len(texts))
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_pdf(
    path: Path,
    form: Form,
    plan: list[Area],
    *,
    font: str = "Liberation Sans",
    size: float = 8.0,
    landscape: bool = True,
    stroke: str = "0.5pt",
    repeat_head: bool = True,
    breakable: bool = True,
) -> Path:
    """A PDF drawn by Typst; `stroke` is its stroke expression."""
    parts = [
        f'#set page(paper: "a4", flipped: {str(landscape).lower()}, margin: 1.6cm, numbering: "- 1 -")',
        f'#set text(font: "{font}", size: {size}pt, lang: "id", hyphenate: false)',
        *(f"#par[{_escaped(line)}]" for line in HEAD_LINES),
        "#pagebreak()",
        f"#align(center)[*{_escaped(form.title)}*]",
    ]
    for heading, rows in tables_of(form, plan):
        if heading:
            parts.append(f"#par[{_escaped(heading)}]")
        parts.append(_typst_table(form, rows, stroke, repeat_head, breakable))
    source: Any = "\n".join(parts).encode()
    typst.compile(source, output=str(path))
    return path


def _typst_table(form: Form, rows: Drawn, stroke: str, repeat_head: bool, breakable: bool) -> str:
    widths = []
    for role, _ in form.columns:
        if role == "months":
            widths += ["1.6em" if len(form.month_heads) == 12 else "3em"] * len(form.month_heads)
        else:
            widths.append({"number": "2.2em", "target": "1.1fr", "priority": "0.8fr"}.get(role, "2fr"))
    head_count = len(head_rows(form))
    head = "".join(_typst_row(row) for row in rows[:head_count])
    body = "".join(_typst_row(row) for row in rows[head_count:])
    opening = f"#table(columns: ({', '.join(widths)}), inset: 3pt, stroke: {stroke},"
    wrapped = f"table.header(repeat: {str(repeat_head).lower()}, {head})," if repeat_head else head
    table = f"{opening}\n{wrapped}\n{body})"
    return table if breakable else f"#show table.cell: set block(breakable: false)\n{table}"


def _typst_row(row: list[Square | None]) -> str:
    cells = []
    for square in row:
        if square is None:
            continue
        options = [f"rowspan: {square.row_span}", f"colspan: {square.column_span}"]
        if square.fill:
            options.append(f'fill: rgb("{square.fill}")')
        text = f"*{_escaped(square.text)}*" if square.bold and square.text else _escaped(square.text)
        cells.append(f"table.cell({', '.join(options)})[{text}],")
    return "".join(cells) + "\n"


def _escaped(text: str) -> str:
    for mark in "\\#*_`$<>@[]~/-+=":
        text = text.replace(mark, "\\" + mark)
    return text.replace("1.", "1\\.").replace("2.", "2\\.").replace("3.", "3\\.").replace("1)", "1\\)")
