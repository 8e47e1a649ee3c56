"""Rows of a plan as the table and the cards show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from zonakita.modules.plans.models import ActionPlan, PlanItem
from zonakita.modules.plans.presenters.wording import (
    UNNAMED,
    Badge,
    due_badge,
    item_title,
    months_label,
    severity_badge,
)
from zonakita.modules.plans.queries.rows import AreaNode


@dataclass(frozen=True, slots=True)
class FindingMark:
    """A finding in one line beside its row."""

    badge: Badge
    message: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the table."""

    id: int
    number: int
    url: str
    headline: str
    second: str
    requirements: tuple[str, ...]
    target: str
    months: str
    due: Badge | None
    who: tuple[str, ...]
    in_charge: str
    note: str
    findings: tuple[FindingMark, ...]
    is_edited: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The rows below one component; the headings are empty where the table is sorted otherwise."""

    area: str
    component: str
    anchor: str
    rows: tuple[RowView, ...]
    starts_area: bool


@dataclass(frozen=True, slots=True)
class TreeNode:
    """An area in the tree, with the components below it."""

    id: int
    label: str
    item_count: int
    url: str
    is_chosen: bool
    components: tuple[tuple[str, str, int], ...]


def row_view(item: PlanItem, plan: ActionPlan, today: date) -> RowView:
    """One row, from an item as `queries.rows.rows_of` loads it."""
    targets = list(item.targets.all())
    findings = getattr(item, "open_findings", ())
    is_rb = plan.kind == ActionPlan.Kind.RB
    first, second = (item.action, item.indicator) if is_rb else (item.indicator, item.action)
    return RowView(
        id=item.pk,
        number=item.order,
        url=reverse("plans:item", args=[item.pk]),
        headline=first or second or item_title(item),
        second=second if first else "",
        requirements=tuple(requirement.text for requirement in item.requirements.all()),
        target=item.target_text,
        months=months_label(targets, plan.year),
        due=due_badge(targets, today),
        who=tuple(_who(item)),
        in_charge=item.person_in_charge,
        note=item.note,
        findings=tuple(FindingMark(severity_badge(found.severity), found.message) for found in findings),
        is_edited=item.edited_at is not None,
    )


def sections(items: Sequence[PlanItem], plan: ActionPlan, today: date, *, is_grouped: bool) -> list[Section]:
    """The rows under their headings in the plan's order, or all in one section."""
    if not is_grouped:
        return (
            [Section("", "", "", tuple(row_view(item, plan, today) for item in items), False)]
            if items
            else []
        )
    groups: list[list[PlanItem]] = []
    for item in items:
        if groups and groups[-1][0].component_id == item.component_id:
            groups[-1].append(item)
        else:
            groups.append([item])
    result: list[Section] = []
    area_id = None
    for group in groups:
        component = group[0].component
        result.append(
            Section(
                area=str(component.area),
                component=str(component),
                anchor=component_anchor(component.pk),
                rows=tuple(row_view(item, plan, today) for item in group),
                starts_area=component.area_id != area_id,
            )
        )
        area_id = component.area_id
    return result


def tree(nodes: Sequence[AreaNode], plan_url: str, chosen: int | None) -> list[TreeNode]:
    """The areas for the side of the table."""
    return [
        TreeNode(
            id=node.area.pk,
            label=str(node.area) or UNNAMED,
            item_count=node.item_count,
            url=f"{plan_url}?area={node.area.pk}",
            is_chosen=node.area.pk == chosen,
            components=tuple(
                (str(part) or UNNAMED, f"{plan_url}?area={node.area.pk}#{component_anchor(part.pk)}", number)
                for part, number in node.components
            ),
        )
        for node in nodes
    ]


def component_anchor(component_id: int) -> str:
    """Where on the page a component begins."""
    return f"komponen-{component_id}"


def _who(item: PlanItem) -> list[str]:
    return [
        assignment.team or (assignment.person.full_name if assignment.person else "")
        for assignment in item.assignments.all()
    ]
