"""Confirming a reviewed proposal: the last step of bringing a decree in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zonakita.modules.document_intake import interface as document_intake
from zonakita.modules.plans.actions import PlanRefusal, confirm_intake
from zonakita.modules.plans.actions.refusals import DecreeAlreadyImported
from zonakita.modules.plans.views.answers import actor_of


@login_required
@require_POST
def confirm(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Create the plan of an intake and show it; a refusal leads back to the review."""
    actor = actor_of(request)
    version = request.POST.get("version", "")
    try:
        plan = confirm_intake(
            intake_id=intake_id, version=int(version) if version.isdecimal() else None, by=actor
        )
    except DecreeAlreadyImported as refusal:
        messages.warning(request, refusal.message)
        return redirect("plans:plan", refusal.plan.pk)
    except PlanRefusal as refusal:
        messages.error(request, refusal.message)
    except document_intake.ReviewChanged:
        messages.warning(
            request, _("Hasil tinjauan berubah sejak Anda membukanya. Periksa lagi, lalu tetapkan.")
        )
    except document_intake.ReviewClosed:
        messages.warning(request, _("Keputusan ini sudah ditetapkan menjadi rencana aksi."))
    else:
        messages.success(
            request, _("Rencana aksi ditetapkan. Langkah berikutnya: tugaskan pelaksana tiap baris.")
        )
        return redirect("plans:plan", plan.pk)
    return redirect("document_intake:review", intake_id)
