"""Workers that report, and what becomes of the work of one that died."""

from __future__ import annotations

import logging
import os
import secrets
import socket
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from zonakita.foundation.jobs import rules
from zonakita.foundation.jobs.models import Job, Worker

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovery:
    """How much abandoned work was found and what was done with it."""

    jobs_failed: int = 0
    tasks_requeued: int = 0
    tasks_failed: int = 0

    def __bool__(self) -> bool:
        return bool(self.jobs_failed or self.tasks_requeued or self.tasks_failed)


class WorkerDied(RuntimeError):
    """Stands in a task's record as the reason of its end."""


def new_worker_key() -> str:
    """Return a key that names machine and process: on its own machine a dead process is known at once."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}"


def report_worker(key: str) -> None:
    """Say that the worker is alive; the first report registers it."""
    Worker.objects.update_or_create(key=key, defaults={"last_seen_at": timezone.now()})


def retire_worker(key: str) -> None:
    """Say that the worker ended in good order."""
    Worker.objects.filter(key=key).update(stopped_at=timezone.now())


@transaction.atomic
def recover_abandoned() -> Recovery:
    """Fail jobs that nobody works on any more, and put plain tasks of dead workers back on the queue."""
    now = timezone.now()
    dead = {worker.key for worker in Worker.objects.all() if _is_dead(worker, now)}
    requeued, failed = _recover_tasks(dead)
    jobs_failed = sum(_fail_if_abandoned(job, now) for job in _unfinished_jobs())
    recovery = Recovery(jobs_failed, requeued, failed)
    if recovery:
        logger.warning("Recovered abandoned work: %s", recovery)
    return recovery


@transaction.atomic
def recover_job(*, job_id: int) -> None:
    """Fail one job when nobody works on it any more; cheap enough for each look at its page."""
    for job in _unfinished_jobs().filter(pk=job_id):
        _fail_if_abandoned(job, timezone.now())


def _unfinished_jobs() -> QuerySet[Job]:
    return Job.objects.select_for_update().filter(finished_at=None)


def _is_dead(worker: Worker, now: datetime) -> bool:
    if worker.stopped_at or rules.is_worker_silent(worker.last_seen_at, now):
        return True
    host, process_id, _token = worker.key.rsplit(":", 2)
    return host == socket.gethostname()[:40] and not _process_exists(int(process_id))


def _process_exists(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _recover_tasks(dead: set[str]) -> tuple[int, int]:
    """Return how many tasks were put back and how many ended; one with a visible job waits for its person."""
    requeued = failed = 0
    for task in DBTaskResult.objects.select_for_update().filter(status=TaskResultStatus.RUNNING):
        if not task.worker_ids or task.worker_ids[-1] not in dead:
            continue
        if "job_id" in task.args_kwargs["kwargs"] or len(task.worker_ids) >= rules.MAX_ATTEMPTS:
            task.set_failed(WorkerDied(task.worker_ids[-1]))
            failed += 1
        else:
            task.status, task.started_at = TaskResultStatus.READY, None
            task.save(update_fields=["status", "started_at"])
            requeued += 1
    return requeued, failed


def _fail_if_abandoned(job: Job, now: datetime) -> bool:
    worker = Worker.objects.filter(key=job.worker_key).first() if job.worker_key else None
    if not rules.is_job_abandoned(
        heard_at=job.last_seen_at or job.created_at,
        has_begun=job.state == Job.State.RUNNING,
        has_worker=bool(job.worker_key),
        worker_is_dead=worker is None or _is_dead(worker, now),
        is_on_queue=_is_on_queue(job),
        now=now,
    ):
        return False
    job.state, job.finished_at = Job.State.FAILED, now
    job.message = _("Pekerjaan terhenti karena sistem mati atau dimulai ulang. Silakan coba lagi.")
    job.save(update_fields=["state", "finished_at", "message"])
    return True


def _is_on_queue(job: Job) -> bool:
    return DBTaskResult.objects.filter(
        status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING], args_kwargs__kwargs__job_id=job.pk
    ).exists()
