"""The pages of background jobs."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.jobs.models import Job
from zonakita.foundation.jobs.tests.factories import JobFactory, WorkerFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.tests.markup import assert_clean_markup

pytestmark = pytest.mark.django_db


def _signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def job(owner: Person, unit: Unit) -> Job:
    return JobFactory.create(owner_id=owner.pk, unit_id=unit.pk, title="Membaca SK.pdf")


def _begin(job: Job) -> None:
    now = timezone.now()
    Job.objects.filter(pk=job.pk).update(
        state=Job.State.RUNNING,
        started_at=now,
        last_seen_at=now,
        step_done=3,
        step_total=8,
        message="Halaman 3",
    )


def _fail(job: Job, task_path: str = "zonakita.foundation.jobs.tests.sample_tasks.count_steps") -> None:
    Job.objects.filter(pk=job.pk).update(
        state=Job.State.FAILED,
        finished_at=timezone.now(),
        message="Berkas terkunci.",
        task_path=task_path,
        task_arguments={"job_id": job.pk, "steps": 2},
    )


def test_it_shows_a_running_job_that_asks_for_news_with_and_without_script(owner: Person, job: Job) -> None:
    _begin(job)
    client = _signed_in(owner)

    page = client.get(reverse("job", args=[job.pk]))
    fragment = client.get(reverse("job_progress", args=[job.pk]))

    assert_clean_markup(page)
    html = page.content.decode()
    assert f'hx-get="{reverse("job_progress", args=[job.pk])}"' in html
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in html
    assert fragment.status_code == 200
    assert "Halaman 3" in fragment.content.decode()
    assert 'value="3"' in fragment.content.decode()


def test_it_says_when_nobody_works(owner: Person, job: Job) -> None:
    client = _signed_in(owner)
    address = reverse("job_progress", args=[job.pk])

    assert "Belum ada pekerja latar" in client.get(address).content.decode()
    WorkerFactory.create()
    assert "Belum ada pekerja latar" not in client.get(address).content.decode()


def test_it_stops_asking_and_leads_on_when_the_job_is_done(owner: Person, job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(
        state=Job.State.DONE, finished_at=timezone.now(), message="70 baris dibaca", return_url="/rencana/"
    )
    client = _signed_in(owner)

    fragment = client.get(reverse("job_progress", args=[job.pk]))
    page = client.get(reverse("job", args=[job.pk]))

    assert fragment.status_code == 286
    assert "70 baris dibaca" in fragment.content.decode()
    assert 'href="/rencana/"' in fragment.content.decode()
    assert "hx-get" not in page.content.decode()
    assert "http-equiv" not in page.content.decode()


def test_a_look_finds_out_that_the_worker_died(owner: Person, job: Job) -> None:
    _begin(job)
    Job.objects.filter(pk=job.pk).update(worker_key="mesin-mati:1:a")

    fragment = _signed_in(owner).get(reverse("job_progress", args=[job.pk]))

    assert fragment.status_code == 286
    assert "Pekerjaan terhenti" in fragment.content.decode()


def test_the_owner_tries_a_failed_job_again(owner: Person, job: Job) -> None:
    _fail(job)
    client = _signed_in(owner)
    assert "Coba lagi" in client.get(reverse("job", args=[job.pk])).content.decode()

    response = client.post(reverse("retry_job", args=[job.pk]))

    assert response.headers["Location"] == reverse("job", args=[job.pk])
    job.refresh_from_db()
    assert job.state == Job.State.QUEUED


def test_a_job_without_known_work_cannot_be_tried_again(owner: Person, job: Job) -> None:
    _fail(job, task_path="")
    client = _signed_in(owner)
    assert "Coba lagi" not in client.get(reverse("job", args=[job.pk])).content.decode()

    response = client.post(reverse("retry_job", args=[job.pk]), follow=True)

    assert "tidak dapat diulangi" in response.content.decode()
    job.refresh_from_db()
    assert job.state == Job.State.FAILED


def test_a_colleague_who_may_see_jobs_does_not_repeat_them(unit: Unit, job: Job) -> None:
    _fail(job)
    client = _signed_in(PersonFactory.create(unit=unit, role="unit_admin"))

    assert client.get(reverse("job", args=[job.pk])).status_code == 200
    assert client.post(reverse("retry_job", args=[job.pk])).status_code == 403
    job.refresh_from_db()
    assert job.state == Job.State.FAILED


def test_others_do_not_find_the_job(stranger: Person, team_mate: Person, job: Job) -> None:
    for person in (stranger, team_mate):
        client = _signed_in(person)
        for name in ("job", "job_progress"):
            assert client.get(reverse(name, args=[job.pk])).status_code == 404
        assert client.post(reverse("retry_job", args=[job.pk])).status_code == 404
        assert "Membaca SK.pdf" not in client.get(reverse("jobs")).content.decode()


def test_it_lists_jobs_and_says_when_there_are_none(owner: Person, job: Job) -> None:
    client = _signed_in(owner)
    page = client.get(reverse("jobs"))
    assert_clean_markup(page)
    assert "Membaca SK.pdf" in page.content.decode()

    job.delete()
    assert "Belum ada proses" in client.get(reverse("jobs")).content.decode()


def test_retrying_wants_a_post(owner: Person, job: Job) -> None:
    assert _signed_in(owner).get(reverse("retry_job", args=[job.pk])).status_code == 405
