"""From a pressed button of the review screen to an edit; `do` is its verb and path, "merge_row:0.1.2"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.http import QueryDict

from zonakita.modules.document_intake.decrees.proposal import DecreeProposal
from zonakita.modules.document_intake.forms.edit_form import EditForm
from zonakita.modules.document_intake.forms.head import CitationForm, HeadForm
from zonakita.modules.document_intake.forms.row import HeadingForm, MoveForm, RowForm
from zonakita.modules.document_intake.presenters.cells import cell_labels
from zonakita.modules.document_intake.presenters.selection import Forms
from zonakita.modules.document_intake.rules import tree
from zonakita.modules.document_intake.rules.edits import Edit, EditKind, EditNotPossible, Path


class FormNotValid(Exception):
    """What the person filled in cannot be taken; the bound forms carry the errors."""

    def __init__(self, forms: Forms, mode: str) -> None:
        super().__init__(mode)
        self.forms, self.mode = forms, mode


@dataclass(frozen=True, slots=True)
class EditRequest:
    """A pressed button: the edit, then the row and the way of opening it that the person sees next."""

    edit: Edit
    path: Path = ()
    mode: str = ""


def edit_request(verb: str, path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    """The edit that a person asks for.

    Raises: EditNotPossible, FormNotValid.
    """
    make = _VERBS.get(verb)
    if make is None or len(path) not in _PATH_LENGTHS.get(verb, {3}):
        raise EditNotPossible("Perintah ini tidak dikenal. Muat ulang halaman lalu ulangi.")
    return make(path, data, proposal)


def forms_for(path: Path, mode: str, proposal: DecreeProposal, data: QueryDict | None = None) -> Forms:
    """The forms that a way of opening a row or a heading needs, bound when `data` was sent.

    Raises: EditNotPossible where the path leads nowhere.
    """
    if mode == "judul":
        node = tree.area_at(proposal, path) if len(path) == 1 else tree.component_at(proposal, path)
        first = HeadingForm(data, initial={"number": node.number, "title": node.title})
        return Forms(first)
    if mode == "pindah":
        tree.row_at(proposal, path)
        here = {"component": f"{path[0]}.{path[1]}", "position": path[2] + 1}
        return Forms(MoveForm(data, proposal=proposal, initial=here))
    if mode not in {"ubah", "pisah"}:
        return Forms()
    row = tree.row_at(proposal, path)
    names = cell_labels(proposal, row)
    if mode == "ubah":
        return Forms(RowForm(data, row=row, names=names))
    return Forms(
        RowForm(data, row=row, names=names, prefix="first"),
        RowForm(data, row=row, names=names, prefix="second", is_second_half=True),
    )


def _edit_row(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    (payload,) = _payloads(forms_for(path, "ubah", proposal, data), "ubah", proposal)
    return EditRequest(_edit(EditKind.EDIT_ROW, path, **payload), path)


def _split_row(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    first, second = _payloads(forms_for(path, "pisah", proposal, data), "pisah", proposal)
    return EditRequest(_edit(EditKind.SPLIT_ROW, path, first=first, second=second), path)


def _move_row(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    (payload,) = _payloads(forms_for(path, "pindah", proposal, data), "pindah", proposal)
    to = tuple(payload["to"])
    others = len(tree.component_at(proposal, to).rows) - (1 if to[:2] == path[:2] else 0)
    to = (*to[:2], min(to[2], others))
    return EditRequest(_edit(EditKind.MOVE_ROW, path, to=list(to)), to)


def _step(offset: int) -> Callable[[Path, QueryDict, DecreeProposal], EditRequest]:
    def move(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
        tree.row_at(proposal, path)
        to = (*path[:2], path[2] + offset)
        if not 0 <= to[2] < len(tree.component_at(proposal, path).rows):
            raise EditNotPossible(
                "Baris ini sudah berada di tepi komponennya. "
                "Pakai “Pindah ke tempat lain” untuk memindahkannya ke komponen lain."
            )
        return EditRequest(_edit(EditKind.MOVE_ROW, path, to=list(to)), to)

    return move


def _merge_row(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    return EditRequest(_edit(EditKind.MERGE_ROW, path), path)


def _delete_row(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    tree.row_at(proposal, path)
    count = len(tree.component_at(proposal, path).rows)
    after = (*path[:2], min(path[2], count - 2)) if count > 1 else path[:2]
    return EditRequest(_edit(EditKind.DELETE_ROW, path), after)


def _add_row(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    tree.component_at(proposal, path)
    row = _edit(EditKind.ADD_ROW, path, target_year=proposal.plan_year)
    return EditRequest(row, path, "ubah")


def _rename(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    (payload,) = _payloads(forms_for(path, "judul", proposal, data), "judul", proposal)
    return EditRequest(_edit(EditKind.RENAME, path, **payload), path)


def _add_heading(kind: EditKind) -> Callable[[Path, QueryDict, DecreeProposal], EditRequest]:
    def add(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
        return EditRequest(_edit(kind, path, number="", title=""), path, "judul")

    return add


def _remove_heading(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    after = path[:-1] or (max(path[0] - 1, 0),)
    return EditRequest(_edit(EditKind.REMOVE_HEADING, path), after)


def _set_head(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    (payload,) = _payloads(Forms(HeadForm(data)), "kepala", proposal)
    return EditRequest(Edit(EditKind.SET_HEAD, payload))


def _set_citation(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    (payload,) = _payloads(Forms(CitationForm(data)), "dasar", proposal)
    return EditRequest(Edit(EditKind.SET_CITATION, {"index": path[0] if path else None, **payload}))


def _delete_citation(path: Path, data: QueryDict, proposal: DecreeProposal) -> EditRequest:
    return EditRequest(Edit(EditKind.DELETE_CITATION, {"index": path[0] if path else -1}))


def _edit(kind: EditKind, path: Path, **payload: Any) -> Edit:
    return Edit(kind, {"path": list(path), **payload})


def _payloads(opened: Forms, mode: str, proposal: DecreeProposal) -> list[dict[str, Any]]:
    """What each form gives to the edit. Raises: FormNotValid, once all forms were judged."""
    sent = [cast(EditForm, form) for form in (opened.first, opened.second) if form is not None]
    verdicts = [form.is_valid() for form in sent]
    if not all(verdicts):
        raise FormNotValid(opened, mode)
    return [form.payload(proposal.plan_year) for form in sent]


_VERBS: dict[str, Callable[[Path, QueryDict, DecreeProposal], EditRequest]] = {
    "edit_row": _edit_row,
    "split_row": _split_row,
    "move_row": _move_row,
    "move_up": _step(-1),
    "move_down": _step(1),
    "merge_row": _merge_row,
    "delete_row": _delete_row,
    "add_row": _add_row,
    "rename": _rename,
    "add_area": _add_heading(EditKind.ADD_AREA),
    "add_component": _add_heading(EditKind.ADD_COMPONENT),
    "remove_heading": _remove_heading,
    "set_head": _set_head,
    "set_citation": _set_citation,
    "delete_citation": _delete_citation,
}


_PATH_LENGTHS: dict[str, set[int]] = {
    "rename": {1, 2},
    "remove_heading": {1, 2},
    "add_area": {1},
    "add_component": {2},
    "set_head": {0},
    "set_citation": {0, 1},
    "delete_citation": {1},
}
"""How long a verb's path is, where it is not a row's."""
