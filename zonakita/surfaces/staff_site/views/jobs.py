"""Background jobs: how far they are, how they ended, and trying again."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.jobs.models import Job
from zonakita.foundation.people.models import Person

JOBS_PER_PAGE = 25
# htmx takes this status as the sign to stop asking.
STOP_POLLING = 286


def _job(request: HttpRequest, job_id: int) -> Job:
    person = cast(Person, request.user)
    seen_units = access.unit_ids_with(person, Permission.JOB_VIEW)
    jobs.job_for(job_id, owner_id=person.pk, unit_ids=seen_units)
    jobs.recover_job(job_id=job_id)
    return jobs.job_for(job_id, owner_id=person.pk, unit_ids=seen_units)


@login_required
@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    """List a person's own jobs and those of the units whose jobs they may see."""
    person = cast(Person, request.user)
    found = jobs.jobs_visible_to(
        owner_id=person.pk, unit_ids=access.unit_ids_with(person, Permission.JOB_VIEW)
    )
    page = Paginator(found, JOBS_PER_PAGE).get_page(request.GET.get("halaman"))
    return render(
        request,
        "staff/jobs/list.html",
        {"page": page, "breadcrumb": [(_("Beranda"), reverse("home")), (_("Proses"), None)]},
    )


@login_required
@require_safe
@never_cache
def job_page(request: HttpRequest, job_id: int) -> HttpResponse:
    """Show one job; the page asks for news by itself, with JavaScript or without."""
    job = _job(request, job_id)
    values = {
        "job": job,
        "is_waiting_for_worker": job.state == Job.State.QUEUED and not jobs.is_worker_alive(),
        "may_retry": job.may_be_retried and job.owner_id == request.user.pk,
        "breadcrumb": [(_("Beranda"), reverse("home")), (_("Proses"), reverse("jobs")), (job.title, None)],
    }
    return render(request, "staff/jobs/page.html", values)


@login_required
@require_safe
@never_cache
def job_progress(request: HttpRequest, job_id: int) -> HttpResponse:
    """Answer htmx with the state of a job, and tell it to stop asking once the job has ended."""
    job = _job(request, job_id)
    values = {
        "job": job,
        "is_waiting_for_worker": job.state == Job.State.QUEUED and not jobs.is_worker_alive(),
        "may_retry": job.may_be_retried and job.owner_id == request.user.pk,
    }
    status = STOP_POLLING if job.is_finished else 200
    return render(request, "components/_job_state.html", values, status=status)


@login_required
@require_POST
def retry_job(request: HttpRequest, job_id: int) -> HttpResponse:
    """Put a failed job of one's own on the queue again."""
    job = _job(request, job_id)
    if job.owner_id != request.user.pk:
        raise PermissionDenied(_("Hanya orang yang memulai proses ini yang dapat mengulanginya."))
    try:
        jobs.retry(job_id=job.pk)
    except jobs.JobNotRetryable:
        messages.info(request, _("Proses ini tidak dapat diulangi."))
    return redirect("job", job_id=job.pk)
