"""Finding ruled lines on an upright page, on paper and on filled cells alike."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from zonakita.modules.document_intake.sources.scan.raster import Pixels

THICKEST_LINE = 21
LINE_CONTRAST = 28
"""A line is this much darker than what lies on both of its sides (of 255)."""
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

    A long line counts by itself, a short one (the side of one low cell) only where it runs from line to line.
    """
    unit = max(40, max(grey.shape) // 62)
    level = _solid_lines(grey, round(unit * 0.7))
    upright = _solid_lines(np.ascontiguousarray(grey.T), round(unit * 0.7))
    long_upright = np.ascontiguousarray(upright.mask(upright.is_long(2 * unit)).T)
    level_mask = level.mask(level.is_long(2 * unit) | level.touches_at_both_ends(long_upright))
    across = np.ascontiguousarray(level_mask.T)
    upright_mask = upright.mask(upright.is_long(2 * unit) | upright.touches_at_both_ends(across))
    return Rulings(level=level_mask, upright=np.ascontiguousarray(upright_mask.T))


@dataclass(frozen=True, slots=True)
class _Lines:
    """Level lines as connected components; number 0 is the paper."""

    labels: NDArray[np.int32]
    stats: NDArray[np.int32]

    def mask(self, keep: NDArray[np.bool_]) -> Pixels:
        return np.where(keep, 255, 0).astype(np.uint8)[self.labels]

    def is_long(self, least: int) -> NDArray[np.bool_]:
        """Say which are long and thin."""
        return np.asarray(self._is_thin() & (self.stats[:, cv2.CC_STAT_WIDTH] >= least), dtype=np.bool_)

    def touches_at_both_ends(self, across: Pixels) -> NDArray[np.bool_]:
        """Say which run from one line across to another."""
        near = cv2.dilate(across, np.ones((2 * REACH + 1, 2 * REACH + 1), np.uint8))
        left = self.stats[:, cv2.CC_STAT_LEFT]
        right = left + self.stats[:, cv2.CC_STAT_WIDTH] - 1
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
    thin = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, np.ones((THICKEST_LINE, 1), np.uint8))
    _, mask = cv2.threshold(thin, LINE_CONTRAST, 255, cv2.THRESH_BINARY)
    mask = cv2.dilate(mask, np.ones((3, 1), np.uint8))
    # Solid pieces first, gaps of a faint print second: the other way round rows of letters turn solid.
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((1, shortest), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return _Lines(np.asarray(labels, dtype=np.int32), np.asarray(stats, dtype=np.int32))
