"""Deciding which question of the LKE an item answers."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from zonakita.foundation.access.interface import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions.lock import locked_plan
from zonakita.modules.plans.actions.refusals import QuestionUnknown
from zonakita.modules.plans.models import ItemQuestion, PlanItem
from zonakita.modules.plans.queries.matches import question_or_sub_area


@transaction.atomic
def confirm_match(*, match: ItemQuestion, by: Person) -> ItemQuestion:
    """Say that a suggested match is right; a second time changes nothing.

    Raises: PlanSuperseded.
    """
    plan = locked_plan(match.item.plan_id, Permission.PLAN_EDIT, by=by)
    match = ItemQuestion.objects.select_for_update().get(pk=match.pk)
    if match.state != ItemQuestion.State.CONFIRMED:
        _decide(match, ItemQuestion.State.CONFIRMED, by=by)
        details = {"code": str(match)}
        audit.record(
            "plans.match_confirmed", actor=by, target=match.item, unit_code=plan.unit.code, details=details
        )
    return match


@transaction.atomic
def correct_match(*, item: PlanItem, code: str, by: Person) -> ItemQuestion:
    """Give an item the sub-area or question of this code in place of what it had.

    Raises: QuestionUnknown, PlanSuperseded.
    """
    plan = locked_plan(item.plan_id, Permission.PLAN_EDIT, by=by)
    found = question_or_sub_area(code)
    if found is None:
        raise QuestionUnknown
    sub_area, question = found
    before = []
    for match in ItemQuestion.objects.select_for_update().filter(item=item):
        if match.state != ItemQuestion.State.REJECTED:
            before.append(str(match))
            _decide(match, ItemQuestion.State.REJECTED, by=by)
    chosen, _created = ItemQuestion.objects.update_or_create(
        item=item,
        sub_area_code=sub_area.code,
        question_code=question.code if question else "",
        defaults={
            "score": Decimal(1),
            "state": ItemQuestion.State.CONFIRMED,
            "decided_at": timezone.now(),
            "decided_by": by,
        },
    )
    details = {"before": before, "after": str(chosen)}
    audit.record("plans.match_corrected", actor=by, target=item, unit_code=plan.unit.code, details=details)
    return chosen


def _decide(match: ItemQuestion, state: ItemQuestion.State, *, by: Person) -> None:
    match.state, match.decided_at, match.decided_by = state, timezone.now(), by
    match.save(update_fields=["state", "decided_at", "decided_by"])
