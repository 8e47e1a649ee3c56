"""The year of a plan as a grid of twelve months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from zonakita.modules.plans.models import ActionPlan, PlanItem, Target
from zonakita.modules.plans.presenters.wording import MONTHS, SHORT_MONTHS, item_title, period_label
from zonakita.modules.plans.rules.schedule import Timing, timing_of


@dataclass(frozen=True, slots=True)
class MonthHead:
    """A month's column; `due_count` items are due in it."""

    number: int
    name: str
    short_name: str
    is_now: bool
    due_count: int
    url: str


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One item in one month; `label` is read aloud, empty where nothing is due."""

    label: str
    week: int | None
    timing: str
    is_now: bool
    joins_previous: bool
    joins_next: bool


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One item's year; `elsewhere` names due periods of other years."""

    number: int
    title: str
    url: str
    who: str
    cells: tuple[MonthCell, ...]
    elsewhere: str
    months: str


@dataclass(frozen=True, slots=True)
class CalendarSection:
    """The rows of one component."""

    area: str
    component: str
    starts_area: bool
    rows: tuple[CalendarRow, ...]


def month_heads(items: Sequence[PlanItem], plan: ActionPlan, plan_url: str, today: date) -> list[MonthHead]:
    """The twelve columns."""
    due = [target.month for item in items for target in item.targets.all() if target.year == plan.year]
    return [
        MonthHead(
            number=month,
            name=str(MONTHS[month - 1]),
            short_name=str(SHORT_MONTHS[month - 1]),
            is_now=(plan.year, month) == (today.year, today.month),
            due_count=due.count(month),
            url=f"{plan_url}?bulan={month}",
        )
        for month in range(1, 13)
    ]


def calendar_sections(items: Sequence[PlanItem], plan: ActionPlan, today: date) -> list[CalendarSection]:
    """All rows under their components."""
    sections: list[CalendarSection] = []
    group: list[CalendarRow] = []
    for place, item in enumerate(items):
        group.append(_row(item, plan, today))
        following = items[place + 1] if place + 1 < len(items) else None
        if following is None or following.component_id != item.component_id:
            area = str(item.component.area)
            starts = not sections or sections[-1].area != area
            sections.append(CalendarSection(area, str(item.component), starts, tuple(group)))
            group = []
    return sections


def _row(item: PlanItem, plan: ActionPlan, today: date) -> CalendarRow:
    targets = {target.month: target for target in item.targets.all() if target.year == plan.year}
    elsewhere = [
        period_label(target.year, target.month) for target in item.targets.all() if target.year != plan.year
    ]
    who = [assignment.team or str(assignment.person) for assignment in item.assignments.all()]
    return CalendarRow(
        number=item.order,
        title=item_title(item),
        url=reverse("plans:item", args=[item.pk]),
        who=", ".join(who),
        cells=tuple(_cell(targets, month, plan.year, today) for month in range(1, 13)),
        elsewhere=", ".join(elsewhere),
        months=", ".join(str(MONTHS[month - 1]) for month in sorted(targets)),
    )


def _cell(targets: dict[int, Target], month: int, year: int, today: date) -> MonthCell:
    target = targets.get(month)
    timing = timing_of((year, month), today)
    if target is None:
        return MonthCell("", None, "", timing is Timing.NOW, False, False)
    return MonthCell(
        label=_("Target %(period)s") % {"period": period_label(year, month, target.week)},
        week=target.week,
        timing=timing.value,
        is_now=timing is Timing.NOW,
        joins_previous=month - 1 in targets,
        joins_next=month + 1 in targets,
    )
