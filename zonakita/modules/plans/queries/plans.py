"""Plans as an actor may see them."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan, Decree, PlanFinding, PlanItem
from zonakita.modules.plans.policies import rights_annotations


def plans_visible_to(actor: Person) -> QuerySet[ActionPlan]:
    """Every plan of the units in which the actor may view plans, with its unit and decree."""
    return ActionPlan.objects.filter(
        unit__in=access.unit_ids_with(actor, Permission.PLAN_VIEW)
    ).select_related("unit", "decree")


def plan_for(actor: Person, plan_id: int) -> ActionPlan:
    """One plan with its rights and `open_finding_count`; 404 for a missing and a foreign one alike."""
    plan = (
        plans_visible_to(actor)
        .filter(pk=plan_id)
        .annotate(
            open_finding_count=Count("findings", filter=Q(findings__state="open")),
            **rights_annotations(actor, "unit"),
        )
        .first()
    )
    if plan is None:
        raise Http404
    return plan


def item_for(actor: Person, item_id: int) -> PlanItem:
    """One item with its plan and rights; 404 for a missing and a foreign one alike."""
    item = (
        PlanItem.objects.filter(plan__in=plans_visible_to(actor), pk=item_id)
        .select_related("plan__unit", "plan__decree", "component__area", "edited_by")
        .annotate(**rights_annotations(actor, "plan__unit"))
        .first()
    )
    if item is None:
        raise Http404
    return item


def finding_for(actor: Person, finding_id: int) -> PlanFinding:
    """One finding with its plan; 404 for a missing and a foreign one alike."""
    finding = (
        PlanFinding.objects.filter(plan__in=plans_visible_to(actor), pk=finding_id)
        .select_related("plan__unit", "item")
        .first()
    )
    if finding is None:
        raise Http404
    return finding


def plan_list(
    actor: Person,
    *,
    unit_id: int | None = None,
    year: int | None = None,
    kind: str = "",
    only_current: bool = True,
) -> QuerySet[ActionPlan]:
    """Plans with `item_count`, `unassigned_count` and `open_finding_count`, the newest year first."""
    plans = plans_visible_to(actor)
    if unit_id:
        plans = plans.filter(unit_id=unit_id)
    if year:
        plans = plans.filter(year=year)
    if kind:
        plans = plans.filter(kind=kind)
    if only_current:
        plans = plans.filter(superseded_at__isnull=True)
    return plans.annotate(
        item_count=Count("items", distinct=True),
        unassigned_count=Count("items", filter=Q(items__assignments__isnull=True), distinct=True),
        open_finding_count=Count("findings", filter=Q(findings__state="open"), distinct=True),
    ).order_by("-year", "unit__name", "kind", "-revision")


def list_choices(actor: Person) -> tuple[list[tuple[int, str]], list[int]]:
    """The units and years that the actor's plans have, for the filters of the list page."""
    plans = plans_visible_to(actor)
    units = list(plans.order_by("unit__name").values_list("unit_id", "unit__name").distinct())
    years = list(plans.order_by("-year").values_list("year", flat=True).distinct())
    return units, years


def earlier_plans(plan: ActionPlan) -> list[ActionPlan]:
    """What a plan can be compared with: earlier revisions, then plans of earlier years, the nearest first."""
    candidates = ActionPlan.objects.filter(unit_id=plan.unit_id, kind=plan.kind).select_related(
        "decree", "unit"
    )
    revisions = candidates.filter(year=plan.year, revision__lt=plan.revision).order_by("-revision")
    years = candidates.filter(year__lt=plan.year, superseded_at__isnull=True).order_by("-year")
    return [*revisions, *years]


def decree_with_file(unit_id: int, sha256: str) -> Decree | None:
    """The decree that this very file has already become in this unit."""
    return Decree.objects.filter(unit_id=unit_id, sha256=sha256).select_related("plan").first()


def open_finding_count(plan: ActionPlan) -> int:
    """How many findings wait for a decision, as `plan_for` counted them."""
    return int(getattr(plan, "open_finding_count", 0))
