"""Locking a plan before anything in it is decided."""

from __future__ import annotations

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions.refusals import PlanSuperseded
from zonakita.modules.plans.models import ActionPlan


def locked_plan(plan_id: int, permission: Permission, *, by: Person) -> ActionPlan:
    """The plan, locked until the transaction ends, after asking whether the actor may change it.

    Raises: PermissionDenied, PlanSuperseded.
    """
    unit_id = ActionPlan.objects.values_list("unit_id", flat=True).get(pk=plan_id)
    access.require(by, permission, unit_id=unit_id)
    ActionPlan.objects.select_for_update().get(pk=plan_id)
    plan = ActionPlan.objects.select_related("unit", "decree").get(pk=plan_id)
    if not plan.is_current:
        raise PlanSuperseded
    return plan
