"""What the pages of a plan show of its rows, as plain values, only for the rows on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from zonakita.modules.plans.models import (
    ActionPlan,
    EvidenceRequirement,
    ItemAssignment,
    PlanComponent,
    PlanFinding,
    PlanItem,
    Target,
)
from zonakita.modules.plans.rules.schedule import DuePeriod

Value = TypeVar("Value")


class RowText(NamedTuple):
    """The cells of one item."""

    id: int
    order: int
    component_id: int
    indicator: str
    action: str
    evidence_text: str
    target_text: str
    note: str
    person_in_charge: str


class ComponentHeading(NamedTuple):
    """A component's words and those of its area."""

    label: str
    area_id: int
    area_label: str


@dataclass(frozen=True, slots=True)
class Headings:
    """The areas of a plan (id, words) in its order, and its components by id."""

    areas: tuple[tuple[int, str], ...]
    components: Mapping[int, ComponentHeading]

    def area_of(self, component_id: int) -> int:
        """The area of a component."""
        return self.components[component_id].area_id


class Assigned(NamedTuple):
    """That a person or a team does an item; one of both is empty."""

    item_id: int
    person_id: int | None
    full_name: str | None
    team: str

    @property
    def name(self) -> str:
        """Who it is."""
        return self.team or self.full_name or ""


class OpenFinding(NamedTuple):
    """A finding that waits for a decision; `item_id` is None where it concerns the decree."""

    item_id: int | None
    severity: str
    message: str


def headings_of(*plans: ActionPlan) -> Headings:
    """The areas and components of a plan, or of several that are compared."""
    found = (
        PlanComponent.objects.filter(area__plan__in=[plan.pk for plan in plans])
        .order_by("area__order", "order")
        .values_list("pk", "number", "title", "area_id", "area__number", "area__title")
    )
    components = {
        pk: ComponentHeading(f"{number} {title}".strip(), area_id, f"{area_number} {area_title}".strip())
        for pk, number, title, area_id, area_number, area_title in found
    }
    areas = {heading.area_id: heading.area_label for heading in components.values()}
    return Headings(tuple(areas.items()), components)


def row_texts(item_ids: Sequence[int]) -> list[RowText]:
    """The cells of these items, in the order of the ids."""
    found = PlanItem.objects.filter(pk__in=item_ids).order_by().values_list(*RowText._fields)
    by_id = {values[0]: RowText._make(values) for values in found}
    return [by_id[item_id] for item_id in item_ids]


def due_periods_of(plan: ActionPlan) -> dict[int, list[DuePeriod]]:
    """The due periods of all items of a plan, by item."""
    return _due_periods(
        Target.objects.filter(item__plan=plan).values_list("item_id", "year", "month", "week")
    )


def due_periods_among(item_ids: Sequence[int]) -> dict[int, list[DuePeriod]]:
    """The due periods of these items, by item."""
    found = Target.objects.filter(item__in=item_ids)
    return _due_periods(found.values_list("item_id", "year", "month", "week"))


def requirements_among(item_ids: Sequence[int]) -> dict[int, list[str]]:
    """What the evidence cells of these items name, by item."""
    found = EvidenceRequirement.objects.filter(item__in=item_ids).order_by("item_id", "order")
    return _grouped(found.values_list("item_id", "text"))


def assignments_in(plan: ActionPlan) -> list[Assigned]:
    """Who does what in a plan."""
    found = ItemAssignment.objects.filter(item__plan=plan).order_by("pk")
    return [
        Assigned._make(values)
        for values in found.values_list("item_id", "person_id", "person__full_name", "team")
    ]


def doers_by_item(assigned: Iterable[Assigned]) -> dict[int, list[str]]:
    """Names of people and teams by item."""
    return _grouped((one.item_id, one.name) for one in assigned)


def people_among(assigned: Iterable[Assigned]) -> list[tuple[int, str]]:
    """Each assigned person once (id, name), by name."""
    names = {one.person_id: one.name for one in assigned if one.person_id is not None}
    return sorted(names.items(), key=lambda person: person[1].casefold())


def teams_among(assigned: Iterable[Assigned]) -> list[str]:
    """Each assigned team once, by name."""
    return sorted({one.team for one in assigned if one.team}, key=str.casefold)


def open_findings_in(plan: ActionPlan) -> list[OpenFinding]:
    """All findings of a plan that wait for a decision, in the plan's order."""
    found = PlanFinding.objects.filter(plan=plan, state=PlanFinding.State.OPEN).order_by("order")
    return [OpenFinding._make(values) for values in found.values_list(*OpenFinding._fields)]


def _due_periods(found: Iterable[tuple[int, int, int, int | None]]) -> dict[int, list[DuePeriod]]:
    grouped = _grouped((item_id, (year, month, week or 0)) for item_id, year, month, week in found)
    return {
        item_id: [DuePeriod(year, month, week or None) for year, month, week in sorted(periods)]
        for item_id, periods in grouped.items()
    }


def _grouped(pairs: Iterable[tuple[int, Value]]) -> dict[int, list[Value]]:
    grouped: dict[int, list[Value]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return grouped
