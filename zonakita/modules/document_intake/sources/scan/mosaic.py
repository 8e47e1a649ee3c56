"""Putting the pieces of a page under one another: Tesseract reads each cell by itself, in one go."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from zonakita.modules.document_intake.sources.scan import tesseract
from zonakita.modules.document_intake.sources.scan.grid import Box
from zonakita.modules.document_intake.sources.scan.raster import Pixels
from zonakita.modules.document_intake.sources.scan.tesseract import Word

MARGIN = 14
GAP = 36
MAX_HEIGHT = 30_000
"""Tesseract reads images of less than 32,768 pixels."""
INK_LEVEL = 150
DARK_GROUND = 110


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the page to be read by itself; `key` is the caller's name for it."""

    key: int
    box: Box
    pixels: Pixels


def cut_piece(clean: Pixels, box: Box, key: int) -> Piece | None:
    """Cut the writing inside `box` out of the page without its lines; None where nothing is written."""
    part = clean[box.top : box.bottom, box.left : box.right]
    if part.size == 0:
        return None
    if float(np.median(part)) < DARK_GROUND:
        part = np.asarray(255 - part, dtype=np.uint8)
    ink = _without_specks(np.asarray(np.where(part < INK_LEVEL, 255, 0), dtype=np.uint8))
    ys, xs = np.nonzero(ink)
    if len(ys) == 0:
        return None
    left, right = max(0, int(xs.min()) - 6), min(part.shape[1], int(xs.max()) + 7)
    top, bottom = max(0, int(ys.min()) - 6), min(part.shape[0], int(ys.max()) + 7)
    inside = Box(box.left + left, box.top + top, box.left + right, box.top + bottom)
    return Piece(key, inside, np.ascontiguousarray(part[top:bottom, left:right]))


def read_pieces(pieces: list[Piece], *, scale: float = 1.0) -> dict[int, list[Word]]:
    """Read all pieces with as few calls as their height allows; words come back in pixels of the page."""
    words: dict[int, list[Word]] = {piece.key: [] for piece in pieces}
    for batch in _batches(pieces, scale):
        _read_batch(batch, scale, words)
    return words


def _without_specks(ink: Pixels) -> Pixels:
    """Drop dust: what is smaller than a full stop, and thin remains of lines at the edge of the piece."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    keep = np.zeros(count, dtype=bool)
    height, width = ink.shape
    for index in range(1, count):
        left, top, wide, high, area = (int(value) for value in stats[index])
        at_edge = left <= 3 or top <= 3 or left + wide >= width - 3 or top + high >= height - 3
        is_line_rest = at_edge and (min(wide, high) <= 5 or max(wide, high) > 6 * min(wide, high))
        keep[index] = area >= 9 and not is_line_rest
    heights = stats[keep, cv2.CC_STAT_HEIGHT]
    if len(heights) and int(heights.max()) < 8:
        keep[:] = False
    return np.asarray(np.where(keep[labels], 255, 0), dtype=np.uint8)


def _batches(pieces: list[Piece], scale: float) -> list[list[Piece]]:
    batches: list[list[Piece]] = []
    height = MAX_HEIGHT
    for piece in pieces:
        own = int(piece.pixels.shape[0] * scale) + GAP
        if height + own > MAX_HEIGHT:
            batches.append([])
            height = 2 * GAP
        batches[-1].append(piece)
        height += own
    return batches


def _read_batch(batch: list[Piece], scale: float, words: dict[int, list[Word]]) -> None:
    tiles = [_scaled(piece.pixels, scale) for piece in batch]
    width = max(tile.shape[1] for tile in tiles) + 2 * MARGIN
    canvas = np.full((sum(tile.shape[0] + GAP for tile in tiles) + GAP, width), 255, dtype=np.uint8)
    starts = []
    top = GAP
    for tile in tiles:
        canvas[top : top + tile.shape[0], MARGIN : MARGIN + tile.shape[1]] = tile
        starts.append(top)
        top += tile.shape[0] + GAP
    edges = np.asarray([start - GAP // 2 for start in starts])
    for word in tesseract.read_words(canvas):
        index = max(0, int(np.searchsorted(edges, (word.top + word.bottom) / 2)) - 1)
        piece, start = batch[index], starts[index]
        words[piece.key].append(
            Word(
                text=word.text,
                left=piece.box.left + round((word.left - MARGIN) / scale),
                top=piece.box.top + round((word.top - start) / scale),
                right=piece.box.left + round((word.right - MARGIN) / scale),
                bottom=piece.box.top + round((word.bottom - start) / scale),
                confidence=word.confidence,
                line=word.line,
            )
        )


def _scaled(pixels: Pixels, scale: float) -> Pixels:
    if scale == 1.0:
        return pixels
    return np.asarray(
        cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), dtype=np.uint8
    )
