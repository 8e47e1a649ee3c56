"""Cells that a person should look at, because the reader was not sure of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zonakita.modules.document_intake.decrees.proposal import Cell, DecreeProposal, PlanRow
from zonakita.modules.document_intake.rules.cells import cell_names, cell_of
from zonakita.modules.document_intake.rules.edits import Path

DOUBTFUL_BELOW = 0.9


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful cell of the row at `path`."""

    path: Path
    cell: str


def is_doubtful(cell: Cell) -> bool:
    """Whether the reader trusts the cell too little for a person to pass over it."""
    return cell.confidence < DOUBTFUL_BELOW


def doubtful_cells(row: PlanRow) -> tuple[str, ...]:
    """Names of the row's doubtful cells, in the order of its columns."""
    return tuple(name for name in cell_names(row) if is_doubtful(cell_of(row, name)))


def doubts_of(proposal: DecreeProposal) -> tuple[Doubt, ...]:
    """All doubtful cells in reading order."""
    return tuple(Doubt(path, name) for path, row in rows_of(proposal) for name in doubtful_cells(row))


def rows_of(proposal: DecreeProposal) -> Iterator[tuple[Path, PlanRow]]:
    """Every row with its path, in reading order."""
    for area_index, area in enumerate(proposal.areas):
        for component_index, component in enumerate(area.components):
            for row_index, row in enumerate(component.rows):
                yield (area_index, component_index, row_index), row
