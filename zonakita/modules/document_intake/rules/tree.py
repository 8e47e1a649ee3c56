"""Reaching into the frozen tree of areas, components and rows, and giving back a changed copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from zonakita.kernel.wording import mark
from zonakita.modules.document_intake.decrees.proposal import (
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.document_intake.rules.edits import EditNotPossible, Path

Areas = tuple[PlanArea, ...]
Components = tuple[PlanComponent, ...]
Rows = tuple[PlanRow, ...]
_Node = TypeVar("_Node")

_GONE = {
    1: mark("Area yang dituju tidak ada lagi. Muat ulang halaman untuk melihat isi terbaru."),
    2: mark("Komponen yang dituju tidak ada lagi. Muat ulang halaman untuk melihat isi terbaru."),
    3: mark("Baris yang dituju tidak ada lagi. Muat ulang halaman untuk melihat isi terbaru."),
}


def area_at(proposal: DecreeProposal, path: Path) -> PlanArea:
    """The area that a path leads to or through.

    Raises: EditNotPossible where there is none.
    """
    if not path or not 0 <= path[0] < len(proposal.areas):
        raise EditNotPossible(_GONE[1])
    return proposal.areas[path[0]]


def component_at(proposal: DecreeProposal, path: Path) -> PlanComponent:
    """The component that a path leads to or through.

    Raises: EditNotPossible where there is none.
    """
    components = area_at(proposal, path).components
    if len(path) < 2 or not 0 <= path[1] < len(components):
        raise EditNotPossible(_GONE[2])
    return components[path[1]]


def row_at(proposal: DecreeProposal, path: Path) -> PlanRow:
    """The row that a path leads to.

    Raises: EditNotPossible where there is none.
    """
    rows = component_at(proposal, path).rows
    if len(path) != 3 or not 0 <= path[2] < len(rows):
        raise EditNotPossible(_GONE[3])
    return rows[path[2]]


def with_areas(proposal: DecreeProposal, change: Callable[[Areas], Areas]) -> DecreeProposal:
    """The proposal with its areas changed."""
    return replace(proposal, areas=change(proposal.areas))


def with_components(
    proposal: DecreeProposal, path: Path, change: Callable[[Components], Components]
) -> DecreeProposal:
    """The proposal with the components of one area changed."""
    area = area_at(proposal, path)
    changed = replace(area, components=change(area.components))
    return replace(proposal, areas=_with(proposal.areas, path[0], changed))


def with_rows(proposal: DecreeProposal, path: Path, change: Callable[[Rows], Rows]) -> DecreeProposal:
    """The proposal with the rows of one component changed."""
    component = component_at(proposal, path)
    changed = replace(component, rows=change(component.rows))
    return with_components(proposal, path, lambda components: _with(components, path[1], changed))


def _with(things: tuple[_Node, ...], index: int, thing: _Node) -> tuple[_Node, ...]:
    return (*things[:index], thing, *things[index + 1 :])
