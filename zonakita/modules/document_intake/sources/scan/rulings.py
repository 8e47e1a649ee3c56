"""Finding ruled lines on an upright page, on paper and on filled cells alike."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from zonakita.modules.document_intake.sources.scan.raster import Pixels

THICKEST_LINE = 21
LEAST_CONTRAST = 32
"""A line takes at least this share (of 255) of the brightness on both of its sides."""
STRENGTH_SHARE = 0.5
"""A short line is at least this share as strong as the long lines of the page; rows of letters are weaker."""
LONG_UNITS = 5
STEP = 4
REACH = 9
"""How near the end of a short line must come to a line across it, in pixels."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Masks (0/255) of level and upright lines."""

    level: Pixels
    upright: Pixels

    @property
    def both(self) -> Pixels:
        """All lines in one mask."""
        return np.asarray(cv2.bitwise_or(self.level, self.upright), dtype=np.uint8)


def find_rulings(grey: Pixels) -> Rulings:
    """Find ruled lines; strokes of letters and filled areas are no lines.

    A long line counts by itself, a shorter one (the side of one cell) only where it runs from line to line.
    """
    unit = max(40, max(grey.shape) // 62)
    level = _solid_lines(grey, round(unit * 0.7))
    upright = _solid_lines(np.ascontiguousarray(grey.T), round(unit * 0.7))
    long_upright = np.ascontiguousarray(upright.mask(upright.is_long(LONG_UNITS * unit)).T)
    level_mask = level.mask(level.is_long(LONG_UNITS * unit) | level.touches_at_both_ends(long_upright))
    across = np.ascontiguousarray(level_mask.T)
    upright_mask = upright.mask(upright.is_long(LONG_UNITS * unit) | upright.touches_at_both_ends(across))
    return Rulings(level=level_mask, upright=np.ascontiguousarray(upright_mask.T))


@dataclass(frozen=True, slots=True)
class _Lines:
    """Level lines as connected components; number 0 is the paper."""

    labels: NDArray[np.int32]
    stats: NDArray[np.int32]
    drawn: Pixels

    def mask(self, keep: NDArray[np.bool_]) -> Pixels:
        chosen = np.where(keep, 255, 0).astype(np.uint8)[self.labels]
        wide = np.repeat(chosen, STEP, axis=1)[:, : self.drawn.shape[1]]
        return np.asarray(cv2.bitwise_and(wide, self.drawn), dtype=np.uint8)

    def is_long(self, least: int) -> NDArray[np.bool_]:
        """Say which are long and thin."""
        return np.asarray(self._is_thin() & (self.stats[:, cv2.CC_STAT_WIDTH] >= least), dtype=np.bool_)

    def touches_at_both_ends(self, across: Pixels) -> NDArray[np.bool_]:
        """Say which run from one line across to another."""
        near = cv2.dilate(across, np.ones((2 * REACH + 1, 2 * REACH + 1), np.uint8))
        left = self.stats[:, cv2.CC_STAT_LEFT]
        right = np.minimum(left + self.stats[:, cv2.CC_STAT_WIDTH], across.shape[1]) - 1
        middle = self.stats[:, cv2.CC_STAT_TOP] + self.stats[:, cv2.CC_STAT_HEIGHT] // 2
        joined = self._is_thin() & (near[middle, left] > 0) & (near[middle, right] > 0)
        return np.asarray(joined, dtype=np.bool_)

    def _is_thin(self) -> NDArray[np.bool_]:
        width = np.maximum(self.stats[:, cv2.CC_STAT_WIDTH], 1)
        thin = self.stats[:, cv2.CC_STAT_AREA] / width <= 0.6 * THICKEST_LINE
        thin[0] = False
        return np.asarray(thin, dtype=np.bool_)


def _solid_lines(grey: Pixels, shortest: int) -> _Lines:
    """Find level lines of at least `shortest` pixels without a gap, then close the gaps between them."""
    sides = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((THICKEST_LINE, 1), np.uint8))
    thin = 255 - cv2.divide(grey, np.maximum(sides, 1), scale=255)
    thin = cv2.dilate(thin, np.ones((3, 1), np.uint8))
    # The weakest point of each stretch: a line is dark all along, a row of letters has gaps.
    thin = cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    threshold = max(LEAST_CONTRAST, STRENGTH_SHARE * _strength(np.asarray(thin, dtype=np.uint8)))
    _, mask = cv2.threshold(thin, threshold, 255, cv2.THRESH_BINARY)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((1, shortest), np.uint8))
    # Every line is longer than the step, so each nth column tells the lines apart as well as all columns do.
    thinned = np.ascontiguousarray(mask[:, ::STEP])
    _, labels, stats, _ = cv2.connectedComponentsWithStats(thinned, connectivity=8)
    stats[:, [cv2.CC_STAT_LEFT, cv2.CC_STAT_WIDTH, cv2.CC_STAT_AREA]] *= STEP
    return _Lines(
        np.asarray(labels, dtype=np.int32),
        np.asarray(stats, dtype=np.int32),
        np.asarray(mask, dtype=np.uint8),
    )


def _strength(thin: Pixels) -> float:
    """Give how strong the page's longest lines are, 0 where it has none."""
    rows = np.sort(np.count_nonzero(thin > LEAST_CONTRAST, axis=1))
    least = max(int(rows[-1] * 0.6), thin.shape[1] // 8)
    longest = thin[np.count_nonzero(thin > LEAST_CONTRAST, axis=1) >= least]
    inked = longest[longest > LEAST_CONTRAST]
    return float(np.median(inked)) if inked.size else 0.0
