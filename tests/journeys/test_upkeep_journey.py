"""A person waits for long work, and looks after the calendar."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.page_checks import assert_accessible, screenshots
from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.agenda import interface as agenda
from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.jobs.actions.workers import report_worker
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_page_of_a_job_follows_it_to_its_end(open_page: OpenPage, owner: Person, unit: Unit) -> None:
    report_worker("mesin:1:a")
    job = jobs.start(kind="test", title="Membaca SK.pdf", owner_id=owner.pk, unit_id=unit.pk)
    page = open_page(reverse("job", args=[job.pk]), person=owner)
    expect(page.get_by_text("Menunggu giliran")).to_be_visible()

    jobs.begin(job.pk)
    jobs.progress(job.pk, 3, 8, "Membaca halaman 3 dari 8")
    expect(page.get_by_text("Membaca halaman 3 dari 8")).to_be_visible()
    assert_accessible(page)
    screenshots(page, "proses-berjalan")

    jobs.finish(job.pk, message="70 baris dibaca.", return_url="/kalender/")
    expect(page.get_by_text("70 baris dibaca.")).to_be_visible()
    page.get_by_role("link", name="Lanjutkan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kalender kerja")


def test_a_failed_job_is_tried_again_without_script(open_page: OpenPage, owner: Person) -> None:
    job = jobs.start(kind="test", title="Membaca SK.pdf", owner_id=owner.pk)
    type(job).objects.filter(pk=job.pk).update(
        task_path="zonakita.foundation.jobs.tests.sample_tasks.count_steps",
        task_arguments={"job_id": job.pk, "steps": 2},
    )
    jobs.begin(job.pk)
    jobs.fail(job.pk, "Berkas terkunci kata sandi.")
    page = open_page(reverse("job", args=[job.pk]), person=owner, javascript=False, phone=True)
    expect(page.get_by_text("Berkas terkunci kata sandi.")).to_be_visible()

    page.get_by_role("button", name="Coba lagi").click()

    expect(page.get_by_text("Selesai dibaca")).to_be_visible()


def test_an_administrator_looks_after_the_calendar(open_page: OpenPage, unit: Unit) -> None:
    agenda.seed_holidays(years=[2026, 2028])
    administrator = PersonFactory.create(unit=unit, role="institution_admin")
    page = open_page("/kalender/?tahun=2028", person=administrator)
    assert_accessible(page)
    screenshots(page, "kalender")

    page.get_by_role("link", name="Ubah Hari Raya Idul Adha").click()
    assert_accessible(page)
    page.get_by_label("Status").select_option(label="Ditetapkan")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("row", name="Hari Raya Idul Adha")).to_contain_text("Ditetapkan")

    page.goto("/kalender/?tahun=2026")
    page.get_by_label("Tanggal mulai").fill("2026-03-10")
    page.get_by_label("Jumlah hari kerja").fill("10")
    page.get_by_role("button", name="Hitung").click()
    expect(page.get_by_text("Selasa, 31 Maret 2026", exact=True)).to_be_visible()
    assert_accessible(page)
