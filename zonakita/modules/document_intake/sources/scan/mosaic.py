"""Putting the pieces of a page under one another: Tesseract reads each cell by itself, in one go."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from zonakita.modules.document_intake.sources.scan import tesseract
from zonakita.modules.document_intake.sources.scan.grid import Box
from zonakita.modules.document_intake.sources.scan.raster import Pixels
from zonakita.modules.document_intake.sources.scan.tesseract import Word

MARGIN = 14
GAP = 36
MAX_HEIGHT = 30_000
"""Tesseract reads images of less than 32,768 pixels."""
LEAST_LETTER = 8
BEST_LETTER = 16.5
"""Median height of letters in pixels; larger ones are read slower, not better."""
SMALL_LETTER = 13.0
INK_LEVEL = 150
DARK_GROUND = 110


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the page to be read by itself; `key` is the caller's name for it."""

    key: int
    box: Box
    pixels: Pixels
    letter_height: float


def cut_piece(clean: Pixels, box: Box, key: int) -> Piece | None:
    """Cut the writing inside `box` out of the page without its lines; None where nothing is written."""
    part = clean[box.top : box.bottom, box.left : box.right]
    if part.size == 0:
        return None
    if float(np.median(part[::4, ::4])) < DARK_GROUND:
        part = np.asarray(255 - part, dtype=np.uint8)
    figures = _figures(np.asarray(np.where(part < INK_LEVEL, 255, 0), dtype=np.uint8))
    if len(figures) == 0:
        return None
    lefts, tops, widths, heights = figures[:, :4].T
    left, right = max(0, int(lefts.min()) - 6), min(part.shape[1], int((lefts + widths).max()) + 6)
    top, bottom = max(0, int(tops.min()) - 6), min(part.shape[0], int((tops + heights).max()) + 6)
    inside = Box(box.left + left, box.top + top, box.left + right, box.top + bottom)
    letters = heights[heights >= LEAST_LETTER]
    return Piece(key, inside, np.ascontiguousarray(part[top:bottom, left:right]), float(np.median(letters)))


def reading_scale(pieces: list[Piece]) -> float:
    """Give the scale at which the letters have the size that Tesseract reads best and fastest."""
    heights = [piece.letter_height for piece in pieces for _ in range(1 + piece.pixels.size // 10_000)]
    if not heights:
        return 1.0
    height = float(np.median(heights))
    if SMALL_LETTER <= height <= BEST_LETTER:
        return 1.0
    return float(np.clip(BEST_LETTER / height, 0.6, 1.6))


def read_pieces(pieces: list[Piece], *, scale: float = 1.0) -> dict[int, list[Word]]:
    """Read all pieces with as few calls as their height allows; words come back in pixels of the page."""
    words: dict[int, list[Word]] = {piece.key: [] for piece in pieces}
    for batch in _batches(pieces, scale):
        _read_batch(batch, scale, words)
    return words


def _figures(ink: Pixels) -> NDArray[np.int32]:
    """Give the boxes of what is written: no dust below a full stop, no remains of lines at the edge."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    left, top, wide, high, area = stats[1:].T
    at_edge = (left <= 3) | (top <= 3) | (left + wide >= ink.shape[1] - 3) | (top + high >= ink.shape[0] - 3)
    thin, long = np.minimum(wide, high), np.maximum(wide, high)
    is_line_rest = at_edge & ((thin <= 5) | (long > 6 * thin))
    figures = np.asarray(stats[1:][(area >= 9) & ~is_line_rest], dtype=np.int32)
    return figures if len(figures) and int(figures[:, 3].max()) >= LEAST_LETTER else figures[:0]


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
