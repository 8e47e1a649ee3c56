"""Titles of merged cells that a page break pushed to the next page, put back where their cell begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zonakita.modules.document_intake.decrees.lines import Line
from zonakita.modules.document_intake.decrees.roles import ColumnRoles

_MOST_ROWS_AT_FOOT = 2


def restore_titles(lines: Sequence[Line], roles: ColumnRoles) -> list[Line]:
    """The lines with the title of each area and component on the row where its merged cell begins.

    Where the first row of a merged cell is too low for the title, the cell begins blank at the foot of a
    page and its
    title stands at the top of the next one.
    """
    restored = list(lines)
    for role in ("number", "area", "component"):
        column = roles.column(role)
        if column is None or not any(_is_carried(line, column) for line in lines):
            continue
        for index, line in enumerate(lines):
            if line.opens_part and line.text(column):
                start = _blank_start(restored, index, column)
                if start is not None:
                    _move(restored, index, start, column)
    return restored


def _is_carried(line: Line, column: int) -> bool:
    piece = line.pieces.get(column)
    return piece is not None and piece.is_carried


def _blank_start(lines: Sequence[Line], index: int, column: int) -> int | None:
    """The row further up whose blank cell this title belongs to; a blank cell that opens a page only goes
    on.
    """
    for earlier in range(index - 1, -1, -1):
        line = lines[earlier]
        if line.wide is not None or line.text(column) or (line.opens_part and earlier > 0):
            return None
        if column in line.blanks:
            is_near = index - earlier <= _MOST_ROWS_AT_FOOT
            return earlier if is_near or line.blanks[column] > 1 else None
    return None


def _move(lines: list[Line], index: int, start: int, column: int) -> None:
    piece = lines[index].pieces[column]
    lines[start] = replace(lines[start], pieces={**lines[start].pieces, column: piece})
    rest = {key: own for key, own in lines[index].pieces.items() if key != column}
    lines[index] = replace(lines[index], pieces=rest)
