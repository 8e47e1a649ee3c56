"""grant_role, revoke_role, set_role_policy."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError

from zonakita.foundation.access import errors
from zonakita.foundation.access.actions import deactivate_person, grant_role, revoke_role, set_role_policy
from zonakita.foundation.access.models import RoleAssignment, RolePolicy
from zonakita.foundation.access.tests.conftest import Codes
from zonakita.foundation.access.tests.factories import PersonFactory, RoleAssignmentFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

ADMIN = "institution_admin"


def roles_of(person: Person) -> set[tuple[str, str]]:
    return {(held.unit.code, held.role) for held in person.role_assignments.select_related("unit")}


def test_it_grants_a_role(employee: Person, province: Unit, unit_admin: Person, recorded: Codes) -> None:
    grant_role(person=employee, unit=province, role="operator", by=unit_admin)
    assert roles_of(employee) == {("provinsi", "employee"), ("provinsi", "operator")}
    assert recorded() == ["access.role_granted"]


def test_it_grants_any_role_anywhere_below_for_the_institution(
    employee: Person, regency: Unit, institution_admin: Person
) -> None:
    grant_role(person=employee, unit=regency, role="auditor", by=institution_admin)
    assert ("kabupaten", "auditor") in roles_of(employee)


@pytest.mark.parametrize("who", ["auditor", "employee"])
def test_it_refuses_to_grant_without_the_right(
    who: str, employee: Person, province: Unit, request: pytest.FixtureRequest, recorded: Codes
) -> None:
    with pytest.raises(PermissionDenied):
        grant_role(person=employee, unit=province, role="operator", by=request.getfixturevalue(who))
    assert roles_of(employee) == {("provinsi", "employee")}
    assert recorded() == []


@pytest.mark.parametrize("role", ["institution_admin", "auditor", "tpi", "tpn"])
def test_a_unit_administrator_cannot_grant_above_the_own_reach(
    role: str, unit_admin: Person, province: Unit
) -> None:
    with pytest.raises(errors.RoleOutOfReach):
        grant_role(person=unit_admin, unit=province, role=role, by=unit_admin)


def test_it_refuses_to_grant_in_another_unit(employee: Person, regency: Unit, unit_admin: Person) -> None:
    with pytest.raises(PermissionDenied):
        grant_role(person=employee, unit=regency, role="operator", by=unit_admin)


def test_it_refuses_a_role_held_already(employee: Person, province: Unit, unit_admin: Person) -> None:
    with pytest.raises(errors.RoleAlreadyHeld):
        grant_role(person=employee, unit=province, role="employee", by=unit_admin)


def test_it_refuses_a_role_for_a_closed_account(employee: Person, province: Unit, unit_admin: Person) -> None:
    deactivate_person(person=employee, by=unit_admin)
    with pytest.raises(errors.PersonInactive):
        grant_role(person=employee, unit=province, role="operator", by=unit_admin)


def test_it_refuses_a_role_nobody_knows(employee: Person, province: Unit, institution_admin: Person) -> None:
    with pytest.raises(errors.RoleOutOfReach):
        grant_role(person=employee, unit=province, role="raja", by=institution_admin)
    with pytest.raises(IntegrityError):
        RoleAssignmentFactory.create(person=employee, unit=province, role="raja")


def test_it_revokes_a_role(employee: Person, province: Unit, unit_admin: Person, recorded: Codes) -> None:
    revoke_role(person=employee, unit=province, role="employee", by=unit_admin)
    assert roles_of(employee) == set()
    assert recorded() == ["access.role_revoked"]


def test_it_refuses_to_revoke_what_is_not_held(employee: Person, province: Unit, unit_admin: Person) -> None:
    with pytest.raises(errors.RoleNotHeld):
        revoke_role(person=employee, unit=province, role="operator", by=unit_admin)


@pytest.mark.parametrize("who", ["auditor", "employee"])
def test_it_refuses_to_revoke_without_the_right(
    who: str, employee: Person, province: Unit, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        revoke_role(person=employee, unit=province, role="employee", by=request.getfixturevalue(who))


def test_a_unit_administrator_cannot_revoke_the_auditor(province: Unit, unit_admin: Person) -> None:
    auditor = PersonFactory.create(unit=province, role="auditor")
    with pytest.raises(errors.RoleOutOfReach):
        revoke_role(person=auditor, unit=province, role="auditor", by=unit_admin)


def test_it_keeps_the_last_administrator(institution: Unit, institution_admin: Person) -> None:
    with pytest.raises(errors.LastAdministrator):
        revoke_role(person=institution_admin, unit=institution, role=ADMIN, by=institution_admin)
    second = PersonFactory.create(unit=institution, role=ADMIN)
    revoke_role(person=institution_admin, unit=institution, role=ADMIN, by=second)
    assert RoleAssignment.objects.filter(role=ADMIN).get().person == second


def test_a_closed_account_does_not_count_as_an_administrator(
    institution: Unit, institution_admin: Person
) -> None:
    PersonFactory.create(unit=institution, role=ADMIN, is_active=False)
    with pytest.raises(errors.LastAdministrator):
        revoke_role(person=institution_admin, unit=institution, role=ADMIN, by=institution_admin)


def test_it_sets_a_sign_in_policy(institution: Unit, institution_admin: Person, recorded: Codes) -> None:
    set_role_policy(unit=institution, role="operator", mfa_required=True, by=institution_admin)
    set_role_policy(unit=institution, role="operator", mfa_required=True, by=institution_admin)
    assert RolePolicy.objects.get().mfa_required
    assert recorded() == ["access.sign_in_policy_set"]
    set_role_policy(unit=institution, role="operator", mfa_required=False, by=institution_admin)
    assert not RolePolicy.objects.get().mfa_required


def test_it_refuses_a_sign_in_policy_without_the_right(
    institution: Unit, province: Unit, unit_admin: Person, institution_admin: Person
) -> None:
    with pytest.raises(PermissionDenied):
        set_role_policy(unit=province, role="operator", mfa_required=True, by=unit_admin)
    with pytest.raises(errors.NotAnInstitution):
        set_role_policy(unit=province, role="operator", mfa_required=True, by=institution_admin)
    with pytest.raises(ValidationError):
        set_role_policy(unit=institution, role="raja", mfa_required=True, by=institution_admin)
