"""What everybody else may use of the unit tree."""

from zonakita.foundation.organisations.models import UnitLevel
from zonakita.foundation.organisations.queries import ancestors_of, unit_by_code, units_below
from zonakita.foundation.organisations.seeds import UnitSeed, unit_seeds

__all__ = ["UnitLevel", "UnitSeed", "ancestors_of", "unit_by_code", "unit_seeds", "units_below"]
