"""Straightening photos: the sheet cut out of its background, the table's frame made rectangular."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from zonakita.modules.document_intake.sources.scan.raster import Pixels

MIN_SHEET_SHARE = 0.35
MIN_FRAME_SHARE = 0.12
MAX_LEAN = 0.12
"""A frame that leans more than this share of its side is no frame of a table seen nearly from above."""

Corners = NDArray[np.float32]


def cut_out_paper(pixels: Pixels) -> Pixels:
    """Cut the sheet out of a darker background; the pixels stay as they are where no sheet is seen."""
    height, width = pixels.shape[:2]
    scale = 800 / max(width, height)
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (7, 7), 0)
    _, bright = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    corners = _largest_quadrilateral(np.asarray(bright, dtype=np.uint8), MIN_SHEET_SHARE)
    if corners is None or _touches_all_edges(corners, small.shape[1], small.shape[0]):
        return pixels
    return _warp(pixels, corners / scale)


def frame_matrix(small: Pixels, scale: float) -> NDArray[np.float64] | None:
    """Give the matrix that makes the outer frame of the largest table a true rectangle.

    `small` is the grey page made smaller by `scale`; the matrix is for the full size. None: no such frame.
    """
    corners = _frame_corners(small)
    if corners is None or not _leans_a_little(corners):
        return None
    corners = corners / scale
    top_left, top_right, bottom_right, bottom_left = corners
    width = (np.linalg.norm(top_right - top_left) + np.linalg.norm(bottom_right - bottom_left)) / 2
    height = (np.linalg.norm(bottom_left - top_left) + np.linalg.norm(bottom_right - top_right)) / 2
    left, top = corners[:, 0].mean() - width / 2, corners[:, 1].mean() - height / 2
    return _onto_box(corners, float(left), float(top), float(width), float(height))


def _frame_corners(grey: Pixels) -> Corners | None:
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 12)
    ink = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count < 2:
        return None
    boxes = stats[1:, cv2.CC_STAT_WIDTH].astype(np.int64) * stats[1:, cv2.CC_STAT_HEIGHT]
    largest = int(boxes.argmax()) + 1
    if boxes.max() < MIN_FRAME_SHARE * grey.size:
        return None
    ys, xs = np.nonzero(labels == largest)
    points = np.column_stack([xs, ys]).astype(np.float32)
    total, difference = points.sum(axis=1), points[:, 0] - points[:, 1]
    picks = [total.argmin(), difference.argmax(), total.argmax(), difference.argmin()]
    corners = np.asarray([points[int(pick)] for pick in picks], dtype=np.float32)
    return corners if _edges_are_inked(corners, np.asarray(ink, dtype=np.uint8)) else None


def _edges_are_inked(corners: Corners, ink: Pixels) -> bool:
    """Check that ink runs along all four sides: else the component is no frame."""
    thick = cv2.dilate(ink, np.ones((5, 5), np.uint8))
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        steps = np.linspace(0.02, 0.98, 200)[:, None]
        line = np.rint(start + (end - start) * steps).astype(np.intp)
        ys, xs = line[:, 1].clip(0, ink.shape[0] - 1), line[:, 0].clip(0, ink.shape[1] - 1)
        if np.count_nonzero(thick[ys, xs]) < 0.8 * len(steps):
            return False
    return True


def _leans_a_little(corners: Corners) -> bool:
    top_left, top_right, bottom_right, bottom_left = corners
    width, height = np.linalg.norm(top_right - top_left), np.linalg.norm(bottom_left - top_left)
    leans = (
        abs(top_left[0] - bottom_left[0]) / height,
        abs(top_right[0] - bottom_right[0]) / height,
        abs(top_left[1] - top_right[1]) / width,
        abs(bottom_left[1] - bottom_right[1]) / width,
    )
    return bool(0.0008 < max(leans) < MAX_LEAN)


def _largest_quadrilateral(mask: Pixels, min_share: float) -> Corners | None:
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    contour = max(contours, key=cv2.contourArea)
    if cv2.contourArea(contour) < min_share * mask.size:
        return None
    hull = cv2.convexHull(contour)
    outline = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, True), True)
    if len(outline) != 4:
        return None
    points = outline.reshape(4, 2).astype(np.float32)
    total, difference = points.sum(axis=1), points[:, 0] - points[:, 1]
    order = [total.argmin(), difference.argmax(), total.argmax(), difference.argmin()]
    return points[order] if len(set(map(int, order))) == 4 else None


def _touches_all_edges(corners: Corners, width: int, height: int) -> bool:
    near = 0.015 * max(width, height)
    lows = corners.min(axis=0)
    highs = corners.max(axis=0)
    return bool(lows[0] < near and lows[1] < near and highs[0] > width - near and highs[1] > height - near)


def _warp(pixels: Pixels, corners: NDArray[np.floating]) -> Pixels:
    top_left, top_right, bottom_right, bottom_left = corners
    width = int(max(np.linalg.norm(top_right - top_left), np.linalg.norm(bottom_right - bottom_left)))
    height = int(max(np.linalg.norm(bottom_left - top_left), np.linalg.norm(bottom_right - top_right)))
    matrix = _onto_box(corners, 0.0, 0.0, width, height)
    warped = cv2.warpPerspective(
        pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(warped, dtype=np.uint8)


def _onto_box(
    corners: NDArray[np.floating], left: float, top: float, width: float, height: float
) -> NDArray[np.float64]:
    right, bottom = left + width, top + height
    box = np.asarray([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float32)
    return np.asarray(cv2.getPerspectiveTransform(corners.astype(np.float32), box), dtype=np.float64)
