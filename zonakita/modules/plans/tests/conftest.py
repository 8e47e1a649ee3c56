"""A plan of the owner's unit for every test of the plan pages."""

from __future__ import annotations

import pytest

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan, PlanItem
from zonakita.modules.plans.tests.factories import PlanFactory


@pytest.fixture
def plan(unit: Unit, owner: Person) -> ActionPlan:
    """Five ZI rows of 2026, due in March and June."""
    return PlanFactory.create(unit=unit, by=owner)


@pytest.fixture
def item(plan: ActionPlan) -> PlanItem:
    """The plan's first row."""
    return plan.items.get(order=1)
