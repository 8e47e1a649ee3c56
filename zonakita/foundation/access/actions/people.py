"""Inviting, editing and deactivating people."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from zonakita.foundation.access import errors, policies
from zonakita.foundation.access.actions.roles import is_last_administrator, lock_institution
from zonakita.foundation.access.actions.units import apply_changes
from zonakita.foundation.access.models import RoleAssignment
from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.access.tasks import invite_by_mail, tell_of_second_step_reset
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

EDITABLE = ("full_name", "email", "employee_number", "position_title", "phone", "language")


@transaction.atomic
def invite_person(
    *,
    unit: Unit,
    full_name: str,
    email: str,
    site_address: str,
    by: Person,
    employee_number: str = "",
    position_title: str = "",
) -> Person:
    """Add a person to a unit and, with an e-mail address, send the link by which a password is set.

    `site_address` is scheme and host of this installation. Without an address the person can be named in
    plans but not sign in. A person starts without any role.
    """
    policies.require(by, Permission.PERSON_MANAGE, unit_id=unit.pk)
    person = Person.objects.create_person(
        unit=unit,
        full_name=full_name,
        email=email,
        employee_number=employee_number,
        position_title=position_title,
    )
    audit.record("people.person_invited", actor=by, target=person, unit_code=unit.code)
    if person.email:
        jobs.enqueue(invite_by_mail, person_id=person.pk, site_address=site_address)
    return person


@transaction.atomic
def resend_invitation(*, person: Person, site_address: str, by: Person) -> None:
    """Send the invitation once more to a person who has not joined yet."""
    policies.require(by, Permission.PERSON_MANAGE, unit_id=person.unit_id)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.is_active:
        raise errors.PersonInactive
    if not person.email:
        raise errors.PersonHasNoEmail
    if person.has_joined:
        raise errors.InvitationAlreadyAnswered
    audit.record("people.invitation_sent_again", actor=by, target=person, unit_code=person.unit.code)
    jobs.enqueue(invite_by_mail, person_id=person.pk, site_address=site_address)


@transaction.atomic
def edit_person(*, person: Person, changes: dict[str, object], by: Person) -> Person:
    """Change a person's data; a new e-mail address cuts every link of the old one to outside accounts."""
    _require_reach_over(by, person)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if "email" in changes:
        changes = {**changes, "email": str(changes["email"] or "").strip().lower() or None}
    changed = apply_changes(person, changes, EDITABLE)
    if "email" in changed:
        SocialAccount.objects.filter(user=person).delete()
        EmailAddress.objects.filter(user=person).delete()
    if changed:
        audit.record(
            "people.person_edited",
            actor=by,
            target=person,
            unit_code=person.unit.code,
            details={"fields": sorted(changed)},
        )
    return person


@transaction.atomic
def deactivate_person(*, person: Person, by: Person) -> Person:
    """Close a person's account; roles and history stay, but count for nothing."""
    _require_reach_over(by, person)
    if person.pk == by.pk:
        raise errors.SelfDeactivation
    held = RoleAssignment.objects.filter(person=person, role="institution_admin").select_related("unit")
    for assignment in held:
        lock_institution(assignment.unit)
        if is_last_administrator(assignment):
            raise errors.LastAdministrator
    return _set_active(person, by, is_active=False, code="people.person_deactivated")


@transaction.atomic
def reactivate_person(*, person: Person, by: Person) -> Person:
    """Open a closed account again, with the roles it had."""
    _require_reach_over(by, person)
    return _set_active(person, by, is_active=True, code="people.person_reactivated")


@transaction.atomic
def reset_second_step(*, person: Person, by: Person) -> None:
    """Take away every second step of a person who lost the telephone and the recovery codes, and tell them.

    Nobody resets the own one: whoever finds an open browser would be rid of the second step.
    """
    _require_reach_over(by, person)
    if person.pk == by.pk:
        raise errors.OwnSecondStep
    person = Person.objects.select_for_update().get(pk=person.pk)
    held = Authenticator.objects.filter(user=person)
    types = sorted(set(held.values_list("type", flat=True)))
    if not types:
        raise errors.NoSecondStep
    held.delete()
    audit.record(
        "people.second_step_reset",
        actor=by,
        target=person,
        unit_code=person.unit.code,
        details={"types": types},
    )
    if person.email:
        jobs.enqueue(tell_of_second_step_reset, person_id=person.pk, by_name=by.full_name)


def _set_active(person: Person, by: Person, *, is_active: bool, code: str) -> Person:
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.is_active is not is_active:
        person.is_active = is_active
        person.save(update_fields=["is_active"])
        audit.record(code, actor=by, target=person, unit_code=person.unit.code)
    return person


def _require_reach_over(by: Person, person: Person) -> None:
    """Let pass who manages people in the person's home unit and could hand on every role the person holds.

    Else an administrator of one unit could take over the account of a mightier colleague by changing its
    e-mail address.
    """
    policies.require(by, Permission.PERSON_MANAGE, unit_id=person.unit_id)
    for assignment in RoleAssignment.objects.filter(person=person).select_related("unit"):
        if not policies.may_grant(by, assignment.role, unit=assignment.unit):
            raise errors.RoleOutOfReach
