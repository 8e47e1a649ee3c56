"""Asking what unclear columns mean."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.modules.document_intake import queries
from zonakita.modules.document_intake.actions.reading import ColumnsNotAsked, answer_columns
from zonakita.modules.document_intake.forms.upload import ColumnsForm
from zonakita.modules.document_intake.presenters.intakes import steps_of, trail
from zonakita.modules.document_intake.rules.states import IntakeState
from zonakita.modules.document_intake.views.visitor import person_of


@login_required
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Show each unclear column with its samples and the reader's guess; the answers are remembered."""
    intake = queries.intake_for(request.user, intake_id)
    access.require(request.user, Permission.DECREE_REVIEW, unit_id=intake.unit_id)
    if intake.state != IntakeState.TO_MAP:
        return redirect("document_intake:intake", intake_id)
    questions = queries.questions_of(intake)
    form = ColumnsForm(request.POST or None, questions=questions)
    if request.method == "POST" and form.is_valid():
        try:
            answer_columns(intake=intake, roles=form.roles(), by=person_of(request))
        except ColumnsNotAsked:
            messages.info(request, _("Kolom keputusan ini sudah dicocokkan."))
        return redirect("document_intake:intake", intake_id)
    steps, at = steps_of(intake)
    context = {
        "intake": intake,
        "form": form,
        "columns": [(form[f"column-{index}"], question.samples) for index, question in enumerate(questions)],
        "steps": steps,
        "at": at,
        "breadcrumb": trail(intake, page=_("Cocokkan kolom")),
    }
    return render(request, "document_intake/columns.html", context, status=422 if form.errors else 200)
