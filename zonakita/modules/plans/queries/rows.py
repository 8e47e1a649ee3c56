"""The rows of one plan for tables, calendar, exports and comparison, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Min, Prefetch, Q, QuerySet

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


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What the operator asked the table for; an empty value does not narrow.

    `who` is "person:<id>", "team:<name>" or "none"; `finding` is "any", "error", "warning" or "hint";
    `sort` is "", "due", "-due" or "findings".
    """

    text: str = ""
    area_id: int | None = None
    month: int | None = None
    who: str = ""
    finding: str = ""
    sort: str = ""

    @property
    def is_active(self) -> bool:
        """Whether any value narrows the table."""
        return bool(self.text or self.area_id or self.month or self.who or self.finding)


def rows_of(plan: ActionPlan, wanted: RowFilter | None = None) -> list[PlanItem]:
    """The plan's items with component, area, targets, requirements, assignments and open findings loaded."""
    wanted = wanted or RowFilter()
    items = _narrow(PlanItem.objects.filter(plan=plan), wanted).select_related("component__area")
    rows = list(_sorted(items, wanted.sort).prefetch_related(*_ROW_PARTS))
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


def _narrow(items: QuerySet[PlanItem], wanted: RowFilter) -> QuerySet[PlanItem]:
    if wanted.text:
        fields = ("indicator", "action", "evidence_text", "note", "component__title")
        match = Q()
        for field in fields:
            match |= Q(**{f"{field}__icontains": wanted.text})
        items = items.filter(match)
    if wanted.area_id:
        items = items.filter(component__area_id=wanted.area_id)
    if wanted.month:
        items = items.filter(pk__in=Target.objects.filter(month=wanted.month).values("item_id"))
    return _narrow_finding(_narrow_who(items, wanted.who), wanted.finding)


def _narrow_who(items: QuerySet[PlanItem], who: str) -> QuerySet[PlanItem]:
    kind, _, value = who.partition(":")
    if kind == "none":
        return items.filter(assignments__isnull=True)
    if kind == "person" and value.isdecimal():
        return items.filter(pk__in=ItemAssignment.objects.filter(person_id=int(value)).values("item_id"))
    if kind == "team" and value:
        return items.filter(pk__in=ItemAssignment.objects.filter(team=value).values("item_id"))
    return items


def _narrow_finding(items: QuerySet[PlanItem], finding: str) -> QuerySet[PlanItem]:
    if not finding:
        return items
    open_findings = PlanFinding.objects.filter(state=PlanFinding.State.OPEN, item__isnull=False)
    if finding != "any":
        open_findings = open_findings.filter(severity=finding)
    return items.filter(pk__in=open_findings.values("item_id"))


def _sorted(items: QuerySet[PlanItem], sort: str) -> QuerySet[PlanItem]:
    if sort in {"due", "-due"}:
        items = items.annotate(first_due=Min("targets__month"))
        return items.order_by("first_due" if sort == "due" else "-first_due", "order")
    if sort == "findings":
        found = Count("findings", filter=Q(findings__state="open"), distinct=True)
        return items.annotate(found=found).order_by("-found", "order")
    return items.order_by("order")


@dataclass(frozen=True, slots=True)
class AreaNode:
    """An area in the tree: its components with the number of their items."""

    area: PlanArea
    components: tuple[tuple[PlanComponent, int], ...]

    @property
    def item_count(self) -> int:
        """How many items the area has."""
        return sum(number for _component, number in self.components)


def tree_of(plan: ActionPlan) -> list[AreaNode]:
    """The plan's areas with their components, in one query."""
    components = (
        PlanComponent.objects.filter(area__plan=plan)
        .select_related("area")
        .annotate(item_count=Count("items"))
        .order_by("area__order", "order")
    )
    grouped: dict[int, tuple[PlanArea, list[tuple[PlanComponent, int]]]] = {}
    for component in components:
        grouped.setdefault(component.area_id, (component.area, []))[1].append(
            (component, component.item_count)
        )
    return [AreaNode(area, tuple(parts)) for area, parts in grouped.values()]


def areas_of(plan: ActionPlan) -> list[PlanArea]:
    """The plan's areas with their components loaded."""
    components = PlanComponent.objects.order_by("order")
    areas = PlanArea.objects.filter(plan=plan).order_by("order")
    return list(areas.prefetch_related(Prefetch("components", queryset=components)))


def people_and_teams_of(plan: ActionPlan) -> tuple[list[tuple[int, str]], list[str]]:
    """Who already does something in this plan: persons (id, name) and team names."""
    assigned = ItemAssignment.objects.filter(item__plan=plan).order_by("person__full_name", "team")
    people: dict[int, str] = {}
    teams: list[str] = []
    for person_id, name, team in assigned.values_list("person_id", "person__full_name", "team").distinct():
        if person_id is None:
            teams.append(team)
        else:
            people[person_id] = str(name)
    return list(people.items()), teams


def assignable_people(plan: ActionPlan) -> QuerySet[Person]:
    """Active people of the plan's own unit, by name."""
    return Person.objects.filter(unit_id=plan.unit_id, is_active=True).order_by("full_name")


def ids_of_items(plan: ActionPlan, item_ids: Iterable[int]) -> list[int]:
    """Those of the ids that are items of this plan."""
    return list(PlanItem.objects.filter(plan=plan, pk__in=list(item_ids)).values_list("pk", flat=True))
