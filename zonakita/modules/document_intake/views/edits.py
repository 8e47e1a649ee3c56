"""One address takes every change of the review screen; the pressed button says which."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.modules.document_intake import queries
from zonakita.modules.document_intake.actions.reviewing import (
    NothingToUndo,
    ReviewChanged,
    ReviewClosed,
    edit_proposal,
    redo_edit,
    undo_edit,
)
from zonakita.modules.document_intake.forms.edits import (
    EditRequest,
    FormNotValid,
    edit_request,
    forms_for,
)
from zonakita.modules.document_intake.presenters.selection import (
    HEAD,
    Forms,
    Selection,
    next_doubt_url,
    parse_path,
    review_url,
    row_url,
)
from zonakita.modules.document_intake.queries import Review
from zonakita.modules.document_intake.rules.edits import EditNotPossible, Path
from zonakita.modules.document_intake.views.review import review_page
from zonakita.modules.document_intake.views.visitor import person_of

_MODES = {"edit_row": "ubah", "split_row": "pisah", "move_row": "pindah", "rename": "judul"}


@login_required
@require_POST
def edit(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Make one change and show its place; a refusal is said above the rows, and nothing typed is lost."""
    intake = queries.intake_for(request.user, intake_id)
    access.require(request.user, Permission.DECREE_REVIEW, unit_id=intake.unit_id)
    if intake.proposal is None:
        return redirect("document_intake:intake", intake_id)
    verb, _colon, rest = request.POST.get("do", "").partition(":")
    path_part, _colon, goal = rest.partition(":")
    path = parse_path(path_part)
    found = queries.review_of(intake)
    try:
        return redirect(_done(request, found, verb, path, goal))
    except FormNotValid as wrong:
        return _refused(request, found, Selection(_part(request, path), path, mode=wrong.mode), wrong.forms)
    except EditNotPossible as refusal:
        return _refused(request, found, Selection(_part(request, path), path), Forms(), _(refusal.message))
    except NothingToUndo:
        return _refused(
            request,
            found,
            Selection(_part(request, path)),
            Forms(),
            _("Tidak ada perubahan untuk diurungkan."),
        )
    except ReviewClosed:
        messages.error(
            request, _("Hasil baca ini sudah ditetapkan sebagai rencana dan tidak dapat diubah lagi.")
        )
        return redirect("document_intake:review", intake_id)
    except ReviewChanged:
        return _outdated(request, intake_id, verb, path)


def _done(request: HttpRequest, found: Review, verb: str, path: Path, goal: str) -> str:
    """Carry the change out and return the address to go on at."""
    version_text = request.POST.get("version", "")
    version = int(version_text) if version_text.isdecimal() else -1
    intake, pk = found.intake, found.intake.pk
    if verb in {"undo", "redo"}:
        step = undo_edit if verb == "undo" else redo_edit
        step(intake=intake, version=version, by=person_of(request))
        return review_url(pk, bagian=request.POST.get("part", ""))
    if version != intake.version:
        raise ReviewChanged(intake)
    wanted = edit_request(verb, path, request.POST, found.proposal)
    changed = edit_proposal(intake=intake, edit=wanted.edit, version=version, by=person_of(request))
    if goal == "lanjut" and (url := next_doubt_url(changed, Selection(path=wanted.path))):
        return url
    return _place_url(pk, wanted)


def _place_url(intake_id: int, wanted: EditRequest) -> str:
    if not wanted.path:
        return review_url(intake_id, bagian=HEAD)
    return row_url(intake_id, wanted.path, mode=wanted.mode)


def _part(request: HttpRequest, path: Path) -> str:
    part = request.POST.get("part", "")
    return part if part == HEAD or not path else str(path[0])


def _refused(
    request: HttpRequest, found: Review, selection: Selection, opened: Forms, error: str = ""
) -> HttpResponse:
    areas = len(found.proposal.areas)
    if selection.part != HEAD and not (selection.part.isdecimal() and int(selection.part) < areas):
        selection = Selection(part="0" if areas else HEAD)
    response = review_page(request, found, selection, opened, error=error, status=422)
    response["HX-Push-Url"] = "false"
    return response


def _outdated(request: HttpRequest, intake_id: int, verb: str, path: Path) -> HttpResponse:
    """Show the latest state; a row that is still there opens with what the person typed."""
    found = queries.review_of(queries.intake_for(request.user, intake_id))
    mode = _MODES.get(verb, "")
    try:
        opened = forms_for(path, mode, found.proposal, request.POST)
    except EditNotPossible:
        mode, opened = "", Forms()
    error = _(
        "Orang lain baru saja mengubah hasil baca ini, jadi perubahan Anda belum disimpan. "
        "Isi terbaru sudah ditampilkan; periksa lalu simpan lagi."
    )
    response = _refused(request, found, Selection(_part(request, path), path, mode=mode), opened, error)
    response.status_code = 409
    return response
