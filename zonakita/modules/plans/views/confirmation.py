"""Confirming a reviewed proposal: the last step of bringing a decree in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zonakita.modules.document_intake import interface as document_intake
from zonakita.modules.plans.actions import PlanRefusal, confirm_intake
from zonakita.modules.plans.actions.refusals import DecreeAlreadyImported
from zonakita.modules.plans.presenters.wording import decree_label
from zonakita.modules.plans.queries.revisions import plan_to_replace
from zonakita.modules.plans.views.answers import actor_of

if TYPE_CHECKING:
    from zonakita.modules.plans.models import ActionPlan


@login_required
@require_POST
def confirm(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Create the plan of an intake and show it; a refusal leads back to the review.

    Where it would take the place of a plan, the answer asks first: only `revise` lets it through.
    """
    actor = actor_of(request)
    given = request.POST.get("version", "")
    version = int(given) if given.isdecimal() else None
    try:
        replaced = None if "revise" in request.POST else plan_to_replace(actor, intake_id, version=version)
        if replaced is not None:
            return _ask_to_revise(request, replaced, intake_id)
        plan = confirm_intake(intake_id=intake_id, version=version, by=actor)
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


def _ask_to_revise(request: HttpRequest, replaced: ActionPlan, intake_id: int) -> HttpResponse:
    words = {
        "kind": replaced.get_kind_display(),
        "year": replaced.year,
        "unit": replaced.unit.name,
        "decree": decree_label(replaced),
        "revision": replaced.revision + 1,
    }
    context = {
        "title": _("Tetapkan sebagai revisi %(revision)d?") % words,
        "message": _(
            "Sudah ada rencana aksi %(kind)s %(year)s untuk %(unit)s (%(decree)s). Penetapan ini menjadi "
            "revisi %(revision)d; rencana lama tetap tersimpan, dan penugasan baris yang sama ikut pindah. "
            "Lanjutkan?"
        )
        % words,
        "action": request.path,
        "hidden": {"version": request.POST.get("version", ""), "revise": "1"},
        "label": _("Tetapkan sebagai revisi %(revision)d") % words,
        "cancel_url": f"{reverse('document_intake:review', args=[intake_id])}?bagian=tetapkan",
    }
    return render(request, "staff/confirm.html", context)
