"""Small documents for tests: a table is written as lines of cells."""

from __future__ import annotations

from collections.abc import Sequence

from zonakita.modules.document_intake.sources.document import (
    PageInfo,
    Paragraph,
    SourceDocument,
    Table,
    TableCell,
)

ZI_HEAD = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")


def table(*rows: Sequence[str], page: int = 1) -> Table:
    """A table without merged cells."""
    cells = tuple(TableCell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Table(page, len(rows), max(map(len, rows)), cells)


def document(*blocks: Table | str) -> SourceDocument:
    """A document of tables and lines."""
    made = tuple(block if isinstance(block, Table) else Paragraph(block) for block in blocks)
    return SourceDocument("text", (PageInfo(1, 595, 842), PageInfo(2, 595, 842)), made)
