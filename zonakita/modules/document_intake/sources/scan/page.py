"""One scanned page: from pixels to tables and lines of text."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from zonakita.modules.document_intake.sources.document import Block, Paragraph, Place, Table, TableCell
from zonakita.modules.document_intake.sources.scan import corrections, grid, mosaic
from zonakita.modules.document_intake.sources.scan.fills import PaperColour
from zonakita.modules.document_intake.sources.scan.grid import Box, Grid, GridCell
from zonakita.modules.document_intake.sources.scan.lines import lines_of
from zonakita.modules.document_intake.sources.scan.mosaic import Piece
from zonakita.modules.document_intake.sources.scan.raster import Pixels
from zonakita.modules.document_intake.sources.scan.rulings import find_rulings
from zonakita.modules.document_intake.sources.scan.tesseract import Word
from zonakita.modules.document_intake.sources.scan.upright import UprightPage

CELL_INSET = 5
DOUBTFUL = 0.72
MAX_REREAD_SHARE = 0.12
"""Doubtful cells are read a second time, larger, up to this share of the page's writing."""
REREAD_SCALE = 1.6
MARK_CONFIDENCE = 0.6
PAGE_EDGE = 0.09
"""Page numbers stand in this share of the height at the top and bottom."""


@dataclass(frozen=True, slots=True)
class _Region:
    """A part of the page to be read: a cell of a table, or a band outside the tables (`cell` is None)."""

    box: Box
    table: int = -1
    cell: GridCell | None = None


def read_page(page: UprightPage, number: int) -> list[Block]:
    """Read an upright page; the blocks come in reading order."""
    rulings = find_rulings(page.grey)
    grids = grid.find_grids(rulings)
    drawn = cv2.dilate(rulings.both, np.ones((5, 5), np.uint8))
    clean = np.where(drawn > 0, 255, page.grey).astype(np.uint8)
    regions = _regions(grids, page)
    pieces = [
        piece
        for key, region in enumerate(regions)
        if (piece := mosaic.cut_piece(clean, region.box, key)) is not None
    ]
    scale = mosaic.reading_scale(pieces)
    words = mosaic.read_pieces(pieces, scale=scale)
    _read_doubtful_again(pieces, words, scale)
    words = {key: _corrected(read) for key, read in words.items()}
    papers = [PaperColour(page.colour, found) for found in grids]
    inked = {piece.key: piece for piece in pieces}
    return _Assembly(page, number, regions, words, inked, papers).blocks(grids)


def _corrected(words: list[Word]) -> list[Word]:
    return [right for word in words if (right := corrections.correct_word(word)) is not None]


def _regions(grids: list[Grid], page: UprightPage) -> list[_Region]:
    regions: list[_Region] = []
    top = 0
    for index, table in enumerate(grids):
        if table.box.top > top:
            regions.append(_Region(Box(0, top, page.width, table.box.top - CELL_INSET)))
        regions += [_Region(_inset(cell.box), index, cell) for cell in table.cells]
        top = max(top, table.box.bottom + CELL_INSET)
    if top < page.height:
        regions.append(_Region(Box(0, top, page.width, page.height)))
    return regions


def _inset(box: Box) -> Box:
    return Box(box.left + CELL_INSET, box.top + CELL_INSET, box.right - CELL_INSET, box.bottom - CELL_INSET)


def _read_doubtful_again(pieces: list[Piece], words: dict[int, list[Word]], scale: float) -> None:
    """Read doubtful pieces once more, larger, and keep the better reading of each."""
    total = sum(piece.pixels.size for piece in pieces)
    chosen: list[Piece] = []
    spent = 0
    doubtful = [piece for piece in pieces if _is_doubtful(words[piece.key])]
    for piece in sorted(doubtful, key=lambda piece: confidence_of(words[piece.key])):
        if spent + piece.pixels.size > MAX_REREAD_SHARE * total:
            continue
        chosen.append(piece)
        spent += piece.pixels.size
    if not chosen:
        return
    again = mosaic.read_pieces(chosen, scale=scale * REREAD_SCALE)
    for key, second in again.items():
        if second and confidence_of(second) > confidence_of(words[key]):
            words[key] = second


def _is_doubtful(words: list[Word]) -> bool:
    """Say whether a second reading may help; misread running numbers follow from their neighbours instead."""
    letters = sum(len(word.text) for word in words)
    return (letters == 0 or letters > 3) and confidence_of(words) < DOUBTFUL


def confidence_of(words: list[Word]) -> float:
    """Weigh the words' confidences by their length; nothing read is no confidence."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


@dataclass(frozen=True, slots=True)
class _Assembly:
    page: UprightPage
    number: int
    regions: list[_Region]
    words: dict[int, list[Word]]
    pieces: dict[int, Piece]
    papers: list[PaperColour]

    def blocks(self, grids: list[Grid]) -> list[Block]:
        blocks: list[Block] = []
        done: set[int] = set()
        for key, region in enumerate(self.regions):
            if region.cell is None:
                blocks += self._paragraphs(key)
            elif region.table not in done:
                done.add(region.table)
                blocks.append(self._table(grids[region.table], region.table))
        return blocks

    def _paragraphs(self, key: int) -> list[Block]:
        return [
            Paragraph(
                text=text,
                page=self.number,
                place=self._place(line.box),
                confidence=round(confidence_of(list(line.words)), 3),
            )
            for line in lines_of(self.words.get(key, []))
            if (text := corrections.correct_line(line.text)) and not self._is_page_number(line.box, text)
        ]

    def _is_page_number(self, box: Box, text: str) -> bool:
        at_edge = box.top > (1 - PAGE_EDGE) * self.page.height or box.bottom < PAGE_EDGE * self.page.height
        return at_edge and sum(character.isalnum() for character in text) <= 3

    def _table(self, found: Grid, index: int) -> Table:
        cells = [
            self._cell(key, region.cell)
            for key, region in enumerate(self.regions)
            if region.table == index and region.cell is not None
        ]
        return Table(
            page=self.number,
            row_count=len(found.ys) - 1,
            column_count=len(found.xs) - 1,
            cells=tuple(cells),
            column_edges=tuple(round(x / self.page.width, 5) for x in found.xs),
            place=self._place(found.box),
        )

    def _cell(self, key: int, cell: GridCell) -> TableCell:
        words = self.words.get(key, [])
        text = corrections.correct_cell([line.text for line in lines_of(words)])
        confidence = confidence_of(words) if words else 1.0
        if not text and key in self.pieces and _is_mark(self.pieces[key].pixels):
            text, confidence = "x", MARK_CONFIDENCE
        return TableCell(
            row=cell.row,
            column=cell.column,
            text=text,
            row_span=cell.row_span,
            column_span=cell.column_span,
            place=self._place(cell.box),
            fill=self.papers[self.regions[key].table].fill_of(cell.box),
            confidence=round(confidence, 3),
        )

    def _place(self, box: Box) -> Place:
        width, height = self.page.width, self.page.height
        edges = (box.left / width, box.top / height, box.right / width, box.bottom / height)
        left, top, right, bottom = (round(min(1.0, max(0.0, edge)), 5) for edge in edges)
        return Place(self.number, left, top, right, bottom)


def _is_mark(pixels: Pixels) -> bool:
    """Say whether a cell without words holds a drawn tick or cross: one figure of about a letter's size."""
    ink = (pixels < mosaic.INK_LEVEL).astype(np.uint8)
    height, width = ink.shape
    share = float(ink.mean())
    return 18 <= height <= 120 and 18 <= width <= 120 and 0.05 <= share <= 0.6
