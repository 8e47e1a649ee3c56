"""Handing decrees in and following their reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.files import interface as files
from zonakita.modules.document_intake import policies, queries
from zonakita.modules.document_intake.actions.reading import ReadingNotRepeatable, retry_reading
from zonakita.modules.document_intake.actions.uploading import (
    AlreadyUploaded,
    IntakeNotDiscardable,
    discard_intake,
    upload_decree,
)
from zonakita.modules.document_intake.forms.upload import UploadForm
from zonakita.modules.document_intake.presenters.intakes import (
    FILTERS,
    filter_tabs,
    intake_view,
    steps_of,
    trail,
)
from zonakita.modules.document_intake.views.visitor import person_of

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not taken in, with the address of the earlier one where it came before."""

    text: str
    url: str = ""


@login_required
@require_GET
def intakes(request: HttpRequest) -> HttpResponse:
    """What was handed in, with the form to hand in more."""
    return _intakes_page(request, form=None)


def _intakes_page(
    request: HttpRequest, *, form: UploadForm | None, refusals: Sequence[Refusal] = (), status: int = 200
) -> HttpResponse:
    units = access.units_with(request.user, Permission.DECREE_UPLOAD)
    chosen = request.GET.get("keadaan", "")
    chosen = chosen if chosen in FILTERS else ""
    found = queries.intakes_visible_to(request.user)
    if states := FILTERS[chosen]:
        found = found.filter(state__in=states)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("halaman"))
    form = form or UploadForm(units=units, initial={"unit": getattr(_standing_unit(request), "pk", None)})
    may_upload = units.exists()
    if not may_upload and not access.may_anywhere(request.user, Permission.DECREE_VIEW):
        raise PermissionDenied(_("Peran Anda tidak mencakup penerimaan keputusan."))
    context = {
        "form": form if may_upload else None,
        "refusals": refusals,
        "filters": filter_tabs(chosen),
        "is_filtered": bool(chosen),
        "page": page,
        "rows": [intake_view(found_intake) for found_intake in page.object_list],
        "shows_units": len({found_intake.unit_id for found_intake in page.object_list}) > 1,
    }
    return render(request, "document_intake/intakes.html", context, status=status)


def _standing_unit(request: HttpRequest) -> Any:
    """The unit that the person works for now."""
    return getattr(getattr(request, "standing", None), "unit", None)


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take files in; each refused one is named with its reason, the others are read."""
    if request.method == "GET":
        return redirect("document_intake:intakes")
    units = access.units_with(request.user, Permission.DECREE_UPLOAD)
    if not units.exists():
        raise PermissionDenied(_("Peran Anda tidak mencakup pengunggahan keputusan."))
    form = UploadForm(request.POST, request.FILES, units=units)
    if not form.is_valid():
        return _intakes_page(request, form=form, status=422)
    taken: list[int] = []
    refusals: list[Refusal] = []
    for file in form.cleaned_data["documents"]:
        try:
            unit, person = form.cleaned_data["unit"], person_of(request)
            taken.append(upload_decree(unit=unit, source=file, name=file.name, by=person).pk)
        except AlreadyUploaded as known:
            refusals.append(_already_uploaded(known))
        except files.FileRefused as refusal:
            refusals.append(Refusal(str(refusal)))
    if len(taken) == 1 and not refusals:
        return redirect("document_intake:intake", taken[0])
    if taken:
        messages.success(request, _("%(count)d berkas diterima dan sedang dibaca.") % {"count": len(taken)})
    if refusals:
        return _intakes_page(request, form=None, refusals=refusals, status=422)
    return redirect("document_intake:intakes")


def _already_uploaded(known: AlreadyUploaded) -> Refusal:
    return Refusal(
        _("Berkas yang sama sudah pernah diunggah untuk unit ini, dengan nama “%(name)s”.")
        % {"name": known.intake.name},
        reverse("document_intake:intake", args=[known.intake.pk]),
    )


@login_required
@require_GET
def intake(request: HttpRequest, intake_id: int) -> HttpResponse:
    """One decree: how its reading goes, or why it failed and what to do."""
    found = queries.intake_for(request.user, intake_id)
    return render(request, "document_intake/intake.html", _intake_context(request, found))


@login_required
@require_GET
def progress(request: HttpRequest, intake_id: int) -> HttpResponse:
    """The part of a page that tells how far the reading is; leads on when it has ended."""
    found = queries.intake_for(request.user, intake_id)
    context = _intake_context(request, found)
    if request.GET.get("di") == "daftar":
        return render(request, "document_intake/_intake_row.html", {"row": context["view"]})
    if not context["view"].is_waiting and not context["view"].is_failed:
        return HttpResponseClientRedirect(context["view"].next_url)
    return render(request, "document_intake/_reading.html", context)


def _intake_context(request: HttpRequest, found: Any) -> dict[str, Any]:
    steps, at = steps_of(found)
    return {
        "intake": found,
        "view": intake_view(found),
        "steps": steps,
        "at": at,
        "may_upload": policies.may_upload(request.user, found.unit_id),
        "breadcrumb": trail(page=found.name),
    }


@login_required
@require_POST
def retry(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Read a file again."""
    found = queries.intake_for(request.user, intake_id)
    try:
        retry_reading(intake=found, by=person_of(request))
    except ReadingNotRepeatable:
        messages.info(request, _("Berkas ini sedang dibaca atau sudah terbaca."))
    return redirect("document_intake:intake", intake_id)


@login_required
@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Take a decree off the list, once the person has confirmed it."""
    found = queries.intake_for(request.user, intake_id)
    access.require(request.user, Permission.DECREE_UPLOAD, unit_id=found.unit_id)
    if request.method == "GET":
        context = {
            "title": _("Batalkan berkas ini?"),
            "message": _(
                "“%(name)s” keluar dari daftar beserta hasil baca dan perubahan yang sudah dibuat. "
                "Berkas aslinya tetap tersimpan."
            )
            % {"name": found.name},
            "action": request.path,
            "label": _("Batalkan berkas"),
            "tone": "danger",
            "cancel_url": reverse("document_intake:intake", args=[intake_id]),
        }
        return render(request, "staff/confirm.html", context)
    try:
        discard_intake(intake=found, by=person_of(request))
    except IntakeNotDiscardable:
        messages.error(request, _("Keputusan ini sudah menjadi rencana sehingga tidak dapat dibatalkan."))
        return redirect("document_intake:intake", intake_id)
    messages.success(
        request,
        _("“%(name)s” dikeluarkan dari daftar. Berkas aslinya tetap tersimpan.") % {"name": found.name},
    )
    return redirect("document_intake:intakes")
