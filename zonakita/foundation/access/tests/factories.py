"""People with a role in a unit, for tests."""

from __future__ import annotations

from typing import Any

from zonakita.foundation.access.models import RoleAssignment
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.foundation.people.tests.factories import PersonFactory as BarePersonFactory


class RoleAssignmentFactory:
    @staticmethod
    def create(*, person: Person, role: str, unit: Unit | None = None) -> RoleAssignment:
        return RoleAssignment.objects.create(person=person, unit=unit or person.unit, role=role)


class PersonFactory:
    @staticmethod
    def create(*, role: str | None = None, **fields: Any) -> Person:
        """Create a person who holds `role` (none: a stranger to every unit) in the home unit."""
        person = BarePersonFactory.create(**fields)
        if role:
            RoleAssignmentFactory.create(person=person, role=role)
        return person
