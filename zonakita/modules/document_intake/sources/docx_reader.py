"""DOCX: paragraphs and tables in their order, with merged cells and fill colours."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zonakita.modules.document_intake.sources.document import (
    Block,
    PageInfo,
    Paragraph,
    SourceDocument,
    Table,
    TableCell,
)
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.list_numbers import ListNumbers
from zonakita.modules.document_intake.sources.progress import Progress

_POINTS_PER_TWIP = 1 / 20


def read_docx(path: Path, *, progress: Progress | None = None) -> SourceDocument:
    """Read a Word document; it has no pages, so every place is on page 1.

    Raises: UnreadableFile.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UnreadableFile(
            "truncated",
            "Berkas DOCX ini rusak atau terpotong; buka dan simpan ulang di Word, lalu unggah lagi.",
        ) from error
    numbers = ListNumbers(document)
    blocks = tuple(_blocks(document.element.body, numbers))
    if progress:
        progress(1, 1)
    section = document.sections[0] if document.sections else None
    width = (section.page_width.pt if section and section.page_width else None) or 595.0
    height = (section.page_height.pt if section and section.page_height else None) or 842.0
    return SourceDocument("docx", (PageInfo(1, width, height),), blocks)


def _blocks(parent: Any, numbers: ListNumbers) -> Iterator[Block]:
    for element in parent.iterchildren():
        name = _name(element)
        if name == "p":
            text = _paragraph_text(element, numbers)
            if text.strip():
                yield Paragraph(text)
        elif name == "tbl":
            yield _table(element, numbers)
        elif name in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            yield from _blocks(element, numbers)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: Any, path: str, attribute: str = "val") -> str | None:
    """The attribute of the child at a path of local names, None where it is missing."""
    for name in path.split("/"):
        element = next((child for child in element if _name(child) == name), None)
        if element is None:
            return None
    return next(
        (str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == attribute), ""
    )


def _paragraph_text(paragraph: Any, numbers: ListNumbers) -> str:
    parts: list[str] = []
    for element in paragraph.iter():
        name = _name(element)
        if name == "t":
            parts.append(element.text or "")
        elif name == "tab":
            parts.append(" " if _name(element.getparent()) != "tabs" else "")
        elif name in ("br", "cr"):
            parts.append("\n")
        elif name == "noBreakHyphen":
            parts.append("-")
        elif name == "sym":
            parts.append("✓")
    text = "".join(parts)
    label = numbers.label(paragraph) if text.strip() else ""
    return f"{label} {text}" if label else text


def _cell_text(cell: Any, numbers: ListNumbers) -> str:
    """All paragraphs of a cell, those of tables inside it too, one line each."""
    lines = [_paragraph_text(element, numbers) for element in cell.iter() if _name(element) == "p"]
    return "\n".join(line for line in lines if line.strip())


def _table(element: Any, numbers: ListNumbers) -> Table:
    rows = [row for row in _rows(element)]
    cells: list[TableCell] = []
    open_merges: dict[int, int] = {}
    width = 0
    for number, row in enumerate(rows):
        column = int(_value(row, "trPr/gridBefore") or 0)
        for cell in _row_cells(row):
            span = int(_value(cell, "tcPr/gridSpan") or 1)
            merge = _value(cell, "tcPr/vMerge")
            if merge is not None and merge != "restart" and column in open_merges:
                at = open_merges[column]
                cells[at] = _longer(cells[at], _cell_text(cell, numbers))
            else:
                open_merges.pop(column, None)
                if merge is not None:
                    open_merges[column] = len(cells)
                fill = _fill(cell)
                cells.append(TableCell(number, column, _cell_text(cell, numbers), 1, span, fill=fill))
            column += span
        width = max(width, column)
    return Table(1, len(rows), width, tuple(cells), _edges(element, width))


def _rows(element: Any) -> Iterator[Any]:
    for child in element:
        if _name(child) == "tr":
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(child)


def _row_cells(row: Any) -> Iterator[Any]:
    for child in row:
        if _name(child) == "tc":
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml"):
            yield from _row_cells(child)


def _longer(cell: TableCell, text: str) -> TableCell:
    joined = f"{cell.text}\n{text}" if text.strip() else cell.text
    return TableCell(cell.row, cell.column, joined, cell.row_span + 1, cell.column_span, fill=cell.fill)


def _fill(cell: Any) -> str | None:
    colour = (_value(cell, "tcPr/shd", "fill") or "").lower()
    is_colour = len(colour) == 6 and all(digit in "0123456789abcdef" for digit in colour)
    if is_colour and colour != "ffffff":
        return f"#{colour}"
    pattern = _value(cell, "tcPr/shd") or ""
    if pattern == "solid":
        return "#000000"
    return (
        "#bfbfbf"
        if pattern.startswith("pct") and pattern not in ("pct5", "pct10") and not is_colour
        else None
    )


def _edges(element: Any, width: int) -> tuple[float, ...]:
    """The column edges from the table's own grid, as fractions of the table's width."""
    grid = next((child for child in element if _name(child) == "tblGrid"), None)
    if grid is None:
        return ()
    widths = [float(_value_of(column)) for column in grid if _name(column) == "gridCol"]
    total = sum(widths)
    if len(widths) != width or total <= 0:
        return ()
    edges, at = [0.0], 0.0
    for each in widths:
        at += each * _POINTS_PER_TWIP
        edges.append(at / (total * _POINTS_PER_TWIP))
    return tuple(edges)


def _value_of(column: Any) -> str:
    return next((str(value) for key, value in column.attrib.items() if key.endswith("}w")), "0")
