"""A plan beside an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Cell
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.tests.factories import PlanFactory, proposal, row

Check = Callable[[Any], None]


@pytest.fixture
def newer(unit: Unit, owner: Person) -> ActionPlan:
    """2026 against 2025: one row reworded, one moved, one dropped, one new."""
    PlanFactory.create(unit=unit, by=owner, content=proposal(row(0), row(1), row(2), year=2025))
    reworded = row(0, action=Cell("Membentuk kembali tim kerja Zona Integritas"))
    rows = [reworded, row(1, months=(9,)), row(4)]
    return PlanFactory.create(unit=unit, by=owner, content=proposal(*rows, year=2026))


def test_it_compares_with_the_year_before(
    client: Client, newer: ActionPlan, owner: Person, assert_clean_markup: Check
) -> None:
    client.force_login(owner)
    page: Any = client.get(f"/rencana/{newer.pk}/perbandingan/")
    assert_clean_markup(page)
    counts = {one.label: one.count for one in page.context["counts"]}
    assert counts == {
        "Baris baru": 1,
        "Tidak ada lagi": 1,
        "Berubah kata": 1,
        "Bergeser waktu": 1,
        "Tetap sama": 0,
    }
    text = page.content.decode()
    assert "<ins>kembali</ins>" in text
    assert "<del>Maret, Juni</del>" in text
    assert "<ins>September</ins>" in text


def test_it_filters_by_the_kind_of_change(client: Client, newer: ActionPlan, owner: Person) -> None:
    client.force_login(owner)
    page: Any = client.get(f"/rencana/{newer.pk}/perbandingan/?perubahan=hapus")
    (dropped,) = page.context["differences"]
    assert dropped.is_dropped
    assert dropped.title == "Pemantauan dilaksanakan"


def test_it_compares_revisions_of_one_year(
    client: Client, unit: Unit, plan: ActionPlan, owner: Person
) -> None:
    second = PlanFactory.create(unit=unit, by=owner, row_count=4)
    client.force_login(owner)
    page: Any = client.get(f"/rencana/{second.pk}/perbandingan/")
    assert [row.is_dropped for row in page.context["differences"]] == [True]
    assert "Penetapan awal" in page.content.decode()


def test_it_compares_with_no_plan_of_another_unit(
    client: Client, newer: ActionPlan, other_unit: Unit, owner: Person, stranger: Person
) -> None:
    foreign = PlanFactory.create(unit=other_unit, by=stranger, year=2025)
    client.force_login(owner)
    assert client.get(f"/rencana/{newer.pk}/perbandingan/?dengan={foreign.pk}").status_code == 404


def test_the_first_plan_says_what_is_missing(client: Client, plan: ActionPlan, owner: Person) -> None:
    client.force_login(owner)
    page = client.get(f"/rencana/{plan.pk}/perbandingan/").content.decode()
    assert "Belum ada rencana pembanding" in page


def test_it_shows_a_page_of_changes_at_a_time(client: Client, unit: Unit, owner: Person) -> None:
    PlanFactory.create(unit=unit, by=owner, content=proposal(row(0), year=2025))
    rows = [row(number) for number in range(45)]
    newer = PlanFactory.create(unit=unit, by=owner, content=proposal(*rows, year=2026))
    client.force_login(owner)
    address = f"/rencana/{newer.pk}/perbandingan/?perubahan=tambah"
    lengths = [len(client.get(f"{address}&halaman={number}").context["differences"]) for number in (1, 2, 3)]
    assert lengths == [15, 15, 14]
    assert "1\u201315 dari 44" in client.get(address).content.decode()
