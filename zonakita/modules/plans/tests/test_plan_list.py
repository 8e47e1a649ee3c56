"""The list of plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.tests.factories import PlanFactory

Check = Callable[[Any], None]


def test_it_lists_the_plans_of_the_unit(
    client: Client, plan: ActionPlan, owner: Person, assert_clean_markup: Check
) -> None:
    client.force_login(owner)
    page = client.get("/rencana/")
    assert_clean_markup(page)
    assert "Rencana aksi Zona Integritas 2026" in page.content.decode()
    assert "5 tanpa pelaksana" in page.content.decode()


def test_it_hides_the_plans_of_other_units(client: Client, plan: ActionPlan, stranger: Person) -> None:
    client.force_login(stranger)
    page = client.get("/rencana/").content.decode()
    assert "Zona Integritas 2026" not in page
    assert "Belum ada rencana aksi" in page


def test_it_asks_visitors_to_sign_in(client: Client, plan: ActionPlan) -> None:
    assert client.get("/rencana/").status_code == 302


def test_it_filters_by_year_kind_and_unit(
    client: Client, unit: Unit, owner: Person, plan: ActionPlan
) -> None:
    PlanFactory.create(unit=unit, by=owner, year=2025)
    PlanFactory.create(unit=unit, by=owner, kind="RB")
    client.force_login(owner)

    def titles(query: str) -> list[str]:
        return [card.title for card in client.get(f"/rencana/?{query}").context["cards"]]

    assert len(titles("")) == 3
    assert titles("year=2025") == ["Rencana aksi Zona Integritas 2025"]
    assert titles("kind=RB") == ["Rencana aksi Reformasi Birokrasi 2026"]
    assert len(titles(f"unit={unit.pk}")) == 3
    assert len(titles("year=abc&kind=XX")) == 3


def test_it_shows_superseded_revisions_when_asked(
    client: Client, unit: Unit, owner: Person, plan: ActionPlan
) -> None:
    PlanFactory.create(unit=unit, by=owner)
    client.force_login(owner)
    assert [card.revision for card in client.get("/rencana/").context["cards"]] == ["Revisi ke-1"]
    both = client.get("/rencana/?revisions=on").context["cards"]
    assert [card.revision for card in both] == ["Revisi ke-1", "Penetapan awal"]


def test_an_employee_is_not_offered_the_upload(client: Client, team_mate: Person, owner: Person) -> None:
    client.force_login(team_mate)
    assert "Unggah keputusan" not in client.get("/rencana/").content.decode()
    client.force_login(owner)
    assert "Unggah keputusan" in client.get("/rencana/").content.decode()
