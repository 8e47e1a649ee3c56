"""From a decree on the desk to a plan: upload, reading, review, confirmation."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.page_checks import assert_accessible, screenshots
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.tests.factories import IntakeFactory, plan_row, small_proposal

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DATA = Path(settings.BASE_DIR) / "zonakita" / "modules" / "document_intake" / "tests" / "data"
TEXT_DECREE = DATA / "seeds" / "zi-provinsi-jambi-2025.txt"
PDF_DECREE = DATA / "samples" / "zi-provinsi-jambi-2025.pdf"
READING_MILLISECONDS = 120_000
BOTH_WIDTHS = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])


@pytest.fixture
def intake(unit: Unit, owner: Person) -> Intake:
    rows = [plan_row(1), plan_row(2, confidence=0.4), plan_row(3), plan_row(4, confidence=0.5)]
    return IntakeFactory.create(unit=unit, by=owner, proposal=small_proposal(rows))


def upload(page: Page, path: Path) -> None:
    page.get_by_label("Berkas keputusan").set_input_files(path)
    # Here the reading is done before the answer comes, with a child process for each page that is drawn.
    page.get_by_role("button", name="Unggah dan baca").click(timeout=READING_MILLISECONDS)
    page.wait_for_url("**/keputusan/*/", timeout=READING_MILLISECONDS)


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_a_decree_becomes_a_plan(open_page: OpenPage, owner: Person, javascript: bool) -> None:
    page = open_page("/keputusan/", person=owner, javascript=javascript)
    if javascript:
        assert_accessible(page)
        screenshots(page, "keputusan-kosong")

    upload(page, TEXT_DECREE)
    page.get_by_role("link", name="Tinjau").click()
    expect(page.get_by_role("heading", level=1, name="Tinjau hasil baca")).to_be_visible()
    expect(page.locator(".di-figures")).to_contain_text("70 baris")
    page.get_by_role("link", name="Ubah baris 1").first.click()
    page.get_by_label("Bukti fisik").fill("SK Tim Kerja yang sudah ditinjau")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("SK Tim Kerja yang sudah ditinjau")).to_be_visible()

    page.get_by_role("link", name="Tetapkan sebagai rencana").click()
    if javascript:
        assert_accessible(page)
        screenshots(page, "keputusan-tetapkan")
    page.get_by_role("button", name="Tetapkan rencana").click()
    expect(page.get_by_text("Rencana aksi ditetapkan.")).to_be_visible()
    assert Intake.objects.get().state == "confirmed"


@BOTH_WIDTHS
def test_every_part_of_the_review_is_accessible(open_page: OpenPage, owner: Person, phone: bool) -> None:
    page = open_page("/keputusan/", person=owner, phone=phone)
    upload(page, PDF_DECREE)
    page.get_by_role("link", name="Tinjau").click()
    start = page.url.partition("?")[0]
    page.goto("/keputusan/")
    assert_accessible(page)
    page.goto(start.removesuffix("tinjau/"))
    assert_accessible(page)
    parts = {
        "area": "?bagian=1",
        "kepala": "?bagian=kepala&cara=dasar&baris=0",
        "temuan": "?bagian=temuan",
        "ubah": "?bagian=1&baris=1.0.0&cara=ubah",
        "pisah": "?bagian=1&baris=1.0.0&cara=pisah",
        "pindah": "?bagian=1&baris=1.0.0&cara=pindah",
        "judul": "?bagian=1&baris=1&cara=judul",
    }
    for name, query in parts.items():
        page.goto(start + query)
        # The screen moves to the open row; axe counts what the top bar then covers in part as too small.
        page.evaluate("window.scrollTo(0, 0)")
        assert_accessible(page)
        if not phone:
            screenshots(page, f"tinjau-{name}")


def test_the_keyboard_does_it_all(open_page: OpenPage, owner: Person, intake: Intake) -> None:
    page = open_page(f"/keputusan/{intake.pk}/tinjau/?bagian=0", person=owner)
    rows = page.locator("[data-row]")
    expect(rows).to_have_count(4)

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator("#baris-0-0-0")).to_be_focused()
    page.keyboard.press("m")
    expect(rows).to_have_count(3)
    expect(page.locator("#baris-0-0-0")).to_be_focused()
    page.keyboard.press("u")
    expect(rows).to_have_count(4)
    page.keyboard.press("r")
    expect(rows).to_have_count(3)

    page.keyboard.press("n")
    field = page.get_by_label("Indikator").first
    expect(field).to_be_focused()
    field.fill("Sudah benar")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Sudah benar")).to_be_visible()
    expect(page.locator("h1")).to_have_count(1)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Pintasan papan tik")).to_be_visible()


def test_nothing_is_lost_on_reload(open_page: OpenPage, owner: Person, intake: Intake) -> None:
    page = open_page(f"/keputusan/{intake.pk}/tinjau/?baris=0.0.3", person=owner)
    page.keyboard.press("x")
    expect(page.locator("[data-row]")).to_have_count(3)

    page.reload()

    expect(page.locator("[data-row]")).to_have_count(3)
    page.get_by_role("button", name="Urungkan").click()
    expect(page.locator("[data-row]")).to_have_count(4)


def test_the_page_follows_the_row(open_page: OpenPage, owner: Person) -> None:
    page = open_page("/keputusan/", person=owner)
    upload(page, PDF_DECREE)
    page.get_by_role("link", name="Tinjau").click()
    page.get_by_role("link", name="III.").click()
    expect(page.locator("#isi").get_by_role("heading", level=2)).to_contain_text("SDM")

    page.get_by_role("link", name="Baris 1: tunjukkan pada halaman").last.click()

    expect(page.locator("[data-boxes] rect")).to_have_count(4)
    expect(page.locator("[data-page-number]")).to_have_text("4")
