"""The background colour of cells, measured against the paper around them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from zonakita.modules.document_intake.sources.scan.grid import Box, Grid
from zonakita.modules.document_intake.sources.scan.raster import Pixels

FILLED_DIFFERENCE = 26
"""A cell is filled when a colour channel differs from the paper by this much (of 255)."""
PAPER_DIFFERENCE = 9.0
ROUNDS = 8
CELLS_FOR_SLOPE, CELLS_FOR_CURVE = 5, 18

Figures = NDArray[np.float64]


class PaperColour:
    """The paper's own colour at each place of a table, so that the shadow on a photo is no fill.

    Paper changes slowly: a curved surface is laid through the brightness of the cells, then again and again
    through those only that are not clearly darker or brighter than it.
    """

    def __init__(self, colour: Pixels, grid: Grid) -> None:
        self._colour = colour
        cells = [(cell.box, ground) for cell in grid.cells if (ground := self._ground(cell.box)) is not None]
        places = np.asarray([_terms(box, colour) for box, _ in cells], dtype=np.float64).reshape(-1, 6)
        grounds = np.asarray([ground for _, ground in cells], dtype=np.float64).reshape(-1, 3)
        self._surface = _fit(places, grounds)

    def fill_of(self, box: Box) -> str | None:
        """Give the fill of a cell as `#rrggbb` in even light; None where it is paper."""
        ground = self._ground(box)
        if ground is None:
            return None
        paper = np.maximum(_terms(box, self._colour) @ self._surface, 1.0)
        shade = np.minimum(255.0, ground / paper * 255.0)
        if float(255.0 - shade.min()) < FILLED_DIFFERENCE:
            return None
        red, green, blue = (round(float(value)) for value in shade)
        return f"#{red:02x}{green:02x}{blue:02x}"

    def _ground(self, box: Box) -> Figures | None:
        inset_x, inset_y = max(4, (box.right - box.left) // 6), max(4, (box.bottom - box.top) // 6)
        rows = slice(box.top + inset_y, box.bottom - inset_y)
        inside = self._colour[rows, box.left + inset_x : box.right - inset_x].reshape(-1, 3)
        if len(inside) < 25:
            return None
        thinned = inside[:: max(1, len(inside) // 10_000)]
        return np.asarray(np.median(thinned, axis=0), dtype=np.float64)


def _terms(box: Box, colour: Pixels) -> Figures:
    x = (box.left + box.right) / 2 / colour.shape[1]
    y = (box.top + box.bottom) / 2 / colour.shape[0]
    return np.asarray([1.0, x, y, x * y, x * x, y * y])


def _fit(places: Figures, grounds: Figures) -> Figures:
    """Give the six factors of the paper's surface for each of the three colours."""
    if len(grounds) == 0:
        return np.asarray([[255.0] * 3, *[[0.0] * 3] * 5])
    light = grounds.min(axis=1)
    # Most cells are paper; where they are not, the brighter half is.
    chosen = light >= np.median(light) - PAPER_DIFFERENCE
    surface = _least_squares(places[chosen], grounds[chosen])
    for _ in range(ROUNDS):
        distance = light - (places @ surface).min(axis=1)
        chosen = np.abs(distance) <= max(PAPER_DIFFERENCE, float(np.quantile(np.abs(distance), 0.4)))
        surface = _least_squares(places[chosen], grounds[chosen])
    return surface


def _least_squares(places: Figures, grounds: Figures) -> Figures:
    """Give the factors of the smoothest surface that so many cells can tell: curved, sloping or level."""
    count = len(grounds)
    terms = 6 if count >= CELLS_FOR_CURVE else 3 if count >= CELLS_FOR_SLOPE else 1
    # A little damping keeps the surface flat where the cells say little about it.
    damping = np.diag([0.0, 0.01, 0.01, 0.05, 0.05, 0.05][:terms]) * count / 50
    used = places[:, :terms]
    factors = np.linalg.solve(used.T @ used + damping, used.T @ grounds)
    return np.vstack([factors, np.zeros((6 - terms, 3))])
