"""Reads of background jobs."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from zonakita.foundation.jobs import rules
from zonakita.foundation.jobs.models import Job, Worker


def jobs_visible_to(*, owner_id: int, unit_ids: Iterable[int] | QuerySet[Model, int] = ()) -> QuerySet[Job]:
    """Return a person's own jobs and those of the units in which the caller found the right to see all."""
    return Job.objects.filter(Q(owner_id=owner_id) | Q(unit_id__in=unit_ids))


def job_for(job_id: int, *, owner_id: int, unit_ids: Iterable[int] | QuerySet[Model, int] = ()) -> Job:
    """Return one visible job. Raises: Http404, for missing and foreign alike."""
    job = jobs_visible_to(owner_id=owner_id, unit_ids=unit_ids).filter(pk=job_id).first()
    if job is None:
        raise Http404
    return job


def is_worker_alive() -> bool:
    """Whether anybody takes work from the queue."""
    oldest = timezone.now() - rules.WORKER_SILENT_AFTER
    return Worker.objects.filter(stopped_at=None, last_seen_at__gte=oldest).exists()
