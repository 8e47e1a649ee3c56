"""A plan in a browser: giving rows out, correcting a row in place, deciding a finding."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.page_checks import assert_accessible, screenshots
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.interface import Cell
from zonakita.modules.plans.models import ActionPlan, ItemAssignment
from zonakita.modules.plans.tests.factories import PlanFactory, proposal, row, two_areas

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plan(unit: Unit, owner: Person, team_mate: Person) -> ActionPlan:
    """A plan of two years; one row of the newer is due in 2022."""
    PlanFactory.create(unit=unit, by=owner, year=2025)
    late = row(3, target=Cell("Juni 2022"), months=(6,), target_year=2022)
    return PlanFactory.create(unit=unit, by=owner, content=proposal(row(0), row(1), row(2), late))


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_an_operator_gives_rows_to_a_person_and_a_team(
    open_page: OpenPage, plan: ActionPlan, owner: Person, phone: bool, javascript: bool
) -> None:
    page = open_page(f"/rencana/{plan.pk}/", person=owner, phone=phone, javascript=javascript)
    page.get_by_label("Pilih baris 1").check()
    page.get_by_label("Pilih baris 3").check()
    page.get_by_text("Tugaskan baris terpilih").click()
    page.get_by_label("Pegawai Contoh").check()
    page.get_by_label("Tim atau kelompok kerja").fill("Pokja I")
    page.get_by_role("button", name="Tugaskan", exact=True).click()
    expect(page.get_by_text("2 baris ditugaskan.")).to_be_visible()
    assert ItemAssignment.objects.count() == 4


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_an_operator_gives_a_whole_filter_result_away(
    open_page: OpenPage, unit: Unit, owner: Person, phone: bool, javascript: bool
) -> None:
    large = PlanFactory.create(unit=unit, by=owner, content=two_areas(25, 3))
    page = open_page(f"/rencana/{large.pk}/", person=owner, phone=phone, javascript=javascript)
    expect(page.locator(".plan-row")).to_have_count(20)
    page.get_by_role("link", name="II Penataan Tata Laksana").click()
    expect(page.locator(".plan-row")).to_have_count(3)
    page.get_by_label("Bulan target").select_option("Maret")
    page.get_by_role("button", name="Saring").click()
    page.get_by_label("Pilih semua 28 baris yang cocok dengan saringan").check()
    if javascript:
        expect(page.get_by_label("Pilih baris 20")).to_be_checked()
    page.get_by_text("Tugaskan baris terpilih").click()
    page.get_by_label("Tim atau kelompok kerja").fill("Pokja I")
    page.get_by_role("button", name="Tugaskan", exact=True).click()
    expect(page.get_by_text("28 baris ditugaskan.")).to_be_visible()
    assert ItemAssignment.objects.filter(team="Pokja I").count() == 28
    if javascript:
        assert_accessible(page)


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_an_operator_corrects_a_row_and_the_finding_goes(
    open_page: OpenPage, plan: ActionPlan, owner: Person, javascript: bool
) -> None:
    item = plan.items.get(order=4)
    page = open_page(f"/rencana/baris/{item.pk}/", person=owner, javascript=javascript)
    wrong = plan.findings.get(code="target-wrong-year").message
    expect(page.get_by_text(wrong)).to_be_visible()
    page.get_by_role("link", name="Ubah isi").click()
    page.get_by_label("Target waktu").fill("Juni 2026")
    page.get_by_role("button", name="Simpan perubahan").click()
    expect(page.get_by_text("Perubahan disimpan dan rencana diperiksa ulang.")).to_be_visible()
    expect(page.get_by_text(wrong)).to_have_count(0)
    expect(page.get_by_text("mengubah isi baris")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_an_operator_accepts_a_finding_with_a_reason(
    open_page: OpenPage, plan: ActionPlan, owner: Person, javascript: bool
) -> None:
    finding = plan.findings.get(code="target-wrong-year")
    page = open_page(f"/rencana/{plan.pk}/temuan/", person=owner, javascript=javascript)
    card = page.locator(f"#temuan-{finding.pk}")
    card.get_by_text("Terima dengan alasan").click()
    card.get_by_label("Alasan", exact=True).fill("Sesuai arahan pimpinan")
    card.get_by_role("button", name="Terima temuan").click()
    expect(card).to_have_count(0)
    page.get_by_role("link", name="Diterima dengan alasan").click()
    expect(page.get_by_text("Sesuai arahan pimpinan")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_every_page_is_accessible(
    open_page: OpenPage, plan: ActionPlan, owner: Person, phone: bool, dark: bool
) -> None:
    item = plan.items.get(order=4)
    page = open_page("/rencana/", person=owner, phone=phone, dark=dark)
    pages = {
        "rencana-daftar": "/rencana/",
        "rencana-area": f"/rencana/{plan.pk}/",
        "rencana-kalender": f"/rencana/{plan.pk}/kalender/",
        "rencana-temuan": f"/rencana/{plan.pk}/temuan/",
        "rencana-lke": f"/rencana/{plan.pk}/lke/",
        "rencana-perbandingan": f"/rencana/{plan.pk}/perbandingan/",
        "rencana-baris": f"/rencana/baris/{item.pk}/",
        "rencana-ubah": f"/rencana/baris/{item.pk}/ubah/",
        "rencana-bukti": f"/rencana/baris/{item.pk}/bukti/",
        "rencana-butir": f"/rencana/baris/{item.pk}/lke/",
    }
    for name, address in pages.items():
        page.goto(address)
        assert_accessible(page)
        if not phone and not dark:
            screenshots(page, name)
            page.set_viewport_size({"width": 1280, "height": 800})
            page.emulate_media(color_scheme="light")
