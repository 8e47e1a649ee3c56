"""Handing roles on and taking them back."""

from __future__ import annotations

from django.db import transaction

from zonakita.foundation.access import errors, policies
from zonakita.foundation.access.models import RoleAssignment, RolePolicy
from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person


@transaction.atomic
def grant_role(*, person: Person, unit: Unit, role: str, by: Person) -> RoleAssignment:
    """Give a person a role in a unit."""
    policies.require(by, Permission.ROLE_GRANT, unit_id=unit.pk)
    if not policies.may_grant(by, role, unit=unit):
        raise errors.RoleOutOfReach
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.is_active:
        raise errors.PersonInactive
    if RoleAssignment.objects.filter(person=person, unit=unit, role=role).exists():
        raise errors.RoleAlreadyHeld
    assignment = RoleAssignment(person=person, unit=unit, role=role)
    assignment.full_clean()
    assignment.save()
    audit.record("access.role_granted", actor=by, target=person, unit_code=unit.code, details={"role": role})
    return assignment


@transaction.atomic
def revoke_role(*, person: Person, unit: Unit, role: str, by: Person) -> None:
    """Take a role back; the last active administrator of an institution keeps it."""
    policies.require(by, Permission.ROLE_GRANT, unit_id=unit.pk)
    if not policies.may_grant(by, role, unit=unit):
        raise errors.RoleOutOfReach
    lock_institution(unit)
    assignment = (
        RoleAssignment.objects.select_for_update().filter(person=person, unit=unit, role=role).first()
    )
    if assignment is None:
        raise errors.RoleNotHeld
    if is_last_administrator(assignment):
        raise errors.LastAdministrator
    assignment.delete()
    audit.record("access.role_revoked", actor=by, target=person, unit_code=unit.code, details={"role": role})


@transaction.atomic
def set_role_policy(*, unit: Unit, role: str, mfa_required: bool, by: Person) -> RolePolicy:
    """Decide whether the holders of a role in an institution must sign in with a second step."""
    policies.require(by, Permission.SIGN_IN_POLICY_EDIT, unit_id=unit.pk)
    if unit.parent_id is not None:
        raise errors.NotAnInstitution
    Unit.objects.select_for_update().get(pk=unit.pk)
    policy = RolePolicy.objects.filter(unit=unit, role=role).first() or RolePolicy(unit=unit, role=role)
    if policy.pk and policy.mfa_required == mfa_required:
        return policy
    policy.mfa_required = mfa_required
    policy.full_clean()
    policy.save()
    audit.record(
        "access.sign_in_policy_set",
        actor=by,
        target=policy,
        unit_code=unit.code,
        details={"role": role, "mfa_required": mfa_required},
    )
    return policy


def lock_institution(unit: Unit) -> None:
    """Hold the top unit, so that two administrators cannot remove each other at the same moment."""
    Unit.objects.select_for_update().get(pk=unit.institution_id)


def is_last_administrator(assignment: RoleAssignment) -> bool:
    """Whether the institution would be left without an active administrator if this role went."""
    if assignment.role != "institution_admin" or assignment.unit.parent_id is not None:
        return False
    others = RoleAssignment.objects.filter(
        unit=assignment.unit, role="institution_admin", person__is_active=True
    )
    return not others.exclude(pk=assignment.pk).exists()
