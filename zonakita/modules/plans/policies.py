"""Named questions about who may do what with a plan."""

from __future__ import annotations

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan


def may_edit(actor: Person, plan: ActionPlan) -> bool:
    """Only the current revision can be changed; an earlier one is the record of what was decided."""
    return plan.is_current and access.may(actor, Permission.PLAN_EDIT, unit_id=plan.unit_id)


def may_assign(actor: Person, plan: ActionPlan) -> bool:
    """Whether the actor may give items of this plan to people and teams."""
    return plan.is_current and access.may(actor, Permission.PLAN_ASSIGN, unit_id=plan.unit_id)


def may_decide_findings(actor: Person, plan: ActionPlan) -> bool:
    """Whether the actor may accept or reopen what the checker found."""
    return plan.is_current and access.may(actor, Permission.FINDING_DECIDE, unit_id=plan.unit_id)


def may_export(actor: Person, plan: ActionPlan) -> bool:
    """Whether the actor may take the plan out as a file."""
    return access.may(actor, Permission.PLAN_EXPORT, unit_id=plan.unit_id)
