"""Writes of the working calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import holidays as holidays_library
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from holidays.version import __version__ as library_version

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.agenda.models import Holiday, HolidayKind, HolidayStatus
from zonakita.foundation.agenda.queries import institutions_edited_by
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

_ESTIMATE_MARK = " (perkiraan)"
_NAME_LENGTH = 200
_CATEGORIES = {"public": HolidayKind.NATIONAL, "government": HolidayKind.COLLECTIVE_LEAVE}


@dataclass(frozen=True, slots=True)
class HolidayFacts:
    """What a person enters about a day without work; without a unit it holds for everybody."""

    date: date
    name: str
    kind: str
    status: str = HolidayStatus.SET
    source: str = ""
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Seeding:
    """How many days a seeding added, changed and removed."""

    added: int
    changed: int
    removed: int


@transaction.atomic
def add_holiday(*, facts: HolidayFacts, by: Person) -> Holiday:
    """Enter a day without work. Raises: PermissionDenied, ValidationError."""
    unit_code = _require_edit(facts.unit, by)
    holiday = Holiday(is_edited=True)
    _write(holiday, facts)
    audit.record(
        "agenda.holiday_added", actor=by, target=holiday, unit_code=unit_code, details=_details(holiday)
    )
    return holiday


@transaction.atomic
def edit_holiday(*, holiday: Holiday, facts: HolidayFacts, by: Person) -> Holiday:
    """Change a day without work; a later seeding leaves it alone.

    Raises: PermissionDenied, ValidationError.
    """
    holiday = Holiday.objects.select_for_update().get(pk=holiday.pk)
    _require_edit(holiday.unit, by)
    unit_code = _require_edit(facts.unit, by)
    before = _details(holiday)
    _write(holiday, facts)
    audit.record(
        "agenda.holiday_changed",
        actor=by,
        target=holiday,
        unit_code=unit_code,
        details={"before": before, "after": _details(holiday)},
    )
    return holiday


@transaction.atomic
def remove_holiday(*, holiday: Holiday, by: Person) -> None:
    """Take a day out of the calendar; a seeded one stays as withdrawn, so that no seeding brings it back.

    Raises: PermissionDenied.
    """
    holiday = Holiday.objects.select_for_update().get(pk=holiday.pk)
    unit_code = _require_edit(holiday.unit, by)
    audit.record(
        "agenda.holiday_removed", actor=by, target=holiday, unit_code=unit_code, details=_details(holiday)
    )
    if not holiday.seed_key:
        holiday.delete()
        return
    holiday.status, holiday.is_edited = HolidayStatus.WITHDRAWN, True
    holiday.save(update_fields=["status", "is_edited"])


@transaction.atomic
def seed_holidays(*, years: Iterable[int]) -> Seeding:
    """Enter national holidays and collective leave of these years; what a person changed stays as it is.

    May run any number of times; a day whose estimate the library has moved moves along.
    """
    years = sorted(set(years))
    incoming = {day.seed_key: day for year in years for day in _library_days(year)}
    rows = {
        row.seed_key: row
        for row in Holiday.objects.select_for_update().filter(date__year__in=years).exclude(seed_key="")
    }
    added, changed = 0, 0
    gone = [row.pk for key, row in rows.items() if key not in incoming and not row.is_edited]
    removed, _by_model = Holiday.objects.filter(pk__in=gone).delete()
    taken = set(Holiday.objects.filter(unit=None, date__year__in=years).values_list("date", "kind"))
    for key, day in incoming.items():
        row = rows.get(key)
        if row is None and (day.date, day.kind) not in taken:
            day.save()
            added += 1
        elif row is not None and not row.is_edited and (row.name, row.status) != (day.name, day.status):
            row.name, row.status = day.name, day.status
            row.save(update_fields=["name", "status"])
            changed += 1
    return Seeding(added, changed, removed)


def _library_days(year: int) -> Iterator[Holiday]:
    for category, kind in _CATEGORIES.items():
        days = holidays_library.country_holidays("ID", years=[year], categories=(category,), language="id")
        for day, name in sorted(days.items()):
            yield Holiday(
                date=day,
                name=name.replace(_ESTIMATE_MARK, "")[:_NAME_LENGTH],
                kind=kind,
                status=HolidayStatus.ESTIMATED if _ESTIMATE_MARK in name else HolidayStatus.SET,
                source=f"Data bawaan (holidays {library_version})",
                seed_key=f"{day:%Y-%m-%d}:{kind}",
            )


def _require_edit(unit: Unit | None, by: Person) -> str:
    """Let pass who may change the days of this scope and return the code of the unit that records it."""
    if unit is not None:
        access.require(by, Permission.HOLIDAY_EDIT, unit_id=unit.pk)
        return unit.code
    institution = institutions_edited_by(by).first()
    if institution is None:
        raise PermissionDenied(_("Libur yang berlaku untuk semua diubah oleh administrator instansi."))
    return institution.code


def _write(holiday: Holiday, facts: HolidayFacts) -> None:
    holiday.date, holiday.name, holiday.kind = facts.date, facts.name.strip(), facts.kind
    holiday.status, holiday.source, holiday.unit = facts.status, facts.source.strip(), facts.unit
    holiday.is_edited = True
    holiday.full_clean()
    holiday.save()


def _details(holiday: Holiday) -> dict[str, object]:
    return {
        "date": holiday.date.isoformat(),
        "name": holiday.name,
        "kind": holiday.kind,
        "status": holiday.status,
    }
