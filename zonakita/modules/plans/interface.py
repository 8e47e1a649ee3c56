"""What other parts may use of plans: the sections of the home page."""

from __future__ import annotations

from django.utils import timezone

from zonakita.foundation.people.models import Person
from zonakita.modules.plans.presenters.plans import PlanCard, plan_card
from zonakita.modules.plans.presenters.work import WorkRow, work_rows
from zonakita.modules.plans.queries import below
from zonakita.modules.plans.queries.plans import plan_list
from zonakita.modules.plans.queries.work import work_of

__all__ = ["PlanCard", "WorkRow", "current_plans", "plans_below", "work_due"]


def current_plans(actor: Person, unit_id: int, *, limit: int = 4) -> list[PlanCard]:
    """The newest current plans of a unit, as far as the actor may see them."""
    return [plan_card(plan) for plan in plan_list(actor, unit_id=unit_id)[:limit]]


def plans_below(actor: Person, *, besides_unit_id: int, limit: int = 10) -> tuple[list[PlanCard], int]:
    """The current plans of units below the actor's own that need most care, and how many there are in all."""
    plans, total = below.plans_below(actor, besides_unit_id=besides_unit_id, limit=limit)
    return [plan_card(plan) for plan in plans], total


def work_due(person: Person, *, limit: int = 8) -> tuple[list[WorkRow], int]:
    """The person's rows that are due next, and how many there are in all."""
    today = timezone.localdate()
    work = work_of(person, today)
    return work_rows(work[:limit], today), len(work)
