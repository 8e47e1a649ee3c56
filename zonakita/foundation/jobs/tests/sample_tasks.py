"""Tasks that the tests of this folder put on the queue."""

from __future__ import annotations

import time

from django_tasks import task

from zonakita.foundation.jobs import interface as jobs


@task()
def count_steps(job_id: int, steps: int) -> None:
    """Report so many steps."""
    with jobs.running(job_id):
        for step in range(1, steps + 1):
            jobs.progress(job_id, step, steps, f"Langkah {step}")
        jobs.finish(job_id, {"steps": steps}, message="Selesai dibaca")


@task()
def refuse(job_id: int) -> None:
    """End with a sentence."""
    with jobs.running(job_id):
        raise jobs.JobFailed("Berkas terkunci kata sandi.")


@task()
def break_down(job_id: int) -> None:
    """End with an error of the program."""
    with jobs.running(job_id):
        raise ZeroDivisionError("rahasia dalam")


@task()
def sleep(job_id: int, seconds: float) -> None:
    """Take its time."""
    with jobs.running(job_id):
        time.sleep(seconds)


@task()
def plain() -> None:
    """Do something without a visible job."""
