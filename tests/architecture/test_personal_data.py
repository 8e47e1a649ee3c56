"""Every field of every table of ours is classified: scrubbed from copies of the data, or kept."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

OURS = [
    model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("zonakita.")
]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_is_classified(model: type[Model]) -> None:
    fields = {field.name for field in model._meta.concrete_fields}
    if model._meta.auto_created:
        assert all(field.is_relation or field.primary_key for field in model._meta.concrete_fields)
        return
    declared: dict[str, str] = getattr(model, "personal_data", {})
    many = {field.name for field in model._meta.many_to_many}
    assert fields <= set(declared) <= fields | many, "personal_data must name exactly the fields"
    assert set(declared.values()) <= {"scrub", "keep"}


def test_it_sees_the_tables() -> None:
    assert {"people.Person", "audit.AuditEvent", "access.RoleAssignment"} <= {
        model._meta.label for model in OURS
    }


@pytest.mark.parametrize("name", ["full_name", "email", "employee_number", "phone", "password"])
def test_what_names_a_person_is_scrubbed(name: str) -> None:
    assert apps.get_model("people.Person").personal_data[name] == "scrub"
