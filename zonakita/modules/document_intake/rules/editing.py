"""A proposal with a reviewer's edits applied one after the other; the proposal as read never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from zonakita.modules.document_intake.decrees.proposal import (
    DecreeProposal,
    PlanArea,
    PlanComponent,
    PlanRow,
)
from zonakita.modules.document_intake.rules import head_editing, tree
from zonakita.modules.document_intake.rules.cells import merged, with_texts, with_time
from zonakita.modules.document_intake.rules.edits import Edit, EditKind, EditNotPossible


def apply_edits(proposal: DecreeProposal, edits: Iterable[Edit]) -> DecreeProposal:
    """The proposal after all edits.

    Raises: EditNotPossible where an edit names what the proposal does not have.
    """
    for edit in edits:
        proposal = apply_edit(proposal, edit)
    return proposal


def apply_edit(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """The proposal after one edit.

    Raises: EditNotPossible where the edit names what the proposal does not have.
    """
    return _APPLY[edit.kind](proposal, edit)


def _edit_row(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """`texts` by cell name, and any of `months`, `target_year`, `week`, `slips`."""
    row = tree.row_at(proposal, edit.path)
    changed = with_time(with_texts(row, edit.payload.get("texts", {})), edit.payload)
    index = edit.path[2]
    return tree.with_rows(proposal, edit.path, lambda rows: (*rows[:index], changed, *rows[index + 1 :]))


def _add_row(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """`path` is where the new row will stand; `texts` and times as for an edited row."""
    row = with_time(with_texts(PlanRow(), edit.payload.get("texts", {})), edit.payload)
    return _insert_row(proposal, edit.path, row)


def _delete_row(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    tree.row_at(proposal, edit.path)
    index = edit.path[2]
    return tree.with_rows(proposal, edit.path, lambda rows: (*rows[:index], *rows[index + 1 :]))


def _merge_row(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """The row at `path` takes up the row after it, which stands in the same component."""
    first = tree.row_at(proposal, edit.path)
    index = edit.path[2]
    rows = tree.component_at(proposal, edit.path).rows
    if index + 1 >= len(rows):
        raise EditNotPossible(
            "Baris terakhir dalam komponen tidak mempunyai baris berikutnya untuk digabungkan. "
            "Pindahkan dahulu baris yang hendak digabungkan ke komponen ini."
        )
    one = merged(first, rows[index + 1])
    return tree.with_rows(proposal, edit.path, lambda rows: (*rows[:index], one, *rows[index + 2 :]))


def _split_row(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """`first` and `second` each hold `texts` and times; what they do not name stays as it was in both."""
    row = tree.row_at(proposal, edit.path)
    index = edit.path[2]
    halves = tuple(
        with_time(with_texts(row, half.get("texts", {})), half)
        for half in (edit.payload.get("first", {}), edit.payload.get("second", {}))
    )
    return tree.with_rows(proposal, edit.path, lambda rows: (*rows[:index], *halves, *rows[index + 1 :]))


def _move_row(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """`to` is the path of the row after it was taken out of its old place."""
    row = tree.row_at(proposal, edit.path)
    to = tuple(int(step) for step in edit.payload["to"])
    return _insert_row(_delete_row(proposal, edit), to, row)


def _insert_row(proposal: DecreeProposal, path: tuple[int, ...], row: PlanRow) -> DecreeProposal:
    count = len(tree.component_at(proposal, path).rows)
    index = min(max(path[2], 0), count) if len(path) == 3 else count
    return tree.with_rows(proposal, path, lambda rows: (*rows[:index], row, *rows[index:]))


def _rename(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """`number` and `title` of an area or a component, as `path` is one or two steps long."""
    names: dict[str, Any] = {"number": str(edit.payload["number"]), "title": str(edit.payload["title"])}
    first, last = edit.path[0], edit.path[-1]
    if len(edit.path) == 1:
        area = replace(tree.area_at(proposal, edit.path), **names)
        return tree.with_areas(proposal, lambda areas: (*areas[:first], area, *areas[first + 1 :]))
    component = replace(tree.component_at(proposal, edit.path), **names)
    return tree.with_components(
        proposal, edit.path, lambda components: (*components[:last], component, *components[last + 1 :])
    )


def _add_area(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """A new area at `path` with `number` and `title`, holding one component without a name for its rows."""
    area = PlanArea(
        number=str(edit.payload["number"]),
        title=str(edit.payload["title"]),
        components=(PlanComponent(number="", title="", rows=()),),
    )
    index = edit.path[0]
    return tree.with_areas(proposal, lambda areas: (*areas[:index], area, *areas[index:]))


def _add_component(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """A new component at `path` with `number` and `title`."""
    tree.area_at(proposal, edit.path)
    component = PlanComponent(number=str(edit.payload["number"]), title=str(edit.payload["title"]), rows=())
    index = edit.path[1]
    return tree.with_components(
        proposal, edit.path, lambda components: (*components[:index], component, *components[index:])
    )


def _remove_heading(proposal: DecreeProposal, edit: Edit) -> DecreeProposal:
    """An area or component without rows goes."""
    last = edit.path[-1]
    if len(edit.path) == 1:
        if any(component.rows for component in tree.area_at(proposal, edit.path).components):
            raise EditNotPossible("Area ini masih berisi baris. Pindahkan atau hapus barisnya lebih dahulu.")
        return tree.with_areas(proposal, lambda areas: (*areas[:last], *areas[last + 1 :]))
    if tree.component_at(proposal, edit.path).rows:
        raise EditNotPossible("Komponen ini masih berisi baris. Pindahkan atau hapus barisnya lebih dahulu.")
    return tree.with_components(
        proposal, edit.path, lambda components: (*components[:last], *components[last + 1 :])
    )


_APPLY: dict[EditKind, Callable[[DecreeProposal, Edit], DecreeProposal]] = {
    EditKind.EDIT_ROW: _edit_row,
    EditKind.ADD_ROW: _add_row,
    EditKind.DELETE_ROW: _delete_row,
    EditKind.MERGE_ROW: _merge_row,
    EditKind.SPLIT_ROW: _split_row,
    EditKind.MOVE_ROW: _move_row,
    EditKind.RENAME: _rename,
    EditKind.ADD_AREA: _add_area,
    EditKind.ADD_COMPONENT: _add_component,
    EditKind.REMOVE_HEADING: _remove_heading,
    EditKind.SET_HEAD: head_editing.set_head,
    EditKind.SET_CITATION: head_editing.set_citation,
    EditKind.DELETE_CITATION: head_editing.delete_citation,
}
