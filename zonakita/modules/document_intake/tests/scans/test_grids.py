"""Ruled lines become a grid with merged cells; letters, frames and filled areas do not."""

from __future__ import annotations

import cv2
import numpy as np

from zonakita.modules.document_intake.sources.scan.fills import PaperColour
from zonakita.modules.document_intake.sources.scan.grid import Grid, find_grids
from zonakita.modules.document_intake.sources.scan.rulings import find_rulings
from zonakita.modules.document_intake.tests.scans.degrading import Pixels

XS = (200, 500, 1100, 1700, 2300)
YS = (300, 420, 620, 820, 1020)


def _sheet() -> Pixels:
    return np.full((1400, 2500, 3), 240, np.uint8)


def _line(sheet: Pixels, start: tuple[int, int], end: tuple[int, int]) -> None:
    cv2.line(sheet, start, end, (20, 20, 20), 3)


def _ruled(sheet: Pixels) -> Pixels:
    """A table whose first column is merged over the last two rows and whose second row is one wide cell."""
    for y in YS:
        _line(sheet, (XS[0] if y != YS[3] else XS[1], y), (XS[-1], y))
    for number, x in enumerate(XS):
        if number in (0, len(XS) - 1):
            _line(sheet, (x, YS[0]), (x, YS[-1]))
        else:
            _line(sheet, (x, YS[0]), (x, YS[1]))
            _line(sheet, (x, YS[2]), (x, YS[-1]))
    return sheet


def _grids(sheet: Pixels) -> list[Grid]:
    return find_grids(find_rulings(np.asarray(cv2.cvtColor(sheet, cv2.COLOR_RGB2GRAY), dtype=np.uint8)))


def test_it_finds_merged_cells() -> None:
    (grid,) = _grids(_ruled(_sheet()))

    spans = {(cell.row, cell.column): (cell.row_span, cell.column_span) for cell in grid.cells}
    assert (len(grid.xs), len(grid.ys)) == (5, 5)
    assert spans[(1, 0)] == (1, 4)
    assert spans[(2, 0)] == (2, 1)
    assert spans[(3, 1)] == (1, 1)
    assert (3, 0) not in spans


def test_rows_of_letters_are_no_lines() -> None:
    sheet = _sheet()
    for y in range(200, 1200, 60):
        cv2.putText(sheet, "mmmmm nnnnn mmmmmm uuuuu", (150, y), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (0, 0, 0), 3)

    assert _grids(sheet) == []


def test_a_lone_frame_is_no_table() -> None:
    sheet = _sheet()
    cv2.rectangle(sheet, (200, 200), (2300, 1200), (0, 0, 0), 3)

    assert _grids(sheet) == []


def test_it_sees_which_cells_are_filled_also_in_shadow() -> None:
    sheet = _ruled(_sheet())
    sheet[YS[2] + 3 : YS[3] - 2, XS[2] + 3 : XS[3] - 2] = (90, 150, 220)
    shadow = np.linspace(1, 0.6, sheet.shape[1])[None, :, None]
    shaded = (sheet * shadow).astype(np.uint8)

    (grid,) = _grids(shaded)
    paper = PaperColour(shaded, grid)
    filled = [(cell.row, cell.column) for cell in grid.cells if paper.fill_of(cell.box)]

    assert filled == [(2, 2)]
