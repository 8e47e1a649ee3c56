"""Where a person stands: the units of their roles, the unit they work in now, and their rights there."""

from __future__ import annotations

from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.models import RoleAssignment
from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.access.roles import ROLES
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

SESSION_KEY = "unit_id"


class Standing:
    """`request.standing`: read from the database once per request, and only when a page asks."""

    def __init__(self, request: HttpRequest) -> None:
        """Keep the request; nothing is read yet."""
        self._request = request

    @property
    def person(self) -> Person | AnonymousUser:
        """Who is signed in, if anyone."""
        return self._request.user

    @cached_property
    def assignments(self) -> list[RoleAssignment]:
        """The person's roles with their units, in tree order."""
        if not isinstance(self.person, Person):
            return []
        held = RoleAssignment.objects.filter(person=self.person, unit__is_active=True)
        return list(held.select_related("unit").order_by("unit__path", "id"))

    @cached_property
    def units(self) -> list[Unit]:
        """The units in which the person holds a role themselves, each once."""
        return list({assignment.unit_id: assignment.unit for assignment in self.assignments}.values())

    @cached_property
    def unit(self) -> Unit | None:
        """The unit the person works in now: the chosen one, else the home unit, else the first role's."""
        by_key = {unit.pk: unit for unit in self.units}
        chosen = self._request.session.get(SESSION_KEY)
        if chosen is not None:
            unit = (
                by_key.get(chosen)
                or access.units_with(self.person, Permission.UNIT_VIEW).filter(pk=chosen).first()
            )
            if unit is not None:
                return unit
        home = self.person.unit_id if isinstance(self.person, Person) else 0
        return by_key.get(home) or next(iter(self.units), None)

    @cached_property
    def reaches_below(self) -> bool:
        """Whether some role opens more units than those in `units`."""
        return any(ROLES[assignment.role].reaches_below for assignment in self.assignments)

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        """The rights in the current unit; for choosing what to show, never for letting somebody do it."""
        if self.unit is None:
            return frozenset()
        rights: set[Permission] = set()
        for assignment in self.assignments:
            role = ROLES[assignment.role]
            below = role.reaches_below and self.unit.path.startswith(assignment.unit.path)
            if assignment.unit_id == self.unit.pk or below:
                rights |= role.permissions
        return frozenset(rights)

    @cached_property
    def role_labels(self) -> list[str]:
        """The names of the roles held in the current unit itself."""
        return [
            str(ROLES[held.role].label)
            for held in self.assignments
            if self.unit and held.unit_id == self.unit.pk
        ]
