"""An institution with a province and a regency below it, and those who run them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.audit.models import AuditEvent
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person

Codes = Callable[[], list[str]]


@pytest.fixture
def institution(db: None) -> Unit:
    return UnitFactory.create(code="instansi", level="national")


@pytest.fixture
def province(institution: Unit) -> Unit:
    return UnitFactory.create(code="provinsi", level="province", parent=institution)


@pytest.fixture
def regency(province: Unit) -> Unit:
    return UnitFactory.create(code="kabupaten", parent=province)


@pytest.fixture
def institution_admin(institution: Unit) -> Person:
    return PersonFactory.create(unit=institution, role="institution_admin")


@pytest.fixture
def unit_admin(province: Unit) -> Person:
    return PersonFactory.create(unit=province, role="unit_admin")


@pytest.fixture
def auditor(institution: Unit) -> Person:
    return PersonFactory.create(unit=institution, role="auditor")


@pytest.fixture
def employee(province: Unit) -> Person:
    return PersonFactory.create(unit=province, role="employee")


@pytest.fixture
def recorded() -> Codes:
    """Codes of all audit events so far."""
    return lambda: list(AuditEvent.objects.order_by("id").values_list("code", flat=True))
