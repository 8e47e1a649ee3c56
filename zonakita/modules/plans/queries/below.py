"""The plans of the units below, for those whose role reaches there."""

from __future__ import annotations

from django.db.models import Count, Exists, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan, PlanFinding, PlanItem


def plans_below(actor: Person, *, besides_unit_id: int, limit: int) -> tuple[list[ActionPlan], int]:
    """The current plans that need most care, with the counts of `plan_list`, and how many there are in all.

    The newest year comes first, within it the plans with most open findings, then those with rows that
    nobody is charged with. Rows are counted for the plans that are returned alone.
    """
    units = access.unit_ids_below_with(actor, Permission.PLAN_VIEW)
    plans = ActionPlan.objects.filter(unit__in=units, superseded_at__isnull=True).exclude(
        unit_id=besides_unit_id
    )
    unassigned = PlanItem.objects.filter(plan=OuterRef("pk"), assignments__isnull=True)
    open_findings = PlanFinding.objects.filter(plan=OuterRef("pk"), state=PlanFinding.State.OPEN)
    ranked = plans.annotate(
        open_finding_count=_number_of(open_findings), is_unassigned=Exists(unassigned)
    ).order_by("-year", "-open_finding_count", "-is_unassigned", "unit__name", "pk")
    keys = list(ranked.values_list("pk", flat=True)[:limit])
    if not keys:
        return [], 0
    counted = ActionPlan.objects.filter(pk__in=keys).annotate(
        item_count=_number_of(PlanItem.objects.filter(plan=OuterRef("pk"))),
        unassigned_count=_number_of(unassigned),
        open_finding_count=_number_of(open_findings),
    )
    by_key = {
        plan.pk: plan
        for plan in counted.select_related("unit", "decree").defer("decree__body_text", "decree__warnings")
    }
    return [by_key[key] for key in keys], plans.count()


def _number_of(rows: QuerySet[PlanItem] | QuerySet[PlanFinding]) -> Coalesce:
    """How many rows a subquery finds for each plan; joins would multiply items by findings."""
    counted = rows.order_by().values(owner=F("plan")).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
