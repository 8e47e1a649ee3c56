"""Reads of the working calendar."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.http import Http404

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.agenda.models import Holiday, HolidayKind, HolidayStatus
from zonakita.foundation.agenda.rules import DayOff, Reason, WorkingCalendar
from zonakita.foundation.organisations.models import Unit


def calendar_for(unit: Unit | None = None) -> WorkingCalendar:
    """Return the calendar of a unit: days for everybody, its own and those of the units above it."""
    scope = Q(unit=None)
    if unit is not None:
        scope |= Q(unit_id__in=_line_of(unit))
    rows = Holiday.objects.filter(scope).exclude(status=HolidayStatus.WITHDRAWN)
    days = [DayOff(row.date, row.name, _reason(row), row.status == HolidayStatus.ESTIMATED) for row in rows]
    return WorkingCalendar(days, {day.date.year for day in days if day.reason == "national"})


def _line_of(unit: Unit) -> list[int]:
    return [int(key) for key in unit.path.split("/") if key]


def _reason(row: Holiday) -> Reason:
    reasons: dict[str, Reason] = {
        HolidayKind.NATIONAL: "national",
        HolidayKind.COLLECTIVE_LEAVE: "collective_leave",
        HolidayKind.LOCAL: "local",
    }
    return reasons[row.kind]


def holidays_visible_to(by: access.Visitor, *, year: int) -> QuerySet[Holiday]:
    """Return the days of a year that apply somewhere in the person's units."""
    line: set[int] = set()
    for path in access.units_with(by, Permission.UNIT_VIEW).values_list("path", flat=True):
        line.update(int(key) for key in path.split("/") if key)
    return Holiday.objects.filter(Q(unit=None) | Q(unit_id__in=line), date__year=year).select_related("unit")


def holiday_for(by: access.Visitor, holiday_id: int) -> Holiday:
    """Return one visible day. Raises: Http404, for missing and foreign alike."""
    holiday = Holiday.objects.filter(pk=holiday_id).first()
    if holiday is None or not holidays_visible_to(by, year=holiday.date.year).filter(pk=holiday_id).exists():
        raise Http404
    return holiday


def institutions_edited_by(by: access.Visitor) -> QuerySet[Unit]:
    """Return the institutions (tops of the tree) whose nationwide days a person may change."""
    return access.units_with(by, Permission.HOLIDAY_EDIT).filter(parent=None)


def editable_ids(by: access.Visitor, holidays: Iterable[Holiday]) -> set[int]:
    """Return which of these days a person may change."""
    everywhere = institutions_edited_by(by).exists()
    units = set(access.unit_ids_with(by, Permission.HOLIDAY_EDIT))
    return {day.pk for day in holidays if (everywhere if day.unit_id is None else day.unit_id in units)}


def years_on_record() -> list[int]:
    """Return the years for which days are entered, in order."""
    return [day.year for day in Holiday.objects.dates("date", "year")]
