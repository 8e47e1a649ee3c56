"""The life of a job, through the real queue."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.http import Http404
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.jobs.models import Job
from zonakita.foundation.jobs.tests import sample_tasks
from zonakita.foundation.jobs.tests.factories import JobFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _worker_inside_a_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give back the signal handlers, and keep the connection that holds the test's transaction."""
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def _work() -> None:
    call_command("worker", batch=True, verbosity=0)


def test_it_runs_a_task_and_shows_its_result(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    job = jobs.start(kind="test", title="Membaca berkas", owner_id=1)
    with django_capture_on_commit_callbacks(execute=True):
        jobs.enqueue(sample_tasks.count_steps, job_id=job.pk, steps=3)
    assert job.state == Job.State.QUEUED

    _work()

    job.refresh_from_db()
    assert (job.state, job.step_done, job.step_total, job.percent) == (Job.State.DONE, 3, 3, 100)
    assert (job.message, job.result) == ("Selesai dibaca", {"steps": 3})
    assert job.started_at
    assert job.finished_at
    assert job.worker_key


def test_it_puts_nothing_on_the_queue_before_the_commit() -> None:
    job = JobFactory.create()

    jobs.enqueue(sample_tasks.count_steps, job_id=job.pk, steps=3)

    assert not DBTaskResult.objects.exists()


def test_it_shows_the_sentence_of_a_refusal(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    job = JobFactory.create()
    with django_capture_on_commit_callbacks(execute=True):
        jobs.enqueue(sample_tasks.refuse, job_id=job.pk)

    _work()

    job.refresh_from_db()
    assert (job.state, job.message) == (Job.State.FAILED, "Berkas terkunci kata sandi.")
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_it_hides_errors_of_the_program_from_people_but_keeps_them(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    job = JobFactory.create()
    with django_capture_on_commit_callbacks(execute=True):
        jobs.enqueue(sample_tasks.break_down, job_id=job.pk)

    _work()

    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert job.message.startswith("Terjadi kesalahan pada sistem.")
    assert "rahasia dalam" in DBTaskResult.objects.get().traceback


def test_it_tries_a_failed_job_again_with_the_same_arguments(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    job = JobFactory.create()
    with django_capture_on_commit_callbacks(execute=True):
        jobs.enqueue(sample_tasks.count_steps, job_id=job.pk, steps=2)
    DBTaskResult.objects.all().delete()
    jobs.begin(job.pk)
    jobs.fail(job.pk, "Gagal")

    with django_capture_on_commit_callbacks(execute=True):
        retried = jobs.retry(job_id=job.pk)
    assert (retried.state, retried.message, retried.finished_at) == (Job.State.QUEUED, "", None)
    _work()

    job.refresh_from_db()
    assert (job.state, job.result) == (Job.State.DONE, {"steps": 2})


@pytest.mark.parametrize("state", [Job.State.QUEUED, Job.State.RUNNING, Job.State.DONE])
def test_it_does_not_retry_what_has_not_failed(state: Job.State) -> None:
    job = JobFactory.create(state=state, task_path="zonakita.foundation.jobs.tests.sample_tasks.plain")

    with pytest.raises(jobs.JobNotRetryable):
        jobs.retry(job_id=job.pk)


def test_it_does_not_retry_what_it_cannot_name() -> None:
    job = JobFactory.create(state=Job.State.FAILED)

    with pytest.raises(jobs.JobNotRetryable):
        jobs.retry(job_id=job.pk)


def test_it_takes_no_report_for_an_ended_job() -> None:
    job = JobFactory.create(state=Job.State.DONE, message="Beres")

    jobs.progress(job.pk, 1, 2, "terlambat")
    jobs.fail(job.pk, "terlambat")

    job.refresh_from_db()
    assert (job.state, job.message) == (Job.State.DONE, "Beres")


def test_the_database_wants_the_moment_of_the_end() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="test", title="x", state=Job.State.DONE)


def test_it_shows_a_job_to_its_owner_and_to_those_who_may_see_the_unit() -> None:
    job = JobFactory.create(owner_id=1, unit_id=5)

    assert jobs.job_for(job.pk, owner_id=1) == job
    assert jobs.job_for(job.pk, owner_id=2, unit_ids=[5]) == job
    for stranger in ({"owner_id": 2}, {"owner_id": 2, "unit_ids": [6]}):
        with pytest.raises(Http404):
            jobs.job_for(job.pk, **stranger)
