"""The rows of one plan, whole, for exports and the checker; and who can be given some of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import (
    ActionPlan,
    EvidenceRequirement,
    ItemAssignment,
    PlanArea,
    PlanComponent,
    PlanFinding,
    PlanItem,
    Target,
)


def rows_of(plan: ActionPlan) -> list[PlanItem]:
    """All items of a plan with component, area, targets, requirements, assignments and open findings."""
    items = PlanItem.objects.filter(plan=plan).select_related("component__area").order_by("order")
    rows = list(items.prefetch_related(*_ROW_PARTS))
    for row in rows:
        row.plan = plan
    return rows


_ROW_PARTS: tuple[Prefetch[str], ...] = (
    Prefetch("targets", queryset=Target.objects.order_by("year", "month")),
    Prefetch("requirements", queryset=EvidenceRequirement.objects.order_by("order")),
    Prefetch("assignments", queryset=ItemAssignment.objects.select_related("person").order_by("id")),
    Prefetch(
        "findings",
        queryset=PlanFinding.objects.filter(state=PlanFinding.State.OPEN).order_by("order"),
        to_attr="open_findings",
    ),
)


def areas_of(plan: ActionPlan) -> list[PlanArea]:
    """The plan's areas with their components loaded."""
    components = PlanComponent.objects.order_by("order")
    areas = PlanArea.objects.filter(plan=plan).order_by("order")
    return list(areas.prefetch_related(Prefetch("components", queryset=components)))


def assignable_people(plan: ActionPlan) -> QuerySet[Person]:
    """Active people of the plan's own unit, by name."""
    return Person.objects.filter(unit_id=plan.unit_id, is_active=True).order_by("full_name")


def people_to_assign(plan: ActionPlan) -> list[tuple[int, str]]:
    """Active people of the plan's own unit (id, name), by name."""
    return list(assignable_people(plan).values_list("pk", "full_name"))


def ids_of_items(plan: ActionPlan, item_ids: Iterable[int]) -> list[int]:
    """Those of the ids that are items of this plan."""
    return list(PlanItem.objects.filter(plan=plan, pk__in=list(item_ids)).values_list("pk", flat=True))
