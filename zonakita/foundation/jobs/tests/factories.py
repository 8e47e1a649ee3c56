"""Jobs and workers for tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from zonakita.foundation.jobs.models import Job, Worker


class JobFactory:
    @staticmethod
    def create(**fields: Any) -> Job:
        """Create a waiting job; an ended one gets its moment."""
        if fields.get("state") in {Job.State.DONE, Job.State.FAILED}:
            fields.setdefault("finished_at", timezone.now())
        return Job.objects.create(**{"kind": "test", "title": "Membaca berkas", **fields})


class WorkerFactory:
    @staticmethod
    def create(*, key: str = "mesin-lain:1:abcd", silent: timedelta = timedelta(0), **fields: Any) -> Worker:
        """Create a worker on another machine that was last heard so long ago."""
        return Worker.objects.create(key=key, last_seen_at=timezone.now() - silent, **fields)
