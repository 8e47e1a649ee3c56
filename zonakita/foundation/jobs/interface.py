"""What others may use of background jobs."""

from zonakita.foundation.jobs.actions.jobs import (
    JobFailed,
    JobNotRetryable,
    begin,
    enqueue,
    fail,
    finish,
    progress,
    retry,
    running,
    start,
)
from zonakita.foundation.jobs.actions.workers import recover_job
from zonakita.foundation.jobs.queries import is_worker_alive, job_for, jobs_visible_to

__all__ = [
    "JobFailed",
    "JobNotRetryable",
    "begin",
    "enqueue",
    "fail",
    "finish",
    "is_worker_alive",
    "job_for",
    "jobs_visible_to",
    "progress",
    "recover_job",
    "retry",
    "running",
    "start",
]
