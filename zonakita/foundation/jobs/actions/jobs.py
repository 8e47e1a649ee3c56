"""The life of a job: started, reported on, finished or failed, tried again."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from zonakita.foundation.jobs.models import Job, Worker

logger = logging.getLogger(__name__)

WORKER_KEY_VARIABLE = "ZONAKITA_WORKER_KEY"


class JobFailed(Exception):
    """Raised by a task to end its job with a sentence for the person who waits."""


class JobNotRetryable(Exception):
    """The job did not fail, or the work behind it is unknown."""


def start(
    *, kind: str, title: str, return_url: str = "", unit_id: int | None = None, owner_id: int | None = None
) -> Job:
    """Make the visible row of long work; hand its id to `enqueue` as `job_id`."""
    return Job.objects.create(
        kind=kind, title=title[:200], return_url=return_url, owner_id=owner_id, unit_id=unit_id
    )


def enqueue(task: Task[Any, Any], **ids: Any) -> None:
    """Put a task on the queue once the transaction is committed.

    A `job_id` among the ids ties the task to its row: it can be tried again and recovers after a crash.
    """
    if job_id := ids.get("job_id"):
        Job.objects.filter(pk=job_id).update(task_path=task.module_path, task_arguments=ids)
    transaction.on_commit(lambda: task.enqueue(**ids))


def begin(job_id: int) -> Job:
    """Mark the job as running in this process."""
    now = timezone.now()
    Job.objects.filter(pk=job_id).update(
        state=Job.State.RUNNING,
        started_at=now,
        finished_at=None,
        last_seen_at=now,
        worker_key=os.environ.get(WORKER_KEY_VARIABLE, ""),
    )
    return Job.objects.get(pk=job_id)


def progress(job_id: int, done: int, total: int, message: str = "") -> None:
    """Report how far the job is; call it outside a transaction, or nobody sees it before the commit."""
    Job.objects.filter(pk=job_id, finished_at=None).update(
        step_done=done, step_total=total, message=message[:500], last_seen_at=timezone.now()
    )


def finish(
    job_id: int, result: Mapping[str, Any] | None = None, *, message: str = "", return_url: str = ""
) -> None:
    """End the job well; `return_url` is where the person goes on."""
    changes: dict[str, Any] = {"return_url": return_url} if return_url else {}
    _end(job_id, Job.State.DONE, message=message, result=dict(result or {}), **changes)


def fail(job_id: int, message: str, result: Mapping[str, Any] | None = None) -> None:
    """End the job badly with one sentence that says what is wrong and what to do."""
    _end(job_id, Job.State.FAILED, message=message, result=dict(result or {}))


def _end(job_id: int, state: Job.State, *, message: str, **changes: Any) -> None:
    now = timezone.now()
    Job.objects.filter(pk=job_id, finished_at=None).update(
        state=state, finished_at=now, last_seen_at=now, message=message[:500], **changes
    )


@contextmanager
def running(job_id: int) -> Iterator[Job]:
    """Run a task's body under its job: begun before, failed when it raises, done when it did not end it.

    `JobFailed` carries a sentence and is no error of the program; anything else is logged and raised again.
    """
    job = begin(job_id)
    try:
        yield job
    except JobFailed as refusal:
        fail(job_id, str(refusal))
    except BaseException:
        logger.exception("Job %s (%s) failed", job_id, job.kind)
        fail(job_id, _("Terjadi kesalahan pada sistem. Coba lagi; bila terulang, hubungi administrator."))
        raise
    else:
        finish(job_id)


@transaction.atomic
def retry(*, job_id: int) -> Job:
    """Put a failed job on the queue again with the same arguments. Raises: JobNotRetryable."""
    job = Job.objects.select_for_update().get(pk=job_id)
    if not job.may_be_retried:
        raise JobNotRetryable(job_id)
    job.state, job.message, job.result = Job.State.QUEUED, "", {}
    job.step_done, job.step_total, job.worker_key = 0, 0, ""
    job.started_at = job.finished_at = job.last_seen_at = None
    job.save()
    enqueue(import_string(job.task_path), **job.task_arguments)
    return job


def forget_ended(*, before: datetime) -> int:
    """Delete jobs, tasks and workers that ended before a moment; return how many jobs."""
    ended = [TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]
    DBTaskResult.objects.filter(status__in=ended, finished_at__lt=before).delete()
    Worker.objects.filter(last_seen_at__lt=before).delete()
    deleted, _by_model = Job.objects.filter(finished_at__lt=before).delete()
    return deleted
