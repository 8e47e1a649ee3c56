"""Reading people; who may see them is asked in `access`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from zonakita.foundation.people.models import Person

if TYPE_CHECKING:
    from zonakita.foundation.organisations.models import Unit


def people_of(unit: Unit) -> QuerySet[Person]:
    """The active people whose home is this unit, by name."""
    return Person.objects.filter(unit=unit, is_active=True).order_by("full_name", "id")


def person_by_key(key: int) -> Person | None:
    return Person.objects.filter(pk=key).first()


def person_by_email(email: str) -> Person | None:
    return Person.objects.filter(email__iexact=email.strip()).first()
