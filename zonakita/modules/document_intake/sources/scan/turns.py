"""How a page is turned: which quarter turn and which small skew, from the writing itself."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from zonakita.modules.document_intake.sources.scan import tesseract
from zonakita.modules.document_intake.sources.scan.raster import Pixels

MAX_SKEW_DEGREES = 12.0
LEAST_SKEW_DEGREES = 0.02
COARSE_POINTS, FINE_POINTS = 15_000, 40_000
"""How many inked pixels are enough to find the skew roughly and exactly."""
SURE_BALANCE = 0.1
"""Above this share, ascenders outnumber descenders so clearly that no second opinion is needed."""


def find_turn(ink: Pixels) -> tuple[int, float]:
    """Give (quarter turns counter-clockwise for `numpy.rot90`, skew in degrees left after them).

    `ink` is 255 where something is written.
    """
    writing = without_long_lines(ink)
    if int(np.count_nonzero(writing)) < 400:
        return 0, 0.0
    skew_rows, score_rows = _best_skew(writing)
    turned = np.ascontiguousarray(np.rot90(writing))
    skew_columns, score_columns = _best_skew(turned)
    quarter, skew, page = 0, skew_rows, writing
    if score_columns > score_rows:
        quarter, skew, page = 1, skew_columns, turned
    if _is_upside_down(np.asarray(rotate(page, skew, paper=0))):
        quarter += 2
    return quarter, skew


def rotate(pixels: Pixels, degrees: float, paper: int = 255) -> Pixels:
    """Rotate clockwise by `degrees` so that a line falling to the right becomes level; the size stays."""
    if abs(degrees) < LEAST_SKEW_DEGREES:
        return pixels
    height, width = pixels.shape[:2]
    matrix = levelling(degrees, width, height)[:2]
    turned = cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(paper,) * 3)
    return np.asarray(turned, dtype=np.uint8)


def levelling(degrees: float, width: int, height: int) -> NDArray[np.float64]:
    """Give the 3 x 3 matrix of a rotation around the middle of the page."""
    if abs(degrees) < LEAST_SKEW_DEGREES:
        return np.eye(3)
    return np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), [0.0, 0.0, 1.0]])


def without_long_lines(ink: Pixels) -> Pixels:
    """Remove ruled lines, frames and large dark areas; keep what is as small as letters."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    limit = max(ink.shape) // 16
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    keep = (width < limit) & (height < limit) & (stats[:, cv2.CC_STAT_AREA] > 4)
    keep[0] = False
    return np.asarray(np.where(keep[labels], 255, 0), dtype=np.uint8) if count > 1 else ink


def _best_skew(writing: Pixels) -> tuple[float, float]:
    ys, xs = (axis.astype(np.float32) for axis in np.nonzero(writing))
    coarse_angles = np.arange(-MAX_SKEW_DEGREES, MAX_SKEW_DEGREES + 0.01, 0.5)
    best = _best_angle(xs, ys, coarse_angles, COARSE_POINTS)[1]
    score, angle = _best_angle(xs, ys, np.arange(best - 0.5, best + 0.51, 0.05), FINE_POINTS)
    return angle, score


def _best_angle(
    xs: NDArray[np.float32], ys: NDArray[np.float32], angles: NDArray[np.float64], points: int
) -> tuple[float, float]:
    """Give (score, degrees) of the best angle, tried on about `points` inked pixels."""
    step = len(ys) // points + 1
    xs, ys = np.ascontiguousarray(xs[::step]), np.ascontiguousarray(ys[::step])
    return max((_row_score(xs, ys, float(angle)), float(angle)) for angle in angles)


def _row_score(xs: NDArray[np.float32], ys: NDArray[np.float32], degrees: float) -> float:
    """Say how sharply the ink falls into rows when the page is levelled by `degrees`."""
    radians = float(np.deg2rad(degrees))
    rows = (ys * np.float32(np.cos(radians)) - xs * np.float32(np.sin(radians))).astype(np.int32)
    profile = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.square(np.diff(profile)).sum())


def _is_upside_down(writing: Pixels) -> bool:
    balance = _ascender_balance(writing)
    if abs(balance) >= SURE_BALANCE:
        return balance < 0
    turned = tesseract.detects_upside_down(writing)
    return balance < 0 if turned is None else turned


def _ascender_balance(writing: Pixels) -> float:
    """Compare ink above and below the bodies of small letters, -1..1; positive means upright.

    Latin writing has far more ascenders and capitals than descenders.
    """
    joined = cv2.morphologyEx(writing, cv2.MORPH_CLOSE, np.ones((1, 15), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    above = below = 0.0
    for index in range(1, count):
        left, top, width, height = (int(value) for value in stats[index, :4])
        if width < 3 * height or height < 7:
            continue
        line = writing[top : top + height, left : left + width]
        profile = np.count_nonzero(line, axis=1).astype(np.float64)
        body = np.nonzero(profile >= 0.55 * profile.max())[0]
        above += float(profile[: body[0]].sum())
        below += float(profile[body[-1] + 1 :].sum())
    total = above + below
    return (above - below) / total if total > 200 else 0.0
