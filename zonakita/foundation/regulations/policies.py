"""Who may change the regulation library: everybody reads it, institutions keep it."""

from __future__ import annotations

from django.db.models import QuerySet

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.organisations.models import Unit


def editing_institutions(by: access.Visitor) -> QuerySet[Unit]:
    """The institutions (tops of the tree) for which a person looks after the library."""
    return access.units_with(by, Permission.REGULATION_EDIT).filter(parent=None)


def may_edit(by: access.Visitor) -> bool:
    """Whether a person may add to the library and change it."""
    return editing_institutions(by).exists()
