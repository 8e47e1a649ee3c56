"""invite_person, resend_invitation, edit_person, deactivate_person, reactivate_person."""

from __future__ import annotations

import re

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from zonakita.foundation.access import errors
from zonakita.foundation.access.actions import (
    deactivate_person,
    edit_person,
    invite_person,
    people,
    reactivate_person,
    resend_invitation,
)
from zonakita.foundation.access.tests.conftest import Codes
from zonakita.foundation.access.tests.factories import PersonFactory, RoleAssignmentFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

SITE = "https://zi.contoh.test"
NEW_PASSWORD = "sepeda-biru-di-taman-7"


def invite(unit: Unit, by: Person, **fields: str) -> Person:
    defaults = {"full_name": "Pegawai Baru", "email": "Baru@Contoh.test", "site_address": SITE}
    return invite_person(unit=unit, by=by, **{**defaults, **fields})


def link_in_mail() -> str:
    found = re.search(rf"{SITE}(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_an_invited_person_sets_a_password_and_signs_in(
    province: Unit,
    unit_admin: Person,
    client: Client,
    recorded: Codes,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        person = invite(province, unit_admin)
    assert mail.outbox[0].to == ["baru@contoh.test"]
    assert not person.has_joined
    page = client.get(link_in_mail(), follow=True)
    form_address = page.redirect_chain[-1][0]
    client.post(form_address, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    answer = client.post("/akun/login/", {"login": "baru@contoh.test", "password": NEW_PASSWORD})
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(person.pk)
    assert recorded() == ["people.person_invited", "people.password_set", "people.signed_in"]


def test_the_link_of_an_invitation_works_once(
    province: Unit,
    unit_admin: Person,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invite(province, unit_admin)
    link = link_in_mail()
    form_address = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(form_address, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert Client().get(link, follow=True).context["token_fail"]


def test_it_names_a_person_without_address_who_cannot_sign_in(province: Unit, unit_admin: Person) -> None:
    first, second = (invite(province, unit_admin, email="", full_name=name) for name in ("Satu", "Dua"))
    assert first.email is None
    assert second.email is None
    assert not first.has_usable_password()


def test_it_sends_no_mail_when_the_change_is_undone(province: Unit, employee: Person) -> None:
    with pytest.raises(PermissionDenied):
        invite(province, employee)
    assert mail.outbox == []
    assert not Person.objects.filter(full_name="Pegawai Baru").exists()


@pytest.mark.parametrize("who", ["auditor", "employee"])
def test_it_refuses_an_invitation_without_the_right(
    who: str, province: Unit, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        invite(province, request.getfixturevalue(who))


def test_it_refuses_an_invitation_to_another_unit(regency: Unit, unit_admin: Person) -> None:
    with pytest.raises(PermissionDenied):
        invite(regency, unit_admin)


@pytest.mark.parametrize(
    ("field", "value"), [("email", "bukan surel"), ("employee_number", "123"), ("full_name", "")]
)
def test_it_refuses_data_that_may_not_stand(
    field: str, value: str, province: Unit, unit_admin: Person
) -> None:
    with pytest.raises(ValidationError) as refusal:
        invite(province, unit_admin, **{field: value})
    assert field in refusal.value.message_dict


def test_it_refuses_an_address_in_use_whatever_its_case(
    province: Unit, unit_admin: Person, employee: Person
) -> None:
    with pytest.raises(ValidationError):
        invite(province, unit_admin, email=str(employee.email).upper())


def test_it_refuses_an_employee_number_in_use(province: Unit, unit_admin: Person) -> None:
    number = "198001012005011001"
    invite(province, unit_admin, employee_number=number)
    with pytest.raises(ValidationError, match="NIP"):
        invite(province, unit_admin, email="lain@contoh.test", employee_number=number)


def test_it_invites_once_more_until_the_person_joins(
    province: Unit,
    unit_admin: Person,
    employee: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    person = invite(province, unit_admin)
    with django_capture_on_commit_callbacks(execute=True):
        resend_invitation(person=person, site_address=SITE, by=unit_admin)
    assert len(mail.outbox) == 1
    with pytest.raises(errors.InvitationAlreadyAnswered):
        resend_invitation(person=employee, site_address=SITE, by=unit_admin)
    with pytest.raises(PermissionDenied):
        resend_invitation(person=person, site_address=SITE, by=employee)


def test_it_refuses_to_invite_again_without_address_or_account(province: Unit, unit_admin: Person) -> None:
    silent = invite(province, unit_admin, email="")
    with pytest.raises(errors.PersonHasNoEmail):
        resend_invitation(person=silent, site_address=SITE, by=unit_admin)
    closed = invite(province, unit_admin)
    deactivate_person(person=closed, by=unit_admin)
    with pytest.raises(errors.PersonInactive):
        resend_invitation(person=closed, site_address=SITE, by=unit_admin)


def test_it_edits_a_person(employee: Person, unit_admin: Person, recorded: Codes) -> None:
    edit_person(person=employee, changes={"position_title": "Analis", "phone": ""}, by=unit_admin)
    employee.refresh_from_db()
    assert employee.position_title == "Analis"
    assert recorded() == ["people.person_edited"]


def test_a_new_address_cuts_the_links_of_the_old_one(employee: Person, unit_admin: Person) -> None:
    SocialAccount.objects.create(user=employee, provider="sso", uid="1")
    edit_person(person=employee, changes={"email": "Pindah@Contoh.test"}, by=unit_admin)
    employee.refresh_from_db()
    assert employee.email == "pindah@contoh.test"
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("who", ["auditor", "employee"])
def test_it_refuses_an_edit_without_the_right(
    who: str, employee: Person, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        edit_person(person=employee, changes={"phone": "1"}, by=request.getfixturevalue(who))


def test_a_unit_administrator_cannot_take_over_a_mightier_account(
    province: Unit, institution: Unit, unit_admin: Person
) -> None:
    mighty = PersonFactory.create(unit=province)
    RoleAssignmentFactory.create(person=mighty, unit=institution, role="institution_admin")
    with pytest.raises(errors.RoleOutOfReach):
        edit_person(person=mighty, changes={"email": "saya@contoh.test"}, by=unit_admin)
    with pytest.raises(errors.RoleOutOfReach):
        deactivate_person(person=mighty, by=unit_admin)


@pytest.mark.parametrize("field", ["is_active", "password", "unit"])
def test_it_never_edits_what_has_an_action_of_its_own(
    field: str, employee: Person, unit_admin: Person
) -> None:
    with pytest.raises(ValueError, match=field):
        edit_person(person=employee, changes={field: None}, by=unit_admin)


def test_a_deactivated_person_is_out_at_once_and_can_come_back(
    employee: Person, unit_admin: Person, client: Client, recorded: Codes
) -> None:
    client.force_login(employee)
    deactivate_person(person=employee, by=unit_admin)
    assert client.get("/").status_code == 302
    assert client.get("/").headers["Location"].startswith("/akun/login/")
    reactivate_person(person=employee, by=unit_admin)
    reactivate_person(person=employee, by=unit_admin)
    assert recorded() == ["people.person_deactivated", "people.person_reactivated"]


def test_it_refuses_to_close_the_own_account(unit_admin: Person) -> None:
    with pytest.raises(errors.SelfDeactivation):
        deactivate_person(person=unit_admin, by=unit_admin)


def test_two_administrators_cannot_close_each_other(
    institution: Unit, institution_admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both pass the permission check at the same moment; the second one meets the lock and the count."""
    second = PersonFactory.create(unit=institution, role="institution_admin")
    deactivate_person(person=second, by=institution_admin)
    with pytest.raises(PermissionDenied):
        deactivate_person(person=institution_admin, by=second)
    monkeypatch.setattr(people, "_require_reach_over", lambda by, person: None)
    with pytest.raises(errors.LastAdministrator):
        deactivate_person(person=institution_admin, by=second)


@pytest.mark.parametrize("who", ["auditor", "employee"])
def test_it_refuses_to_close_an_account_without_the_right(
    who: str, province: Unit, request: pytest.FixtureRequest
) -> None:
    other = PersonFactory.create(unit=province)
    with pytest.raises(PermissionDenied):
        deactivate_person(person=other, by=request.getfixturevalue(who))
    with pytest.raises(PermissionDenied):
        reactivate_person(person=other, by=request.getfixturevalue(who))
