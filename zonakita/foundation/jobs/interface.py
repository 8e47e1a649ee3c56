"""What others may use of background jobs."""

from zonakita.foundation.jobs.actions import (
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

__all__ = [
    "JobFailed",
    "JobNotRetryable",
    "begin",
    "enqueue",
    "fail",
    "finish",
    "progress",
    "retry",
    "running",
    "start",
]
