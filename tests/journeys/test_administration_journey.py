"""Administration in a browser: inviting a colleague, handing on a role, reading the record."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.page_checks import assert_accessible, screenshots
from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def admin(unit: Unit) -> Person:
    UnitFactory.create(parent=unit, name="Kantor Bawahan", short_name="Bawahan")
    PersonFactory.create(unit=unit, role="employee", full_name="Pegawai Contoh", position_title="Staf")
    admin = PersonFactory.create(unit=unit, role="institution_admin", full_name="Admin Contoh")
    audit.record("organisations.unit_edited", actor=admin, target=unit, unit_code=unit.code)
    return admin


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_an_administrator_brings_a_colleague_in(
    open_page: OpenPage, admin: Person, unit: Unit, javascript: bool
) -> None:
    page = open_page(f"/pengelolaan/unit/{unit.pk}/pegawai/", person=admin, javascript=javascript)
    page.get_by_role("link", name="Tambah pegawai").first.click()
    page.get_by_label("Nama lengkap").fill("Pegawai Baru")
    page.get_by_label("Surel").fill("baru@contoh.test")
    page.get_by_role("combobox", name="Peran").select_option(label="Operator")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pegawai Baru")
    page.get_by_label("Peran baru").select_option(label="Pegawai")
    page.get_by_role("button", name="Beri peran").click()
    page.get_by_role("link", name="Cabut Operator, Sendiri").click()
    page.get_by_role("button", name="Cabut peran").click()
    expect(page.get_by_role("link", name="Cabut Operator, Sendiri")).to_have_count(0)
    expect(page.get_by_role("link", name="Cabut Pegawai, Sendiri")).to_have_count(1)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_every_page_is_accessible(
    open_page: OpenPage, admin: Person, unit: Unit, phone: bool, dark: bool
) -> None:
    addresses = {
        "units": "/pengelolaan/unit/",
        "people": f"/pengelolaan/unit/{unit.pk}/pegawai/",
        "invite": f"/pengelolaan/unit/{unit.pk}/pegawai/undang/",
        "person": f"/pengelolaan/pegawai/{admin.pk}/",
        "policy": f"/pengelolaan/unit/{unit.pk}/masuk/",
        "audit": "/pengelolaan/jejak-audit/",
    }
    for name, address in addresses.items():
        page = open_page(address, person=admin, phone=phone, dark=dark)
        assert_accessible(page)
        if not phone and not dark:
            screenshots(page, f"administration-{name}")


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_an_administrator_takes_a_lost_second_step_away(
    open_page: OpenPage, admin: Person, javascript: bool
) -> None:
    colleague = Person.objects.get(full_name="Pegawai Contoh")
    Authenticator.objects.create(user=colleague, type="totp", data={})
    page = open_page(f"/pengelolaan/pegawai/{colleague.pk}/", person=admin, javascript=javascript)
    page.get_by_role("link", name="Atur ulang masuk dua langkah").click()
    if javascript:
        expect(page.get_by_role("dialog")).to_contain_text("Pastikan dahulu")
        assert_accessible(page)
    page.get_by_role("button", name="Atur ulang", exact=True).click()
    expect(page.get_by_text("Masuk dua langkah Pegawai Contoh diatur ulang.")).to_be_visible()
    expect(page.get_by_role("link", name="Atur ulang masuk dua langkah")).to_have_count(0)
