"""Putting scheduled work on the queue when its time has come."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from zonakita.foundation.jobs import rules
from zonakita.foundation.jobs.actions.jobs import enqueue
from zonakita.foundation.jobs.models import ScheduleRun
from zonakita.foundation.jobs.schedule import SCHEDULE


def start_due_work() -> list[str]:
    """Enqueue what is due and return the tasks; any number of workers may ask, each task starts once."""
    return [path for cadence, paths in SCHEDULE.items() for path in paths if _start_if_due(cadence, path)]


@transaction.atomic
def _start_if_due(cadence: rules.Cadence, path: str) -> bool:
    now = timezone.localtime()
    run, is_new = ScheduleRun.objects.get_or_create(task_path=path, defaults={"last_run_at": now})
    run = ScheduleRun.objects.select_for_update().get(pk=run.pk)
    last_run_at = None if is_new else timezone.localtime(run.last_run_at)
    if not rules.is_due(cadence, last_run_at, now):
        if is_new:
            run.delete()
        return False
    run.last_run_at = now
    run.save(update_fields=["last_run_at"])
    enqueue(import_string(path))
    return True
