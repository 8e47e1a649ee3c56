"""Rows as CSV that spreadsheets open safely."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from zonakita.foundation.exports.table import clean_text, looks_like_formula


def escape_cell(value: object) -> object:
    """Return numbers as they are, and text with an apostrophe before a sign that a spreadsheet would run.

    CSV has no types, so here the text itself must carry the guard.
    """
    if value is None or isinstance(value, bool) or not isinstance(value, str):
        return value
    guarded = looks_like_formula(value)
    text = clean_text(value)
    return f"'{text}" if guarded else text


def to_csv(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return UTF-8 with a byte-order mark, which Excel needs to read it as such."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([escape_cell(text) for text in heading])
    writer.writerows([escape_cell(value) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")
