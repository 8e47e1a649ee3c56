"""May this person do that there? Always asked of the database, never remembered."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from zonakita.foundation.access.models import RoleAssignment
from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.access.roles import REACHING_ROLES, ROLES, roles_with
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

Visitor = Person | AnonymousUser


def units_with(by: Visitor, permission: Permission) -> QuerySet[Unit]:
    """The units in which a person holds a right."""
    return _units_of_roles(by, roles_with(permission))


def unit_ids_with(by: Visitor, permission: Permission) -> QuerySet[Unit, int]:
    """Keys of the units in which a person holds a right, as a subquery for `unit_id__in=`."""
    return units_with(by, permission).order_by().values_list("pk", flat=True)


def may(by: Visitor, permission: Permission, *, unit_id: int) -> bool:
    """Whether a person holds a right in a unit."""
    return units_with(by, permission).filter(pk=unit_id).exists()


def permissions_in(by: Visitor, unit: Unit) -> frozenset[Permission]:
    """All that a person may do in a unit, in one cheap query: for a page that asks for several rights."""
    if by.pk is None:
        return frozenset()
    held = RoleAssignment.objects.filter(person_id=by.pk, person__is_active=True)
    return frozenset(
        permission
        for role, unit_id, path in held.values_list("role", "unit_id", "unit__path")
        if unit_id == unit.pk or (role in REACHING_ROLES and unit.path.startswith(path))
        for permission in ROLES[role].permissions
    )


def may_anywhere(by: Visitor, permission: Permission) -> bool:
    """Whether a person holds a right in at least one unit."""
    return units_with(by, permission).exists()


def require(by: Visitor, permission: Permission, *, unit_id: int) -> None:
    """Let pass who holds the right in the unit.

    Raises: PermissionDenied.
    """
    if not may(by, permission, unit_id=unit_id):
        raise PermissionDenied(_("Peran Anda di unit ini tidak mencakup: %s.") % permission.label)


def unit_ids_below_with(by: Visitor, permission: Permission) -> QuerySet[Unit, int]:
    """Keys of the units in which a person holds a right by a role that reaches below them."""
    reaching = [role for role in roles_with(permission) if role in REACHING_ROLES]
    return _units_of_roles(by, reaching).order_by().values_list("pk", flat=True)


def require_below(by: Visitor, permission: Permission, *, unit: Unit) -> None:
    """Let pass who holds the right in a unit and everything below it.

    Raises: PermissionDenied.
    """
    if not unit_ids_below_with(by, permission).filter(pk=unit.pk).exists():
        raise PermissionDenied(_("Peran Anda tidak mencakup unit di bawah unit ini: %s.") % permission.label)


def is_insider(by: Visitor, unit_id: int) -> bool:
    """Whether a person belongs to a unit in any role; a stranger gets 404 where an insider gets 403."""
    return may(by, Permission.UNIT_VIEW, unit_id=unit_id)


def units_to_grant(by: Visitor, role: str) -> QuerySet[Unit]:
    """The units in which a person may hand on a role.

    One of the person's own roles there must list it; a role that reaches below is only handed on by a role
    that reaches below too, or in a unit that has nothing below it.
    """
    grantors = [key for key, held in ROLES.items() if role in held.may_grant]
    if role not in REACHING_ROLES:
        return _units_of_roles(by, grantors)
    reaching = [key for key in grantors if key in REACHING_ROLES]
    is_leaf = ~Exists(Unit.objects.filter(parent=OuterRef("pk")))
    within = _units_of_roles(by, grantors).order_by().values("pk")
    through_reach = _units_of_roles(by, reaching).order_by().values("pk")
    return Unit.objects.filter(Q(is_leaf, pk__in=within) | Q(pk__in=through_reach))


def may_grant(by: Visitor, role: str, *, unit: Unit) -> bool:
    """Whether a person may hand on a role in a unit."""
    return units_to_grant(by, role).filter(pk=unit.pk).exists()


def grantable_roles(by: Visitor, *, unit: Unit) -> list[str]:
    """Keys of the roles that a person may hand on in a unit, in the order of the roles file."""
    return [role for role in ROLES if may_grant(by, role, unit=unit)]


def grantable_anywhere(by: Visitor) -> list[str]:
    """Keys of the roles that a person may hand on in some unit: a list to choose from, no permission."""
    if by.pk is None:
        return []
    held = RoleAssignment.objects.filter(person=by.pk, person__is_active=True).values_list("role", flat=True)
    handed_on = {role for key in held if key in ROLES for role in ROLES[key].may_grant}
    return [role for role in ROLES if role in handed_on]


def _units_of_roles(by: Visitor, roles: Collection[str]) -> QuerySet[Unit]:
    if by.pk is None:
        return Unit.objects.none()
    held = RoleAssignment.objects.filter(person_id=by.pk, person__is_active=True, role__in=roles).alias(
        asked_path=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    )
    here = Q(unit=OuterRef("pk"))
    above = Q(role__in=REACHING_ROLES, asked_path__startswith=F("unit__path"))
    return Unit.objects.filter(Exists(held.filter(here | above)))
