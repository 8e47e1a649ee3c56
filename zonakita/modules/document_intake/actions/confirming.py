"""Closing an intake once its plan exists."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.actions.reviewing import ReviewClosed
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.rules.states import IntakeState


@transaction.atomic
def mark_confirmed(*, intake_id: int, plan_label: str, plan_url: str = "", by: Person) -> Intake:
    """Note that a plan was made of the reviewed proposal; call it in the transaction that makes the plan.

    Raises: ReviewClosed where it became a plan before, or was cancelled.
    """
    intake = Intake.objects.select_for_update(of=("self",)).select_related("unit").get(pk=intake_id)
    access.require(by, Permission.PLAN_CONFIRM, unit_id=intake.unit_id)
    if not intake.is_open:
        raise ReviewClosed(intake)
    intake.state = IntakeState.CONFIRMED.value
    intake.confirmed_at, intake.confirmed_by = timezone.now(), by
    intake.plan_label, intake.plan_url = plan_label[:200], plan_url
    intake.save(update_fields=["state", "confirmed_at", "confirmed_by", "plan_label", "plan_url"])
    audit.record(
        "document_intake.intake_confirmed",
        actor=by,
        target=intake,
        unit_code=intake.unit.code,
        details={"plan": intake.plan_label},
    )
    return intake
