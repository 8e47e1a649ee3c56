"""Plans as an actor may see them."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan, Decree, PlanFinding, PlanItem
from zonakita.modules.plans.policies import rights_over


def plans_visible_to(actor: Person) -> QuerySet[ActionPlan]:
    """Every plan of the units in which the actor may view plans, with its unit and decree."""
    return ActionPlan.objects.filter(
        unit__in=access.unit_ids_with(actor, Permission.PLAN_VIEW)
    ).select_related("unit", "decree")


def plan_for(actor: Person, plan_id: int) -> ActionPlan:
    """One plan with its unit, decree and `rights`; 404 for a missing and a foreign one alike."""
    return _opened(actor, _PLANS.filter(pk=plan_id).first())


def item_for(actor: Person, item_id: int) -> PlanItem:
    """One item with its plan and rights; 404 for a missing and a foreign one alike."""
    item = (
        PlanItem.objects.filter(pk=item_id)
        .select_related("plan__unit", "plan__decree", "component__area", "edited_by")
        .defer("plan__decree__body_text", "plan__decree__warnings")
        .first()
    )
    _opened(actor, item.plan if item else None)
    assert item is not None  # noqa: S101 - narrows the type
    return item


def finding_for(actor: Person, finding_id: int) -> PlanFinding:
    """One finding with its plan; 404 for a missing and a foreign one alike."""
    finding = PlanFinding.objects.filter(pk=finding_id).select_related("plan__unit", "item").first()
    _opened(actor, finding.plan if finding else None)
    assert finding is not None  # noqa: S101 - narrows the type
    return finding


_PLANS = ActionPlan.objects.select_related("unit", "decree").defer("decree__body_text", "decree__warnings")


def _opened(actor: Person, plan: ActionPlan | None) -> ActionPlan:
    """The plan with the actor's `rights`: the one door to a plan, its items and its findings.

    Fetching by key and then asking for the rights in the unit costs a third of one query that does both:
    the database is fast, building nested SQL anew for every request is not.
    """
    rights = rights_over(actor, plan) if plan else None
    if plan is None or rights is None:
        raise Http404
    plan.rights = rights  # type: ignore[attr-defined]
    return plan


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
    is_revision = Q(year=plan.year, revision__lt=plan.revision)
    is_year_before = Q(year__lt=plan.year, superseded_at__isnull=True)
    same = ActionPlan.objects.filter(is_revision | is_year_before, unit_id=plan.unit_id, kind=plan.kind)
    return list(same.select_related("decree").order_by("-year", "-revision"))


def decree_with_file(unit_id: int, sha256: str) -> Decree | None:
    """The decree that this very file has already become in this unit."""
    return Decree.objects.filter(unit_id=unit_id, sha256=sha256).select_related("plan").first()


def open_finding_count(plan: ActionPlan) -> int:
    """How many findings wait for a decision."""
    return PlanFinding.objects.filter(plan=plan, state=PlanFinding.State.OPEN).count()
