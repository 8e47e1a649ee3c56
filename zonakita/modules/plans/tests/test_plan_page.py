"""A plan by area: table, tree, filters, sorting."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Cell
from zonakita.modules.plans.actions import assign_items
from zonakita.modules.plans.models import ActionPlan
from zonakita.modules.plans.tests.factories import PlanFactory, proposal, row, two_areas

Check = Callable[[Any], None]


PAGES = ("", "kalender/", "temuan/", "lke/", "perbandingan/")


def numbers(page: Any) -> list[int]:
    return [line.number for section in page.context["sections"] for line in section.rows]


def test_it_shows_rows_under_their_area_and_component(
    client: Client, plan: ActionPlan, owner: Person, assert_clean_markup: Check
) -> None:
    client.force_login(owner)
    page = client.get(f"/rencana/{plan.pk}/")
    assert_clean_markup(page)
    text = page.content.decode()
    assert "I Manajemen Perubahan" in text
    assert "Membentuk tim kerja Zona Integritas" in text
    assert "Undangan rapat" in text
    assert numbers(page) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_a_plan_is_clean_and_hidden_from_strangers(
    path: str, client: Client, plan: ActionPlan, owner: Person, stranger: Person, assert_clean_markup: Check
) -> None:
    client.force_login(owner)
    page = client.get(f"/rencana/{plan.pk}/{path}")
    assert page.status_code == 200
    assert_clean_markup(page)
    client.force_login(stranger)
    assert client.get(f"/rencana/{plan.pk}/{path}").status_code == 404
    assert client.get(f"/rencana/999999/{path}").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_the_number_of_queries_does_not_grow_with_the_rows(
    path: str, client: Client, unit: Unit, owner: Person, team_mate: Person
) -> None:
    counts = []
    for year, row_count in ((2026, 5), (2025, 70)):
        plan = PlanFactory.create(unit=unit, by=owner, row_count=row_count, year=year)
        ids = list(plan.items.values_list("pk", flat=True))
        assign_items(plan=plan, item_ids=ids, person_ids=[team_mate.pk], team="Pokja", by=owner)
        client.force_login(owner)
        client.get(f"/rencana/{plan.pk}/{path}")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/rencana/{plan.pk}/{path}").status_code == 200
        counts.append(len(queries))
    few, many = counts
    assert many <= few
    assert many <= 15


def test_it_filters_by_text_area_month_person_and_finding(
    client: Client, unit: Unit, owner: Person, team_mate: Person
) -> None:
    late = row(3, target=Cell("Juni 2022"), months=(6,), target_year=2022)
    plan = PlanFactory.create(unit=unit, by=owner, content=proposal(row(0), row(1), row(2), late))
    first, second = plan.items.order_by("order")[:2]
    second.targets.filter(month=3).delete()
    assign_items(plan=plan, item_ids=[first.pk], person_ids=[team_mate.pk], team="", by=owner)
    assign_items(plan=plan, item_ids=[second.pk], person_ids=[], team="Pokja & Tim", by=owner)
    client.force_login(owner)
    area = plan.areas.get()

    def ask(query: dict[str, str | int]) -> list[int]:
        return numbers(client.get(f"/rencana/{plan.pk}/", query))

    assert ask({"q": "PEMANTAUAN"}) == [3]
    assert ask({"area": area.pk}) == [1, 2, 3, 4]
    assert ask({"bulan": 3}) == [1, 3]
    assert ask({"siapa": f"person:{team_mate.pk}"}) == [1]
    assert ask({"siapa": "team:Pokja & Tim"}) == [2]
    assert ask({"siapa": "none"}) == [3, 4]
    assert 4 in ask({"temuan": "error"})
    assert 1 not in ask({"temuan": "error"})
    assert ask({"bulan": 13, "siapa": "person:x", "temuan": "lain"}) == [1, 2, 3, 4]


def test_it_opens_at_the_first_area(
    client: Client, unit: Unit, owner: Person, assert_clean_markup: Check
) -> None:
    plan = PlanFactory.create(unit=unit, by=owner, content=two_areas(25, 3))
    client.force_login(owner)
    address, other = f"/rencana/{plan.pk}/", plan.areas.get(order=1).pk
    page = client.get(address)
    assert_clean_markup(page)
    assert numbers(page) == list(range(1, 21))
    chips = page.context["areas"]
    assert [(chip.count, chip.is_current) for chip in chips] == [(25, True), (3, False), (28, False)]
    assert "1\u201320 dari 25" in page.content.decode()
    assert numbers(client.get(f"{address}?halaman=2")) == [21, 22, 23, 24, 25]
    assert numbers(client.get(address + chips[1].url)) == [26, 27, 28]
    assert numbers(client.get(f"{address}?area=semua&halaman=2")) == list(range(21, 29))
    assert numbers(client.get(f"{address}?area=999999")) == list(range(1, 21))
    assert numbers(client.get(f"{address}?area={other}&halaman=x")) == [26, 27, 28]


def test_a_search_reaches_all_areas_and_can_be_narrowed_to_one(
    client: Client, unit: Unit, owner: Person
) -> None:
    plan = PlanFactory.create(unit=unit, by=owner, content=two_areas(25, 3))
    client.force_login(owner)
    address = f"/rencana/{plan.pk}/"
    found = client.get(address, {"q": "bagian 6", "urut": "tenggat"})
    assert numbers(found) == [26, 27, 28]
    assert [chip.count for chip in found.context["areas"]] == [0, 3, 3]
    assert numbers(client.get(address + found.context["areas"][0].url)) == []
    assert numbers(client.get(address + found.context["areas"][1].url)) == [26, 27, 28]
    due = client.get(address, {"bulan": 3})
    assert numbers(due) == list(range(1, 21))
    assert "bulan=3&amp;halaman=2" in due.content.decode()
    assert numbers(client.get(f"{address}?bulan=3&halaman=2")) == list(range(21, 29))
    assert numbers(client.get(f"{address}?urut=-tenggat&halaman=2")) == list(range(21, 29))


def test_a_row_of_evidence_alone_can_still_be_opened(
    client: Client, unit: Unit, owner: Person, assert_clean_markup: Check
) -> None:
    """Scans lose cells; such a row keeps a name, and a heading without words leaves no empty line."""
    bare = row(0, indicator=Cell(""), action=Cell(""), evidence=Cell("Foto kegiatan"), target=Cell(""))
    empty = row(1, indicator=Cell(""), action=Cell(""), evidence=Cell(""))
    content = proposal(bare, empty)
    unnamed = replace(content.areas[0].components[0], number="", title="")
    content = replace(content, areas=(replace(content.areas[0], components=(unnamed,)),))
    plan = PlanFactory.create(unit=unit, by=owner, content=content)
    client.force_login(owner)
    for path in ("", "kalender/", "lke/"):
        page = client.get(f"/rencana/{plan.pk}/{path}")
        assert_clean_markup(page)
        assert "Foto kegiatan" in page.content.decode()
        assert "Baris 2" in page.content.decode()
        assert not re.search(r"<th[^>]*></th>", page.content.decode())


def test_it_says_so_when_nothing_matches(client: Client, plan: ActionPlan, owner: Person) -> None:
    client.force_login(owner)
    page = client.get(f"/rencana/{plan.pk}/?q=tidakadayangbegini").content.decode()
    assert "Tidak ada baris yang cocok" in page


def test_it_sorts_by_due_month_across_areas(client: Client, unit: Unit, owner: Person) -> None:
    rows = [row(0, months=(9,)), row(1, months=(2, 11)), row(2, months=(5,))]
    plan = PlanFactory.create(unit=unit, by=owner, content=proposal(*rows))
    client.force_login(owner)
    assert numbers(client.get(f"/rencana/{plan.pk}/?urut=tenggat")) == [2, 3, 1]
    assert numbers(client.get(f"/rencana/{plan.pk}/?urut=-tenggat")) == [1, 3, 2]
    assert numbers(client.get(f"/rencana/{plan.pk}/?urut=lain")) == [1, 2, 3]


def test_a_reader_sees_no_way_to_change(client: Client, plan: ActionPlan, team_mate: Person) -> None:
    client.force_login(team_mate)
    page = client.get(f"/rencana/{plan.pk}/").content.decode()
    assert "Tugaskan" not in page
    assert not re.search(r'type="checkbox"[^>]*name="items"', page)
    assert "Unduh rencana" not in page


def test_a_superseded_plan_says_so(client: Client, unit: Unit, plan: ActionPlan, owner: Person) -> None:
    PlanFactory.create(unit=unit, by=owner)
    client.force_login(owner)
    page = client.get(f"/rencana/{plan.pk}/").content.decode()
    assert "Rencana ini sudah digantikan" in page
    assert 'name="items"' not in page
