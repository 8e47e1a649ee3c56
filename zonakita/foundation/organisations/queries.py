"""Reading the unit tree; what a person may see of it is asked in `access`."""

from __future__ import annotations

from django.db.models import QuerySet

from zonakita.foundation.organisations.models import Unit


def units_below(unit: Unit, include_self: bool = True) -> QuerySet[Unit]:
    """A unit and everything under it, in tree order."""
    below = Unit.objects.filter(path__startswith=unit.path)
    return below if include_self else below.exclude(pk=unit.pk)


def ancestors_of(unit: Unit) -> QuerySet[Unit]:
    """The units above one, the institution first."""
    keys = [int(key) for key in unit.path.split("/") if key]
    return Unit.objects.filter(pk__in=keys[:-1]).order_by("path")


def unit_by_code(code: str) -> Unit | None:
    return Unit.objects.filter(code=code).first()
