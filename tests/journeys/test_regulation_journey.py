"""An administrator of the institution looks after the regulation library."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import OpenPage
from tests.journeys.page_checks import assert_accessible, screenshots
from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations import interface as regulations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def keeper(unit: Unit) -> Person:
    return PersonFactory.create(unit=unit, role="institution_admin", full_name="Demo Admin")


def test_a_keeper_finds_adds_and_verifies_a_regulation(open_page: OpenPage, keeper: Person) -> None:
    regulations.load_regulations()
    page = open_page("/", person=keeper)
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Peraturan").click()
    assert_accessible(page)
    screenshots(page, "peraturan")

    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_label("Nomor atau judul").fill("Peraturan Pemerintah Nomor 53 Tahun 2010")
    page.get_by_role("button", name="Saring").click()
    page.get_by_role("link", name="PP 53/2010").click()
    assert page.get_by_text("Dicabut oleh PP 94/2021 sejak 31 Agustus 2021.").is_visible()
    assert_accessible(page)
    screenshots(page, "peraturan-satu")

    page.goto("/peraturan/tambah/")
    page.get_by_label("Jenis, nomor, dan tahun").fill("rapat")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_label("Judul").fill("Contoh")
    page.get_by_role("button", name="Simpan").click()
    assert page.get_by_role("link", name="Tulis jenis, nomor, dan tahun").is_visible()
    assert_accessible(page)
    screenshots(page, "peraturan-form")
    page.get_by_label("Jenis, nomor, dan tahun").fill("Keputusan KPU Nomor 7 Tahun 2026")
    page.get_by_label("Mencabut").fill("Keputusan KPU 915/2025")
    page.get_by_role("button", name="Simpan").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Keputusan KPU 7/2026"

    page.get_by_role("link", name="Tandai terverifikasi").click()
    assert_accessible(page)
    screenshots(page, "peraturan-verifikasi")
    page.get_by_label("Sumber").fill("JDIH KPU, 3 Maret 2026")
    page.get_by_role("button", name="Tandai terverifikasi").click()
    assert page.get_by_text("Dibaca dari naskah resmi").first.is_visible()
    screenshots(page, "peraturan-baru")


def test_a_reader_sees_rules_and_instrument(open_page: OpenPage, stranger: Person) -> None:
    regulations.load_regulations()
    page = open_page("/peraturan/aturan-pemeriksa/", person=stranger)
    assert_accessible(page)
    screenshots(page, "aturan")
    page.get_by_role("link", name="Instrumen LKE").click()
    assert_accessible(page)
    page.get_by_text("Penyusunan Tim Kerja").click()
    assert page.get_by_text("SK tim kerja ZI tahun berjalan").is_visible()
    assert_accessible(page)
    screenshots(page, "lke")


@pytest.mark.parametrize("dark", [False, True])
def test_the_library_fits_a_phone(dark: bool, open_page: OpenPage, keeper: Person) -> None:
    regulations.load_regulations()
    for path in (
        "/peraturan/",
        "/peraturan/tambah/",
        "/peraturan/aturan-pemeriksa/",
        "/peraturan/instrumen-lke/",
    ):
        assert_accessible(open_page(path, person=keeper, phone=True, dark=dark))
