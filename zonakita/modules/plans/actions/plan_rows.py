"""Writing the tree of a proposal as rows, in one insert for each table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from zonakita.modules.document_intake.interface import Cell, DecreeProposal, Place, PlanRow
from zonakita.modules.plans.models import (
    ActionPlan,
    EvidenceRequirement,
    PlanArea,
    PlanComponent,
    PlanItem,
    Target,
)
from zonakita.modules.plans.rules.evidence import split_evidence
from zonakita.modules.plans.rules.schedule import due_periods

Path = tuple[int, ...]
"""(area index, component index, row index) in the proposal."""


def write_rows(plan: ActionPlan, proposal: DecreeProposal) -> dict[Path, PlanItem]:
    """Insert areas, components, items, targets and requirements; give the items by their path."""
    areas = PlanArea.objects.bulk_create(
        PlanArea(plan=plan, order=order, number=area.number[:20], title=area.title, page=_page(area.place))
        for order, area in enumerate(proposal.areas)
    )
    headings: dict[Path, PlanComponent] = {
        (a, c): PlanComponent(
            area=areas[a], order=c, number=part.number[:20], title=part.title, page=_page(part.place)
        )
        for a, area in enumerate(proposal.areas)
        for c, part in enumerate(area.components)
    }
    PlanComponent.objects.bulk_create(headings.values())
    rows = dict(_rows(proposal))
    items = {
        path: _item(plan, headings[path[:2]], order, row)
        for order, (path, row) in enumerate(rows.items(), start=1)
    }
    PlanItem.objects.bulk_create(items.values())
    Target.objects.bulk_create(
        target
        for path, row in rows.items()
        for target in targets_for(items[path], row.months, row.target_year, row.week)
    )
    EvidenceRequirement.objects.bulk_create(
        requirement for item in items.values() for requirement in requirements_for(item)
    )
    return items


def targets_for(item: PlanItem, months: Iterable[int], year: int | None, week: int | None) -> list[Target]:
    """The due periods of an item, unsaved; without a year of its own the plan's year holds."""
    periods = due_periods(tuple(months), year=year or item.plan.year, week=week)
    return [Target(item=item, year=period.year, month=period.month, week=period.week) for period in periods]


def requirements_for(item: PlanItem) -> list[EvidenceRequirement]:
    """The single things that the evidence cell names, unsaved."""
    pieces = split_evidence(item.evidence_text)
    return [
        EvidenceRequirement(item=item, order=order, text=text) for order, text in enumerate(pieces, start=1)
    ]


def _rows(proposal: DecreeProposal) -> Iterator[tuple[Path, PlanRow]]:
    for a, area in enumerate(proposal.areas):
        for c, component in enumerate(area.components):
            for r, row in enumerate(component.rows):
                yield (a, c, r), row


def _item(plan: ActionPlan, component: PlanComponent, order: int, row: PlanRow) -> PlanItem:
    cells = [
        cell for cell in (row.indicator, row.action, row.evidence, row.target, row.person_in_charge) if cell
    ]
    return PlanItem(
        plan=plan,
        component=component,
        order=order,
        indicator=row.indicator.text,
        action=row.action.text,
        evidence_text=row.evidence.text,
        target_text=row.target.text,
        note=row.note.text if row.note else "",
        person_in_charge=row.person_in_charge.text if row.person_in_charge else "",
        extra=[[heading, cell.text] for heading, cell in row.extra],
        slips=list(row.slips),
        confidence=Decimal(str(round(min((cell.confidence for cell in cells if cell.text), default=1.0), 3))),
        **_origin(cells),
    )


def _origin(cells: list[Cell]) -> dict[str, float | int | None]:
    """The smallest rectangle around the row's cells on the first page on which it stands."""
    places = [cell.place for cell in cells if cell.place]
    if not places:
        return {}
    page = min(place.page for place in places)
    on_page = [place for place in places if place.page == page]
    return {"origin_page": page} | {
        f"origin_{edge}": outermost(getattr(place, edge) for place in on_page)
        for edge, outermost in _OUTERMOST.items()
    }


_OUTERMOST: dict[str, Callable[[Iterable[float]], float]] = {
    "left": min,
    "top": min,
    "right": max,
    "bottom": max,
}


def _page(place: Place | None) -> int | None:
    return place.page if place else None
