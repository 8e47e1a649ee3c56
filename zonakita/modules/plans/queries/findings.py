"""Findings of a plan."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, IntegerField, QuerySet, Value, When

from zonakita.modules.plans.models import ActionPlan, PlanFinding


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What the findings page shows; `state` "" is everything."""

    severity: str = ""
    code: str = ""
    state: str = "open"


def findings_of(plan: ActionPlan, wanted: FindingFilter) -> QuerySet[PlanFinding]:
    """Findings with their rows, the gravest first, then in the plan's order."""
    found = PlanFinding.objects.filter(plan=plan)
    if wanted.severity:
        found = found.filter(severity=wanted.severity)
    if wanted.code:
        found = found.filter(code=wanted.code)
    if wanted.state:
        found = found.filter(state=wanted.state)
    weight = Case(
        When(severity="error", then=Value(0)),
        When(severity="warning", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return found.select_related("decided_by").order_by(weight, "code", "order")


def counts_of(plan: ActionPlan) -> dict[tuple[str, str, str], int]:
    """How many findings there are for each (state, severity, code)."""
    counted: dict[tuple[str, str, str], int] = {}
    keys = PlanFinding.objects.filter(plan=plan).order_by().values_list("state", "severity", "code")
    for key in keys:
        counted[key] = counted.get(key, 0) + 1
    return counted
