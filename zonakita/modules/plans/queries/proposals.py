"""A stored plan in the form that the checker, the comparison and the exports understand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from zonakita.modules.document_intake.interface import (
    Cell,
    Citation,
    DecreeHead,
    DecreeProposal,
    Place,
    PlanRow,
)
from zonakita.modules.document_intake.interface import PlanArea as ProposedArea
from zonakita.modules.document_intake.interface import PlanComponent as ProposedComponent
from zonakita.modules.plans.models import ActionPlan, Decree, PlanItem
from zonakita.modules.plans.queries.rows import areas_of, rows_of

Path = tuple[int, ...]


def proposal_of(plan: ActionPlan, items: Sequence[PlanItem] | None = None) -> DecreeProposal:
    """The plan as it stands now, edits included, as the proposal that it once came from."""
    decree = plan.decree
    return DecreeProposal(
        head=_head(decree),
        kind="RB" if plan.kind == ActionPlan.Kind.RB else "ZI",
        plan_year=plan.year,
        areas=_areas(plan, rows_of(plan) if items is None else items),
        body_text=decree.body_text,
        warnings=tuple(decree.warnings),
        source_format=decree.source_format,
        page_count=decree.page_count,
    )


def items_by_path(plan: ActionPlan, items: Sequence[PlanItem]) -> dict[Path, PlanItem]:
    """All items of the plan by (area index, component index, row index), as `proposal_of` lays them out."""
    by_component = _by_component(items)
    return {
        (a, c, r): item
        for a, area in enumerate(areas_of(plan))
        for c, component in enumerate(area.components.all())
        for r, item in enumerate(by_component[component.pk])
    }


def _areas(plan: ActionPlan, items: Sequence[PlanItem]) -> tuple[ProposedArea, ...]:
    by_component = _by_component(items)
    return tuple(
        ProposedArea(
            number=area.number,
            title=area.title,
            components=tuple(
                ProposedComponent(
                    number=component.number,
                    title=component.title,
                    rows=tuple(_row(item) for item in by_component[component.pk]),
                    place=_page(component.page),
                )
                for component in area.components.all()
            ),
            place=_page(area.page),
        )
        for area in areas_of(plan)
    )


def _by_component(items: Sequence[PlanItem]) -> dict[int, list[PlanItem]]:
    grouped: dict[int, list[PlanItem]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.order):
        grouped[item.component_id].append(item)
    return grouped


def _row(item: PlanItem) -> PlanRow:
    place = _box(item)
    targets = item.targets.all()
    weeks = {target.week for target in targets}
    return PlanRow(
        indicator=Cell(item.indicator, place),
        action=Cell(item.action, place),
        evidence=Cell(item.evidence_text, place),
        target=Cell(item.target_text, place),
        months=tuple(sorted({target.month for target in targets})),
        target_year=min((target.year for target in targets), default=None),
        week=weeks.pop() if len(weeks) == 1 else None,
        person_in_charge=Cell(item.person_in_charge, place) if item.person_in_charge else None,
        note=Cell(item.note, place) if item.note else None,
        extra=tuple((heading, Cell(text, place)) for heading, text in item.extra),
        slips=tuple(item.slips),
    )


def _head(decree: Decree) -> DecreeHead:
    return DecreeHead(
        institution=decree.institution,
        level=decree.level,
        number=decree.number,
        year=decree.year,
        title=decree.title,
        place=decree.place,
        date=decree.date,
        signatory=decree.signatory,
        signatory_role=decree.signatory_role,
        annex_institution=decree.annex_institution,
        annex_title=decree.annex_title,
        table_title=decree.table_title,
        legal_basis=tuple(
            Citation(
                key=citation.key,
                type=citation.type,
                number=citation.number,
                year=citation.year,
                title=citation.title,
                where=citation.where,
                text=citation.text,
                state_gazette=citation.state_gazette or None,
                supplement=citation.supplement or None,
                amends=tuple(citation.amends),
                amended_by=tuple(citation.amended_by),
                place=_page(citation.page),
            )
            for citation in decree.citations.all()
        ),
    )


def _page(page: int | None) -> Place | None:
    return Place(page) if page else None


def _box(item: PlanItem) -> Place | None:
    if item.origin_page is None:
        return None
    edges = (item.origin_left, item.origin_top, item.origin_right, item.origin_bottom)
    if any(edge is None for edge in edges):
        return Place(item.origin_page)
    left, top, right, bottom = (float(edge or 0) for edge in edges)
    return Place(item.origin_page, left, top, right, bottom)
