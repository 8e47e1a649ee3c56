"""The demo office."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan, ItemAssignment, ItemQuestion, PlanFinding


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_it_builds_the_office_once_and_lets_people_in(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path
    first, second = io.StringIO(), io.StringIO()
    call_command("seed_demo", stdout=first)
    counts = [model.objects.count() for model in (Unit, Person, ActionPlan, ItemAssignment)]
    call_command("seed_demo", stdout=second)
    assert counts == [model.objects.count() for model in (Unit, Person, ActionPlan, ItemAssignment)]
    assert counts[0] == 13
    assert {(plan.unit.code, plan.kind, plan.year) for plan in ActionPlan.objects.select_related("unit")} == {
        ("kpu-15", "ZI", 2025),
        ("kpu-15", "ZI", 2026),
        ("kpu-15", "RB", 2026),
        ("kpu-1507", "ZI", 2025),
    }
    assert PlanFinding.objects.filter(state="accepted").exists()
    assert ItemQuestion.objects.filter(state="confirmed").exists()
    password = second.getvalue().split("Kata sandi:")[1].strip()
    assert password in first.getvalue()
    assert client.login(email="operator-jambi@demo.zonakita.test", password=password)
