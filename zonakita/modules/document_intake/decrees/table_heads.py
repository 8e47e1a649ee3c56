"""Where a table's heading is and what stands above each column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from zonakita.modules.document_intake.decrees.cell_text import clean, plain
from zonakita.modules.document_intake.decrees.grid import Grid
from zonakita.modules.document_intake.decrees.months import month_of_heading, period_of_heading
from zonakita.modules.document_intake.decrees.vocabulary import heading_scores
from zonakita.modules.document_intake.sources.document import TableCell

_SEARCH_ROWS = 25
_CERTAIN = 0.72
_NUMBERED = re.compile(r"^\(?(\d{1,2})\)?[.)]?$")


@dataclass(frozen=True, slots=True)
class TableHead:
    """The heading rows `first..last` (the row of column numbers included) and the heading path above each
    column.

    `keys` tell which grid columns stand under the same lowest heading cell.
    """

    first: int
    last: int
    paths: tuple[tuple[str, ...], ...]
    keys: tuple[int, ...]


def find_head(grid: Grid) -> TableHead | None:
    """The first heading of a plan table in this grid, None where it has none."""
    for row in range(min(grid.row_count, _SEARCH_ROWS)):
        if looks_like_heading(grid, row):
            first = _group_row_above(grid, row)
            last_text_row = _last_heading_row(grid, row)
            last = last_text_row
            if last + 1 < grid.row_count and is_number_row(grid, last + 1):
                last += 1
            paths, keys = _paths(grid, first, last_text_row)
            return TableHead(first, last, paths, keys)
    return None


def looks_like_heading(grid: Grid, row: int) -> bool:
    """Whether the row's cells name at least two different roles and little else."""
    cells = grid.filled(row)
    if len(cells) < 2 or any(len(cell.text) > 120 for cell in cells):
        return False
    certain, roles = 0, set()
    for cell in cells:
        scores = heading_scores(clean(cell.text))
        best = max(scores.values(), default=0.0)
        if best >= _CERTAIN:
            certain += 1
            roles.add(max(scores, key=lambda key: scores[key]))
    named = certain + sum(_is_time_heading(cell) for cell in cells)
    needed = 3 if len(cells) > 3 else 2
    return len(roles) >= 2 and named >= needed and named >= 0.5 * len(cells)


def is_number_row(grid: Grid, row: int) -> bool:
    """Whether the row holds the column numbers 1 2 3 ... below a heading."""
    cells = grid.filled(row)
    found = [_NUMBERED.match(cell.text.strip()) for cell in cells]
    if len(cells) < 3:
        return False
    numbers = [int(match.group(1)) for match in found if match]
    if len(numbers) < 0.7 * len(cells):
        return False
    rising = sum(later > earlier for earlier, later in pairwise(numbers))
    return numbers[0] <= 2 and rising >= 0.8 * (len(numbers) - 1)


def _is_time_heading(cell: TableCell) -> bool:
    text = clean(cell.text)
    return month_of_heading(text) is not None or bool(period_of_heading(text))


def _group_row_above(grid: Grid, row: int) -> int:
    """The heading begins earlier where a cell of the row above reaches down into it or groups its columns."""
    first = min((cell.row for cell in grid.covering(row)), default=row)
    above = first - 1
    if above >= 0:
        cells = grid.filled(above)
        groups = [cell for cell in cells if 1 < cell.column_span < grid.column_count]
        if len(cells) >= 2 and groups and all(len(cell.text) < 60 for cell in cells):
            return above
    return first


def _last_heading_row(grid: Grid, row: int) -> int:
    last = max(
        (cell.row + cell.row_span - 1 for cell in grid.covering(row) if cell.text.strip()), default=row
    )
    last = min(last, row + 3, grid.row_count - 1)
    while last + 1 < grid.row_count and last < row + 3 and _is_sub_heading(grid, row, last + 1):
        last += 1
    return last


def _is_sub_heading(grid: Grid, top: int, row: int) -> bool:
    """Whether the row names months, quarters or parts below a wider heading cell."""
    cells = grid.filled(row)
    if not cells:
        return False
    if is_number_row(grid, row):
        return _numbers_below_group(grid, top, row)
    if sum(_is_time_heading(cell) for cell in cells) >= 0.6 * len(cells):
        return True
    parents = [grid.at(top, cell.column) for cell in cells]
    below_group = all(
        parent is not None and parent.row < cell.row and parent.column_span > cell.column_span
        for parent, cell in zip(parents, cells, strict=True)
    )
    return below_group and all(len(cell.text) <= 40 for cell in cells)


def _numbers_below_group(grid: Grid, top: int, row: int) -> bool:
    """Months as numbers: all stand below one wide heading cell, unlike the row of column numbers."""
    parents = [grid.at(top, cell.column) for cell in grid.filled(row)]
    wide = [parent for parent in parents if parent is not None and parent.column_span > 1]
    if len(wide) == len(parents):
        return True
    blank_run = [parent for parent in parents[1:] if parent is None or not parent.text.strip()]
    return len(blank_run) >= 3 and grid.filled(row)[0].column > 1


def _paths(grid: Grid, first: int, last: int) -> tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]:
    paths, keys = [], []
    for column in range(grid.column_count):
        path: list[str] = []
        for row in range(first, last + 1):
            cell = _heading_cell(grid, row, column, last)
            text = clean(cell.text).replace("\n", " ") if cell else ""
            if cell is not None and text and (not path or path[-1] != text):
                path.append(text)
        lowest = grid.at(last, column)
        paths.append(tuple(path))
        keys.append(lowest.row * grid.column_count + lowest.column if lowest else -1 - column)
    return tuple(paths), tuple(keys)


def _heading_cell(grid: Grid, row: int, column: int, last: int) -> TableCell | None:
    """The cell above the column; where cells are not merged, a group heading reaches over the blanks at its
    right.
    """
    cell = grid.at(row, column)
    if row == last or (cell is not None and cell.text.strip()):
        return cell
    below = grid.at(last, column)
    if below is None or not below.text.strip() or below.row <= row:
        return cell
    for left in range(column - 1, -1, -1):
        neighbour = grid.at(row, left)
        if neighbour is not None and neighbour.text.strip():
            left_below = grid.at(last, left)
            has_part = left_below is not None and left_below.row > row and left_below.text.strip()
            return neighbour if has_part else cell
    return cell


def same_heading(text: str, path: tuple[str, ...]) -> bool:
    """Whether a cell repeats one of the headings above its column, small misreadings allowed."""
    wanted = plain(text)
    return bool(wanted) and any(fuzz.ratio(wanted, plain(part)) >= 85 for part in path)
