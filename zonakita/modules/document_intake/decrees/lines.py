"""The rows of a plan table by column: headings and column numbers dropped, merged cells known as carried."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from zonakita.modules.document_intake.decrees.cell_text import clean
from zonakita.modules.document_intake.decrees.columns import Layout
from zonakita.modules.document_intake.decrees.grid import Grid
from zonakita.modules.document_intake.decrees.months import background_fill, is_marked, is_white
from zonakita.modules.document_intake.decrees.numbering import split_leading, style
from zonakita.modules.document_intake.decrees.table_heads import TableHead, is_number_row, same_heading
from zonakita.modules.document_intake.sources.document import Place, TableCell

_WIDE_SHARE = 0.6
_LEAST_DATA_CELLS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one column in one row; `is_carried` where a merged cell reaches down into the row."""

    text: str
    place: Place | None
    confidence: float
    is_carried: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    `wide` is the text of a cell over most columns; `opens_part` marks the first row after a page break;
    `blanks` are the
    columns in which a cell without text begins here, with the rows that it spans.
    """

    pieces: dict[int, Piece]
    page: int
    marks: frozenset[int] = frozenset()
    marked_place: Place | None = None
    wide: Piece | None = None
    opens_part: bool = False
    blanks: Mapping[int, int] = field(default_factory=dict)

    def text(self, column: int | None) -> str:
        """The text of a column, empty where it is blank or carried."""
        piece = self.pieces.get(column) if column is not None else None
        return piece.text if piece and not piece.is_carried else ""


@dataclass(slots=True)
class PlanTable:
    """All parts of one plan table, with what stood above it."""

    layout: Layout
    page: int
    lines: list[Line] = field(default_factory=list)
    titles: tuple[str, ...] = ()
    heading_above: str = ""

    def add_part(
        self, grid: Grid, head: TableHead | None, mapping: tuple[int, ...], words: Collection[str]
    ) -> None:
        """Take over the rows of one table part."""
        reader = _PartReader(grid, self.layout, mapping, words)
        opens = True
        for row in self._data_rows(grid, head):
            if self._is_repeated_heading(grid, row, mapping):
                opens = True
                continue
            line = reader.line(row, opens_part=opens)
            if line is not None:
                self.lines.append(line)
                opens = False

    def _data_rows(self, grid: Grid, head: TableHead | None) -> Iterator[int]:
        """All rows but the heading; rows above it are data only where the table goes on from an earlier
        page.
        """
        if head is None:
            yield from grid.rows()
            return
        if self.lines and has_data_above(grid, head):
            yield from range(head.first)
        yield from range(head.last + 1, grid.row_count)

    def _is_repeated_heading(self, grid: Grid, row: int, mapping: tuple[int, ...]) -> bool:
        cells = grid.filled(row)
        if len(cells) < 2:
            return False
        hits = sum(same_heading(cell.text, self.layout.columns[mapping[cell.column]].path) for cell in cells)
        if hits >= 2 and hits >= 0.7 * len(cells):
            return True
        return is_number_row(grid, row) and (row == 0 or self._is_repeated_heading(grid, row - 1, mapping))


def has_data_above(grid: Grid, head: TableHead) -> bool:
    """Whether rows of an earlier part go on above this heading."""
    return any(len(grid.filled(row)) >= _LEAST_DATA_CELLS for row in range(head.first))


class _PartReader:
    def __init__(self, grid: Grid, layout: Layout, mapping: tuple[int, ...], words: Collection[str]) -> None:
        self._grid = grid
        self._layout = layout
        self._mapping = mapping
        self._words = words
        self._month_columns = {c.index for c in layout.columns if c.months}
        self._text_column_count = len(layout.columns) - len(self._month_columns)
        self._background = background_fill(
            cell for cell in grid.table.cells if mapping[cell.column] in self._month_columns
        )

    def line(self, row: int, *, opens_part: bool) -> Line | None:
        pieces: dict[int, Piece] = {}
        wide: Piece | None = None
        cells = self._grid.covering(row)
        for cell in cells:
            if cell.row == row and self._is_wide(cell):
                wide = self._piece(cell, row)
                continue
            columns = self._columns_of(cell)
            if not columns or columns[0] in self._month_columns:
                continue
            piece = self._piece(cell, row)
            if piece is not None:
                joint = self._layout.columns[columns[0]].joint
                pieces[columns[0]] = _joined(pieces.get(columns[0]), piece, joint)
        marks, place = self._marks(cells)
        if wide is None and not marks and _is_lone_title(pieces):
            wide, pieces = next(iter(pieces.values())), {}
        blanks = {
            self._columns_of(cell)[0]: cell.row_span
            for cell in cells
            if cell.row == row and not cell.text.strip() and self._columns_of(cell)[0] not in pieces
        }
        line = Line(pieces, self._grid.table.page, marks, place, wide, opens_part, blanks)
        has_own = wide is not None or any(not piece.is_carried for piece in pieces.values())
        return line if has_own or marks else None

    def _columns_of(self, cell: TableCell) -> list[int]:
        return [self._mapping[cell.column + offset] for offset in range(cell.column_span)]

    def _is_wide(self, cell: TableCell) -> bool:
        if not cell.text.strip() or cell.column_span < 3:
            return False
        text_columns = {column for column in self._columns_of(cell) if column not in self._month_columns}
        return len(text_columns) >= max(2, _WIDE_SHARE * self._text_column_count)

    def _piece(self, cell: TableCell, row: int) -> Piece | None:
        text = clean(cell.text, self._words)
        if not text:
            return None
        return Piece(text, cell.place, cell.confidence, is_carried=cell.row < row)

    def _marks(self, cells: Iterable[TableCell]) -> tuple[frozenset[int], Place | None]:
        inside: list[TableCell] = []
        others: list[TableCell] = []
        for cell in cells:
            (inside if self._mapping[cell.column] in self._month_columns else others).append(cell)
        own = frozenset(cell.fill for cell in others if cell.fill and not is_white(cell.fill))
        marked = [cell for cell in inside if is_marked(cell, self._background, own)]
        months = {
            month
            for cell in marked
            for column in self._columns_of(cell)
            for month in self._layout.columns[column].months
        }
        return frozenset(months), _around(cell.place for cell in marked)


def _is_lone_title(pieces: dict[int, Piece]) -> bool:
    """An area row whose cells are not merged: only its first cell has text, with a roman number or a
    letter.
    """
    if list(pieces) != [0] or pieces[0].is_carried:
        return False
    number, title = split_leading(pieces[0].text)
    return style(number) in ("roman", "upper") and len(title) > 3


def _joined(before: Piece | None, after: Piece, joint: str) -> Piece:
    if before is None or before.text == after.text:
        return after
    return replace(
        before,
        text=f"{before.text}{joint}{after.text}",
        place=_around((before.place, after.place)),
        confidence=min(before.confidence, after.confidence),
        is_carried=before.is_carried and after.is_carried,
    )


def _around(places: Iterable[Place | None]) -> Place | None:
    """The rectangle around several places on the page of the first."""
    known = [place for place in places if place is not None]
    if not known:
        return None
    same = [place for place in known if place.page == known[0].page]
    return Place(
        known[0].page,
        min(place.left for place in same),
        min(place.top for place in same),
        max(place.right for place in same),
        max(place.bottom for place in same),
    )
