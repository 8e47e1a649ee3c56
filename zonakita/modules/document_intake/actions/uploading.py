"""Taking a decree in, and cancelling it again."""

from __future__ import annotations

from typing import IO

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.files import interface as files
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.actions.reading import queue_reading
from zonakita.modules.document_intake.models import Intake
from zonakita.modules.document_intake.queries import intake_with_file
from zonakita.modules.document_intake.rules.states import IntakeState


class AlreadyUploaded(Exception):
    """The unit handed in the same file before; `intake` is that earlier one."""

    def __init__(self, intake: Intake) -> None:
        super().__init__(intake.name)
        self.intake = intake


class IntakeNotDiscardable(Exception):
    """A decree that became a plan cannot be cancelled."""


def upload_decree(*, unit: Unit, source: IO[bytes] | File[bytes], name: str, by: Person) -> Intake:
    """Keep a file as it came and queue its reading; whatever is not empty is kept, readable or not.

    Raises: AlreadyUploaded, files.FileRefused.
    """
    access.require(by, Permission.DECREE_UPLOAD, unit_id=unit.pk)
    _require_content(source, name)
    stored = files.store(source, name=name, any_type=True, by_id=by.pk)
    if known := intake_with_file(unit_id=unit.pk, sha256=stored.sha256):
        raise AlreadyUploaded(known)
    try:
        with transaction.atomic():
            intake = Intake.objects.create(
                unit=unit,
                stored_file=stored,
                sha256=stored.sha256,
                name=stored.original_name,
                uploaded_by=by,
            )
            audit.record(
                "document_intake.decree_uploaded",
                actor=by,
                target=intake,
                unit_code=unit.code,
                details={"sha256": stored.sha256},
            )
            queue_reading(intake=intake, by=by)
    except IntegrityError:
        # Two people handed in the same file at the same moment; the first one counts.
        known = intake_with_file(unit_id=unit.pk, sha256=stored.sha256)
        if known is None:
            raise
        raise AlreadyUploaded(known) from None
    return intake


def _require_content(source: IO[bytes] | File[bytes], name: str) -> None:
    source.seek(0)
    if not source.read(1):
        raise files.FileIsEmpty(
            _("Berkas “%(name)s” kosong (0 bita). Periksa berkas di komputer Anda, lalu unggah lagi.")
            % {"name": name}
        )
    source.seek(0)


@transaction.atomic
def discard_intake(*, intake: Intake, by: Person) -> Intake:
    """Take an intake off the list; the file itself stays stored.

    Raises: IntakeNotDiscardable.
    """
    access.require(by, Permission.DECREE_UPLOAD, unit_id=intake.unit_id)
    intake = Intake.objects.select_for_update(of=("self",)).select_related("unit").get(pk=intake.pk)
    if intake.state == IntakeState.CONFIRMED:
        raise IntakeNotDiscardable(intake)
    if intake.discarded_at is None:
        intake.discarded_at, intake.discarded_by = timezone.now(), by
        intake.save(update_fields=["discarded_at", "discarded_by"])
        audit.record("document_intake.intake_discarded", actor=by, target=intake, unit_code=intake.unit.code)
    return intake
