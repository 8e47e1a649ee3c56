"""Work by the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from zonakita.foundation.jobs import tasks
from zonakita.foundation.jobs.actions.schedules import start_due_work
from zonakita.foundation.jobs.models import Job, ScheduleRun
from zonakita.foundation.jobs.schedule import SCHEDULE
from zonakita.foundation.jobs.tests.factories import JobFactory

pytestmark = pytest.mark.django_db

ALL_PATHS = [path for paths in SCHEDULE.values() for path in paths]
# 10:00 in Jakarta.
MORNING = datetime(2026, 3, 10, 3, 0, tzinfo=UTC)


def test_every_entry_names_a_task() -> None:
    assert all(isinstance(import_string(path), Task) for path in ALL_PATHS)


def test_it_starts_each_due_task_once(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with (
        patch.object(timezone, "now", return_value=MORNING),
        django_capture_on_commit_callbacks(execute=True),
    ):
        assert start_due_work() == ALL_PATHS
        assert start_due_work() == []

    assert sorted(DBTaskResult.objects.values_list("task_path", flat=True)) == sorted(ALL_PATHS)


def test_it_waits_for_the_hour() -> None:
    with patch.object(timezone, "now", return_value=MORNING - timedelta(hours=9)):
        assert start_due_work() == []

    assert not ScheduleRun.objects.exists()


def test_it_forgets_what_ended_long_ago() -> None:
    old = JobFactory.create(state=Job.State.DONE, finished_at=timezone.now() - timedelta(days=91))
    recent = JobFactory.create(state=Job.State.DONE)
    sleeping = JobFactory.create()

    tasks.tidy_jobs.call()

    assert not Job.objects.filter(pk=old.pk).exists()
    assert set(Job.objects.all()) == {recent, sleeping}
