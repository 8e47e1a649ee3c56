"""The pages of units, people, roles and the audit record."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from zonakita.foundation.access.models import RolePolicy
from zonakita.foundation.access.tests.factories import PersonFactory, RoleAssignmentFactory
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.tests.markup import assert_clean_markup

UNITS = "/pengelolaan/unit/"
AUDIT = "/pengelolaan/jejak-audit/"


@pytest.fixture
def admin(unit: Unit) -> Person:
    return PersonFactory.create(unit=unit, role="institution_admin", full_name="Admin Contoh")


@pytest.fixture
def below(unit: Unit) -> Unit:
    return UnitFactory.create(parent=unit, name="Kantor Bawahan", short_name="Bawahan")


def test_every_page_is_clean(admin: Person, team_mate: Person, unit: Unit, client: Client) -> None:
    client.force_login(admin)
    person = f"/pengelolaan/pegawai/{team_mate.pk}/"
    pages = [
        UNITS,
        f"{UNITS}{unit.pk}/tambah/",
        f"{UNITS}{unit.pk}/ubah/",
        f"{UNITS}{unit.pk}/masuk/",
        f"{UNITS}{unit.pk}/pegawai/",
        f"{UNITS}{unit.pk}/pegawai/undang/",
        f"{UNITS}{unit.pk}/pegawai/?cari=tiada",
        person,
        f"{person}ubah/",
        f"{person}nonaktifkan/",
        f"{person}peran/{unit.pk}/employee/cabut/",
        AUDIT,
        f"{AUDIT}?cari=tiada",
    ]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert_clean_markup(answer)


def test_it_lists_the_units_within_reach(
    admin: Person, team_mate: Person, below: Unit, other_unit: Unit, client: Client
) -> None:
    client.force_login(admin)
    assert [unit.name for unit in client.get(UNITS).context["page"]] == ["Kantor Sendiri", "Kantor Bawahan"]
    assert [unit.name for unit in client.get(UNITS, {"cari": "bawah"}).context["page"]] == ["Kantor Bawahan"]
    client.force_login(team_mate)
    assert [unit.name for unit in client.get(UNITS).context["page"]] == ["Kantor Sendiri"]


def test_it_adds_a_unit(admin: Person, unit: Unit, client: Client) -> None:
    client.force_login(admin)
    fields = {"code": "baru-1", "name": "Kantor Baru", "short_name": "Baru", "level": "city"}
    client.post(f"{UNITS}{unit.pk}/tambah/", fields)
    assert Unit.objects.get(code="baru-1").parent == unit
    again = client.post(f"{UNITS}{unit.pk}/tambah/", fields)
    assert "code" in again.context["form"].errors


def test_it_edits_a_unit(admin: Person, unit: Unit, client: Client) -> None:
    client.force_login(admin)
    form = client.get(f"{UNITS}{unit.pk}/ubah/").context["form"]
    fields = {name: value for name, value in form.initial.items() if value not in (None, False)}
    client.post(f"{UNITS}{unit.pk}/ubah/", {**fields, "phone": "0741-555"})
    unit.refresh_from_db()
    assert (unit.phone, unit.is_active) == ("0741-555", True)
    wrong = client.post(f"{UNITS}{unit.pk}/ubah/", {**fields, "accent_colour": "merah"})
    assert "accent_colour" in wrong.context["form"].errors


def test_it_invites_a_person_with_a_first_role(
    admin: Person,
    unit: Unit,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    client.force_login(admin)
    fields = {"full_name": "Pegawai Baru", "email": "baru@contoh.test", "role": "operator"}
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"{UNITS}{unit.pk}/pegawai/undang/", fields)
    person = Person.objects.get(email="baru@contoh.test")
    assert answer.headers["Location"] == f"/pengelolaan/pegawai/{person.pk}/"
    assert [held.role for held in person.role_assignments.all()] == ["operator"]
    assert "http://testserver/akun/password/reset/key/" in str(mail.outbox[0].body)


def test_an_invitation_offers_only_roles_that_may_be_handed_on(unit: Unit, client: Client) -> None:
    UnitFactory.create(parent=unit)
    client.force_login(PersonFactory.create(unit=unit, role="unit_admin"))
    form = client.get(f"{UNITS}{unit.pk}/pegawai/undang/").context["form"]
    offered = {key for key, _label in form.fields["role"].choices}
    assert offered == {"", "unit_admin", "operator", "pokja_member", "employee"}
    fields = {"full_name": "Pegawai Baru", "email": "baru@contoh.test", "role": "auditor"}
    refused = client.post(f"{UNITS}{unit.pk}/pegawai/undang/", fields)
    assert "role" in refused.context["form"].errors
    assert not Person.objects.filter(email="baru@contoh.test").exists()


def test_a_refused_invitation_says_why(admin: Person, team_mate: Person, unit: Unit, client: Client) -> None:
    client.force_login(admin)
    fields = {"full_name": "Pegawai Baru", "email": team_mate.email, "employee_number": "12"}
    errors = client.post(f"{UNITS}{unit.pk}/pegawai/undang/", fields).context["form"].errors
    assert {"email", "employee_number"} <= set(errors)


def test_it_edits_and_closes_and_opens_an_account(admin: Person, team_mate: Person, client: Client) -> None:
    client.force_login(admin)
    person = f"/pengelolaan/pegawai/{team_mate.pk}/"
    fields = {"full_name": "Nama Baru", "email": team_mate.email, "language": "id"}
    client.post(f"{person}ubah/", fields)
    client.post(f"{person}nonaktifkan/")
    team_mate.refresh_from_db()
    assert (team_mate.full_name, team_mate.is_active) == ("Nama Baru", False)
    client.post(f"{person}aktifkan/")
    team_mate.refresh_from_db()
    assert team_mate.is_active


def test_it_resets_a_lost_second_step_after_asking(admin: Person, team_mate: Person, client: Client) -> None:
    client.force_login(admin)
    person = f"/pengelolaan/pegawai/{team_mate.pk}/"
    assert "atur-ulang-langkah" not in client.get(person).content.decode()
    Authenticator.objects.create(user=team_mate, type="totp", data={})
    page = client.get(person)
    assert_clean_markup(page)
    assert 'data-opens="atur-ulang-langkah"' in page.content.decode()
    asking = client.get(f"{person}langkah-kedua/")
    assert_clean_markup(asking)
    assert Authenticator.objects.filter(user=team_mate).exists()
    answer = client.post(f"{person}langkah-kedua/", follow=True)
    assert f"Masuk dua langkah {team_mate.full_name} diatur ulang." in answer.content.decode()
    assert not Authenticator.objects.filter(user=team_mate).exists()
    again = client.post(f"{person}langkah-kedua/", follow=True)
    assert "Pegawai ini tidak memakai masuk dua langkah." in again.content.decode()


def test_it_grants_and_revokes_a_role(
    admin: Person, team_mate: Person, unit: Unit, below: Unit, client: Client
) -> None:
    client.force_login(admin)
    person = f"/pengelolaan/pegawai/{team_mate.pk}/"
    client.post(f"{person}peran/", {"role": "operator", "unit": below.pk})
    assert set(team_mate.role_assignments.values_list("role", "unit")) == {
        ("employee", unit.pk),
        ("operator", below.pk),
    }
    client.post(f"{person}peran/{below.pk}/operator/cabut/")
    assert team_mate.role_assignments.count() == 1


def test_a_refusal_comes_back_as_a_message(admin: Person, unit: Unit, client: Client) -> None:
    client.force_login(admin)
    where = f"/pengelolaan/pegawai/{admin.pk}/peran/{unit.pk}/institution_admin/cabut/"
    answer = client.post(where, follow=True)
    assert "Ini administrator instansi terakhir" in answer.content.decode()
    assert admin.role_assignments.exists()


def test_it_names_no_role_in_a_unit_that_the_person_cannot_see(
    team_mate: Person, owner: Person, other_unit: Unit, client: Client
) -> None:
    RoleAssignmentFactory.create(person=team_mate, unit=other_unit, role="auditor")
    client.force_login(owner)
    answer = client.get(f"/pengelolaan/pegawai/{team_mate.pk}/")
    assert "Kantor Lain" not in answer.content.decode()
    assert [held.unit.code for held, _role, _may in answer.context["assignments"]] == ["kantor-sendiri"]


def test_it_sets_which_roles_need_a_second_step(admin: Person, unit: Unit, client: Client) -> None:
    client.force_login(admin)
    client.post(f"{UNITS}{unit.pk}/masuk/", {"role": ["operator", "auditor"]})
    client.post(f"{UNITS}{unit.pk}/masuk/", {"role": ["operator"]})
    required = RolePolicy.objects.filter(mfa_required=True).values_list("role", flat=True)
    assert list(required) == ["operator"]


def test_the_record_shows_only_units_within_reach(
    admin: Person, unit: Unit, below: Unit, other_unit: Unit, client: Client
) -> None:
    for place in (unit, below, other_unit):
        audit.record("uji.kejadian", actor=admin, target=place, unit_code=place.code)
    client.force_login(admin)
    seen = [event.unit_code for event, _words, _name in client.get(AUDIT).context["rows"]]
    assert seen == [below.code, unit.code]
    narrowed = client.get(AUDIT, {"unit": unit.code}).context["rows"]
    assert [event.unit_code for event, _words, _name in narrowed] == [unit.code]
    foreign = client.get(AUDIT, {"unit": other_unit.code}).context["rows"]
    assert other_unit.code not in [event.unit_code for event, _words, _name in foreign]


def test_the_record_is_narrowed_by_words_and_days(admin: Person, unit: Unit, client: Client) -> None:
    audit.record("uji.kejadian", actor=admin, target=unit, unit_code=unit.code)
    client.force_login(admin)

    def count(**wanted: str) -> int:
        return len(client.get(AUDIT, wanted).context["rows"])

    assert count() == count(cari="Admin Contoh") == count(dari="2020-01-01") == 1
    assert count(cari="tiada") == count(sampai="2020-01-01") == count(dari="2999-01-01") == 0
    assert count(dari="bukan tanggal") == 1, "a wrong filter is said at the field and narrows nothing"


@pytest.mark.parametrize(("page", "limit"), [(UNITS, 15), (AUDIT, 15), ("people", 15), ("person", 15)])
def test_a_page_asks_the_same_of_a_small_and_a_large_office(
    page: str,
    limit: int,
    admin: Person,
    unit: Unit,
    client: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(12):
        place = UnitFactory.create(parent=unit)
        person = PersonFactory.create(unit=unit, role="employee")
        RoleAssignmentFactory.create(person=admin, unit=place, role="operator")
        audit.record(f"uji.{number}", actor=person, target=place, unit_code=place.code)
    addresses = {
        "people": f"{UNITS}{unit.pk}/pegawai/",
        "person": f"/pengelolaan/pegawai/{admin.pk}/",
    }
    client.force_login(admin)
    with django_assert_max_num_queries(limit):
        client.get(addresses.get(page, page))
