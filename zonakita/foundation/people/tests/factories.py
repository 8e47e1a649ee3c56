"""People for tests; with a role in a unit they come from the factory of `access`."""

from __future__ import annotations

import itertools
from typing import Any

from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person

PASSWORD = "kunci-uji-coba-123"
_numbers = itertools.count(1)


class PersonFactory:
    @staticmethod
    def create(**fields: Any) -> Person:
        """Create a person who can sign in with `PASSWORD`; a home unit is made when none is given."""
        number = next(_numbers)
        if "unit" not in fields:
            fields["unit"] = UnitFactory.create()
        defaults = {
            "email": f"orang{number}@contoh.test",
            "full_name": f"Orang Contoh {number}",
            "password": PASSWORD,
        }
        return Person.objects.create_person(**{**defaults, **fields})
