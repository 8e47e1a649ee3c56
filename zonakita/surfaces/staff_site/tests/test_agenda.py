"""The pages of the working calendar."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.agenda import interface as agenda
from zonakita.foundation.agenda.models import Holiday
from zonakita.foundation.agenda.tests.factories import HolidayFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.tests.markup import assert_clean_markup

pytestmark = pytest.mark.django_db


def _signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def institution_admin(unit: Unit) -> Person:
    return PersonFactory.create(unit=unit, role="institution_admin")


@pytest.fixture
def holiday() -> Holiday:
    return HolidayFactory.create(date=date(2026, 8, 17), name="Hari Kemerdekaan")


def _entry(**changes: object) -> dict[str, object]:
    return {
        "date": "2026-12-24",
        "name": "Cuti bersama Natal",
        "kind": "collective_leave",
        "status": "set",
        "source": "SKB",
        "unit": "",
        **changes,
    }


def test_it_lists_a_year_and_hides_what_a_person_may_not_do(owner: Person, holiday: Holiday) -> None:
    page = _signed_in(owner).get(reverse("holidays"), {"tahun": "2026"})

    assert_clean_markup(page)
    html = page.content.decode()
    assert "Hari Kemerdekaan" in html
    assert "Semua unit" in html
    assert reverse("add_holiday") not in html
    assert reverse("edit_holiday", args=[holiday.pk]) not in html


@pytest.mark.parametrize("year", ["2031", "abc", "9999999", ""])
def test_it_answers_for_any_year(owner: Person, year: str) -> None:
    page = _signed_in(owner).get(reverse("holidays"), {"tahun": year})

    assert page.status_code == 200
    assert "belum diisi" in page.content.decode()


def test_it_counts_a_deadline_with_its_trace(owner: Person) -> None:
    agenda.seed_holidays(years=[2026])

    page = _signed_in(owner).get(reverse("holidays"), {"tahun": "2026", "mulai": "2026-03-10", "hari": "10"})

    assert_clean_markup(page)
    html = page.content.decode()
    assert "Selasa, 31 Maret 2026" in html
    assert "Dilewati: Kamis, 19 Maret 2026: libur nasional (Hari Suci Nyepi)." in html


def test_it_refuses_an_absurd_deadline_with_a_sentence(owner: Person) -> None:
    page = _signed_in(owner).get(reverse("holidays"), {"mulai": "kemarin", "hari": "-1"})

    assert page.status_code == 200
    assert "berakhir pada" not in page.content.decode()
    assert "is-invalid" in page.content.decode()


def test_an_administrator_enters_changes_and_removes_a_day(institution_admin: Person) -> None:
    client = _signed_in(institution_admin)
    assert_clean_markup(client.get(reverse("add_holiday")))

    response = client.post(reverse("add_holiday"), _entry())
    assert response.headers["Location"] == f"{reverse('holidays')}?tahun=2026"
    holiday = Holiday.objects.get()
    assert (holiday.name, holiday.kind, holiday.unit) == ("Cuti bersama Natal", "collective_leave", None)

    form_page = client.get(reverse("edit_holiday", args=[holiday.pk]))
    assert_clean_markup(form_page)
    assert 'value="2026-12-24"' in form_page.content.decode()
    client.post(reverse("edit_holiday", args=[holiday.pk]), _entry(name="Cuti Natal"))
    holiday.refresh_from_db()
    assert holiday.name == "Cuti Natal"

    question = client.get(reverse("remove_holiday", args=[holiday.pk]))
    assert_clean_markup(question)
    assert "Cuti Natal" in question.content.decode()
    assert Holiday.objects.exists()
    client.post(reverse("remove_holiday", args=[holiday.pk]))
    assert not Holiday.objects.exists()


def test_it_shows_at_the_form_what_the_calendar_refuses(institution_admin: Person, holiday: Holiday) -> None:
    client = _signed_in(institution_admin)

    twice = client.post(reverse("add_holiday"), _entry(date="2026-08-17", kind="national"))
    homeless = client.post(reverse("add_holiday"), _entry(kind="local"))

    assert "sudah tercatat dengan jenis yang sama" in twice.content.decode()
    assert "memerlukan unit kerja" in homeless.content.decode()
    assert list(Holiday.objects.all()) == [holiday]


def test_a_unit_administrator_enters_local_days_of_the_own_unit_only(unit: Unit, other_unit: Unit) -> None:
    parent = other_unit
    own = Unit.objects.create_in_tree(
        parent=parent, code="bawahan", name="Bawahan", short_name="B", level="regency"
    )
    client = _signed_in(PersonFactory.create(unit=own, role="unit_admin"))

    client.post(reverse("add_holiday"), _entry(kind="local", unit=own.pk))
    nationwide = client.post(reverse("add_holiday"), _entry(kind="national", date="2026-01-01"))
    foreign = client.post(reverse("add_holiday"), _entry(kind="local", unit=unit.pk, date="2026-01-02"))

    assert [day.unit for day in Holiday.objects.all()] == [own]
    assert nationwide.status_code == foreign.status_code == 200


def test_an_insider_without_the_right_gets_403_and_a_stranger_404(
    owner: Person, stranger: Person, unit: Unit, holiday: Holiday
) -> None:
    local = HolidayFactory.create(unit=unit)
    client, outside = _signed_in(owner), _signed_in(stranger)

    assert client.get(reverse("add_holiday")).status_code == 403
    for name in ("edit_holiday", "remove_holiday"):
        assert client.post(reverse(name, args=[holiday.pk]), _entry()).status_code == 403
        assert client.post(reverse(name, args=[local.pk]), _entry()).status_code == 403
        assert outside.post(reverse(name, args=[local.pk]), _entry()).status_code == 404
    assert Holiday.objects.count() == 2
