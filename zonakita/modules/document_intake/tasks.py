"""Background work of the intake."""

from __future__ import annotations

from django_tasks import task

from zonakita.foundation.jobs import interface as jobs
from zonakita.modules.document_intake.actions.page_images import prepare_origin
from zonakita.modules.document_intake.actions.reading import read_decree_of


@task(queue_name="reading")
def read_intake(*, intake_id: int, job_id: int) -> None:
    """Read one decree; safe to run twice."""
    with jobs.running(job_id):
        read_decree_of(intake_id=intake_id, job_id=job_id)


@task(queue_name="reading", priority=-10)
def prepare_intake_origin(*, intake_id: int) -> None:
    """Make pages or text of a decree that was read ready for the review screen; safe to run twice."""
    prepare_origin(intake_id=intake_id)
