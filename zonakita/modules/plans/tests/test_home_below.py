"""The plans of the units below, on the home page of those whose role reaches there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person
from zonakita.modules.plans import interface as plans
from zonakita.modules.plans.models import ActionPlan, PlanFinding
from zonakita.modules.plans.tests.factories import PlanFactory

TITLE = "Rencana unit di bawahnya"


@pytest.fixture
def auditor(unit: Unit) -> Person:
    return PersonFactory.create(unit=unit, role="auditor")


def plan_below(unit: Unit, name: str, *, open_findings: int = 0, year: int = 2026) -> ActionPlan:
    """A plan of a new unit below with exactly this many open findings."""
    below = UnitFactory.create(parent=unit, name=name)
    plan = PlanFactory.create(unit=below, by=PersonFactory.create(unit=below, role="operator"), year=year)
    kept = list(plan.findings.values_list("pk", flat=True)[:open_findings])
    assert len(kept) == open_findings
    PlanFinding.objects.filter(plan=plan).exclude(pk__in=kept).delete()
    return plan


def test_it_lists_the_plans_that_need_most_care_first(
    unit: Unit, auditor: Person, client: Client, assert_clean_markup: Callable[[Any], None]
) -> None:
    plan_below(unit, "Kantor Tahun Lalu", open_findings=3, year=2025)
    plan_below(unit, "Kantor Rapi")
    plan_below(unit, "Kantor Ramai", open_findings=2)
    client.force_login(auditor)
    page = client.get("/")
    assert_clean_markup(page)
    words = page.content.decode()
    assert TITLE in words
    assert "Belum ada yang perlu dikerjakan" not in words
    shown = [words.index(name) for name in ("Kantor Ramai", "Kantor Rapi", "Kantor Tahun Lalu")]
    assert shown == sorted(shown)
    cards, total = plans.plans_below(auditor, besides_unit_id=unit.pk)
    assert [card.findings.label for card in cards] == ["2 temuan", "Tanpa temuan", "3 temuan"]
    assert {card.unassigned.label for card in cards} == {"5 tanpa pelaksana"}
    assert total == 3


def test_it_lists_no_more_than_the_limit_and_counts_all(unit: Unit, auditor: Person) -> None:
    for number in range(3):
        plan_below(unit, f"Kantor {number}")
    cards, total = plans.plans_below(auditor, besides_unit_id=unit.pk, limit=2)
    assert (len(cards), total) == (2, 3)


def test_it_leaves_out_the_own_unit_and_superseded_plans(unit: Unit, owner: Person, auditor: Person) -> None:
    PlanFactory.create(unit=unit, by=owner)
    first = plan_below(unit, "Kantor Bawahan")
    revision = PlanFactory.create(unit=first.unit, by=PersonFactory.create(unit=first.unit, role="operator"))
    cards, total = plans.plans_below(auditor, besides_unit_id=unit.pk)
    assert ([card.url for card in cards], total) == ([f"/rencana/{revision.pk}/"], 1)


def test_who_does_not_reach_below_sees_no_such_list(unit: Unit, owner: Person, client: Client) -> None:
    plan_below(unit, "Kantor Bawahan")
    client.force_login(owner)
    assert TITLE not in client.get("/").content.decode()


def test_an_auditor_elsewhere_sees_none_of_them(unit: Unit, other_unit: Unit, client: Client) -> None:
    plan_below(unit, "Kantor Bawahan")
    client.force_login(PersonFactory.create(unit=other_unit, role="auditor"))
    assert "Kantor Bawahan" not in client.get("/").content.decode()


def test_many_plans_ask_the_database_no_more_than_few(
    unit: Unit, auditor: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        plan_below(unit, f"Kantor {number}")
    with django_assert_max_num_queries(3):
        plans.plans_below(auditor, besides_unit_id=unit.pk)
