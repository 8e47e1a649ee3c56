"""The year as a grid."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.tests.factories import PlanFactory, proposal, row, two_areas


def test_it_marks_due_months_and_todays(
    client: Client, unit: Unit, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = timezone.now().replace(year=2026, month=6, day=15)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    rows = [row(0, months=(3, 6, 7)), row(1, months=(1,), week=2), row(2, months=(6,), target_year=2022)]
    plan = PlanFactory.create(unit=unit, by=owner, content=proposal(*rows))
    client.force_login(owner)
    page: Any = client.get(f"/rencana/{plan.pk}/kalender/")
    first, second, third = (line for section in page.context["sections"] for line in section.rows)
    assert [cell.timing for cell in first.cells] == [
        "",
        "",
        "past",
        "",
        "",
        "now",
        "ahead",
        "",
        "",
        "",
        "",
        "",
    ]
    assert (first.cells[5].joins_previous, first.cells[5].joins_next) == (False, True)
    assert second.cells[0].week == 2
    assert third.elsewhere == "Juni 2022"
    assert not any(cell.label for cell in third.cells)
    months = page.context["months"]
    assert [month.number for month in months if month.is_now] == [6]
    assert months[5].due_count == 1


def test_it_shows_one_area_and_counts_the_whole_plan(client: Client, unit: Unit, owner: Person) -> None:
    plan = PlanFactory.create(unit=unit, by=owner, content=two_areas(25, 3))
    client.force_login(owner)

    def rows(query: str = "") -> list[int]:
        page: Any = client.get(f"/rencana/{plan.pk}/kalender/{query}")
        assert page.context["months"][2].due_count == 28
        return [line.number for section in page.context["sections"] for line in section.rows]

    assert rows() == list(range(1, 21))
    assert rows("?halaman=2") == [21, 22, 23, 24, 25]
    assert rows(f"?area={plan.areas.get(order=1).pk}") == [26, 27, 28]
    assert rows("?area=semua&halaman=2") == list(range(21, 29))
