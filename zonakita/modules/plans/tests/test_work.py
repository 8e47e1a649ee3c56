"""What a person has to do, on the home page and in messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from zonakita.foundation.notifications import interface as notifications
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.actions import assign_items
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.queries.work import work_of
from zonakita.modules.plans.tests.factories import PlanFactory, proposal, row

Check = Callable[[Any], None]


@pytest.fixture(autouse=True)
def _in_june(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = timezone.now().replace(year=2026, month=6, day=15)
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def busy_plan(unit: Unit, owner: Person, team_mate: Person) -> ActionPlan:
    """Rows due in September, June and January, all of the team-mate's."""
    rows = [row(0, months=(9,)), row(1, months=(1, 6)), row(2, months=(1,))]
    plan = PlanFactory.create(unit=unit, by=owner, content=proposal(*rows))
    ids = list(plan.items.values_list("pk", flat=True))
    assign_items(plan=plan, item_ids=ids, person_ids=[team_mate.pk, owner.pk], by=owner)
    return plan


def test_the_next_due_comes_first_and_what_is_over_is_left_out(
    busy_plan: ActionPlan, team_mate: Person
) -> None:
    work = work_of(team_mate, timezone.localdate())
    assert [(entry.item.order, entry.due) for entry in work] == [(2, (2026, 6)), (1, (2026, 9))]


def test_a_superseded_plan_gives_no_work(
    busy_plan: ActionPlan, unit: Unit, owner: Person, team_mate: Person
) -> None:
    PlanFactory.create(unit=unit, by=owner, content=proposal(row(4, months=(12,))))
    assert work_of(team_mate, timezone.localdate()) == []


def test_the_home_page_shows_it(
    client: Client, busy_plan: ActionPlan, team_mate: Person, stranger: Person, assert_clean_markup: Check
) -> None:
    client.force_login(team_mate)
    page = client.get("/")
    assert_clean_markup(page)
    text = page.content.decode()
    assert "Pekerjaan saya" in text
    assert "Menyusun dokumen rencana kerja" in text
    assert "Rencana aksi Zona Integritas 2026" in text
    client.force_login(stranger)
    assert "Zona Integritas 2026" not in client.get("/").content.decode()


def test_people_are_told_once_what_they_were_given(
    client: Client, busy_plan: ActionPlan, owner: Person, team_mate: Person
) -> None:
    message = notifications.notifications_visible_to(team_mate).get()
    assert message.title == "Anda ditugasi 3 baris rencana aksi ZI 2026"
    assert message.url == f"/rencana/{busy_plan.pk}/?siapa=person%3A{team_mate.pk}"
    client.force_login(team_mate)
    assert len(client.get(message.url).context["sections"]) == 2
    ids = list(busy_plan.items.values_list("pk", flat=True))
    assign_items(plan=busy_plan, item_ids=ids, person_ids=[team_mate.pk], by=owner)
    assert notifications.notifications_visible_to(team_mate).count() == 1
    assert not notifications.notifications_visible_to(owner).exists()
