"""Reading units, people and roles, narrowed to what the asking person may see."""

from __future__ import annotations

from typing import TypeVar

from allauth.mfa.models import Authenticator
from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, Q, QuerySet
from django.http import Http404

from zonakita.foundation.access.models import RoleAssignment, RolePolicy
from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.access.policies import Visitor, unit_ids_with, units_with
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.audit.models import AuditEvent
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

Row = TypeVar("Row", bound=Model)


def units_visible_to(by: Visitor) -> QuerySet[Unit]:
    """The units that a person may look into, in tree order."""
    return units_with(by, Permission.UNIT_VIEW)


def unit_for(by: Visitor, unit_id: int) -> Unit:
    """One unit. Raises: Http404 for a missing and a foreign one alike."""
    return _one(units_visible_to(by).filter(pk=unit_id))


def people_visible_to(by: Visitor) -> QuerySet[Person]:
    """People whose home, or a unit where they hold a role, is visible to the person."""
    seen = unit_ids_with(by, Permission.UNIT_VIEW)
    elsewhere = RoleAssignment.objects.filter(person=OuterRef("pk"), unit__in=seen)
    return Person.objects.filter(Q(unit__in=seen) | Exists(elsewhere)).select_related("unit")


def person_for(by: Visitor, person_id: int) -> Person:
    """One person. Raises: Http404 for a missing and a foreign one alike."""
    return _one(people_visible_to(by).filter(pk=person_id))


def people_in_unit(unit: Unit) -> QuerySet[Person]:
    """People at home in a unit or with a role in it, the inactive last."""
    with_role = RoleAssignment.objects.filter(person=OuterRef("pk"), unit=unit)
    return (
        Person.objects.filter(Q(unit=unit) | Exists(with_role))
        .select_related("unit")
        .order_by("-is_active", "full_name", "pk")
    )


def assignments_in(unit: Unit) -> QuerySet[RoleAssignment]:
    """All roles held in a unit itself."""
    return RoleAssignment.objects.filter(unit=unit).select_related("person")


def assignments_of(person: Person) -> QuerySet[RoleAssignment]:
    """All roles of a person, in tree order of the units."""
    return RoleAssignment.objects.filter(person=person).select_related("unit").order_by("unit__path", "role")


def audit_events_visible_to(by: Visitor) -> QuerySet[AuditEvent]:
    """The audit record of all units whose record the person may read, newest first."""
    return audit.events_of_units(
        units_with(by, Permission.AUDIT_VIEW).order_by().values_list("code", flat=True)
    )


def role_policies_of(unit: Unit) -> QuerySet[RolePolicy]:
    """The sign-in rules set in a unit."""
    return RolePolicy.objects.filter(unit=unit)


def must_set_up_second_step(person: Person) -> bool:
    """Whether one of a person's roles demands a second step that the person has not set up."""
    demanded = RolePolicy.objects.alias(
        held_path=ExpressionWrapper(OuterRef("unit__path"), output_field=CharField())
    ).filter(mfa_required=True, role=OuterRef("role"), held_path__startswith=F("unit__path"))
    set_up = Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.RECOVERY_CODES)
    held = RoleAssignment.objects.filter(person=person)
    return held.filter(Exists(demanded)).exclude(Exists(set_up)).exists()


def has_second_step(person: Person) -> bool:
    """Whether a person signs in with a second step."""
    return bool(Authenticator.objects.filter(user=person).exists())


def _one(queryset: QuerySet[Row]) -> Row:
    found = queryset.first()
    if found is None:
        raise Http404
    return found
