"""What becomes of the work of a worker that died."""

from __future__ import annotations

import os
import socket
import subprocess
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.jobs.actions import workers
from zonakita.foundation.jobs.models import Job, Worker
from zonakita.foundation.jobs.tests import sample_tasks
from zonakita.foundation.jobs.tests.factories import JobFactory, WorkerFactory

pytestmark = pytest.mark.django_db

LONG_SILENCE = timedelta(minutes=5)


def _running_task(worker: Worker, *, attempts: int = 1, **ids: int) -> DBTaskResult[Any, Any]:
    task = sample_tasks.count_steps if ids else sample_tasks.plain
    row = DBTaskResult.objects.get(pk=task.enqueue(**ids).id)
    row.status, row.started_at = TaskResultStatus.RUNNING, timezone.now()
    row.worker_ids = [worker.key] * attempts
    row.save()
    return row


def _running_job(worker: Worker) -> Job:
    return JobFactory.create(
        state=Job.State.RUNNING, worker_key=worker.key, last_seen_at=timezone.now(), started_at=timezone.now()
    )


def test_it_fails_the_job_of_a_silent_worker_with_a_sentence() -> None:
    worker = WorkerFactory.create(silent=LONG_SILENCE)
    job = _running_job(worker)
    task = _running_task(worker, job_id=job.pk, steps=1)

    recovery = workers.recover_abandoned()

    job.refresh_from_db()
    task.refresh_from_db()
    assert (job.state, job.finished_at is not None) == (Job.State.FAILED, True)
    assert job.message == "Pekerjaan terhenti karena sistem mati atau dimulai ulang. Silakan coba lagi."
    assert task.status == TaskResultStatus.FAILED
    assert recovery == workers.Recovery(jobs_failed=1, tasks_failed=1)


def test_it_leaves_the_job_of_a_living_worker() -> None:
    worker = WorkerFactory.create()
    job = _running_job(worker)
    _running_task(worker, job_id=job.pk, steps=1)

    assert not workers.recover_abandoned()

    job.refresh_from_db()
    assert job.state == Job.State.RUNNING


def test_it_puts_a_plain_task_back_but_not_for_ever() -> None:
    worker = WorkerFactory.create(silent=LONG_SILENCE)
    first, last = _running_task(worker), _running_task(worker, attempts=3)

    recovery = workers.recover_abandoned()

    first.refresh_from_db()
    last.refresh_from_db()
    assert (first.status, last.status) == (TaskResultStatus.READY, TaskResultStatus.FAILED)
    assert recovery == workers.Recovery(tasks_requeued=1, tasks_failed=1)


def test_it_knows_a_dead_process_of_its_own_machine_at_once() -> None:
    process = subprocess.Popen(["true"])  # noqa: S607
    process.wait()
    dead = WorkerFactory.create(key=f"{socket.gethostname()[:40]}:{process.pid}:aaaa")
    alive = WorkerFactory.create(key=f"{socket.gethostname()[:40]}:{os.getpid()}:bbbb")
    lost, kept = _running_job(dead), _running_job(alive)
    _running_task(alive, job_id=kept.pk, steps=1)

    workers.recover_abandoned()

    lost.refresh_from_db()
    kept.refresh_from_db()
    assert (lost.state, kept.state) == (Job.State.FAILED, Job.State.RUNNING)


def test_it_fails_a_waiting_job_that_fell_off_the_queue() -> None:
    job = JobFactory.create()
    waiting = JobFactory.create()
    Job.objects.update(created_at=timezone.now() - LONG_SILENCE)
    sample_tasks.count_steps.enqueue(job_id=waiting.pk, steps=1)

    workers.recover_abandoned()

    job.refresh_from_db()
    waiting.refresh_from_db()
    assert (job.state, waiting.state) == (Job.State.FAILED, Job.State.QUEUED)


def test_a_look_at_one_job_recovers_that_job_only() -> None:
    worker = WorkerFactory.create(silent=LONG_SILENCE)
    seen, unseen = _running_job(worker), _running_job(worker)

    jobs.recover_job(job_id=seen.pk)

    seen.refresh_from_db()
    unseen.refresh_from_db()
    assert (seen.state, unseen.state) == (Job.State.FAILED, Job.State.RUNNING)


def test_it_tells_whether_anybody_works() -> None:
    assert not jobs.is_worker_alive()
    WorkerFactory.create(silent=LONG_SILENCE)
    WorkerFactory.create(key="b:1:a", stopped_at=timezone.now())
    assert not jobs.is_worker_alive()
    workers.report_worker("c:1:a")
    assert jobs.is_worker_alive()
    workers.retire_worker("c:1:a")
    assert not jobs.is_worker_alive()
