"""create_unit, edit_unit, create_institution."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from zonakita.foundation.access.actions import create_unit, edit_unit
from zonakita.foundation.access.models import RoleAssignment
from zonakita.foundation.access.tests.conftest import Codes
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.queries import ancestors_of, units_below
from zonakita.foundation.people.models import Person

FIELDS = {"code": "baru", "name": "Kantor Baru", "short_name": "Baru", "level": "regency"}


def test_it_adds_a_unit_in_its_place(
    institution: Unit, province: Unit, institution_admin: Person, recorded: Codes
) -> None:
    unit = create_unit(parent=province, by=institution_admin, **FIELDS)
    assert unit.path == f"/{institution.pk}/{province.pk}/{unit.pk}/"
    assert list(ancestors_of(unit)) == [institution, province]
    assert list(units_below(institution)) == [institution, province, unit]
    assert list(units_below(province, include_self=False)) == [unit]
    assert recorded() == ["organisations.unit_created"]


@pytest.mark.parametrize("who", ["unit_admin", "auditor", "employee"])
def test_it_refuses_who_does_not_manage_what_lies_below(
    who: str, province: Unit, request: pytest.FixtureRequest, recorded: Codes
) -> None:
    with pytest.raises(PermissionDenied):
        create_unit(parent=province, by=request.getfixturevalue(who), **FIELDS)
    assert recorded() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("code", "provinsi"), ("code", "Huruf Besar"), ("level", "planet"), ("name", "")],
)
def test_it_refuses_a_unit_that_may_not_stand(
    field: str, value: str, province: Unit, institution_admin: Person
) -> None:
    with pytest.raises(ValidationError) as refusal:
        create_unit(parent=province, by=institution_admin, **{**FIELDS, field: value})
    assert field in refusal.value.message_dict


def test_it_edits_and_records_what_changed(province: Unit, unit_admin: Person, recorded: Codes) -> None:
    edit_unit(unit=province, changes={"phone": "0741-000", "name": province.name}, by=unit_admin)
    province.refresh_from_db()
    assert province.phone == "0741-000"
    assert recorded() == ["organisations.unit_edited"]


def test_it_records_nothing_when_nothing_changed(province: Unit, unit_admin: Person, recorded: Codes) -> None:
    edit_unit(unit=province, changes={"name": province.name}, by=unit_admin)
    assert recorded() == []


@pytest.mark.parametrize("who", ["auditor", "employee"])
def test_it_refuses_an_edit_without_the_right(
    who: str, province: Unit, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        edit_unit(unit=province, changes={"phone": "1"}, by=request.getfixturevalue(who))


def test_it_refuses_an_edit_of_another_unit(regency: Unit, unit_admin: Person) -> None:
    with pytest.raises(PermissionDenied):
        edit_unit(unit=regency, changes={"phone": "1"}, by=unit_admin)


@pytest.mark.parametrize("field", ["code", "path", "parent"])
def test_it_never_changes_the_code_or_the_place(field: str, province: Unit, unit_admin: Person) -> None:
    with pytest.raises(ValueError, match=field):
        edit_unit(unit=province, changes={field: "lain"}, by=unit_admin)


@pytest.mark.parametrize(
    ("field", "value"),
    [("accent_colour", "merah"), ("time_zone", "Asia/Atlantis"), ("website", "bukan alamat")],
)
def test_it_refuses_a_value_that_may_not_stand(
    field: str, value: str, province: Unit, unit_admin: Person
) -> None:
    with pytest.raises(ValidationError) as refusal:
        edit_unit(unit=province, changes={field: value}, by=unit_admin)
    assert field in refusal.value.message_dict
    province.refresh_from_db()
    assert getattr(province, field) != value


def test_an_office_starts_without_the_demo(
    db: None, client: Client, capsys: pytest.CaptureFixture[str], recorded: Codes, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://zi.contoh.test"
    call_command("create_institution", code="kantor", name="Kantor Contoh", admin_email="Admin@Contoh.test")
    assignment = RoleAssignment.objects.get()
    assert (assignment.role, assignment.person.email) == ("institution_admin", "admin@contoh.test")
    assert recorded() == ["organisations.institution_created", "access.role_granted"]
    printed = capsys.readouterr().out.split()
    address = next(word for word in printed if word.startswith("https://zi.contoh.test/akun/"))
    assert client.get(urlsplit(address).path, follow=True).context["form"] is not None
    assert mail.outbox == []


def test_the_first_administrator_is_written_to_where_the_site_is_named(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command(
        "create_institution",
        code="kantor",
        name="Kantor Contoh",
        admin_email="admin@contoh.test",
        site="https://lain.contoh.test/",
    )
    for text in (str(mail.outbox[0].body), capsys.readouterr().out):
        assert "https://lain.contoh.test/akun/" in text


def test_an_office_starts_once(db: None) -> None:
    call_command("create_institution", code="kantor", name="Kantor Contoh", admin_email="admin@contoh.test")
    with pytest.raises(CommandError):
        call_command("create_institution", code="kantor", name="Lain", admin_email="lain@contoh.test")
    assert Unit.objects.count() == Person.objects.count() == 1
