"""Days without work for tests."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any

from zonakita.foundation.agenda.models import Holiday, HolidayKind

_days = itertools.count(1)


class HolidayFactory:
    @staticmethod
    def create(**fields: Any) -> Holiday:
        """Create a day off: local where a unit is given, else for everybody; each on a date of its own."""
        kind = HolidayKind.LOCAL if fields.get("unit") else HolidayKind.NATIONAL
        day = date(2026, 1, 1) + timedelta(days=next(_days))
        return Holiday.objects.create(**{"date": day, "name": "Libur contoh", "kind": kind, **fields})
