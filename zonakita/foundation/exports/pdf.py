"""A table as PDF, drawn by Typst with the fonts that come with it and without any network."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typst

from zonakita.foundation.exports.table import TableDocument, clean_text

_TEMPLATE = Path(__file__).parent / "data" / "table.typ"
# One moment for every file: the same document gives the same bytes.
_TIMESTAMP_SECONDS = 1_735_689_600


def to_pdf(document: TableDocument) -> bytes:
    """Return the table as PDF; text travels as data and is never read as markup."""
    layout = document.layout
    cells = [asdict(cell) | {"small": cell.is_small} for cell in layout.cells]
    source = {
        "title": clean_text(document.title),
        "head": [clean_text(line) for line in (document.title, *document.subtitle_lines)],
        "notes": [clean_text(line) for line in document.note_lines],
        "landscape": document.landscape,
        "widths": [column.width for column in document.columns],
        "heading": [cell for cell in cells if cell["row"] < layout.heading_rows],
        "body": [cell for cell in cells if cell["row"] >= layout.heading_rows],
    }
    compiler = typst.Compiler(
        input=_TEMPLATE,
        root=_TEMPLATE.parent,
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(source, ensure_ascii=False)},
    )
    drawn = compiler.compile(format="pdf", timestamp=_TIMESTAMP_SECONDS)
    if not isinstance(drawn, bytes):
        raise TypeError("Typst returned pages instead of one file")
    return drawn
