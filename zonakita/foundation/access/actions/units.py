"""Adding and editing units."""

from __future__ import annotations

from django.db import models, transaction

from zonakita.foundation.access import policies
from zonakita.foundation.access.models import RoleAssignment
from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit, UnitLevel
from zonakita.foundation.people.models import Person

EDITABLE = (
    "name",
    "short_name",
    "level",
    "time_zone",
    "accent_colour",
    "address",
    "phone",
    "website",
    "is_active",
)


@transaction.atomic
def create_unit(
    *, parent: Unit, code: str, name: str, short_name: str, level: str, by: Person, **letterhead: str
) -> Unit:
    """Add a unit below another one; only who manages the upper unit and everything below it may."""
    policies.require_below(by, Permission.UNIT_MANAGE, unit=parent)
    parent = Unit.objects.select_for_update().get(pk=parent.pk)
    unit = Unit.objects.create_in_tree(
        parent=parent, code=code, name=name, short_name=short_name, level=level, **letterhead
    )
    audit.record(
        "organisations.unit_created", actor=by, target=unit, unit_code=unit.code, details={"name": name}
    )
    return unit


@transaction.atomic
def edit_unit(*, unit: Unit, changes: dict[str, object], by: Person) -> Unit:
    """Change the fields of a unit that may change; its code and its place in the tree stay."""
    policies.require(by, Permission.UNIT_MANAGE, unit_id=unit.pk)
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    changed = apply_changes(unit, changes, EDITABLE)
    if changed:
        audit.record("organisations.unit_edited", actor=by, target=unit, unit_code=unit.code, details=changed)
    return unit


@transaction.atomic
def create_institution(*, code: str, name: str, admin_email: str, admin_name: str, by: audit.Job) -> Person:
    """Start an installation: an institution, and its first administrator, who has no password yet.

    Only a command calls this: whoever runs commands on the machine owns the installation.
    """
    unit = Unit.objects.create_in_tree(code=code, name=name, short_name=name[:80], level=UnitLevel.OTHER)
    person = Person.objects.create_person(email=admin_email, full_name=admin_name, unit=unit)
    RoleAssignment.objects.create(person=person, unit=unit, role="institution_admin")
    audit.record("organisations.institution_created", actor=by, target=unit, unit_code=unit.code)
    audit.record(
        "access.role_granted",
        actor=by,
        target=person,
        unit_code=unit.code,
        details={"role": "institution_admin"},
    )
    return person


def apply_changes(
    row: models.Model, changes: dict[str, object], allowed: tuple[str, ...]
) -> dict[str, dict[str, object]]:
    """Set, check and save the fields that really change.

    Returns: {field: {"from": old, "to": new}}. Raises: ValueError for a field that may not be edited;
    ValidationError for a value that may not stand.
    """
    if unknown := set(changes) - set(allowed):
        raise ValueError(f"not editable: {', '.join(sorted(unknown))}")
    changed = {
        name: {"from": getattr(row, name), "to": value}
        for name, value in changes.items()
        if getattr(row, name) != value
    }
    for name, pair in changed.items():
        setattr(row, name, pair["to"])
    if changed:
        row.full_clean()
        row.save(update_fields=list(changed))
    return changed
