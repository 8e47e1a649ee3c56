"""A plan against the instrument, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from zonakita.modules.plans.models import ItemQuestion, PlanItem
from zonakita.modules.plans.presenters.wording import Badge, item_title
from zonakita.modules.plans.queries.matches import Coverage, SubAreaCoverage, areas_with


@dataclass(frozen=True, slots=True)
class CoveredRow:
    """A row of the plan under a sub-area."""

    number: int
    title: str
    url: str
    question: str
    badge: Badge
    confirm_url: str
    correct_url: str


@dataclass(frozen=True, slots=True)
class SubAreaView:
    """A sub-area with its rows."""

    code: str
    name: str
    weight: str
    rows: tuple[CoveredRow, ...]
    is_missing: bool
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area of the instrument; reform stands apart because it is measured, not planned."""

    name: str
    weight: str
    planned: tuple[SubAreaView, ...]
    reform: tuple[SubAreaView, ...]
    missing_count: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The whole page."""

    title: str
    areas: tuple[AreaView, ...]
    planned_count: int
    covered_count: int
    missing_count: int
    confirmed_count: int
    match_count: int
    unmatched: tuple[CoveredRow, ...]


def coverage_view(coverage: Coverage) -> CoverageView:
    """Coverage with its figures."""
    areas = tuple(
        AreaView(
            name=area.name,
            weight=_points(area.weight_points),
            planned=tuple(_sub_area(entry) for entry in entries if entry.sub_area.section == "pemenuhan"),
            reform=tuple(
                _sub_area(entry) for entry in entries if entry.sub_area.section == "reform" and entry.matches
            ),
            missing_count=sum(entry.is_missing for entry in entries),
        )
        for area, entries in areas_with(coverage.sub_areas)
    )
    planned = [view for area in areas for view in area.planned]
    matches = [match for entry in coverage.sub_areas for match in entry.matches]
    return CoverageView(
        title=coverage.instrument.title,
        areas=areas,
        planned_count=len(planned),
        covered_count=sum(not view.is_missing for view in planned),
        missing_count=sum(view.is_missing for view in planned),
        confirmed_count=sum(match.state == ItemQuestion.State.CONFIRMED for match in matches),
        match_count=len(matches),
        unmatched=tuple(_unmatched(item) for item in coverage.unmatched),
    )


def _sub_area(entry: SubAreaCoverage) -> SubAreaView:
    statements = {question.code: question.statement for question in entry.sub_area.questions}
    return SubAreaView(
        code=entry.sub_area.code,
        name=entry.sub_area.name,
        weight=_points(entry.sub_area.weight_points),
        rows=_rows(entry.matches, statements),
        is_missing=entry.is_missing,
        questions=tuple(statements.values()),
    )


def _rows(matches: Sequence[ItemQuestion], statements: dict[str, str]) -> tuple[CoveredRow, ...]:
    rows = []
    for match in matches:
        is_confirmed = match.state == ItemQuestion.State.CONFIRMED
        percent = round(match.score * 100)
        rows.append(
            CoveredRow(
                number=match.item.order,
                title=item_title(match.item),
                url=reverse("plans:item", args=[match.item_id]),
                question=statements.get(match.question_code, ""),
                badge=Badge(_("dipastikan"), "success", "circle-check")
                if is_confirmed
                else Badge(_("usulan %(percent)s %%") % {"percent": percent}, "info", "sparkles"),
                confirm_url="" if is_confirmed else reverse("plans:match_confirm", args=[match.pk]),
                correct_url=reverse("plans:match_edit", args=[match.item_id]),
            )
        )
    return tuple(rows)


def _unmatched(item: PlanItem) -> CoveredRow:
    return CoveredRow(
        number=item.order,
        title=item_title(item),
        url=reverse("plans:item", args=[item.pk]),
        question=str(item.component),
        badge=Badge(_("belum dicocokkan"), "warning", "help"),
        confirm_url="",
        correct_url=reverse("plans:match_edit", args=[item.pk]),
    )


def _points(weight: object) -> str:
    return _("bobot %(points)s") % {"points": f"{weight:.2f}".rstrip("0").rstrip(".").replace(".", ",")}
