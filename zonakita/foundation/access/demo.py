"""The offices and people of the demo, made by the same actions as real ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from zonakita.foundation.access.actions import (
    create_institution,
    create_unit,
    edit_unit,
    grant_role,
    invite_person,
)
from zonakita.foundation.access.roles import ROLES
from zonakita.foundation.audit.interface import Job
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.seeds import UnitSeed, unit_seeds
from zonakita.foundation.people.models import Person

TREE = "kpu-jambi"
PEOPLE = Path(__file__).parent / "data" / "demo-people.yaml"


@dataclass(frozen=True)
class DemoSignIn:
    """One line of the list that the demo prints."""

    email: str
    name: str
    roles: str
    unit: str


@transaction.atomic
def seed_offices(*, password: str) -> None:
    """Make the offices and their people once; all people get the same password."""
    top, *below = unit_seeds(TREE)
    if Unit.objects.filter(code=top.code).exists():
        return
    first, *others = _people()
    admin = create_institution(
        code=top.code, name=top.name, admin_email=first["email"], admin_name=first["name"], by=Job("demo")
    )
    changes: dict[str, object] = {"short_name": top.short_name, "level": top.level}
    units = {top.code: edit_unit(unit=admin.unit, changes=changes, by=admin)}
    for seed in below:
        units[seed.code] = _unit(seed, units, admin)
    for row in others:
        _person(row, units[row["unit"]], admin)
    for person in Person.objects.filter(email__in=[row["email"] for row in (first, *others)]):
        person.set_password(password)
        person.save(update_fields=["password"])


def demo_sign_ins() -> list[DemoSignIn]:
    """Who can sign in to the demo, with roles and unit in words."""
    names = {seed.code: seed.short_name for seed in unit_seeds(TREE)}
    return [
        DemoSignIn(
            email=row["email"],
            name=row["name"],
            roles=", ".join(str(ROLES[role].label) for role in row["roles"]),
            unit=names[row["unit"]],
        )
        for row in _people()
    ]


def _people() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load(PEOPLE.read_text(encoding="utf-8"))
    return rows


def _unit(seed: UnitSeed, units: dict[str, Unit], admin: Person) -> Unit:
    return create_unit(
        parent=units[str(seed.parent)],
        code=seed.code,
        name=seed.name,
        short_name=seed.short_name,
        level=seed.level,
        time_zone=seed.time_zone,
        by=admin,
    )


def _person(row: dict[str, Any], unit: Unit, admin: Person) -> None:
    person = invite_person(
        unit=unit,
        full_name=row["name"],
        email=row["email"],
        position_title=row["position"],
        site_address="",
        by=admin,
    )
    for role in row["roles"]:
        grant_role(person=person, unit=unit, role=role, by=admin)
