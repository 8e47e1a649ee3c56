"""Reading a decree in the background, again after a failure, and with the meaning of its columns."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.files import interface as files
from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.actions.reading_notices import tell_reading_ended
from zonakita.modules.document_intake.decrees.encoding import proposal_to_dict
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal
from zonakita.modules.document_intake.models import ColumnMapping, Intake
from zonakita.modules.document_intake.queries import column_mapping_of, is_stalled, questions_of
from zonakita.modules.document_intake.rules.doubts import rows_of
from zonakita.modules.document_intake.rules.states import IntakeState, may_move
from zonakita.modules.document_intake.sandbox import reading as sandbox
from zonakita.modules.document_intake.sources.errors import UnreadableFile

# By their paths, because the tasks call actions of this package.
READING_TASK = "zonakita.modules.document_intake.tasks.read_intake"
ORIGIN_TASK = "zonakita.modules.document_intake.tasks.prepare_intake_origin"
JOB_KIND = "document_intake.read"


class ReadingNotRepeatable(Exception):
    """The decree is being read, or was read already."""


class ColumnsNotAsked(Exception):
    """The decree has no unclear columns, or they were answered already."""


def queue_reading(*, intake: Intake, by: Person) -> Intake:
    """Queue the reading of an intake and make the row that shows its progress."""
    intake.job = jobs.start(
        kind=JOB_KIND,
        title=_("Membaca %(name)s") % {"name": intake.name},
        return_url=reverse("document_intake:intake", args=[intake.pk]),
        owner_id=by.pk,
        unit_id=intake.unit_id,
    )
    intake.state = IntakeState.UPLOADED.value
    intake.failure_code = intake.failure_message = ""
    intake.failure_values = {}
    intake.save(update_fields=["job", "state", "failure_code", "failure_message", "failure_values"])
    jobs.enqueue(import_string(READING_TASK), intake_id=intake.pk, job_id=intake.job.pk)
    return intake


@transaction.atomic
def retry_reading(*, intake: Intake, by: Person) -> Intake:
    """Read a decree again that could not be read, or whose reading was cut off.

    Raises: ReadingNotRepeatable.
    """
    access.require(by, Permission.DECREE_UPLOAD, unit_id=intake.unit_id)
    intake = _locked(intake.pk)
    if intake.state != IntakeState.FAILED and not is_stalled(intake):
        raise ReadingNotRepeatable(intake)
    audit.record("document_intake.reading_repeated", actor=by, target=intake, unit_code=intake.unit.code)
    return queue_reading(intake=intake, by=by)


@transaction.atomic
def answer_columns(*, intake: Intake, roles: Mapping[str, str], by: Person) -> Intake:
    """Remember for the institution what its unclear columns mean, and read the decree again with that.

    `roles` is fingerprint to role. Raises: ColumnsNotAsked.
    """
    access.require(by, Permission.DECREE_REVIEW, unit_id=intake.unit_id)
    intake = _locked(intake.pk)
    if intake.state != IntakeState.TO_MAP or intake.proposal is None:
        raise ColumnsNotAsked(intake)
    for question in questions_of(intake):
        if question.fingerprint in roles:
            ColumnMapping.objects.update_or_create(
                institution_id=intake.unit.institution_id,
                fingerprint=question.fingerprint,
                defaults={
                    "heading": question.heading[:300],
                    "role": roles[question.fingerprint],
                    "decided_by": by,
                },
            )
    audit.record(
        "document_intake.columns_answered",
        actor=by,
        target=intake,
        unit_code=intake.unit.code,
        details={"columns": dict(roles)},
    )
    return queue_reading(intake=intake, by=by)


def read_decree_of(*, intake_id: int, job_id: int) -> None:
    """Read the decree in a child process and keep the proposal; a second call for the same job does nothing.

    Raises: jobs.JobFailed with the reader's sentence, once it is kept with the intake.
    """
    intake = _begun(intake_id, job_id)
    if intake is None:
        return
    try:
        proposal = _proposal_of(intake, job_id)
    except UnreadableFile as refusal:
        _end_badly(intake_id, job_id, refusal)
        raise jobs.JobFailed(refusal.message) from refusal
    except Exception:
        failure = UnreadableFile(
            "internal-error",
            "Terjadi kesalahan saat membaca berkas ini. Coba lagi; bila terulang, hubungi administrator.",
        )
        _end_badly(intake_id, job_id, failure)
        raise
    _keep(intake_id, job_id, proposal)


def _proposal_of(intake: Intake, job_id: int) -> DecreeProposal:
    def tell(done: int, total: int) -> None:
        message = _("Membaca halaman %(page)d dari %(total)d") % {
            "page": min(done + 1, total),
            "total": total,
        }
        jobs.progress(job_id, done, total, message)

    with files.local_path(intake.stored_file) as path:
        return sandbox.read_decree_safely(
            path, column_mapping=column_mapping_of(intake.unit.institution_id), progress=tell
        )


@transaction.atomic
def _begun(intake_id: int, job_id: int) -> Intake | None:
    """The intake marked as being read; None where this job is no longer the one to read it."""
    intake = _locked(intake_id)
    if intake.job_id != job_id or not may_move(IntakeState(intake.state), IntakeState.READING):
        return None
    intake.state = IntakeState.READING.value
    intake.save(update_fields=["state"])
    return intake


@transaction.atomic
def _keep(intake_id: int, job_id: int, proposal: DecreeProposal) -> None:
    intake = _locked(intake_id)
    if intake.job_id != job_id or intake.state != IntakeState.READING:
        return
    intake.proposal = proposal_to_dict(proposal)
    intake.state = (IntakeState.TO_MAP if questions_of(intake) else IntakeState.TO_REVIEW).value
    intake.kind = proposal.kind
    intake.page_count = proposal.page_count
    intake.row_count = sum(1 for _row in rows_of(proposal))
    intake.save(update_fields=["state", "proposal", "kind", "page_count", "row_count"])
    audit.record(
        "document_intake.decree_read",
        actor=audit.Job(JOB_KIND),
        target=intake,
        unit_code=intake.unit.code,
        details={"rows": intake.row_count, "questions": len(proposal.questions)},
    )
    tell_reading_ended(intake)
    jobs.enqueue(import_string(ORIGIN_TASK), intake_id=intake.pk)


@transaction.atomic
def _end_badly(intake_id: int, job_id: int, failure: UnreadableFile) -> None:
    intake = _locked(intake_id)
    if intake.job_id != job_id or intake.state != IntakeState.READING:
        return
    intake.state = IntakeState.FAILED.value
    intake.failure_code = failure.code[:60]
    intake.failure_message, intake.failure_values = failure.template, failure.values
    intake.save(update_fields=["state", "failure_code", "failure_message", "failure_values"])
    audit.record(
        "document_intake.reading_failed",
        actor=audit.Job(JOB_KIND),
        target=intake,
        unit_code=intake.unit.code,
        details={"code": failure.code},
    )
    tell_reading_ended(intake)


def _locked(intake_id: int) -> Intake:
    return (
        Intake.objects.select_for_update(of=("self",))
        .select_related("unit", "stored_file", "job", "uploaded_by")
        .get(pk=intake_id)
    )
