"""When a job or a worker counts as dead, and which scheduled work is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

# A worker reports every few seconds; several missed reports mean that it is gone.
HEARTBEAT_SECONDS = 5
WORKER_SILENT_AFTER = timedelta(seconds=45)
# A job that runs outside a worker has nobody who reports for it but its own progress.
JOB_SILENT_AFTER = timedelta(minutes=15)
# Time between the row of a job and its task on the queue, or between a task's end and its job's.
QUEUE_GRACE = timedelta(minutes=2)
# A plain task of a dead worker is tried again, but not for ever: it may be what kills the worker.
MAX_ATTEMPTS = 3


def is_worker_silent(last_seen_at: datetime | None, now: datetime) -> bool:
    """Whether a worker that was last heard at this moment is taken for dead."""
    return last_seen_at is None or now - last_seen_at > WORKER_SILENT_AFTER


def is_job_abandoned(
    *,
    heard_at: datetime,
    has_begun: bool,
    has_worker: bool,
    worker_is_dead: bool,
    is_on_queue: bool,
    now: datetime,
) -> bool:
    """Whether an unfinished job has nobody left who works, or will work, on it.

    The queue is the witness; a job that runs without queue and worker (from the command line) is known by its
    silence alone.
    """
    silent = now - heard_at
    if has_begun and has_worker:
        return worker_is_dead or (not is_on_queue and silent > QUEUE_GRACE)
    if has_begun:
        return not is_on_queue and silent > JOB_SILENT_AFTER
    return not is_on_queue and silent > QUEUE_GRACE


def percent_done(done: int, total: int) -> int:
    """Return 0 to 100; 0 while the total is unknown."""
    return 0 if total <= 0 else max(0, min(100, done * 100 // total))


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often scheduled work runs, and from which hour of the local day."""

    key: str
    every: timedelta
    from_hour: int = 0


def is_due(cadence: Cadence, last_run_at: datetime | None, local_now: datetime) -> bool:
    """Whether work of this cadence should start; a machine that was off catches up once.

    Both moments are aware and in the same zone; days are counted by date, so that a daily run does not drift.
    """
    if local_now.hour < cadence.from_hour:
        return False
    if last_run_at is None:
        return True
    if cadence.every >= timedelta(days=1):
        return (local_now.date() - last_run_at.date()).days >= cadence.every.days
    return local_now - last_run_at >= cadence.every
