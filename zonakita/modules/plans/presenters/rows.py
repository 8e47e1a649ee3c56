"""Rows of a plan as the table and the cards show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.presenters.addresses import address_of
from zonakita.modules.plans.presenters.wording import (
    Badge,
    due_badge,
    item_title,
    months_label,
    severity_badge,
)
from zonakita.modules.plans.queries.row_pages import Headings, OpenFinding, RowText
from zonakita.modules.plans.rules.schedule import DuePeriod


@dataclass(frozen=True, slots=True)
class FindingMark:
    """A finding in one line beside its row."""

    badge: Badge
    message: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the table; `pick_label` is read aloud at its box."""

    id: int
    number: int
    url: str
    pick_label: str
    headline: str
    second: str
    requirements: Sequence[str]
    target: str
    months: str
    due: Badge | None
    who: Sequence[str]
    in_charge: str
    note: str
    findings: tuple[FindingMark, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The rows below one component; the headings are empty where the table is sorted otherwise."""

    area: str
    component: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class RowParts:
    """What hangs on the rows of one page, by item."""

    due: Mapping[int, Sequence[DuePeriod]]
    requirements: Mapping[int, Sequence[str]]
    who: Mapping[int, Sequence[str]]
    findings: Sequence[OpenFinding]


def row_views(rows: Iterable[RowText], parts: RowParts, plan: ActionPlan, today: date) -> list[RowView]:
    """Rows with all their parts in words."""
    url, pick = address_of("plans:item"), _("Pilih baris %(number)s")
    in_charge = _("Menurut keputusan: %(name)s")
    marks: dict[int | None, list[FindingMark]] = {}
    badges = {severity: severity_badge(severity) for severity in {one.severity for one in parts.findings}}
    for one in parts.findings:
        marks.setdefault(one.item_id, []).append(FindingMark(badges[one.severity], one.message))
    views = []
    for row in rows:
        first, second = (row.indicator, row.action)
        if plan.kind == ActionPlan.Kind.RB:
            first, second = second, first
        due = parts.due.get(row.id, ())
        views.append(
            RowView(
                id=row.id,
                number=row.order,
                url=url(row.id),
                pick_label=pick % {"number": row.order},
                headline=first or second or item_title(row),
                second=second if first else "",
                requirements=parts.requirements.get(row.id, ()),
                target=row.target_text,
                months=months_label(due, plan.year),
                due=due_badge(due, today),
                who=parts.who.get(row.id, ()),
                in_charge=in_charge % {"name": row.person_in_charge} if row.person_in_charge else "",
                note=row.note,
                findings=tuple(marks.get(row.id, ())),
            )
        )
    return views


def sections(
    rows: Sequence[RowText], views: Sequence[RowView], headings: Headings, *, is_grouped: bool
) -> list[Section]:
    """The views of the rows under their headings, each area named once, or all in one section."""
    if not is_grouped:
        return [Section("", "", tuple(views))] if views else []
    result: list[Section] = []
    area_id = None
    pairs = zip(rows, views, strict=True)
    for component_id, members in groupby(pairs, key=lambda pair: pair[0].component_id):
        heading = headings.components[component_id]
        area = "" if heading.area_id == area_id else heading.area_label
        result.append(Section(area, heading.label, tuple(view for _row, view in members)))
        area_id = heading.area_id
    return result
