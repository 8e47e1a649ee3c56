"""A plan beside an earlier one."""

from __future__ import annotations

from zonakita.modules.plans.models import ActionPlan, PlanItem, Target
from zonakita.modules.plans.rules.differences import ComparedRow, PlanDifference, compare_plans


def comparison_of(earlier: ActionPlan, plan: ActionPlan) -> PlanDifference:
    """What changed from the earlier plan to this one; each row's key is its item's id."""
    return compare_plans(_rows(earlier), _rows(plan))


def _rows(plan: ActionPlan) -> list[ComparedRow]:
    items = PlanItem.objects.filter(plan=plan).select_related("component__area").order_by("order")
    months: dict[int, list[int]] = {}
    for item_id, month in (
        Target.objects.filter(item__plan=plan).order_by("month").values_list("item_id", "month")
    ):
        months.setdefault(item_id, []).append(month)
    return [
        ComparedRow(
            key=item.pk,
            area=str(item.component.area),
            component=str(item.component),
            indicator=item.indicator,
            action=item.action,
            evidence=item.evidence_text,
            months=tuple(months.get(item.pk, ())),
        )
        for item in items
    ]
