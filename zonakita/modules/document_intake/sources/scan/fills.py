"""The background colour of cells, measured against the paper around them."""

from __future__ import annotations

import cv2
import numpy as np

from zonakita.modules.document_intake.sources.scan.grid import Box
from zonakita.modules.document_intake.sources.scan.raster import Pixels

FILLED_DIFFERENCE = 26
"""A cell is filled when a colour channel differs from the paper by this much (of 255)."""
TILE = 64


class PaperColour:
    """The paper's own colour at each place of a page, so that shadow on a photo is no fill."""

    def __init__(self, colour: Pixels) -> None:
        height, width = colour.shape[:2]
        self._colour = colour
        size = (max(1, width // TILE), max(1, height // TILE))
        coarse = cv2.resize(colour, (size[0] * 8, size[1] * 8), interpolation=cv2.INTER_AREA)
        # The brightest of a wide surrounding is paper, also in the middle of a row of filled cells.
        reach = max(3, max(coarse.shape[:2]) // 5) | 1
        bright = cv2.dilate(cv2.medianBlur(coarse, 3), np.ones((reach, reach), np.uint8))
        self._paper = cv2.blur(bright, (reach, reach))

    def fill_of(self, box: Box) -> str | None:
        """Give the fill of a cell as `#rrggbb` in even light; None where it is paper."""
        inset_x, inset_y = max(4, (box.right - box.left) // 6), max(4, (box.bottom - box.top) // 6)
        inside = self._colour[
            box.top + inset_y : box.bottom - inset_y, box.left + inset_x : box.right - inset_x
        ]
        if inside.size < 3 * 25:
            return None
        ground = np.median(inside.reshape(-1, 3)[:: max(1, inside.size // 30_000)], axis=0)
        paper = np.maximum(self._paper_at(box), 1.0)
        shade = np.minimum(255.0, ground / paper * 255.0)
        if float(255.0 - shade.min()) < FILLED_DIFFERENCE:
            return None
        red, green, blue = (round(float(value)) for value in shade)
        return f"#{red:02x}{green:02x}{blue:02x}"

    def _paper_at(self, box: Box) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        height, width = self._colour.shape[:2]
        y = (box.top + box.bottom) // 2 * self._paper.shape[0] // height
        x = (box.left + box.right) // 2 * self._paper.shape[1] // width
        at = self._paper[min(y, self._paper.shape[0] - 1), min(x, self._paper.shape[1] - 1)]
        return np.asarray(at, dtype=np.float64)
