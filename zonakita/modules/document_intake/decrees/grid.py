"""A table as a full grid, where each square knows the cell that covers it."""

from __future__ import annotations

from collections.abc import Iterator

from zonakita.modules.document_intake.sources.document import Table, TableCell


class Grid:
    """Looks up the cell that covers a square; merged cells cover several squares."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.row_count = table.row_count
        self.column_count = table.column_count
        self._covering: dict[tuple[int, int], TableCell] = {}
        for cell in table.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    self._covering.setdefault((row, column), cell)

    def at(self, row: int, column: int) -> TableCell | None:
        """The cell that covers this square, None where the table has a hole."""
        return self._covering.get((row, column))

    def starting_in(self, row: int) -> tuple[TableCell, ...]:
        """The cells whose top row is `row`, from left to right."""
        return tuple(cell for cell in self.covering(row) if cell.row == row)

    def covering(self, row: int) -> tuple[TableCell, ...]:
        """Every cell that touches the row, once, from left to right."""
        seen: list[TableCell] = []
        for column in range(self.column_count):
            cell = self.at(row, column)
            if cell is not None and (not seen or seen[-1] is not cell):
                seen.append(cell)
        return tuple(seen)

    def filled(self, row: int) -> tuple[TableCell, ...]:
        """The cells that start in the row and have text."""
        return tuple(cell for cell in self.starting_in(row) if cell.text.strip())

    def rows(self) -> Iterator[int]:
        """All row numbers from the top."""
        return iter(range(self.row_count))
