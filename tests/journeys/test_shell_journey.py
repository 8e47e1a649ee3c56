"""The shell in a browser: signing in, looking, keyboard, no JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.page_checks import accessibility_violations, assert_accessible, screenshots
from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "gapura-terbuka-27"
BOTH_WIDTHS = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
BOTH_THEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


@pytest.fixture
def operator(unit: Unit) -> Person:
    person = PersonFactory.create(
        unit=unit, role="operator", full_name="Demo Operator", email="operator@contoh.example"
    )
    person.set_password(PASSWORD)
    person.save()
    return person


def _fill_and_send(page: Page, email: str, password: str) -> None:
    page.get_by_label("Surel").fill(email)
    page.get_by_label("Kata sandi", exact=True).fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_it_signs_in_and_out(open_page: OpenPage, operator: Person, javascript: bool) -> None:
    page = open_page("/", javascript=javascript)
    expect(page.get_by_role("heading", name="Masuk ke ZonaKita")).to_be_visible()
    _fill_and_send(page, "operator@contoh.example", PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Demo Operator")
    page.locator("summary", has_text="Menu Demo Operator").click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("heading", name="Masuk ke ZonaKita")).to_be_visible()


def test_it_tells_a_wrong_password_beside_the_form(open_page: OpenPage, operator: Person) -> None:
    page = open_page("/akun/login/")
    _fill_and_send(page, "operator@contoh.example", "bukan-kata-sandinya")
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("tidak sesuai")
    expect(summary).to_be_focused()
    assert_accessible(page)


@BOTH_THEMES
@BOTH_WIDTHS
def test_it_shows_every_component_without_a_barrier(
    open_page: OpenPage, operator: Person, phone: bool, dark: bool
) -> None:
    page = open_page("/gaya/?pesan=1", person=operator, phone=phone, dark=dark)
    assert_accessible(page)


@BOTH_THEMES
@pytest.mark.parametrize(
    "path", ["/", "/unit-kerja/", "/pemberitahuan/", "/akun/2fa/", "/akun/password/change/"]
)
def test_it_keeps_pages_of_a_person_accessible(
    open_page: OpenPage, operator: Person, path: str, dark: bool
) -> None:
    page = open_page(path, person=operator, phone=True, dark=dark)
    assert_accessible(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    assert_accessible(page)


@BOTH_WIDTHS
@BOTH_THEMES
def test_it_keeps_the_way_in_accessible(
    open_page: OpenPage, operator: Person, phone: bool, dark: bool
) -> None:
    page = open_page("/akun/login/", phone=phone, dark=dark)
    assert_accessible(page)
    page.goto("/akun/password/reset/")
    assert_accessible(page)
    page.locator("summary", has_text="Bahasa dan tampilan").click()
    assert_accessible(page)


def test_it_sees_a_barrier_where_there_is_one(open_page: OpenPage, operator: Person) -> None:
    page = open_page("/", person=operator)
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert any(line.startswith("image-alt") for line in accessibility_violations(page))


def test_it_is_used_by_keyboard_alone(open_page: OpenPage, operator: Person) -> None:
    page = open_page("/gaya/", person=operator)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Langsung ke isi halaman")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    menu = page.locator("summary", has_text="Menu Demo Operator")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keluar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Keluar")).to_be_hidden()
    expect(menu).to_be_focused()

    opener = page.get_by_role("button", name="Tanyakan dahulu")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Hapus baris 12?")
    expect(dialog).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_it_opens_the_menu_of_a_phone(open_page: OpenPage, operator: Person, javascript: bool) -> None:
    page = open_page("/", person=operator, phone=True, javascript=javascript)
    menu = page.get_by_role("navigation", name="Menu utama")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(menu).to_be_visible()
    menu.get_by_role("link", name="Pemberitahuan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pemberitahuan")


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_it_changes_language_and_theme(open_page: OpenPage, operator: Person, javascript: bool) -> None:
    page = open_page("/gaya/", person=operator, javascript=javascript)
    menu = page.locator("summary", has_text="Menu Demo Operator")
    menu.click()
    page.get_by_role("button", name="Gelap").click()
    root = page.locator("html")
    expect(root).to_have_attribute("data-bs-theme", "dark")
    expect(page).to_have_url(re.compile("/gaya/$"))
    expect(page.locator("body")).to_have_css("background-color", "rgb(15, 25, 27)")
    menu.click()
    page.get_by_role("button", name="English").click()
    expect(root).to_have_attribute("lang", "en")


def test_it_lists_the_files_that_were_chosen(open_page: OpenPage, operator: Person) -> None:
    page = open_page("/gaya/", person=operator)
    zone = page.locator("#isian [data-drop-zone]")
    zone.locator("input").set_input_files(
        {"name": "keputusan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4" + b" " * 1992}
    )
    expect(zone.get_by_role("listitem")).to_have_text("keputusan.pdf (2 kB)")


def test_it_closes_a_message(open_page: OpenPage, operator: Person) -> None:
    page = open_page("/gaya/?pesan=1", person=operator)
    expect(page.locator("[data-toast]")).to_have_count(3)
    page.get_by_role("button", name="Tutup pesan").first.click()
    expect(page.locator("[data-toast]")).to_have_count(2)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (500, "Terjadi kesalahan di server"),
        (403, "Permintaan ditolak"),
        (404, "Yang diminta sudah tidak ada"),
        (None, "Server tidak menjawab"),
    ],
)
def test_it_says_so_when_a_part_of_a_page_does_not_come(
    open_page: OpenPage, operator: Person, status: int | None, words: str
) -> None:
    page = open_page("/gaya/", person=operator, errors_expected=True)
    page.route("**/bagian/", lambda route: route.fulfill(status=status) if status else route.abort())
    for _ in range(2):
        page.evaluate("htmx.ajax('GET', '/bagian/', '#isi').catch(() => {})")
        expect(page.locator("[data-toast]")).to_contain_text(words)
    expect(page.locator("[data-toast]")).to_have_count(1)
    assert_accessible(page)
    page.get_by_role("button", name="Tutup pesan").click()
    expect(page.locator("[data-toast]")).to_have_count(0)


def test_it_says_so_when_the_server_takes_too_long(open_page: OpenPage, operator: Person) -> None:
    page = open_page("/gaya/", person=operator, errors_expected=True)
    page.route("**/bagian/", lambda route: None)
    page.evaluate("htmx.config.timeout = 200; htmx.ajax('GET', '/bagian/', '#isi').catch(() => {})")
    expect(page.locator("[data-toast]")).to_contain_text("Server tidak menjawab")


def test_it_pictures_the_shell(open_page: OpenPage, operator: Person) -> None:
    page = open_page("/gaya/", person=operator)
    screenshots(page, "gaya")
    page.goto("/")
    screenshots(page, "beranda")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
