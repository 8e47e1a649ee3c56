"""Turning a page upright: quarter turns, skew, perspective of photos, uneven light."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from zonakita.modules.document_intake.sources.scan import perspective, turns
from zonakita.modules.document_intake.sources.scan.raster import Pixels

LIGHT_KERNEL = 61


@dataclass(frozen=True, slots=True)
class UprightPage:
    """A page as it is read and shown: colours, and grey with even light (paper 255, ink dark)."""

    colour: Pixels
    grey: Pixels

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.grey.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.grey.shape[0])


def make_upright(pixels: Pixels, *, photo: bool = False) -> UprightPage:
    """Give the page turned upright and straightened; the same pixels always give the same page."""
    if photo:
        pixels = perspective.cut_out_paper(pixels)
    small, scale = _small_grey(pixels)
    quarter, skew = turns.find_turn(_ink(small))
    pixels = np.ascontiguousarray(np.rot90(pixels, quarter))
    small = turns.rotate(np.ascontiguousarray(np.rot90(small, quarter)), skew)
    matrix = turns.levelling(skew, pixels.shape[1], pixels.shape[0])
    frame = perspective.frame_matrix(small, scale)
    if frame is not None:
        matrix = frame @ matrix
    if not np.allclose(matrix, np.eye(3), atol=1e-9):
        size = (pixels.shape[1], pixels.shape[0])
        white = (255, 255, 255)
        warped = cv2.warpPerspective(pixels, matrix, size, flags=cv2.INTER_LINEAR, borderValue=white)
        pixels = np.asarray(warped, dtype=np.uint8)
    return UprightPage(colour=pixels, grey=even_light(_grey(pixels)))


def even_light(grey: Pixels) -> Pixels:
    """Divide by the paper's own brightness, found by removing everything as thin as writing."""
    scale = 4
    small = cv2.resize(grey, None, fx=1 / scale, fy=1 / scale, interpolation=cv2.INTER_AREA)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (LIGHT_KERNEL // scale, LIGHT_KERNEL // scale))
    paper = cv2.GaussianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel), (0, 0), 4)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(paper, 1), scale=255), dtype=np.uint8)


def _small_grey(pixels: Pixels) -> tuple[Pixels, float]:
    """Give the page in grey at no more than 1,600 pixels on the long side, and its scale."""
    scale = min(1.0, 1600 / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return _grey(np.asarray(small, dtype=np.uint8)), scale


def _grey(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def _ink(grey: Pixels) -> Pixels:
    """Give 255 where something is written, also under uneven light."""
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 18)
    return np.asarray(ink, dtype=np.uint8)
