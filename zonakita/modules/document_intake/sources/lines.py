"""A document as lines of text, to be shown beside what was read from it."""

from __future__ import annotations

from collections import defaultdict

from zonakita.modules.document_intake.sources.document import SourceDocument, Table


def lines_of(document: SourceDocument) -> list[str]:
    """Paragraphs as they stand and table rows with their cells side by side, in reading order."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            lines.extend(_table_lines(block))
        else:
            lines.extend(line for line in block.text.splitlines() if line.strip())
    return lines


def _table_lines(table: Table) -> list[str]:
    rows: dict[int, list[str]] = defaultdict(list)
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.text.strip():
            rows[cell.row].append(cell.text.strip())
    return [" | ".join(texts) for _number, texts in sorted(rows.items())]
