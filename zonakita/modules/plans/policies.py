"""Named questions about who may do what with a plan."""

from __future__ import annotations

from dataclasses import dataclass

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan, PlanItem


@dataclass(frozen=True, slots=True)
class PlanRights:
    """What a page offers to its reader; only the current revision can be changed."""

    may_edit: bool
    may_assign: bool
    may_decide: bool
    may_export: bool


def rights_over(actor: Person, plan: ActionPlan) -> PlanRights | None:
    """What the actor may do with a plan, its unit loaded; None for somebody who may not even see it."""
    held = access.permissions_in(actor, plan.unit)
    if Permission.PLAN_VIEW not in held:
        return None
    return PlanRights(
        may_edit=Permission.PLAN_EDIT in held and plan.is_current,
        may_assign=Permission.PLAN_ASSIGN in held and plan.is_current,
        may_decide=Permission.FINDING_DECIDE in held and plan.is_current,
        may_export=Permission.PLAN_EXPORT in held,
    )


def rights_of(row: ActionPlan | PlanItem) -> PlanRights:
    """The rights over a plan or one of its rows, as `queries.plans` found them when it opened the door."""
    plan = row.plan if isinstance(row, PlanItem) else row
    rights: PlanRights = plan.rights  # type: ignore[attr-defined]
    return rights
