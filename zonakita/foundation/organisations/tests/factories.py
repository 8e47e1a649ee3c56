"""Units for tests."""

from __future__ import annotations

import itertools
from typing import Any

from zonakita.foundation.organisations.models import Unit, UnitLevel

_numbers = itertools.count(1)


class UnitFactory:
    @staticmethod
    def create(**fields: Any) -> Unit:
        """Create a unit; every field may be given, `parent` too."""
        number = next(_numbers)
        defaults = {
            "code": f"unit-{number}",
            "name": f"Kantor Contoh {number}",
            "short_name": f"Contoh {number}",
            "level": UnitLevel.REGENCY,
        }
        return Unit.objects.create_in_tree(**{**defaults, **fields})
