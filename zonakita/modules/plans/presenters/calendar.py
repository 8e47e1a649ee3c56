"""The year of a plan as a grid of twelve months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.presenters.addresses import address_of
from zonakita.modules.plans.presenters.wording import MONTHS, SHORT_MONTHS, item_title, period_label
from zonakita.modules.plans.queries.row_pages import Headings, RowText
from zonakita.modules.plans.rules.schedule import DuePeriod, Timing, timing_of


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
    """One item in one month; `label` is read aloud, empty where nothing is due; `css` draws the bar."""

    label: str
    week: int | None
    timing: str
    is_now: bool
    joins_previous: bool
    joins_next: bool
    css: str


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One item's year; `elsewhere` names due periods of other years."""

    number: int
    title: str
    url: str
    who: str
    cells: tuple[MonthCell, ...]
    elsewhere: str


@dataclass(frozen=True, slots=True)
class CalendarSection:
    """The rows of one component; its area is named where it begins."""

    area: str
    component: str
    rows: tuple[CalendarRow, ...]


Due = Mapping[int, Sequence[DuePeriod]]


def month_heads(due: Due, plan: ActionPlan, plan_url: str, today: date) -> list[MonthHead]:
    """The twelve columns with the number of rows of the whole plan, which each one opens."""
    counts = Counter(one.month for periods in due.values() for one in periods if one.year == plan.year)
    return [
        MonthHead(
            number=month,
            name=str(MONTHS[month - 1]),
            short_name=str(SHORT_MONTHS[month - 1]),
            is_now=(plan.year, month) == (today.year, today.month),
            due_count=counts[month],
            url=f"{plan_url}?bulan={month}",
        )
        for month in range(1, 13)
    ]


def calendar_sections(
    rows: Sequence[RowText],
    due: Due,
    who: Mapping[int, Sequence[str]],
    headings: Headings,
    plan: ActionPlan,
    today: date,
) -> list[CalendarSection]:
    """The rows under their components."""
    url, cells = address_of("plans:item"), _Cells(plan.year, today)
    sections: list[CalendarSection] = []
    area_id = None
    for component_id, members in groupby(rows, key=lambda row: row.component_id):
        heading = headings.components[component_id]
        sections.append(
            CalendarSection(
                area="" if heading.area_id == area_id else heading.area_label,
                component=heading.label,
                rows=tuple(
                    CalendarRow(
                        number=row.order,
                        title=item_title(row),
                        url=url(row.id),
                        who=", ".join(who.get(row.id, ())),
                        cells=cells.of(due.get(row.id, ())),
                        elsewhere=_elsewhere(due.get(row.id, ()), plan.year),
                    )
                    for row in members
                ),
            )
        )
        area_id = heading.area_id
    return sections


class _Cells:
    """The cells of a year; most rows share the same few, so each different one is made once."""

    def __init__(self, year: int, today: date) -> None:
        self._year = year
        self._timings = [timing_of((year, month), today) for month in range(1, 13)]
        self._known: dict[tuple[int, bool, int | None, bool, bool], MonthCell] = {}

    def of(self, periods: Sequence[DuePeriod]) -> tuple[MonthCell, ...]:
        """Twelve cells."""
        weeks = {one.month: one.week for one in periods if one.year == self._year}
        return tuple(
            self._cell(month, month in weeks, weeks.get(month), month - 1 in weeks, month + 1 in weeks)
            for month in range(1, 13)
        )

    def _cell(self, month: int, is_due: bool, week: int | None, before: bool, after: bool) -> MonthCell:
        key = (month, is_due, week, is_due and before, is_due and after)
        if key not in self._known:
            self._known[key] = self._new_cell(*key)
        return self._known[key]

    def _new_cell(self, month: int, is_due: bool, week: int | None, before: bool, after: bool) -> MonthCell:
        timing = self._timings[month - 1]
        is_now = timing is Timing.NOW
        if not is_due:
            return MonthCell("", None, "", is_now, False, False, "")
        joins = f"{' cal-from' if before else ''}{' cal-to' if after else ''}"
        return MonthCell(
            label=_("Target %(period)s") % {"period": period_label(self._year, month, week)},
            week=week,
            timing=timing.value,
            is_now=is_now,
            joins_previous=before,
            joins_next=after,
            css=f"cal-bar cal-{timing.value}{joins}",
        )


def _elsewhere(periods: Sequence[DuePeriod], year: int) -> str:
    return ", ".join(period_label(one.year, one.month) for one in periods if one.year != year)
