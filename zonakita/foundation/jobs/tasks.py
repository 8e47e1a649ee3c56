"""Upkeep of the queue and of what grows by itself."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from zonakita.foundation.jobs.actions import jobs, workers


@task()
def tidy_jobs() -> None:
    """Recover abandoned work and forget what ended long ago."""
    workers.recover_abandoned()
    jobs.forget_ended(before=timezone.now() - timedelta(days=90))


@task()
def clear_sessions() -> None:
    """Remove sessions that have run out."""
    call_command("clearsessions")
