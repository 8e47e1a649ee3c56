"""The tables of one PDF page from its rulings and pieces of text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from zonakita.modules.document_intake.sources.document import Place, Table, TableCell
from zonakita.modules.document_intake.sources.pdf.pieces import Piece, lines_of, split_at
from zonakita.modules.document_intake.sources.pdf.rulings import Fill, Rulings
from zonakita.modules.document_intake.sources.ruled_grid import RuledTable, find_tables

_COVERED = 0.3


def ruled_tables(
    rulings: Rulings, pieces: Sequence[Piece], page: int, width: float, height: float
) -> tuple[list[Table], list[Piece]]:
    """The ruled tables with their text, and the pieces that stand outside them."""
    grids = find_tables(rulings.horizontal, rulings.vertical)
    inside: dict[int, dict[tuple[int, int], list[Piece]]] = defaultdict(lambda: defaultdict(list))
    rest: list[Piece] = []
    lefts = [_column_lefts(pieces, grid) for grid in grids]
    for piece in _parted(pieces, grids, lefts):
        for number, grid in enumerate(grids):
            square = grid.square_at(_anchor(piece, grid, lefts[number]), piece.centre[1])
            if square is not None:
                inside[number][square].append(piece)
                break
        else:
            rest.append(piece)
    tables = []
    for number, grid in enumerate(grids):
        if inside[number]:
            tables.append(_table(grid, inside[number], rulings.fills, page, width, height))
    return tables, rest


def _anchor(piece: Piece, grid: RuledTable, lefts: Mapping[int, float]) -> float:
    """The point that decides about the column: the middle, but the start of a word that is too wide for its
    column.
    """
    column = bisect_right(grid.xs, piece.left) - 1
    usual = lefts.get(column)
    begins_here = usual is not None and abs(piece.left - usual) < 0.5
    return piece.left if begins_here else piece.centre[0]


def _parted(
    pieces: Sequence[Piece], grids: Sequence[RuledTable], lefts: Sequence[Mapping[int, float]]
) -> Iterator[Piece]:
    """The pieces, those that run over a border between columns parted there where two words meet."""
    for piece in pieces:
        number = next((n for n, grid in enumerate(grids) if grid.square_at(*piece.centre) is not None), None)
        if number is None:
            yield piece
            continue
        grid = grids[number]
        first, last = bisect_right(grid.xs, piece.left + 1), bisect_right(grid.xs, piece.right - 1)
        parts: tuple[Piece, ...] = (piece,)
        for column in range(first, min(last, len(grid.xs) - 1)):
            parts = (*parts[:-1], *split_at(parts[-1], grid.xs[column], lefts[number].get(column)))
        yield from parts


def _column_lefts(pieces: Sequence[Piece], grid: RuledTable) -> dict[int, float]:
    """Where the text of each column usually begins."""
    starts: dict[int, Counter[float]] = defaultdict(Counter)
    for piece in pieces:
        column = bisect_right(grid.xs, piece.left) - 1
        if grid.ys[0] <= piece.centre[1] <= grid.ys[-1]:
            starts[column][round(piece.left, 1)] += 1
    common = {column: counter.most_common(1)[0] for column, counter in starts.items()}
    return {column: left for column, (left, count) in common.items() if count >= 2}


def _table(
    grid: RuledTable,
    inside: dict[tuple[int, int], list[Piece]],
    fills: Sequence[Fill],
    page: int,
    width: float,
    height: float,
) -> Table:
    cells = []
    for region in sorted(grid.regions, key=lambda one: (one.row, one.column)):
        own = [
            piece
            for row in range(region.row, region.row + region.row_span)
            for column in range(region.column, region.column + region.column_span)
            for piece in inside.get((row, column), ())
        ]
        left, top = grid.xs[region.column], grid.ys[region.row]
        right, bottom = grid.xs[region.column + region.column_span], grid.ys[region.row + region.row_span]
        cells.append(
            TableCell(
                region.row,
                region.column,
                "\n".join(line.text for line in lines_of(own)),
                region.row_span,
                region.column_span,
                Place(page, left / width, top / height, right / width, bottom / height),
                _fill_of(left, top, right, bottom, fills),
            )
        )
    edges = tuple(x / width for x in grid.xs)
    place = Place(page, edges[0], grid.ys[0] / height, edges[-1], grid.ys[-1] / height)
    return Table(page, len(grid.ys) - 1, len(grid.xs) - 1, tuple(cells), edges, place)


def _fill_of(left: float, top: float, right: float, bottom: float, fills: Sequence[Fill]) -> str | None:
    """The colour painted last over a good part of the cell."""
    area = (right - left) * (bottom - top)
    for fill in reversed(fills):
        across = min(right, fill.right) - max(left, fill.left)
        down = min(bottom, fill.bottom) - max(top, fill.top)
        if across > 0 and down > 0 and across * down >= _COVERED * area:
            return fill.colour
    return None
