"""A plan beside an earlier one."""

from __future__ import annotations

from zonakita.modules.plans.models import ActionPlan, PlanItem, Target
from zonakita.modules.plans.queries.row_pages import headings_of
from zonakita.modules.plans.rules.differences import ComparedRow, PlanDifference, compare_plans


def comparison_of(earlier: ActionPlan, plan: ActionPlan) -> PlanDifference:
    """What changed from the earlier plan to this one; each row's key is its item's id."""
    months: dict[int, list[int]] = {}
    targets = Target.objects.filter(item__plan__in=[earlier.pk, plan.pk]).order_by("month")
    for item_id, month in targets.values_list("item_id", "month"):
        months.setdefault(item_id, []).append(month)
    rows: dict[int, list[ComparedRow]] = {earlier.pk: [], plan.pk: []}
    components = headings_of(earlier, plan).components
    fields = ("plan_id", "pk", "component_id", "indicator", "action", "evidence_text")
    items = PlanItem.objects.filter(plan__in=list(rows)).order_by("order").values_list(*fields)
    for plan_id, pk, component_id, indicator, action, evidence in items:
        rows[plan_id].append(
            ComparedRow(
                key=pk,
                area=components[component_id].area_label,
                component=components[component_id].label,
                indicator=indicator,
                action=action,
                evidence=evidence,
                months=tuple(months.get(pk, ())),
            )
        )
    return compare_plans(rows[earlier.pk], rows[plan.pk])
