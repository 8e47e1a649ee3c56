"""Reading and changing the cells of one row by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from zonakita.modules.document_intake.decrees.proposal import Cell, PlanRow
from zonakita.modules.document_intake.sources.document import Place

TEXT_CELLS = ("indicator", "action", "evidence", "target")
OPTIONAL_CELLS = ("person_in_charge", "note")
EXTRA_PREFIX = "extra:"


def cell_names(row: PlanRow) -> tuple[str, ...]:
    """Names of the cells that this row has: the four text cells, then the optional ones, then `extra:0`..."""
    optional = tuple(name for name in OPTIONAL_CELLS if getattr(row, name) is not None)
    return (*TEXT_CELLS, *optional, *(f"{EXTRA_PREFIX}{index}" for index in range(len(row.extra))))


def cell_of(row: PlanRow, name: str) -> Cell:
    """The cell of that name, an empty one where the row has none."""
    if name.startswith(EXTRA_PREFIX):
        index = int(name.removeprefix(EXTRA_PREFIX))
        return row.extra[index][1] if index < len(row.extra) else Cell()
    cell: Cell | None = getattr(row, name) if name in (*TEXT_CELLS, *OPTIONAL_CELLS) else None
    return cell or Cell()


def with_texts(row: PlanRow, texts: Mapping[str, str]) -> PlanRow:
    """The row with new texts; a text that a person wrote is trusted wholly and keeps its place."""
    for name, text in texts.items():
        cell = cell_of(row, name)
        if cell.text != text or cell.confidence < 1:
            row = _with_cell(row, name, replace(cell, text=text, confidence=1.0))
    return row


def with_time(row: PlanRow, payload: Mapping[str, Any]) -> PlanRow:
    """The row with those of `months`, `target_year` and `week` that the payload names."""
    months = payload.get("months")
    if months is not None:
        row = replace(row, months=tuple(sorted({int(month) for month in months if 1 <= int(month) <= 12})))
    if "target_year" in payload:
        row = replace(row, target_year=payload["target_year"])
    if "week" in payload:
        row = replace(row, week=payload["week"])
    if "slips" in payload:
        row = replace(row, slips=tuple(payload["slips"]))
    return row


def merged(first: PlanRow, second: PlanRow) -> PlanRow:
    """Two rows as one: texts joined in order, the months of both."""
    names = dict.fromkeys((*cell_names(first), *cell_names(second)))
    row = first
    for name in names:
        row = _with_cell(row, name, _joined(cell_of(first, name), cell_of(second, name)))
    return replace(
        row,
        months=tuple(sorted({*first.months, *second.months})),
        target_year=first.target_year or second.target_year,
        week=first.week if first.week == second.week or not second.months else None,
        slips=tuple(dict.fromkeys((*first.slips, *second.slips))),
    )


def joined_text(first: str, second: str) -> str:
    """Two pieces of one cell: a cut sentence goes on in its line, a new sentence starts a line."""
    if not first or not second or first == second:
        return first or second
    if first.endswith("-"):
        return first + second
    goes_on = second[0].islower() or first.endswith((",", "/", "("))
    return first + (" " if goes_on else "\n") + second


def _joined(first: Cell, second: Cell) -> Cell:
    return Cell(
        text=joined_text(first.text, second.text),
        place=_around(first.place, second.place),
        confidence=min(first.confidence, second.confidence),
    )


def _around(first: Place | None, second: Place | None) -> Place | None:
    """A rectangle around both, the first one where they stand on two pages."""
    if first is None or second is None or first.page != second.page:
        return first or second
    return Place(
        page=first.page,
        left=min(first.left, second.left),
        top=min(first.top, second.top),
        right=max(first.right, second.right),
        bottom=max(first.bottom, second.bottom),
    )


def _with_cell(row: PlanRow, name: str, cell: Cell) -> PlanRow:
    if name.startswith(EXTRA_PREFIX):
        index = int(name.removeprefix(EXTRA_PREFIX))
        return replace(row, extra=_with_extra(row.extra, index, cell))
    change: dict[str, Any] = {}
    if name in TEXT_CELLS:
        change[name] = cell
    elif name in OPTIONAL_CELLS:
        change[name] = cell if cell.text or getattr(row, name) is not None else None
    return replace(row, **change)


def _with_extra(extra: Iterable[tuple[str, Cell]], index: int, cell: Cell) -> tuple[tuple[str, Cell], ...]:
    return tuple((heading, cell if place == index else old) for place, (heading, old) in enumerate(extra))
