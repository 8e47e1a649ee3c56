"""Turning a reviewed intake into a plan."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from zonakita.foundation.files.models import StoredFile
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake import interface as document_intake
from zonakita.modules.plans.actions.create_plan import create_plan
from zonakita.modules.plans.models import ActionPlan


@transaction.atomic
def confirm_intake(*, intake_id: int, version: int | None = None, by: Person) -> ActionPlan:
    """Create the plan and close the intake together.

    Raises: as `create_plan`, and as `document_intake.reviewed_proposal`.
    """
    reviewed = document_intake.reviewed_proposal(by, intake_id, version=version)
    plan = create_plan(
        proposal=reviewed.proposal,
        unit=Unit.objects.get(pk=reviewed.unit_id),
        decree_file=StoredFile.objects.get(pk=reviewed.stored_file_id),
        intake_id=reviewed.intake_id,
        by=by,
    )
    document_intake.mark_confirmed(
        intake_id=intake_id,
        plan_label=_("Rencana aksi %(kind)s %(year)s") % {"kind": plan.kind, "year": plan.year},
        plan_url=reverse("plans:plan", args=[plan.pk]),
        by=by,
    )
    return plan
