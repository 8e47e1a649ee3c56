"""Entering, changing and removing days without work."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.agenda import interface as agenda
from zonakita.foundation.agenda.models import Holiday
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 27)


@pytest.fixture
def institution() -> Unit:
    return UnitFactory.create(code="pusat")


@pytest.fixture
def province(institution: Unit) -> Unit:
    return UnitFactory.create(code="provinsi", parent=institution)


@pytest.fixture
def institution_admin(institution: Unit) -> Person:
    return PersonFactory.create(unit=institution, role="institution_admin")


@pytest.fixture
def unit_admin(province: Unit) -> Person:
    return PersonFactory.create(unit=province, role="unit_admin")


@pytest.fixture
def employee(province: Unit) -> Person:
    return PersonFactory.create(unit=province, role="employee")


def _national(**changes: Any) -> agenda.HolidayFacts:
    return agenda.HolidayFacts(
        **{"date": DAY, "name": "Libur", "kind": agenda.HolidayKind.NATIONAL, **changes}
    )


def _local(unit: Unit, **changes: Any) -> agenda.HolidayFacts:
    return _national(kind=agenda.HolidayKind.LOCAL, unit=unit, **changes)


def test_a_local_day_holds_for_its_unit_and_those_below(
    unit_admin: Person, province: Unit, institution: Unit
) -> None:
    regency = UnitFactory.create(parent=province)

    holiday = agenda.add_holiday(facts=_local(province), by=unit_admin)

    assert not agenda.calendar_for(province).is_working_day(DAY)
    assert not agenda.calendar_for(regency).is_working_day(DAY)
    assert agenda.calendar_for(institution).is_working_day(DAY)
    assert agenda.calendar_for().is_working_day(DAY)
    assert [event.code for event in audit.events_for_target(holiday)] == ["agenda.holiday_added"]


def test_only_the_institution_changes_days_for_everybody(
    institution_admin: Person, unit_admin: Person
) -> None:
    with pytest.raises(PermissionDenied):
        agenda.add_holiday(facts=_national(), by=unit_admin)
    assert not Holiday.objects.exists()

    holiday = agenda.add_holiday(facts=_national(), by=institution_admin)

    with pytest.raises(PermissionDenied):
        agenda.edit_holiday(holiday=holiday, facts=_national(name="Lain"), by=unit_admin)
    with pytest.raises(PermissionDenied):
        agenda.remove_holiday(holiday=holiday, by=unit_admin)
    assert Holiday.objects.get().name == "Libur"


def test_an_employee_and_a_neighbour_change_nothing(employee: Person, province: Unit) -> None:
    neighbour = PersonFactory.create(role="unit_admin", unit=UnitFactory.create(parent=province.parent))

    for person in (employee, neighbour):
        with pytest.raises(PermissionDenied):
            agenda.add_holiday(facts=_local(province), by=person)


def test_a_unit_administrator_cannot_lift_a_local_day_to_everybody(
    unit_admin: Person, province: Unit
) -> None:
    holiday = agenda.add_holiday(facts=_local(province), by=unit_admin)

    with pytest.raises(PermissionDenied):
        agenda.edit_holiday(holiday=holiday, facts=_national(), by=unit_admin)


def test_a_change_is_kept_and_told_with_before_and_after(institution_admin: Person) -> None:
    agenda.seed_holidays(years=[2028])
    holiday = Holiday.objects.get(name="Hari Raya Idul Fitri")
    facts = _national(date=date(2028, 2, 26), name="Idul Fitri", source="SKB 3 Menteri")

    agenda.edit_holiday(holiday=holiday, facts=facts, by=institution_admin)
    agenda.seed_holidays(years=[2028])

    holiday.refresh_from_db()
    assert (holiday.date, holiday.name, holiday.status) == (date(2028, 2, 26), "Idul Fitri", "set")
    assert holiday.source == "SKB 3 Menteri"
    event = audit.events_for_target(holiday)[0]
    assert '"estimated"' in event.details_json
    assert '"2028-02-26"' in event.details_json


def test_a_seeded_day_stays_withdrawn(institution_admin: Person) -> None:
    agenda.seed_holidays(years=[2026])
    holiday = Holiday.objects.get(date=date(2026, 8, 17))

    agenda.remove_holiday(holiday=holiday, by=institution_admin)
    agenda.seed_holidays(years=[2026])

    holiday.refresh_from_db()
    assert holiday.status == agenda.HolidayStatus.WITHDRAWN
    assert agenda.calendar_for().is_working_day(date(2026, 8, 17))


def test_a_day_that_a_person_entered_is_deleted(unit_admin: Person, province: Unit) -> None:
    holiday = agenda.add_holiday(facts=_local(province), by=unit_admin)

    agenda.remove_holiday(holiday=holiday, by=unit_admin)

    assert not Holiday.objects.exists()


def test_it_refuses_wrong_facts_with_a_sentence(institution_admin: Person, institution: Unit) -> None:
    agenda.add_holiday(facts=_national(), by=institution_admin)

    for facts, words in (
        (_national(), "sudah tercatat dengan jenis yang sama"),
        (_national(kind=agenda.HolidayKind.LOCAL), "memerlukan unit kerja"),
        (_national(name=" "), "name"),
    ):
        with pytest.raises(ValidationError, match=words):
            agenda.add_holiday(facts=facts, by=institution_admin)
    assert Holiday.objects.count() == 1


def test_a_person_sees_days_for_everybody_and_of_their_own_line(
    institution_admin: Person, unit_admin: Person, employee: Person, province: Unit
) -> None:
    everybody = agenda.add_holiday(facts=_national(), by=institution_admin)
    own = agenda.add_holiday(facts=_local(province, date=date(2026, 1, 6)), by=unit_admin)
    stranger = PersonFactory.create(role="employee")

    assert set(agenda.holidays_visible_to(employee, year=2026)) == {everybody, own}
    assert set(agenda.holidays_visible_to(stranger, year=2026)) == {everybody}
    assert agenda.holiday_for(employee, own.pk) == own
    for number in (own.pk, 999_999):
        with pytest.raises(Http404):
            agenda.holiday_for(stranger, number)
    assert agenda.editable_ids(unit_admin, [everybody, own]) == {own.pk}
    assert agenda.editable_ids(institution_admin, [everybody, own]) == {everybody.pk, own.pk}
    assert agenda.editable_ids(employee, [everybody, own]) == set()
