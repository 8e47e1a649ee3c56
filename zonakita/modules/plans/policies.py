"""Named questions about who may do what with a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan, PlanItem

_ASKED = (
    Permission.PLAN_EDIT,
    Permission.PLAN_ASSIGN,
    Permission.FINDING_DECIDE,
    Permission.PLAN_EXPORT,
)


@dataclass(frozen=True, slots=True)
class PlanRights:
    """What a page offers to its reader; only the current revision can be changed."""

    may_edit: bool
    may_assign: bool
    may_decide: bool
    may_export: bool


def rights_annotations(actor: Person, unit: str) -> dict[str, ExpressionWrapper[Any]]:
    """Annotations that ask for the actor's rights in the query that fetches the row; `unit` leads to it."""
    return {
        f"has_{permission.value}": ExpressionWrapper(
            Q(**{f"{unit}__in": access.unit_ids_with(actor, permission)}), output_field=BooleanField()
        )
        for permission in _ASKED
    }


def rights_of(row: ActionPlan | PlanItem) -> PlanRights:
    """The rights over a plan or one of its rows, fetched with `rights_annotations`."""
    plan = row.plan if isinstance(row, PlanItem) else row
    edit, assign, decide, export = (bool(getattr(row, f"has_{permission.value}")) for permission in _ASKED)
    return PlanRights(
        may_edit=edit and plan.is_current,
        may_assign=assign and plan.is_current,
        may_decide=decide and plan.is_current,
        may_export=export,
    )
