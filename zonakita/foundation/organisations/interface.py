"""What everybody else may use of the unit tree."""

from zonakita.foundation.organisations.models import UnitLevel
from zonakita.foundation.organisations.queries import ancestors_of, unit_by_code, units_below

__all__ = ["UnitLevel", "ancestors_of", "unit_by_code", "units_below"]
