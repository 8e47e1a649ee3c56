"""Reads: what was handed in, and the proposal as reviewers left it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.interface import Permission, Visitor
from zonakita.foundation.regulations import interface as regulations
from zonakita.modules.document_intake import policies
from zonakita.modules.document_intake.checker.checking import check_proposal
from zonakita.modules.document_intake.checker.finding import Finding
from zonakita.modules.document_intake.decrees.encoding import proposal_from_dict
from zonakita.modules.document_intake.decrees.proposal import ColumnQuestion, DecreeProposal
from zonakita.modules.document_intake.models import ColumnMapping, Intake, IntakeEdit, PageImage
from zonakita.modules.document_intake.rules.doubts import Doubt, doubts_of
from zonakita.modules.document_intake.rules.editing import apply_edits
from zonakita.modules.document_intake.rules.edits import Edit, EditKind
from zonakita.modules.document_intake.rules.states import IntakeState

_FINDINGS_KEPT_SECONDS = 600


def intakes_visible_to(actor: Visitor) -> QuerySet[Intake]:
    """What the units of this person handed in, the newest first; cancelled ones are left out."""
    units = access.unit_ids_with(actor, Permission.DECREE_VIEW)
    return (
        Intake.objects.filter(unit_id__in=units, discarded_at=None)
        .select_related("unit", "job", "uploaded_by")
        .defer("proposal", "source_lines")
    )


def intake_for(actor: Visitor, intake_id: int) -> Intake:
    """One intake.

    Raises: Http404 for a missing and for a foreign one; PermissionDenied for an insider without the right.
    """
    intake = (
        Intake.objects.select_related("unit", "job", "stored_file", "uploaded_by", "confirmed_by")
        .filter(pk=intake_id, discarded_at=None)
        .first()
    )
    if intake is None or not access.is_insider(actor, intake.unit_id):
        raise Http404
    if not policies.may_view(actor, intake.unit_id):
        raise PermissionDenied(_("Peran Anda tidak mencakup pemeriksaan keputusan unit ini."))
    return intake


def intake_with_file(*, unit_id: int, sha256: str) -> Intake | None:
    """The intake of the same file in the same unit, if there is one."""
    return Intake.objects.filter(unit_id=unit_id, sha256=sha256, discarded_at=None).first()


def column_mapping_of(institution_id: int) -> dict[str, str]:
    """What an institution's people said about unclear columns: fingerprint to role."""
    known = ColumnMapping.objects.filter(institution_id=institution_id)
    return dict(known.values_list("fingerprint", "role"))


def page_images_of(intake: Intake) -> dict[int, PageImage]:
    """The pictures of the file's pages that were drawn so far, by page number."""
    drawn = PageImage.objects.filter(sha256=intake.sha256).select_related("stored_file")
    return {image.page_number: image for image in drawn}


def questions_of(intake: Intake) -> tuple[ColumnQuestion, ...]:
    """The unclear columns of a decree that the institution has not answered yet."""
    if intake.proposal is None:
        return ()
    known = column_mapping_of(intake.unit.institution_id)
    asked = proposal_from_dict(intake.proposal).questions
    return tuple(question for question in asked if question.fingerprint not in known)


def is_stalled(intake: Intake) -> bool:
    """Whether the reading ended without a word, as when its worker was killed."""
    waits = intake.state in {IntakeState.UPLOADED, IntakeState.READING}
    return waits and (intake.job is None or intake.job.is_finished)


@dataclass(frozen=True)
class Review:
    """The proposal of an intake as its reviewers left it, and what can be undone and redone."""

    intake: Intake
    proposal: DecreeProposal
    last_done: IntakeEdit | None
    last_undone: IntakeEdit | None

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Doubtful cells in reading order."""
        return doubts_of(self.proposal)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the plan checker says of this version, by the library as administrators keep it now."""
        version = f"{self.intake.pk}:{self.intake.job_id}:{self.intake.version}"
        key = f"document_intake:findings:{version}:{regulations.library_stamp()}"
        found: tuple[Finding, ...] | None = cache.get(key)
        if found is None:
            found = check_proposal(self.proposal, library=regulations.library())
            cache.set(key, found, _FINDINGS_KEPT_SECONDS)
        return found


def review_of(intake: Intake) -> Review:
    """The reviewed proposal of an intake that was read.

    Raises: Http404 where nothing was read yet.
    """
    if intake.proposal is None:
        raise Http404
    edits = list(IntakeEdit.objects.filter(intake=intake).order_by("seq"))
    done = [edit for edit in edits if not edit.is_undone]
    undone = [edit for edit in edits if edit.is_undone]
    proposal = apply_edits(
        proposal_from_dict(intake.proposal),
        (Edit(EditKind(edit.kind), edit.payload) for edit in done),
    )
    return Review(intake, proposal, done[-1] if done else None, undone[0] if undone else None)
