"""From ruled lines to the cells of a table, with cells merged over rows and columns."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from zonakita.modules.document_intake.sources.scan.raster import Pixels
from zonakita.modules.document_intake.sources.scan.rulings import Rulings

NEAR = 12
"""Lines closer than this many pixels (1 mm at 300 dpi) are one line."""
COARSE = 4
WALL_SHARE = 0.6
"""A side is a wall when a line covers this share of it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; right and bottom are not part of it."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of the grid with its spans and its inside in pixels."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of one table on a page."""

    box: Box
    xs: tuple[int, ...]
    ys: tuple[int, ...]
    cells: tuple[GridCell, ...]


def find_grids(rulings: Rulings) -> list[Grid]:
    """Find the tables of a page from top to bottom; a lone frame or line is no table."""
    page_height, page_width = rulings.level.shape
    coarse_size = (page_width // COARSE, page_height // COARSE)
    small = cv2.resize(rulings.both, coarse_size, interpolation=cv2.INTER_AREA)
    joined = cv2.dilate(np.where(small > 0, 255, 0).astype(np.uint8), np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    grids = []
    for index in range(1, count):
        left, top, width, height = (int(value) for value in stats[index, :4])
        if width * COARSE < page_width * 0.2 or height * COARSE < page_height * 0.02:
            continue
        own = (labels[top : top + height, left : left + width] == index).astype(np.uint8)
        own = np.kron(own, np.ones((COARSE, COARSE), np.uint8)).astype(bool)
        corner = (left * COARSE, top * COARSE)
        grid = _grid(rulings, own, Box(*corner, corner[0] + own.shape[1], corner[1] + own.shape[0]))
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.box.top)


def _grid(rulings: Rulings, own: NDArray[np.bool_], box: Box) -> Grid | None:
    window = (slice(box.top, box.bottom), slice(box.left, box.right))
    level = np.where(own, rulings.level[window], 0).astype(np.uint8)
    upright = np.where(own, rulings.upright[window], 0).astype(np.uint8)
    ys = _positions(level)
    xs = _positions(np.ascontiguousarray(upright.T))
    ys, xs = _with_open_sides(ys, level.shape[0]), _with_open_sides(xs, level.shape[1])
    if len(ys) < 2 or len(xs) < 2 or (len(ys) - 1) * (len(xs) - 1) < 4:
        return None
    walls_below = _walls(level, ys, xs)
    walls_right = _walls(np.ascontiguousarray(upright.T), xs, ys).T
    cells = _merge(walls_below, walls_right, [x + box.left for x in xs], [y + box.top for y in ys])
    return Grid(
        box=Box(xs[0] + box.left, ys[0] + box.top, xs[-1] + box.left, ys[-1] + box.top),
        xs=tuple(x + box.left for x in xs),
        ys=tuple(y + box.top for y in ys),
        cells=tuple(cells),
    )


def _positions(level: Pixels) -> list[int]:
    """Give the heights at which level lines stand, weighted by their length."""
    thinned = np.ascontiguousarray(level[:, ::COARSE])
    count, _, stats, centres = cv2.connectedComponentsWithStats(thinned, connectivity=8)
    found = sorted(
        (float(centres[index][1]), int(stats[index, cv2.CC_STAT_WIDTH])) for index in range(1, count)
    )
    groups: list[list[tuple[float, int]]] = []
    for place, length in found:
        if groups and place - _centre(groups[-1]) <= NEAR:
            groups[-1].append((place, length))
        else:
            groups.append([(place, length)])
    return [round(_centre(group)) for group in groups]


def _centre(group: list[tuple[float, int]]) -> float:
    return sum(place * length for place, length in group) / sum(length for _, length in group)


def _with_open_sides(places: list[int], size: int) -> list[int]:
    """Add the outer side where the table is open there: other lines run on beyond the last one across."""
    if places and places[0] > 2 * NEAR:
        places = [NEAR // 2, *places]
    if places and size - places[-1] > 2 * NEAR:
        places = [*places, size - NEAR // 2]
    return places


def _walls(level: Pixels, ys: list[int], xs: list[int]) -> NDArray[np.bool_]:
    """For each inner line and each column: does a level line run there?"""
    walls = np.zeros((len(ys), len(xs) - 1), dtype=bool)
    for row, y in enumerate(ys):
        band = level[max(0, y - NEAR) : y + NEAR + 1].max(axis=0) > 0
        for column in range(len(xs) - 1):
            inset = max(2, min(NEAR, (xs[column + 1] - xs[column]) // 5))
            side = band[xs[column] + inset : xs[column + 1] - inset]
            walls[row, column] = bool(side.size) and float(side.mean()) >= WALL_SHARE
    return walls


def _merge(
    below: NDArray[np.bool_], right: NDArray[np.bool_], xs: list[int], ys: list[int]
) -> list[GridCell]:
    """Join what no wall parts: `below[r, c]` is above row r, `right[r, c]` left of column c."""
    rows, columns = len(ys) - 1, len(xs) - 1
    taken = np.zeros((rows, columns), dtype=bool)
    cells = []
    for row in range(rows):
        for column in range(columns):
            if taken[row, column]:
                continue
            end_column = column + 1
            while end_column < columns and not right[row, end_column] and not taken[row, end_column]:
                end_column += 1
            end_row = row + 1
            while end_row < rows and not below[end_row, column:end_column].any():
                end_row += 1
            taken[row:end_row, column:end_column] = True
            box = Box(xs[column], ys[row], xs[end_column], ys[end_row])
            cells.append(GridCell(row, column, end_row - row, end_column - column, box))
    return cells
