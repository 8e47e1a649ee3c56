"""Tables saved as CSV by a spreadsheet: every record has the same number of fields."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from zonakita.modules.document_intake.sources.document import Block, Paragraph, Table, TableCell

_DELIMITERS = (";", ",")
_LEAST_RECORDS = 3
_LEAST_FIELDS = 4
_SAME_WIDTH = 0.9


def csv_blocks(text: str) -> list[Block]:
    """The lines above the table and the table; [] where the text is no CSV."""
    for delimiter in _DELIMITERS:
        records = _records(text, delimiter)
        if records:
            return _blocks(records)
    return []


def _records(text: str, delimiter: str) -> list[list[str]]:
    if text.count(delimiter) < _LEAST_RECORDS * (_LEAST_FIELDS - 1):
        return []
    try:
        records = [record for record in csv.reader(io.StringIO(text), delimiter=delimiter) if record]
    except csv.Error:
        return []
    if len(records) < _LEAST_RECORDS:
        return []
    width, count = Counter(map(len, records)).most_common(1)[0]
    return records if width >= _LEAST_FIELDS and count >= _SAME_WIDTH * len(records) else []


def _blocks(records: Sequence[Sequence[str]]) -> list[Block]:
    """Records with one field, before the first one with more, are lines of text."""
    filled = [[field.strip() for field in record] for record in records if any(map(str.strip, record))]
    first = next((n for n, record in enumerate(filled) if sum(map(bool, record)) > 1), len(filled))
    above: list[Block] = [Paragraph(next(filter(None, record))) for record in filled[:first]]
    cells = tuple(
        TableCell(row, column, field)
        for row, record in enumerate(filled[first:])
        for column, field in enumerate(record)
    )
    if not cells:
        return above
    return [*above, Table(1, len(filled) - first, max(map(len, filled)), cells)]
