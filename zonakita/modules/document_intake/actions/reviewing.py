"""A reviewer's changes: each is kept as an edit, taken back and made again; nothing read is overwritten."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake.models import Intake, IntakeEdit
from zonakita.modules.document_intake.queries import Review, review_of
from zonakita.modules.document_intake.rules.doubts import rows_of
from zonakita.modules.document_intake.rules.editing import apply_edit
from zonakita.modules.document_intake.rules.edits import Edit


class ReviewChanged(Exception):
    """Somebody else changed the proposal since the reviewer's page was made."""


class ReviewClosed(Exception):
    """The proposal became a plan, or was cancelled, and takes no more changes."""


class NothingToUndo(Exception):
    """There is no edit left to undo or to make again."""


@transaction.atomic
def edit_proposal(*, intake: Intake, edit: Edit, version: int, by: Person) -> Review:
    """Add one edit to a proposal that still has the version the reviewer saw.

    Raises: ReviewChanged, ReviewClosed, EditNotPossible.
    """
    intake = _opened(intake, version, by)
    apply_edit(review_of(intake).proposal, edit)
    intake.edits.filter(is_undone=True).delete()
    last = intake.edits.aggregate(last=Max("seq"))["last"] or 0
    IntakeEdit.objects.create(
        intake=intake, seq=last + 1, kind=edit.kind.value, payload=dict(edit.payload), by=by
    )
    return _counted(intake)


@transaction.atomic
def undo_edit(*, intake: Intake, version: int, by: Person) -> Review:
    """Take the last edit back.

    Raises: ReviewChanged, ReviewClosed, NothingToUndo.
    """
    intake = _opened(intake, version, by)
    _flag(intake.edits.filter(is_undone=False).order_by("-seq").first(), is_undone=True)
    return _counted(intake)


@transaction.atomic
def redo_edit(*, intake: Intake, version: int, by: Person) -> Review:
    """Make the edit again that was taken back last.

    Raises: ReviewChanged, ReviewClosed, NothingToUndo.
    """
    intake = _opened(intake, version, by)
    _flag(intake.edits.filter(is_undone=True).order_by("seq").first(), is_undone=False)
    return _counted(intake)


def _opened(intake: Intake, version: int, by: Person) -> Intake:
    access.require(by, Permission.DECREE_REVIEW, unit_id=intake.unit_id)
    intake = Intake.objects.select_for_update(of=("self",)).select_related("unit", "job").get(pk=intake.pk)
    if not intake.is_open:
        raise ReviewClosed(intake)
    if intake.version != version:
        raise ReviewChanged(intake)
    return intake


def _flag(edit: IntakeEdit | None, *, is_undone: bool) -> None:
    if edit is None:
        raise NothingToUndo
    edit.is_undone = is_undone
    edit.save(update_fields=["is_undone"])


def _counted(intake: Intake) -> Review:
    review = review_of(intake)
    intake.version += 1
    intake.row_count = sum(1 for _row in rows_of(review.proposal))
    intake.save(update_fields=["version", "row_count"])
    return review
