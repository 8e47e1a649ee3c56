"""Which rows of a plan somebody asked for, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Count, Min, Q, QuerySet

from zonakita.modules.plans.models import ActionPlan, ItemAssignment, PlanFinding, PlanItem, Target


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
        """Whether any value beside the area narrows the table."""
        return bool(self.text or self.month or self.who or self.finding)

    @property
    def of_all_areas(self) -> RowFilter:
        """The same wish over the whole plan."""
        return replace(self, area_id=None)


def rows_matching(plan: ActionPlan, wanted: RowFilter) -> list[tuple[int, int]]:
    """Keys of the matching items with the keys of their components, in the order that was asked for."""
    items = _narrow(PlanItem.objects.filter(plan=plan), wanted)
    return list(_sorted(items, wanted.sort).values_list("pk", "component_id"))


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
