"""Who may do what where."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoAssertNumQueries

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.access.permissions import READING
from zonakita.foundation.access.roles import ALL_ROLES, ROLES
from zonakita.foundation.access.tests.factories import PersonFactory, RoleAssignmentFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person


@pytest.fixture
def province(db: None) -> Unit:
    return UnitFactory.create(level="province")


@pytest.fixture
def regency(province: Unit) -> Unit:
    return UnitFactory.create(parent=province)


def test_it_allows_what_the_role_holds_in_the_unit(owner: Person, unit: Unit) -> None:
    access.require(owner, Permission.PLAN_EDIT, unit_id=unit.pk)


def test_it_refuses_what_the_role_does_not_hold(team_mate: Person, unit: Unit) -> None:
    assert access.may(team_mate, Permission.PLAN_VIEW, unit_id=unit.pk)
    with pytest.raises(PermissionDenied, match="Mengubah rencana aksi"):
        access.require(team_mate, Permission.PLAN_EDIT, unit_id=unit.pk)


def test_it_refuses_the_same_role_in_another_unit(stranger: Person, unit: Unit) -> None:
    assert not access.may(stranger, Permission.PLAN_EDIT, unit_id=unit.pk)
    assert not access.is_insider(stranger, unit.pk)


def test_it_refuses_a_visitor_who_has_not_signed_in(unit: Unit) -> None:
    assert not access.may(AnonymousUser(), Permission.UNIT_VIEW, unit_id=unit.pk)


def test_it_refuses_a_person_who_was_deactivated_meanwhile(owner: Person, unit: Unit) -> None:
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    assert owner.is_active, "the copy in memory still says active"
    assert not access.may(owner, Permission.PLAN_EDIT, unit_id=unit.pk)


def test_it_sees_a_revoked_role_at_once(owner: Person, unit: Unit) -> None:
    assert access.may(owner, Permission.PLAN_EDIT, unit_id=unit.pk)
    owner.role_assignments.all().delete()
    assert not access.may(owner, Permission.PLAN_EDIT, unit_id=unit.pk)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_it_reaches_below_only_where_the_role_says_so(role: str, province: Unit, regency: Unit) -> None:
    person = PersonFactory.create(unit=province, role=role)
    assert access.is_insider(person, province.pk)
    assert access.is_insider(person, regency.pk) is ROLES[role].reaches_below


@pytest.mark.parametrize("role", sorted(ROLES))
def test_it_never_reaches_above_or_beside(role: str, province: Unit, regency: Unit) -> None:
    person = PersonFactory.create(unit=regency, role=role)
    sister = UnitFactory.create(parent=province)
    assert set(access.unit_ids_with(person, Permission.UNIT_VIEW)) == {regency.pk}
    assert not access.is_insider(person, sister.pk)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_all_rights_at_once_are_the_rights_one_by_one(
    role: str, province: Unit, regency: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person = PersonFactory.create(unit=regency, role=role)
    sister = UnitFactory.create(parent=province)
    lookalike = UnitFactory.create()
    Unit.objects.filter(pk=lookalike.pk).update(path=f"{regency.path[:-1]}0/")
    lookalike.refresh_from_db()
    below = UnitFactory.create(parent=regency)
    for unit in (province, regency, sister, below, lookalike):
        with django_assert_num_queries(1):
            together = access.permissions_in(person, unit)
        assert together == {one for one in Permission if access.may(person, one, unit_id=unit.pk)}
    Person.objects.filter(pk=person.pk).update(is_active=False)
    assert access.permissions_in(person, regency) == frozenset()
    assert access.permissions_in(AnonymousUser(), regency) == frozenset()


def test_it_does_not_mistake_a_longer_key_for_a_unit_below(province: Unit) -> None:
    """The path "/1/" is no prefix of "/10/": the closing slash decides."""
    person = PersonFactory.create(unit=province, role="auditor")
    lookalike = UnitFactory.create()
    Unit.objects.filter(pk=lookalike.pk).update(path=f"{province.path[:-1]}0/")
    assert not access.is_insider(person, lookalike.pk)


def test_it_narrows_in_one_query(
    owner: Person, unit: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert list(access.unit_ids_with(owner, Permission.PLAN_EDIT)) == [unit.pk]


def test_it_adds_up_the_roles_of_a_person(owner: Person, unit: Unit, other_unit: Unit) -> None:
    RoleAssignmentFactory.create(person=owner, unit=other_unit, role="auditor")
    assert set(access.unit_ids_with(owner, Permission.PLAN_VIEW)) == {unit.pk, other_unit.pk}
    assert set(access.unit_ids_with(owner, Permission.PLAN_EDIT)) == {unit.pk}


def test_it_lets_the_auditor_read_all_and_write_nothing() -> None:
    auditor = ROLES["auditor"].permissions
    assert auditor == READING
    assert {permission for permission in Permission if permission.name.endswith("_VIEW")} <= auditor
    assert all(permission.name.endswith(("_VIEW", "_EXPORT")) for permission in auditor)


def test_it_lets_only_known_roles_be_handed_on() -> None:
    assert set(ROLES) == ALL_ROLES
    for role in ROLES.values():
        assert role.may_grant <= ALL_ROLES
        assert bool(role.may_grant) is (Permission.ROLE_GRANT in role.permissions)


def test_every_role_lets_its_holder_see_the_unit() -> None:
    assert all(Permission.UNIT_VIEW in role.permissions for role in ROLES.values())


def test_a_unit_administrator_hands_on_no_reach_that_he_lacks(province: Unit, regency: Unit) -> None:
    administrator = PersonFactory.create(unit=province, role="unit_admin")
    assert not access.may_grant(administrator, "leader", unit=province)
    assert access.may_grant(administrator, "operator", unit=province)
    assert not access.may_grant(administrator, "operator", unit=regency)
    assert not access.may_grant(administrator, "institution_admin", unit=province)


def test_a_unit_administrator_names_the_leader_where_nothing_is_below(regency: Unit) -> None:
    administrator = PersonFactory.create(unit=regency, role="unit_admin")
    assert access.may_grant(administrator, "leader", unit=regency)
    assert not access.may_grant(administrator, "auditor", unit=regency)
