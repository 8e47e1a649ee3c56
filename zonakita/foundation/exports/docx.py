"""A table as a word-processor document with headings that repeat on every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from zonakita.foundation.exports.table import Layout, Placed, TableDocument, clean_text

_FONT = "Calibri"
_TWIPS_PER_MM = 56.7
_PAGE_MM = (210, 297)
_MARGIN_MM = 12
_SMALL_HALF_POINTS = 12
_JUSTIFY = {"left": "left", "center": "center", "right": "right"}


def to_docx(document: TableDocument) -> bytes:
    """Return the table as a DOCX file."""
    word = Document()
    _set_up_page(word, landscape=document.landscape)
    _write_lines(word, (document.title, *document.subtitle_lines), heading=True)
    body = word.element.body
    body.insert(len(body) - 1, parse_xml(_table_xml(document)))
    word.add_paragraph()
    _write_lines(word, document.note_lines, heading=False)
    word.core_properties.title = clean_text(document.title)[:255]
    word.core_properties.author = "ZonaKita"
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _set_up_page(word: Any, *, landscape: bool) -> None:
    section = word.sections[0]
    short, long = _PAGE_MM
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(long), Mm(short)) if landscape else (Mm(short), Mm(long))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    style = word.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(8)
    style.paragraph_format.space_after = Pt(0)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("- ")
    footer._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    footer.add_run(" -")


def _write_lines(word: Any, lines: Sequence[str], *, heading: bool) -> None:
    for line in lines:
        paragraph = word.add_paragraph()
        run = paragraph.add_run(clean_text(line))
        run.bold, run.font.size = heading, Pt(11 if heading else 8)
        if heading:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if heading:
        paragraph.paragraph_format.space_after = Pt(6)


def _table_xml(document: TableDocument) -> str:
    """Return the table's XML; python-docx would search the whole table anew for every cell it merges."""
    layout = document.layout
    widths = _column_widths(document)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row_xml(cells, index, layout, widths) for index, cells in enumerate(_by_row(layout)))
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{_borders()}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/>'
        '<w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _column_widths(document: TableDocument) -> list[int]:
    page = (_PAGE_MM[1 if document.landscape else 0] - 2 * _MARGIN_MM) * _TWIPS_PER_MM
    total = sum(column.width for column in document.columns)
    return [int(page * column.width / total) for column in document.columns]


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in sides)


def _by_row(layout: Layout) -> list[list[Placed]]:
    """Return for each row the cells seen in it, those that began above included, from left to right."""
    rows: dict[int, list[Placed]] = defaultdict(list)
    for cell in layout.cells:
        for row in range(cell.row, cell.row + cell.rows):
            rows[row].append(cell)
    return [sorted(rows[row], key=lambda cell: cell.column) for row in range(layout.row_count)]


def _row_xml(cells: list[Placed], index: int, layout: Layout, widths: list[int]) -> str:
    repeated = "<w:tblHeader/>" if index < layout.heading_rows else ""
    drawn = "".join(_cell_xml(cell, index, widths) for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{drawn}</w:tr>"


def _cell_xml(cell: Placed, row: int, widths: list[int]) -> str:
    width = sum(widths[cell.column : cell.column + cell.columns])
    begins = row == cell.row
    properties = [f'<w:tcW w:w="{width}" w:type="dxa"/>']
    if cell.columns > 1:
        properties.append(f'<w:gridSpan w:val="{cell.columns}"/>')
    if cell.rows > 1:
        properties.append('<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>")
    if cell.fill:
        properties.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>')
    if cell.is_small:
        properties.append(
            '<w:tcMar><w:left w:w="10" w:type="dxa"/><w:right w:w="10" w:type="dxa"/></w:tcMar>'
        )
    if cell.kind in {"heading", "numbers"}:
        properties.append('<w:vAlign w:val="center"/>')
    paragraphs = _paragraphs_xml(cell) if begins else "<w:p/>"
    return f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>{paragraphs}</w:tc>"


def _paragraphs_xml(cell: Placed) -> str:
    properties = ("<w:b/>" if cell.bold else "") + (
        f'<w:sz w:val="{_SMALL_HALF_POINTS}"/>' if cell.is_small else ""
    )
    return "".join(
        f'<w:p><w:pPr><w:jc w:val="{_JUSTIFY[cell.align]}"/></w:pPr>'
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in cell.text.split("\n")
    )
