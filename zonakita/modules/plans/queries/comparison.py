"""A plan beside an earlier one."""

from __future__ import annotations

from zonakita.modules.plans.models import ActionPlan, PlanItem, Target
from zonakita.modules.plans.queries.row_pages import headings_of
from zonakita.modules.plans.rules.differences import ComparedRow, PlanDifference, compare_plans


def comparison_of(earlier: ActionPlan, plan: ActionPlan) -> PlanDifference:
    """What changed from the earlier plan to this one; each row's key is its item's id."""
    return compare_plans(_rows(earlier), _rows(plan))


def _rows(plan: ActionPlan) -> list[ComparedRow]:
    headings = headings_of(plan)
    months: dict[int, list[int]] = {}
    for item_id, month in (
        Target.objects.filter(item__plan=plan).order_by("month").values_list("item_id", "month")
    ):
        months.setdefault(item_id, []).append(month)
    fields = ("pk", "component_id", "indicator", "action", "evidence_text")
    return [
        ComparedRow(
            key=pk,
            area=headings.components[component_id].area_label,
            component=headings.components[component_id].label,
            indicator=indicator,
            action=action,
            evidence=evidence,
            months=tuple(months.get(pk, ())),
        )
        for pk, component_id, indicator, action, evidence in PlanItem.objects.filter(plan=plan)
        .order_by("order")
        .values_list(*fields)
    ]
