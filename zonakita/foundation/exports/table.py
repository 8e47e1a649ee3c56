"""A table as a decree prints it: title lines, headings over columns, merged and filled cells.

The engines (`xlsx`, `docx`, `pdf`) draw the same `Layout`, so that the three files show the same table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Align = Literal["left", "center", "right"]
Emphasis = Literal["body", "area", "total"]
RowKind = Literal["heading", "numbers", "body", "area", "total"]

# Not allowed in XML, or invisible and able to reverse what a reader sees.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_COLOUR = re.compile(r"[0-9A-F]{6}")


class TableMalformed(ValueError):
    """The document names an unknown column, overlaps cells or spans past its edge."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; it covers `columns` to the right and `rows` downwards; `fill` is a colour like "1F7A4D"."""

    text: str = ""
    columns: int = 1
    rows: int = 1
    fill: str = ""
    bold: bool = False
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column; neighbours with the same `group` share a heading above their own. Width is a proportion."""

    key: str
    heading: str
    width: float
    group: str = ""
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column key; what is left out is blank, or belongs to a cell that covers it."""

    cells: Mapping[str, Cell | str]
    emphasis: Emphasis = "body"


@dataclass(frozen=True)
class TableDocument:
    """Everything that a printed table holds; `numbered` adds the decree's row of column numbers."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    subtitle_lines: Sequence[str] = ()
    note_lines: Sequence[str] = ()
    numbered: bool = False
    landscape: bool = True
    sheet_name: str = ""

    @cached_property
    def layout(self) -> Layout:
        """Every cell with its place. Raises: TableMalformed."""
        return _Placing(self.columns).build(self)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its row and column, both counted from 0 over headings and rows alike."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    fill: str
    bold: bool
    align: Align
    kind: RowKind

    @property
    def is_small(self) -> bool:
        """Whether the text is set smaller: column numbers, and headings below a shared one."""
        return self.kind == "numbers" or (self.kind == "heading" and self.row > 0)


@dataclass(frozen=True, slots=True)
class Layout:
    """Cells in reading order; each place of the grid belongs to exactly one of them."""

    cells: tuple[Placed, ...]
    heading_rows: int
    row_count: int
    column_count: int


def area_row(columns: Sequence[Column], text: str, *, number: str = "", fill: str = "") -> Row:
    """Return a row whose text covers all columns, or all but the first where a number stands."""
    if not number:
        return Row({columns[0].key: Cell(text, columns=len(columns), fill=fill, bold=True)}, "area")
    numbered = Cell(number, fill=fill, bold=True, align="center")
    covering = Cell(text, columns=len(columns) - 1, fill=fill, bold=True)
    return Row({columns[0].key: numbered, columns[1].key: covering}, "area")


def clean_text(text: str) -> str:
    """Return the text without control characters, with plain line ends and blanks for tabs."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula, also after it drops leading blanks."""
    return text[:1] in {"\t", "\r", "\n"} or text.lstrip()[:1] in {"=", "+", "-", "@"}


def _default_align(kind: RowKind, column: Column) -> Align:
    if kind in {"heading", "numbers"}:
        return "center"
    return "left" if kind == "area" else column.align


@dataclass
class _Placing:
    """Puts the cells of a document on a grid, one row after the other."""

    columns: Sequence[Column]
    cells: list[Placed] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def build(self, document: TableDocument) -> Layout:
        if not self.columns or len({column.key for column in self.columns}) != len(self.columns):
            raise TableMalformed("a table needs columns, each with a key of its own")
        headings = self._headings()
        if document.numbered:
            headings.append(self._numbers())
        total = len(headings) + len(document.rows)
        kinds: list[RowKind] = ["heading"] * len(headings)
        if document.numbered:
            kinds[-1] = "numbers"
        for index, row in enumerate(headings):
            self._place_row(index, row, kinds[index], len(headings))
        for index, row in enumerate(document.rows, start=len(headings)):
            self._place_row(index, row, row.emphasis, total)
        ordered = tuple(sorted(self.cells, key=lambda cell: (cell.row, cell.column)))
        return Layout(ordered, len(headings), total, len(self.columns))

    def _groups(self) -> list[list[Column]]:
        """Return columns with neighbours of the same group together."""
        groups: list[list[Column]] = []
        for column in self.columns:
            if column.group and groups and groups[-1][0].group == column.group:
                groups[-1].append(column)
            else:
                groups.append([column])
        return groups

    def _headings(self) -> list[Row]:
        if not any(column.group for column in self.columns):
            return [Row({column.key: Cell(column.heading) for column in self.columns})]
        upper: dict[str, Cell | str] = {}
        lower: dict[str, Cell | str] = {}
        for group in self._groups():
            if not group[0].group:
                upper[group[0].key] = Cell(group[0].heading, rows=2)
                continue
            upper[group[0].key] = Cell(group[0].group, columns=len(group))
            lower |= {column.key: Cell(column.heading) for column in group}
        return [Row(upper), Row(lower)]

    def _numbers(self) -> Row:
        return Row(
            {
                group[0].key: Cell(str(number), columns=len(group))
                for number, group in enumerate(self._groups(), start=1)
            }
        )

    def _place_row(self, index: int, row: Row, kind: RowKind, end: int) -> None:
        positions = {column.key: position for position, column in enumerate(self.columns)}
        if unknown := row.cells.keys() - positions.keys():
            raise TableMalformed(f"row {index}: unknown columns {sorted(unknown)}")
        for key, position in positions.items():
            if key in row.cells:
                value = row.cells[key]
                self._place(index, position, Cell(value) if isinstance(value, str) else value, kind, end)
        for position in range(len(self.columns)):
            if (index, position) not in self.taken:
                self._place(index, position, Cell(), kind, end)

    def _place(self, row: int, column: int, cell: Cell, kind: RowKind, end: int) -> None:
        if cell.rows < 1 or cell.columns < 1 or row + cell.rows > end:
            raise TableMalformed(f"row {row}, column {column}: a cell reaches past the last row")
        if column + cell.columns > len(self.columns):
            raise TableMalformed(f"row {row}, column {column}: a cell reaches past the last column")
        if cell.fill and not _COLOUR.fullmatch(cell.fill):
            raise TableMalformed(f"row {row}, column {column}: {cell.fill!r} is no colour like '1F7A4D'")
        area = {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
        if area & self.taken:
            raise TableMalformed(f"row {row}, column {column}: cells overlap")
        self.taken |= area
        centred = kind in {"heading", "numbers"}
        self.cells.append(
            Placed(
                row=row,
                column=column,
                rows=cell.rows,
                columns=cell.columns,
                text=clean_text(cell.text),
                fill=cell.fill or ("E8ECEF" if centred else ""),
                bold=cell.bold or kind in {"heading", "area", "total"},
                align=cell.align or _default_align(kind, self.columns[column]),
                kind=kind,
            )
        )
