"""The form of a plan table: which columns in which order, how areas, components and times are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zonakita.modules.document_intake.tests.layouts.content import Area, Row

MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
MONTHS_CODED = tuple(f"B{month:02d}" for month in range(1, 13))
QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
FILL = "#4f81bd"
HEAD_FILL = "#d9d9d9"


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which an office draws its plan.

    `columns` are (role, heading) from left to right; the role `months` stands for twelve (or four) narrow
    columns.
    """

    name: str
    columns: tuple[tuple[str, str], ...]
    area: Literal["rows", "column", "paragraph", "none"] = "rows"
    merge: bool = True
    mark: Literal["fill", "x", "v", "✓", "●", "number"] = "fill"
    month_heads: tuple[str, ...] = MONTHS_SHORT
    column_numbers: bool = True
    repeat_head_inside: bool = False
    title: str = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS DINAS KESEHATAN KABUPATEN MUARA BIRU TAHUN 2026"

    @property
    def has_months(self) -> bool:
        """Whether times are marks in month columns."""
        return any(role == "months" for role, _ in self.columns)


@dataclass(slots=True)
class Square:
    """One cell to draw."""

    text: str = ""
    row_span: int = 1
    column_span: int = 1
    fill: str | None = None
    bold: bool = False


Drawn = list[list[Square | None]]
"""Rows of squares; None where a merged cell covers."""


def width_of(form: Form) -> int:
    """The number of grid columns."""
    return sum(len(form.month_heads) if role == "months" else 1 for role, _ in form.columns)


def head_rows(form: Form) -> Drawn:
    """The heading: one row, or two where months stand below one heading, and the row of column numbers."""
    deep = 2 if form.has_months else 1
    rows: Drawn = [[] for _ in range(deep)]
    for role, heading in form.columns:
        if role == "months":
            count = len(form.month_heads)
            rows[0] += [Square(heading, 1, count, HEAD_FILL, True), *([None] * (count - 1))]
            rows[1] += [Square(name, 1, 1, HEAD_FILL, True) for name in form.month_heads]
            continue
        rows[0].append(Square(heading, deep, 1, HEAD_FILL, True))
        if deep == 2:
            rows[1].append(None)
    if form.column_numbers:
        rows.append(_number_row(form))
    return rows


def _number_row(form: Form) -> list[Square | None]:
    row: list[Square | None] = []
    for number, (role, _) in enumerate(form.columns, 1):
        count = len(form.month_heads) if role == "months" else 1
        row += [Square(str(number), 1, count), *([None] * (count - 1))]
    return row


def body_rows(form: Form, plan: list[Area]) -> Drawn:
    """All rows below the heading."""
    rows: Drawn = []
    for index, area in enumerate(plan):
        if form.repeat_head_inside and index:
            rows += head_rows(form)
        rows += area_rows(form, area, index)
    return rows


def area_rows(form: Form, area: Area, index: int) -> Drawn:
    """The rows of one area, its area row included where the form has one."""
    width = width_of(form)
    rows: Drawn = []
    if form.area == "rows":
        has_number = form.columns[0][0] == "number"
        title = area.title.upper()
        if has_number:
            row: list[Square | None] = [
                Square(ROMAN[index], bold=True),
                Square(title, 1, width - 1, bold=True),
            ]
        else:
            row = [Square(f"{ROMAN[index]}. {title}", 1, width, bold=True)]
        rows.append(row + [None] * (width - len(row)))
    total = sum(len(component.rows) for component in area.components)
    done = 0
    for number, component in enumerate(area.components, 1):
        for at, row_content in enumerate(component.rows):
            firsts = {
                "area": (area.title if not done else None, total, str(index + 1) if not done else None),
                "component": (
                    component.title if not at else None,
                    len(component.rows),
                    f"{number}." if not at else None,
                ),
            }
            rows.append(_row_squares(form, row_content, firsts))
            done += 1
    return rows


def _row_squares(
    form: Form, row: Row, firsts: dict[str, tuple[str | None, int, str | None]]
) -> list[Square | None]:
    squares: list[Square | None] = []
    roles = [role for role, _ in form.columns]
    numbered = "area" if "area" in roles else "component"
    for role in roles:
        if role == "months":
            squares += [_mark(form, row, position) for position in range(len(form.month_heads))]
        elif role in ("area", "component", "number"):
            text, span, number = firsts[numbered if role == "number" else role]
            own = number if role == "number" else text
            squares.append(_parent(form, own, span))
        else:
            squares.append(Square(_leaf(row, role)))
    return squares


def _parent(form: Form, text: str | None, span: int) -> Square | None:
    if text is not None:
        return Square(text, span if form.merge else 1)
    return None if form.merge else Square("")


def _leaf(row: Row, role: str) -> str:
    values = {
        "indicator": row.indicator,
        "action": row.action,
        "evidence": row.evidence,
        "target": row.target,
        "person_in_charge": row.person,
        "priority": "Tinggi",
    }
    return values.get(role, "")


def months_shown(form: Form, row: Row) -> tuple[int, ...]:
    """The months that the reader must find in this form."""
    if len(form.month_heads) == 4 and form.has_months:
        return tuple(quarter * 3 for quarter in sorted({(month + 2) // 3 for month in row.months}))
    return row.months


def _mark(form: Form, row: Row, position: int) -> Square:
    size = 12 // len(form.month_heads)
    is_due = any((month - 1) // size == position for month in row.months)
    if not is_due:
        return Square("")
    if form.mark == "fill":
        return Square("", fill=FILL)
    return Square("1" if form.mark == "number" else form.mark)
